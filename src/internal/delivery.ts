/**
 * What arrived, between its arrival and the end of its handling: each id once.
 *
 * An id is claimed from the moment it arrives until it is remembered as handled, or has failed; one that arrives again in
 * between gets the answer of the first. Only what was handled is remembered, so that what was refused, has failed or was
 * lost in a crash is taken when it comes again.
 */
import type * as PlatformError from "@effect/platform/Error"
import type * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as FiberSet from "effect/FiberSet"
import { identity } from "effect/Function"
import * as Mailbox from "effect/Mailbox"
import * as Option from "effect/Option"
import * as Queue from "effect/Queue"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { Handled } from "./deduplication.js"

/** What the sender is told: taken, at once or when handled; failed, come again; no room; no longer open. */
export type Answer = "taken" | "failed" | "full" | "closed"

export type Accept<A> = (id: string | null, value: A) => Effect.Effect<Answer, PlatformError.PlatformError>

export interface Options<A, E, R> {
  readonly acknowledge: "first" | "after"
  readonly capacity: number
  readonly handled: Handled
  /** How long closing waits for what was taken. Milliseconds. */
  readonly drainTimeout: number
  /** How long it may take to remember an id, or to tell of a failure. Milliseconds. */
  readonly deadline: number
  readonly onFailure: (value: A, cause: Cause.Cause<E>) => Effect.Effect<unknown, never, R>
}

/** Who handles what was taken. */
export interface Consumer<A, E = never, R = never> {
  /** Ends when the value is handled. It gets the time when that arrived, in milliseconds. */
  readonly handle: (value: A, arrived: number) => Effect.Effect<unknown, E, R>
  /** How many can be in hand now, all others wait. */
  readonly hands: () => number
  /** What closing does until nothing is left. */
  readonly drain: (empty: Effect.Effect<void>) => Effect.Effect<void>
}

/** Opens an intake until the scope closes. */
export const make = <A, E, R>(
  { acknowledge, capacity, deadline, drainTimeout, handled, onFailure }: Options<A, E, R>,
  { drain, handle, hands }: Consumer<A, E, R>
): Effect.Effect<Accept<A>, never, R | Scope.Scope> =>
  Effect.gen(function*() {
    const claims = new Map<string, Deferred.Deferred<Answer>>()
    const underWay = yield* FiberSet.make()
    const run = yield* FiberSet.runtime(underWay)<R>()
    let isClosed = false
    // What is left afterwards, the set interrupts.
    yield* Effect.addFinalizer(() => {
      isClosed = true
      return Effect.timeoutOption(Effect.interruptible(drain(FiberSet.awaitEmpty(underWay))), drainTimeout)
    })

    // In a fiber of its own, which nobody interrupts, but not for ever.
    const limited = <B, E2>(effect: Effect.Effect<B, E2, R>, complaint: string) =>
      Effect.interruptible(Effect.disconnect(effect)).pipe(
        Effect.timeout(deadline),
        Effect.forkDaemon,
        Effect.flatMap(Fiber.join),
        Effect.catchAllCause((cause) => Effect.logError(complaint, cause))
      )

    return (id, value) =>
      Effect.uninterruptibleMask((restore) =>
        Effect.gen(function*() {
          const answer = yield* Deferred.make<Answer>()
          const arrived = yield* Clock.currentTimeMillis
          // Nothing may come between the look and the claim.
          const first = id === null ? undefined : claims.get(id)
          if (first !== undefined) return yield* restore(Deferred.await(first))
          if (id !== null) claims.set(id, answer)

          const release = (said: Answer) => {
            if (id !== null) claims.delete(id)
            return Deferred.succeed(answer, said)
          }

          const process = Effect.gen(function*() {
            if (acknowledge === "first") yield* Deferred.succeed(answer, "taken")
            const exit = yield* Effect.exit(Effect.interruptible(Effect.suspend(() => handle(value, arrived))))
            if (Exit.isSuccess(exit)) {
              // Handled it is, whatever becomes of the note: to handle it again would be the worse mistake.
              yield* Deferred.succeed(answer, "taken")
              if (id !== null) yield* limited(handled.add(id), notStored)
              yield* release("taken")
            } else {
              yield* release("failed")
              yield* limited(Effect.suspend(() => onFailure(value, exit.cause)), notTold)
            }
          })

          const wasHandled = yield* restore(
            Effect.suspend(() => id === null ? Effect.succeed(false) : handled.has(id))
          ).pipe(Effect.onError(() => release("failed")))
          const size = yield* FiberSet.size(underWay)
          if (wasHandled) yield* release("taken")
          else if (isClosed) yield* release("closed")
          else if (size >= capacity + hands()) yield* release("full")
          else run(Effect.uninterruptible(process))
          return yield* restore(Deferred.await(answer))
        })
      )
  })

const notStored = "A webhook notification was handled, but its id could not be stored"

const notTold = "A webhook notification was not handled, and onFailure failed, too"

/** Handles so many at the same time. */
export const workers = <A, E, R>(
  concurrency: number,
  handle: Consumer<A, E, R>["handle"]
): Effect.Effect<Consumer<A, E, R>> =>
  Effect.gen(function*() {
    // Not a semaphore, which wakes all that wait whenever one of them may go on.
    const free = yield* Queue.unbounded<void>()
    yield* Queue.offerAll(free, Array.from({ length: concurrency }, () => undefined))
    return {
      handle: (value, arrived) =>
        Effect.zipRight(Queue.take(free), Effect.ensuring(handle(value, arrived), Queue.offer(free, undefined))),
      hands: () => concurrency,
      drain: identity
    }
  })

/** Handles by handing out, one after the other to each who reads the stream. */
export interface Readers<A> extends Consumer<A> {
  /** Each counts as handled when the next is asked for, or the stream ends well. */
  readonly stream: Stream.Stream<A>
}

export const readers = <A>(): Effect.Effect<Readers<A>> =>
  Effect.gen(function*() {
    const waiting = yield* Mailbox.make<{ readonly value: A; readonly done: Deferred.Deferred<void> }>()
    const unattended = yield* Effect.makeLatch(true)
    let count = 0

    const reader = Effect.acquireRelease(
      Effect.suspend(() => {
        count++
        return unattended.close
      }),
      () => Effect.suspend(() => --count === 0 ? unattended.open : Effect.void)
    )

    const stream = Stream.unwrapScoped(Effect.gen(function*() {
      let inHand: Deferred.Deferred<void> | undefined
      const settle = (exit: Exit.Exit<void>) =>
        Effect.suspend(() => {
          const done = inHand
          inHand = undefined
          return done === undefined ? Effect.void : Deferred.done(done, exit)
        })
      yield* reader
      yield* Effect.addFinalizer((exit) =>
        Effect.flatMap(Effect.fiberId, (id) => settle(Exit.isSuccess(exit) ? Exit.void : Exit.interrupt(id)))
      )
      const next = Effect.mapBoth(waiting.take, {
        onFailure: () => Option.none(),
        onSuccess: ({ done, value }) => {
          inHand = done
          return value
        }
      })
      return Stream.repeatEffectOption(
        Effect.uninterruptibleMask((restore) => Effect.zipRight(settle(Exit.void), restore(next)))
      )
    }))

    const drain = (empty: Effect.Effect<void>) =>
      Effect.gen(function*() {
        yield* waiting.end
        yield* Effect.raceFirst(waiting.await, unattended.await)
        const left = yield* waiting.clear
        yield* Effect.forEach(left, ({ done }) => Deferred.interrupt(done), { discard: true })
        yield* empty
      }).pipe(
        // What is still there has failed, and nobody is to get it any more.
        Effect.ensuring(waiting.shutdown)
      )

    return {
      stream,
      handle: (value) =>
        Effect.flatMap(
          Deferred.make<void>(),
          (done) => Effect.zipRight(waiting.offer({ value, done }), Deferred.await(done))
        ),
      hands: () => count,
      drain
    }
  })
