/**
 * What observers have in common.
 */
import * as Cause from "effect/Cause"
import type * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as FiberRefs from "effect/FiberRefs"
import * as Option from "effect/Option"
import * as Schedule from "effect/Schedule"
import * as ScheduleDecision from "effect/ScheduleDecision"
import * as ScheduleIntervals from "effect/ScheduleIntervals"
import type { IntercomError } from "../IntercomError.js"
import type { Head, RateLimit } from "../RateLimit.js"
import { errorType } from "./errors.js"

type Policy = Schedule.Schedule<unknown, IntercomError>

type Result = Exit.Exit<{ readonly response: Pick<Head, "status"> }, IntercomError>

/** The error that an attempt has failed with. */
export const failureOf = (exit: Result): IntercomError | undefined =>
  Exit.isFailure(exit) ? Option.getOrUndefined(Cause.failureOption(exit.cause)) : undefined

/** How a call or an attempt ended: `ok`, the tag of the error, `interrupted` or `defect`. */
export const outcomeOf = (exit: Result): string => {
  if (Exit.isSuccess(exit)) return "ok"
  return failureOf(exit)?._tag ?? (Exit.isInterrupted(exit) ? "interrupted" : "defect")
}

/** The result of an attempt by OpenTelemetry's names. */
export const resultOf = (exit: Result): Readonly<Record<string, string | number>> => {
  const error = failureOf(exit)
  const status = Exit.isSuccess(exit) ? exit.value.response.status : error && "status" in error && error.status
  return {
    ...(status ? { "http.response.status_code": status } : {}),
    ...(Exit.isSuccess(exit) ? {} : { "error.type": error ? errorType(error) : outcomeOf(exit) })
  }
}

/** Runs an effect before each wait of a policy, with the error that is waited after and the wait in milliseconds. */
export const onRetry: (
  report: (error: IntercomError, wait: number) => Effect.Effect<void>
) => (policy: Policy) => Policy = (report) => (policy) =>
  Schedule.makeWithState<unknown, IntercomError, unknown>(
    policy.initial,
    (now, error, state) =>
      Effect.tap(policy.step(now, error, state), ([, , decision]) =>
        ScheduleDecision.isContinue(decision) ?
          report(error, Math.max(0, ScheduleIntervals.start(decision.intervals) - now)) :
          Effect.void)
  )

/** What an observer does while an attempt passes a rate limit. */
export interface Passage {
  /** The attempt has to wait. */
  readonly waits?: (clock: Clock.Clock) => void
  /** The attempt is sent or has given up, after a wait in milliseconds. */
  readonly ended: (waited: number) => void
  /** The response has arrived, or none. */
  readonly left?: (head: Head | undefined) => void
}

/** Reports how attempts pass a rate limit. `enter` is called with the values of the fiber of each attempt. */
export const onTurn: (enter: (refs: FiberRefs.FiberRefs) => Passage) => (rateLimit: RateLimit) => RateLimit =
  (enter) => (rateLimit) => ({
    enter: (turn) => {
      const since = turn.clock.unsafeCurrentTimeMillis()
      // An attempt enters in its own fiber. Later, it may be sent by the timer of a queue, which has none.
      const { ended, left, waits } = enter(Option.match(Fiber.getCurrentFiber(), {
        onNone: () => FiberRefs.empty(),
        onSome: (fiber) => fiber.getFiberRefs()
      }))
      let hasEnded = false
      const end = (): void => {
        if (!hasEnded) ended(turn.clock.unsafeCurrentTimeMillis() - since)
        hasEnded = true
      }
      const giveUp = rateLimit.enter({
        ...turn,
        refuse: (maxWait) => {
          end()
          turn.refuse(maxWait)
        },
        send: (leave) => {
          end()
          turn.send((head) => {
            left?.(head)
            leave(head)
          })
        }
      })
      if (!hasEnded) waits?.(turn.clock)
      return () => {
        giveUp()
        end()
      }
    }
  })
