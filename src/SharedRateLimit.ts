/**
 * A rate limit that several processes share, over the `RateLimiter` of `@effect/experimental`, which you install
 * yourself. Import this module by its path, `effect-intercom/SharedRateLimit`.
 *
 * @since 1.0.0
 */
import * as RateLimiter from "@effect/experimental/RateLimiter"
import * as Clock from "effect/Clock"
import type * as ConfigError from "effect/ConfigError"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { identity } from "effect/Function"
import * as Runtime from "effect/Runtime"
import { invalidOption, isDuration, mustBeDuration } from "./internal/configuration.js"
import { parseRateLimit } from "./internal/failure.js"
import { isText, mustBeText } from "./internal/text.js"
import { after } from "./internal/timer.js"
import * as RateLimit from "./RateLimit.js"

/**
 * Options of `make`.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options extends RateLimit.Options {
  /** The name of the limit in the store. Processes with the same key share it: use one key for each app and workspace. */
  readonly key: string
  /** How many attempts a window allows. Default: what the responses of this process tell, and 166 until then. */
  readonly limit?: number | undefined
  /** The length of a window. Default: 10 seconds. */
  readonly window?: Duration.DurationInput | undefined
  /** How long to wait for an answer of the store. Default: 500 milliseconds. */
  readonly timeout?: Duration.DurationInput | undefined
}

/**
 * Makes a rate limit that asks the store of a `RateLimiter` for turns, and also obeys what Intercom's responses tell this
 * process, as `RateLimit.make` does. Attempts of a process are sent in the order in which they came.
 *
 * All processes together send at most `limit` attempts in any window, in portions of a fortieth of it.
 *
 * If the store fails or does not answer in time, attempts go on by what the responses tell, until the store answers again.
 * A store that is away delays the attempts of a process by `timeout` once, and by nothing afterwards. Fails with a
 * `ConfigError` if an option is invalid.
 *
 * @example
 * ```ts
 * import { RateLimiter } from "@effect/experimental"
 * import { IntercomHttp } from "effect-intercom"
 * import * as SharedRateLimit from "effect-intercom/SharedRateLimit"
 * import { Effect, Layer } from "effect"
 *
 * // Needs a store: `layerStore` of `@effect/experimental/RateLimiter/Redis`.
 * export const Intercom = SharedRateLimit.make({ key: "intercom" }).pipe(
 *   Effect.map((rateLimit) => IntercomHttp.layerFetchConfig({ rateLimit })),
 *   Layer.unwrapEffect,
 *   Layer.provide(RateLimiter.layer)
 * )
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = (
  options: Options
): Effect.Effect<RateLimit.RateLimit, ConfigError.ConfigError, RateLimiter.RateLimiter> =>
  Effect.gen(function*() {
    const { key, maxWait = Infinity, timeout = 500, window = "10 seconds" } = options
    // It checks the options that both have.
    yield* RateLimit.fixed({ limit: options.limit ?? 166, maxWait, window })
    if (!isText(key)) return yield* invalidOption("key", mustBeText)
    if (!isDuration(timeout)) return yield* invalidOption("timeout", mustBeDuration)
    const limiter = yield* RateLimiter.RateLimiter
    const runtime = yield* Effect.runtime<never>()
    const told = yield* RateLimit.make()
    const longest = Duration.toMillis(window)
    const most = Duration.toMillis(maxWait)
    const queue = new Set<Effect.Effect<void>>()
    let limit = options.limit ?? 166
    let isRunning = false
    // What the store has given and no attempt has used. It counts in milliseconds of the window, because the store of
    // Redis fails if a turn takes a fraction of a millisecond: 10 seconds for 166 attempts are 60.24 ms for each.
    let credit = 0
    let creditEndsAt = 0
    let isAway = false
    let askAgainAt = 0

    const lose = Effect.suspend(() => {
      if (isAway) return Effect.void
      isAway = true
      return Effect.logWarning(`The store of the rate limit "${key}" does not answer`)
    })

    /** Asks the store for `tokens` milliseconds, and gives the time until they begin, or nothing if the store fails. */
    const ask = (tokens: number, size: number): Effect.Effect<Duration.Duration | void> =>
      // The token bucket would follow the fastest clock of all processes. The fixed window has the clock of the store.
      limiter.consume({ algorithm: "fixed-window", key, limit: size, onExceeded: "delay", tokens, window: size }).pipe(
        Effect.matchCauseEffect({
          onFailure: () => lose,
          onSuccess: ({ delay }) => {
            isAway = false
            return Effect.succeed(delay)
          }
        })
      )

    /** Waits for a turn that the store gives. */
    const turn = Effect.gen(function*() {
      const now = yield* Clock.currentTimeMillis
      // A portion may be sent at once, so as many turns are kept back: no window then has more than the limit.
      const portion = Math.max(1, Math.floor(limit / 40))
      const price = longest / Math.max(1, limit - portion)
      const size = Math.ceil(portion * price)
      if (isAway) {
        if (now < askAgainAt) return
        askAgainAt = now + pause
        return yield* Effect.forkDaemon(ask(1, size))
      }
      if (now >= creditEndsAt) credit = 0
      if (credit < price) {
        const tokens = Math.ceil(Math.min(Math.max(1, queue.size), portion) * price - credit)
        askAgainAt = now + pause
        // The question goes on after its time: its answer says that the store is back.
        const asked = yield* Effect.forkDaemon(ask(tokens, size))
        const delay = yield* Effect.timeoutTo(Fiber.join(asked), {
          duration: timeout,
          onSuccess: identity,
          onTimeout: () => undefined
        })
        if (delay === undefined) return yield* lose
        yield* Effect.sleep(Duration.min(delay, farthest))
        credit += tokens
        creditEndsAt = (yield* Clock.currentTimeMillis) + longest
      }
      if (queue.size > 0) credit -= price
    })

    const run = Effect.gen(function*() {
      while (queue.size > 0) {
        yield* turn
        const [first = Effect.void] = queue
        yield* first
      }
      isRunning = false
    })

    return {
      enter: (attempt) => {
        const { clock, refuse, send } = attempt
        let stop = (): void => {}
        const stopTimer = after(clock, most, () => {
          giveUp()
          refuse(most)
        })
        // Ends when the responses allow the attempt too, so that turns of the store do not pile up.
        const pass = Effect.async<void>((resume) => {
          queue.delete(pass)
          const leaveQueue = told.enter({
            ...attempt,
            send: (leave) => {
              stopTimer()
              resume(Effect.void)
              send((head) => {
                if (head !== undefined && options.limit === undefined) {
                  limit = parseRateLimit(head.headers, 0).limit || limit
                }
                leave(head)
              })
            }
          })
          stop = () => {
            leaveQueue()
            resume(Effect.void)
          }
        })
        const giveUp = (): void => {
          stopTimer()
          queue.delete(pass)
          stop()
        }
        queue.add(pass)
        if (!isRunning) {
          isRunning = true
          Runtime.runFork(runtime)(Effect.withClock(run, clock))
        }
        return giveUp
      }
    }
  })

/** The time between two questions to a store that is away, in milliseconds. */
const pause = 2000

// A minute, as for the headers. A longer wait is that of a store whose count is wrong.
const farthest = Duration.millis(60_000)
