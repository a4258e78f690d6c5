/**
 * Views of a rate limit, shared by many calls: each attempt waits for its turn instead of drawing a 429.
 *
 * Intercom says in each response how many requests are left in the window (`X-RateLimit-Remaining`) and when the window
 * ends (`X-RateLimit-Reset`). A view remembers this for all fibers of a layer, or of all layers that share it.
 *
 * @since 1.0.0
 */
import type * as Clock from "effect/Clock"
import type * as ConfigError from "effect/ConfigError"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { invalidOption, isDuration, mustBeDuration } from "./internal/configuration.js"
import { parseDate, parseRateLimit } from "./internal/failure.js"
import { after } from "./internal/timer.js"

/**
 * Decides when an attempt may be sent. Make one with `make` or `fixed`.
 *
 * @since 1.0.0
 * @category models
 */
export interface RateLimit {
  /** Waits for a turn. Returns a function that gives up waiting. */
  readonly enter: (turn: Turn) => () => void
}

/**
 * An attempt that waits for its turn.
 *
 * @since 1.0.0
 * @category models
 */
export interface Turn {
  readonly clock: Clock.Clock
  /** Sends the attempt. `leave` has to be called once, when the attempt has ended, with the response if one arrived. */
  readonly send: (leave: (head?: Head) => void) => void
  /** Fails the attempt, which was not sent, after the longest wait in milliseconds. */
  readonly refuse: (maxWait: number) => void
}

/**
 * The status and the headers of a response.
 *
 * @since 1.0.0
 * @category models
 */
export interface Head {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
}

/**
 * Options of `make`.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options {
  /** The longest that an attempt may wait for its turn. It then fails with `Timeout`. Default: no limit. */
  readonly maxWait?: Duration.DurationInput | undefined
}

/**
 * Makes a view of the limit that Intercom's responses tell. A layer without the option `rateLimit` makes one for itself.
 * Make one by yourself to share it between layers of the same app and workspace, or to keep it longer than a layer.
 *
 * Attempts are sent in the order in which they came. Until the first response tells the limit, and after a window has
 * ended, they are sent in portions a quarter of a second apart. A response without the headers changes nothing. Fails
 * with a `ConfigError` if an option is invalid.
 *
 * @example
 * ```ts
 * import { IntercomHttp, RateLimit } from "effect-intercom"
 * import { Effect, Layer } from "effect"
 *
 * export const Intercom = RateLimit.make({ maxWait: "2 minutes" }).pipe(
 *   Effect.map((rateLimit) => IntercomHttp.layerFetchConfig({ rateLimit })),
 *   Layer.unwrapEffect
 * )
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = (options: Options = {}): Effect.Effect<RateLimit, ConfigError.ConfigError> =>
  Effect.map(checked(options), unsafeMake)

/**
 * Options of `fixed`.
 *
 * @since 1.0.0
 * @category models
 */
export interface FixedOptions extends Options {
  /** How many attempts a window allows. */
  readonly limit: number
  /** The length of a window, which begins with its first attempt. */
  readonly window: Duration.DurationInput
}

/**
 * Makes a limit that no response tells, such as the 25,000 calls a minute of all private apps of a workspace together.
 * Fails with a `ConfigError` if an option is invalid.
 *
 * @example
 * ```ts
 * import { IntercomHttp, RateLimit } from "effect-intercom"
 * import { Config, Effect, Layer } from "effect"
 *
 * // Two apps in one workspace.
 * export const Apps = Layer.unwrapEffect(Effect.gen(function*() {
 *   const workspace = yield* RateLimit.fixed({ limit: 4_000, window: "10 seconds" })
 *   const app = yield* RateLimit.make()
 *   return IntercomHttp.layerFetchConfig({ rateLimit: RateLimit.both(workspace, app) })
 * }))
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const fixed = (options: FixedOptions): Effect.Effect<RateLimit, ConfigError.ConfigError> =>
  Effect.flatMap(checked(options), ({ limit, maxWait, window }) => {
    if (!Number.isInteger(limit) || limit < 1) return invalidOption("limit", "must be an integer, 1 or more")
    if (!isDuration(window) || Duration.toMillis(window) === 0) return invalidOption("window", "must be positive")
    let endsAt = 0
    let remaining = 0
    return Effect.succeed(queued(maxWait, {
      wait: (now) => {
        if (now >= endsAt) {
          endsAt = now + Duration.toMillis(window)
          remaining = limit
        }
        return remaining > 0 ? 0 : endsAt - now
      },
      sent: () => {
        remaining--
      },
      ended: () => {}
    }))
  })

const checked = <O extends Options>(options: O): Effect.Effect<O, ConfigError.ConfigError> =>
  Effect.suspend(() => {
    const given: O = Object(options)
    return isDuration(given.maxWait ?? 0) ? Effect.succeed(given) : invalidOption("maxWait", mustBeDuration)
  })

/**
 * No limit: each attempt is sent at once.
 *
 * @since 1.0.0
 * @category constructors
 */
export const none: RateLimit = {
  enter: ({ send }) => {
    send(() => {})
    return () => {}
  }
}

/**
 * Applies two limits at once, such as that of a workspace and that of an app.
 *
 * @since 1.0.0
 * @category combinators
 */
export const both = (first: RateLimit, second: RateLimit): RateLimit => ({
  enter: (turn) => {
    let isSent = false
    let giveUp = (): void => {}
    const giveUpFirst = first.enter({
      ...turn,
      send: (leave) => {
        const giveUpSecond = second.enter({
          ...turn,
          refuse: (maxWait) => {
            leave()
            turn.refuse(maxWait)
          },
          send: (leaveSecond) => {
            isSent = true
            turn.send((head) => {
              leave(head)
              leaveSecond(head)
            })
          }
        })
        giveUp = () => {
          giveUpSecond()
          leave()
        }
      }
    })
    return () => {
      if (isSent) return
      giveUpFirst()
      giveUp()
    }
  }
})

/** @internal */
export const unsafeMake = ({ maxWait }: Options = {}): RateLimit => {
  let limit = Infinity
  // How many requests Intercom says are left. It may or may not have counted those that are under way.
  let remaining = Infinity
  let underWay = 0
  // The end of the window: by our clock, and in Intercom's seconds.
  let endsAt = Infinity
  let reset = 0
  // Whether a response has told of the window that runs now.
  let isKnown = false
  // How far Intercom's clock is ahead of ours, at least. `Date` has whole seconds, so the largest value is the best.
  let ahead = -Infinity
  let portion = 0
  let portionEndsAt = 0

  const learn = ({ headers, status }: Head, sentAt: number, now: number): void => {
    const { limit: size, remaining: left, resetAtSeconds: end, retryAfter } = parseRateLimit(headers, now)
    const date = parseDate(headers.date)
    // If both bounds cannot be true, a clock was set anew.
    if (date !== undefined) ahead = Math.max(ahead > date + second - sentAt ? -Infinity : ahead, date - now)
    // A 429 with requests left is about something else, such as the number of exports.
    const isRefused = status === 429 && !left
    const isNamed = end === undefined || (isRefused && headers["retry-after"] !== undefined)
    const wait = isNamed
      ? Duration.toMillis(retryAfter ?? second)
      : end * second - now - (ahead === -Infinity ? 0 : ahead)
    const isTold = size !== undefined && size > 0 && left !== undefined && end !== undefined && wait <= longest
    if (!isRefused && !isTold) return forget()
    // A response from a window that has ended.
    if (end !== undefined && (end < reset || (end === reset && !isKnown && !isRefused))) return
    remaining = isRefused || !isTold ? 0 : end === reset ? Math.min(remaining, left) : left
    endsAt = now + Math.min(Math.max(wait, pause), longest)
    isKnown = true
    if (isTold) {
      limit = size
      reset = end
    }
  }

  // A response without the headers, or none. Intercom may have counted the request.
  const forget = (): void => {
    if (limit === Infinity) isKnown = true
    else if (isKnown) remaining--
  }

  return queued(maxWait, {
    wait: (now, isQueued) => {
      if (now >= endsAt) {
        endsAt = Infinity
        remaining = limit
        isKnown = false
      }
      if (underWay >= remaining) return endsAt - now
      const size = limit === Infinity ? (isKnown ? Infinity : 16) : Math.ceil(limit / 20)
      return portion >= size && (isQueued || !isKnown) ? portionEndsAt - now : 0
    },
    sent: (now) => {
      if (now >= portionEndsAt) {
        portion = 0
        portionEndsAt = now + pause
      }
      portion++
      underWay++
    },
    ended: (head, sentAt, now) => {
      underWay--
      if (head !== undefined) learn(head, sentAt, now)
      else if (limit < Infinity) forget()
    }
  })
}

const second = 1000

// The time between two portions, and the shortest wait after a 429.
const pause = 250

// Headers that name a later time are not about a window of ten seconds. After a 429, an attempt finds out about them.
const longest = 60_000

/** Decides when the attempt at the head of a queue is sent. Times are Unix milliseconds of the caller's clock. */
interface Rule {
  /** How long to wait before the rule is asked again. 0: send now. `Infinity`: ask when an attempt has ended. */
  readonly wait: (now: number, isQueued: boolean) => number
  readonly sent: (now: number) => void
  readonly ended: (head: Head | undefined, sentAt: number, now: number) => void
}

// A queue without a fiber: the attempts that come, wait, give up and end drive it.
const queued = (maxWait: Duration.DurationInput = Infinity, rule: Rule): RateLimit => {
  const queue = new Set<Turn>()
  let isRunning = false
  let stopTimer = (): void => {}

  const send = (turn: Turn, now: number): void => {
    rule.sent(now)
    turn.send((head) => {
      rule.ended(head, now, turn.clock.unsafeCurrentTimeMillis())
      run()
    })
  }

  const run = (): void => {
    if (isRunning) return
    isRunning = true
    stopTimer()
    for (const turn of queue) {
      const now = turn.clock.unsafeCurrentTimeMillis()
      const wait = rule.wait(now, true)
      if (wait > 0) {
        stopTimer = after(turn.clock, wait, run)
        break
      }
      queue.delete(turn)
      send(turn, now)
    }
    isRunning = false
  }

  return {
    enter: (turn) => {
      const now = turn.clock.unsafeCurrentTimeMillis()
      if (queue.size === 0 && rule.wait(now, false) <= 0) {
        send(turn, now)
        return () => {}
      }
      const most = Duration.toMillis(maxWait)
      const stopWaiting = after(turn.clock, most, () => {
        giveUp()
        turn.refuse(most)
      })
      const waiting = {
        ...turn,
        send: (leave: Parameters<Turn["send"]>[0]) => {
          stopWaiting()
          turn.send(leave)
        }
      }
      const giveUp = (): void => {
        stopWaiting()
        queue.delete(waiting)
        run()
      }
      queue.add(waiting)
      run()
      return giveUp
    }
  }
}
