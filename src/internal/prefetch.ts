/**
 * Streams that run some elements ahead of their consumer.
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

/**
 * Runs at most `count` elements ahead. `from` makes the stream, which must run `before` in front of each element.
 *
 * `Stream.buffer` alone runs two elements further ahead than its capacity. Therefore each element holds a permit from
 * its start until the consumer takes it.
 *
 * The queue of the buffer and `Stream.tap` keep what went through them until the next full garbage collection (effect
 * 3.22.4; see `async.ts`). Therefore an element goes through them in an array, which is emptied after them.
 */
export const runAhead = <A, E, R>(
  count: number,
  from: (before: Effect.Effect<unknown>) => Stream.Stream<A, E, R>
): Stream.Stream<A, E, R> =>
  count === 0 ?
    from(Effect.void) :
    Stream.unwrap(Effect.map(Effect.makeSemaphore(count), (permits) =>
      from(permits.take(1)).pipe(
        Stream.map((element) => [element]),
        Stream.buffer({ capacity: count }),
        Stream.tap(() => Effect.zipRight(permits.release(1), twoTurns)),
        Stream.mapConcat((elements) => elements.splice(0))
      )))

// Two turns of the event loop let the client send the next request before a busy consumer blocks the thread, because
// HTTP clients wait for a turn before they reuse a connection. Without the turns, such a consumer gains nothing from a
// prefetch. `Effect.sleep(0)` takes a millisecond for each turn, and a page of latency is not much longer. It is only
// for browsers, which do not have `setImmediate`. Nothing waits for a time here, so TestClock has nothing to drive.
declare const setImmediate: ((task: () => void) => void) | undefined

const turn: Effect.Effect<void> = Effect.suspend(() =>
  typeof setImmediate === "undefined" ?
    Effect.sleep(0) :
    Effect.async((resume) => setImmediate(() => resume(Effect.void)))
)

const twoTurns: Effect.Effect<void> = Effect.zipRight(turn, turn)
