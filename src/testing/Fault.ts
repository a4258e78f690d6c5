/**
 * What goes wrong in one exchange, as values: answers that come in place of the real one, and real answers that come
 * late, in part or not at all.
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

/**
 * A fault of your own is an object like this one.
 *
 * @since 1.0.0
 * @category models
 */
export interface Fault {
  /** What the list of injected faults calls it. */
  readonly name: string
  /** What comes instead of the answer. `answer` sends the request when it is run; not run, nothing reaches the server. */
  readonly apply: <E>(
    answer: Effect.Effect<HttpClientResponse.HttpClientResponse, E>,
    request: HttpClientRequest.HttpClientRequest
  ) => Effect.Effect<HttpClientResponse.HttpClientResponse, E | HttpClientError.HttpClientError>
}

/**
 * Any answer, made anew for each exchange. Nothing reaches the server.
 *
 * @since 1.0.0
 * @category constructors
 */
export const response = (
  respond: (request: HttpClientRequest.HttpClientRequest) => Response | Effect.Effect<Response>,
  name = "response"
): Fault => ({
  name,
  apply: (_, request) =>
    Effect.suspend(() => {
      const answer = respond(request)
      return Effect.isEffect(answer) ? answer : Effect.succeed(answer)
    }).pipe(Effect.map((answer) => HttpClientResponse.fromWeb(request, answer)))
})

/**
 * What a 429 says of the window.
 *
 * @since 1.0.0
 * @category models
 */
export interface RateLimitedOptions {
  /** Requests allowed in the window of ten seconds. Default: 1667. */
  readonly limit?: number | undefined
  /**
   * Sends a `Retry-After` header, in whole seconds, and ends the window then. Default: no such header, and the window
   * ends with the current ten seconds of the clock.
   */
  readonly retryAfter?: Duration.DurationInput | undefined
}

/**
 * 429 with Intercom's body and its `X-RateLimit-…` headers. The request is not processed.
 *
 * @since 1.0.0
 * @category constructors
 */
export const rateLimited = ({ limit = 1667, retryAfter }: RateLimitedOptions = {}): Fault =>
  response(() =>
    Effect.map(Clock.currentTimeMillis, (now) => {
      const wait = retryAfter === undefined ? undefined : Math.ceil(Duration.toSeconds(retryAfter))
      const reset = wait === undefined ? (Math.floor(now / 10_000) + 1) * 10 : Math.ceil(now / 1000) + wait
      return errorList(429, "rate_limit_exceeded", `Exceeded rate limit of ${limit} in 10_seconds`, {
        "x-ratelimit-limit": `${limit}`,
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": `${reset}`,
        ...(wait === undefined ? {} : { "retry-after": `${wait}` })
      })
    }), "rateLimited")

/**
 * 500, or another 5xx, with Intercom's error list. Nothing reaches the server. Throws a `RangeError` for a status that is
 * none of these.
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
 * The HTML page of a proxy that found no server behind it: 502, or another status. Nothing reaches the server.
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
 * The connection is refused (`ECONNREFUSED`): nothing was sent for certain, so even a message may be sent again.
 *
 * @since 1.0.0
 * @category constructors
 */
export const refused: Fault = {
  name: "refused",
  apply: (_, request) => Effect.fail(networkError(request, "ECONNREFUSED"))
}

/**
 * The connection breaks (`ECONNRESET`) before the server has the request, which the client cannot know.
 *
 * @since 1.0.0
 * @category constructors
 */
export const reset: Fault = {
  name: "reset",
  apply: (_, request) => Effect.fail(networkError(request, "ECONNRESET"))
}

/**
 * The server does its work and the connection breaks before the answer comes: to the client the same as `reset`, and
 * the reason why not everything may be sent again.
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
 * The connection breaks within the body of the real answer, after `at` bytes of it. Default: after half of them.
 *
 * @since 1.0.0
 * @category constructors
 */
export const resetMidway = (at?: number): Fault =>
  spoiling("resetMidway", (received) => {
    const { bytes, response: { request } } = received
    const broken = networkError(request, "ECONNRESET")
    // Without a body there is only the head to break in.
    return bytes.length === 0 ?
      Effect.fail(broken) :
      Effect.succeed(webResponse(received, breaking(bytes.subarray(0, at ?? bytes.length / 2), broken.cause)))
  })

/**
 * The real answer with its body cut after `at` bytes, and nothing that tells so: a proxy that sends no length does
 * this. Default: after half of them.
 *
 * @since 1.0.0
 * @category constructors
 */
export const truncated = (at?: number): Fault =>
  spoiling("truncated", (received) => {
    const { bytes } = received
    return Effect.succeed(rebuild({ ...received, bytes: bytes.subarray(0, at ?? bytes.length / 2) }))
  })

/**
 * The real answer, its status and its headers, without its body.
 *
 * @since 1.0.0
 * @category constructors
 */
export const emptyBody: Fault = {
  name: "emptyBody",
  apply: (answer, request) => truncated(0).apply(answer, request)
}

/**
 * The head of the real answer comes at once, its body only after `duration`.
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
 * The whole answer comes only after `duration`; the server did its work at once. Of `Duration.infinity` it never comes.
 *
 * @since 1.0.0
 * @category constructors
 */
export const latency = (duration: Duration.DurationInput): Fault =>
  spoiling("latency", (received) => Effect.as(Effect.sleep(duration), rebuild(received)))

/**
 * No answer, ever. Nothing reaches the server.
 *
 * @since 1.0.0
 * @category constructors
 */
export const stall: Fault = { name: "stall", apply: () => Effect.never }

const errorList = (status: number, code: string, message: string, headers: Record<string, string> = {}): Response =>
  Response.json({ type: "error.list", request_id: "injected-fault", errors: [{ code, message }] }, { status, headers })

// The code lies where `fetch` has it.
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

// Whatever becomes of the answer, it is read to its end first: an exchange that is cut off then keeps no connection.
const receive = (
  response: HttpClientResponse.HttpClientResponse
): Effect.Effect<Received, HttpClientError.ResponseError> =>
  Effect.flatMap(CurrentCall, (call) =>
    // A body that `IntercomHttp` has read is there as text only; a file must not become one.
    call?.body === "unread" ?
      Effect.map(response.arrayBuffer, (buffer) => ({ response, bytes: new Uint8Array(buffer) })) :
      Effect.map(response.text, (text) => ({ response, bytes: new TextEncoder().encode(text) })))

const spoiling = (
  name: string,
  spoil: (received: Received) => Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.HttpClientError>
): Fault => ({ name, apply: (answer) => Effect.flatMap(Effect.flatMap(answer, receive), spoil) })

const rebuild = (received: Received): HttpClientResponse.HttpClientResponse =>
  // Some statuses allow no body, not even an empty one.
  webResponse(received, received.bytes.length === 0 ? null : received.bytes)

const webResponse = (
  { response: { headers, request, status } }: Received,
  body: BodyInit | null
): HttpClientResponse.HttpClientResponse => HttpClientResponse.fromWeb(request, new Response(body, { status, headers }))

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

const late = (
  response: HttpClientResponse.HttpClientResponse,
  time: number
): HttpClientResponse.HttpClientResponse => {
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
