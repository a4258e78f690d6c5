/** HTTP clients that call a handler in the same process. */
import * as Cookies from "@effect/platform/Cookies"
import type * as Headers from "@effect/platform/Headers"
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
): HttpClientResponse.HttpClientResponse => {
  const web = () => HttpClientResponse.fromWeb(request, HttpServerResponse.toWeb(response))
  const { body, headers, status } = response
  return body._tag === "Raw" && typeof body.body === "string" ?
    new TextResponse(request, status, headers, Effect.succeed(body.body), web) :
    web()
}

/** A response whose text is known. Reading it through a web response costs as much as the rest of the call. */
class TextResponse extends Inspectable.Class implements HttpClientResponse.HttpClientResponse {
  declare readonly [HttpIncomingMessage.TypeId]: HttpIncomingMessage.TypeId
  declare readonly [HttpClientResponse.TypeId]: HttpClientResponse.TypeId
  readonly cookies = Cookies.empty
  readonly remoteAddress = Option.none<string>()

  constructor(
    readonly request: HttpClientRequest.HttpClientRequest,
    readonly status: number,
    readonly headers: Headers.Headers,
    readonly text: Effect.Effect<string>,
    private readonly web: () => HttpClientResponse.HttpClientResponse
  ) {
    super()
    this[HttpIncomingMessage.TypeId] = HttpIncomingMessage.TypeId
    this[HttpClientResponse.TypeId] = HttpClientResponse.TypeId
  }

  get json(): HttpClientResponse.HttpClientResponse["json"] {
    return this.web().json
  }

  get urlParamsBody(): HttpClientResponse.HttpClientResponse["urlParamsBody"] {
    return this.web().urlParamsBody
  }

  get formData(): HttpClientResponse.HttpClientResponse["formData"] {
    return this.web().formData
  }

  get arrayBuffer(): HttpClientResponse.HttpClientResponse["arrayBuffer"] {
    return this.web().arrayBuffer
  }

  get stream(): HttpClientResponse.HttpClientResponse["stream"] {
    return this.web().stream
  }

  toJSON(): unknown {
    return this.web().toJSON()
  }

  // One line: vitest does not finish when it prints a failure of several lines.
  override toString(): string {
    return JSON.stringify(this)
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
