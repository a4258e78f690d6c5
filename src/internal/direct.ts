/**
 * Sends a request by `fetch` itself, in one step.
 *
 * The platform's client on `fetch` and `Effect.timeout` do the same by many effects and three fibers, which cost more
 * than `fetch`.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as UrlParams from "@effect/platform/UrlParams"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as DefaultServices from "effect/DefaultServices"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type * as Fiber from "effect/Fiber"
import type { Answer } from "../IntercomHttp.js"

/** The exchange of a request for an answer, within a time limit. */
export type Exchange = Effect.Effect<Answer, HttpClientError.HttpClientError | Cause.TimeoutException>

/** Returns `undefined` if the request has to be sent by the platform's client. */
export interface Direct {
  (
    request: HttpClientRequest.HttpClientRequest,
    timeout: Duration.Duration,
    fiber: Fiber.RuntimeFiber<unknown, unknown>
  ): Exchange | undefined
}

/** `layer` is the context in which the layer is built. */
export const direct = (layer: Context.Context<never>): Direct => (request, timeout, fiber) => {
  const { body, hash, headers, method, url, urlParams } = request
  const text = body._tag === "Empty" ? null : body._tag === "Raw" ? body.body : undefined
  const millis = Duration.toMillis(timeout)
  // Only the clock of the system has timers, and only up to this limit.
  const hasTimer = millis < 2 ** 31 &&
    Context.get(fiber.currentDefaultServices, Clock.Clock) === Context.get(DefaultServices.liveServices, Clock.Clock)
  return (text === null || typeof text === "string") && hasTimer && ![layer, fiber.currentContext].some(asksForClient) ?
    Effect.async((resume) => {
      const controller = new AbortController()
      const timer = setTimeout(() => {
        controller.abort()
        resume(new Cause.TimeoutException())
      }, millis)
      const send = async (): Promise<Answer> => {
        const target = urlParams.length === 0 ? url : Either.getOrThrow(UrlParams.makeUrl(url, urlParams, hash))
        const init: RequestInit = { method, headers, body: text, redirect: "manual", signal: controller.signal }
        const answer = await fetch(target, init)
        const response = HttpClientResponse.fromWeb(request, answer)
        const body = await answer.text()
        return { response: Object.defineProperty(response, "text", { value: Effect.succeed(body) }), text: body }
      }
      send().then(
        Effect.succeed,
        (cause: unknown) => new HttpClientError.RequestError({ request, reason: "Transport", cause })
      ).then((result) => {
        clearTimeout(timer)
        resume(result)
      })
      return Effect.sync(() => {
        clearTimeout(timer)
        controller.abort()
      })
    }) :
    undefined
}

const asksForClient = ({ unsafeMap }: Context.Context<never>): boolean =>
  unsafeMap.has(FetchHttpClient.Fetch.key) || unsafeMap.has(FetchHttpClient.RequestInit.key)
