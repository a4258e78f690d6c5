/**
 * OAuth, with which admins of other workspaces install your app: the authorization URL, the callback and the token.
 *
 * @since 1.0.0
 */
import * as Headers from "@effect/platform/Headers"
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Endpoint from "./Endpoint.js"
import type * as IntercomError from "./IntercomError.js"
import * as IntercomHttp from "./IntercomHttp.js"
import { notText } from "./internal/checks.js"
import { invalidInput } from "./internal/errors.js"
import { parseEnvelope } from "./internal/failure.js"
import { Id, nullishString } from "./internal/fields.js"
import { formatPath } from "./internal/formatPath.js"
import { problemOf } from "./internal/issue.js"
import { decodeJson, parseJson } from "./internal/json.js"
import { withoutRedirects } from "./internal/redirects.js"
import { keepStatuses } from "./internal/response.js"
import { textOf } from "./internal/signature.js"
import * as signedApp from "./internal/signedApp.js"
import { isText, mustBeText } from "./internal/text.js"
import { Admin } from "./models/Admin.js"
import { type InvalidSignature, type SignedBody, verify } from "./Signature.js"

/**
 * Options of `authorizationUrl`.
 *
 * @since 1.0.0
 * @category models
 */
export interface AuthorizationOptions {
  /** The client id of the app, from the Developer Hub. */
  readonly clientId: string
  /** A random text that Intercom sends back. Store it in the session of the browser. See `makeState`. */
  readonly state: string
  /** The region of the workspace. Default: `"us"`. */
  readonly region?: IntercomHttp.Region | undefined
  /** The URL of your callback, registered in the Developer Hub. Default: the first registered URL. */
  readonly redirectUri?: string | undefined
}

/**
 * Options of `exchangeCode`.
 *
 * @since 1.0.0
 * @category models
 */
export interface ExchangeOptions {
  /** The client id of the app, from the Developer Hub. */
  readonly clientId: string
  /** The client secret of the app, from the Developer Hub. */
  readonly clientSecret: Redacted.Redacted
  /** The code from `readCallback`. It is valid once, for about 5 minutes. */
  readonly code: Redacted.Redacted
  /** The region whose host is asked. Default: `"us"`. Intercom does not document the hosts of other regions. */
  readonly region?: IntercomHttp.Region | undefined
  /** A URL to use instead of the region's host. It must be `https`, unless the host is loopback. */
  readonly baseUrl?: string | undefined
}

/**
 * The body that Intercom sends to the app's uninstall URL.
 *
 * @since 1.0.0
 * @category models
 */
export interface UninstallNotification {
  /** The id of the workspace, which is `app.id_code` in the result of `check`. */
  readonly app_id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const UninstallNotification: Schema.Schema<UninstallNotification> = Schema.suspend(() =>
  Schema.Struct({ app_id: Id })
).annotations({ identifier: "effect-intercom/UninstallNotification" })

/**
 * The callback does not have the expected state: it is from an old tab, a lost session or an attacker. Start again.
 *
 * @since 1.0.0
 * @category errors
 */
export class StateMismatch extends Schema.TaggedError<StateMismatch>()("IntercomStateMismatch", {}) {
  override get message(): string {
    return "OAuth: the state does not match"
  }
}

/**
 * The admin or Intercom denied access to the app. `code` is the error code of OAuth, such as `access_denied`.
 *
 * @since 1.0.0
 * @category errors
 */
export class AccessDenied extends Schema.TaggedError<AccessDenied>()("IntercomAccessDenied", { code: Schema.String }) {
  override get message(): string {
    return `OAuth: access was denied, ${this.code}`
  }
}

/**
 * The callback has the expected state, but no code or several codes.
 *
 * @since 1.0.0
 * @category errors
 */
export class CodeMissing extends Schema.TaggedError<CodeMissing>()("IntercomCodeMissing", {}) {
  override get message(): string {
    return "OAuth: the callback has no code, or several"
  }
}

/**
 * The body of a request to the uninstall URL is invalid. `reason` is the problem, without the value.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidUninstall extends Schema.TaggedError<InvalidUninstall>()("IntercomInvalidUninstall", {
  reason: Schema.String
}) {
  override get message(): string {
    return `OAuth: invalid uninstall notification, ${this.reason}`
  }
}

/**
 * Makes a `state` that nobody can guess: 256 random bits from Web Crypto, as 43 characters that are safe in URLs and
 * cookies. Effect's `Random` does not affect it.
 *
 * @since 1.0.0
 * @category constructors
 */
export const makeState: Effect.Effect<string> = Effect.sync(() =>
  Encoding.encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)))
)

/**
 * Makes the URL of the page on which an admin installs the app. It has no scopes: you set them in the Developer Hub.
 *
 * @example
 * ```ts
 * import { OAuth } from "effect-intercom"
 * import { Effect } from "effect"
 *
 * const begin = Effect.gen(function*() {
 *   const state = yield* OAuth.makeState
 *   const url = yield* OAuth.authorizationUrl({ clientId: "c2b8…", state, region: "eu" })
 *   return { status: 302, headers: { location: url, "set-cookie": `state=${state}; HttpOnly; Secure; SameSite=Lax` } }
 * })
 *
 * Effect.runPromise(begin).then(({ status }) => console.log(status))
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const authorizationUrl = (
  options: AuthorizationOptions
): Effect.Effect<string, IntercomError.InvalidInput> => {
  const { clientId, redirectUri, region = "us", state }: AuthorizationOptions = Object(options)
  const refuse = (issue: IntercomError.Issue) =>
    invalidInput(
      { operation: "OAuth.authorizationUrl", method: "GET", path: "/oauth" },
      formatPath(issue.path),
      issue.reason
    )
  const issue = notText("clientId", clientId) ?? notText("state", state) ?? unknownRegion(region) ??
    notUrl("redirectUri", redirectUri)
  if (issue !== undefined) return refuse(issue)
  const query = new URLSearchParams({ client_id: clientId, state })
  if (redirectUri !== undefined) query.set("redirect_uri", redirectUri)
  return Effect.succeed(`${apps[region]}/oauth?${query}`)
}

/**
 * Compares the state of a callback with the expected state, in constant time. Fails with `StateMismatch` if they differ
 * or are empty.
 *
 * @since 1.0.0
 * @category guards
 */
export const checkState = (state: string, expected: string): Effect.Effect<void, StateMismatch> =>
  isText(state) && isText(expected) && isSame(state, expected) ? Effect.void : new StateMismatch()

/**
 * Reads the code from a callback. Pass its URL, its path with the query, or its parameters. `expectedState` is the
 * state in the session of the browser: delete it from the session afterwards.
 *
 * @example
 * ```ts
 * import { OAuth } from "effect-intercom"
 * import { Effect } from "effect"
 *
 * const code = OAuth.readCallback("/callback?code=abc&state=xyz", "xyz").pipe(
 *   Effect.catchTag("IntercomAccessDenied", () => Effect.succeed("They would rather not."))
 * )
 *
 * Effect.runPromise(code).then((code) => console.log(String(code))) // <redacted>
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const readCallback = (
  request: string | URL | URLSearchParams,
  expectedState: string
): Effect.Effect<Redacted.Redacted, StateMismatch | AccessDenied | CodeMissing> => {
  const params = request instanceof URLSearchParams ? request : queryOf(String(request))
  const error = params.get("error")
  // Checked before the state, because a denial may come without one and cannot be abused.
  if (error !== null) return new AccessDenied({ code: /^\w{1,64}$/.test(error) ? error : "unknown" })
  const code = only(params, "code")
  return Effect.zipRight(
    checkState(only(params, "state"), expectedState),
    code === "" ? new CodeMissing() : Effect.succeed(Redacted.make(code))
  )
}

/**
 * Exchanges the code for an access token. The token is valid until it is revoked or the app is uninstalled.
 *
 * `POST /auth/eagle/token`. Fails with `Unauthorized` if the code was used before, is too old, or belongs to another
 * app.
 *
 * It requires an `HttpClient`, because there is no token yet. `fetch` does not follow redirects, which could send the
 * secret to another host. Another client must not follow them either.
 * `IntercomHttp.withTimeout` sets the time limit. The errors hold Intercom's codes, but not its messages, which may quote
 * the secret.
 *
 * @example
 * ```ts
 * import { FetchHttpClient } from "@effect/platform"
 * import { IntercomHttp, OAuth } from "effect-intercom"
 * import { Effect, Redacted } from "effect"
 *
 * export const install = (url: string, state: string) =>
 *   Effect.gen(function*() {
 *     const code = yield* OAuth.readCallback(url, state)
 *     const token = yield* OAuth.exchangeCode({ clientId: "c2b8…", clientSecret: Redacted.make("…"), code })
 *     const { app } = yield* OAuth.check().pipe(Effect.provide(IntercomHttp.layerFetch({ accessToken: token })))
 *     return { token, workspace: app?.id_code }
 *   }).pipe(Effect.provide(FetchHttpClient.layer))
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const exchangeCode = (
  options: ExchangeOptions
): Effect.Effect<Redacted.Redacted, IntercomError.IntercomError, HttpClient.HttpClient> =>
  withoutRedirects(
    Effect.provideServiceEffect(requestToken(options), IntercomHttp.IntercomHttp, httpWithoutToken(options))
  )

/**
 * Checks the token by retrieving the admin who installed the app, with the workspace as `app`.
 *
 * `GET /me`. Fails with `Unauthorized` if the token was revoked. If you use it to sign people in, accept only an admin
 * whose `email_verified` is `true`.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const check: () => Effect.Effect<Admin, IntercomError.IntercomError, IntercomHttp.IntercomHttp> = () =>
  withoutRedirects(me())

/**
 * Uninstalls the app from the workspace of the token, and revokes the token.
 *
 * `POST /auth/uninstall`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const uninstall: () => Effect.Effect<void, IntercomError.IntercomError, IntercomHttp.IntercomHttp> = () =>
  withoutRedirects(revoke())

/**
 * Decodes the body of an uninstall notification. It does not check the signature, and anyone can send such a body: use
 * `verifyUninstall` or `uninstallApp` to check it.
 *
 * @example
 * ```ts
 * import { OAuth } from "effect-intercom"
 * import { Effect } from "effect"
 *
 * const body = new TextEncoder().encode(`{"app_id":"abc123"}`)
 *
 * Effect.runPromise(OAuth.decodeUninstall(body)).then(({ app_id }) => console.log(app_id))
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const decodeUninstall = (
  body: string | Uint8Array
): Effect.Effect<UninstallNotification, InvalidUninstall> =>
  decodeJson(ArrayBuffer.isView(body) ? new TextDecoder().decode(body) : String(body), decodeNotification).pipe(
    Effect.mapError((issue) => new InvalidUninstall({ reason: problemOf(issue) }))
  )

/**
 * Checks the signature of an uninstall notification, then decodes it. `signature` is the value of the header
 * `X-Body-Signature`. An unsigned notification is refused.
 *
 * Intercom documents this header for health checks and Canvas Kit, but not for uninstalls. Another product receives it
 * for uninstalls, too.
 *
 * @example
 * ```ts
 * import { OAuth } from "effect-intercom"
 * import { Redacted } from "effect"
 *
 * export const uninstalled = async (request: Request) =>
 *   OAuth.verifyUninstall({
 *     secret: Redacted.make("the app's client secret"),
 *     body: new Uint8Array(await request.arrayBuffer()),
 *     signature: request.headers.get("X-Body-Signature")
 *   })
 * ```
 *
 * @since 1.0.0
 * @category guards
 */
export const verifyUninstall = (
  signed: Omit<SignedBody, "header">
): Effect.Effect<UninstallNotification, InvalidSignature | InvalidUninstall> =>
  Effect.zipRight(verify({ ...signed, header: "X-Body-Signature" }), Effect.suspend(() => decodeUninstall(signed.body)))

/**
 * Options of `uninstallApp`.
 *
 * @since 1.0.0
 * @category models
 */
export interface UninstallOptions<E = never, R = never> {
  /** The app's client secret, from the Developer Hub. Pass several while you rotate it. */
  readonly clientSecret: Redacted.Redacted | ReadonlyArray<Redacted.Redacted>
  /** Called with each signed notification. */
  readonly onUninstall: (notification: UninstallNotification) => Effect.Effect<unknown, E, R>
}

/**
 * Makes the app for the uninstall URL. It checks the signature, see `verifyUninstall`. For its statuses, see
 * `CanvasKit.initializeApp`; the response has no body.
 *
 * @since 1.0.0
 * @category constructors
 */
export const uninstallApp = <E, R>(
  { clientSecret, onUninstall }: UninstallOptions<E, R>
): Effect.Effect<HttpApp.Default<E, R>, ConfigError.ConfigError> =>
  signedApp.make({
    name: "uninstall",
    clientSecret,
    decode: decodeNotification,
    respond: (notification) => Effect.asVoid(onUninstall(notification))
  })

const decodeNotification = (body: unknown): Either.Either<UninstallNotification, IntercomError.Issue> =>
  Either.filterOrLeft(
    Endpoint.decodeBy(UninstallNotification)(body),
    ({ app_id }) => isText(app_id),
    (): IntercomError.Issue => ({ path: ["app_id"], reason: mustBeText })
  )

const me = Endpoint.make("OAuth.check", Admin, () => Endpoint.get("/me"))

const revoke = Endpoint.empty(
  "OAuth.uninstall",
  () => Endpoint.post("/auth/uninstall", { body: Endpoint.json(Schema.Struct({}), {}) })
)

const apps: Readonly<Record<IntercomHttp.Region, string>> = {
  us: "https://app.intercom.com",
  eu: "https://app.eu.intercom.com",
  au: "https://app.au.intercom.com"
}

const unknownRegion = (region: string): IntercomError.Issue | undefined =>
  Object.hasOwn(apps, region) ? undefined : { path: ["region"], reason: "must be us, eu or au" }

const notUrl = (field: string, text: string | undefined): IntercomError.Issue | undefined =>
  text === undefined || (isText(text) && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) ?
    undefined :
    { path: [field], reason: "must be an http or https URL" }

const isSame = (a: string, b: string): boolean => {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

// Servers know the path and the query of a request. Frameworks may know the whole URL.
const queryOf = (url: string): URLSearchParams => new URLSearchParams(/^[^?#]*\?([^#]*)/.exec(url)?.[1] ?? "")

const only = (params: URLSearchParams, name: string): string => {
  const [value = "", ...others] = params.getAll(name)
  return others.length === 0 ? value : ""
}

const TokenRequest = Schema.suspend(() =>
  Schema.Struct({ code: Schema.String, client_id: Schema.String, client_secret: Schema.String })
)

const TokenAnswer = Schema.suspend(() => Schema.Struct({ token: nullishString, access_token: nullishString }))

const decodeToken = (body: unknown): Either.Either<Redacted.Redacted, IntercomError.Issue> =>
  Either.flatMap(Endpoint.decodeBy(TokenAnswer)(body), ({ access_token, token }) => {
    const found = [access_token, token].find((value) => typeof value === "string" && value !== "")
    return typeof found === "string"
      ? Either.right(Redacted.make(found))
      : Either.left({ path: ["access_token"], reason: "is missing" })
  })

const requestToken = Endpoint.decoding(
  "OAuth.exchangeCode",
  decodeToken,
  (options: ExchangeOptions) => {
    const code = textOf(options.code)
    const clientSecret = textOf(options.clientSecret)
    return Endpoint.post("/auth/eagle/token", {
      issue: notText("clientId", options.clientId) ?? notText("clientSecret", clientSecret) ?? notText("code", code),
      // JSON instead of a form, because forms have lost the `=` at the end of a code.
      body: Endpoint.json(TokenRequest, { code, client_id: options.clientId, client_secret: clientSecret })
    })
  }
)

/** Makes a service without a token. It has the retries, the time limit and the errors of every other call. */
const httpWithoutToken = (
  options: ExchangeOptions
): Effect.Effect<IntercomHttp.Service, IntercomError.InvalidInput, HttpClient.HttpClient> => {
  const { baseUrl, clientSecret, code, region = "us" }: ExchangeOptions = Object(options)
  return IntercomHttp.make({ accessToken: Redacted.make("none"), baseUrl, region }).pipe(
    Effect.updateService(HttpClient.HttpClient, (client) =>
      client.pipe(
        HttpClient.mapRequest(withoutToken),
        HttpClient.transformResponse((exchange) =>
          Effect.flatMap(keepStatuses(exchange), withoutEcho([code, clientSecret].map(textOf)))
        )
      )),
    Effect.mapError(() =>
      invalidInput(
        { operation: "OAuth.exchangeCode", method: "POST", path: "/auth/eagle/token" },
        baseUrl === undefined ? "region" : "baseUrl",
        baseUrl === undefined ? "must be us, eu or au" : "must be plain https, or http on loopback"
      )
    )
  )
}

// Known working requests for a token have no version header.
const withoutToken = (request: HttpClientRequest.HttpClientRequest): HttpClientRequest.HttpClientRequest =>
  HttpClientRequest.post(request.url, {
    headers: Headers.remove(request.headers, ["authorization", "intercom-version"]),
    body: request.body
  })

const hasNoBody: ReadonlySet<number> = new Set([204, 205, 304])

/**
 * A server may quote a secret that it refused, and errors hold text of the server. Therefore, if the response has no
 * token, only error codes and the request id are kept, and only if they are plain words.
 */
const withoutEcho = (secrets: ReadonlyArray<string>) =>
(
  response: HttpClientResponse.HttpClientResponse
): Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.ResponseError> => {
  const word = (said: string | undefined) =>
    said !== undefined && /^[\w-]+$/.test(said) && !secrets.some((secret) => said.includes(secret)) ? said : undefined
  const { headers, request, status } = response
  return Effect.map(response.text, (text) => {
    const isToken = status < 300 && Either.isRight(Either.flatMap(parseJson(text), decodeToken))
    const { errors, requestId } = parseEnvelope(response, text)
    const codes = errors.map(({ code }) => ({ code: word(code) }))
    const kept = Object.entries(headers).filter(([name]) => /^retry-after$|^x-ratelimit-/.test(name))
    const id = word(headers["x-request-id"])
    return HttpClientResponse.fromWeb(
      request,
      new Response(
        hasNoBody.has(status) ? null : isToken ? text : JSON.stringify({ request_id: word(requestId), errors: codes }),
        {
          // `Response` does not accept a higher status, nor the 0 with which a browser hides a redirect.
          status: Math.min(status || 302, 599),
          headers: [...kept, ...(id === undefined ? [] : [["x-request-id", id] satisfies [string, string]])]
        }
      )
    )
  })
}
