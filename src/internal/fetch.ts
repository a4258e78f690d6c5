/**
 * An `HttpClient` on `fetch` that costs less for each call than the platform's.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"

/**
 * Makes a client that calls `fetch`, or the platform's `Fetch` in the context of the call or of the layer. The
 * platform's client does the same, but makes a cache for the body of each response, which costs as much as the rest of
 * a call. That client sends a request if there is a `RequestInit` in the context, or if the body is not text.
 *
 * No redirect is followed, because a redirect could take the body of a request to another host.
 */
export const fetchClient = (layer: Context.Context<HttpClient.HttpClient>): HttpClient.HttpClient =>
  HttpClient.make((request, url, signal, fiber) => {
    const context = Context.merge(layer, fiber.currentContext)
    const init = Context.getOption(context, FetchHttpClient.RequestInit)
    const body = textOf(request)
    if (body === undefined || Option.isSome(init)) {
      return Effect.provideService(
        Context.get(layer, HttpClient.HttpClient).execute(request),
        FetchHttpClient.RequestInit,
        {
          ...Option.getOrUndefined(init),
          redirect: "manual"
        }
      )
    }
    const fetch = Option.getOrElse(Context.getOption(context, FetchHttpClient.Fetch), () => globalThis.fetch)
    const { headers, method } = request
    return Effect.map(
      Effect.tryPromise({
        try: () => fetch(url, { method, headers, body, redirect: "manual", signal }),
        catch: (cause) => new HttpClientError.RequestError({ request, reason: "Transport", cause })
      }),
      (answer) => {
        const response = HttpClientResponse.fromWeb(request, answer)
        let text: Promise<string> | undefined
        return Object.defineProperty(response, "text", {
          value: Effect.tryPromise({
            try: () => text ??= answer.text(),
            catch: (cause) => new HttpClientError.ResponseError({ request, response, reason: "Decode", cause })
          })
        })
      }
    )
  })

/** The text of a body, `null` if there is none, and `undefined` if it is not text. */
const textOf = ({ body }: HttpClientRequest.HttpClientRequest): string | null | undefined =>
  body._tag === "Empty" ? null : body._tag === "Raw" && typeof body.body === "string" ? body.body : undefined
