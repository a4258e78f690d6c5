/**
 * What a response that is not a success says: the error envelope in all the shapes Intercom sends, and the headers that
 * matter to a caller. Pure: the error classes are chosen elsewhere.
 */
import * as Duration from "effect/Duration"
import * as Predicate from "effect/Predicate"

export interface ErrorItem {
  /** Intercom's code, `"unknown"` where the body carries none. */
  readonly code: string
  readonly message?: string | undefined
  /** The field or query parameter in error. */
  readonly field?: string | undefined
}

export interface Envelope {
  readonly requestId: string | undefined
  readonly errors: ReadonlyArray<ErrorItem>
}

type Headers = Readonly<Record<string, string | undefined>>

/** A response, as much of it as matters here. */
export interface Source {
  readonly headers: Headers
  readonly request: { readonly headers: Headers }
}

/** The request id and the errors of a body, which may be HTML, empty, or JSON of a foreign shape. */
export const parseEnvelope = ({ headers, request }: Source, text: string): Envelope => {
  const token = request.headers.authorization?.replace("Bearer ", "")
  // A server may echo the token it did not like.
  const redact = (said: string): string => token === undefined ? said : said.replaceAll(token, "<redacted>")
  const body = parseJson(redact(text))
  const fromHeader = redact(headers["x-request-id"] ?? "") || undefined
  if (!Predicate.isRecord(body)) return { requestId: fromHeader, errors: [] }
  return { requestId: toText(body.request_id) ?? fromHeader, errors: parseErrors(body) }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const parseErrors = (body: Readonly<Record<string, unknown>>): ReadonlyArray<ErrorItem> => {
  const { errors } = body
  if (Array.isArray(errors)) return errors.map(parseItem)
  if (Predicate.isRecord(errors)) {
    return Object.entries(errors).map(([field, message]) => ({ code: unknownCode, message: toText(message), field }))
  }
  const flat = toText(body.message) ?? toText(body.error)
  return flat === undefined ? [] : [parseItem({ code: body.code, message: flat })]
}

const parseItem = (item: unknown): ErrorItem =>
  Predicate.isRecord(item) ?
    {
      code: toText(item.code) ?? toText(item.type) ?? unknownCode,
      message: toText(item.message),
      field: toText(item.field)
    } :
    { code: unknownCode, message: toText(item) }

const unknownCode = "unknown"

const toText = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined

export interface RateLimit {
  readonly retryAfter: Duration.Duration | undefined
  readonly limit: number | undefined
  readonly remaining: number | undefined
  /** Unix time in seconds. */
  readonly resetAt: number | undefined
}

/**
 * What a 429 says of the window; the wait is what `Retry-After` names, else the time until `X-RateLimit-Reset`. A
 * malformed header counts as absent. `now` is Unix time in milliseconds.
 */
export const parseRateLimit = (headers: Headers, now: number): RateLimit => {
  const resetAt = count(headers["x-ratelimit-reset"])
  return {
    retryAfter: parseRetryAfter(headers, now) ??
      (resetAt === undefined ? undefined : until(resetAt * 1000, now)),
    limit: count(headers["x-ratelimit-limit"]),
    remaining: count(headers["x-ratelimit-remaining"]),
    resetAt
  }
}

/** The wait a `Retry-After` header names: seconds, or an HTTP date. */
export const parseRetryAfter = (headers: Headers, now: number): Duration.Duration | undefined => {
  const value = headers["retry-after"]
  const seconds = count(value)
  if (seconds !== undefined) return Duration.seconds(seconds)
  // Only the date forms HTTP allows: `Date.parse` alone also takes "-1" or "1.5" for dates.
  const date = value !== undefined && /^[A-Z][a-z]+,? .+\d{2}:\d{2}:\d{2}/.test(value) ? Date.parse(value) : NaN
  return Number.isNaN(date) ? undefined : until(date, now)
}

const count = (value: string | undefined): number | undefined =>
  value !== undefined && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : undefined

const until = (time: number, now: number): Duration.Duration => Duration.millis(Math.max(0, time - now))

/** The contact a 409 is about: Intercom names it in the message only. */
export const parseConflict = (
  errors: ReadonlyArray<ErrorItem>
): { readonly existingId: string | undefined; readonly archived: boolean } => {
  const messages = errors.map(({ message }) => message ?? "").join("\n")
  return { existingId: /\bid=([\w-]+)/.exec(messages)?.[1], archived: /\barchived\b/i.test(messages) }
}

/** The object that took the place of a merged one: `Link: </contacts/{id}>; rel="canonical"`. */
export const parseCanonicalId = (headers: Headers): string | undefined =>
  /<[^>]*\/([\w-]+)>\s*;[^,]*\brel="?canonical\b/.exec(headers.link ?? "")?.[1]
