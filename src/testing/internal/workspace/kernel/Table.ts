/** The rows of one kind of object in the in-memory workspace. */

export interface Row {
  readonly id: string
}

/** Everything happens at once: an answer is made without giving way to another. */
export interface Table<A extends Row> {
  /** An id no row has had. */
  readonly nextId: () => string
  /** All rows, oldest first. */
  readonly rows: () => ReadonlyArray<A>
  readonly get: (id: string) => A | undefined
  /** The oldest row that has the key. */
  readonly byKey: (key: string) => A | undefined
  /** All rows that have the key, oldest first. */
  readonly allByKey: (key: string) => ReadonlyArray<A>
  /** Where a row stands among all there have been: later ones are higher. */
  readonly sequence: (row: A) => number
  /** Adds a row, or puts it in the place of the one with its id. */
  readonly set: (row: A) => A
  readonly remove: (id: string) => void
}

/** An empty table. `idOf` makes the id of its nth row, `keysOf` says by what else a row is found at once. */
export const make = <A extends Row>(
  idOf: (sequence: number) => string,
  keysOf: (row: A) => ReadonlyArray<string> = () => []
): Table<A> => {
  const stored = new Map<string, { readonly row: A; readonly sequence: number }>()
  const idsByKey = new Map<string, Set<string>>()
  let ids = 0
  let sequence = 0
  let rows: ReadonlyArray<A> | undefined
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
  const allByKey = (key: string): ReadonlyArray<A> =>
    Array.from(idsByKey.get(key) ?? [])
      .flatMap((id) => stored.get(id) ?? [])
      .sort((self, that) => self.sequence - that.sequence)
      .map(({ row }) => row)
  return {
    nextId,
    rows: () => rows ??= Array.from(stored.values(), ({ row }) => row),
    get: (id) => stored.get(id)?.row,
    byKey: (key) => allByKey(key)[0],
    allByKey,
    sequence: ({ id }) => stored.get(id)?.sequence ?? 0,
    set: (row) => {
      forget(row.id)
      for (const key of keysOf(row)) idsByKey.set(key, (idsByKey.get(key) ?? new Set()).add(row.id))
      stored.set(row.id, { row, sequence: stored.get(row.id)?.sequence ?? ++sequence })
      rows = undefined
      return row
    },
    remove: (id) => {
      forget(id)
      stored.delete(id)
      rows = undefined
    }
  }
}

/** Ids of 24 hexadecimal characters, as contacts and companies have. Tables of different prefixes share no id. */
export const hexadecimal = (prefix: string): (sequence: number) => string => (sequence) =>
  `${prefix}${sequence.toString(16).padStart(24 - prefix.length, "0")}`

/** Ids that count: `first + 1`, `first + 2`, … */
export const numeric = (first: number): (sequence: number) => string => (sequence) => String(first + sequence)
