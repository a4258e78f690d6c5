/**
 * Parses JSON without exceptions, and writes it without the silent losses of `JSON.stringify`.
 */
import * as HttpBody from "@effect/platform/HttpBody"
import * as Either from "effect/Either"
import type { Issue } from "../IntercomError.js"
import { at } from "./issue.js"
import { type Reviver, reviverFor } from "./source.js"

/** Decodes the UTF-8 of a body that must be JSON. */
export const decodeText = (bytes: Uint8Array): Either.Either<string, Issue> =>
  Either.try({
    try: () => new TextDecoder("utf-8", { fatal: true }).decode(bytes),
    catch: () => at("is not JSON")
  })

/** Parses JSON and returns an issue instead of throwing. For the reviver, see `decodeJson`. */
export const parseJson = (
  text: string,
  reason = (): string => "is not JSON",
  reviver?: Reviver
): Either.Either<unknown, Issue> => {
  try {
    return Either.right(JSON.parse(text, reviver))
  } catch {
    return Either.left(at(reason()))
  }
}

/**
 * Parses and decodes JSON. If that fails and the text may have numbers that are too large, it tries again and remembers
 * their digits. It does not search every text for such numbers, because that takes a third of the time of `JSON.parse`.
 */
export const decodeJson = <A, E>(
  text: string,
  decode: (value: unknown) => Either.Either<A, E>,
  reason?: () => string
): Either.Either<A, E | Issue> => {
  const read = (reviver?: Reviver) => Either.flatMap(parseJson(text, reason, reviver), decode)
  return Either.orElse(read(), (issue) => {
    const reviver = reviverFor(text)
    return reviver ? read(reviver) : Either.left(issue)
  })
}

/** Writes JSON. It refuses values that `JSON.stringify` would drop or turn into something else. */
export const toJson = (value: unknown): Either.Either<string, Issue> => {
  const paths = new Map<unknown, Issue["path"]>()
  let path: Issue["path"] = []
  try {
    return Either.right(JSON.stringify(value, function(this: Readonly<Record<string, unknown>>, key, field: unknown) {
      const parent = paths.get(this)
      path = parent ? [...parent, Array.isArray(this) ? Number(key) : key] : []
      const isDropped = field === undefined && (parent === undefined || Array.isArray(this))
      if (isDropped || key === "__proto__" || isLossy(this[key], field)) throw new Error()
      if (typeof field === "object") paths.set(field, path)
      return field
    }))
  } catch {
    return Either.left({ path, reason: "must be plain JSON" })
  }
}

/** The body of a request. */
export const jsonBody = (value: unknown): Either.Either<HttpBody.HttpBody, Issue> =>
  Either.map(toJson(value), (text) => HttpBody.raw(text, { contentType: "application/json" }))

// `JSON.stringify` writes most objects that are not plain as `{}`, and others as their `toJSON` says: an `Option` as the
// fields of its class, a `Redacted` as the word `<redacted>`. Only a date is written as one expects.
const isLossy = (value: unknown, written: unknown): boolean => {
  if (value instanceof Date) return written === null
  return written !== value || (typeof value === "object" ?
    !/ (Null|Object|Array)]/.test(Object.prototype.toString.call(value)) :
    /func|sym/.test(typeof value) || value === Infinity || value === -Infinity)
}
