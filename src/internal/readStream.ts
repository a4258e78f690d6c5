/**
 * Reads texts of any client with a limit. `layerFetch` does not need it, and is smaller without `Stream`.
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { collect, keepText, readStated, type ReadText, tooLarge } from "./exchange.js"

/** Reads a text while it arrives, unless its length is stated. */
export const readStream: ReadText = (response, most) => {
  // The length is that of the bytes that are sent, which may be packed.
  const { "content-encoding": encoding, "content-length": length } = response.headers
  if (most === Infinity || (encoding === undefined && length !== undefined)) return readStated(response, most)
  const body = collect(most)
  return Stream.runForEachWhile(response.stream, (part) => Effect.sync(() => body.add(part))).pipe(
    Effect.catchIf((error) => error.reason === "EmptyBody", () => Effect.void),
    Effect.flatMap(() =>
      body.isWhole() ? Effect.sync(() => keepText(response, body.text())) : Effect.fail(tooLarge(response, most))
    )
  )
}
