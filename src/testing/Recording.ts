/**
 * Records what a program and Intercom say to each other, and plays it back: a test that has seen the real service once,
 * and needs neither a token nor a network ever after.
 *
 * Both stand in the place of `HttpClient`, below `IntercomHttp`. A recording is a directory with one file for each
 * exchange, to be read, reviewed and committed.
 *
 * @since 1.0.0
 */
import type { PlatformError } from "@effect/platform/Error"
import * as FileSystem from "@effect/platform/FileSystem"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Path from "@effect/platform/Path"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { fromHttpClientError } from "../IntercomHttp.js"
import { formatPath, fromParseIssue } from "../internal/issue.js"
import * as Exchange from "./internal/recording/Exchange.js"
import * as Redaction from "./internal/recording/Redaction.js"
import * as Replay from "./internal/recording/Replay.js"

export { UnexpectedRequest } from "./internal/recording/Replay.js"

/**
 * Options of `layerRecord` and `layerReplay`.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options {
  /** The directory of the recording. Give each program its own. */
  readonly directory: string
  /**
   * Removes more from a recording: names, phone numbers. It gets each text before addresses are removed, and the decoded
   * parts of a URL again on their own. Return the same result for the same text.
   */
  readonly redact?: ((text: string) => string) | undefined
}

/**
 * A file, or the directory, cannot be replayed.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidRecording extends Schema.TaggedError<InvalidRecording>()("IntercomInvalidRecording", {
  file: Schema.String,
  reason: Schema.String
}) {
  override get message(): string {
    return `${this.file}: ${this.reason}`
  }
}

/**
 * What a test can ask of the recording that is played back.
 *
 * @since 1.0.0
 * @category models
 */
export interface Service {
  /** The files of the exchanges that nothing has asked for yet, in order. */
  readonly unused: Effect.Effect<ReadonlyArray<string>>
}

/**
 * The recording that is played back, as a test sees it.
 *
 * @since 1.0.0
 * @category tags
 */
export class Recording extends Context.Tag("effect-intercom/testing/Recording")<Recording, Service>() {}

/**
 * The `HttpClient` there is, and every exchange is written down before the program gets its response: in the order of
 * the requests, also where they run at the same time. A recording that was in the directory goes; other files stay.
 *
 * Tokens and e-mail addresses do not get into a file (see `Redaction.make`), and of headers only those that
 * `Exchange` names. Names, phone numbers and what else is personal do, unless `redact` takes them out; so does whatever
 * is inside of binary bodies (archives, images, audio), which are kept as they are, and of cursors, which hold in base64
 * what the list was sorted by: an address, where you sort by it. Gzip is unpacked.
 *
 * A body is read to its end before the program gets any of it. An attempt that is interrupted, or takes longer than its
 * `timeout`, leaves no file: a replay knows only what came after it. A file that cannot be written is a defect.
 *
 * @example
 * ```ts
 * import { FetchHttpClient } from "@effect/platform"
 * import { Contacts, IntercomHttp } from "effect-intercom"
 * import * as Recording from "effect-intercom/testing/Recording"
 * import { Effect, Layer, Redacted } from "effect"
 *
 * const Recorded = Recording.layerRecord({ directory: "test/recordings/contacts" }).pipe(
 *   Layer.provide(FetchHttpClient.layer)
 * )
 *
 * // Provide the file system of your platform: `NodeContext.layer`.
 * export const program = Contacts.find("63a07ddf05a32042dffac965").pipe(
 *   Effect.provide(IntercomHttp.layer({ accessToken: Redacted.make("…") }).pipe(Layer.provide(Recorded)))
 * )
 * ```
 *
 * @since 1.0.0
 * @category layers
 */
export const layerRecord = (
  options: Options
): Layer.Layer<HttpClient.HttpClient, PlatformError, HttpClient.HttpClient | FileSystem.FileSystem | Path.Path> =>
  Layer.effect(
    HttpClient.HttpClient,
    Effect.gen(function*() {
      const client = yield* HttpClient.HttpClient
      const files = yield* FileSystem.FileSystem
      const path = yield* Path.Path
      yield* files.makeDirectory(options.directory, { recursive: true })
      for (const name of yield* files.readDirectory(options.directory)) {
        if (Exchange.numberOf(name) !== undefined) yield* files.remove(path.join(options.directory, name))
      }
      const redactor = Redaction.make(options.redact)
      let last = 0

      const write = (number: number, exchange: Exchange.Exchange): Effect.Effect<void> =>
        Effect.orDie(
          files.writeFileString(
            path.join(options.directory, Exchange.fileName(number, exchange.request)),
            `${JSON.stringify(exchange, null, 2)}\n`
          )
        )

      return HttpClient.transform(
        client,
        (send, request) =>
          Effect.uninterruptibleMask((restore) =>
            Effect.gen(function*() {
              const recorded = yield* Exchange.fromRequest(request, redactor)
              const number = ++last
              const { bytes, response } = yield* restore(receive(send)).pipe(
                Effect.tapError((error) =>
                  isUnsent(error) ? Effect.void : write(number, { request: recorded, failure: failureOf(error) })
                )
              )
              const answer = yield* Exchange.fromResponse(response, bytes, redactor)
              yield* write(number, { request: recorded, response: answer })
              return Exchange.toResponse(request, response, bytes)
            })
          )
      )
    })
  )

/**
 * An `HttpClient` that answers from a recording and sends nothing.
 *
 * A request is answered by the first exchange left that has the same method, path, `intercom-version`, query and JSON
 * body, whatever the order of parameters and keys; the token and all other headers do not matter. Where an address was
 * recorded any address will do, the same one wherever that pseudonym comes again, and the answers have the program's
 * own addresses in the place of those pseudonyms. Others stay, and may be sent back.
 *
 * A body that holds the time of its call, as that of `Events.create` does unless you give `created_at`, is the same only
 * under the same clock: give the time, or a clock that stands still.
 *
 * What is not in the recording ends the program with the defect `UnexpectedRequest`, which shows the difference to the
 * closest exchange. `Recording` tells what has not been asked for. `redact` has to be the one that was recorded with.
 *
 * @example
 * ```ts
 * import { FileSystem, Path } from "@effect/platform"
 * import { Contacts, IntercomHttp } from "effect-intercom"
 * import * as Recording from "effect-intercom/testing/Recording"
 * import { Effect, Layer, Redacted } from "effect"
 *
 * const files = FileSystem.layerNoop({
 *   readDirectory: () => Effect.succeed(["0001 GET contacts 1.json"]),
 *   readFileString: () =>
 *     Effect.succeed(JSON.stringify({
 *       request: { method: "GET", path: "/contacts/1", headers: { "intercom-version": "2.15" } },
 *       response: { status: 200, headers: {}, body: { json: { type: "contact", id: "1" } } }
 *     }))
 * })
 *
 * // In a test of yours: `NodeContext.layer`.
 * const Platform = Layer.merge(files, Path.layer)
 *
 * const Replayed = IntercomHttp.layer({ accessToken: Redacted.make("any") }).pipe(
 *   Layer.provideMerge(Recording.layerReplay({ directory: "test/recordings/contacts" })),
 *   Layer.provide(Platform)
 * )
 *
 * const test = Effect.gen(function*() {
 *   const contact = yield* Contacts.find("1")
 *   const recording = yield* Recording.Recording
 *   console.log(contact.id, yield* recording.unused) // 1 []
 * })
 *
 * Effect.runPromise(test.pipe(Effect.provide(Replayed)))
 * ```
 *
 * @since 1.0.0
 * @category layers
 */
export const layerReplay = (
  options: Options
): Layer.Layer<HttpClient.HttpClient | Recording, InvalidRecording, FileSystem.FileSystem | Path.Path> =>
  Layer.effectContext(
    Effect.map(read(options.directory), (entries) => {
      const redactor = Redaction.make(options.redact)
      const replay = Replay.make(entries, redactor)
      const client = HttpClient.make((request) =>
        Effect.gen(function*() {
          const taken = replay.take(yield* Exchange.fromRequest(request, redactor))
          if (taken instanceof Replay.UnexpectedRequest) return yield* Effect.die(taken)
          if ("failure" in taken) {
            return yield* new HttpClientError.RequestError({ request, reason: "Transport", cause: taken.failure })
          }
          const { body, headers, status } = taken.response
          const bytes = yield* Exchange.bytesOf(body === undefined ? body : Exchange.rewrite(body, replay.restore))
          return Exchange.toResponse(request, { status, headers: mapText(headers, replay.restore) }, bytes)
        })
      )
      return Context.make(HttpClient.HttpClient, client).pipe(
        Context.add(Recording, { unused: Effect.sync(replay.unused) })
      )
    })
  )

const receive = (
  send: Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.HttpClientError>
): Effect.Effect<
  { readonly response: HttpClientResponse.HttpClientResponse; readonly bytes: Uint8Array },
  HttpClientError.HttpClientError
> =>
  send.pipe(
    // The client may have turned statuses into errors.
    Effect.catchIf(
      (error) => error._tag === "ResponseError" && error.reason === "StatusCode",
      (error) => "response" in error ? Effect.succeed(error.response) : Effect.fail(error)
    ),
    Effect.flatMap((response) =>
      Effect.map(response.arrayBuffer, (buffer) => ({ response, bytes: new Uint8Array(buffer) }))
    )
  )

// The program's own fault: it comes again without a recording.
const isUnsent = (error: HttpClientError.HttpClientError): boolean =>
  error._tag === "RequestError" && error.reason !== "Transport"

const failureOf = (error: HttpClientError.HttpClientError): Exchange.Unanswered["failure"] => {
  const failure = fromHttpClientError({ operation: "", method: "", path: "" })(error)
  return "code" in failure && failure.code !== undefined ? { code: failure.code } : {}
}

const mapText = (
  headers: Readonly<Record<string, string>>,
  { text }: Redaction.Rewriter
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, text(value)]))

const read = (
  directory: string
): Effect.Effect<ReadonlyArray<Replay.Entry>, InvalidRecording, FileSystem.FileSystem | Path.Path> =>
  Effect.gen(function*() {
    const files = yield* FileSystem.FileSystem
    const path = yield* Path.Path
    const names = yield* Effect.mapError(files.readDirectory(directory), unreadable(directory))
    const numbered = names.flatMap((file) => {
      const number = Exchange.numberOf(file)
      return number === undefined ? [] : [{ file, number }]
    })
    return yield* Effect.forEach(
      numbered.sort((one, other) => one.number - other.number),
      ({ file }) =>
        Effect.gen(function*() {
          const whole = path.join(directory, file)
          const text = yield* Effect.mapError(files.readFileString(whole), unreadable(whole))
          return { file, exchange: yield* parse(whole, text) }
        })
    )
  })

const unreadable = (file: string) => (error: PlatformError): InvalidRecording =>
  new InvalidRecording({
    file,
    reason: error._tag === "SystemError" && error.reason === "NotFound" ? "does not exist" : "cannot be read"
  })

const parse = (file: string, text: string): Either.Either<Exchange.Exchange, InvalidRecording> =>
  Either.try({
    try: (): unknown => JSON.parse(text),
    catch: () => new InvalidRecording({ file, reason: "is not JSON" })
  }).pipe(Either.flatMap((json) =>
    ParseResult.decodeUnknownEither(Exchange.Exchange)(json, { onExcessProperty: "error", exact: true }).pipe(
      Either.mapLeft((error) => {
        const { path, reason } = fromParseIssue(error)
        return new InvalidRecording({ file, reason: path.length === 0 ? reason : `${formatPath(path)} ${reason}` })
      })
    )
  ))
