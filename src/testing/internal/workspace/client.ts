/** HTTP clients that call a handler in the same process. */
import * as Cookies from "@effect/platform/Cookies"
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as HttpIncomingMessage from "@effect/platform/HttpIncomingMessage"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as Effect from "effect/Effect"
import * as Inspectable from "effect/Inspectable"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { WebHandler } from "../../Delivery.js"

/** A client that sends its requests to an `HttpApp`. */
export const fromHttpApp = (app: HttpApp.Default): HttpClient.HttpClient =>
  // `HttpClient.make` would create an `AbortController` for each request, which nothing here uses.
  HttpClient.makeWith(
    Effect.flatMap((request) =>
      Effect.flatMap(toWeb(request), (incoming) =>
        Effect.map(
          Effect.provideService(app, HttpServerRequest.HttpServerRequest, HttpServerRequest.fromWeb(incoming)),
          (response) => toClientResponse(request, response)
        ))
    ),
    Effect.succeed<HttpClientRequest.HttpClientRequest>
  )

const toClientResponse = (
  request: HttpClientRequest.HttpClientRequest,
  response: HttpServerResponse.HttpServerResponse
): HttpClientResponse.HttpClientResponse =>
  response.body._tag === "Raw" && typeof response.body.body === "string" ?
    textResponse(request, response, response.body.body) :
    HttpClientResponse.fromWeb(request, HttpServerResponse.toWeb(response))

/** A response whose text is known. Reading it through a web response costs as much as the rest of the call. */
const textResponse = (
  request: HttpClientRequest.HttpClientRequest,
  response: HttpServerResponse.HttpServerResponse,
  text: string
): HttpClientResponse.HttpClientResponse => {
  const web = () => HttpClientResponse.fromWeb(request, HttpServerResponse.toWeb(response))
  return {
    ...Inspectable.BaseProto,
    [HttpIncomingMessage.TypeId]: HttpIncomingMessage.TypeId,
    [HttpClientResponse.TypeId]: HttpClientResponse.TypeId,
    request,
    status: response.status,
    headers: response.headers,
    cookies: Cookies.empty,
    remoteAddress: Option.none(),
    text: Effect.succeed(text),
    json: Effect.suspend(() => web().json),
    urlParamsBody: Effect.suspend(() => web().urlParamsBody),
    formData: Effect.suspend(() => web().formData),
    arrayBuffer: Effect.suspend(() => web().arrayBuffer),
    stream: Stream.suspend(() => web().stream),
    toJSON: () => web().toJSON(),
    // One line: vitest does not finish when it prints a failure of several lines.
    toString: () => JSON.stringify(web())
  }
}

/** A client that sends its requests to a web handler. If the handler throws, the request fails as if no answer came. */
export const fromWebHandler = (handler: WebHandler): HttpClient.HttpClient =>
  HttpClient.make((request) =>
    Effect.flatMap(toWeb(request), (incoming) =>
      Effect.tryPromise({
        try: async () => handler(incoming),
        catch: (cause) => new HttpClientError.RequestError({ request, reason: "Transport", cause })
      })).pipe(Effect.map((response) => HttpClientResponse.fromWeb(request, response)))
  )

const toWeb = (request: HttpClientRequest.HttpClientRequest): Effect.Effect<Request, HttpClientError.RequestError> => {
  const { body, headers, method } = request
  const url = Option.getOrUndefined(HttpClientRequest.toUrl(request))
  if (url === undefined) return Effect.fail(new HttpClientError.RequestError({ request, reason: "InvalidUrl" }))
  switch (body._tag) {
    case "Empty":
      return Effect.succeed(new Request(url, { method, headers }))
    case "Raw":
      // A string would add its own content type.
      return Effect.succeed(new Request(url, { method, headers, body: new TextEncoder().encode(String(body.body)) }))
    case "Uint8Array":
      return Effect.succeed(new Request(url, { method, headers, body: body.body.slice() }))
    default:
      return Effect.fail(new HttpClientError.RequestError({ request, reason: "Encode" }))
  }
}
