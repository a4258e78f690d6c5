/**
 * Reads a body, but not more of it than one is ready to keep.
 */
import type * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"

/** All bytes of a body, or `undefined` if there are more than `limit`. */
export const readBody = <E, R>(
  body: Stream.Stream<Uint8Array, E, R>,
  limit: number
): Effect.Effect<Uint8Array | undefined, E, Exclude<R, Scope.Scope>> =>
  Effect.scoped(Effect.gen(function*() {
    // Pulled by hand: to run a stream costs more than all else that a small body needs.
    const pull = yield* Stream.toPull(body)
    const kept: Array<Uint8Array> = []
    let size = 0
    const keep = (parts: Chunk.Chunk<Uint8Array>): void => {
      for (const part of parts) {
        size += part.length
        if (size <= limit) kept.push(part)
      }
    }
    // Node hangs up on a sender it stops reading from, who then sees no answer: some more is let through.
    const rest: Effect.Effect<void, Option.Option<E>, R> = Effect.flatMap(pull, (parts) => {
      keep(parts)
      return size <= 2 * limit ? rest : Effect.void
    })
    yield* Effect.catchAll(rest, Option.match({ onNone: () => Effect.void, onSome: Effect.fail }))
    return size <= limit ? concat(kept, size) : undefined
  }))

const concat = (chunks: ReadonlyArray<Uint8Array>, size: number): Uint8Array => {
  const all = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    all.set(chunk, offset)
    offset += chunk.length
  }
  return all
}
