import type { HttpBody } from "@effect/platform/HttpBody"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as UrlParams from "@effect/platform/UrlParams"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"

export type Answer = Response | Effect.Effect<Response>

export interface Scripted {
  readonly layer: Layer.Layer<IntercomHttp.IntercomHttp>
  /** The requests that were sent, in order. */
  readonly sent: Array<HttpClientRequest.HttpClientRequest>
}

/** Answers one request after the other; the last answer is for all that follow. */
export const scripted = (
  answers: readonly [() => Answer, ...ReadonlyArray<() => Answer>],
  options?: Partial<IntercomHttp.Options>
): Scripted => {
  const sent: Array<HttpClientRequest.HttpClientRequest> = []
  const layer = IntercomHttp.layerTest((request) => {
    const answer = answers[sent.length] ?? answers[answers.length - 1] ?? answers[0]
    sent.push(request)
    return answer()
  }, options)
  return { layer, sent }
}

/** `GET /contacts?per_page=5` */
export const lineOf = ({ method, url, urlParams }: HttpClientRequest.HttpClientRequest): string => {
  const query = UrlParams.toString(urlParams)
  return `${method} ${new URL(url).pathname}${query === "" ? "" : `?${query}`}`
}

/** What a request holds as its JSON body. */
export const bodyOf = (request: HttpClientRequest.HttpClientRequest | undefined): unknown =>
  request?.body._tag === "Raw" ? JSON.parse(textOf(request.body)) : undefined

/** The text of a request's body. */
export const textOf = (body: HttpBody): string => body._tag === "Raw" ? String(body.body) : ""

export const errorList = (
  status: number,
  code: string,
  headers: Record<string, string> = {},
  message = `about ${code}`
): Response =>
  Response.json({ type: "error.list", request_id: "req-1", errors: [{ code, message }] }, { status, headers })

export const contact = (id: string): Response => Response.json({ type: "contact", id })

/** A server that never answers. */
export const silence: Effect.Effect<Response> = Effect.never
