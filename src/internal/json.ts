/**
 * JSON text of a request body, without the silent losses of `JSON.stringify`.
 */
import * as Either from "effect/Either"
import type { Issue } from "./issue.js"

/** `JSON.stringify`, but what JSON cannot say is refused instead of dropped or turned into `null`. */
export const toJson = (value: unknown): Either.Either<string, Issue> => {
  let issue: Issue = { path: [], reason: "must be plain JSON, without circular references" }
  return Either.try({
    try: () =>
      JSON.stringify(value, function(this: unknown, key, field: unknown) {
        const reason = field === undefined && Array.isArray(this) ? "must not have holes" : refusal(field)
        if (reason === undefined) return field
        issue = { path: key === "" ? [] : [key], reason }
        throw new TypeError(reason)
      }),
    catch: () => issue
  })
}

const refusal = (value: unknown): string | undefined => {
  if (typeof value === "number" && !Number.isFinite(value)) return "must be a finite number"
  if (typeof value === "bigint" || typeof value === "function" || typeof value === "symbol") {
    return `must be plain JSON, not a ${typeof value}`
  }
  return undefined
}
