/** HTTP clients that call a function in the same process. */
import * as Cookies from "@effect/platform/Cookies"
import type * as Headers from "@effect/platform/Headers"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as HttpIncomingMessage from "@effect/platform/HttpIncomingMessage"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Inspectable from "effect/Inspectable"
import * as Option from "effect/Option"
import type { WebHandler } from "../../Delivery.js"
import type { App } from "./app.js"

/** A client that sends its requests to the workspace. */
export const fromApp = (app: App): HttpClient.HttpClient =>
  // `HttpClient.make` would create an `AbortController` for each request, which nothing here uses.
  HttpClient.makeWith(
    Effect.flatMap((request) =>
      Effect.clockWith((clock) =>
        Either.map(incoming(request), ({ body, url }) => {
          const { headers, method } = request
          const text = body === null ? "" : new TextDecoder().decode(body)
          const answer = app({ method, url, path: url.pathname, headers, text }, clock.unsafeCurrentTimeMillis())
          return new TextResponse(request, answer.status, answer.headers, answer.text)
        })
      )
    ),
    Effect.succeed<HttpClientRequest.HttpClientRequest>
  )

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
    private readonly body: string | undefined
  ) {
    super()
    this[HttpIncomingMessage.TypeId] = HttpIncomingMessage.TypeId
    this[HttpClientResponse.TypeId] = HttpClientResponse.TypeId
  }

  get text(): HttpClientResponse.HttpClientResponse["text"] {
    return Effect.succeed(this.body ?? "")
  }

  get json(): HttpClientResponse.HttpClientResponse["json"] {
    return this.web.json
  }

  get urlParamsBody(): HttpClientResponse.HttpClientResponse["urlParamsBody"] {
    return this.web.urlParamsBody
  }

  get formData(): HttpClientResponse.HttpClientResponse["formData"] {
    return this.web.formData
  }

  get arrayBuffer(): HttpClientResponse.HttpClientResponse["arrayBuffer"] {
    return this.web.arrayBuffer
  }

  get stream(): HttpClientResponse.HttpClientResponse["stream"] {
    return this.web.stream
  }

  toJSON(): unknown {
    return this.web.toJSON()
  }

  // One line: vitest does not finish when it prints a failure of several lines.
  override toString(): string {
    return JSON.stringify(this)
  }

  private get web(): HttpClientResponse.HttpClientResponse {
    const { body = null, headers, request, status } = this
    return HttpClientResponse.fromWeb(request, new Response(body, { status, headers }))
  }
}

/** A client that sends its requests to a web handler. If the handler throws, the request fails as if no answer came. */
export const fromWebHandler = (handler: WebHandler): HttpClient.HttpClient =>
  HttpClient.make((request) =>
    Effect.flatMap(incoming(request), ({ body, url }) =>
      Effect.tryPromise({
        try: async () => handler(new Request(url, { method: request.method, headers: request.headers, body })),
        catch: (cause) => new HttpClientError.RequestError({ request, reason: "Transport", cause })
      })).pipe(Effect.map((response) => HttpClientResponse.fromWeb(request, response)))
  )

/** What a server receives of a request. */
interface Incoming {
  readonly url: URL
  readonly body: Uint8Array<ArrayBuffer> | null
}

const incoming = (
  request: HttpClientRequest.HttpClientRequest
): Either.Either<Incoming, HttpClientError.RequestError> => {
  const { body } = request
  const url = Option.getOrUndefined(HttpClientRequest.toUrl(request))
  if (url === undefined) return Either.left(new HttpClientError.RequestError({ request, reason: "InvalidUrl" }))
  switch (body._tag) {
    case "Empty":
      return Either.right({ url, body: null })
    case "Raw":
      return Either.right({ url, body: new TextEncoder().encode(String(body.body)) })
    case "Uint8Array":
      return Either.right({ url, body: body.body.slice() })
    default:
      return Either.left(new HttpClientError.RequestError({ request, reason: "Encode" }))
  }
}
