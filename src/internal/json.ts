/**
 * Parses JSON without exceptions, and writes it without the silent losses of `JSON.stringify`.
 */
import * as Either from "effect/Either"
import type { Issue } from "../IntercomError.js"

/** Parses JSON and returns an issue instead of throwing. */
export const parseJson = (text: string): Either.Either<unknown, Issue> => {
  try {
    return Either.right(JSON.parse(text))
  } catch {
    return Either.left({ path: [], reason: "is not JSON" })
  }
}

/** Writes JSON. It refuses values that `JSON.stringify` would drop or turn into `null`. */
export const toJson = (value: unknown): Either.Either<string, Issue> => {
  const paths = new Map<unknown, Issue["path"]>()
  let path: Issue["path"] = []
  try {
    return Either.right(JSON.stringify(value, function(this: Readonly<Record<string, unknown>>, key, field: unknown) {
      const parent = paths.get(this)
      path = parent === undefined ? [] : [...parent, Array.isArray(this) ? Number(key) : key]
      const isDropped = field === undefined && (parent === undefined || Array.isArray(this))
      if (isDropped || isLossy(this[key]) || isLossy(field)) throw new TypeError()
      if (typeof field === "object") paths.set(field, path)
      return field
    }))
  } catch {
    return Either.left({ path, reason: "must be plain JSON, with finite numbers and without circular references" })
  }
}

const isLossy = (value: unknown): boolean =>
  (typeof value === "number" && !Number.isFinite(value)) || /^(bigint|function|symbol)$/.test(typeof value) ||
  value instanceof Map || value instanceof Set || (value instanceof Date && Number.isNaN(value.getTime()))
