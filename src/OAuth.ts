/**
 * Lets the admins of other workspaces install your app: the way there, the way back, and the token at its end.
 *
 * @since 1.0.0
 */
import * as Headers from "@effect/platform/Headers"
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Endpoint from "./Endpoint.js"
import type * as IntercomError from "./IntercomError.js"
import * as IntercomHttp from "./IntercomHttp.js"
import { nonEmpty } from "./internal/checks.js"
import { invalidInput } from "./internal/errors.js"
import { parseEnvelope } from "./internal/failure.js"
import { Id, nullishString } from "./internal/fields.js"
import { formatPath } from "./internal/formatPath.js"
import { parseJson } from "./internal/json.js"
import { keepStatuses } from "./internal/response.js"
import { isText, mustBeText } from "./internal/text.js"
import { Admin } from "./models/Admin.js"

/**
 * Which app asks to be let in, and where the browser goes afterwards.
 *
 * @since 1.0.0
 * @category models
 */
export interface AuthorizationOptions {
  /** Of the app, from the Developer Hub. */
  readonly clientId: string
  /** Intercom hands it back: keep it with the browser that you send there. See `makeState`. */
  readonly state: string
  /** Where the workspace lives. Default: `"us"`. */
  readonly region?: IntercomHttp.Region | undefined
  /** One of the URLs registered in the Developer Hub. Default: the first of them. */
  readonly redirectUri?: string | undefined
}

/**
 * What a code is exchanged with.
 *
 * @since 1.0.0
 * @category models
 */
export interface ExchangeOptions {
  /** Of the app, from the Developer Hub. */
  readonly clientId: string
  /** Of the app, from the Developer Hub. */
  readonly clientSecret: Redacted.Redacted
  /** What `readCallback` found. Good once, for about five minutes. */
  readonly code: Redacted.Redacted
  /** Whose host is asked. Default: `"us"`, said to serve every region; Intercom does not document the others. */
  readonly region?: IntercomHttp.Region | undefined
  /** Instead of the region's host. `https` only, unless the host is loopback. */
  readonly baseUrl?: string | undefined
}

/**
 * What Intercom sends to the app's uninstall URL.
 *
 * @since 1.0.0
 * @category models
 */
export interface UninstallNotification {
  /** The id of the workspace, `app.id_code` of `check`. */
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
 * The browser did not come back with the state it was sent away with: an old tab, a lost session, or somebody who wants
 * their workspace to be taken for the user's. Begin again.
 *
 * @since 1.0.0
 * @category errors
 */
export class StateMismatch extends Schema.TaggedError<StateMismatch>()("IntercomStateMismatch", {}) {
  override get message(): string {
    return "OAuth: the state is not the one that was expected"
  }
}

/**
 * The admin did not let the app in, or Intercom did not. `code` is the reason in the words of OAuth: `access_denied`.
 *
 * @since 1.0.0
 * @category errors
 */
export class AccessDenied extends Schema.TaggedError<AccessDenied>()("IntercomAccessDenied", { code: Schema.String }) {
  override get message(): string {
    return `OAuth: no access was granted, ${this.code}`
  }
}

/**
 * The browser came back with the right state and without a code, or with several.
 *
 * @since 1.0.0
 * @category errors
 */
export class CodeMissing extends Schema.TaggedError<CodeMissing>()("IntercomCodeMissing", {}) {
  override get message(): string {
    return "OAuth: there is no code, or more than one"
  }
}

/**
 * The body that came to the uninstall URL is no such notification. `reason` says what is wrong with it, never the value.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidUninstall extends Schema.TaggedError<InvalidUninstall>()("IntercomInvalidUninstall", {
  reason: Schema.String
}) {
  override get message(): string {
    return `OAuth: not a notification of an uninstall, ${this.reason}`
  }
}

/**
 * Makes a `state` that nobody can guess: 256 random bits of Web Crypto, 43 characters fit for URLs and cookies. `Random`
 * has no part in it, a test that needs a certain state passes its own.
 *
 * @since 1.0.0
 * @category constructors
 */
export const makeState: Effect.Effect<string> = Effect.sync(() =>
  Encoding.encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)))
)

/**
 * Makes the URL on which an admin lets the app in. Scopes are not part of it: they are chosen in the Developer Hub.
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
  { clientId, redirectUri, region = "us", state }: AuthorizationOptions
): Effect.Effect<string, IntercomError.InvalidInput> => {
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
 * Compares a state that came back with the one that was sent, in a time that does not tell how much of it was right. An
 * empty state is never right.
 *
 * @since 1.0.0
 * @category guards
 */
export const checkState = (state: string, expected: string): Effect.Effect<void, StateMismatch> =>
  expected !== "" && isSame(state, expected) ? Effect.void : new StateMismatch()

/**
 * Reads the code from the request that brings the browser back: from its URL, whole or from the path on, or from the
 * parameters. `expectedState` is what you kept with this browser, and is to be forgotten there now.
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
  // Before the state, which not every refusal brings along: there is nothing in it that could be abused.
  if (error !== null) return new AccessDenied({ code: /^\w{1,64}$/.test(error) ? error : "unknown" })
  const code = only(params, "code")
  return Effect.zipRight(
    checkState(only(params, "state"), expectedState),
    code === "" ? new CodeMissing() : Effect.succeed(Redacted.make(code))
  )
}

/**
 * Exchanges the code for the access token, which lives until it is revoked or the app uninstalled: there is nothing to
 * refresh. Fails with `Unauthorized` when the code was used before, is too old, or is not this app's.
 *
 * It needs no token yet, so it asks for an `HttpClient`; `IntercomHttp.withTimeout` works here, too. Let that client
 * follow no redirects, which would take the secret along. Its errors hold Intercom's codes, but not its words, which may
 * quote what was sent.
 *
 * `POST /auth/eagle/token`
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
 *   }).pipe(
 *     Effect.provide(FetchHttpClient.layer),
 *     Effect.provideService(FetchHttpClient.RequestInit, { redirect: "manual" })
 *   )
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const exchangeCode = (
  options: ExchangeOptions
): Effect.Effect<Redacted.Redacted, IntercomError.IntercomError, HttpClient.HttpClient> =>
  Effect.provideServiceEffect(requestToken(options), IntercomHttp.IntercomHttp, httpWithoutToken(options))

/**
 * Tells whether the token is good, by retrieving the admin who let the app in, and the workspace as `app`. Fails with
 * `Unauthorized` when it was revoked. Who signs people in by it must not let in an admin whose `email_verified` is not
 * `true`.
 *
 * `GET /me`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const check: () => Effect.Effect<Admin, IntercomError.IntercomError, IntercomHttp.IntercomHttp> = Endpoint.make(
  "OAuth.check",
  Admin,
  () => Endpoint.get("/me")
)

/**
 * Uninstalls the app from the workspace of the token, and revokes the token.
 *
 * `POST /auth/uninstall`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const uninstall: () => Effect.Effect<void, IntercomError.IntercomError, IntercomHttp.IntercomHttp> = Endpoint
  .empty(
    "OAuth.uninstall",
    () => Endpoint.post("/auth/uninstall", { body: Endpoint.json(Schema.Struct({}), {}) })
  )

/**
 * Decodes the body of the request that tells of an uninstall. Intercom documents no signature of it, so anybody may send
 * one: ask `check` with the token of that workspace before you forget anything.
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
  parseJson(typeof body === "string" ? body : new TextDecoder().decode(body)).pipe(
    Either.flatMap(Endpoint.decodeBy(UninstallNotification)),
    Either.flatMap((notification) => {
      const issue = nonEmpty("app_id", notification.app_id)
      return issue === undefined ? Either.right(notification) : Either.left(issue)
    }),
    Effect.mapError(({ path, reason }) =>
      new InvalidUninstall({ reason: `${path.length === 0 ? "the body" : formatPath(path)} ${reason}` })
    )
  )

const apps: Readonly<Record<IntercomHttp.Region, string>> = {
  us: "https://app.intercom.com",
  eu: "https://app.eu.intercom.com",
  au: "https://app.au.intercom.com"
}

const unknownRegion = (region: string): IntercomError.Issue | undefined =>
  Object.hasOwn(apps, region) ? undefined : { path: ["region"], reason: "must be us, eu or au" }

const notText = (field: string, text: string): IntercomError.Issue | undefined =>
  isText(text) ? undefined : { path: [field], reason: mustBeText }

const notUrl = (field: string, text: string | undefined): IntercomError.Issue | undefined =>
  text === undefined || (isText(text) && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) ?
    undefined :
    { path: [field], reason: "must be an http or https URL" }

const isSame = (a: string, b: string): boolean => {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

// A server knows the path and the query of a request, a framework may know all of its URL.
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
    const code = Redacted.value(options.code)
    const clientSecret = Redacted.value(options.clientSecret)
    return Endpoint.post("/auth/eagle/token", {
      issue: nonEmpty("clientId", options.clientId) ?? nonEmpty("clientSecret", clientSecret) ?? nonEmpty("code", code),
      // A form would do as well, but there a code that ends with `=` has been known to lose it.
      body: Endpoint.json(TokenRequest, { code, client_id: options.clientId, client_secret: clientSecret })
    })
  }
)

/** The service on the road to the token, where there is none: all that every call has, but for who sends it. */
const httpWithoutToken = (
  { baseUrl, clientSecret, code, region = "us" }: ExchangeOptions
): Effect.Effect<IntercomHttp.Service, IntercomError.InvalidInput, HttpClient.HttpClient> =>
  IntercomHttp.make({ accessToken: Redacted.make("none"), baseUrl, region }).pipe(
    Effect.updateService(HttpClient.HttpClient, (client) =>
      client.pipe(
        HttpClient.mapRequest(withoutToken),
        HttpClient.transformResponse((exchange) =>
          Effect.flatMap(keepStatuses(exchange), withoutEcho([code, clientSecret].map(Redacted.value)))
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

// The requests for a token that are known to work name no version.
const withoutToken = (request: HttpClientRequest.HttpClientRequest): HttpClientRequest.HttpClientRequest =>
  HttpClientRequest.post(request.url, {
    headers: Headers.remove(request.headers, ["authorization", "intercom-version"]),
    body: request.body
  })

const hasNoBody: ReadonlySet<number> = new Set([204, 205, 304])

/**
 * A server may quote a secret that it refused, in any form, and errors hold what the server says. If the answer holds no
 * token, only the codes of errors and the id of the request are kept, and only if they are plain words.
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
          // A web response takes no status above.
          status: Math.min(status, 599),
          headers: [...kept, ...(id === undefined ? [] : [["x-request-id", id] satisfies [string, string]])]
        }
      )
    )
  })
}
