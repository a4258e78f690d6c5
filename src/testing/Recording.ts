/**
 * Records the exchanges of a program with Intercom, and replays them: after one run with the real service, a test needs
 * neither a token nor a network.
 *
 * Both layers provide an `HttpClient`, below `IntercomHttp`. A recording is a directory with one file for each
 * exchange. Review the files and commit them.
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
import { fromHttpClientError } from "../internal/errors.js"
import { formatPath } from "../internal/formatPath.js"
import { fromParseIssue } from "../internal/issue.js"
import { parseJson } from "../internal/json.js"
import { fromBody, keepStatuses } from "../internal/response.js"
import * as Exchange from "./internal/recording/Exchange.js"
import * as Redaction from "./internal/recording/Redaction.js"
import * as Replay from "./internal/recording/Replay.js"

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
   * Removes more from a recording: names, phone numbers. It gets each text, and the decoded parts of a URL again on
   * their own. Return the same result for the same text.
   */
  readonly redact?: ((text: string) => string) | undefined
}

/**
 * A recording cannot be replayed, because of this file or directory.
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
 * No exchange of the recording answers a request. It is a defect: retries and error handlers do not take it for an
 * error of Intercom. It holds no secret and no e-mail address.
 *
 * @since 1.0.0
 * @category errors
 */
export class UnexpectedRequest extends Schema.TaggedError<UnexpectedRequest>()("IntercomUnexpectedRequest", {
  /** `POST /contacts` */
  request: Schema.String,
  /** The first value that differs, then the closest request and the one that was sent. Long texts are cut. */
  difference: Schema.String,
  /** The file of the closest exchange that is left. */
  closest: Schema.optional(Schema.String),
  /** The file of an exchange that matches, but has already answered. */
  used: Schema.optional(Schema.String),
  /** How many exchanges are left. */
  left: Schema.Number
}) {
  override get message(): string {
    const left = this.left === 1 ? "1 exchange is left" : `${this.left === 0 ? "no" : this.left} exchanges are left`
    return [
      `${this.request} is not in the recording; ${left}.`,
      ...(this.used === undefined ? [] : [`"${this.used}" has the same request, but has already answered.`]),
      ...(this.closest === undefined ? [] : [`The first difference from the closest exchange, "${this.closest}":`]),
      this.difference
    ].join("\n")
  }
}

/**
 * The state of a replay.
 *
 * @since 1.0.0
 * @category models
 */
export interface Service {
  /** The files of the exchanges that no request has used yet, in order. */
  readonly unused: Effect.Effect<ReadonlyArray<string>>
}

/**
 * The recording that `layerReplay` answers from.
 *
 * @since 1.0.0
 * @category tags
 */
export class Recording extends Context.Tag("effect-intercom/testing/Recording")<Recording, Service>() {}

/**
 * Records the exchanges of the `HttpClient` you provide. Each file is written before the program gets the response.
 * Files are numbered in the order of the requests. An older recording in the directory is removed; other files stay.
 *
 * Tokens, and values of JSON keys and query parameters with names of secrets (`token`, `client_secret`, `signature`,
 * …), become `redacted`. Each e-mail address becomes a pseudonym. Most headers are left out. Files still hold all other
 * personal data, secrets under other names, addresses encoded as HTML or base64 (as in cursors), and binary bodies as
 * they are: use `redact`, and review the files.
 *
 * A body is read to its end before the program gets it. An attempt that is interrupted or times out leaves no file. A
 * file that cannot be written is a defect.
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
              return fromBody(request, response, bytes)
            })
          )
      )
    })
  )

/**
 * Provides an `HttpClient` that answers from a recording and sends nothing.
 *
 * A request gets the first unused exchange with the same method, path, `intercom-version`, query and body. The order of
 * parameters and JSON keys does not matter, nor do other headers. An e-mail address matches any pseudonym, but always
 * the same one, and responses then hold the address instead of it. Other pseudonyms stay, and may be sent back.
 *
 * A body with the time of its call matches only under the same clock. `Events.create` sends one unless you give
 * `created_at`.
 *
 * Any other request ends the program with the defect `UnexpectedRequest`. `redact` must be the one of the recording.
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
          if (Either.isLeft(taken)) return yield* Effect.die(new UnexpectedRequest(taken.left))
          if ("failure" in taken.right) {
            const cause = taken.right.failure
            return yield* new HttpClientError.RequestError({ request, reason: "Transport", cause })
          }
          const response = Exchange.rewrite(taken.right.response, replay.restore)
          return fromBody(request, response, yield* Exchange.bytesOf(response.body))
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
  { readonly response: HttpClientResponse.HttpClientResponse; readonly bytes: Uint8Array<ArrayBuffer> },
  HttpClientError.HttpClientError
> =>
  Effect.flatMap(
    keepStatuses(send),
    (response) => Effect.map(response.arrayBuffer, (buffer) => ({ response, bytes: new Uint8Array(buffer) }))
  )

// The request itself is wrong, and fails the same way without a recording.
const isUnsent = (error: HttpClientError.HttpClientError): boolean =>
  error._tag === "RequestError" && error.reason !== "Transport"

const failureOf = (error: HttpClientError.HttpClientError): Exchange.Unanswered["failure"] => {
  const failure = fromHttpClientError(error, { operation: "", method: "", path: "" })
  return "code" in failure && failure.code !== undefined ? { code: failure.code } : {}
}

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

const parse = (file: string, text: string): Either.Either<Exchange.Exchange, InvalidRecording> => {
  const json = Either.getOrUndefined(parseJson(text))
  if (json === undefined) return Either.left(new InvalidRecording({ file, reason: "is not JSON" }))
  return ParseResult.decodeUnknownEither(Exchange.Exchange)(json, { onExcessProperty: "error", exact: true }).pipe(
    Either.mapLeft((error) => {
      const { path, reason } = fromParseIssue(error)
      return new InvalidRecording({ file, reason: path.length === 0 ? reason : `${formatPath(path)} ${reason}` })
    })
  )
}
