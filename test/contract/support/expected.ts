/** What a call must yield, told from what arrived. */
import * as Predicate from "effect/Predicate"
import { type Answer, location } from "./answers.js"
import { at, isIdKey, isIdsKey, type Json, listOf, mapValues } from "./json.js"

/**
 * What arrived, with a string for each number that is an id by its key and is a string in the decoded value. No other
 * difference is allowed.
 */
export const withTextIds = (arrived: unknown, decoded: unknown): unknown => {
  if (Array.isArray(arrived)) {
    const counterpart: ReadonlyArray<unknown> = Array.isArray(decoded) ? decoded : []
    return arrived.map((item: unknown, index) => withTextIds(item, counterpart[index]))
  }
  return Predicate.isRecord(arrived) ?
    mapValues(arrived, (value, key) => {
      const counterpart = Predicate.isRecord(decoded) ? decoded[key] : undefined
      return isIdKey(key) ?
        textOf(value, counterpart) :
        isIdsKey(key) && Array.isArray(value) && Array.isArray(counterpart) ?
        value.map((item: unknown, index) => textOf(item, counterpart[index])) :
        withTextIds(value, counterpart)
    }) :
    arrived
}

const textOf = (arrived: unknown, decoded: unknown): unknown =>
  typeof arrived === "number" && typeof decoded === "string" ? String(arrived) : withTextIds(arrived, decoded)

/** What a call makes of a body: a list becomes a page, anything else stays. */
export interface View {
  /** The key of the items of a list. */
  readonly items: string | undefined
  /** The key of the items inside `data`, for searches of articles. */
  readonly nested: string | undefined
  readonly paging: "pages" | "scroll" | "none"
}

const itemsKeys = [
  ..."data activity_logs admins companies contacts conversations event_types events handling_events".split(" "),
  ..."segments side_conversations tags teams tickets".split(" ")
]

/** The view of a body. Whether its list has pages may be told by another answer of the same operation only. */
export const viewOf = (body: unknown, others: ReadonlyArray<unknown> = []): View => ({
  nested: ["articles", "internal_articles"].find((key) =>
    [body, ...others].some((body) => Array.isArray(at(at(body).data)[key]))
  ),
  // A tag names the companies it was put on.
  items: "id" in at(body) ? undefined : itemsKeys.find((key) => Array.isArray(at(body)[key])),
  paging: [body, ...others].map(pagingOf).find((paging) => paging !== "none") ?? "none"
})

const pagingOf = (body: unknown): View["paging"] =>
  "scroll_param" in at(body) ? "scroll" : hasPages(at(body)) ? "pages" : "none"

const hasPages = (body: Json): boolean => "pages" in body

/**
 * What may be the cursor: nothing where no next page is announced, a value in the query of a URL, else the text or the
 * number of the page. One that is announced without any of these is empty. Of a list in numbered pages, the number of
 * pages may announce the next one.
 */
const cursorsIn = (body: Json): ReadonlyArray<string | undefined> => {
  const { next } = at(body.pages)
  const { page, starting_after } = Predicate.isRecord(next) ? next : { starting_after: next }
  const after = starting_after ?? page
  if (next === undefined || (starting_after === null && after === undefined)) {
    return [undefined, ...numbersIn(body), ...tokensIn(body)]
  }
  const text = String(after ?? "")
  return URL.canParse(text) ? Array.from(new URL(text).searchParams.values()) : [text]
}

/** The number of the next page, where a list only says how many there are. */
const numbersIn = (body: Json): ReadonlyArray<string> => {
  const { page, total_pages: total } = at(body.pages ?? body)
  return typeof page === "number" && typeof total === "number" && page < total ? [`${page + 1}`] : []
}

/** The `next_cursor` of a list that has `has_more`, empty if there is more without one. */
const tokensIn = ({ has_more: hasMore, next_cursor: next }: Json): ReadonlyArray<string> => {
  const token = typeof next === "string" ? next : hasMore === true ? "" : undefined
  return token === undefined || hasMore === false ? [] : [token]
}

// The last page of a scroll is the empty one, whatever else it says.
const cursorOfScroll = ({ scroll_param: cursor }: Json, data: ReadonlyArray<unknown>): string | undefined =>
  typeof cursor === "string" && data.length > 0 ? cursor : undefined

/** The value a call must yield; `decoded` is what it does yield. */
export const expectedOf = (
  { kind, value: arrived }: Pick<Answer, "kind" | "value">,
  decoded: unknown,
  view: View = viewOf(arrived)
): unknown => {
  switch (kind) {
    case "nothing":
      return undefined
    case "file":
      return decoded
    case "redirect":
      return location
    case "text":
      return arrived
    case "json":
      return expectedJson(arrived, decoded, view)
  }
}

const expectedJson = (arrived: unknown, decoded: unknown, { items, nested, paging }: View): unknown => {
  if (Array.isArray(arrived)) return { data: withTextIds(arrived, at(decoded).data), next: undefined }
  const body = at(arrived)
  if (nested !== undefined) {
    const { [nested]: found, ...others } = at(body.data)
    return expectedPage({ ...others, ...body }, listOf(found), decoded, paging)
  }
  return items === undefined ? withTextIds(arrived, decoded) : expectedPage(body, listOf(body[items]), decoded, paging)
}

const expectedPage = (
  body: Json,
  data: ReadonlyArray<unknown>,
  decoded: unknown,
  paging: View["paging"]
): unknown => {
  const { next } = at(decoded)
  const cursors = paging === "scroll" ? [cursorOfScroll(body, data)] : cursorsIn(body)
  return {
    ...at(withTextIds({ ...body, data }, decoded)),
    next: cursors.find((cursor) => cursor === next) ?? cursors[0]
  }
}
