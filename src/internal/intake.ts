/**
 * What arrived, between its arrival and the end of its handling: each id once.
 *
 * An id is claimed from the moment it arrives until it is handled or has failed; one that arrives again in between gets
 * the answer of the first. Only what was handled is remembered, so that what was refused, has failed or was lost in a
 * crash is taken when it comes again.
 */
import type * as PlatformError from "@effect/platform/Error"
import type * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Mailbox from "effect/Mailbox"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { Handled } from "./handled.js"

/** What the sender is told: taken, at once or when handled; failed, come again; no room; no longer open. */
export type Answer = "taken" | "failed" | "full" | "closed"

export interface Entry<A> {
  readonly id: string | null
  readonly value: A
  /** When it arrived, in milliseconds. */
  readonly arrived: number
  readonly answer: Deferred.Deferred<Answer>
}

export interface Intake<A, E> {
  readonly accept: (id: string | null, value: A) => Effect.Effect<Answer, PlatformError.PlatformError>
  /** Waits for the next one. None comes any more once the intake is closed and empty. */
  readonly take: Effect.Effect<Option.Option<Entry<A>>>
  /** Says how the handling of one ended. */
  readonly settle: (entry: Entry<A>, exit: Exit.Exit<unknown, E>) => Effect.Effect<void>
  /** While one runs, closing waits for the intake to be emptied. */
  readonly consumer: Effect.Effect<void, never, Scope.Scope>
}

export interface Options<A, E, R> {
  readonly acknowledge: "first" | "after"
  readonly capacity: number
  readonly handled: Handled
  /** How long closing waits for what was taken. Milliseconds. */
  readonly drainTimeout: number
  /** How long remembering an id may take. Milliseconds. */
  readonly deadline: number
  readonly onFailure: (value: A, cause: Cause.Cause<E>) => Effect.Effect<unknown, never, R>
}

/** Opens an intake until the scope closes. `consume` takes from it all the time, the same as others may. */
export const make = <A, E, R, R2>(
  { acknowledge, capacity, deadline, drainTimeout, handled, onFailure }: Options<A, E, R>,
  consume: (intake: Intake<A, E>) => Effect.Effect<void, never, R2>
): Effect.Effect<Intake<A, E>, never, R | R2 | Scope.Scope> =>
  Effect.gen(function*() {
    const context = yield* Effect.context<R>()
    const queue = yield* Mailbox.make<Entry<A>>({ capacity, strategy: "dropping" })
    const claims = new Map<string, Entry<A>>()
    const pending = new Set<Entry<A>>()
    const unattended = yield* Effect.makeLatch(true)
    let consumers = 0
    let isClosed = false

    const release = (entry: Entry<A>, answer: Answer) => {
      if (entry.id !== null) claims.delete(entry.id)
      return Deferred.succeed(entry.answer, answer)
    }

    const enqueue = (entry: Entry<A>): Effect.Effect<unknown> => {
      if (isClosed) return release(entry, "closed")
      if (!queue.unsafeOffer(entry)) return release(entry, "full")
      pending.add(entry)
      return acknowledge === "first" ? Deferred.succeed(entry.answer, "taken") : Effect.void
    }

    const wasHandled = (id: string | null) => id === null ? Effect.succeed(false) : handled.has(id)

    const accept: Intake<A, E>["accept"] = (id, value) =>
      Effect.uninterruptibleMask((restore) =>
        Effect.gen(function*() {
          const answer = yield* Deferred.make<Answer>()
          const arrived = yield* Clock.currentTimeMillis
          const first = id === null ? undefined : claims.get(id)
          if (first !== undefined) return yield* restore(Deferred.await(first.answer))
          const entry: Entry<A> = { id, value, arrived, answer }
          if (id !== null) claims.set(id, entry)
          yield* restore(wasHandled(id)).pipe(
            Effect.onError(() => release(entry, "failed")),
            Effect.flatMap((isDone) => isDone ? release(entry, "taken") : enqueue(entry))
          )
          return yield* restore(Deferred.await(answer))
        })
      )

    // Handled it is, whatever becomes of the note: to handle it again would be the worse mistake.
    const remember = (id: string) =>
      Effect.interruptible(handled.add(id)).pipe(
        Effect.timeout(deadline),
        // In a fiber of its own, which nobody interrupts when the worker is.
        Effect.forkDaemon,
        Effect.flatMap(Fiber.join),
        Effect.catchAllCause((cause) =>
          Effect.logError("A webhook notification was handled, but its id could not be stored", cause)
        )
      )

    // What goes wrong in it is not to stop the worker.
    const tell = (value: A, cause: Cause.Cause<E>) =>
      Effect.suspend(() => onFailure(value, cause)).pipe(
        Effect.provide(context),
        Effect.catchAllCause((cause) =>
          Effect.logError("A webhook notification was not handled, and onFailure failed, too", cause)
        )
      )

    const settle: Intake<A, E>["settle"] = (entry, exit) =>
      Effect.uninterruptible(Effect.gen(function*() {
        if (!pending.delete(entry)) return
        if (Exit.isSuccess(exit)) {
          if (entry.id !== null) yield* remember(entry.id)
          yield* release(entry, "taken")
        } else {
          yield* release(entry, "failed")
          yield* tell(entry.value, exit.cause)
        }
      }))

    const consumer = Effect.acquireRelease(
      Effect.suspend(() => {
        consumers++
        return unattended.close
      }),
      () => Effect.suspend(() => --consumers === 0 ? unattended.open : Effect.void)
    )

    const intake: Intake<A, E> = {
      accept,
      take: Effect.option(queue.take),
      settle,
      consumer: Effect.asVoid(consumer)
    }

    const close = (fiber: Fiber.RuntimeFiber<void>) =>
      Effect.gen(function*() {
        isClosed = true
        yield* queue.end
        yield* Effect.timeoutOption(Effect.interruptible(unattended.await), drainTimeout)
        yield* Fiber.interrupt(fiber)
        const left = Exit.interrupt(yield* Effect.fiberId)
        yield* Effect.forEach([...pending], (entry) => settle(entry, left), { discard: true })
      })

    yield* Effect.acquireRelease(Effect.forkDaemon(Effect.interruptible(consume(intake))), close)
    return intake
  })

/** Handles what comes, so many at the same time, until the intake is closed and empty. */
export const work = <A, E, R>(
  { consumer, settle, take }: Intake<A, E>,
  concurrency: number,
  handle: (entry: Entry<A>) => Effect.Effect<unknown, E, R>
): Effect.Effect<void, never, R> => {
  const one = Effect.uninterruptibleMask((restore) =>
    Effect.flatMap(
      restore(take),
      Option.match({
        onNone: () => Effect.succeed(false),
        onSome: (entry) =>
          restore(handle(entry)).pipe(
            Effect.exit,
            Effect.flatMap((exit) => settle(entry, exit)),
            Effect.as(true)
          )
      })
    )
  )
  const worker = Effect.repeat(one, { while: (isOpen) => isOpen })
  return Effect.scoped(Effect.zipRight(
    consumer,
    Effect.forEach(Array.from({ length: concurrency }), () => worker, { concurrency: "unbounded", discard: true })
  ))
}

/** What comes, one after the other: each counts as handled when the next is asked for, or the stream ends well. */
export const stream = <A, E>({ consumer, settle, take }: Intake<A, E>): Stream.Stream<A> =>
  Stream.unwrapScoped(Effect.gen(function*() {
    let inHand: Entry<A> | undefined
    const settleInHand = (exit: Exit.Exit<void>) =>
      Effect.suspend(() => {
        const entry = inHand
        inHand = undefined
        return entry === undefined ? Effect.void : settle(entry, exit)
      })
    yield* consumer
    yield* Effect.addFinalizer((exit) =>
      Effect.flatMap(Effect.fiberId, (id) => settleInHand(Exit.isSuccess(exit) ? Exit.void : Exit.interrupt(id)))
    )
    const next = Effect.flatMap(
      take,
      Option.match({
        onNone: () => Effect.fail(Option.none()),
        onSome: (entry) => {
          inHand = entry
          return Effect.succeed(entry.value)
        }
      })
    )
    return Stream.repeatEffectOption(
      Effect.uninterruptibleMask((restore) => Effect.zipRight(settleInHand(Exit.void), restore(next)))
    )
  }))
