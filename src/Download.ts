/**
 * What a downloaded file is packed in, told by its first bytes: Intercom does not say.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Ref from "effect/Ref"
import * as Schema from "effect/Schema"
import * as Sink from "effect/Sink"
import * as Stream from "effect/Stream"

/**
 * The download holds several files. Its bytes are to be had as they came: each `download` has a `downloadRaw` beside it.
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
 * The download began like gzip and went on otherwise, or broke off.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidGzip extends Schema.TaggedError<InvalidGzip>()("IntercomInvalidGzip", {
  operation: Schema.String
}) {
  override get message(): string {
    return `${this.operation}: the download is not valid gzip, or not all of it`
  }
}

/**
 * Unpacks what is gzip and lets everything else through. An archive is reported before its first byte.
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
      return withFormat<E | InvalidGzip, never, ArchiveFound>(
        gunzip(bytes, operation),
        (format, bytes) => format === "tar" ? found("tar.gz") : bytes
      )
    })
}

/**
 * What a file is packed in.
 *
 * @since 1.0.0
 * @category models
 */
export type Format = "gzip" | "zip" | "tar" | "plain"

/**
 * The format that the first bytes of a file tell: 262 of them are enough for each.
 *
 * @since 1.0.0
 * @category getters
 */
export const formatOf = (head: Uint8Array): Format => {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip"
  const signature = text(head, 0, 4)
  // The second is an archive without entries.
  if (signature === "PK\u0003\u0004" || signature === "PK\u0005\u0006") return "zip"
  return text(head, 257, 262) === "ustar" ? "tar" : "plain"
}

const text = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end))

const withFormat = <E, R, E2>(
  self: Stream.Stream<Uint8Array, E, R>,
  use: (format: Format, bytes: Stream.Stream<Uint8Array, E>) => Stream.Stream<Uint8Array, E | E2>
): Stream.Stream<Uint8Array, E | E2, R> =>
  Stream.unwrapScoped(
    Effect.map(
      Stream.peel(self, firstBytes),
      ([head, rest]) => use(formatOf(head), Stream.concat(Stream.make(head), rest))
    )
  )

const firstBytes = Sink.fold<Uint8Array, Uint8Array>(
  new Uint8Array(),
  (bytes) => bytes.length < 262,
  (bytes, more) => {
    const all = new Uint8Array(bytes.length + more.length)
    all.set(bytes)
    all.set(more, bytes.length)
    return all
  }
)

// A web stream knows only one kind of failure: the typed one of its source is kept beside it.
const gunzip = <E, R>(
  self: Stream.Stream<Uint8Array, E, R>,
  operation: string
): Stream.Stream<Uint8Array, E | InvalidGzip, R> =>
  Stream.unwrap(Effect.gen(function*() {
    const failure = yield* Ref.make(Option.none<E>())
    const compressed = yield* self.pipe(
      // The web's types want bytes that nobody shares.
      Stream.map((bytes) => new Uint8Array(bytes)),
      Stream.tapError((error) => Ref.set(failure, Option.some(error))),
      Stream.toReadableStreamEffect()
    )
    return Stream.fromReadableStream(
      () => compressed.pipeThrough(new DecompressionStream("gzip")),
      () => new InvalidGzip({ operation })
    ).pipe(
      Stream.catchAll((invalid) =>
        Stream.fromEffect(Effect.flatMap(
          Ref.get(failure),
          (failure): Effect.Effect<never, E | InvalidGzip> => Effect.fail(Option.getOrElse(failure, () => invalid))
        ))
      )
    )
  }))
