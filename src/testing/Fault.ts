/**
 * Faults of one exchange: responses that replace the real one, and real responses that are late, cut or lost.
 *
 * @since 1.0.0
 */
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as HttpIncomingMessage from "@effect/platform/HttpIncomingMessage"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Inspectable from "effect/Inspectable"
import * as Stream from "effect/Stream"
import { CurrentCall } from "../internal/operation.js"
import { fromBody, respond } from "../internal/response.js"
import * as RateLimit from "./internal/workspace/kernel/RateLimit.js"

/**
 * A fault. Write an object like this one for a fault of your own.
 *
 * @since 1.0.0
 * @category models
 */
export interface Fault {
  /** The name of the fault in `Faults.injected`. */
  readonly name: FaultName | (string & {})
  /** Changes or replaces the response. Running `answer` sends the request; otherwise the server gets nothing. */
  readonly apply: <E>(
    answer: Effect.Effect<HttpClientResponse.HttpClientResponse, E>,
    request: HttpClientRequest.HttpClientRequest
  ) => Effect.Effect<HttpClientResponse.HttpClientResponse, E | HttpClientError.HttpClientError>
}

/**
 * The names of the faults of this module.
 *
 * @since 1.0.0
 * @category models
 */
export type FaultName =
  | "emptyBody"
  | "htmlPage"
  | "latency"
  | "rateLimited"
  | "refused"
  | "reset"
  | "resetAfterwards"
  | "resetMidway"
  | "response"
  | "serverError"
  | "slow"
  | "stall"
  | "truncated"

/**
 * Any response, made by a function for each exchange. `Response.error()` stands for a network error. The server gets
 * nothing.
 *
 * @since 1.0.0
 * @category constructors
 */
export const response = (
  handler: (request: HttpClientRequest.HttpClientRequest) => Response | Effect.Effect<Response>,
  name = "response"
): Fault => ({ name, apply: (_, request) => respond(handler, request) })

/**
 * Options of `rateLimited`.
 *
 * @since 1.0.0
 * @category models
 */
export interface RateLimitedOptions {
  /** Requests allowed in the window of ten seconds. Default: 1667. */
  readonly limit?: number | undefined
  /**
   * Sends a `Retry-After` header, in whole seconds, and ends the window at that time. Default: no such header, and the
   * window ends at the next multiple of ten seconds of the clock.
   */
  readonly retryAfter?: Duration.DurationInput | undefined
}

/**
 * 429 with Intercom's body and its `X-RateLimit-…` headers. The server gets nothing.
 *
 * @since 1.0.0
 * @category constructors
 */
export const rateLimited = ({ limit = 1667, retryAfter }: RateLimitedOptions = {}): Fault =>
  response(() =>
    Effect.map(Clock.currentTimeMillis, (now) => {
      const wait = retryAfter === undefined ? undefined : Math.ceil(Duration.toSeconds(retryAfter))
      const resetAt = wait === undefined ? RateLimit.windowEnd(now) : Math.ceil(now / 1000) + wait
      const { code, reason, status } = RateLimit.rateLimited(limit)
      return errorList(status, code, reason, {
        ...RateLimit.rateLimitHeaders({ limit, remaining: 0, resetAt }),
        ...(wait === undefined ? {} : { "retry-after": `${wait}` })
      })
    }), "rateLimited")

/**
 * 500, or another 5xx, with Intercom's error list. The server gets nothing. Throws a `RangeError` for any other status.
 *
 * @since 1.0.0
 * @category constructors
 */
export const serverError = (status = 500): Fault => {
  if (!(Number.isInteger(status) && status >= 500 && status <= 599)) {
    throw new RangeError("Faults.serverError: status must be from 500 to 599")
  }
  return response(() =>
    status === 503 ?
      errorList(status, "service_unavailable", "API service is temporarily unavailable") :
      errorList(status, "server_error", "Server Error"), "serverError")
}

/**
 * The HTML page of a proxy that cannot reach its server: 502, or another status. The server gets nothing.
 *
 * @since 1.0.0
 * @category constructors
 */
export const htmlPage = (status = 502): Fault =>
  response(() => {
    const title = status === 502 ? "502 Bad Gateway" : status === 504 ? "504 Gateway Time-out" : `${status}`
    return new Response(
      `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`,
      { status, headers: { "content-type": "text/html" } }
    )
  }, "htmlPage")

/**
 * The connection is refused (`ECONNREFUSED`). The request was certainly not sent, so any request may be sent again.
 *
 * @since 1.0.0
 * @category constructors
 */
export const refused: Fault = {
  name: "refused",
  apply: (_, request) => Effect.fail(networkError(request, "ECONNREFUSED"))
}

/**
 * The connection breaks (`ECONNRESET`) before the server gets the request. The client cannot know that.
 *
 * @since 1.0.0
 * @category constructors
 */
export const reset: Fault = {
  name: "reset",
  apply: (_, request) => Effect.fail(networkError(request, "ECONNRESET"))
}

/**
 * The server processes the request, and the connection breaks (`ECONNRESET`) before the response. The client sees the
 * same as with `reset`: that is why it must not repeat every request.
 *
 * @since 1.0.0
 * @category constructors
 */
export const resetAfterwards: Fault = {
  name: "resetAfterwards",
  apply: (answer, request) =>
    Effect.zipRight(Effect.flatMap(answer, receive), Effect.fail(networkError(request, "ECONNRESET")))
}

/**
 * The connection breaks within the body of the real response, after `at` bytes. Default: after half of the bytes.
 *
 * @since 1.0.0
 * @category constructors
 */
export const resetMidway = (at?: number): Fault =>
  spoiling("resetMidway", ({ bytes, response }) => {
    const { request } = response
    const broken = networkError(request, "ECONNRESET")
    // Without a body, the connection breaks before the response.
    return bytes.length === 0 ?
      Effect.fail(broken) :
      Effect.succeed(fromBody(request, response, breaking(bytes.subarray(0, at ?? bytes.length / 2), broken.cause)))
  })

/**
 * The real response with its body cut after `at` bytes, and no sign of it, as from a proxy that sends no length.
 * Default: after half of the bytes.
 *
 * @since 1.0.0
 * @category constructors
 */
export const truncated = (at?: number): Fault =>
  spoiling(
    "truncated",
    ({ bytes, response }) =>
      Effect.succeed(fromBody(response.request, response, bytes.subarray(0, at ?? bytes.length / 2)))
  )

/**
 * The status and the headers of the real response, without its body.
 *
 * @since 1.0.0
 * @category constructors
 */
export const emptyBody: Fault = {
  name: "emptyBody",
  apply: (answer, request) => truncated(0).apply(answer, request)
}

/**
 * The status and the headers of the real response come at once, and the body after `duration`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const slow = (duration: Duration.DurationInput): Fault =>
  spoiling(
    "slow",
    (received) =>
      Effect.map(Clock.currentTimeMillis, (now) => late(rebuild(received), now + Duration.toMillis(duration)))
  )

/**
 * The server processes the request at once, but the response comes after `duration`. `Duration.infinity` means never.
 *
 * @since 1.0.0
 * @category constructors
 */
export const latency = (duration: Duration.DurationInput): Fault =>
  spoiling("latency", (received) => Effect.as(Effect.sleep(duration), rebuild(received)))

/**
 * No response ever comes. The server gets nothing.
 *
 * @since 1.0.0
 * @category constructors
 */
export const stall: Fault = { name: "stall", apply: () => Effect.never }

const errorList = (status: number, code: string, message: string, headers: Record<string, string> = {}): Response =>
  Response.json({ type: "error.list", request_id: "injected-fault", errors: [{ code, message }] }, { status, headers })

// `fetch` has the code in the same place.
const networkError = (request: HttpClientRequest.HttpClientRequest, code: string): HttpClientError.RequestError =>
  new HttpClientError.RequestError({
    request,
    reason: "Transport",
    cause: new TypeError("fetch failed", { cause: { code } })
  })

interface Received {
  readonly response: HttpClientResponse.HttpClientResponse
  readonly bytes: Uint8Array<ArrayBuffer>
}

// The response is read to its end first, so an interrupted exchange does not keep its connection open.
const receive = (
  response: HttpClientResponse.HttpClientResponse
): Effect.Effect<Received, HttpClientError.ResponseError> =>
  Effect.flatMap(CurrentCall, (call) =>
    // `IntercomHttp` has read any other body as text already, but a file is not text.
    call.body === "unread" ?
      Effect.map(response.arrayBuffer, (buffer) => ({ response, bytes: new Uint8Array(buffer) })) :
      Effect.map(response.text, (text) => ({ response, bytes: new TextEncoder().encode(text) })))

const spoiling = (
  name: string,
  spoil: (received: Received) => Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.HttpClientError>
): Fault => ({ name, apply: (answer) => Effect.flatMap(Effect.flatMap(answer, receive), spoil) })

const rebuild = ({ bytes, response }: Received): HttpClientResponse.HttpClientResponse =>
  fromBody(response.request, response, bytes)

const breaking = (bytes: Uint8Array, cause: unknown): ReadableStream<Uint8Array> => {
  let isSent = false
  return new ReadableStream({
    pull: (stream) => {
      if (isSent) return stream.error(cause)
      isSent = true
      stream.enqueue(bytes)
    }
  })
}

const late = (response: HttpClientResponse.HttpClientResponse, time: number): HttpClientResponse.HttpClientResponse => {
  const until = Effect.flatMap(Clock.currentTimeMillis, (now) => Effect.sleep(Math.max(0, time - now)))
  return {
    ...Inspectable.BaseProto,
    [HttpIncomingMessage.TypeId]: HttpIncomingMessage.TypeId,
    [HttpClientResponse.TypeId]: HttpClientResponse.TypeId,
    request: response.request,
    status: response.status,
    headers: response.headers,
    cookies: response.cookies,
    remoteAddress: response.remoteAddress,
    text: Effect.zipRight(until, response.text),
    json: Effect.zipRight(until, response.json),
    arrayBuffer: Effect.zipRight(until, response.arrayBuffer),
    formData: Effect.zipRight(until, response.formData),
    urlParamsBody: Effect.zipRight(until, response.urlParamsBody),
    stream: Stream.unwrap(Effect.as(until, response.stream)),
    toJSON: () => response.toJSON()
  }
}
