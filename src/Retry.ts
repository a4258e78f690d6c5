/**
 * When a failed call is tried again, and after which wait.
 *
 * A policy is a `Schedule` fed with the errors, so all of Effect's combinators apply. Whether a call may be repeated at
 * all is not its business: a 429 always may, since Intercom did not process the request; after a 5xx, a timeout or a
 * network error only what does no more when it arrives twice (reads, updates, deletes, searches) is sent again, and
 * anything else only if the failure proves that it never left.
 *
 * @since 1.0.0
 */
import * as Duration from "effect/Duration"
import * as Schedule from "effect/Schedule"
import { type IntercomError, isRetryable } from "./IntercomError.js"

/**
 * A `Schedule` that is fed with errors: each of its steps is one more attempt.
 *
 * @since 1.0.0
 * @category models
 */
export type Policy = Schedule.Schedule<unknown, IntercomError>

/**
 * How often, and after which waits.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options {
  /** Retries after the first attempt. Default: 5. */
  readonly times?: number | undefined
  /** The wait before the first retry where the server names none; it doubles with each further one. Default: 500 ms. */
  readonly base?: Duration.DurationInput | undefined
  /** The longest single wait, whoever names it. Default: 1 minute. */
  readonly maxDelay?: Duration.DurationInput | undefined
}

/**
 * Waits as long as the server says (`Retry-After`, `X-RateLimit-Reset`), else exponentially with jitter.
 *
 * @example
 * ```ts
 * import { IntercomHttp, Retry } from "effect-intercom"
 * import { Redacted } from "effect"
 *
 * export const Live = IntercomHttp.layerFetch({
 *   accessToken: Redacted.make("…"),
 *   retry: Retry.make({ times: 2, maxDelay: "10 seconds" })
 * })
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = ({ base = "500 millis", maxDelay = "1 minute", times = 5 }: Options = {}): Policy =>
  Schedule.exponential(base).pipe(
    Schedule.jittered,
    Schedule.intersect(Schedule.recurs(times)),
    Schedule.intersect(Schedule.identity<IntercomError>()),
    Schedule.modifyDelay(([_, error], backoff) =>
      Math.min(namedWait(error) || Duration.toMillis(backoff), Duration.toMillis(maxDelay))
    )
  )

/**
 * What a layer uses unless told otherwise: `make()`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const defaultPolicy: Policy = make()

/**
 * Never tries again.
 *
 * @since 1.0.0
 * @category constructors
 */
export const none: Policy = Schedule.stop

// A wait of zero means that the window has just ended, or that the server's clock differs: back off instead.
const namedWait = (error: IntercomError): number =>
  "retryAfter" in error && error.retryAfter !== undefined ? Duration.toMillis(error.retryAfter) : 0

/** @internal */
export const mayRepeat = (error: IntercomError, repeatable: boolean): boolean =>
  isRetryable(error) && (repeatable || error._tag === "IntercomRateLimited" || neverLeft(error))

const neverLeft = (error: IntercomError): boolean =>
  error._tag === "IntercomNetworkError" && error.code !== undefined && beforeSending.test(error.code)

const beforeSending = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/
