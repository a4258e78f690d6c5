/**
 * An Intercom workspace in memory: it speaks the API over Effect's `HttpApp`, and so stands in for Intercom in tests
 * without any HTTP, or behind a server on a loopback port.
 *
 * @since 1.0.0
 */
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpRouter from "@effect/platform/HttpRouter"
import type * as HttpServerError from "@effect/platform/HttpServerError"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type * as ParseResult from "effect/ParseResult"
import * as Redacted from "effect/Redacted"
import * as IntercomHttp from "../IntercomHttp.js"
import { contactRoutes } from "./contactRoutes.js"
import { contact } from "./fixtures.js"
import * as Refusal from "./Refusal.js"
import type { StoredContact } from "./StoredContact.js"
import * as Table from "./Table.js"
import { Tables } from "./Tables.js"

/**
 * @since 1.0.0
 * @category models
 */
export interface Options {
  /** How many contacts it starts with, all different and always the same. Default: none. */
  readonly contacts?: number | undefined
  /** The only token it takes. Default: it takes all. */
  readonly accessToken?: Redacted.Redacted | undefined
}

/**
 * @since 1.0.0
 * @category models
 */
export interface Service {
  /** The API, to be served by any HTTP server of the platform. */
  readonly app: HttpApp.Default
  /** The API as a function, for `IntercomHttp.layerTest`. */
  readonly handler: (request: HttpClientRequest.HttpClientRequest) => Effect.Effect<Response>
  /** The requests answered so far: `GET /contacts`, without query. */
  readonly requests: Effect.Effect<ReadonlyArray<string>>
}

/**
 * @since 1.0.0
 * @category tags
 */
export class Workspace extends Context.Tag("effect-intercom/testing/Workspace")<Workspace, Service>() {}

/**
 * Makes a workspace.
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = ({ accessToken, contacts = 0 }: Options = {}): Effect.Effect<Service> =>
  Effect.gen(function*() {
    const tables = { contacts: Table.make<StoredContact>() }
    for (let number = 0; number < contacts; number++) {
      yield* tables.contacts.set(contact(yield* tables.contacts.nextId, number))
    }
    const requests: Array<string> = []
    const routes = yield* HttpRouter.toHttpApp(contactRoutes)

    const app: HttpApp.Default = Effect.gen(function*() {
      const request = yield* HttpServerRequest.HttpServerRequest
      const requestId = `embedded-${requests.push(`${request.method} ${pathOf(request.url)}`)}`
      return yield* authorize(request, accessToken).pipe(
        Effect.zipRight(routes),
        Effect.catchAll((error) => Effect.succeed(Refusal.toResponse(refusalOf(error), requestId))),
        Effect.map(HttpServerResponse.setHeader("x-request-id", requestId)),
        Effect.provideService(Tables, tables)
      )
    })

    return {
      app,
      handler: (request) =>
        app.pipe(
          Effect.map((response) => HttpServerResponse.toWeb(response)),
          Effect.provideService(HttpServerRequest.HttpServerRequest, HttpServerRequest.fromWeb(toWeb(request)))
        ),
      requests: Effect.sync(() => [...requests])
    }
  })

/**
 * A workspace in place of Intercom, without HTTP: calls go to it directly, and the tag `Workspace` shows it to the
 * test. `http` are options of `IntercomHttp.layerTest`.
 *
 * @example
 * ```ts
 * import { Contacts } from "effect-intercom"
 * import * as Workspace from "effect-intercom/testing/Workspace"
 * import { Effect, Stream } from "effect"
 *
 * const program = Stream.runCount(Contacts.stream()).pipe(
 *   Effect.flatMap((count) => Effect.log(`${count} contacts`)),
 *   Effect.provide(Workspace.layer({ contacts: 400 }))
 * )
 *
 * Effect.runPromise(program)
 * ```
 *
 * @since 1.0.0
 * @category layers
 */
export const layer = (
  options?: Options,
  http?: Partial<IntercomHttp.Options>
): Layer.Layer<IntercomHttp.IntercomHttp | Workspace> =>
  Layer.unwrapEffect(Effect.map(make(options), (workspace) =>
    Layer.merge(
      Layer.succeed(Workspace, workspace),
      IntercomHttp.layerTest(workspace.handler, http)
    )))

const pathOf = (url: string): string => new URL(url, "http://localhost").pathname

const authorize = (
  { headers: { authorization = "" } }: HttpServerRequest.HttpServerRequest,
  accessToken: Redacted.Redacted | undefined
): Effect.Effect<void, Refusal.Refusal> =>
  authorization.startsWith("Bearer ") &&
    (accessToken === undefined || authorization === `Bearer ${Redacted.value(accessToken)}`) ?
    Effect.void :
    new Refusal.Refusal({ status: 401, code: "unauthorized", reason: "Access Token Invalid" })

const refusalOf = (
  error: HttpServerError.RequestError | HttpServerError.RouteNotFound | ParseResult.ParseError | Refusal.Refusal
): Refusal.Refusal => {
  switch (error._tag) {
    case "Refusal":
      return error
    case "RouteNotFound":
      return Refusal.notFound("Requested resource")
    case "RequestError":
      return Refusal.invalid("The body is not JSON")
    case "ParseError":
      return Refusal.invalid(error.message)
  }
}

const toWeb = (request: HttpClientRequest.HttpClientRequest): Request =>
  new Request(Option.getOrThrow(HttpClientRequest.toUrl(request)), {
    method: request.method,
    headers: request.headers,
    body: request.body._tag === "Raw" ?
      String(request.body.body) :
      request.body._tag === "Uint8Array" ?
      request.body.body.slice() :
      null
  })
