/**
 * Fills in path templates as Intercom's documentation writes them.
 */
import * as Either from "effect/Either"
import type { Issue } from "../IntercomError.js"

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
