/**
 * Fills in path templates as Intercom's documentation writes them, and checks the parameters of a query.
 */
import * as Either from "effect/Either"
import type { Issue } from "../IntercomError.js"
import { isText, mustBeText } from "./text.js"

/**
 * Fills in `/contacts/{contact_id}` with percent-encoded values. It refuses values that would lead to another path: an
 * empty string, `.` and `..` (which a URL parser resolves even if encoded), control characters and lone surrogates.
 */
export const fillPath = (
  template: string,
  params: Readonly<Record<string, string>>
): Either.Either<string, Issue> => {
  let issue: Issue | undefined
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? ""
    const reason = refusal(value)
    if (reason === undefined) return encodeURIComponent(value)
    issue ??= { path: [name], reason }
    return ""
  })
  return issue === undefined ? Either.right(path) : Either.left(issue)
}

const refusal = (value: unknown): string | undefined => {
  const isPlain = typeof value === "string" && !/^\.{0,2}$|[\p{Cc}\p{Cs}]/u.test(value)
  return isPlain ? undefined : "must be non-empty text, valid in a path"
}

/**
 * Refuses a query parameter that the platform would leave out, split or die of, because the request would mean something
 * else. Only `undefined` leaves a parameter out, unless it is required.
 */
export const issueOfQuery = (
  query: Readonly<Record<string, unknown>> = {},
  required: Readonly<Record<string, unknown>> = {}
): Issue | undefined => {
  const wrong = Object.entries({ ...required, ...query }).find(([name, value]) =>
    (value !== undefined || name in required) && !isParameter(value)
  )
  return wrong && { path: [wrong[0]], reason: mustBeText }
}

const isParameter = (value: unknown): boolean => typeof value === "boolean" || Number.isFinite(value) || isText(value)
