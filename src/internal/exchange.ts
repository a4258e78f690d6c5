/**
 * One exchange with the server: a request is sent and the response is read, within a time limit.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as UrlParams from "@effect/platform/UrlParams"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as DefaultServices from "effect/DefaultServices"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Fiber from "effect/Fiber"
import { constTrue } from "effect/Function"
import * as Option from "effect/Option"
import * as Runtime from "effect/Runtime"
import { keepStatuses } from "./response.js"

/** A response and its body. */
interface Answer {
  readonly response: HttpClientResponse.HttpClientResponse
  readonly text: string
  readonly requestId: string | undefined
}

type Result = Effect.Effect<Answer, HttpClientError.HttpClientError>

/** Starts an exchange in the name of a fiber, hands its result to `resume`, and returns the effect that stops it. */
export interface Start {
  (caller: Fiber.RuntimeFiber<unknown, unknown>, resume: (result: Result) => void): Effect.Effect<unknown>
}

/** Makes an exchange of a request. If `isUnread` is set, it tells by the status whether the body is left unread. */
export interface Exchange {
  (
    request: HttpClientRequest.HttpClientRequest,
    context: Context.Context<never>,
    isUnread: ((status: number) => boolean) | undefined
  ): Start
}

/** Exchanges by a client of the platform, each in a fiber of its own. */
export const byClient = (client: HttpClient.HttpClient): Exchange => (request, context, isUnread) => (caller, resume) => {
  const exchange = Effect.flatMap(
    keepStatuses(client.execute(request)),
    (response) =>
      Effect.map(
        isUnread?.(response.status) ? Effect.succeed("") : response.text,
        (text) => ({ response, text, requestId: response.headers["x-request-id"] })
      )
  )
  const runtime = Runtime.make({
    context,
    fiberRefs: caller.getFiberRefs(),
    runtimeFlags: Runtime.defaultRuntimeFlags
  })
  // The platform's span would record ids and queries. Each call has its own span without them.
  const fiber = Runtime.runFork(Runtime.setFiberRef(runtime, HttpClient.currentTracerDisabledWhen, constTrue), exchange)
  fiber.addObserver(resume)
  return Fiber.interrupt(fiber)
}

/**
 * Exchanges by `fetch` itself, without a fiber. The client is used only for what the platform adds to `fetch`: a
 * `FetchHttpClient.Fetch` or `RequestInit` in the context, bodies other than text, and responses that are not read.
 */
export const byFetch = (layer: Context.Context<never>) => (client: HttpClient.HttpClient): Exchange => {
  const exchange = byClient(client)
  return (request, context, isUnread) => {
    const isPlain = isUnread === undefined && !asksForClient(layer) && !asksForClient(context)
    const { body } = request
    if (isPlain && body._tag === "Empty") return fetchText(request, null)
    if (isPlain && body._tag === "Raw" && typeof body.body === "string") return fetchText(request, body.body)
    return exchange(request, context, isUnread)
  }
}

const asksForClient = ({ unsafeMap }: Context.Context<never>): boolean =>
  unsafeMap.has(FetchHttpClient.Fetch.key) || unsafeMap.has(FetchHttpClient.RequestInit.key)

const fetchText = (request: HttpClientRequest.HttpClientRequest, body: string | null): Start => (_, resume) => {
  const { hash, headers, method, url, urlParams } = request
  const controller = new AbortController()
  const send = async (): Promise<Answer> => {
    const target = urlParams.length === 0 ? url : Either.getOrThrow(UrlParams.makeUrl(url, urlParams, hash))
    const answer = await fetch(target, { method, headers, body, redirect: "manual", signal: controller.signal })
    const text = await answer.text()
    const response = Object.defineProperty(HttpClientResponse.fromWeb(request, answer), "text", {
      value: Effect.succeed(text)
    })
    return { response, text, requestId: answer.headers.get("x-request-id") ?? undefined }
  }
  send().then(
    (answer) => resume(Effect.succeed(answer)),
    (cause: unknown) => resume(Effect.fail(new HttpClientError.RequestError({ request, reason: "Transport", cause })))
  )
  return Effect.sync(() => controller.abort())
}

/** Changes the platform's client on `fetch` to follow no redirect, which could send a body to another host. */
export const withoutRedirects = (layer: Context.Context<never>) => (client: HttpClient.HttpClient): HttpClient.HttpClient =>
  HttpClient.transformResponse(
    client,
    Effect.mapInputContext((call: Context.Context<never>) => {
      const init = Context.getOption(Context.merge(layer, call), FetchHttpClient.RequestInit)
      return Context.add(call, FetchHttpClient.RequestInit, { ...Option.getOrUndefined(init), redirect: "manual" })
    })
  )

/**
 * Waits for an exchange. After `duration`, stops it and fails with `"timeout"`.
 *
 * `Effect.timeoutFail` does the same by a race of fibers, which costs as much as the rest of a call.
 */
export const within = (
  start: Start,
  duration: Duration.Duration
): Effect.Effect<Answer, HttpClientError.HttpClientError | "timeout"> =>
  Effect.withFiberRuntime((fiber) =>
    Effect.async((resume) => {
      let stop: Effect.Effect<unknown> = Effect.void
      const expire = (): void => resume(Effect.zipRight(stop, Effect.fail("timeout" as const)))
      const cancel = after(Context.get(fiber.currentDefaultServices, Clock.Clock), duration, expire)
      stop = start(fiber, (result) => {
        cancel()
        resume(result)
      })
      return Effect.zipRight(Effect.sync(cancel), stop)
    })
  )

// A timer costs less than a fiber that sleeps. Other clocks than that of the system, such as `TestClock`, have no timers.
const after = (clock: Clock.Clock, duration: Duration.Duration, task: () => void): () => void => {
  if (clock !== Context.get(DefaultServices.liveServices, Clock.Clock)) {
    const sleeper = Effect.runFork(Effect.map(clock.sleep(duration), task))
    return () => sleeper.unsafeInterruptAsFork(sleeper.id())
  }
  const millis = Duration.toMillis(duration)
  const timer = millis < 2 ** 31 ? setTimeout(task, millis) : undefined
  return () => clearTimeout(timer)
}
