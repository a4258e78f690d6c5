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
import { notFound, type Refusal, refuse } from "./kernel/Refusal.js"
import { type Answer, type Call, get, type Operation } from "./Operation.js"
import { later, modelled, unmodelled } from "./operations.js"
import * as Due from "./settle.js"

export interface Parts extends Due.Parts {
  readonly gate: Gate.Options
  readonly log: (request: AnsweredRequest) => void
}

export const make = (parts: Parts): Effect.Effect<HttpApp.Default> => {
  const serve = server(parts)
  const routes = [...modelled(), ...unmodelled(), ...later()].map((operation) =>
    HttpRouter.makeRoute(
      operation.method,
      pathOf(operation),
      Effect.flatMap(HttpRouter.RouteContext, ({ params }) => serve(operation, params))
    )
  )
  return HttpRouter.toHttpApp(HttpRouter.fromIterable(routes)).pipe(
    // An id of your own may be longer than the router takes by itself.
    HttpRouter.withRouterConfig({ caseSensitive: true, maxParamLength: Infinity }),
    Effect.map(Effect.catchAll(() => serve(nowhere, {})))
  )
}

const pathOf = ({ template }: Operation): `/${string}` => `/${template.slice(1).replace(/\{(\w+)\}/g, ":$1")}`

const nowhere: Operation = get("/", () => notFound("Requested resource"))

type Params = Readonly<Record<string, string | undefined>>

type Serve = (
  operation: Operation,
  params: Params
) => Effect.Effect<HttpServerResponse.HttpServerResponse, never, HttpServerRequest.HttpServerRequest>

const server = (parts: Parts): Serve => {
  const { gate, log, notify, tables } = parts
  const window = Gate.makeWindow(gate.rateLimit)
  let count = 0
  return (operation, params) =>
    Effect.gen(function*() {
      const request = yield* HttpServerRequest.HttpServerRequest
      // A body that breaks off is as good as none: nobody waits for the answer.
      const text = request.method === "GET" ? "" : yield* Effect.orElseSucceed(request.text, () => "")
      const millis = yield* Clock.currentTimeMillis
      const requestId = `embedded-${++count}`
      const { headers, method } = request
      const url = urlOf(request)
      const query = Object.fromEntries(url?.searchParams ?? [])
      let body: unknown = {}
      let rate: Readonly<Record<string, string>> = {}
      const result = Either.gen(function*() {
        if (url === undefined) return yield* refuse(400, "client_error", "The request names no URL")
        yield* Gate.authorize(gate, url.host, headers)
        const counted = window.count(millis)
        rate = counted.headers
        if (!counted.isOpen) return yield* Gate.rateLimited(gate.rateLimit)
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
        Due.settle(parts, now)
        return yield* operation.answer(call)
      })
      const { body: answered, status } = Either.getOrElse(result, (refusal) => answerOf(refusal, requestId))
      log({ method, path: url?.pathname ?? request.originalUrl, query, body, status })
      const options = { status, headers: { ...rate, "x-request-id": requestId } }
      return answered === undefined ?
        HttpServerResponse.empty(options) :
        HttpServerResponse.raw(JSON.stringify(answered), { ...options, contentType: "application/json" })
    })
}

/** Where a request was sent to, by its target and its host. A web request names it all, as one to a proxy does. */
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
