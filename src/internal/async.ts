/**
 * Asynchronous effects that keep nothing alive after their result.
 */
import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"

/** Hands over the result. From then on, an interruption runs `cancel`, or nothing. */
type Resume<A, E> = (result: Effect.Effect<A, E>, cancel?: Effect.Effect<unknown>) => void

/** Starts asynchronous work, and returns the effect that cancels it. */
type Register<A, E> = (resume: Resume<A, E>) => Effect.Effect<unknown>

/**
 * `Effect.async` with the fiber that waits. It drops `register` and the effect that cancels once there is a result.
 *
 * V8 allocates a function expression that is assigned to a property in old space. What it captures then stays until the
 * next full garbage collection, and each minor one copies it. `Effect.async` assigns such a function for each run, and
 * it captures both (effect 3.22.4, Node 20 to 24).
 */
export const asyncDropping = <A, E>(
  register: (fiber: Fiber.RuntimeFiber<unknown, unknown>, resume: Resume<A, E>) => Effect.Effect<unknown>
): Effect.Effect<A, E> => Effect.withFiberRuntime((fiber) => dropping({ run: (resume) => register(fiber, resume) }))

// A function of its own, because what it captures must be no more than `held`.
const dropping = <A, E>(
  held: { run?: Register<A, E> | undefined; cancel?: Effect.Effect<unknown> | undefined }
): Effect.Effect<A, E> =>
  Effect.async((resume) => {
    const cancel = held.run?.((result, cancel) => {
      held.run = undefined
      held.cancel = cancel
      resume(result)
    })
    // Unless the result is there already.
    if (held.run) held.cancel = cancel
    return Effect.suspend(() => held.cancel ?? Effect.void)
  })
