/** The in-memory workspace as an `HttpApp`. */
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { App } from "./app.js"

export const httpApp = (app: App): HttpApp.Default =>
  Effect.gen(function*() {
    const request = yield* HttpServerRequest.HttpServerRequest
    // If the body breaks off, the client no longer waits for the response.
    const body = request.method === "GET" ? "" : yield* Effect.orElseSucceed(request.text, () => "")
    const { headers, status, text } = app({
      method: request.method,
      url: urlOf(request),
      path: partsOf(request.url).path ?? "",
      headers: request.headers,
      text: body
    }, yield* Clock.currentTimeMillis)
    return text === undefined ?
      HttpServerResponse.empty({ status, headers }) :
      HttpServerResponse.raw(text, { status, headers, contentType: "application/json" })
  })

/** The URL of a request, from its target and its host. The target of a web request is a whole URL. */
const urlOf = ({ headers, originalUrl }: HttpServerRequest.HttpServerRequest): URL | string => {
  const { origin = originOf(headers.host), path, query = "" } = partsOf(originalUrl)
  const url = `${origin}${path}${query}`
  return path !== undefined && URL.canParse(url) ? new URL(url) : originalUrl
}

/** Splits the target of a request. There is no path if the target is not a URL. */
const partsOf = (target: string): Partial<Readonly<Record<"origin" | "path" | "query", string>>> =>
  /^(?<origin>https?:\/\/[^/?#]*)?(?<path>\/[^?#]*)(?<query>\?[^#]*)?/i.exec(target)?.groups ?? {}

const originOf = (host = ""): string => /^[\w.:[\]-]+$/.test(host) ? `http://${host}` : ""
