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
  readonly text: string
}

const dayOf = (seconds: unknown): number => Math.floor(Number(seconds) / 86_400)

const rows: Array<Row> = []

/** A contact every three hours. */
const rowAt = (i: number): Row => {
  const created_at = 1_500_000_000 + i * 10_800
  return rows[i] ??= { day: dayOf(created_at), text: JSON.stringify({ ...contact(i), created_at }) }
}

const matches = ({ field, operator, value }: Filter, row: Row): boolean => {
  if (Array.isArray(value) && operator === "AND") return value.every((filter) => matches(filter, row))
  if (Array.isArray(value) && operator === "OR") return value.some((filter) => matches(filter, row))
  if (field !== "created_at") return true
  if (operator === ">") return row.day > dayOf(value)
  if (operator === "<") return row.day < dayOf(value)
  return row.day === dayOf(value)
}

const prepared = new Map<string, Buffer>()

/** The page of a search through `count` contacts. The cursor is the number of the first row. */
export const searchPage = (count: number, json: string): Buffer => {
  const key = `${count} ${json}`
  const page = prepared.get(key) ?? pageOf(count, JSON.parse(json))
  prepared.set(key, page)
  return page
}

const pageOf = (count: number, { pagination: { per_page: size = 50, starting_after } = {}, query }: Search): Buffer => {
  const all = Array.from({ length: count }, (_, i) => rowAt(i)).filter((row) => matches(query, row))
  const from = Number(starting_after ?? 0)
  const pages = {
    type: "pages",
    page: from / size + 1,
    per_page: size,
    total_pages: Math.ceil(all.length / size),
    next: from + size < all.length ? { page: from / size + 2, starting_after: String(from + size) } : null
  }
  const data = all.slice(from, from + size).map(({ text }) => text)
  return Buffer.from(
    `{"type":"list","data":[${data.join()}],"total_count":${all.length},"pages":${JSON.stringify(pages)}}`
  )
}
