/**
 * The service that every call requires: it sends a request to Intercom and returns the response or a typed error.
 *
 * @since 1.0.0
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpHeaders from "@effect/platform/Headers"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Config from "effect/Config"
import type * as ConfigError from "effect/ConfigError"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { dual, identity } from "effect/Function"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import type { IntercomError } from "./IntercomError.js"
import { type BaseUrl, parseBaseUrl } from "./internal/baseUrl.js"
import { invalidOption } from "./internal/configuration.js"
import { failFrom, failWith, invalidInput } from "./internal/errors.js"
import { byClient, byFetch, type ToExchange, within } from "./internal/exchange.js"
import { isErrorList } from "./internal/failure.js"
import { CurrentCall, CurrentOverrides, type Overrides } from "./internal/operation.js"
import { readStream } from "./internal/readStream.js"
import { clientOf } from "./internal/response.js"
import { version as packageVersion } from "./internal/version.js"
import * as RateLimit from "./RateLimit.js"
import * as Retry from "./Retry.js"

/**
 * The service that sends requests to Intercom.
 *
 * @since 1.0.0
 * @category models
 */
export interface Service {
  /**
   * Sends a request whose `url` is a path such as `/contacts`, with retries. Succeeds with a 2xx response and fails
   * with a typed error otherwise. A `POST` that you make by hand is retried only after a 429 or a failed connection.
   */
  readonly execute: (request: HttpClientRequest.HttpClientRequest) => Effect.Effect<Answer, IntercomError>
  /** The API version of the layer. Default: `"2.15"`. */
  readonly version?: Version | undefined
}

/**
 * A response with its body.
 *
 * @since 1.0.0
 * @category models
 */
export interface Answer {
  /** The response. It holds the request with the token: do not print it. */
  readonly response: HttpClientResponse.HttpClientResponse
  /** The body, read within the time limit. Empty if the endpoint streams the body or returns a redirect. */
  readonly text: string
  /** Intercom's id of the request. */
  readonly requestId?: string | undefined
}

/**
 * The tag of the service. Every call requires it, and a layer provides it.
 *
 * @since 1.0.0
 * @category tags
 */
export class IntercomHttp extends Context.Tag("effect-intercom/IntercomHttp")<IntercomHttp, Service>() {}

/**
 * The region that hosts a workspace.
 *
 * @since 1.0.0
 * @category models
 */
export type Region = "us" | "eu" | "au"

/**
 * A version of the REST API.
 *
 * @since 1.0.0
 * @category models
 */
export type Version = "2.15" | "2.16" | (string & {})

/**
 * The options of a layer. Only the token is required.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options {
  /** An access token from the Developer Hub or from OAuth. */
  readonly accessToken: Redacted.Redacted
  /** Default: `"us"`. */
  readonly region?: Region | undefined
  /** A URL to use instead of the region's host. It must be `https`, unless the host is loopback. */
  readonly baseUrl?: string | undefined
  /** The `Intercom-Version` header. Default: `"2.15"`. */
  readonly version?: Version | undefined
  /** The time limit of one attempt, including the body. `Duration.infinity` turns it off. Default: 30 seconds. */
  readonly timeout?: Duration.DurationInput | undefined
  /** When to retry a failed attempt. Default: `Retry.defaultPolicy`. */
  readonly retry?: Retry.Policy | undefined
  /**
   * How many retries the calls of the layer have together, so that an outage is not answered with many more requests. A
   * retry after a 429 takes none, five successes give one back. Default: 500. `Infinity` turns it off.
   */
  readonly retryBudget?: number | undefined
  /**
   * Waits for the window of the rate limit instead of drawing a 429. The waiting time does not count towards `timeout`.
   * Default: `RateLimit.make()`. `RateLimit.none` turns it off.
   */
  readonly rateLimit?: RateLimit.RateLimit | undefined
  /**
   * The largest body of a response, in bytes. Downloads have no limit. With `transformClient`, or another `fetch` in the
   * context, `layerFetch` only checks the stated length. Default: 32 MiB.
   */
  readonly maxBodySize?: number | undefined
  /** Delays attempts: use `effect/RateLimiter`. The waiting time does not count towards `timeout`. Default: none. */
  readonly rateLimiter?: RateLimiter | undefined
  /** The `User-Agent` header. Default: `effect-intercom/<version>`. */
  readonly userAgent?: string | undefined
  /**
   * Changes the HTTP client. The token is added afterwards, and only for the API's host. Responses and errors of the
   * client hold the request with the token: do not print them.
   */
  readonly transformClient?: ((client: HttpClient.HttpClient) => HttpClient.HttpClient) | undefined
  /** Wraps calls and attempts, to measure or log them: see `Metrics` and `HttpLog`. Default: none. */
  readonly observer?: Observer | undefined
}

/**
 * Wraps the parts of the calls of a layer. It must not change their results.
 *
 * @since 1.0.0
 * @category models
 */
export interface Observer {
  /** Wraps a call with all its attempts. */
  readonly call?: Observe | undefined
  /** Wraps one attempt, with the wait for its turn. */
  readonly attempt?: Observe | undefined
  /** Wraps what an attempt sends and receives. It succeeds with a response of any status, and its body. */
  readonly exchange?: (<E>(effect: Effect.Effect<Answer, E>) => Effect.Effect<Answer, E>) | undefined
  /** Wraps the retries of a call, whose first attempt has failed. */
  readonly retry?: ((policy: Retry.Policy) => Retry.Policy) | undefined
  /** Wraps the rate limit of the layer, once. */
  readonly rateLimit?: ((rateLimit: RateLimit.RateLimit) => RateLimit.RateLimit) | undefined
}

/**
 * Wraps an effect that sends a request.
 *
 * @since 1.0.0
 * @category models
 */
export interface Observe {
  (
    effect: Effect.Effect<Answer, IntercomError>,
    operation: Pick<IntercomError, "operation" | "method" | "path">
  ): Effect.Effect<Answer, IntercomError>
}

/**
 * Makes one observer of two. `inner` is nearer to the call.
 *
 * @since 1.0.0
 * @category constructors
 */
export const bothObservers = (outer: Observer, inner: Observer): Observer => {
  const { attempt = identity, call = identity, exchange = identity, rateLimit = identity, retry = identity } = outer
  return {
    call: (effect, operation) => call(inner.call?.(effect, operation) ?? effect, operation),
    attempt: (effect, operation) => attempt(inner.attempt?.(effect, operation) ?? effect, operation),
    exchange: (effect) => exchange(inner.exchange?.(effect) ?? effect),
    retry: (policy) => retry(inner.retry?.(policy) ?? policy),
    rateLimit: (limit) => rateLimit(inner.rateLimit?.(limit) ?? limit)
  }
}

/**
 * A function that delays an effect until a permit is free.
 *
 * @since 1.0.0
 * @category models
 */
export interface RateLimiter {
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R>
}

/**
 * Makes the service from the `HttpClient` in the context. Fails with a `ConfigError` if an option is invalid.
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = (options: Options): Effect.Effect<Service, ConfigError.ConfigError, HttpClient.HttpClient> =>
  makeBy(options, byClient(readStream))

const makeBy = (
  given: Options,
  by: ToExchange
): Effect.Effect<Service, ConfigError.ConfigError, HttpClient.HttpClient> =>
  Effect.gen(function*() {
    const options: Options = Object(given)
    const {
      accessToken,
      maxBodySize = 32 * 1024 * 1024,
      observer = {},
      rateLimit = RateLimit.unsafeMake(),
      rateLimiter = identity,
      retry = Retry.defaultPolicy,
      retryBudget = 500,
      transformClient,
      userAgent = `effect-intercom/${packageVersion}`,
      version = "2.15"
    } = options
    const baseUrl = yield* parseBaseUrl(options)
    if (!Redacted.isRedacted(accessToken)) return yield* invalidOption("accessToken", "must be Redacted")
    const token = Redacted.value(accessToken)
    const texts = { accessToken: token, version, userAgent: userAgent.replaceAll(" ", "") }
    for (const [option, text] of Object.entries(texts)) {
      if (!/^[\x21-\x7e]+$/.test(text)) {
        return yield* invalidOption(option, text === "" ? "must not be empty" : "must be visible ASCII")
      }
    }
    const limit = parseTimeout(options.timeout ?? "30 seconds")
    if (limit === undefined) return yield* invalidOption("timeout", mustBePositive)
    const refusal = Retry.refusalOf(retry)
    if (refusal !== undefined) return yield* invalidOption(refusal.field, refusal.reason)
    if (!(maxBodySize > 0)) return yield* invalidOption("maxBodySize", mustBePositive)
    if (!(retryBudget >= 0)) return yield* invalidOption("retryBudget", "must not be negative")
    const headers = { accept: "application/json", "intercom-version": version, "user-agent": userAgent }
    const client = yield* HttpClient.HttpClient
    const [exchange, secret] = transformClient === undefined ?
      [by(client, false, maxBodySize), { authorization: `Bearer ${token}` }] :
      [by(transformClient(authorize(client, accessToken, baseUrl)), true, maxBodySize), {}]
    const turns = observer.rateLimit?.(rateLimit) ?? rateLimit
    let budget = retryBudget

    const send = (
      request: HttpClientRequest.HttpClientRequest,
      context: Context.Context<never>
    ): Effect.Effect<Answer, IntercomError> => {
      const call = Context.get(context, CurrentCall)
      const overrides = Context.get(context, CurrentOverrides)
      const { method } = request
      const operation = { ...call.operation, method }
      const { refusal = request.url.startsWith("/") ? undefined : notPath, timeout = limit } = overrides
      if (refusal !== undefined) return Effect.fail(invalidInput(operation, refusal.field, refusal.reason))
      const addressed = HttpClientRequest.setUrl(request, baseUrl.prefix + request.url).pipe(
        HttpClientRequest.setHeaders({
          ...headers,
          ...request.headers,
          ...overrides.headers,
          ...(call.version === undefined ? {} : { "intercom-version": call.version }),
          ...secret
        })
      )
      const { span } = call
      span?.attribute("server.address", baseUrl.hostname)
      span?.attribute("server.port", baseUrl.port)
      const isUnread = call.body === "unread"
      const isAccepted = (status: number): boolean => status >= 200 && status < (isUnread ? 400 : 300)
      const start = exchange(addressed, context, isUnread ? isAccepted : undefined)
      const answered = within(start, timeout, turns, span)
      const exchanged = Effect.matchEffect(observer.exchange?.(answered) ?? answered, {
        onFailure: (error) => failFrom(error, operation),
        onSuccess: (answer) => {
          if (!isAccepted(answer.response.status) || isErrorList(answer.text)) {
            return failWith(answer.response, answer.text, operation)
          }
          budget = Math.min(budget + 0.2, retryBudget)
          return Effect.succeed(answer)
        }
      })
      const attempt = rateLimiter(observer.attempt?.(exchanged, operation) ?? exchanged)
      const mayRepeat = (error: IntercomError): boolean =>
        Retry.mayRepeat(error, call.repeatable ?? method !== "POST") && (
          error._tag === "IntercomRateLimited" || budget-- >= 1
        )
      // The schedule of retries starts with the first failure, which most calls do not have.
      const sent = Effect.catchAll(attempt, (first) => {
        if (!mayRepeat(first)) return Effect.fail(first)
        let resends = -1
        const again = Effect.flatMap(Effect.clock, (clock) => {
          if (++resends === 0) return Effect.fail(first)
          span?.event("retry", clock.unsafeCurrentTimeNanos(), { "http.request.resend_count": resends })
          return attempt
        })
        const policy = Schedule.whileInput(
          overrides.retry ?? retry,
          (error: IntercomError) => error === first || mayRepeat(error)
        )
        return Effect.retry(again, observer.retry?.(policy) ?? policy)
      })
      return observer.call?.(sent, operation) ?? sent
    }

    return {
      version,
      execute: (request) => Effect.contextWithEffect((context: Context.Context<never>) => send(request, context))
    }
  })

/**
 * Provides the service with your `HttpClient`.
 *
 * @since 1.0.0
 * @category layers
 */
export const layer = (options: Options): Layer.Layer<IntercomHttp, ConfigError.ConfigError, HttpClient.HttpClient> =>
  Layer.effect(IntercomHttp, make(options))

/**
 * Provides the service with the platform's `fetch`.
 *
 * @example
 * ```ts
 * import { Contacts, IntercomHttp } from "effect-intercom"
 * import { Effect, Redacted } from "effect"
 *
 * export const program = Contacts.find("63a07ddf05a32042dffac965").pipe(
 *   Effect.provide(IntercomHttp.layerFetch({ accessToken: Redacted.make("…"), region: "eu" }))
 * )
 * ```
 *
 * @since 1.0.0
 * @category layers
 */
export const layerFetch = (options: Options): Layer.Layer<IntercomHttp, ConfigError.ConfigError> =>
  overFetch((by) => makeBy(options, by))

/**
 * Provides the service with your `HttpClient` and reads the options from `Config`.
 *
 * @example
 * ```ts
 * import { Contacts, IntercomHttp } from "effect-intercom"
 * import { Config, Effect } from "effect"
 *
 * // Two workspaces in one environment: each layer reads its own token.
 * const Acme = IntercomHttp.layerFetchConfig({ accessToken: Config.redacted("ACME_TOKEN") })
 * const Globex = IntercomHttp.layerFetchConfig({ accessToken: Config.redacted("GLOBEX_TOKEN") })
 *
 * export const acme = Effect.provide(Contacts.list(), Acme)
 * export const globex = Effect.provide(Contacts.list(), Globex)
 * ```
 *
 * @since 1.0.0
 * @category layers
 */
export const layerConfig = (
  options?: ConfigOptions
): Layer.Layer<IntercomHttp, ConfigError.ConfigError, HttpClient.HttpClient> =>
  Layer.effect(IntercomHttp, makeConfig(byClient(readStream), options ?? undefined))

/**
 * Provides the service with the platform's `fetch` and reads the options from `Config`.
 *
 * @since 1.0.0
 * @category layers
 */
export const layerFetchConfig = (options?: ConfigOptions): Layer.Layer<IntercomHttp, ConfigError.ConfigError> =>
  overFetch((by) => makeConfig(by, options ?? undefined))

/**
 * The options of `layerConfig`. Each setting that you leave out is read from an environment variable.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConfigOptions extends Omit<Options, "accessToken" | "baseUrl" | "region" | "timeout" | "version"> {
  /** Default: the variable `INTERCOM_ACCESS_TOKEN`. */
  readonly accessToken?: Config.Config<Redacted.Redacted> | undefined
  /** Default: the variable `INTERCOM_REGION`, if it is set. */
  readonly region?: Config.Config<Region | undefined> | undefined
  /** Default: the variable `INTERCOM_BASE_URL`, if it is set. */
  readonly baseUrl?: Config.Config<string | undefined> | undefined
  /** Default: the variable `INTERCOM_API_VERSION`, if it is set. */
  readonly version?: Config.Config<Version | undefined> | undefined
  /** Default: the variable `INTERCOM_TIMEOUT` (`"30 seconds"`), if it is set. */
  readonly timeout?: Config.Config<Duration.DurationInput | undefined> | undefined
}

/**
 * Provides the service for tests: a function computes a web `Response`, or an `Effect` of one, from each request.
 *
 * The response goes through the same status mapping and decoding as a real one. `Response.error()` stands for a network
 * error. Make a new response for each request. Nothing is retried unless you set `options.retry`.
 *
 * @example
 * ```ts
 * import { Contacts, IntercomHttp } from "effect-intercom"
 * import { Effect } from "effect"
 *
 * const Test = IntercomHttp.layerTest((request) =>
 *   request.url.endsWith("/contacts/1")
 *     ? Response.json({ type: "contact", id: "1" })
 *     : Response.json({ type: "error.list", errors: [{ code: "not_found" }] }, { status: 404 })
 * )
 *
 * Effect.runPromise(Contacts.find("1").pipe(Effect.provide(Test))).then((contact) => console.log(contact.id))
 * ```
 *
 * @since 1.0.0
 * @category layers
 */
export const layerTest = <R = never>(
  handler: (request: HttpClientRequest.HttpClientRequest) => Response | Effect.Effect<Response, never, R>,
  options: Partial<Options> = {}
): Layer.Layer<IntercomHttp, never, R> =>
  layer({
    accessToken: Redacted.make("layerTest:MDAwMDAwMDA"),
    rateLimit: RateLimit.none,
    retry: Retry.none,
    ...options
  }).pipe(
    Layer.provide(Layer.effect(
      HttpClient.HttpClient,
      Effect.map(Effect.context<R>(), (context) => clientOf(handler, context))
    )),
    Layer.orDie
  )

/**
 * The type of an effect or a stream with overrides applied.
 *
 * @since 1.0.0
 * @category models
 */
export type Overridden<Self> = Self extends Effect.Effect<infer A, infer E, infer R> ? Effect.Effect<A, E, R> :
  Self extends Stream.Stream<infer A, infer E, infer R> ? Stream.Stream<A, E, R> :
  never

/**
 * Sends a different `Intercom-Version` header with the calls of an effect or a stream.
 *
 * @example
 * ```ts
 * import { Contacts, IntercomHttp } from "effect-intercom"
 *
 * export const contact = Contacts.find("63a07ddf05a32042dffac965").pipe(IntercomHttp.withVersion("2.16"))
 * export const contacts = Contacts.stream().pipe(IntercomHttp.withVersion("2.16"))
 * ```
 *
 * @since 1.0.0
 * @category combinators
 */
export const withVersion: {
  (version: Version): <Self extends Overridable>(self: Self) => Overridden<Self>
  <Self extends Overridable>(self: Self, version: Version): Overridden<Self>
} = dual(
  2,
  <Self extends Overridable>(self: Self, version: Version) => withHeaders(self, { "intercom-version": version })
)

/**
 * Changes the time limit of each attempt of the calls of an effect or a stream.
 *
 * @since 1.0.0
 * @category combinators
 */
export const withTimeout: {
  (timeout: Duration.DurationInput): <Self extends Overridable>(self: Self) => Overridden<Self>
  <Self extends Overridable>(self: Self, timeout: Duration.DurationInput): Overridden<Self>
} = dual(
  2,
  <Self extends Overridable>(self: Self, timeout: Duration.DurationInput) =>
    override(self, ({ refusal, ...overrides }) => {
      const positive = parseTimeout(timeout)
      return positive === undefined ?
        { ...overrides, refusal: { field: "timeout", reason: mustBePositive } } :
        { ...overrides, refusal, timeout: positive }
    })
)

/**
 * Changes when the calls of an effect or a stream are retried.
 *
 * @since 1.0.0
 * @category combinators
 */
export const withRetry: {
  (retry: Retry.Policy): <Self extends Overridable>(self: Self) => Overridden<Self>
  <Self extends Overridable>(self: Self, retry: Retry.Policy): Overridden<Self>
} = dual(
  2,
  <Self extends Overridable>(self: Self, retry: Retry.Policy) =>
    override(self, (overrides) => ({ ...overrides, retry, refusal: overrides.refusal ?? Retry.refusalOf(retry) }))
)

/**
 * Sends additional headers with the calls of an effect or a stream. A call fails with `InvalidInput` if they contain
 * `authorization`, which the layer sets.
 *
 * @since 1.0.0
 * @category combinators
 */
export const withHeaders: {
  (headers: Readonly<Record<string, string>>): <Self extends Overridable>(self: Self) => Overridden<Self>
  <Self extends Overridable>(self: Self, headers: Readonly<Record<string, string>>): Overridden<Self>
} = dual(
  2,
  <Self extends Overridable>(self: Self, headers: Readonly<Record<string, string>>) =>
    override(self, (overrides) => {
      const all = HttpHeaders.setAll(HttpHeaders.fromInput(overrides.headers), headers)
      return { ...overrides, headers: all, refusal: overrides.refusal ?? refusalOf(all) }
    })
)

/**
 * An effect or a stream. In the types of Effect, every effect is also a stream.
 *
 * @since 1.0.0
 * @category models
 */
export type Overridable = Stream.Stream<unknown, unknown, unknown>

function override<Self extends Overridable>(
  self: Self,
  change: (overrides: Overrides) => Overrides
): Overridden<Self>
function override(
  self: Effect.Effect<unknown, unknown, unknown> | Overridable,
  change: (overrides: Overrides) => Overrides
): Effect.Effect<unknown, unknown, unknown> | Overridable {
  const changed = (context: Context.Context<unknown>) =>
    Context.add(context, CurrentOverrides, change(Context.get(context, CurrentOverrides)))
  return Effect.isEffect(self) ? Effect.mapInputContext(self, changed) : Stream.mapInputContext(self, changed)
}

const makeConfig = (by: ToExchange, {
  // Unlike `Config.redacted`, which also hides the message of an error. A missing token has none to hide.
  accessToken = Config.map(Config.string("INTERCOM_ACCESS_TOKEN"), Redacted.make),
  baseUrl = optional(Config.string("INTERCOM_BASE_URL")),
  region = optional(Config.literal("us", "eu", "au")("INTERCOM_REGION")),
  timeout = optional(Config.duration("INTERCOM_TIMEOUT")),
  version = optional(Config.string("INTERCOM_API_VERSION")),
  ...options
}: ConfigOptions = {}): Effect.Effect<Service, ConfigError.ConfigError, HttpClient.HttpClient> =>
  Effect.flatMap(
    Config.all({ accessToken, baseUrl, region, timeout, version }),
    (settings) => makeBy({ ...options, ...settings }, by)
  )

const optional = <A>(config: Config.Config<A>): Config.Config<A | undefined> =>
  Config.map(Config.option(config), Option.getOrUndefined)

const overFetch = (
  make: (by: ToExchange) => Effect.Effect<Service, ConfigError.ConfigError, HttpClient.HttpClient>
): Layer.Layer<IntercomHttp, ConfigError.ConfigError> =>
  Layer.effect(
    IntercomHttp,
    Effect.contextWithEffect((context: Context.Context<never>) =>
      Effect.provide(make(byFetch(context)), FetchHttpClient.layer)
    )
  )

// The innermost client adds the token, so that the user's `transformClient` cannot see it or send it to another host.
const authorize = (
  client: HttpClient.HttpClient,
  token: Redacted.Redacted,
  { origin }: BaseUrl
): HttpClient.HttpClient =>
  HttpClient.makeWith(
    Effect.flatMap((request) =>
      client.execute(request.url.startsWith(`${origin}/`) ? HttpClientRequest.bearerToken(request, token) : request)
    ),
    Effect.succeed<HttpClientRequest.HttpClientRequest>
  )

const notPath = { field: "url", reason: "must be a path" }

const mustBePositive = "must be positive"

const parseTimeout = (timeout: Duration.DurationInput): Duration.Duration | undefined =>
  Option.getOrUndefined(Option.filter(Duration.decodeUnknown(timeout), Duration.greaterThan(Duration.zero)))

const refusalOf = (headers: HttpHeaders.Headers): Overrides["refusal"] => {
  for (const [field, value] of Object.entries(headers)) {
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(field)) return { field: "headers", reason: "must have names of headers" }
    if (!/^[!-~\x80-\xff](?:[\t -~\x80-\xff]*[!-~\x80-\xff])?$/.test(value)) {
      return { field, reason: "must be one line, without spaces at its ends" }
    }
    if (reserved.includes(field)) return { field, reason: "is set by the layer" }
  }
  return undefined
}

// The layer sets the token, the HTTP client the others.
const reserved = ["authorization", "connection", "content-length", "expect", "host", "transfer-encoding"]
