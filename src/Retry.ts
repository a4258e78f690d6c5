/**
 * Policies that say how often, and after which wait, a failed call is retried.
 *
 * A policy is a `Schedule` whose input is the error. Which calls may be retried is fixed:
 *
 * - after a 429, every call, because Intercom did not process the request;
 * - after a 5xx, a timeout or a network error, calls that have the same effect if they arrive twice: reads, updates,
 *   deletes and searches;
 * - any other call only if the network error proves that no request was sent.
 *
 * @since 1.0.0
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import * as ScheduleDecision from "effect/ScheduleDecision"
import * as ScheduleInterval from "effect/ScheduleInterval"
import { type IntercomError, isRetryable } from "./IntercomError.js"
import { isDuration, mustBeDuration } from "./internal/configuration.js"
import type { Overrides } from "./internal/operation.js"

/**
 * A `Schedule` whose input is the error of an attempt. Each step is one more attempt.
 *
 * @since 1.0.0
 * @category models
 */
export type Policy = Schedule.Schedule<unknown, IntercomError>

/**
 * Options of `make`.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options {
  /** The largest number of retries after the first attempt. Default: 5. */
  readonly times?: number | undefined
  /** The wait before the first retry if the server names none. It doubles with each retry. Default: 500 ms. */
  readonly base?: Duration.DurationInput | undefined
  /** The longest wait. If the server names a longer one, the call fails at once. Default: 1 minute. */
  readonly maxDelay?: Duration.DurationInput | undefined
  /** How long after the first failure a call may still be retried. Default: 5 minutes. */
  readonly maxElapsed?: Duration.DurationInput | undefined
}

/**
 * Makes a policy that waits as long as the server says (`Retry-After`, `X-RateLimit-Reset`), or else exponentially with
 * jitter. If an option is invalid, a layer with the policy fails with a `ConfigError`, and a call with `InvalidInput`.
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
export const make = (options: Options = {}): Policy => {
  const refusal = issueOf(Object(options))
  if (refusal === undefined) return policyOf(Object(options))
  // Other schedules may be built from it, which lose the refusal.
  const policy: Policy = Schedule.makeWithState(0, () => Effect.dieMessage(`${refusal.field} ${refusal.reason}`))
  refusals.set(policy, refusal)
  return policy
}

const issueOf = ({ times = 0, ...durations }: Options): Overrides["refusal"] => {
  if (times !== Infinity && !(Number.isInteger(times) && times >= 0)) {
    return { field: "retry.times", reason: "must be an integer, 0 or more" }
  }
  const wrong = Object.entries(durations).find(([, value]) => value !== undefined && !isDuration(value))
  return wrong && { field: `retry.${wrong[0]}`, reason: mustBeDuration }
}

const refusals = new WeakMap<Policy, Overrides["refusal"]>()

/** @internal */
export const refusalOf = (policy: Policy): Overrides["refusal"] =>
  Schedule.isSchedule(policy) ? refusals.get(policy) : { field: "retry", reason: "must be a schedule" }

const policyOf = (
  { base = "500 millis", maxDelay = "1 minute", maxElapsed = "5 minutes", times = 5 }: Options
): Policy => {
  const first = Duration.toMillis(base)
  const longest = Duration.toMillis(maxDelay)
  const end = Duration.toMillis(maxElapsed)
  return Schedule.makeWithState(
    { retries: 0, since: 0 },
    (now, error: IntercomError, { retries, since }) =>
      Effect.map(Random.nextRange(0.8, 1.2), (jitter) => {
        const state = { retries: retries + 1, since: retries === 0 ? now : since }
        const named = namedWait(error)
        const goesOn = retries < times && named <= longest && now - state.since < end
        const next = now + Math.min(named || first * 2 ** retries * jitter, longest)
        return [
          state,
          state.retries,
          goesOn ? ScheduleDecision.continueWith(ScheduleInterval.after(next)) : ScheduleDecision.done
        ]
      })
  )
}

/**
 * The policy of a layer without the option `retry`. It is the same as `make()`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const defaultPolicy: Policy = policyOf({})

/**
 * Never retries.
 *
 * @since 1.0.0
 * @category constructors
 */
export const none: Policy = Schedule.stop

// A wait of zero means that the window has just ended, or that the clocks differ. Then the exponential wait is used.
const namedWait = (error: IntercomError): number =>
  "retryAfter" in error && error.retryAfter !== undefined ? Duration.toMillis(error.retryAfter) : 0

/** @internal */
export const mayRepeat = (error: IntercomError, repeatable: boolean): boolean =>
  isRetryable(error) && !isFinal(error) && (repeatable || error._tag === "IntercomRateLimited" || neverLeft(error))

// Another attempt would wait as long for its turn, or meet the same certificate.
const isFinal = (error: IntercomError): boolean =>
  error._tag === "IntercomTimeout" ? error.phase !== undefined : /CERT|SELF_SIGNED/.test(codeOf(error))

const neverLeft = (error: IntercomError): boolean => beforeSending.test(codeOf(error))

const codeOf = (error: IntercomError): string => error._tag === "IntercomNetworkError" && error.code || ""

const beforeSending = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/
