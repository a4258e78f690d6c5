/**
 * Timers that need no fiber.
 */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as DefaultServices from "effect/DefaultServices"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

/**
 * Runs a task after a number of milliseconds, and returns a function that cancels it. From 2^31 on, which is
 * 25 days, it never runs.
 *
 * A timer costs less than a fiber that sleeps. Only the clock of the system has timers: others, such as `TestClock`, run
 * a fiber.
 */
export const after = (clock: Clock.Clock, millis: number, task: () => void): () => void => {
  // A longer timer of the system would fire at once.
  if (millis >= 2 ** 31) return () => {}
  if (clock === Context.get(DefaultServices.liveServices, Clock.Clock)) {
    // eslint-disable-next-line no-restricted-globals -- the clock of the caller is the clock of the system
    const timer = setTimeout(task, millis)
    return () => clearTimeout(timer)
  }
  // Rounded up: `Duration` rounds to nanoseconds, so the clock could stand before the time. Not at once: a task may set
  // the next timer, and the caller has not got its function yet.
  const sleeper = Effect.runFork(Effect.map(clock.sleep(Duration.millis(Math.ceil(millis))), task), {
    immediate: false
  })
  return () => sleeper.unsafeInterruptAsFork(sleeper.id())
}
