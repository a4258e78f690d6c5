/**
 * Reads a body, but not more of it than one is ready to keep.
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

/** All bytes of a body, or `undefined` if there are more than `limit`. */
export const readBody = <E, R>(
  body: Stream.Stream<Uint8Array, E, R>,
  limit: number
): Effect.Effect<Uint8Array | undefined, E, R> =>
  Effect.suspend(() => {
    const chunks: Array<Uint8Array> = []
    let size = 0
    return body.pipe(
      Stream.runForEachWhile((chunk) => {
        size += chunk.length
        if (size <= limit) chunks.push(chunk)
        // Node hangs up on a sender it stops reading from, who then sees no answer: some more is let through.
        return Effect.succeed(size <= 2 * limit)
      }),
      Effect.map(() => size <= limit ? concat(chunks, size) : undefined)
    )
  })

const concat = (chunks: ReadonlyArray<Uint8Array>, size: number): Uint8Array => {
  const all = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    all.set(chunk, offset)
    offset += chunk.length
  }
  return all
}
