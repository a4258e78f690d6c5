/**
 * Makes responses and clients of the platform.
 */
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"

/** A function that responds instead of a server. `Response.error()` stands for a network error. */
export interface Handler<R = never> {
  (request: HttpClientRequest.HttpClientRequest): Response | Effect.Effect<Response, never, R>
}

/** Sends a request to a handler. */
export const respond = <R>(
  handler: Handler<R>,
  request: HttpClientRequest.HttpClientRequest
): Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.RequestError, R> =>
  Effect.suspend(() => {
    const answer = handler(request)
    return Effect.isEffect(answer) ? answer : Effect.succeed(answer)
  }).pipe(Effect.flatMap((response) =>
    response.type === "error" ?
      Effect.fail(new HttpClientError.RequestError({ request, reason: "Transport" })) :
      Effect.succeed(HttpClientResponse.fromWeb(request, response))
  ))

/** The status and headers of a response. */
export interface Head {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

/** Makes a response. The body is left out if the status allows none. */
export const fromBody = (
  request: HttpClientRequest.HttpClientRequest,
  { headers, status }: Head,
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>
): HttpClientResponse.HttpClientResponse => {
  const isEmpty = [204, 205, 304].includes(status) || (body instanceof Uint8Array && body.length === 0)
  return HttpClientResponse.fromWeb(request, new Response(isEmpty ? null : body, { status, headers }))
}

/** Makes a client that calls a handler instead of a server. */
export const clientOf = <R>(handler: Handler<R>, context: Context.Context<R>): HttpClient.HttpClient =>
  HttpClient.make((request) => Effect.provide(respond(handler, request), context))

type Exchange = Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.HttpClientError>

/** Turns status errors back into responses, because the user's client may fail on a status. */
export const keepStatuses = (exchange: Exchange): Exchange =>
  Effect.catchIf(exchange, isStatusError, ({ response }) => Effect.succeed(response))

const isStatusError = (error: HttpClientError.HttpClientError): error is HttpClientError.ResponseError =>
  error.reason === "StatusCode"
