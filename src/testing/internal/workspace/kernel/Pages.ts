/** Pages of rows, by cursor and by number. */
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Order from "effect/Order"
import * as Schema from "effect/Schema"
import type { JsonObject } from "./Json.js"
import { type Answer, invalid, json, refuse, type Result } from "./Result.js"
import type { Row, Table } from "./Table.js"

/** The default and the maximum number of rows in a page. */
export interface Limits {
  readonly perPage: number
  readonly maxPerPage: number
}

/** A page of rows, and its `pages` object. */
export interface Page<A> {
  readonly rows: ReadonlyArray<A>
  readonly total_count: number
  readonly pages: JsonObject
}

/** A page with the cursor of the next one, if there is one. */
export interface CursorPage<A> extends Page<A> {
  readonly pages: JsonObject & { readonly next?: NextPage }
}

interface NextPage {
  readonly page: number
  readonly starting_after: string
}

/** The value that rows are sorted by. Rows with the same value keep the order in which they were added. */
export type SortKey = string | number | boolean | null

/** The order of rows. Default: the order in which they were added. */
export interface Sorting<A> {
  readonly sortBy?: ((row: A) => SortKey) | undefined
  readonly descending?: boolean | undefined
}

/** Sorts rows that are in the order in which they were added. */
export const sort = <A extends Row>(
  table: Table<A>,
  rows: ReadonlyArray<A>,
  sorting: Sorting<A>
): ReadonlyArray<A> => {
  if (sorting.sortBy === undefined && sorting.descending !== true) return rows
  const order = orderOf(sorting)
  return rows.map((row) => ({ row, position: positionOf(table, row, sorting) }))
    .sort((self, that) => order(self.position, that.position))
    .map(({ row }) => row)
}

export interface CursorRequest {
  readonly per_page?: unknown
  readonly starting_after?: string | null | undefined
}

/**
 * The page after a cursor, of rows that are sorted. The cursor holds the position of the last row, so rows that are
 * added or removed between two pages do not shift the others.
 */
export const byCursor = <A extends Row>(
  table: Table<A>,
  rows: ReadonlyArray<A>,
  limits: Limits,
  { per_page, starting_after }: CursorRequest,
  sorting: Sorting<A> = {}
): Result<CursorPage<A>> =>
  Either.gen(function*() {
    const size = yield* sizeOf(per_page, limits)
    const order = orderOf(sorting)
    const after = starting_after === undefined || starting_after === null ?
      undefined :
      yield* decodeCursor(starting_after)
    const start = after === undefined ? 0 : firstIndex(rows, (row) => order(positionOf(table, row, sorting), after) > 0)
    const found = rows.slice(start, start + size)
    const last = found.at(-1)
    const page = Math.floor(start / size) + 1
    return {
      rows: found,
      total_count: rows.length,
      pages: {
        type: "pages",
        page,
        per_page: size,
        total_pages: Math.ceil(rows.length / size),
        ...(last !== undefined && start + size < rows.length ?
          { next: { page: page + 1, starting_after: encodeCursor(positionOf(table, last, sorting)) } } :
          {})
      }
    }
  })

export interface NumberRequest {
  readonly query: { readonly page?: unknown; readonly per_page?: unknown }
  /** The URL of the list, without a query. */
  readonly url: string
}

/** The page of a number. `next` is a whole URL, with the parameters in `repeated`. */
export const byNumber = <A>(
  rows: ReadonlyArray<A>,
  limits: Limits,
  { query, url }: NumberRequest,
  repeated: Readonly<Record<string, string>> = {}
): Result<Page<A>> =>
  Either.gen(function*() {
    const size = yield* sizeOf(query.per_page, limits)
    const page = yield* wholeNumber("page", query.page ?? 1)
    const total_pages = Math.ceil(rows.length / size)
    const next = new URLSearchParams({ ...repeated, page: String(page + 1), per_page: String(size) })
    return {
      rows: rows.slice((page - 1) * size, page * size),
      total_count: rows.length,
      pages: {
        type: "pages",
        page,
        per_page: size,
        total_pages,
        next: page < total_pages ? `${url}?${next}` : null
      }
    }
  })

/** The response to a list request, with the items under `data`. */
export const listAnswer =
  <A>(present: (row: A) => JsonObject): (page: Page<A>) => Answer => ({ pages, rows, total_count }) =>
    json({ type: "list", data: rows.map(present), total_count, pages })

/** Sorts rows by a time, latest first. Of rows with the same time, the one added last comes first. */
export const newestFirst = <A>(rows: ReadonlyArray<A>, timeOf: (row: A) => number): ReadonlyArray<A> =>
  [...rows].reverse().sort(Order.mapInput(Order.reverse(Order.number), timeOf))

const sizeOf = (value: unknown, { maxPerPage, perPage }: Limits): Result<number> =>
  Either.flatMap(
    wholeNumber("per_page", value ?? perPage),
    (size) => size > maxPerPage ? invalid("Per Page is too big", "per_page") : Either.right(size)
  )

const wholeNumber = (field: string, value: unknown): Result<number> =>
  /^[1-9]\d{0,8}$/.test(String(value)) ? Either.right(Number(value)) : invalid(`${field} must be a whole number`, field)

const firstIndex = <A>(rows: ReadonlyArray<A>, isAfter: (row: A) => boolean): number => {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const row = rows[middle]
    if (row !== undefined && isAfter(row)) high = middle
    else low = middle + 1
  }
  return low
}

type Position = readonly [key: SortKey, sequence: number]

const positionOf = <A extends Row>(table: Table<A>, row: A, { sortBy }: Sorting<A>): Position => [
  sortBy?.(row) ?? null,
  table.sequence(row)
]

const orderOf = <A>({ descending = false }: Sorting<A>): Order.Order<Position> =>
  descending ? Order.reverse(byPosition) : byPosition

const rank = (key: SortKey): number => key === null ? 0 : typeof key === "string" ? 2 : 1

const bySortKey: Order.Order<SortKey> = Order.make((self, that) =>
  rank(self) === rank(that) && self !== null && that !== null ?
    (self < that ? -1 : self > that ? 1 : 0) :
    Order.number(rank(self), rank(that))
)

const byPosition: Order.Order<Position> = Order.tuple(bySortKey, Order.number)

const Position: Schema.Schema<Position, string> = Schema.suspend(() =>
  Schema.parseJson(
    Schema.Tuple(Schema.NullOr(Schema.Union(Schema.String, Schema.Number, Schema.Boolean)), Schema.Number)
  )
)

const encodeCursor = (position: Position): string => Encoding.encodeBase64(JSON.stringify(position))

const decodeCursor = (cursor: string): Result<Position> =>
  Either.orElse(
    Either.flatMap(Encoding.decodeBase64String(cursor), (text) => Schema.decodeEither(Position)(text)),
    () => refuse(400, "client_error", "starting_after is not a cursor", "starting_after")
  )
