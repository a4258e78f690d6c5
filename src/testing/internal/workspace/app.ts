/** The in-memory workspace as an `HttpApp`. */
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpRouter from "@effect/platform/HttpRouter"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type { AnsweredRequest } from "../../Snapshot.js"
import * as Gate from "./kernel/Gate.js"
import { rateLimited } from "./kernel/RateLimit.js"
import { type Answer, notFound, Refusal, refuse } from "./kernel/Result.js"
import { type Call, get, type Operation } from "./Operation.js"
import { laterVersions, modelled, unmodelled } from "./operations.js"
import { settle, type Workspace } from "./settle.js"

export interface Options extends Workspace {
  readonly gate: Gate.Options
  readonly log: (request: AnsweredRequest) => void
}

export const make = (options: Options): Effect.Effect<HttpApp.Default> => {
  const serve = makeServe(options)
  const routes = [...modelled(), ...unmodelled(), ...laterVersions()].map((operation) =>
    HttpRouter.makeRoute(
      operation.method,
      pathOf(operation),
      Effect.flatMap(HttpRouter.RouteContext, ({ params }) => serve(operation, params))
    )
  )
  return HttpRouter.toHttpApp(HttpRouter.fromIterable(routes)).pipe(
    // Accepts ids that are longer than the router's default limit.
    HttpRouter.withRouterConfig({ caseSensitive: true, maxParamLength: Infinity }),
    Effect.map(Effect.catchAll(() => serve(notFoundOperation, {})))
  )
}

const pathOf = ({ template }: Operation): `/${string}` => `/${template.slice(1).replace(/\{(\w+)\}/g, ":$1")}`

const notFoundOperation: Operation = get("/", () => notFound("Requested resource"))

type Params = Readonly<Record<string, string | undefined>>

type Serve = (
  operation: Operation,
  params: Params
) => Effect.Effect<HttpServerResponse.HttpServerResponse, never, HttpServerRequest.HttpServerRequest>

const makeServe = (options: Options): Serve => {
  const { gate, log, notify, tables } = options
  const count = Gate.makeWindow(gate.rateLimit)
  let requests = 0
  return (operation, params) =>
    Effect.gen(function*() {
      const request = yield* HttpServerRequest.HttpServerRequest
      // If the body breaks off, the client no longer waits for the response.
      const text = request.method === "GET" ? "" : yield* Effect.orElseSucceed(request.text, () => "")
      const millis = yield* Clock.currentTimeMillis
      const requestId = `embedded-${++requests}`
      const { headers, method } = request
      const url = urlOf(request)
      const query = Object.fromEntries(url?.searchParams ?? [])
      let body: unknown = {}
      let rate: Readonly<Record<string, string>> = {}
      const result = Either.gen(function*() {
        if (url === undefined) return yield* refuse(400, "client_error", "The request names no URL")
        yield* Gate.authorize(gate, url.host, headers)
        const counted = count(millis)
        rate = counted.headers
        if (!counted.isOpen) return yield* Either.left(new Refusal(rateLimited(gate.rateLimit)))
        body = yield* Gate.requireJson(headers, text)
        const now = Math.floor(millis / 1000)
        const call: Call<string> = {
          tables,
          path: (name) => params[name] ?? "",
          query,
          body,
          now,
          url: url.origin + url.pathname,
          notify: (topic, item) => notify(topic, item, now)
        }
        settle(options, now)
        return yield* operation.answer(call)
      })
      const { body: answered, status } = Either.getOrElse(result, (refusal) => answerOf(refusal, requestId))
      log({ method, path: url?.pathname ?? request.originalUrl, query, body, status })
      const responseOptions = { status, headers: { ...rate, "x-request-id": requestId } }
      return answered === undefined ?
        HttpServerResponse.empty(responseOptions) :
        HttpServerResponse.raw(JSON.stringify(answered), { ...responseOptions, contentType: "application/json" })
    })
}

/** The URL of a request, from its target and its host. The target of a web request is a whole URL. */
const urlOf = ({ headers, originalUrl }: HttpServerRequest.HttpServerRequest): URL | undefined => {
  const [, origin = originOf(headers.host), path, query = ""] =
    /^(https?:\/\/[^/?#]*)?(\/[^?#]*)(\?[^#]*)?/i.exec(originalUrl) ?? []
  const url = `${origin}${path?.replace(/\/{2,}/g, "/")}${query}`
  return path !== undefined && URL.canParse(url) ? new URL(url) : undefined
}

const originOf = (host = ""): string => /^[\w.:[\]-]+$/.test(host) ? `http://${host}` : ""

const answerOf = ({ code, field, reason, status }: Refusal, request_id: string): Answer => ({
  status,
  body: {
    type: "error.list",
    request_id,
    errors: [{ code, message: reason, ...(field === undefined ? {} : { field }) }]
  }
})
