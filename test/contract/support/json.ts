import * as Predicate from "effect/Predicate"

export type Json = Readonly<Record<string, unknown>>

/** The object at a path, an empty one where there is none. */
export const at = (value: unknown, ...path: ReadonlyArray<string>): Json => {
  const found = path.reduce<unknown>((value, key) => Predicate.isRecord(value) ? value[key] : undefined, value)
  return Predicate.isRecord(found) ? found : {}
}

export const listOf = (value: unknown): ReadonlyArray<unknown> => Array.isArray(value) ? value : []

export const mapValues = (value: Json, f: (value: unknown, key: string) => unknown): Json =>
  Object.fromEntries(Object.entries(value).map(([key, value]) => [key, f(value, key)]))

/** What holds an id, as its key tells: `id`, `owner_id`. */
export const isIdKey = (key: string): boolean => /^id$|_id$/.test(key)

/** What holds a list of ids: `team_ids`. */
export const isIdsKey = (key: string): boolean => key.endsWith("_ids")
