/**
 * A time limit that costs little when it is not reached.
 */
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Runtime from "effect/Runtime"

/**
 * Interrupts an effect after a time and fails with `onTimeout`.
 *
 * `Effect.timeoutFail` does the same by a race, which costs as much as the rest of a call. Here the effect starts at
 * once in a fiber, and a second fiber sleeps only if the effect waits for something.
 */
export const deadline = <A, E, R>(
  self: Effect.Effect<A, E, R>,
  duration: Duration.Duration,
  onTimeout: () => E
): Effect.Effect<A, E, R> =>
  Effect.flatMap(Effect.runtime<R>(), (runtime) =>
    Effect.async<A, E>((resume) => {
      const attempt = Runtime.runFork(runtime, self)
      const exit = attempt.unsafePoll()
      if (exit !== null) return resume(exit)
      const expire = () => resume(Effect.zipRight(Fiber.interrupt(attempt), Effect.failSync(onTimeout)))
      const sleeper = Runtime.runFork(runtime, Effect.map(Effect.sleep(duration), expire))
      attempt.addObserver((exit) => {
        sleeper.unsafeInterruptAsFork(sleeper.id())
        resume(exit)
      })
      return Fiber.interrupt(attempt)
    }))
