/**
 * Responses of the platform's HTTP clients.
 */
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"

type Exchange = Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.HttpClientError>

/** A client may turn statuses into errors: this turns them back into responses. */
export const keepStatuses = (exchange: Exchange): Exchange =>
  Effect.catchAll(exchange, (error) =>
    error._tag === "ResponseError" && error.reason === "StatusCode" ?
      Effect.succeed(error.response) :
      Effect.fail(error))

/** Computes a web response from a request. `Response.error()` stands for a network error. */
export interface Handler<R> {
  (request: HttpClientRequest.HttpClientRequest): Response | Effect.Effect<Response, never, R>
}

/** A client with a handler in place of a server. */
export const clientOf = <R>(handler: Handler<R>, context: Context.Context<R>): HttpClient.HttpClient =>
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
