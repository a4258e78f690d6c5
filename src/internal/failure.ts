/**
 * Parses failure responses: the error envelope in all shapes that Intercom sends, and the headers that callers need.
 * `errors.ts` chooses the error classes.
 */
import * as Duration from "effect/Duration"
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import type { ErrorItem } from "../IntercomError.js"
import { parseJson } from "./json.js"
import { isSeconds } from "./seconds.js"
import { asText } from "./text.js"

export interface Envelope {
  readonly requestId: string | undefined
  readonly errors: ReadonlyArray<ErrorItem>
}

type Headers = Readonly<Record<string, string | undefined>>

/** The parts of a response that are needed here. */
export interface Source {
  readonly headers: Headers
  readonly request: { readonly headers: Headers }
}

/** Reads the request id and the errors of a body, which may be HTML, empty, or JSON of any shape. */
export const parseEnvelope = (source: Source, text: string): Envelope => {
  const read = (value: unknown) => withoutToken(source, value)
  const body = fieldsOf(text)
  return {
    requestId: read(body.request_id) ?? read(source.headers["x-request-id"]),
    errors: itemsOf(body).map(({ code, field, message, type }) => ({
      code: read(code) ?? read(type) ?? "unknown",
      message: read(message),
      field: read(field)
    }))
  }
}

/** The access token that a request was sent with. */
export const tokenOf = ({ request }: Pick<Source, "request">): string => request.headers.authorization?.slice(7) ?? ""

/**
 * Reads a text of a response. A server may repeat the token, so it is removed. One that is shorter than Intercom's is
 * not, because other words may contain it.
 */
export const withoutToken = (source: Pick<Source, "request">, value: unknown): string | undefined => {
  const said = asText(value)
  const token = tokenOf(source)
  return (token.length < 20 ? said : said.replaceAll(token, "<redacted>")) || undefined
}

/** Returns whether a body names an error, which Intercom also does with the status of a success. */
export const isErrorList = (text: string): boolean =>
  /^\s*\{\s*"type"\s*:\s*"error\.list"/.test(text) && text.includes("\"code\"")

/** The status that a code of Intercom stands for. */
export const statusOf = (code = ""): number => statuses.find(([pattern]) => pattern.test(code))?.[1] ?? 400

const statuses: ReadonlyArray<readonly [RegExp, number]> = [
  [/^(token|unauthorized)/, 401],
  [/forbidden|restricted/, 403],
  [/not_found$/, 404],
  [/conflict/, 409],
  [/rate_limit/, 429],
  [/^(server|service|internal)/, 500]
]

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (text: string): Fields => {
  const body = Either.getOrElse(parseJson(text), () => undefined)
  return Predicate.isRecord(body) ? body : {}
}

const itemsOf = ({ error, error_key, code = error_key, errors, message = error }: Fields): ReadonlyArray<Fields> => {
  if (Array.isArray(errors)) return errors.map((item: unknown) => Predicate.isRecord(item) ? item : { message: item })
  if (Predicate.isRecord(errors)) return Object.entries(errors).map(([field, message]) => ({ field, message }))
  return typeof (message ?? code) === "string" ? [{ code, message }] : []
}

export interface RateLimit {
  readonly retryAfter: Duration.Duration | undefined
  readonly limit: number | undefined
  readonly remaining: number | undefined
  /** Unix time in seconds. */
  readonly resetAtSeconds: number | undefined
}

/**
 * Reads the rate limit of a 429. The wait comes from `Retry-After`, or else is the time until `X-RateLimit-Reset`. A
 * malformed header counts as absent. `now` is Unix time in milliseconds, used if the server says none in `Date`.
 */
export const parseRateLimit = (headers: Headers, now: number): RateLimit => {
  const reset = count(headers["x-ratelimit-reset"])
  const resetAtSeconds = isSeconds(reset) ? reset : undefined
  return {
    retryAfter: parseRetryAfter(headers, now) ??
      (resetAtSeconds === undefined ? undefined : until(resetAtSeconds * 1000, parseDate(headers.date) ?? now)),
    limit: count(headers["x-ratelimit-limit"]),
    remaining: count(headers["x-ratelimit-remaining"]),
    resetAtSeconds
  }
}

/** Reads a `Retry-After` header, which is a number of seconds or an HTTP date. */
export const parseRetryAfter = (headers: Headers, now: number): Duration.Duration | undefined => {
  const value = headers["retry-after"] ?? ""
  const seconds = count(value)
  if (seconds !== undefined) return Duration.millis(seconds * 1000)
  const time = parseDate(value)
  return time === undefined ? undefined : until(time, parseDate(headers.date) ?? now)
}

/** Reads an HTTP date. Others are refused, because `Date.parse` would read "-1" as a date too. */
export const parseDate = (value = ""): number | undefined =>
  (/^\w+, [\w :-]+ GMT$/.test(value) && Date.parse(value)) || undefined

const count = (value: string | undefined): number | undefined =>
  value !== undefined && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : undefined

const until = (time: number, now: number): Duration.Duration => Duration.millis(time - now)

/** Reads the existing contact of a 409 from the message, because Intercom names it nowhere else. */
export const parseConflict = (
  errors: ReadonlyArray<ErrorItem>
): { readonly existingId: string | undefined; readonly archived: boolean } => {
  const messages = errors.map(({ message }) => message ?? "").join("\n")
  return { existingId: /\bid=([\w-]+)/.exec(messages)?.[1], archived: /\barchived\b/i.test(messages) }
}

/**
 * Reads the id of the object that a merged one became part of: `Link: </contacts/{id}>; rel="canonical"`. Each link is
 * matched by itself and from its beginning, because a match that can begin anywhere takes quadratic time.
 */
export const parseCanonicalId = ({ link = "" }: Headers): string | undefined =>
  link.split(",").flatMap((link) => /^\s*<[^>]*\/([\w-]+)>\s*;.*\brel="?canonical\b/.exec(link)?.[1] ?? [])[0]
