/** The rows of one kind of object. */
import * as Either from "effect/Either"
import { found, notFound, refuse, type Refused, type Result } from "./Result.js"

export interface Row {
  readonly id: string
}

/** All functions are synchronous, so requests cannot interleave. */
export interface Table<A extends Row> {
  /** Returns an id that no row has had. */
  readonly nextId: () => string
  /** Returns the id unless a row has it. Default: the next one. */
  readonly reserveId: (id?: string) => Result<string>
  /** All rows, oldest first. */
  readonly rows: () => ReadonlyArray<A>
  /**
   * Rows that are selected and sorted, by the name of the selection. They are kept until any row of the workspace
   * changes, so that the next page of a list does not select and sort all rows again.
   */
  readonly view: (name: string, select: () => ReadonlyArray<A>) => ReadonlyArray<A>
  readonly get: (id: string) => A | undefined
  /** The row with the id, or the error for an unknown id. */
  readonly find: (id: string) => Result<A>
  /** The row that a seed names by id or name. */
  readonly findByName: (name: string) => Result<A>
  /** The oldest row with the key. */
  readonly byKey: (key: string) => A | undefined
  /** All rows with the key, oldest first. */
  readonly allByKey: (key: string) => ReadonlyArray<A>
  /** The position of a row in the order of addition. It never changes. */
  readonly sequence: (row: A) => number
  /** Adds a row, or replaces the one with its id. */
  readonly set: (row: A) => A
  readonly remove: (id: string) => void
}

export interface Options<A> {
  /** The keys by which `byKey` finds a row. */
  readonly keysOf?: ((row: A) => ReadonlyArray<string>) | undefined
  /** The name by which `findByName` finds a row. */
  readonly nameOf?: ((row: A) => string) | undefined
  /** The error for an unknown id. Default: `Resource Not Found`. */
  readonly missing?: Refused | undefined
}

/** Makes an empty table. `kind` names the objects in errors of seeds. `idOf` makes the id of the nth row. */
export interface Make {
  <A extends Row>(kind: string, idOf: (sequence: number) => string, options?: Options<A>): Table<A>
}

/** Returns the function that makes the tables of one workspace. */
export const workspace = (): Make => {
  const changes = { count: 0 }
  return (kind, idOf, options) => make(changes, kind, idOf, options)
}

/** Limits the memory of views, if many different searches run at once. */
const maxViews = 50

const make = <A extends Row>(
  /** The changes of all tables, because a search reads several. */
  changes: { count: number },
  kind: string,
  idOf: (sequence: number) => string,
  { keysOf = () => [], missing = notFound("Resource"), nameOf = ({ id }) => id }: Options<A> = {}
): Table<A> => {
  const stored = new Map<string, { readonly row: A; readonly sequence: number }>()
  const idsByKey = new Map<string, Set<string>>()
  let ids = 0
  let sequence = 0
  let rows: ReadonlyArray<A> | undefined
  const views = new Map<string, ReadonlyArray<A>>()
  let viewed = changes.count
  const nextId = (): string => {
    const id = idOf(++ids)
    return stored.has(id) ? nextId() : id
  }
  const forget = (id: string): void => {
    const known = stored.get(id)
    for (const key of known === undefined ? [] : keysOf(known.row)) {
      const ids = idsByKey.get(key)
      ids?.delete(id)
      if (ids?.size === 0) idsByKey.delete(key)
    }
  }
  const changed = (): void => {
    rows = undefined
    changes.count++
  }
  const view = (name: string, select: () => ReadonlyArray<A>): ReadonlyArray<A> => {
    if (viewed !== changes.count || views.size > maxViews) views.clear()
    viewed = changes.count
    const known = views.get(name) ?? select()
    views.set(name, known)
    return known
  }
  const allByKey = (key: string): ReadonlyArray<A> =>
    Array.from(idsByKey.get(key) ?? [], (id) => stored.get(id))
      .flatMap((one) => one ?? [])
      .sort((self, that) => self.sequence - that.sequence)
      .map(({ row }) => row)
  const allRows = (): ReadonlyArray<A> => rows ??= Array.from(stored.values(), ({ row }) => row)
  const get = (id: string): A | undefined => stored.get(id)?.row
  return {
    nextId,
    reserveId: (id = nextId()) => stored.has(id) ? refuse(409, "conflict", `the id ${id} is taken`) : Either.right(id),
    rows: allRows,
    view,
    get,
    find: (id) => found(get(id), () => missing),
    findByName: (name) =>
      found(get(name) ?? allRows().find((row) => nameOf(row) === name), () => unknownName(kind, name)),
    byKey: (key) => allByKey(key)[0],
    allByKey,
    sequence: ({ id }) => stored.get(id)?.sequence ?? 0,
    set: (row) => {
      forget(row.id)
      for (const key of keysOf(row)) idsByKey.set(key, (idsByKey.get(key) ?? new Set()).add(row.id))
      stored.set(row.id, { row, sequence: stored.get(row.id)?.sequence ?? ++sequence })
      changed()
      return row
    },
    remove: (id) => {
      forget(id)
      stored.delete(id)
      changed()
    }
  }
}

/** Ids of 24 hexadecimal characters, as contacts and companies have. Tables with different prefixes share no id. */
export const hexadecimal = (prefix: string): (sequence: number) => string => (sequence) =>
  `${prefix}${sequence.toString(16).padStart(24 - prefix.length, "0")}`

/** Ids that count up: `first + 1`, `first + 2`, … */
export const numeric = (first: number): (sequence: number) => string => (sequence) => String(first + sequence)

/** The error for a name that matches nothing. It leaves out email addresses, because messages are logged. */
export const unknownName = (kind: string, name: string): Refused =>
  refuse(404, "not_found", `${name.includes("@") ? `the ${kind} of that address` : `${kind} "${name}"`} is not there`)
