/**
 * One exchange with the server: a request is sent when its turn has come, and the response is read within a time limit.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as UrlParams from "@effect/platform/UrlParams"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as FiberRef from "effect/FiberRef"
import { constTrue } from "effect/Function"
import * as Option from "effect/Option"
import * as Runtime from "effect/Runtime"
import type * as Tracer from "effect/Tracer"
import type * as IntercomError from "../IntercomError.js"
import type { Head, RateLimit } from "../RateLimit.js"
import { asyncDropping } from "./async.js"
import { withoutToken } from "./failure.js"
import { manual } from "./redirects.js"
import { keepStatuses } from "./response.js"
import { sendOnce } from "./sendOnce.js"
import { after } from "./timer.js"

/** A response and its body. */
interface Answer {
  readonly response: HttpClientResponse.HttpClientResponse
  readonly text: string
  readonly requestId: string | undefined
}

type Result = Effect.Effect<Answer, HttpClientError.HttpClientError>

/**
 * Starts an exchange in the name of a fiber, hands its result to `resume`, with the response if one arrived, and returns
 * the effect that stops it.
 */
export interface Start {
  (caller: Fiber.RuntimeFiber<unknown, unknown>, resume: (result: Result, head?: Head) => void): Effect.Effect<unknown>
}

/** Makes an exchange of a request. If `isUnread` is set, it tells by the status whether the body is left unread. */
export interface Exchange {
  (
    request: HttpClientRequest.HttpClientRequest,
    context: Context.Context<never>,
    isUnread: ((status: number) => boolean) | undefined
  ): Start
}

/** Makes exchanges by a client, which the user may have changed. A body that is read has at most `most` bytes. */
export interface ToExchange {
  (client: HttpClient.HttpClient, isChanged: boolean, most: number): Exchange
}

/** Reads the text of a response with a limit. */
export interface ReadText {
  (response: HttpClientResponse.HttpClientResponse, most: number): Effect.Effect<string, HttpClientError.ResponseError>
}

/** Exchanges by a client of the platform, each in a fiber of its own. */
export const byClient =
  (readText: ReadText): ToExchange => (client, _, most) => (request, context, isUnread) => (caller, resume) => {
    const exchange = Effect.flatMap(
      keepStatuses(client.execute(request)),
      (response) =>
        Effect.map(
          isUnread?.(response.status) ? Effect.succeed("") : readText(response, most),
          (text) => ({ response, text, requestId: withoutToken(response, response.headers["x-request-id"]) })
        )
    )
    const runtime = Runtime.make({
      context: manual(context),
      fiberRefs: caller.getFiberRefs(),
      runtimeFlags: Runtime.defaultRuntimeFlags
    })
    // The platform's span would record ids and queries, and so would Effect's log of the fiber's error.
    const untraced = Runtime.setFiberRef(runtime, HttpClient.currentTracerDisabledWhen, constTrue)
    const unlogged = Runtime.setFiberRef(untraced, FiberRef.unhandledErrorLogLevel, Option.none())
    const fiber = Runtime.runFork(unlogged, exchange)
    fiber.addObserver((exit) => resume(exit, Exit.isSuccess(exit) ? exit.value.response : undefined))
    return Fiber.interrupt(fiber)
  }

/** Reads a text unless its stated length is too large. */
export const readStated: ReadText = (response, most) =>
  Number(response.headers["content-length"]) > most ? Effect.fail(tooLarge(response, most)) : response.text

/** The text of a body that arrives in parts. */
export interface Collector {
  /** Adds a part, and returns whether the body is not too large yet. */
  readonly add: (part: Uint8Array) => boolean
  readonly isWhole: () => boolean
  readonly text: () => string
}

/** Collects the text of a body until it has more than `most` bytes. */
export const collect = (most: number): Collector => {
  const decoder = new TextDecoder()
  let size = 0
  let text = ""
  return {
    add: (part) => {
      size += part.length
      text += decoder.decode(part, { stream: true })
      return size <= most
    },
    isWhole: () => size <= most,
    text: () => text + decoder.decode()
  }
}

/** Lets a response say its text again, although its body has been read. */
export const keepText = (response: HttpClientResponse.HttpClientResponse, text: string): string => {
  Object.defineProperty(response, "text", { value: Effect.succeed(text) })
  return text
}

export const tooLarge = (
  response: HttpClientResponse.HttpClientResponse,
  most: number
): HttpClientError.ResponseError =>
  new HttpClientError.ResponseError({
    request: response.request,
    response,
    reason: "Decode",
    description: `is larger than ${most} bytes`,
    cause: tooLargeCause
  })

/** Returns whether an error says that the body is larger than is allowed. */
export const isTooLarge = (error: HttpClientError.ResponseError): boolean => error.cause === tooLargeCause

const tooLargeCause = Symbol.for("effect-intercom/TooLarge")

/**
 * Exchanges by `fetch` itself, without a fiber. The client is used only for what the platform adds to `fetch`: a
 * `FetchHttpClient.Fetch` or `RequestInit` in the context, bodies other than text, and responses that are not read.
 */
export const byFetch = (layer: Context.Context<never>): ToExchange => (client, isChanged, most) => {
  const exchange = byClient(readStated)(client, isChanged, most)
  return (request, context, isUnread) => {
    const isPlain = !isChanged && isUnread === undefined && !asksForClient(layer) && !asksForClient(context)
    const { body } = request
    if (isPlain && body._tag === "Empty") return fetchText(request, null, most)
    if (isPlain && body._tag === "Raw" && typeof body.body === "string") return fetchText(request, body.body, most)
    return exchange(request, Context.merge(layer, context), isUnread)
  }
}

const asksForClient = ({ unsafeMap }: Context.Context<never>): boolean =>
  unsafeMap.has(FetchHttpClient.Fetch.key) || unsafeMap.has(FetchHttpClient.RequestInit.key)

const fetchText =
  (request: HttpClientRequest.HttpClientRequest, body: string | null, most: number): Start => (_, resume) => {
    const { hash, headers, method, url, urlParams } = request
    const controller = new AbortController()
    let response: HttpClientResponse.HttpClientResponse | undefined
    let head: Head | undefined
    const send = async (): Promise<Result> => {
      const target = urlParams.length === 0 ? url : Either.getOrThrow(UrlParams.makeUrl(url, urlParams, hash))
      const answer = await fetch(target, {
        method,
        headers,
        body: sendOnce(method, body),
        redirect: "manual",
        signal: controller.signal
      })
      response = HttpClientResponse.fromWeb(request, answer)
      head = headOf(answer)
      const text = await textWithin(answer, most)
      if (text === undefined) {
        controller.abort()
        return Effect.fail(tooLarge(response, most))
      }
      const requestId = withoutToken(response, answer.headers.get("x-request-id"))
      return Effect.succeed({ response, text: keepText(response, text), requestId })
    }
    send().then(
      (result) => resume(result, head),
      (cause: unknown) =>
        resume(
          Effect.fail(
            response === undefined ?
              new HttpClientError.RequestError({ request, reason: "Transport", cause }) :
              new HttpClientError.ResponseError({ request, response, reason: "Decode", cause })
          ),
          head
        )
    )
    return Effect.sync(() => controller.abort())
  }

/** The text of a response, or nothing if it has more than `most` bytes. */
const textWithin = async (response: Response, most: number): Promise<string | undefined> => {
  const length = response.headers.get("content-length")
  if (Number(length) > most) return undefined
  // The length is that of the bytes as they are sent, which may be packed.
  if (length !== null && !response.headers.has("content-encoding")) return response.text()
  const whole = collect(most)
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    if (!whole.add(part.value)) return undefined
  }
  return whole.text()
}

// Reading all headers would cost more than the rest of what is read of a response.
const headOf = ({ headers, status }: Response): Head => ({
  status,
  headers: status !== 429 && headers.get("x-ratelimit-limit") === null ?
    {} :
    Object.fromEntries(limitHeaders.map((name) => [name, headers.get(name) ?? undefined]))
})

const limitHeaders = ["date", "retry-after", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"]

/** The limit that ended an attempt: that of its exchange, or that of the wait for its turn. */
export type Expired = Pick<IntercomError.Timeout, "phase" | "timeout">

/**
 * Waits for a turn, and then for an exchange. After `duration`, stops the exchange and fails with `Expired`.
 *
 * `Effect.timeoutFail` does the same by a race of fibers, which costs as much as the rest of a call.
 */
export const within = (
  start: Start,
  duration: Duration.Duration,
  rateLimit: RateLimit,
  span: Tracer.Span | undefined
): Effect.Effect<Answer, HttpClientError.HttpClientError | Expired> =>
  asyncDropping((fiber, resume) => {
    const clock = Context.get(fiber.currentDefaultServices, Clock.Clock)
    let stop: Effect.Effect<unknown> = Effect.void
    let end = (_?: Head): void => {}
    let isWaiting = false
    const giveUp = rateLimit.enter({
      clock,
      refuse: (maxWait) => resume(Effect.fail({ timeout: Duration.millis(maxWait), phase: "rateLimit" })),
      send: (leave) => {
        if (isWaiting) span?.event("rate limit wait ended", clock.unsafeCurrentTimeNanos())
        const cancel = after(clock, Duration.toMillis(duration), () => {
          end()
          resume(Effect.zipRight(stop, Effect.fail({ timeout: duration })), stop)
        })
        end = (head) => {
          end = () => {}
          cancel()
          leave(head)
        }
        stop = start(fiber, (result, head) => {
          end(head)
          resume(result)
        })
      }
    })
    isWaiting = true
    return Effect.suspend(() => {
      giveUp()
      end()
      return stop
    })
  })
