/**
 * JSON text of a request body, without the silent losses of `JSON.stringify`.
 */
import * as Either from "effect/Either"
import type { Issue } from "./issue.js"

/** `JSON.stringify`, but what JSON cannot say is refused instead of dropped or turned into `null`. */
export const toJson = (value: unknown): Either.Either<string, Issue> => {
  let issue: Issue = { path: [], reason: "must be plain JSON, without circular references" }
  const paths = new Map<unknown, Issue["path"]>()
  return Either.try({
    try: () =>
      JSON.stringify(value, function(this: Readonly<Record<string, unknown>>, key, field: unknown) {
        const parent = paths.get(this)
        const path = parent === undefined ? [] : [...parent, Array.isArray(this) ? Number(key) : key]
        const isLost = field === undefined && (parent === undefined || Array.isArray(this))
        const reason = isLost ? "is missing" : refusal(this[key]) ?? refusal(field)
        if (reason !== undefined) {
          issue = { path, reason }
          throw new TypeError(reason)
        }
        if (typeof field === "object") paths.set(field, path)
        return field
      }),
    catch: () => issue
  })
}

const refusal = (value: unknown): string | undefined => {
  if (typeof value === "number" && !Number.isFinite(value)) return "must be a finite number"
  if (value instanceof Date && Number.isNaN(value.getTime())) return "must be a valid date"
  if (value instanceof Map || value instanceof Set) return "must be plain JSON, not a Map or a Set"
  return ["bigint", "function", "symbol"].includes(typeof value) ?
    `must be plain JSON, not a ${typeof value}` :
    undefined
}
