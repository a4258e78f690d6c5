/**
 * The search of the server: `POST /contacts/search` with ranges of `created_at`. As in Intercom, `>`, `<` and `=` compare
 * whole days. Days are of UTC here. Other filters match everything.
 */
import { contact } from "./contacts.js"

interface Filter {
  readonly field?: string
  readonly operator: string
  readonly value: unknown
}

interface Search {
  readonly query: Filter
  readonly pagination?: { readonly per_page?: number; readonly starting_after?: string | null }
}

interface Row {
  readonly day: number
  readonly json: Buffer
}

const dayOf = (seconds: unknown): number => Math.floor(Number(seconds) / 86_400)

const rows: Array<Row> = []

/** A contact every three hours. */
const rowAt = (i: number): Row => {
  const created_at = 1_500_000_000 + i * 10_800
  return rows[i] ??= { day: dayOf(created_at), json: Buffer.from(JSON.stringify({ ...contact(i), created_at })) }
}

const matches = ({ field, operator, value }: Filter, row: Row): boolean => {
  if (Array.isArray(value) && operator === "AND") return value.every((filter) => matches(filter, row))
  if (Array.isArray(value) && operator === "OR") return value.some((filter) => matches(filter, row))
  if (field !== "created_at") return true
  if (operator === ">") return row.day > dayOf(value)
  if (operator === "<") return row.day < dayOf(value)
  return row.day === dayOf(value)
}

// A search that reads its second page must not wait until the rows are compared again.
const found = new Map<string, ReadonlyArray<Row>>()

const search = (count: number, query: Filter): ReadonlyArray<Row> => {
  const key = `${count} ${JSON.stringify(query)}`
  const rows = found.get(key) ?? Array.from({ length: count }, (_, i) => rowAt(i)).filter((row) => matches(query, row))
  found.set(key, rows)
  return rows
}

const comma = Buffer.from(",")

/** The page of a search through `count` contacts. The cursor is the number of the first row. */
export const searchPage = (count: number, json: string): Buffer => {
  const { pagination: { per_page: size = 50, starting_after } = {}, query }: Search = JSON.parse(json)
  const all = search(count, query)
  const from = Number(starting_after ?? 0)
  const pages = {
    type: "pages",
    page: from / size + 1,
    per_page: size,
    total_pages: Math.ceil(all.length / size),
    next: from + size < all.length ? { page: from / size + 2, starting_after: String(from + size) } : null
  }
  return Buffer.concat([
    Buffer.from(`{"type":"list","data":[`),
    ...all.slice(from, from + size).flatMap(({ json }, i) => i === 0 ? [json] : [comma, json]),
    Buffer.from(`],"total_count":${all.length},"pages":${JSON.stringify(pages)}}`)
  ])
}
