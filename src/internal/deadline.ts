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
      attempt.addObserver(resume)
      if (attempt.unsafePoll()) return
      const sleeper = Runtime.runFork(
        runtime,
        Effect.map(
          Effect.sleep(duration),
          () => resume(Effect.zipRight(Fiber.interrupt(attempt), Effect.failSync(onTimeout)))
        )
      )
      attempt.addObserver(() => sleeper.unsafeInterruptAsFork(sleeper.id()))
      return Fiber.interrupt(attempt)
    }))
