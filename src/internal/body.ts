/**
 * Reads a body with a limit on its size.
 */
import type * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"

/** Returns all bytes of a body, or `undefined` if there are more than `limit`. */
export const readBody = <E, R>(
  body: Stream.Stream<Uint8Array, E, R>,
  limit: number
): Effect.Effect<Uint8Array | undefined, E, Exclude<R, Scope.Scope>> =>
  Effect.scoped(Effect.gen(function*() {
    // Pulled directly, because running a stream costs more than everything else that a small body needs.
    const pull = yield* Stream.toPull(body)
    const kept: Array<Uint8Array> = []
    let size = 0
    const keep = (parts: Chunk.Chunk<Uint8Array>): void => {
      for (const part of parts) {
        size += part.length
        if (size <= limit) kept.push(part)
      }
    }
    // If the server stops reading, Node closes the connection and the sender gets no response. So it reads a bit more.
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
