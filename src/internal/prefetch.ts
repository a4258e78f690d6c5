/**
 * A stream that runs a few elements ahead of its consumer.
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

/**
 * Runs at most `count` elements ahead. `from` makes the stream: it runs `before` ahead of each element.
 *
 * `Stream.buffer` alone runs two elements further ahead than its capacity: a permit for each element between its start and
 * its consumer keeps to the count.
 */
export const runAhead = <A, E, R>(
  count: number,
  from: (before: Effect.Effect<unknown>) => Stream.Stream<A, E, R>
): Stream.Stream<A, E, R> =>
  count === 0 ?
    from(Effect.void) :
    Stream.unwrap(Effect.map(Effect.makeSemaphore(count), (permits) =>
      from(permits.take(1)).pipe(
        Stream.buffer({ capacity: count }),
        Stream.tap(() => Effect.zipRight(permits.release(1), twoTurns))
      )))

// Two turns of the event loop let the next request out before a busy consumer takes the thread. Some HTTP clients wait
// that long before they use a connection again: without it, a consumer that computes gains nothing from a prefetch.
const twoTurns: Effect.Effect<void> = Effect.repeatN(Effect.zipRight(Effect.yieldNow(), Effect.sleep(0)), 1)
