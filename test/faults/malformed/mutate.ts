/**
 * Changes JSON at random, with regard to its structure.
 */
import * as Predicate from "effect/Predicate"
import type { PCGRandom } from "effect/Utils"

type Random = PCGRandom

export const pick = <A>(random: Random, list: ReadonlyArray<A>, otherwise: A): A =>
  list[random.integer(list.length)] ?? otherwise

/** Values that a program rarely expects. Functions, so that no two cases share an object. */
const odd: ReadonlyArray<() => unknown> = [
  () => null,
  () => "",
  () => " ",
  () => "text",
  () => "\u0000\ud800\uffff",
  () => "x".repeat(10_000),
  () => "2026-01-01T00:00:00Z",
  () => "https://evil.example/?starting_after=a&page=2",
  () => "a\r\nb: c",
  () => "<p>&amp;".repeat(100),
  () => "id=1 ".repeat(100),
  () => "{\"id\":\"1\"}",
  () => "__proto__",
  () => 0,
  () => -1,
  () => 1.5,
  () => -0,
  () => 1e15,
  () => 1e21,
  () => 1.7e308,
  () => 2 ** 53,
  () => true,
  () => false,
  () => [],
  () => {},
  () => ({}),
  () => [[]],
  () => [null],
  () => [1, "a", {}],
  () => ({ id: {} }),
  () => ({ id: null, type: [] }),
  () => ({ length: 1e9 }),
  () => ({ toString: 0 }),
  () => ({ toString: null, valueOf: null }),
  () => ({ constructor: { name: 1 } }),
  () => ({ toJSON: 1 }),
  () => ({ then: {} }),
  () => ({ _tag: "Left", left: 1 }),
  () => JSON.parse("{\"__proto__\":{\"id\":\"1\"}}"),
  () => JSON.parse("[".repeat(500) + "]".repeat(500)),
  () => ({ type: "list", data: [{}], pages: { next: {} } }),
  () => ({ type: "error.list", errors: [{ code: "not_found" }] }),
  () => ({ next: { starting_after: [] } }),
  () => ({ next: { page: { toString: 0 } } })
]

export const oddValue = (random: Random): unknown => pick(random, odd, () => null)()

type Change = (value: unknown, random: Random) => unknown

/** Marks a key or an item that is taken out. */
const gone = Symbol("gone")

const changes: ReadonlyArray<Change> = [
  (_, random) => oddValue(random),
  (_, random) => oddValue(random),
  () => gone,
  (value) => [value],
  (value) => ({ value }),
  (value) => JSON.stringify(value),
  (value) => typeof value === "string" ? Number(value) : String(JSON.stringify(value)),
  (value) => Array.isArray(value) ? [...value, ...value, null] : value,
  (value) => Array.isArray(value) ? Object.fromEntries(value.entries()) : value,
  (value) => Predicate.isRecord(value) ? Object.values(value) : value,
  (value, random) => Predicate.isRecord(value) ? { ...value, [`key ${random.integer(9)}`]: oddValue(random) } : value,
  (value, random) =>
    Predicate.isRecord(value) ?
      Object.fromEntries(Object.entries(value).map(([key], index, all) => [key, all[(index + 1) % all.length]?.[1]])) :
      oddValue(random)
]

/** Changes one place of a value. */
export const mutate = (value: unknown, random: Random): unknown => {
  const changed = changeBelow(value, random, pick(random, changes, () => null))
  return changed === gone ? undefined : changed
}

// Each step goes into a child at random, and stops with one chance in three, so that all depths have their share.
const changeBelow = (value: unknown, random: Random, change: Change): unknown => {
  const entries = Array.isArray(value) ?
    Array.from(value.entries()) :
    Predicate.isRecord(value) ?
    Object.entries(value) :
    []
  const chosen = entries[random.integer(Math.max(1, entries.length))]
  if (chosen === undefined || random.number() < 0.33) return change(value, random)
  const changed = entries
    .map(([key, field]) => [key, key === chosen[0] ? changeBelow(field, random, change) : field] as const)
    .filter(([, field]) => field !== gone)
  return Array.isArray(value) ? changed.map(([, field]) => field) : Object.fromEntries(changed)
}

const spoils: ReadonlyArray<(text: string, at: number) => string> = [
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => `${text.slice(0, at)}\u0000${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\\ud800${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}1e999${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)},${text.slice(at)}`,
  (text) => `\ufeff${text}`,
  (text) => text + text,
  (text) => text.replace("{", "{\"id\":null,\"id\":\"1\","),
  (text) => text.replace("{", "{\"__proto__\":{\"id\":\"2\"},"),
  (text) => text.replace(/"id":"[^"]*"/, "\"id\":12345678901234567890"),
  (text) => `<html>${text}</html>`,
  () => ""
]

/** The text of a body, which sometimes is spoilt as text. */
export const textOf = (value: unknown, random: Random): string => {
  const text = JSON.stringify(value) ?? ""
  return random.number() < 0.8 ?
    text :
    pick(random, spoils, (text) => text)(text, random.integer(Math.max(1, text.length)))
}
