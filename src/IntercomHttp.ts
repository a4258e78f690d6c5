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
import { constTrue, dual, identity } from "effect/Function"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { type IntercomError, Timeout } from "./IntercomError.js"
import { type BaseUrl, parseBaseUrl } from "./internal/baseUrl.js"
import { invalidOption } from "./internal/configuration.js"
import { failWith, fromHttpClientError, invalidInput } from "./internal/errors.js"
import { type Call, CurrentCall, CurrentOverrides, type Operation, type Overrides } from "./internal/operation.js"
import { clientOf, keepStatuses } from "./internal/response.js"
import { version as packageVersion } from "./internal/version.js"
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
  /** Delays attempts: use `effect/RateLimiter`. The waiting time does not count towards `timeout`. Default: none. */
  readonly rateLimiter?: RateLimiter | undefined
  /** The `User-Agent` header. Default: `effect-intercom/<version>`. */
  readonly userAgent?: string | undefined
  /**
   * Changes the HTTP client. The token is added afterwards, and only for the API's host. Responses and errors of the
   * client hold the request with the token: do not print them.
   */
  readonly transformClient?: ((client: HttpClient.HttpClient) => HttpClient.HttpClient) | undefined
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
  Effect.gen(function*() {
    const { accessToken, rateLimiter = identity, retry = Retry.defaultPolicy, transformClient = identity } = options
    const { userAgent = `effect-intercom/${packageVersion}`, version = "2.15" } = options
    const headers = { accept: "application/json", "intercom-version": version, "user-agent": userAgent }
    const baseUrl = yield* parseBaseUrl(options)
    const texts = { accessToken: Redacted.value(accessToken), version, userAgent: userAgent.replaceAll(" ", "") }
    for (const [option, text] of Object.entries(texts)) {
      if (!/^[\x21-\x7e]+$/.test(text)) return yield* invalidOption(option, "must be visible ASCII")
    }
    const client = transformClient(authorize(yield* HttpClient.HttpClient, accessToken, baseUrl))
    // The platform's span would record ids and queries. Each call has its own span without them.
    const transport = HttpClient.withTracerDisabledWhen(client, constTrue)

    const attempt = (
      request: HttpClientRequest.HttpClientRequest,
      body: Call["body"],
      operation: Operation,
      timeout: Duration.Duration
    ): Effect.Effect<Answer, IntercomError> => {
      const isUnread = body === "unread"
      const isAccepted = ({ status }: HttpClientResponse.HttpClientResponse): boolean =>
        status >= 200 && status < (isUnread ? 400 : 300)
      return keepStatuses(transport.execute(request)).pipe(
        Effect.flatMap((response) =>
          Effect.map(
            isUnread && isAccepted(response) ? Effect.succeed("") : response.text,
            (text) => ({ response, text })
          )
        ),
        Effect.mapError(fromHttpClientError(operation)),
        Effect.flatMap((answer) =>
          isAccepted(answer.response) ? Effect.succeed(answer) : failWith(answer.response, answer.text, operation)
        ),
        Effect.timeoutFail({ duration: timeout, onTimeout: () => new Timeout({ ...operation, timeout }) })
      )
    }

    const send = (request: HttpClientRequest.HttpClientRequest, call: Call, overrides: Overrides) => {
      const { method } = request
      const operation = { ...call.operation, method }
      const { refusal = request.url.startsWith("/") ? undefined : notPath } = overrides
      if (refusal !== undefined) return Effect.fail(invalidInput(operation, refusal.field, refusal.reason))
      const addressed = HttpClientRequest.setUrl(request, baseUrl.prefix + request.url).pipe(
        HttpClientRequest.setHeaders({ ...headers, ...request.headers, ...overrides.headers })
      )
      const timeout = Duration.decode(overrides.timeout ?? options.timeout ?? "30 seconds")
      return Effect.retry(rateLimiter(attempt(addressed, call.body, operation, timeout)), {
        schedule: retry,
        while: (error) => Retry.mayRepeat(error, call.repeatable ?? method !== "POST")
      })
    }

    return {
      execute: (request) =>
        Effect.flatMap(
          CurrentCall,
          (call) => Effect.flatMap(CurrentOverrides, (overrides) => send(request, call, overrides))
        )
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
  overFetch(make(options))

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
  Layer.effect(IntercomHttp, makeConfig(options))

/**
 * Provides the service with the platform's `fetch` and reads the options from `Config`.
 *
 * @since 1.0.0
 * @category layers
 */
export const layerFetchConfig = (options?: ConfigOptions): Layer.Layer<IntercomHttp, ConfigError.ConfigError> =>
  overFetch(makeConfig(options))

/**
 * The options of `layerConfig`. Each setting that you leave out is read from an environment variable.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConfigOptions extends Pick<Options, "rateLimiter" | "retry" | "transformClient" | "userAgent"> {
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
  layer({ accessToken: Redacted.make("layerTest:MDAwMDAwMDA"), retry: Retry.none, ...options }).pipe(
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
    override(self, (overrides) => ({ ...overrides, timeout }))
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
      return { ...overrides, headers: all, refusal: refusalOf(all) }
    })
)

/** An effect or a stream. In the types of Effect, every effect is also a stream. */
type Overridable = Stream.Stream<unknown, unknown, unknown>

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

const makeConfig = ({
  accessToken = Config.redacted("INTERCOM_ACCESS_TOKEN"),
  baseUrl = optional(Config.string("INTERCOM_BASE_URL")),
  region = optional(Config.literal("us", "eu", "au")("INTERCOM_REGION")),
  timeout = optional(Config.duration("INTERCOM_TIMEOUT")),
  version = optional(Config.string("INTERCOM_API_VERSION")),
  ...options
}: ConfigOptions = {}): Effect.Effect<Service, ConfigError.ConfigError, HttpClient.HttpClient> =>
  Effect.flatMap(
    Config.all({ accessToken, baseUrl, region, timeout, version }),
    (settings) => make({ ...options, ...settings })
  )

const optional = <A>(config: Config.Config<A>): Config.Config<A | undefined> =>
  Config.map(Config.option(config), Option.getOrUndefined)

// Redirects are not followed, because one could send the body of a request to another host.
const overFetch = (
  service: Effect.Effect<Service, ConfigError.ConfigError, HttpClient.HttpClient>
): Layer.Layer<IntercomHttp, ConfigError.ConfigError> =>
  Layer.effect(
    IntercomHttp,
    Effect.map(Effect.provide(service, FetchHttpClient.layer), ({ execute }) => ({
      execute: (request) => Effect.provideService(execute(request), FetchHttpClient.RequestInit, { redirect: "manual" })
    }))
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

const isHeaders = (headers: Overrides["headers"]): boolean => {
  try {
    return Boolean(new Headers(headers))
  } catch {
    return false
  }
}

const notPath = { field: "url", reason: "must be a path" }

const refusalOf = (headers: HttpHeaders.Headers): Overrides["refusal"] => {
  if (!isHeaders(headers)) return { field: "headers", reason: "must be headers" }
  return "authorization" in headers ? { field: "authorization", reason: "is set by the layer" } : undefined
}
