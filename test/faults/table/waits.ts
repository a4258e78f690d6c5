/**
 * Rows about waits. A scripted client plays them in virtual time, with the default options.
 */
import * as Effect from "effect/Effect"
import { errorList } from "../../scripted.js"
import type { Cell } from "./Row.js"

/** Seconds of virtual time, from the least to the most. */
export type Seconds = readonly [least: number, most: number]

export interface WaitRow {
  readonly fault: string
  /** The response to a request. `nth` counts from 1. `now` is Unix time in seconds. */
  readonly respond: (nth: number, now: number) => Response | Effect.Effect<Response>
  /** `Contacts.find` */
  readonly get: readonly [cell: Cell, seconds: Seconds]
  /** `Messages.sendInApp` */
  readonly post: readonly [cell: Cell, seconds: Seconds]
}

type Headers = Readonly<Record<string, string>>
type HeadersAt = (now: number) => Headers

const found = (): Response => Response.json({ type: "contact", id: "1" })

const limited = (headers: HeadersAt) => (_: number, now: number) =>
  errorList(429, "rate_limit_exceeded", { ...headers(now) })

const unavailable = (headers: Headers) => () => errorList(503, "service_unavailable", { ...headers })

const firstOnly = (respond: WaitRow["respond"], times = 1): WaitRow["respond"] => (nth, now) =>
  nth <= times ? respond(nth, now) : found()

/** Five waits that begin with half a second and double, each with a fifth of jitter. */
const backoff: Seconds = [12.4, 18.6]
const atOnce: Seconds = [0, 0]
const exactly = (seconds: number): Seconds => [seconds, seconds]

/** The first attempt gets a 429, and the wait is named: each call waits for so long and succeeds. */
const named = (fault: string, headers: HeadersAt, seconds: number): WaitRow => ({
  fault: `429 once, ${fault}`,
  respond: firstOnly(limited(headers)),
  get: ["ok 2", exactly(seconds)],
  post: ["ok 2", exactly(seconds)]
})

/** The header names no wait that can be used: each call backs off, and gives up after six attempts. */
const odd = (fault: string, headers: HeadersAt): WaitRow => ({
  fault: `429 for ever, ${fault}`,
  respond: limited(headers),
  get: ["RateLimited 6", backoff],
  post: ["RateLimited 6", backoff]
})

/** A `ServerError` that no retry can mend. */
const final = (fault: string, respond: WaitRow["respond"]): WaitRow => ({
  fault,
  respond,
  get: ["ServerError 1", atOnce],
  post: ["ServerError 1", atOnce]
})

/** Intercom asks for a wait that is longer than any call lasts: the call fails at once. */
const beyond = (fault: string, headers: HeadersAt): WaitRow => ({
  fault: `429 for ever, ${fault}`,
  respond: limited(headers),
  get: ["RateLimited 1", atOnce],
  post: ["RateLimited 1", atOnce]
})

const retryAfter = (value: string): HeadersAt => () => ({ "retry-after": value })
const retryAt = (seconds: number): HeadersAt => (now) => ({
  "retry-after": new Date((now + seconds) * 1000).toUTCString()
})
const reset = (value: (now: number) => number): HeadersAt => (now) => ({ "x-ratelimit-reset": String(value(now)) })

/** The wait of the server is not part of a response. */
const late = (seconds: number): WaitRow["respond"] => () => Effect.delay(Effect.sync(found), seconds * 1000)

export const waits: ReadonlyArray<WaitRow> = [
  named("Retry-After 3", retryAfter("3"), 3),
  named("Retry-After with spaces", retryAfter(" 3 "), 3),
  named("Retry-After with a date", retryAt(5), 5),
  named("reset in 7 seconds", reset((now) => now + 7), 7),
  named(
    "Retry-After 2 and reset in 7 seconds",
    (now) => ({ "retry-after": "2", "x-ratelimit-reset": `${now + 7}` }),
    2
  ),
  odd("no header", () => ({})),
  odd("Retry-After 0", retryAfter("0")),
  odd("Retry-After 0.5", retryAfter("0.5")),
  odd("Retry-After -5", retryAfter("-5")),
  odd("Retry-After NaN", retryAfter("NaN")),
  odd("Retry-After 1e9, as text", retryAfter("1e9")),
  odd("Retry-After Infinity", retryAfter("Infinity")),
  odd("Retry-After without a value", retryAfter("")),
  odd("Retry-After twice", retryAfter("1, 2")),
  odd("Retry-After with a date that is over", retryAt(-60)),
  odd("Retry-After with a date in another form", retryAfter("2026-01-01T00:00:05Z")),
  odd("reset in the past", reset((now) => now - 60)),
  odd("reset now", reset((now) => now)),
  odd("reset -1", reset(() => -1)),
  {
    fault: "429 five times, Retry-After 1",
    respond: firstOnly(limited(retryAfter("1")), 5),
    get: ["ok 6", exactly(5)],
    post: ["ok 6", exactly(5)]
  },
  {
    fault: "503 once, Retry-After 4",
    respond: firstOnly(unavailable({ "retry-after": "4" })),
    get: ["ok 2", exactly(4)],
    post: ["ServerError 1", atOnce]
  },
  {
    fault: "500 once",
    respond: firstOnly(() => errorList(500, "server_error")),
    get: ["ok 2", [0.4, 0.6]],
    post: ["ServerError 1", atOnce]
  },
  {
    fault: "500 for ever",
    respond: () => errorList(500, "server_error"),
    get: ["ServerError 6", backoff],
    post: ["ServerError 1", atOnce]
  },
  {
    fault: "408 for ever",
    respond: () => errorList(408, "request_timeout"),
    get: ["UnexpectedStatus 6", backoff],
    post: ["UnexpectedStatus 1", atOnce]
  },
  {
    fault: "a network error for ever",
    respond: Response.error,
    get: ["NetworkError 6", backoff],
    post: ["NetworkError 1", atOnce]
  },
  { fault: "29 seconds of silence", respond: late(29), get: ["ok 1", exactly(29)], post: ["ok 1", exactly(29)] },
  {
    fault: "silence for ever",
    respond: () => Effect.never,
    get: ["Timeout 6", [192.4, 198.6]],
    post: ["Timeout 1", exactly(30)]
  },
  {
    fault: "a body that never ends",
    respond: () => new Response(new ReadableStream()),
    get: ["Timeout 6", [192.4, 198.6]],
    post: ["Timeout 1", exactly(30)]
  },
  beyond("Retry-After 1000000000", retryAfter("1000000000")),
  beyond("Retry-After 3600", retryAfter("3600")),
  beyond("reset in an hour", reset((now) => now + 3600)),
  // No second of the next thousand years has so many digits: the header is malformed, and counts as absent.
  odd("reset in milliseconds", reset((now) => (now + 5) * 1000)),
  final("503 for ever, Retry-After 3600", unavailable({ "retry-after": "3600" })),
  final("501 for ever", () => errorList(501, "not_implemented")),
  final("505 for ever", () => errorList(505, "http_version"))
]
