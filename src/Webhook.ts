/**
 * Notifications from Intercom: checked, decoded and handled, each once.
 *
 * @since 1.0.0
 */
import type * as PlatformError from "@effect/platform/Error"
import type * as HttpApp from "@effect/platform/HttpApp"
import type * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import type * as KeyValueStore from "@effect/platform/KeyValueStore"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import type * as ConfigError from "effect/ConfigError"
import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { identity } from "effect/Function"
import * as Predicate from "effect/Predicate"
import * as Redacted from "effect/Redacted"
import * as Runtime from "effect/Runtime"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { Issue } from "./IntercomError.js"
import { readBody } from "./internal/body.js"
import { invalidOption } from "./internal/configuration.js"
import * as deduplication from "./internal/deduplication.js"
import * as delivery from "./internal/delivery.js"
import { formatPath } from "./internal/formatPath.js"
import { parseJson } from "./internal/json.js"
import * as signatures from "./internal/signature.js"
import { decodeUnknownEither, type Notification } from "./models/Notification.js"

/**
 * @since 1.0.0
 */
export * from "./models/Notification.js"

/**
 * The header that holds a signature: Intercom's own, or that of the Fin Agent API.
 *
 * @since 1.0.0
 * @category models
 */
export type SignatureHeader = "X-Hub-Signature" | "X-Fin-Agent-API-Webhook-Signature"

/**
 * The signature Intercom would send with these bytes: for tests that play Intercom. An empty secret is a defect.
 *
 * @since 1.0.0
 * @category constructors
 */
export const sign = ({ body, header = "X-Hub-Signature", secret }: UnsignedBody): Effect.Effect<string> =>
  signatures.sign(body, secret, schemeOf(header))

/**
 * A body, and the secret to sign it with.
 *
 * @since 1.0.0
 * @category models
 */
export interface UnsignedBody extends Pick<SignedBody, "body" | "header"> {
  /** The app's client secret, or the secret of the Fin Agent API. */
  readonly secret: Redacted.Redacted
}

/**
 * The bytes were not signed with the client secret. `reason` says whether the header was missing, was no signature, or
 * was that of other bytes or of another secret.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidSignature extends Schema.TaggedError<InvalidSignature>()("IntercomInvalidSignature", {
  reason: Schema.Literal("missing", "malformed", "mismatch")
}) {
  override get message(): string {
    return `webhook: the signature is ${this.reason === "mismatch" ? "not that of the body" : this.reason}`
  }
}

/**
 * A body and the signature it came with.
 *
 * @since 1.0.0
 * @category models
 */
export interface SignedBody {
  /** The app's client secret, from the Developer Hub. Give several while you change it. */
  readonly secret: Redacted.Redacted | ReadonlyArray<Redacted.Redacted>
  /** The body as it arrived, before anything parsed it. */
  readonly body: Uint8Array
  /** The value of the header, in any casing. */
  readonly signature: string | null | undefined
  /** The header it came in. Default: `"X-Hub-Signature"`. */
  readonly header?: SignatureHeader | undefined
}

/**
 * Checks that a body was signed with the app's client secret. The comparison takes the same time wherever the first
 * difference is.
 *
 * The signature of the Fin Agent API is not documented: HMAC-SHA256 is what developers report.
 *
 * @example
 * ```ts
 * import { Webhook } from "effect-intercom"
 * import { Redacted } from "effect"
 *
 * const secret = Redacted.make("the app's client secret")
 *
 * export const verified = async (request: Request) => {
 *   const body = new Uint8Array(await request.arrayBuffer())
 *   return Webhook.verify({ secret, body, signature: request.headers.get("X-Hub-Signature") })
 * }
 * ```
 *
 * @since 1.0.0
 * @category guards
 */
export const verify = (
  { body, header = "X-Hub-Signature", secret, signature }: SignedBody
): Effect.Effect<void, InvalidSignature> =>
  Effect.flatMap(macOf(signature, header), (mac) => signedWith(secretsOf(secret), mac, body, header))

const macOf = (
  signature: string | null | undefined,
  header: SignatureHeader
): Either.Either<Uint8Array<ArrayBuffer>, InvalidSignature> => {
  if (signature === null || signature === undefined) return Either.left(new InvalidSignature({ reason: "missing" }))
  const mac = signatures.parse(signature.trim(), schemeOf(header))
  return mac === undefined ? Either.left(new InvalidSignature({ reason: "malformed" })) : Either.right(mac)
}

const signedWith = (
  secrets: ReadonlyArray<Redacted.Redacted>,
  mac: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array,
  header: SignatureHeader
): Effect.Effect<void, InvalidSignature> =>
  Effect.flatMap(
    signatures.matches(bytes, mac, secrets, schemeOf(header)),
    (isMatch) => isMatch ? Effect.void : Effect.fail(new InvalidSignature({ reason: "mismatch" }))
  )

/**
 * A body that is no notification. `at` is the place inside it, `reason` what was expected there; never the value.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidNotification extends Schema.TaggedError<InvalidNotification>()("IntercomInvalidNotification", {
  /** The place inside the body: `["data", "item"]`. */
  at: Schema.Array(Schema.Union(Schema.String, Schema.Number)),
  reason: Schema.String
}) {
  override get message(): string {
    const place = formatPath(this.at)
    return `webhook: invalid notification, ${place === "" ? "the body" : place} ${this.reason}`
  }
}

/**
 * Reads a notification from the bytes of a body. It does not check who sent them: `verify` does.
 *
 * An event of the Fin Agent API comes without an envelope: it is an `UnknownNotification` whose `original_topic` is the
 * name of the event, and `data.item` all of it.
 *
 * @since 1.0.0
 * @category constructors
 */
export const decode = (bytes: Uint8Array): Effect.Effect<Notification, InvalidNotification> =>
  textOf(bytes).pipe(
    Either.flatMap(parseJson),
    Either.flatMap((value) => decodeUnknownEither(withEnvelope(value))),
    Effect.mapError(({ path, reason }) => new InvalidNotification({ at: path, reason }))
  )

const textOf = (bytes: Uint8Array): Either.Either<string, Issue> =>
  Either.try({
    try: () => new TextDecoder("utf-8", { fatal: true }).decode(bytes),
    catch: () => ({ path: [], reason: "is not JSON" })
  })

const withEnvelope = (value: unknown): unknown =>
  Predicate.isRecord(value) && value.topic === undefined && Predicate.isString(value.event_name) ?
    { id: null, topic: value.event_name, created_at: value.created_at_ms, data: { item: value } } :
    value

/**
 * How notifications come in. Only the secret has no default.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options<E = never, R = never> {
  /** The app's client secret, of the Developer Hub. Several while it is being changed. */
  readonly clientSecret: Redacted.Redacted | ReadonlyArray<Redacted.Redacted>
  /** What signs the events of the Fin Agent API, to take those too. Default: they are refused. */
  readonly finAgentSecret?: Redacted.Redacted | ReadonlyArray<Redacted.Redacted> | undefined
  /**
   * When Intercom is answered: `"first"`, as soon as the notification is in the queue, or `"after"` it was handled, so
   * that what has failed is sent once more. Default: `"first"`.
   */
  readonly acknowledge?: "first" | "after" | undefined
  /** When the answer is 500 for want of another one: Intercom waits 5 seconds. Default: 4 seconds. */
  readonly deadline?: Duration.DurationInput | undefined
  /** How many notifications may wait to be handled; further ones are answered with 429. Default: 1,024. */
  readonly capacity?: number | undefined
  /** In bytes; more is answered with 413. Default: 5 MiB. */
  readonly maxBodySize?: number | undefined
  /** Where the ids of handled notifications are kept. Default: the newest 100,000, in memory. */
  readonly store?: KeyValueStore.KeyValueStore | undefined
  /** How long an id counts as handled. Default: 1 day. */
  readonly deduplicationWindow?: Duration.DurationInput | undefined
  /** How long closing waits for what was accepted to be handled. Default: 10 seconds. */
  readonly drainTimeout?: Duration.DurationInput | undefined
  /**
   * What to do with a notification that was accepted and not handled, within the time of `deadline`. Default: an error in
   * the log.
   */
  readonly onFailure?: ((failure: Failure<E>) => Effect.Effect<unknown, never, R>) | undefined
}

/**
 * How notifications come in, and what is done with each.
 *
 * @since 1.0.0
 * @category models
 */
export interface HandlerOptions<E = never, R = never> extends Options<E | Cause.TimeoutException, R> {
  /**
   * Handles one notification, in a scope of its own. It has failed if it fails, dies, is interrupted or takes too long;
   * what cannot be interrupted then is left to itself.
   */
  readonly onNotification: (notification: Notification) => Effect.Effect<unknown, E, R>
  /** How many are handled at the same time. Default: 16. */
  readonly concurrency?: number | undefined
  /** How long handling one may take when Intercom was answered first. Default: 1 minute. */
  readonly timeout?: Duration.DurationInput | undefined
}

/**
 * A notification that was accepted and not handled, and why: what the handler failed with, a `TimeoutException`, or an
 * interruption when the scope closed before its end.
 *
 * @since 1.0.0
 * @category models
 */
export interface Failure<E = never> {
  readonly notification: Notification
  readonly cause: Cause.Cause<E>
}

/**
 * Where notifications come in, and where they come out.
 *
 * @since 1.0.0
 * @category models
 */
export interface Receiver {
  /** To be mounted at any path of a server of the platform. */
  readonly httpApp: HttpApp.Default
  /** The same for runtimes of the web. */
  readonly webHandler: (request: Request) => Promise<Response>
  /**
   * What arrives, each to one of those who read it. A notification counts as handled when the next one is asked for, or
   * the stream ends well. The stream ends when the scope closes.
   */
  readonly stream: Stream.Stream<Notification>
}

/**
 * Opens a receiver without a handler, for a `Stream`. When the scope closes it refuses what comes (503, Intercom tries
 * again), and waits for the stream to take what is there.
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = <R = never>(
  options: Options<never, R>
): Effect.Effect<Receiver, ConfigError.ConfigError, Exclude<R, Scope.Scope> | Scope.Scope> =>
  Effect.gen(function*() {
    const settings = yield* settingsOf(options)
    const { stream, ...consumer } = yield* delivery.readers<Notification>()
    return { ...(yield* open(options, settings, consumer)), stream }
  })

/**
 * An app that receives notifications and has them handled, to be mounted at any path. It answers
 *
 * - 200: accepted, handled already, or the `HEAD` with which Intercom checks the address;
 * - 400: not a notification; 401: not signed with the secret; 405: neither `HEAD` nor `POST`; 413: too large;
 * - 429: the queue is full, and Intercom slows down;
 * - 500: not handled, or not in time; 503: the scope is closing. Intercom tries once more.
 *
 * Notifications are handled in the scope; when it closes, those accepted are handled first.
 *
 * @example
 * ```ts
 * import { HttpRouter } from "@effect/platform"
 * import { Webhook } from "effect-intercom"
 * import { Config, Effect } from "effect"
 *
 * export const router = Effect.gen(function*() {
 *   const clientSecret = yield* Config.redacted("INTERCOM_CLIENT_SECRET")
 *   const app = yield* Webhook.httpApp({
 *     clientSecret,
 *     onNotification: (notification) => Effect.log(`a ${notification.topic} came in`)
 *   })
 *   return HttpRouter.empty.pipe(HttpRouter.mountApp("/intercom", app))
 * })
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const httpApp = <E, R>(
  options: HandlerOptions<E, R>
): Effect.Effect<HttpApp.Default, ConfigError.ConfigError, Exclude<R, Scope.Scope> | Scope.Scope> =>
  Effect.map(handling(options), (receiver) => receiver.httpApp)

/**
 * The same as `httpApp`, as a function from request to response: for runtimes of the web. Where those stop a program as
 * soon as it has answered, acknowledge `"after"`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const webHandler = <E, R>(
  options: HandlerOptions<E, R>
): Effect.Effect<Receiver["webHandler"], ConfigError.ConfigError, Exclude<R, Scope.Scope> | Scope.Scope> =>
  Effect.map(handling(options), (receiver) => receiver.webHandler)

/**
 * The notifications that come in at an app while the stream runs. `serve` gets the app and serves it.
 *
 * @since 1.0.0
 * @category constructors
 */
export const stream = <E, R, R2 = never>(
  options: Options<never, R2>,
  serve: (app: HttpApp.Default) => Effect.Effect<unknown, E, R>
): Stream.Stream<Notification, E | ConfigError.ConfigError, Exclude<R | R2, Scope.Scope>> =>
  Stream.unwrapScoped(
    Effect.flatMap(make(options), (receiver) => Effect.as(serve(receiver.httpApp), receiver.stream))
  )

const schemeOf = (header: SignatureHeader): signatures.Scheme =>
  header === "X-Hub-Signature" ? signatures.hub : signatures.finAgent

const secretsOf = (
  secret: Redacted.Redacted | ReadonlyArray<Redacted.Redacted> | undefined
): ReadonlyArray<Redacted.Redacted> => secret === undefined ? [] : Redacted.isRedacted(secret) ? [secret] : secret

interface Settings {
  readonly secrets: Readonly<Record<SignatureHeader, ReadonlyArray<Redacted.Redacted>>>
  readonly acknowledge: "first" | "after"
  readonly capacity: number
  readonly maxBodySize: number
  /** This and all other times in milliseconds. */
  readonly deadline: number
  readonly drainTimeout: number
  readonly window: number
}

const settingsOf = <E, R>(options: Options<E, R>): Effect.Effect<Settings, ConfigError.ConfigError> => {
  const settings: Settings = {
    secrets: {
      "X-Hub-Signature": secretsOf(options.clientSecret),
      "X-Fin-Agent-API-Webhook-Signature": secretsOf(options.finAgentSecret)
    },
    acknowledge: options.acknowledge ?? "first",
    capacity: options.capacity ?? 1024,
    maxBodySize: options.maxBodySize ?? 5 * 1024 * 1024,
    deadline: millisOf(options.deadline ?? "4 seconds"),
    drainTimeout: millisOf(options.drainTimeout ?? "10 seconds"),
    window: millisOf(options.deduplicationWindow ?? "1 day")
  }
  const { capacity, deadline, drainTimeout, maxBodySize, secrets, window } = settings
  if (secrets["X-Hub-Signature"].length === 0) return invalidOption("clientSecret", "must not be empty")
  if (Object.values(secrets).flat().some((secret) => Redacted.value(secret) === "")) {
    return invalidOption("clientSecret", "and finAgentSecret must not be empty")
  }
  if (!isCount(capacity)) return invalidOption("capacity", mustCount)
  if (!isCount(maxBodySize)) return invalidOption("maxBodySize", mustCount)
  if (!(deadline > 0 && deadline < 5000)) {
    return invalidOption("deadline", "must be within the 5 seconds that Intercom waits")
  }
  if (!(window > 0)) return invalidOption("deduplicationWindow", mustLast)
  if (!(drainTimeout >= 0)) return invalidOption("drainTimeout", "must not be negative")
  return Effect.succeed(settings)
}

// To `Duration`, what is negative or no number is zero.
const millisOf = (time: Duration.DurationInput): number => /^-|NaN/.test(`${time}`) ? NaN : Duration.toMillis(time)

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value > 0

const mustCount = "must be a whole number above 0"

const mustLast = "must be longer than nothing"

// By its key, since its module loads sockets and multipart parsers, which take longer than all of this one.
const ServerRequest = Context.GenericTag<HttpServerRequest.HttpServerRequest>("@effect/platform/HttpServerRequest")

const open = <E, R, R2>(
  { onFailure = logFailure, store }: Options<E, R>,
  settings: Settings,
  consumer: delivery.Consumer<Notification, E, R2>
): Effect.Effect<Omit<Receiver, "stream">, ConfigError.ConfigError, Exclude<R, Scope.Scope> | R2 | Scope.Scope> =>
  Effect.gen(function*() {
    const { window } = settings
    const accept = yield* delivery.make<Notification, E, Exclude<R, Scope.Scope> | R2>({
      ...settings,
      handled: store === undefined ? deduplication.inMemory(100_000, window) : deduplication.inStore(store, window),
      onFailure: (notification, cause) => Effect.scoped(onFailure({ notification, cause }))
    }, consumer)
    const answer = answerWith(settings, accept)
    const run = Runtime.runPromise(yield* Effect.runtime())
    return {
      httpApp: Effect.gen(function*() {
        const { headers, method, stream: body } = yield* ServerRequest
        const status = yield* answer({ method, header: (name) => headers[name.toLowerCase()], body })
        return HttpServerResponse.empty({ status, headers: headersOf(status) })
      }),
      webHandler: async (request) => {
        const { headers, method } = request
        const header = (name: string) => headers.get(name) ?? undefined
        const status = await run(answer({ method, header, body: bodyOf(request) }))
        return new Response(null, { status, headers: headersOf(status) })
      }
    }
  })

const handling = <E, R>(
  options: HandlerOptions<E, R>
): Effect.Effect<Omit<Receiver, "stream">, ConfigError.ConfigError, Exclude<R, Scope.Scope> | Scope.Scope> =>
  Effect.gen(function*() {
    const settings = yield* settingsOf(options)
    const { acknowledge, deadline } = settings
    const { concurrency = 16, onNotification } = options
    const timeout = millisOf(options.timeout ?? "1 minute")
    if (!isCount(concurrency)) return yield* invalidOption("concurrency", mustCount)
    if (!(timeout > 0)) return yield* invalidOption("timeout", mustLast)

    const handle = (notification: Notification, arrived: number) =>
      Effect.gen(function*() {
        const now = yield* Clock.currentTimeMillis
        const limit = acknowledge === "first" ? timeout : arrived + deadline - now
        // What waited too long has been refused: it is not even begun.
        if (limit <= 0) return yield* new Cause.TimeoutException()
        // Nobody waits for what cannot be interrupted.
        return yield* Effect.timeout(Effect.disconnect(Effect.scoped(onNotification(notification))), limit)
      }).pipe(Effect.withSpan("Intercom.Webhook.handle", {
        captureStackTrace: false,
        root: true,
        attributes: { "intercom.topic": notification.original_topic, "intercom.notification_id": notification.id }
      }))

    return yield* open(options, settings, yield* delivery.workers(concurrency, handle))
  })

const logFailure = <E>({ cause, notification: { id, original_topic: topic } }: Failure<E>): Effect.Effect<void> =>
  Effect.annotateLogs(Effect.logError("A webhook notification was not handled", cause), { id, topic })

const bodyOf = ({ body }: Request): Stream.Stream<Uint8Array, unknown> =>
  body === null ? Stream.empty : Stream.fromReadableStream({ evaluate: () => body, onError: identity })

const headersOf = (status: number): Record<string, string> => status === 405 ? { allow: "HEAD, POST" } : {}

/** A request, whoever serves it. */
interface Incoming {
  readonly method: string
  readonly header: (name: string) => string | undefined
  readonly body: Stream.Stream<Uint8Array, unknown>
}

/** A request that is answered with this status. */
class Refused extends Data.TaggedError("Refused")<{ readonly status: number; readonly message: string }> {}

const answerWith = ({ deadline, maxBodySize, secrets }: Settings, accept: delivery.Accept<Notification>) => {
  const tooLarge = new Refused({ status: 413, message: `webhook: the body is larger than ${maxBodySize} bytes` })
  const unreadable = new Refused({ status: 400, message: "webhook: the body broke off" })

  const receive = ({ body, header }: Incoming) =>
    Effect.gen(function*() {
      const signedBy = signatureHeaders.find((name) => header(name) !== undefined)
      if (signedBy === undefined) return yield* new InvalidSignature({ reason: "missing" })
      const mac = yield* macOf(header(signedBy), signedBy)
      if (Number(header("Content-Length")) > maxBodySize) return yield* tooLarge
      const bytes = yield* Effect.mapError(readBody(body, maxBodySize), () => unreadable)
      if (bytes === undefined) return yield* tooLarge
      yield* signedWith(secrets[signedBy], mac, bytes, signedBy)
      const notification = yield* decode(bytes)
      return statusOf[yield* accept(notification.id || null, notification)]
    })

  return (incoming: Incoming): Effect.Effect<number> => {
    if (incoming.method === "HEAD") return Effect.succeed(200)
    if (incoming.method !== "POST") return Effect.succeed(405)
    return Effect.interruptible(Effect.disconnect(receive(incoming))).pipe(
      Effect.timeoutTo({ duration: deadline, onSuccess: identity, onTimeout: () => 500 }),
      Effect.catchAll((error) => Effect.as(report(error), refusalOf(error))),
      Effect.catchAllCause((cause) => Effect.as(reportDefect(cause), 500))
    )
  }
}

const signatureHeaders: ReadonlyArray<SignatureHeader> = ["X-Hub-Signature", "X-Fin-Agent-API-Webhook-Signature"]

const statusOf: Readonly<Record<delivery.Answer, number>> = { taken: 200, failed: 500, full: 429, closed: 503 }

type Refusal = InvalidNotification | InvalidSignature | PlatformError.PlatformError | Refused

const refusalOf = (error: Refusal): number => {
  switch (error._tag) {
    case "IntercomInvalidNotification":
      return 400
    case "IntercomInvalidSignature":
      return 401
    case "Refused":
      return error.status
    default:
      return 500
  }
}

// Anybody can send what is refused for its signature or size; the rest is worth a look.
const report = (error: Refusal): Effect.Effect<void> => {
  switch (error._tag) {
    case "IntercomInvalidNotification":
      return Effect.logWarning(error.message)
    case "IntercomInvalidSignature":
    case "Refused":
      return Effect.logDebug(error.message)
    default:
      return Effect.logError("The store of handled webhook notifications failed", error)
  }
}

const reportDefect = (cause: Cause.Cause<never>): Effect.Effect<void> =>
  Cause.isInterruptedOnly(cause) ? Effect.void : Effect.logError("A webhook request could not be answered", cause)
