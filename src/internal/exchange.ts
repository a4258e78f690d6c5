/**
 * One exchange with the server: a request is sent, and the response is read.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as UrlParams from "@effect/platform/UrlParams"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import { keepStatuses } from "./response.js"

/** A response and its body. */
interface Answer {
  readonly response: HttpClientResponse.HttpClientResponse
  readonly text: string
}

/** Sends a request. The body of the response is read if `isRead` says so for its status. */
export interface Exchange {
  (
    request: HttpClientRequest.HttpClientRequest,
    isRead: (status: number) => boolean
  ): Effect.Effect<Answer, HttpClientError.HttpClientError>
}

/** Makes an exchange from a client of the platform. `isPlain` tells that the user has not changed the client. */
export interface ToExchange {
  (client: HttpClient.HttpClient, isPlain: boolean): Exchange
}

/** An exchange by a client of the platform. */
export const byClient = (client: HttpClient.HttpClient): Exchange => (request, isRead) =>
  Effect.flatMap(keepStatuses(client.execute(request)), (response) =>
    isRead(response.status) ?
      Effect.map(response.text, (text) => ({ response, text })) :
      Effect.succeed({ response, text: "" }))

/**
 * An exchange by `fetch` itself, in one step, because the platform's client on `fetch` costs more than the rest of a
 * call. It honours the platform's `Fetch` in the context of the call and of the layer. The client sends the request if
 * it is not plain, if there is a `RequestInit`, or if the body is not text. A redirect is never followed, because it
 * could take the body of a request to another host.
 */
export const byFetch: (layer: Context.Context<never>) => ToExchange =
  (layer) => (client, isPlain) => (request, isRead) =>
    Effect.contextWithEffect((call: Context.Context<never>) => {
      const context = Context.merge(layer, call)
      const init = Context.getOption(context, FetchHttpClient.RequestInit)
      const body = textOf(request)
      if (!isPlain || Option.isSome(init) || body === undefined) {
        return Effect.provideService(byClient(client)(request, isRead), FetchHttpClient.RequestInit, {
          ...Option.getOrUndefined(init),
          redirect: "manual"
        })
      }
      const fetch = Option.getOrElse(Context.getOption(context, FetchHttpClient.Fetch), () => globalThis.fetch)
      return Effect.tryPromise({
        try: async (signal) => {
          const { hash, headers, method, url, urlParams } = request
          const target = Either.getOrThrow(UrlParams.makeUrl(url, urlParams, hash))
          const answer = await fetch(target, { method, headers, body, redirect: "manual", signal })
          const text = isRead(answer.status) ? await answer.text() : ""
          const response = HttpClientResponse.fromWeb(request, answer)
          // The body cannot be read twice.
          return { response: Object.defineProperty(response, "text", { value: Effect.succeed(text) }), text }
        },
        catch: (cause) => new HttpClientError.RequestError({ request, reason: "Transport", cause })
      })
    })

/** The text of a body, `null` if there is none, and `undefined` if it is not text. */
const textOf = ({ body }: HttpClientRequest.HttpClientRequest): string | null | undefined =>
  body._tag === "Empty" ? null : body._tag === "Raw" && typeof body.body === "string" ? body.body : undefined
