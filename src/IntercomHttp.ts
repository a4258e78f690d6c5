/**
 * The service every call needs: it takes a request to Intercom and brings back the response, or a typed error.
 *
 * @since 1.0.0
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpHeaders from "@effect/platform/Headers"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Clock from "effect/Clock"
import * as Config from "effect/Config"
import * as ConfigError from "effect/ConfigError"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { constTrue, identity } from "effect/Function"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Predicate from "effect/Predicate"
import * as Redacted from "effect/Redacted"
import * as IntercomError from "./IntercomError.js"
import { parseCanonicalId, parseConflict, parseEnvelope, parseRateLimit, parseRetryAfter } from "./internal/failure.js"
import { type Call, CurrentCall, CurrentOverrides, type Operation, type Overrides } from "./internal/operation.js"
import { version as packageVersion } from "./internal/version.js"
import * as Retry from "./Retry.js"

/**
 * What the service does: one request at a time, as often as it takes.
 *
 * @since 1.0.0
 * @category models
 */
export interface Service {
  /**
   * Sends a request whose `url` is a path, `/contacts`. The response is a success (2xx) and its body has been read,
   * unless the endpoint streams it; everything else is a typed error. Called by hand, outside of an endpoint, only a
   * `GET` is repeated after a failure that leaves its effect unknown. The response holds the request with the token: do
   * not print it whole.
   */
  readonly execute: (
    request: HttpClientRequest.HttpClientRequest
  ) => Effect.Effect<HttpClientResponse.HttpClientResponse, IntercomError.IntercomError>
}

/**
 * The service in a program's requirements: what every call needs, and a layer provides.
 *
 * @since 1.0.0
 * @category tags
 */
export class IntercomHttp extends Context.Tag("effect-intercom/IntercomHttp")<IntercomHttp, Service>() {}

/**
 * Where a workspace's data lives.
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
 * How Intercom is reached. Only the token has no default.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options {
  /** An access token of the Developer Hub, or one that OAuth gave you. */
  readonly accessToken: Redacted.Redacted
  /** Default: `"us"`. */
  readonly region?: Region | undefined
  /** Instead of the region's host. `https` only, unless the host is loopback. */
  readonly baseUrl?: string | undefined
  /** The `Intercom-Version` header. Default: `"2.15"`. */
  readonly version?: Version | undefined
  /** How long one attempt may take, the body included; `Duration.infinity` for any time. Default: 30 seconds. */
  readonly timeout?: Duration.DurationInput | undefined
  /** Default: `Retry.defaultPolicy`. */
  readonly retry?: Retry.Policy | undefined
  /**
   * Around each attempt, `effect/RateLimiter` fits. Waiting in it does not count towards `timeout`. Default: none.
   */
  readonly rateLimiter?: RateLimiter | undefined
  /** Default: `effect-intercom/<version>`. */
  readonly userAgent?: string | undefined
  /**
   * Changes the client that sends the requests. It sees them complete but for the token, which is added last and only
   * for Intercom's own host. What comes back, response or error, holds the request as it was sent, with the token: do not
   * print it whole.
   */
  readonly transformClient?: ((client: HttpClient.HttpClient) => HttpClient.HttpClient) | undefined
}

/**
 * Lets effects through at some rate.
 *
 * @since 1.0.0
 * @category models
 */
export interface RateLimiter {
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R>
}

/**
 * Makes the service on top of whichever `HttpClient` there is. Fails with a `ConfigError` when an option cannot work.
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = (options: Options): Effect.Effect<Service, ConfigError.ConfigError, HttpClient.HttpClient> =>
  Effect.gen(function*() {
    const { accessToken, rateLimiter = identity, retry = Retry.defaultPolicy, transformClient = identity } = options
    const headers = {
      accept: "application/json",
      "intercom-version": options.version ?? "2.15",
      "user-agent": options.userAgent ?? `effect-intercom/${packageVersion}`
    }
    const baseUrl = yield* parseBaseUrl(options)
    if (!/^[\x21-\x7e]+$/.test(Redacted.value(accessToken))) {
      return yield* invalid("accessToken", "must be visible ASCII")
    }
    if (!isHeaders(headers)) return yield* invalid("version", "and userAgent must be headers")
    const client = transformClient(authorize(yield* HttpClient.HttpClient, accessToken, baseUrl))
    // The platform's span holds ids and queries; every call has a span of its own that does not.
    const transport = HttpClient.withTracerDisabledWhen(client, constTrue)

    const attempt = (
      request: HttpClientRequest.HttpClientRequest,
      { operation, unread }: Call,
      timeout: number
    ): Effect.Effect<HttpClientResponse.HttpClientResponse, IntercomError.IntercomError> =>
      transport.execute(request).pipe(
        // A `transformClient` may have turned statuses into errors already.
        Effect.catchAll((error) =>
          error._tag === "ResponseError" && error.reason === "StatusCode" ?
            Effect.succeed(error.response) :
            Effect.fail(error)
        ),
        Effect.flatMap((response) => {
          const isSuccess = response.status >= 200 && response.status < (unread ? 400 : 300)
          return unread && isSuccess
            ? Effect.succeed(Effect.succeed(response))
            : Effect.map(
              response.text,
              (text) => isSuccess ? Effect.succeed(response) : failWith(response, text, operation)
            )
        }),
        Effect.mapError(fromHttpClientError(operation)),
        Effect.flatten,
        timeout === Infinity ?
          identity :
          Effect.timeoutFail({
            duration: timeout,
            onTimeout: () => new IntercomError.Timeout({ ...operation, timeout })
          })
      )

    const send = (request: HttpClientRequest.HttpClientRequest, call: Call, overrides: Overrides) => {
      const { operation, repeatable } = call
      const refusal = refusalOf(request, overrides, operation)
      if (refusal !== undefined) return Effect.fail(refusal)
      const addressed = HttpClientRequest.setUrl(request, baseUrl.prefix + request.url).pipe(
        HttpClientRequest.setHeaders({ ...headers, ...request.headers, ...overrides.headers })
      )
      const timeout = Duration.toMillis(overrides.timeout ?? options.timeout ?? "30 seconds")
      return Effect.retry(rateLimiter(attempt(addressed, call, timeout)), {
        schedule: retry,
        while: (error) => Retry.mayRepeat(error, repeatable)
      })
    }

    return {
      execute: (request) =>
        Effect.flatMap(
          CurrentCall,
          (call = unnamed(request)) => Effect.flatMap(CurrentOverrides, (overrides) => send(request, call, overrides))
        )
    }
  })

/**
 * The service on top of the `HttpClient` you provide.
 *
 * @since 1.0.0
 * @category layers
 */
export const layer = (options: Options): Layer.Layer<IntercomHttp, ConfigError.ConfigError, HttpClient.HttpClient> =>
  Layer.effect(IntercomHttp, make(options))

/**
 * The service on top of the platform's `fetch`: all that most programs need.
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
 * The service, configured by the environment (through `Config`): `INTERCOM_ACCESS_TOKEN`, and where set
 * `INTERCOM_REGION`, `INTERCOM_BASE_URL`, `INTERCOM_API_VERSION` and `INTERCOM_TIMEOUT` (`"30 seconds"`).
 *
 * @since 1.0.0
 * @category layers
 */
export const layerConfig = (
  options?: ConfigOptions
): Layer.Layer<IntercomHttp, ConfigError.ConfigError, HttpClient.HttpClient> =>
  Layer.effect(IntercomHttp, makeConfig(options))

/**
 * The service on top of the platform's `fetch`, configured by the environment as `layerConfig` is.
 *
 * @since 1.0.0
 * @category layers
 */
export const layerFetchConfig = (options?: ConfigOptions): Layer.Layer<IntercomHttp, ConfigError.ConfigError> =>
  overFetch(makeConfig(options))

/**
 * What the environment does not say.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConfigOptions extends Pick<Options, "rateLimiter" | "retry" | "transformClient" | "userAgent"> {}

/**
 * In place of HTTP, a function from the request to a web `Response`, or to an `Effect` of one. The answer takes the
 * road of a real one, through status mapping and decoding; `Response.error()` stands for a network error. A response can
 * be read once: give each request one of its own. Nothing is retried unless `options.retry` says so.
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
  layer({ accessToken: Redacted.make("test"), retry: Retry.none, ...options }).pipe(
    Layer.provide(Layer.effect(HttpClient.HttpClient, Effect.map(Effect.context<R>(), clientOf(handler)))),
    Layer.orDie
  )

/**
 * Sends another `Intercom-Version` in the calls of this effect. For a stream, apply it to the effect that runs it.
 *
 * @example
 * ```ts
 * import { Contacts, IntercomHttp } from "effect-intercom"
 *
 * export const contact = Contacts.find("63a07ddf05a32042dffac965").pipe(IntercomHttp.withVersion("2.16"))
 * ```
 *
 * @since 1.0.0
 * @category combinators
 */
export const withVersion = (
  version: Version
): <A, E, R>(self: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R> => withHeaders({ "intercom-version": version })

/**
 * Gives each attempt of the calls of this effect another time limit.
 *
 * @since 1.0.0
 * @category combinators
 */
export const withTimeout = (
  timeout: Duration.DurationInput
): <A, E, R>(self: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R> =>
  override((overrides) => ({ ...overrides, timeout }))

/**
 * Sends further headers with the calls of this effect. `authorization` is refused: the token is the layer's.
 *
 * @since 1.0.0
 * @category combinators
 */
export const withHeaders = (
  headers: Readonly<Record<string, string>>
): <A, E, R>(self: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R> =>
  override((overrides) => ({ ...overrides, headers: { ...overrides.headers, ...HttpHeaders.fromInput(headers) } }))

const override =
  (change: (overrides: Overrides) => Overrides) => <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.flatMap(CurrentOverrides, (overrides) => Effect.provideService(self, CurrentOverrides, change(overrides)))

const makeConfig = (
  options?: ConfigOptions
): Effect.Effect<Service, ConfigError.ConfigError, HttpClient.HttpClient> =>
  Effect.flatMap(environment, (configured) => make({ ...options, ...configured }))

// A redirect could take the body of a request to another host.
const overFetch = (
  service: Effect.Effect<Service, ConfigError.ConfigError, HttpClient.HttpClient>
): Layer.Layer<IntercomHttp, ConfigError.ConfigError> =>
  Layer.effect(
    IntercomHttp,
    Effect.map(Effect.provide(service, FetchHttpClient.layer), ({ execute }) => ({
      execute: (request) => Effect.provideService(execute(request), FetchHttpClient.RequestInit, { redirect: "manual" })
    }))
  )

// Innermost, so that no request a user's code sees has the token, and none takes it to another host.
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

const hosts: Readonly<Record<Region, string>> = {
  us: "https://api.intercom.io",
  eu: "https://api.eu.intercom.io",
  au: "https://api.au.intercom.io"
}

const environment = Config.all({
  accessToken: Config.redacted("INTERCOM_ACCESS_TOKEN"),
  region: optional(Config.literal("us", "eu", "au")("INTERCOM_REGION")),
  baseUrl: optional(Config.string("INTERCOM_BASE_URL")),
  version: optional(Config.string("INTERCOM_API_VERSION")),
  timeout: optional(Config.duration("INTERCOM_TIMEOUT"))
})

function optional<A>(config: Config.Config<A>): Config.Config<A | undefined> {
  return Config.map(Config.option(config), Option.getOrUndefined)
}

interface BaseUrl {
  readonly origin: string
  /** What goes before a path, without a trailing slash. */
  readonly prefix: string
}

const parseBaseUrl = ({ baseUrl, region = "us" }: Options): Effect.Effect<BaseUrl, ConfigError.ConfigError> => {
  const given = baseUrl ?? hosts[region]
  if (!URL.canParse(given)) {
    return baseUrl === undefined ? invalid("region", "must be us, eu or au") : invalid("baseUrl", "must be a URL")
  }
  const { hash, hostname, origin, password, pathname, protocol, search, username } = new URL(given)
  const isSafe = protocol === "https:" || (protocol === "http:" && isLoopback(hostname))
  if (!isSafe || username + password + search + hash !== "") {
    return invalid("baseUrl", "must be plain https, or http on loopback")
  }
  return Effect.succeed({ origin, prefix: origin + pathname.replace(/\/+$/, "") })
}

const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname)

const isHeaders = (headers: Overrides["headers"]): boolean => {
  try {
    return Boolean(new Headers(headers))
  } catch {
    return false
  }
}

const invalid = (option: keyof Options, reason: string): Effect.Effect<never, ConfigError.ConfigError> =>
  Effect.fail(ConfigError.InvalidData([option], `${option} ${reason}`))

// A request that no endpoint made: `execute` called by hand.
const unnamed = ({ method }: HttpClientRequest.HttpClientRequest): Call => ({
  operation: { operation: "IntercomHttp.execute", method, path: "/…" },
  repeatable: method === "GET"
})

const refusalOf = (
  { url }: HttpClientRequest.HttpClientRequest,
  { headers = {} }: Overrides,
  operation: Operation
): IntercomError.InvalidInput | undefined => {
  if (!url.startsWith("/")) return invalidInput(operation, "url", "must be a path")
  if (!isHeaders(headers)) return invalidInput(operation, "headers", "must be headers")
  return "authorization" in headers ? invalidInput(operation, "authorization", "is set by the layer") : undefined
}

/** @internal */
export const invalidInput = (
  operation: Operation,
  field: string,
  reason: string
): IntercomError.InvalidInput => new IntercomError.InvalidInput({ ...operation, field, reason })

const failWith = (
  response: HttpClientResponse.HttpClientResponse,
  text: string,
  operation: Operation
): Effect.Effect<never, IntercomError.IntercomError> =>
  Effect.flatMap(Clock.currentTimeMillis, (now) => Effect.fail(fromResponse(response, text, operation, now)))

const fromResponse = (
  response: HttpClientResponse.HttpClientResponse,
  text: string,
  operation: Operation,
  now: number
): IntercomError.IntercomError => {
  const { headers, request, status } = response
  const { errors, requestId } = parseEnvelope({ headers, request }, text)
  const fields = { ...operation, status, requestId, errors }
  switch (status) {
    case 401:
      return new IntercomError.Unauthorized(fields)
    case 402:
    case 403:
      return new IntercomError.Forbidden(fields)
    case 404:
    case 410:
      return new IntercomError.NotFound({ ...fields, canonicalId: parseCanonicalId(headers) })
    case 409:
      return new IntercomError.Conflict({ ...fields, ...parseConflict(errors) })
    case 400:
    case 405:
    case 406:
    case 413:
    case 415:
    case 422:
      return new IntercomError.InvalidRequest(fields)
    case 429:
      return new IntercomError.RateLimited({ ...fields, ...parseRateLimit(headers, now) })
    default:
      return status >= 500 && status < 600 ?
        new IntercomError.ServerError({ ...fields, retryAfter: parseRetryAfter(headers, now) }) :
        new IntercomError.UnexpectedStatus(fields)
  }
}

/** @internal */
export const fromHttpClientError: (
  operation: Operation
) => (error: HttpClientError.HttpClientError) => IntercomError.IntercomError = (operation) => (error) =>
  error._tag === "RequestError" && error.reason !== "Transport" ?
    invalidInput(operation, "", "cannot be sent") :
    new IntercomError.NetworkError({ ...operation, code: systemCode(error.cause) })

// `fetch` wraps the system's error, and that one may be several: an attempt for each address of the host.
const systemCode = (cause: unknown, depth = 4): string | undefined => {
  if (!Predicate.isRecord(cause) || depth === 0) return undefined
  if (typeof cause.code === "string" && /^[A-Z\d_]+$/.test(cause.code)) return cause.code
  return systemCode(cause.cause ?? [cause.errors].flat()[0], depth - 1)
}

const clientOf =
  <R>(handler: (request: HttpClientRequest.HttpClientRequest) => Response | Effect.Effect<Response, never, R>) =>
  (context: Context.Context<R>): HttpClient.HttpClient =>
    HttpClient.make((request) =>
      Effect.suspend(() => {
        const answer = handler(request)
        return Effect.isEffect(answer) ? Effect.provide(answer, context) : Effect.succeed(answer)
      }).pipe(Effect.flatMap((response) =>
        response.type === "error" ?
          Effect.fail(new HttpClientError.RequestError({ request, reason: "Transport" })) :
          Effect.succeed(HttpClientResponse.fromWeb(request, response))
      ))
    )
