/**
 * Arbitrary JSON as `JSON.parse` makes it, and random changes to it.
 */
import * as FC from "effect/FastCheck"
import * as Predicate from "effect/Predicate"

/**
 * Keys that every object inherits. Not `__proto__`: Schema's interpreter makes it the prototype of its result, and so
 * nothing can be compared; what the decoder makes of it has cases of its own.
 */
export const inheritedKeys: ReadonlyArray<string> = ["constructor", "toString", "hasOwnProperty"]

export const key: FC.Arbitrary<string> = FC.oneof(
  { weight: 5, arbitrary: FC.constantFrom("id", "type", "name", "data", "url", "a", "b", "0") },
  { weight: 2, arbitrary: FC.constantFrom(...inheritedKeys) },
  { weight: 1, arbitrary: FC.string({ maxLength: 4 }) }
)

export const text: FC.Arbitrary<string> = FC.oneof(
  FC.constantFrom("", "a", "b", "none", "1", "2.5", "-3", "1e3", "a1", "1599569964123", "2024-02-30", "null"),
  FC.constantFrom("2024-02-29T12:00:00Z", "2024-02-29 12:00"),
  FC.string({ maxLength: 6 })
)

export const number: FC.Arbitrary<number> = FC.oneof(
  FC.integer(),
  FC.constantFrom(0, -0, 1, 2, 1.5, -1, 1e11, 1e21, 2 ** 53, -(2 ** 53), 1_599_569_964_123),
  FC.double({ noNaN: true, noDefaultInfinity: true })
)

export const scalar: FC.Arbitrary<unknown> = FC.oneof(text, number, FC.boolean(), FC.constant(null))

/** `JSON.parse` makes each key an own one, `__proto__` too. */
export const record = (value: FC.Arbitrary<unknown>, maxLength = 4): FC.Arbitrary<Record<string, unknown>> =>
  FC.array(FC.tuple(key, value), { maxLength }).map((entries) => Object.fromEntries(entries))

export const json: FC.Arbitrary<unknown> = FC.letrec<{ value: unknown }>((tie) => ({
  value: FC.oneof(
    { maxDepth: 3, depthIdentifier: "json" },
    { weight: 3, arbitrary: scalar },
    { weight: 1, arbitrary: FC.array(tie("value"), { maxLength: 3 }) },
    { weight: 2, arbitrary: record(tie("value")) }
  )
})).value

export interface Mutation {
  /** Which of all places in the value, modulo their number. */
  readonly at: number
  readonly kind: "drop" | "rename" | "replace" | "insert"
  readonly key: string
  readonly value: unknown
}

export const mutation: FC.Arbitrary<Mutation> = FC.record({
  at: FC.nat(),
  kind: FC.constantFrom("drop", "rename", "replace", "insert"),
  key,
  value: FC.oneof({ weight: 2, arbitrary: scalar }, { weight: 1, arbitrary: json })
})

type Place = readonly [container: Record<string, unknown> | Array<unknown>, key: string]

const placesOf = (container: Record<string, unknown> | Array<unknown>): ReadonlyArray<Place> =>
  Object.entries(container).flatMap(([key, value]): ReadonlyArray<Place> =>
    Predicate.isRecord(value) || Array.isArray(value) ?
      [[container, key], ...placesOf(value)] :
      [[container, key]]
  )

/** Sets an own key, also where assignment would call the setter of `__proto__`. */
const define = (container: object, key: string, value: unknown): void => {
  Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true })
}

/** A copy of the value with one change at one place. The whole value is a place, too. */
export const mutate = (value: unknown, { at, key, kind, value: other }: Mutation): unknown => {
  const holder: Record<string, unknown> = { root: structuredClone(value) }
  const places = placesOf(holder)
  const [container, name] = places[at % places.length] ?? [holder, "root"]
  const inserted = structuredClone(other)
  if (Array.isArray(container)) {
    const index = Number(name)
    if (kind === "drop") container.splice(index, 1)
    else if (kind === "insert") container.splice(index, 0, inserted)
    else container[index] = inserted
  } else if (kind === "insert") {
    define(container, key, inserted)
  } else if (kind === "replace") {
    define(container, name, inserted)
  } else {
    const moved = container[name]
    delete container[name]
    if (kind === "rename") define(container, key, moved)
  }
  return holder.root
}

/** Each of the values with up to three changes. */
export const mutated = (values: FC.Arbitrary<unknown>): FC.Arbitrary<unknown> =>
  FC.tuple(values, FC.array(mutation, { minLength: 1, maxLength: 3 })).map(([value, mutations]) =>
    mutations.reduce(mutate, value)
  )
