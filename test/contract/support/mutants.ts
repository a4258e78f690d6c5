/**
 * What Intercom might send as well: an example with one thing changed that a client has to survive.
 */
import * as Predicate from "effect/Predicate"
import { at, isIdKey, isIdsKey, type Json, listOf } from "./json.js"
import { type Schemas, under } from "./schema.js"

export interface Mutant {
  /** `data.0.owner_id is null` */
  readonly name: string
  readonly value: unknown
}

type Path = ReadonlyArray<string | number>

/** A value inside an example, and what describes it. */
interface Place {
  readonly path: Path
  readonly value: unknown
  readonly schemas: Schemas
}

type Change = (value: unknown) => unknown

/** All mutants of an example, one for each change at each place. */
export const mutantsOf = (example: unknown, schemas: Schemas): ReadonlyArray<Mutant> => {
  const mutate = (path: Path, what: string, change: Change): Mutant => ({
    name: `${path.join(".") || "the body"} ${what}`,
    value: changeAt(example, path, change)
  })
  return [
    ...placesOf({ path: [], value: example, schemas }).flatMap((place) => [
      ...keysOf(place).flatMap(([key, field]) => [
        mutate([...place.path, key], "is missing", () => undefined),
        ...(field === null ? [] : [mutate([...place.path, key], "is null", () => null)])
      ]),
      ...(Predicate.isRecord(place.value) ? [mutate(place.path, "has keys that are new", extended)] : []),
      ...(isId(place) ? [mutate(place.path, "is an id of the other type", flipped)] : []),
      ...(isWord(place) ? [mutate(place.path, "is a word that is new", () => "unheard_of")] : [])
    ]),
    ...("pages" in at(example) ?
      Object.entries(pagesShapes).map(([shape, pages]) => mutate(["pages"], shape, () => pages)) :
      [])
  ]
}

/** What Intercom sends as `pages`, on one list or another. */
const pagesShapes: Json = {
  "has a next with a cursor": page({ page: 2, starting_after: "WzE3MzQ1MzcyNDMwMDBd" }),
  "has a next with a cursor and a null for its size": page({ per_page: null, starting_after: "WzE3MzQ1MzcyNDMwMDBd" }),
  "has a URL as its next": page("https://api.intercom.io/companies/list?per_page=50&page=2"),
  "has a bare cursor as its next": page("WzE3MzQ1MzcyNDMwMDBd"),
  "has null as its next": page(null),
  "has no next": { type: "pages", page: 1, per_page: 50, total_pages: 1 },
  "has its size as text": { type: "pages", page: 1, per_page: "5", total_pages: 1, next: null },
  "is empty": {}
}

function page(next: unknown): Json {
  return { type: "pages", page: 1, per_page: 50, total_pages: 3, next }
}

const placesOf = (place: Place): ReadonlyArray<Place> => [
  place,
  ...childrenOf(place.value).flatMap(([key, value]) =>
    placesOf({ path: [...place.path, key], value, schemas: under(place.schemas, key) })
  )
]

const childrenOf = (value: unknown): ReadonlyArray<readonly [string | number, unknown]> =>
  Array.isArray(value) ?
    value.map((item: unknown, index) => [index, item]) :
    Predicate.isRecord(value) ?
    Object.entries(value) :
    []

/** The keys a client must not rely on. */
const keysOf = ({ path, value }: Place): ReadonlyArray<readonly [string, unknown]> =>
  Predicate.isRecord(value) ? Object.entries(value).filter(([key]) => !identifies(value, key, path.length === 0)) : []

/**
 * Without what identifies it, an object is nothing a client can work with: its `id`; where it has none, the job or the
 * conversation it speaks of; the conversation that a contact's message began; and the one key of a body that has no other.
 */
const identifies = (object: Json, key: string, isBody: boolean): boolean =>
  key === "id" ?
    isScalar(object.id) :
    (key === "conversation_id" && object.type === "user_message") ||
    (!isScalar(object.id) && (key === "job_identifier" || key === "conversation_id")) ||
    (isBody && Object.keys(object).length === 1)

const isScalar = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number"

const isId = ({ path, value }: Place): boolean => {
  const key = String(path.at(-1))
  return isIdKey(key) ? isScalar(value) : isIdsKey(key) && listOf(value).some(isScalar)
}

// Many a word that is one of a few is not described as such: `role`, `state`.
const isWord = ({ schemas, value }: Place): boolean =>
  typeof value === "string" && (/^[a-z][a-z_.-]*$/.test(value) || schemas.some((schema) => Array.isArray(schema.enum)))

const flipped: Change = (id) =>
  Array.isArray(id) ?
    id.map(flipped) :
    typeof id === "number" ?
    String(id) :
    /^\d{1,15}$/.test(String(id)) ?
    Number(id) :
    4711

const extended: Change = (object) => ({
  ...Object(object),
  a_new_word: "new",
  a_new_object: { type: "new", id: null }
})

/** JSON knows no `undefined`: a key that is changed to it is left out. */
const changeAt = (value: unknown, [key, ...rest]: Path, change: Change): unknown =>
  key === undefined ?
    change(value) :
    Array.isArray(value) ?
    value.map((item: unknown, index) => index === key ? changeAt(item, rest, change) : item) :
    Object.fromEntries(
      Object.entries(at(value))
        .map(([other, field]) => [other, other === key ? changeAt(field, rest, change) : field] as const)
        .filter(([, field]) => field !== undefined)
    )
