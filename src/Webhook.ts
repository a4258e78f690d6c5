/**
 * Receives notifications from Intercom: verifies, decodes and handles each of them once.
 *
 * @since 1.0.0
 */
import type * as PlatformError from "@effect/platform/Error"
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import type * as KeyValueStore from "@effect/platform/KeyValueStore"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import type * as ConfigError from "effect/ConfigError"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as ExecutionStrategy from "effect/ExecutionStrategy"
import * as Exit from "effect/Exit"
import { constVoid, identity } from "effect/Function"
import * as Layer from "effect/Layer"
import * as Predicate from "effect/Predicate"
import type * as Redacted from "effect/Redacted"
import * as Runtime from "effect/Runtime"
import * as Schema from "effect/Schema"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { invalidOption } from "./internal/configuration.js"
import * as deduplication from "./internal/deduplication.js"
import * as delivery from "./internal/delivery.js"
import { problemOf } from "./internal/issue.js"
import { decodeText, parseJson } from "./internal/json.js"
import { secretsOf, textOf } from "./internal/signature.js"
import * as signedRequest from "./internal/signedRequest.js"
import { reviverFor } from "./internal/source.js"
import { decodeUnknownEither, type Notification } from "./models/Notification.js"

/**
 * @since 1.0.0
 */
export * from "./models/Notification.js"

/**
 * @since 1.0.0
 */
export * from "./Signature.js"

/**
 * The body is not a notification. The error does not contain the value.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidNotification extends Schema.TaggedError<InvalidNotification>()("IntercomInvalidNotification", {
  /** The path inside the body: `["data", "item"]`. */
  at: Schema.Array(Schema.Union(Schema.String, Schema.Number)),
  /** The problem: `"is missing"`. */
  reason: Schema.String
}) {
  override get message(): string {
    return `webhook: invalid notification, ${problemOf({ path: this.at, reason: this.reason })}`
  }
}

/**
 * Decodes a notification from the bytes of a body. It does not check the signature: use `verify` to do so.
 *
 * An event of the Fin Agent API has no envelope. It becomes an `UnknownNotification`: `original_topic` is the name of
 * the event, and `data.item` is the event.
 *
 * @since 1.0.0
 * @category constructors
 */
export const decode = (bytes: Uint8Array): Effect.Effect<Notification, InvalidNotification> =>
  decodeText(bytes).pipe(
    Either.flatMap((text) => parseJson(text, undefined, reviverFor(text))),
    Either.flatMap((value) => decodeUnknownEither(withEnvelope(value))),
    Effect.mapError(({ path, reason }) => new InvalidNotification({ at: path, reason }))
  )

const withEnvelope = (value: unknown): unknown =>
  Predicate.isRecord(value) && value.topic === undefined && Predicate.isString(value.event_name) ?
    { id: null, topic: value.event_name, created_at: value.created_at_ms, data: { item: value } } :
    value

/**
 * Options for receiving notifications. Only the secret is required.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options<E = never, R = never> {
  /** The app's client secret, from the Developer Hub. Pass several while you rotate it. */
  readonly clientSecret: Redacted.Redacted | ReadonlyArray<Redacted.Redacted>
  /** The secret of the Fin Agent API, to accept its events too. Default: they are refused. */
  readonly finAgentSecret?: Redacted.Redacted | ReadonlyArray<Redacted.Redacted> | undefined
  /**
   * When to respond to Intercom: `"first"`, as soon as the notification is in the queue, or `"after"` it was handled,
   * so that Intercom sends it once more if the handler fails. Default: `"first"`.
   */
  readonly acknowledge?: "first" | "after" | undefined
  /** After which time the response is 500. Intercom waits for 5 seconds. Default: 4 seconds. */
  readonly deadline?: Duration.DurationInput | undefined
  /** How many notifications may wait. If there are more, the response is 429. Default: 1,024. */
  readonly capacity?: number | undefined
  /** The largest body, in bytes. If the body is larger, the response is 413. Default: 5 MiB. */
  readonly maxBodySize?: number | undefined
  /** The limit for all unverified bodies together. Beyond it, the largest get 503. Default: 16 times `maxBodySize`. */
  readonly maxUnverifiedSize?: number | undefined
  /** Where to store the ids of handled notifications. Default: the newest 100,000, in memory. */
  readonly store?: KeyValueStore.KeyValueStore | undefined
  /** How long an id counts as handled. Default: 1 day. */
  readonly deduplicationWindow?: Duration.DurationInput | undefined
  /** How long closing waits until the accepted notifications are handled. Default: 10 seconds. */
  readonly drainTimeout?: Duration.DurationInput | undefined
  /**
   * Called with each notification that was accepted but not handled. It may take as long as `deadline`. Default: logs
   * an error.
   */
  readonly onFailure?: ((failure: Failure<E>) => Effect.Effect<unknown, never, R>) | undefined
}

/**
 * Options for receiving notifications, and the handler.
 *
 * @since 1.0.0
 * @category models
 */
export interface HandlerOptions<E = never, R = never> extends Options<E | Cause.TimeoutException, R> {
  /**
   * Handles one notification, in its own scope. It is not handled if this effect fails, dies, is interrupted, or takes
   * too long. An uninterruptible effect that takes too long continues in the background.
   */
  readonly onNotification: (notification: Notification) => Effect.Effect<unknown, E, R>
  /**
   * How many notifications are handled at the same time. Default: 16. Not on Cloudflare Workers, nor for a request with
   * `waitUntil`: there, notifications do not wait for each other.
   */
  readonly concurrency?: number | undefined
  /** How long the handler may take if `acknowledge` is `"first"`. Default: 1 minute. */
  readonly timeout?: Duration.DurationInput | undefined
}

/**
 * A notification that was accepted but not handled, and the cause: the failure of the handler, a `TimeoutException`, or
 * an interruption if the scope closed first.
 *
 * @since 1.0.0
 * @category models
 */
export interface Failure<E = never> {
  readonly notification: Notification
  readonly cause: Cause.Cause<E>
}

/**
 * An HTTP app as a function. Pass the execution context on a platform that may stop a program when it has responded.
 *
 * @since 1.0.0
 * @category models
 */
export interface WebHandler {
  (request: Request, context?: ExecutionContext): Promise<Response>
}

/**
 * The context of a call on Cloudflare Workers, or an object with `waitUntil` of another platform.
 *
 * @since 1.0.0
 * @category models
 */
export interface ExecutionContext {
  /** Keeps the program alive until the promise settles. The promise settles when the notification is handled. */
  waitUntil?(promise: Promise<unknown>): void
}

/**
 * A `WebHandler` that owns its resources.
 *
 * @since 1.0.0
 * @category models
 */
export interface DisposableWebHandler {
  readonly handler: WebHandler
  /** Refuses new notifications, waits for the accepted ones and releases the layer. */
  readonly dispose: () => Promise<void>
}

/**
 * An HTTP app that receives notifications, and the stream of them.
 *
 * @since 1.0.0
 * @category models
 */
export interface Receiver {
  /** The app, to mount at any path of an Effect HTTP server. */
  readonly httpApp: HttpApp.Default
  /** The same as a function from `Request` to `Response`. */
  readonly webHandler: WebHandler
  /**
   * The notifications. Each goes to one reader. It counts as handled when the reader pulls the next one or ends without
   * failure. The stream ends when the scope closes.
   */
  readonly stream: Stream.Stream<Notification>
}

/**
 * Makes a receiver without a handler: read its `stream`. When the scope closes, it refuses new notifications with 503
 * and waits until the stream has handled the accepted ones.
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
 * Makes an HTTP app that passes notifications to a handler. Mount it at any path. It responds with
 *
 * - 200: accepted, already handled, or the `HEAD` request with which Intercom checks the URL;
 * - 400: not a notification; 401: invalid signature; 405: neither `HEAD` nor `POST`; 413: too large;
 * - 429: the queue is full, and Intercom slows down;
 * - 500: not handled, or not in time; 503: too many unverified bytes, or closing. Intercom sends it once more.
 *
 * Handlers run in the scope. When it closes, it waits for the accepted notifications.
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
 * Makes the same app as `httpApp`, as a function from `Request` to `Response`. It runs until the scope closes.
 *
 * @since 1.0.0
 * @category constructors
 */
export const webHandler = <E, R>(
  options: HandlerOptions<E, R>
): Effect.Effect<WebHandler, ConfigError.ConfigError, Exclude<R, Scope.Scope> | Scope.Scope> =>
  Effect.map(handling(options), (receiver) => receiver.webHandler)

/**
 * Makes a `webHandler` for a program without a scope of its own. The first request starts it.
 *
 * @example
 * ```ts
 * import { Webhook } from "effect-intercom"
 * import { Effect, Redacted } from "effect"
 *
 * const { dispose, handler } = Webhook.toWebHandler({
 *   clientSecret: Redacted.make("the app's client secret"),
 *   onNotification: (notification) => Effect.log(`a ${notification.topic} came in`)
 * })
 *
 * export const POST = (request: Request) => handler(request)
 * export const close = () => dispose()
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const toWebHandler = <E>(options: HandlerOptions<E>): DisposableWebHandler =>
  toWebHandlerLayer(options, Layer.empty)

/**
 * The same as `toWebHandler`, for a handler that needs services. The first request builds the layer. If the layer fails,
 * so does this request, and the next one builds it again.
 *
 * @since 1.0.0
 * @category constructors
 */
export const toWebHandlerLayer = <E, R, E2>(
  options: HandlerOptions<E, R>,
  layer: Layer.Layer<R, E2>
): DisposableWebHandler => {
  const scope = Effect.runSync(Scope.make())
  // Each attempt has its own scope, so that one that fails releases what it has acquired.
  const start = Effect.flatMap(
    Scope.fork(scope, ExecutionStrategy.sequential),
    (attempt) =>
      Layer.toRuntime(Layer.merge(layer, Layer.succeed(Scope.Scope, attempt))).pipe(
        Effect.flatMap((runtime) => Effect.provide(webHandler(options), runtime)),
        Scope.extend(attempt),
        Effect.tapErrorCause((cause) => Scope.close(attempt, Exit.failCause(cause)))
      )
  )
  let handler: Promise<WebHandler> | undefined
  return {
    handler: async (request, context) => {
      handler ??= Effect.runPromise(start).catch((error: unknown) => {
        handler = undefined
        throw error
      })
      return (await handler)(request, context)
    },
    dispose: () => Effect.runPromise(Scope.close(scope, Exit.void))
  }
}

/**
 * Streams the notifications that an app receives. `serve` must serve the app.
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

interface Settings extends signedRequest.Options {
  readonly acknowledge: "first" | "after"
  readonly capacity: number
  /** In milliseconds, like the other times. */
  readonly deadline: number
  readonly drainTimeout: number
  readonly window: number
}

const settingsOf = <E, R>(options: Options<E, R>): Effect.Effect<Settings, ConfigError.ConfigError> => {
  const clientSecrets = secretsOf(options.clientSecret)
  const finAgentSecrets = secretsOf(options.finAgentSecret)
  const maxBodySize = options.maxBodySize ?? 5 * 1024 * 1024
  const settings: Settings = {
    signers: [
      { header: "X-Hub-Signature", secrets: clientSecrets },
      { header: "X-Fin-Agent-API-Webhook-Signature", secrets: finAgentSecrets }
    ],
    acknowledge: options.acknowledge ?? "first",
    capacity: options.capacity ?? 1024,
    maxBodySize,
    maxUnverifiedSize: options.maxUnverifiedSize ?? 16 * maxBodySize,
    deadline: millisOf(options.deadline ?? "4 seconds"),
    drainTimeout: millisOf(options.drainTimeout ?? "10 seconds"),
    window: millisOf(options.deduplicationWindow ?? "1 day")
  }
  const { capacity, deadline, drainTimeout, maxUnverifiedSize, window } = settings
  if (clientSecrets.length === 0) return invalidOption("clientSecret", "must not be empty")
  if ([...clientSecrets, ...finAgentSecrets].some((secret) => textOf(secret) === "")) {
    return invalidOption("clientSecret", "and finAgentSecret must not be empty")
  }
  if (!isCount(capacity)) return invalidOption("capacity", mustCount)
  if (!isCount(maxBodySize)) return invalidOption("maxBodySize", mustCount)
  if (!(isCount(maxUnverifiedSize) && maxUnverifiedSize >= maxBodySize)) {
    return invalidOption("maxUnverifiedSize", "must be an integer, not less than maxBodySize")
  }
  if (!(deadline > 0 && deadline < 5000)) {
    return invalidOption("deadline", "must be within the 5 seconds that Intercom waits")
  }
  if (!(window > 0)) return invalidOption("deduplicationWindow", mustLast)
  if (!(drainTimeout >= 0)) return invalidOption("drainTimeout", "must not be negative")
  return Effect.succeed(settings)
}

// `Duration` reads a negative time or `NaN` as zero, so these are checked first.
const millisOf = (time: Duration.DurationInput): number => /^-|NaN/.test(`${time}`) ? NaN : Duration.toMillis(time)

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value > 0

const mustCount = "must be a positive integer"

const mustLast = "must be longer than 0"

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
    let isWarned = false
    return {
      httpApp: Effect.gen(function*() {
        const status = yield* answer(yield* signedRequest.incoming)
        return HttpServerResponse.empty({ status, headers: signedRequest.headersOf(status) })
      }),
      webHandler: async (request, context) => {
        if (!isWarned && settings.acknowledge === "first" && context?.waitUntil === undefined && isWorker()) {
          isWarned = true
          await run(Effect.logWarning(notAwaited))
        }
        const { headers, method } = request
        const header = (name: string) => headers.get(name) ?? undefined
        // Called as a method, because Workers refuse a call without `this`.
        const keepAlive = context?.waitUntil && ((settled: Effect.Effect<void>) => context.waitUntil?.(run(settled)))
        const status = await run(answer({ method, header, body: bodyOf(request) }, keepAlive))
        return new Response(null, { status, headers: signedRequest.headersOf(status) })
      }
    }
  })

const notAwaited = `Cloudflare Workers may stop the handler of a webhook notification as soon as it is acknowledged. \
Pass the execution context to the web handler, or set acknowledge to "after".`

const isWorker = (): boolean => globalThis.navigator?.userAgent === "Cloudflare-Workers"

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
        // A notification that waited too long was answered with 500, so its handler is not started.
        if (limit <= 0) return yield* new Cause.TimeoutException()
        // Disconnected, so that the timeout does not wait for an uninterruptible handler.
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

const answerWith = (settings: Settings, accept: delivery.Accept<Notification>) => {
  const read = signedRequest.makeReader(settings)

  const receive = (incoming: signedRequest.Incoming, keepAlive: delivery.KeepAlive | undefined) =>
    Effect.gen(function*() {
      const notification = yield* decode(yield* read(incoming))
      return statusOf[yield* accept(notification.id || null, notification, keepAlive)]
    })

  return (
    incoming: signedRequest.Incoming,
    keepAlive: delivery.KeepAlive | undefined = isWorker() ? constVoid : undefined
  ): Effect.Effect<number> => {
    const status = signedRequest.statusOfMethod(incoming.method)
    if (status !== undefined) return Effect.succeed(status)
    return Effect.interruptible(Effect.disconnect(receive(incoming, keepAlive))).pipe(
      Effect.timeoutTo({ duration: settings.deadline, onSuccess: identity, onTimeout: () => 500 }),
      Effect.catchAll((error) => Effect.as(report(error), refusalOf(error))),
      Effect.catchAllCause((cause) => Effect.as(reportDefect(cause), 500))
    )
  }
}

const statusOf: Readonly<Record<delivery.Answer, number>> = { taken: 200, failed: 500, full: 429, closed: 503 }

type Refusal = InvalidNotification | PlatformError.PlatformError | signedRequest.Refused

const refusalOf = (error: Refusal): number => {
  switch (error._tag) {
    case "IntercomInvalidNotification":
      return 400
    case "Refused":
      return error.status
    default:
      return 500
  }
}

// Anyone can send a request with a wrong signature or size, so these are logged at the debug level only.
const report = (error: Refusal): Effect.Effect<void> => {
  switch (error._tag) {
    case "IntercomInvalidNotification":
      return Effect.logWarning(error.message)
    case "Refused":
      return Effect.logDebug(`webhook: ${error.message}`)
    default:
      return Effect.logError("The store of handled webhook notifications failed", error)
  }
}

const reportDefect = (cause: Cause.Cause<never>): Effect.Effect<void> =>
  Cause.isInterruptedOnly(cause) ? Effect.void : Effect.logError("A webhook request could not be answered", cause)
