/**
 * The rows of one kind of object in the in-memory workspace, and pages of them.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"
import * as Option from "effect/Option"
import * as Order from "effect/Order"
import * as Schema from "effect/Schema"
import { Refusal } from "./Refusal.js"

/**
 * @since 1.0.0
 * @category models
 */
export interface Table<A extends Row> {
  /** An id no row has had, later than all before. */
  readonly nextId: Effect.Effect<string>
  /** All rows, oldest first. */
  readonly all: Effect.Effect<ReadonlyArray<A>>
  readonly find: (id: string) => Effect.Effect<Option.Option<A>>
  /** Adds a row, or puts it in the place of the one with its id. */
  readonly set: (row: A) => Effect.Effect<A>
  readonly remove: (id: string) => Effect.Effect<void>
}

/**
 * @since 1.0.0
 * @category models
 */
export interface Row {
  readonly id: string
}

/**
 * @since 1.0.0
 * @category constructors
 */
export const make = <A extends Row>(): Table<A> => {
  const rows = new Map<string, A>()
  let last = 0
  return {
    nextId: Effect.sync(() => `6762f0d0${(++last).toString(16).padStart(16, "0")}`),
    all: Effect.sync(() => Array.from(rows.values())),
    find: (id) => Effect.sync(() => Option.fromNullable(rows.get(id))),
    set: (row) => Effect.sync(() => (rows.set(row.id, row), row)),
    remove: (id) => Effect.sync(() => void rows.delete(id))
  }
}

/**
 * What a row is sorted by; rows that agree in it keep the order of their ids.
 *
 * @since 1.0.0
 * @category models
 */
export type SortKey = string | number | boolean | null

/**
 * Which rows a page has.
 *
 * @since 1.0.0
 * @category models
 */
export interface PageRequest<A> {
  readonly perPage: number
  readonly cursor?: string | undefined
  readonly sortBy?: ((row: A) => SortKey) | undefined
  readonly descending?: boolean | undefined
}

/**
 * Intercom's list envelope for one page of rows. The cursor holds the position of the last row, not a count: rows that
 * come or go between two pages shift nothing.
 *
 * @since 1.0.0
 * @category constructors
 */
export const page = <A extends Row>(
  rows: ReadonlyArray<A>,
  { cursor, descending = false, perPage, sortBy = () => null }: PageRequest<A>
): Effect.Effect<unknown, Refusal> =>
  Effect.gen(function*() {
    const order = descending ? Order.reverse(byPosition) : byPosition
    const positioned = rows.map((row) => ({ row, position: [sortBy(row), row.id] as const }))
    positioned.sort((self, that) => order(self.position, that.position))
    const after = cursor === undefined ? undefined : yield* decodeCursor(cursor)
    const found = after === undefined ? 0 : positioned.findIndex(({ position }) => order(position, after) > 0)
    const start = found === -1 ? positioned.length : found
    const data = positioned.slice(start, start + perPage)
    const last = data.at(-1)
    const number = Math.floor(start / perPage) + 1
    return {
      type: "list",
      data: data.map(({ row }) => row),
      total_count: rows.length,
      pages: {
        type: "pages",
        page: number,
        per_page: perPage,
        total_pages: Math.ceil(rows.length / perPage),
        ...(last !== undefined && start + perPage < rows.length ?
          { next: { page: number + 1, starting_after: encodeCursor(last.position) } } :
          {})
      }
    }
  })

type Position = readonly [key: SortKey, id: string]

const rank = (key: SortKey): number => key === null ? 0 : typeof key === "string" ? 2 : 1

const bySortKey: Order.Order<SortKey> = Order.make((self, that) =>
  rank(self) === rank(that) && self !== null && that !== null ?
    (self < that ? -1 : self > that ? 1 : 0) :
    Order.number(rank(self), rank(that))
)

const byPosition: Order.Order<Position> = Order.tuple(bySortKey, Order.string)

const Position: Schema.Schema<Position, string> = Schema.suspend(() =>
  Schema.parseJson(
    Schema.Tuple(Schema.NullOr(Schema.Union(Schema.String, Schema.Number, Schema.Boolean)), Schema.String)
  )
)

const encodeCursor = (position: Position): string => Encoding.encodeBase64(JSON.stringify(position))

const decodeCursor = (cursor: string): Effect.Effect<Position, Refusal> =>
  Effect.flatMap(Encoding.decodeBase64String(cursor), Schema.decode(Position)).pipe(
    Effect.mapError(() => new Refusal({ status: 400, code: "client_error", reason: "starting_after is no cursor" }))
  )
