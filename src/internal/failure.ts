/**
 * What a response that is not a success says: the error envelope in all the shapes Intercom sends, and the headers that
 * matter to a caller. Pure: the error classes are chosen elsewhere.
 */
import * as Duration from "effect/Duration"
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import type { ErrorItem } from "../IntercomError.js"
import { parseJson } from "./json.js"

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
  const [, token = ""] = (request.headers.authorization ?? "").split(" ")
  // A server may echo the token it did not like.
  const read = (value: unknown): string | undefined => {
    const said = typeof value === "string" || typeof value === "number" ? String(value) : ""
    return (token === "" ? said : said.replaceAll(token, "<redacted>")) || undefined
  }
  const body = fieldsOf(text)
  return {
    requestId: read(body.request_id) ?? read(headers["x-request-id"]),
    errors: itemsOf(body).map(({ code, field, message, type }) => ({
      code: read(code) ?? read(type) ?? "unknown",
      message: read(message),
      field: read(field)
    }))
  }
}

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
 * What a 429 says of the window; the wait is what `Retry-After` names, else the time until `X-RateLimit-Reset`. A
 * malformed header counts as absent. `now` is Unix time in milliseconds.
 */
export const parseRateLimit = (headers: Headers, now: number): RateLimit => {
  const resetAtSeconds = count(headers["x-ratelimit-reset"])
  return {
    retryAfter: parseRetryAfter(headers, now) ??
      (resetAtSeconds === undefined ? undefined : until(resetAtSeconds * 1000, now)),
    limit: count(headers["x-ratelimit-limit"]),
    remaining: count(headers["x-ratelimit-remaining"]),
    resetAtSeconds
  }
}

/** The wait a `Retry-After` header names: seconds, or an HTTP date. */
export const parseRetryAfter = (headers: Headers, now: number): Duration.Duration | undefined => {
  const value = headers["retry-after"] ?? ""
  const seconds = count(value)
  if (seconds !== undefined) return Duration.millis(seconds * 1000)
  // Only the forms of a date that servers may send: `Date.parse` alone takes "-1" for one, too.
  const time = Date.parse(/, .+ GMT$/.test(value) ? value : "")
  return Number.isNaN(time) ? undefined : until(time, now)
}

const count = (value: string | undefined): number | undefined =>
  value !== undefined && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : undefined

const until = (time: number, now: number): Duration.Duration => Duration.millis(time - now)

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
