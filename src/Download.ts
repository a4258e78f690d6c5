/**
 * Detects the format of a downloaded file from its first bytes, and unpacks gzip.
 *
 * @since 1.0.0
 */
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { makeInflater } from "./internal/inflate.js"

/**
 * The download is an archive of several files. Use `downloadRaw` instead of `download` to read its bytes.
 *
 * @since 1.0.0
 * @category errors
 */
export class ArchiveFound extends Schema.TaggedError<ArchiveFound>()("IntercomArchiveFound", {
  operation: Schema.String,
  format: Schema.Literal("zip", "tar", "tar.gz")
}) {
  override get message(): string {
    return `${this.operation}: the download is a ${this.format} archive`
  }
}

/**
 * The download starts like gzip, but is invalid or incomplete.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidGzip extends Schema.TaggedError<InvalidGzip>()("IntercomInvalidGzip", {
  operation: Schema.String
}) {
  override get message(): string {
    return `${this.operation}: the download is invalid or incomplete gzip`
  }
}

/**
 * Unpacks gzip, of one member or several, and passes other bytes through. Fails with `ArchiveFound`, before the first byte, on an archive.
 *
 * @since 1.0.0
 * @category combinators
 */
export const unpack = (
  operation: string
): <E, R>(self: Stream.Stream<Uint8Array, E, R>) => Stream.Stream<Uint8Array, E | ArchiveFound | InvalidGzip, R> => {
  const found = (format: ArchiveFound["format"]) => Stream.fail(new ArchiveFound({ operation, format }))
  return <E, R>(self: Stream.Stream<Uint8Array, E, R>) =>
    withFormat<E, R, ArchiveFound | InvalidGzip>(self, (format, bytes) => {
      if (format === "plain") return bytes
      if (format !== "gzip") return found(format)
      return withFormat<E | InvalidGzip, R, ArchiveFound>(
        gunzip(bytes, operation),
        (format, bytes) => format === "tar" ? found("tar.gz") : bytes
      )
    })
}

/**
 * The format of a file.
 *
 * @since 1.0.0
 * @category models
 */
export type Format = "gzip" | "zip" | "tar" | "plain"

/**
 * Detects the format of a file from its first 262 bytes.
 *
 * @since 1.0.0
 * @category getters
 */
export const formatOf = (head: Uint8Array): Format => {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip"
  const signature = text(head, 0, 4)
  // The second signature is that of an empty archive.
  if (signature === "PK\u0003\u0004" || signature === "PK\u0005\u0006") return "zip"
  return text(head, 257, 262) === "ustar" ? "tar" : "plain"
}

const text = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end))

const withFormat = <E, R, E2>(
  self: Stream.Stream<Uint8Array, E, R>,
  use: (format: Format, bytes: Stream.Stream<Uint8Array, E, R>) => Stream.Stream<Uint8Array, E | E2, R>
): Stream.Stream<Uint8Array, E | E2, R> =>
  Stream.unwrapScoped(Effect.gen(function*() {
    const pull = yield* Stream.toPull(self)
    const parts = yield* firstOf(pull)
    return use(formatOf(headOf(parts)), Stream.concat(Stream.fromChunk(parts), Stream.repeatEffectChunkOption(pull)))
  }))

type Pull<E, R> = Effect.Effect<Chunk.Chunk<Uint8Array>, Option.Option<E>, R>

/** Reads parts until they have as many bytes as the longest signature needs, or all if there are fewer. */
const firstOf = <E, R>(
  pull: Pull<E, R>,
  parts: Chunk.Chunk<Uint8Array> = Chunk.empty()
): Effect.Effect<Chunk.Chunk<Uint8Array>, E, R> =>
  headOf(parts).length === headSize ?
    Effect.succeed(parts) :
    Effect.matchEffect(pull, {
      onFailure: Option.match({ onNone: () => Effect.succeed(parts), onSome: (error) => Effect.fail(error) }),
      // Without the empty ones, there are few parts, however many come before the first bytes.
      onSuccess: (more) => firstOf(pull, Chunk.appendAll(parts, Chunk.filter(more, ({ length }) => length > 0)))
    })

const headSize = 262

const headOf = (parts: Chunk.Chunk<Uint8Array>): Uint8Array => {
  const head = new Uint8Array(headSize)
  let length = 0
  for (const part of parts) {
    const bytes = part.subarray(0, headSize - length)
    head.set(bytes, length)
    length += bytes.length
    if (length === headSize) break
  }
  return head.subarray(0, length)
}

const gunzip = <E, R>(
  self: Stream.Stream<Uint8Array, E, R>,
  operation: string
): Stream.Stream<Uint8Array, E | InvalidGzip, R> =>
  Stream.suspend(() => {
    const { end, push } = makeInflater()
    const attempt = (work: () => ReadonlyArray<Uint8Array>) =>
      Stream.unwrap(Effect.map(
        Effect.try({ try: work, catch: () => new InvalidGzip({ operation }) }),
        (parts) => Stream.fromIterable(parts)
      ))
    return Stream.concat(Stream.flatMap(self, (bytes) => attempt(() => push(bytes))), attempt(end))
  })
