/**
 * Handles each notification once, from its arrival to the end of its handling.
 *
 * An id is claimed when the notification arrives. The claim ends when the id is stored as handled or the handler fails.
 * A duplicate that arrives during the claim gets the answer of the first. Only handled ids are stored. A notification
 * that was refused, has failed, or was lost in a crash is therefore accepted when Intercom sends it again.
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
import * as Option from "effect/Option"
import * as Queue from "effect/Queue"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { Handled } from "./deduplication.js"

/** The answer to the sender: accepted or handled; failed, send it again; the queue is full; the scope is closing. */
export type Answer = "taken" | "failed" | "full" | "closed"

export type Accept<A> = (
  id: string | null,
  value: A,
  keepAlive: KeepAlive | undefined
) => Effect.Effect<Answer, PlatformError.PlatformError>

/**
 * Keeps a request alive until the effect completes: then nothing is left to do for its value. Requests have it on a
 * platform that stops, at the end of a request, whatever the request does.
 */
export type KeepAlive = (settled: Effect.Effect<void>) => void

/** A value that has arrived. Duplicates wait for the same two. */
interface Claim {
  readonly answer: Deferred.Deferred<Answer>
  readonly settled: Deferred.Deferred<void>
}

export interface Options<A, E, R> {
  readonly acknowledge: "first" | "after"
  readonly capacity: number
  readonly handled: Handled
  /** How long closing waits for accepted values, in milliseconds. */
  readonly drainTimeout: number
  /** The time limit for storing an id and for `onFailure`, in milliseconds. */
  readonly deadline: number
  readonly onFailure: (value: A, cause: Cause.Cause<E>) => Effect.Effect<unknown, never, R>
}

/** Handles the accepted values. */
export interface Consumer<A, E = never, R = never> {
  /**
   * Completes when the value is handled. `arrived` is the time of its arrival, in milliseconds. `isAlone` if the platform
   * stops whatever a request does at its end.
   */
  readonly handle: (value: A, arrived: number, isAlone: boolean) => Effect.Effect<unknown, E, R>
  /** How many values can be handled at the same time now. All others wait. */
  readonly hands: () => number
  /** Runs when the scope closes, until no value is left. */
  readonly drain: (empty: Effect.Effect<void>) => Effect.Effect<void>
}

/** Accepts values until the scope closes. */
export const make = <A, E, R>(
  { acknowledge, capacity, deadline, drainTimeout, handled, onFailure }: Options<A, E, R>,
  { drain, handle, hands }: Consumer<A, E, R>
): Effect.Effect<Accept<A>, never, R | Scope.Scope> =>
  Effect.gen(function*() {
    const claims = new Map<string, Claim>()
    const underWay = yield* FiberSet.make()
    const run = yield* FiberSet.runtime(underWay)<R>()
    let isClosed = false
    // The fiber set interrupts the values that are left after the timeout.
    yield* Effect.addFinalizer(() => {
      isClosed = true
      return Effect.timeoutOption(Effect.interruptible(drain(FiberSet.awaitEmpty(underWay))), drainTimeout)
    })

    // Runs in its own fiber, so that an interruption of the caller does not stop it. The deadline does.
    const limited = <B, E2>(effect: Effect.Effect<B, E2, R>, complaint: string) =>
      Effect.interruptible(Effect.disconnect(effect)).pipe(
        Effect.timeout(deadline),
        Effect.forkDaemon,
        Effect.flatMap(Fiber.join),
        Effect.catchAllCause((cause) => Effect.logError(complaint, cause))
      )

    return (id, value, keepAlive) =>
      Effect.uninterruptibleMask((restore) =>
        Effect.gen(function*() {
          const claim: Claim = { answer: yield* Deferred.make<Answer>(), settled: yield* Deferred.make<void>() }
          const arrived = yield* Clock.currentTimeMillis
          // The lookup and the claim must be synchronous, so that two fibers cannot claim the same id.
          const first = id === null ? undefined : claims.get(id)
          keepAlive?.(Deferred.await((first ?? claim).settled))
          if (first !== undefined) return yield* restore(Deferred.await(first.answer))
          if (id !== null) claims.set(id, claim)

          const release = (said: Answer) => {
            if (id !== null) claims.delete(id)
            return Deferred.succeed(claim.answer, said)
          }
          const settle = Deferred.succeed(claim.settled, undefined)
          const refuse = (said: Answer) => Effect.zipRight(release(said), settle)

          const process = Effect.gen(function*() {
            if (acknowledge === "first") yield* Deferred.succeed(claim.answer, "taken")
            const exit = yield* Effect.exit(
              Effect.interruptible(Effect.suspend(() => handle(value, arrived, keepAlive !== undefined)))
            )
            if (Exit.isSuccess(exit)) {
              // It counts as handled even if storing the id fails, because handling it twice would be worse.
              yield* Deferred.succeed(claim.answer, "taken")
              if (id !== null) yield* limited(handled.add(id), notStored)
              yield* release("taken")
            } else {
              yield* release("failed")
              yield* limited(Effect.suspend(() => onFailure(value, exit.cause)), notTold)
            }
          }).pipe(Effect.ensuring(settle))

          const wasHandled = yield* restore(
            Effect.suspend(() => id === null ? Effect.succeed(false) : handled.has(id))
          ).pipe(Effect.onError(() => refuse("failed")))
          const size = yield* FiberSet.size(underWay)
          if (wasHandled) yield* refuse("taken")
          else if (isClosed) yield* refuse("closed")
          else if (size >= capacity + hands()) yield* refuse("full")
          else run(Effect.uninterruptible(process))
          return yield* restore(Deferred.await(claim.answer))
        })
      )
  })

const notStored = "A webhook notification was handled, but its id could not be stored"

const notTold = "A webhook notification was not handled, and onFailure failed, too"

/**
 * Handles up to `concurrency` values at the same time. A value alone does not wait for others: a fiber that waits
 * continues in the request that wakes it, and would stop with that one.
 */
export const workers = <A, E, R>(
  concurrency: number,
  handle: (value: A, arrived: number) => Effect.Effect<unknown, E, R>
): Effect.Effect<Consumer<A, E, R>> =>
  Effect.gen(function*() {
    // A queue instead of a semaphore, because a semaphore wakes all waiting fibers for each free permit.
    const free = yield* Queue.unbounded<void>()
    yield* Queue.offerAll(free, Array.from({ length: concurrency }, () => undefined))
    return {
      handle: (value, arrived, isAlone) =>
        isAlone
          ? handle(value, arrived)
          : Effect.zipRight(Queue.take(free), Effect.ensuring(handle(value, arrived), Queue.offer(free, undefined))),
      hands: () => concurrency,
      drain: identity
    }
  })

/** Handles each value by passing it to one of the readers of a stream. */
export interface Readers<A> extends Consumer<A> {
  /** A value counts as handled when its reader pulls the next one, or when the reader's stream ends without failure. */
  readonly stream: Stream.Stream<A>
}

export const readers = <A>(): Effect.Effect<Readers<A>> =>
  Effect.gen(function*() {
    // The oldest is first. A value is here until a reader takes it or the drain fails it, never after.
    const waiting = new Map<Deferred.Deferred<void>, A>()
    const arrived = yield* Effect.makeLatch()
    const unattended = yield* Effect.makeLatch(true)
    let isClosing = false
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
      // Only waiting for a value is interruptible, so that no value is lost after it was taken.
      const next = (wait: Effect.Effect<void>): Effect.Effect<A, Option.Option<never>> =>
        Effect.suspend(() => {
          for (const [done, value] of waiting) {
            waiting.delete(done)
            inHand = done
            return Effect.succeed(value)
          }
          if (isClosing) return Effect.fail(Option.none())
          arrived.unsafeClose()
          return Effect.zipRight(wait, next(wait))
        })
      return Stream.repeatEffectOption(
        Effect.uninterruptibleMask((restore) => Effect.zipRight(settle(Exit.void), next(restore(arrived.await))))
      )
    }))

    const failWaiting = Effect.suspend(() => {
      const left = Array.from(waiting.keys())
      waiting.clear()
      return Effect.forEach(left, Deferred.interrupt, { discard: true })
    })

    return {
      stream,
      handle: (value) =>
        Effect.flatMap(Deferred.make<void>(), (done) => {
          waiting.set(done, value)
          return Effect.zipRight(arrived.open, Deferred.await(done))
        }),
      hands: () => count,
      drain: (empty) =>
        Effect.suspend(() => {
          isClosing = true
          return Effect.zipRight(arrived.open, Effect.raceFirst(empty, unattended.await))
        }).pipe(Effect.ensuring(failWaiting), Effect.zipRight(empty))
    }
  })
