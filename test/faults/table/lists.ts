/**
 * Rows about lists whose pages are wrong. A scripted client plays them for `Contacts.stream`.
 */
import type { Cell } from "./Row.js"

export interface ListRow {
  readonly fault: string
  /** The body of a page. `nth` counts from 1. */
  readonly page: (nth: number) => unknown
  readonly get: Cell
}

const page = (next: unknown, nth = 1) => ({
  type: "list",
  data: [{ type: "contact", id: `c${nth}` }],
  pages: { type: "pages", next }
})

const cycle = (length: number, get: Cell): ListRow => ({
  fault: length === 1 ? "a cursor that repeats" : `a cycle of ${length} cursors`,
  page: (nth) => page({ starting_after: `cursor-${nth % length}` }, nth),
  get
})

const next = (fault: string, value: unknown, get: Cell): ListRow => ({
  fault: `next is ${fault}`,
  page: (nth) => page(nth === 1 ? value : null, nth),
  get
})

export const lists: ReadonlyArray<ListRow> = [
  cycle(1, "InvalidResponse 2"),
  cycle(2, "InvalidResponse 3"),
  cycle(3, "InvalidResponse 6"),
  cycle(100, "InvalidResponse 227"),
  next("on another host", "https://evil.example/contacts?starting_after=abc", "ok 2"),
  next("a URL without a cursor", "https://api.intercom.io/contacts?per_page=5", "InvalidResponse 1"),
  next("null", null, "ok 1"),
  next("\"\"", "", "InvalidResponse 1"),
  next("false", false, "InvalidResponse 1"),
  next("0", 0, "InvalidResponse 1"),
  next("[]", [], "InvalidResponse 1"),
  next("{}", {}, "InvalidResponse 1"),
  {
    fault: "the second page is an error list",
    page: (nth) => nth === 1 ? page({ starting_after: "a" }) : { type: "error.list", errors: [] },
    get: "InvalidResponse 2"
  },
  {
    fault: "the second page is null",
    page: (nth) => nth === 1 ? page({ starting_after: "a" }) : null,
    get: "InvalidResponse 2"
  },
  {
    fault: "an item without an id",
    page: () => ({ ...page(null), data: [{ id: "1" }, { name: "x" }] }),
    get: "InvalidResponse 1"
  },
  { fault: "a total that is wrong", page: () => ({ ...page(null), total_count: -7 }), get: "ok 1" },
  { fault: "items that are null", page: () => ({ ...page(null), data: null }), get: "ok 1" },
  next("an object that is no text", { starting_after: { toString: 0 } }, "InvalidResponse 1")
]
