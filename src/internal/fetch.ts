/**
 * An `HttpClient` that calls `fetch` in as few steps as possible.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as UrlParams from "@effect/platform/UrlParams"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"

/**
 * Makes a client that calls `fetch` itself, or the platform's `Fetch` in the context of the call or of the layer. The
 * platform's client on `fetch` costs more, because it makes a span and a cache for the body of each response.
 *
 * That client still sends the requests that need it: those with a `RequestInit` in the context, or with a body that is
 * not text. No redirect is followed, because a redirect could take the body of a request to another host.
 */
export const fetchClient: Effect.Effect<HttpClient.HttpClient, never, HttpClient.HttpClient> = Effect.contextWith(
  (layer: Context.Context<HttpClient.HttpClient>) =>
    HttpClient.makeWith(
      Effect.flatMap((request) =>
        Effect.contextWithEffect((call: Context.Context<never>) => {
          const find = <I, A>(tag: Context.Tag<I, A>) =>
            Context.getOrElse(call, tag, () => Context.getOrElse(layer, tag, () => undefined))
          const init = find(FetchHttpClient.RequestInit)
          const text = textOf(request)
          return init === undefined && text !== undefined ?
            send(request, find(FetchHttpClient.Fetch) ?? fetch, text) :
            Context.get(layer, HttpClient.HttpClient).execute(request).pipe(
              Effect.provideService(FetchHttpClient.RequestInit, { ...init, redirect: "manual" })
            )
        })
      ),
      Effect.succeed<HttpClientRequest.HttpClientRequest>
    )
)

/** The text of a body, `null` if there is none, and `undefined` if it is not text. */
const textOf = ({ body }: HttpClientRequest.HttpClientRequest): string | null | undefined =>
  body._tag === "Empty" ? null : body._tag === "Raw" && typeof body.body === "string" ? body.body : undefined

const send = (
  request: HttpClientRequest.HttpClientRequest,
  fetch: typeof globalThis.fetch,
  body: string | null
): Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.HttpClientError> => {
  const { hash, headers, method, url, urlParams } = request
  const controller = new AbortController()
  const wait = <A, E>(start: () => Promise<A>, onError: (cause: unknown) => E): Effect.Effect<A, E> =>
    Effect.async((resume) => {
      start().then(
        (value) => resume(Effect.succeed(value)),
        (cause: unknown) => resume(Effect.fail(onError(cause)))
      )
      return Effect.sync(() => controller.abort())
    })
  return Effect.matchEffect(UrlParams.makeUrl(url, urlParams, hash), {
    onFailure: (cause) => Effect.fail(new HttpClientError.RequestError({ request, reason: "InvalidUrl", cause })),
    onSuccess: (url) =>
      Effect.map(
        wait(
          async () => fetch(url, { method, headers, body, redirect: "manual", signal: controller.signal }),
          (cause) => new HttpClientError.RequestError({ request, reason: "Transport", cause })
        ),
        (answer) => {
          const response = HttpClientResponse.fromWeb(request, answer)
          let text: Promise<string> | undefined
          return Object.defineProperty(response, "text", {
            value: wait(
              () => text ??= answer.text(),
              (cause) => new HttpClientError.ResponseError({ request, response, reason: "Decode", cause })
            )
          })
        }
      )
  })
}
