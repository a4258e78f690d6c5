/**
 * Lists that Intercom returns in pages: read one page, all pages, or all items.
 *
 * @since 1.0.0
 */
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { dual, identity } from "effect/Function"
import * as Option from "effect/Option"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Endpoint from "./Endpoint.js"
import type { IntercomError, Issue } from "./IntercomError.js"
import type { IntercomHttp } from "./IntercomHttp.js"
import * as Cursor from "./internal/cursor.js"
import { invalidInput } from "./internal/errors.js"
import { idOf, nullish, nullishNumber, nullishString, Numeric } from "./internal/fields.js"
import { at } from "./internal/issue.js"
import { runAhead } from "./internal/prefetch.js"
import { asText, isTextOrNumber } from "./internal/text.js"

/**
 * One page of a list as Intercom sent it, with the items under `data` and the cursor of the next page.
 *
 * @since 1.0.0
 * @category models
 */
export interface Page<A> {
  readonly data: ReadonlyArray<A>
  /** The number of items in the whole list at the time of the call. */
  readonly total_count?: number | null | undefined
  /** Intercom's own information about the pages. Its shape differs between lists. */
  readonly pages?: unknown
  /** The cursor of the next page. `undefined` on the last page. */
  readonly next: string | undefined
}

/**
 * The key of the items in the body of a list: `data` in newer lists, the name of the items in older ones.
 *
 * @since 1.0.0
 * @category models
 */
export type ItemsKey =
  | "data"
  | "activity_logs"
  | "admins"
  | "companies"
  | "contacts"
  | "conversations"
  | "event_types"
  | "events"
  | "handling_events"
  | "segments"
  | "side_conversations"
  | "tags"
  | "teams"
  | "tickets"

/**
 * The body of a list. Any key may be missing.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListBody<A>
  extends PageInfo, Readonly<Partial<Record<ItemsKey, ReadonlyArray<A> | null | undefined>>>
{}

/**
 * The part of a list's body that describes its pages.
 *
 * @since 1.0.0
 * @category models
 */
export interface PageInfo {
  readonly type?: string | null | undefined
  readonly total_count?: number | null | undefined
  readonly pages?: unknown
}

/**
 * The schema of a list's body. The items are under `key`, or under `data` if that key is missing.
 *
 * @since 1.0.0
 * @category schemas
 */
export const listBody = <A, I>(
  item: Schema.Schema<A, I>,
  key: ItemsKey
): Schema.Schema<ListBody<A>, ListBody<I>> =>
  // Suspended, so that nothing runs at import. `Schema.make` is needed because the key is only known at run time.
  Schema.suspend(() => {
    const items = nullish(Schema.Array(item))
    return Schema.make<ListBody<A>, ListBody<I>>(
      Schema.Struct({
        type: nullishString,
        data: items,
        [key]: items,
        pages: nullish(Schema.Unknown),
        total_count: nullishNumber
      })
        .ast
    )
  })

/**
 * The schema of a list's body, of which only the number of all items is read. Use it to make a `count`.
 *
 * @since 1.0.0
 * @category schemas
 */
export const TotalCount: Schema.Schema<number, TotalCountEncoded> = Schema.suspend(() =>
  Schema.pluck(Schema.Struct({ total_count: Numeric }), "total_count")
)

/**
 * The part of a list's body that `TotalCount` reads.
 *
 * @since 1.0.0
 * @category models
 */
export interface TotalCountEncoded {
  readonly total_count: number
}

/**
 * What to do with items that cannot be decoded.
 *
 * @since 1.0.0
 * @category models
 */
export interface ItemOptions {
  /** Default: the page fails with `InvalidResponse`. To leave them out, use `skipInvalid`. */
  readonly onInvalidItem?: OnInvalidItem | undefined
}

/**
 * See `skipInvalid`.
 *
 * @since 1.0.0
 * @category models
 */
export interface OnInvalidItem {
  <P>(read: ReadPage<P>): ReadPage<P>
}

interface ReadPage<P> {
  (decode: (body: unknown) => Either.Either<P, Issue>): Effect.Effect<P, IntercomError, IntercomHttp>
}

interface DecodePage<P> {
  (body: unknown): Either.Either<P, Issue>
}

/**
 * An item of a list that cannot be decoded.
 *
 * @since 1.0.0
 * @category models
 */
export interface InvalidItem {
  /** Its position in the page. */
  readonly index: number
  readonly id: string | undefined
  /** The path inside the item. */
  readonly at: Issue["path"]
  readonly reason: string
  /** The item as Intercom sent it. It may be personal data. */
  readonly value: unknown
}

/**
 * Which page of a list to read, and its size.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListOptions extends ItemOptions {
  /** The largest number of items in a page. */
  readonly perPage?: number | undefined
  /** The page to read: the `next` of an earlier page. Default: the first page. */
  readonly cursor?: string | undefined
}

/**
 * How far a stream reads ahead.
 *
 * @since 1.0.0
 * @category models
 */
export interface PrefetchOptions extends ItemOptions {
  /** How many pages to request before the consumer asks for them. Default: 0. */
  readonly prefetch?: number | undefined
}

/**
 * The options of a stream: the page to start at, the page size, and how many pages to read ahead.
 *
 * @since 1.0.0
 * @category models
 */
export interface StreamOptions extends ListOptions, PrefetchOptions {}

/**
 * A list. It is an `Effect` of one page. Use `pages` or `stream` to read all pages.
 *
 * @example
 * ```ts
 * import { Contacts, Pagination } from "effect-intercom"
 * import { Effect, Stream } from "effect"
 *
 * export const program = Effect.gen(function*() {
 *   const notes = Contacts.listNotes("63a07ddf05a32042dffac965")
 *   const page = yield* notes
 *   yield* Effect.log(`${page.data.length} notes on the first page`)
 *   return yield* notes.pipe(Pagination.stream({ prefetch: 1 }), Stream.runCount)
 * })
 * ```
 *
 * @since 1.0.0
 * @category models
 */
export interface List<A, P extends Page<A> = Page<A>> extends Effect.Effect<P, IntercomError, IntercomHttp> {
  /** The name of the operation: `Contacts.listNotes`. */
  readonly operation: string
  /** The request of the first page. */
  readonly request: () => Endpoint.Request
  /** The page to start at and the page size, as the caller passed them. */
  readonly options: ListOptions
  /** The page size of a stream if `options` has none. */
  readonly perPage: PageSize["perPage"]
  /** Reads the page at another cursor. Without `cursor`, the page that the list itself reads. */
  readonly page: (paging?: ListOptions) => Effect.Effect<P, IntercomError, IntercomHttp>
}

/**
 * The items of a list, and the size of its pages.
 *
 * @since 1.0.0
 * @category models
 */
export interface Settings<A, I> extends Paging {
  readonly item: Schema.Schema<A, I>
  /** The key of the items in the body. Default: `"data"`. */
  readonly key?: ItemsKey | undefined
}

/**
 * The body of a list that has a shape of its own, and how to make a page of it.
 *
 * @since 1.0.0
 * @category models
 */
export interface BodySettings<Body, I, P> extends Paging {
  readonly body: Schema.Schema<Body, I>
  /** Makes a page of a body: see `toPage`. */
  readonly read: (body: Body) => Either.Either<P, Issue>
}

/**
 * The size of a list's pages.
 *
 * @since 1.0.0
 * @category models
 */
export interface PageSize {
  /** The largest page size that Intercom allows. Leave it out if Intercom returns the list in one piece. */
  readonly maxPerPage?: number | undefined
  /** The page size of a stream. `"default"` means Intercom's default. Default: `maxPerPage`. */
  readonly perPage?: number | "default" | undefined
}

/**
 * How a list names its next page.
 *
 * @since 1.0.0
 * @category models
 */
export interface Paging extends PageSize {
  /** Returns the cursor of the next page, or `undefined` on the last page. Default: `nextCursor`. */
  readonly next?: ((body: PageInfo) => string | undefined) | undefined
}

/**
 * Makes a function from options to a `List`.
 *
 * If Intercom returns the list in one piece, leave out `maxPerPage`: `next` is then `undefined`. If Intercom announces
 * a next page anyway, `pages` and `stream` read it.
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = <Options extends object, A, I>(
  operation: string,
  settings: Settings<A, I>,
  build: (options: Options & ListOptions) => Endpoint.Request
): (options?: Options) => List<A> => listOf(operation, pageDecoder(settings), settings, build)

/**
 * Makes a function from an id and options to a `List`. Use it for a sub-list, such as the notes of a contact.
 *
 * @since 1.0.0
 * @category constructors
 */
export const makeNested = <Options extends object, A, I>(
  operation: string,
  settings: Settings<A, I>,
  build: (id: string, options: Options & ListOptions) => Endpoint.Request
): (id: string, options?: Options) => List<A> => {
  const list = listOf(
    operation,
    pageDecoder(settings),
    settings,
    (options: Options & ListOptions, id: string) => build(id, options)
  )
  return (id, options) => list(options, id)
}

/**
 * Makes a list whose body has an unusual shape. `read` converts the body to a page: see `toPage`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const makeFrom = <Options extends object, A, P extends Page<A>, Body, I>(
  operation: string,
  settings: BodySettings<Body, I, P>,
  build: (options: Options & ListOptions) => Endpoint.Request
): (options?: Options) => List<A, P> => {
  const decode = Endpoint.decodeBy(settings.body)
  return listOf(operation, (body) => Either.flatMap(decode(body), settings.read), settings, build)
}

/**
 * Makes a page from items and the other keys of the body. Returns an issue if the body has no items, pages or type, or
 * if it is a list of errors, because a stream would end too early otherwise.
 *
 * @since 1.0.0
 * @category constructors
 */
export const toPage = <A, Body extends PageInfo>(
  items: ReadonlyArray<A> | null | undefined,
  body: Body
): Either.Either<Body & Page<A>, Issue> => pageBy(nextCursor)(items, body)

const pageBy = (next: NonNullable<Paging["next"]>) =>
<A, Body extends PageInfo>(
  items: ReadonlyArray<A> | null | undefined,
  body: Body
): Either.Either<Body & Page<A>, Issue> =>
  (items ?? body.pages ?? body.type ?? "error.list") === "error.list" ?
    Either.left(at("is not a list")) :
    Either.right({ ...body, next: next(body), data: items ?? [] })

const pageDecoder = <A, I>({ item, key = "data", next = nextCursor }: Settings<A, I>) => {
  const decode = Endpoint.decodeBy(listBody(item, key))
  const pageOf = pageBy(next)
  return (body: unknown): Either.Either<Page<A>, Issue> =>
    Either.flatMap(
      // Intercom sends some lists as a plain array.
      decode(Array.isArray(body) ? { data: body } : body),
      (body) => pageOf(body[key] ?? body.data, body)
    )
}

const listOf = <Options extends object, Ids extends ReadonlyArray<string>, A, P extends Page<A>>(
  operation: string,
  decode: (body: unknown) => Either.Either<P, Issue>,
  { maxPerPage, next = nextCursor, perPage = maxPerPage }: Paging,
  build: (options: Options & ListOptions, ...ids: Ids) => Endpoint.Request
): (options: Options | undefined, ...ids: Ids) => List<A, P> => {
  const decodePage: DecodePage<P> = (body) =>
    Either.mapLeft(decode(body), (issue) => ({ ...issue, next: next(Object(body)) }))
  return (given, ...ids) => {
    const request = (paging?: ListOptions) => {
      const options = Object.assign({}, given, paging)
      const request = build(options, ...ids)
      return { ...request, issue: request.issue ?? issueOf(options, maxPerPage) }
    }
    const read = (paging?: ListOptions) => (decode: DecodePage<P>) =>
      Endpoint.decoding(operation, decode, request)(paging)
    const page = (paging?: ListOptions) => {
      const { onInvalidItem = identity }: ItemOptions = { ...given, ...paging }
      return onInvalidItem(read(paging))(decodePage)
    }
    return Object.assign(Effect.suspend(page), { operation, request, options: given ?? {}, perPage, page })
  }
}

/**
 * Makes the query of a list with numbered pages. A cursor that is not a number is sent as `starting_after`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const pageNumbers = ({ cursor, perPage }: ListOptions): Endpoint.Parts["query"] => ({
  per_page: perPage,
  [/^\d+$/.test(cursor ?? "") ? "page" : "starting_after"]: cursor
})

/**
 * Streams the pages of a list. To resume an export later, store the `next` of each page and pass it as `cursor`.
 *
 * Each page is one request. Its size is the `perPage` of the list, or else the largest that Intercom allows. The stream
 * fails with `InvalidResponse` if a cursor is empty or repeats. Some pages may have come twice by then.
 *
 * @since 1.0.0
 * @category combinators
 */
export const pages: {
  (options?: PrefetchOptions): <A, P extends Page<A>>(
    list: List<A, P>
  ) => Stream.Stream<P, IntercomError, IntercomHttp>
  <A, P extends Page<A>>(
    list: List<A, P>,
    options?: PrefetchOptions
  ): Stream.Stream<P, IntercomError, IntercomHttp>
} = dual(
  ([list]) => Effect.isEffect(list),
  <A, P extends Page<A>>(
    list: List<A, P>,
    options?: PrefetchOptions
  ): Stream.Stream<P, IntercomError, IntercomHttp> => {
    const prefetch = options?.prefetch ?? 0
    const { cursor, perPage = list.perPage } = list.options
    const onInvalidItem = options?.onInvalidItem ?? list.options.onInvalidItem
    const source = {
      operation: list.operation,
      request: list.request,
      page: (paging: ListOptions) => list.page({ ...paging, onInvalidItem })
    }
    if (!Number.isInteger(prefetch) || prefetch < 0) {
      return Stream.fail(invalidInput(Cursor.describe(list), "prefetch", "must be an integer, 0 or more"))
    }
    return runAhead(prefetch, (before) =>
      Stream.paginateEffect(Cursor.begin(cursor), (progress) =>
        before.pipe(
          Effect.zipRight(Cursor.readPage(source, { ...progress, perPage })),
          Effect.map((page) => [page, Option.map(Option.fromNullable(page.next), Cursor.advance(progress))])
        )))
  }
)

/**
 * Streams the items of a list. Each chunk holds the items of one page. See `pages` for the requests and the errors.
 *
 * @since 1.0.0
 * @category combinators
 */
export const stream: {
  (options?: PrefetchOptions): <A>(list: List<A>) => Stream.Stream<A, IntercomError, IntercomHttp>
  <A>(list: List<A>, options?: PrefetchOptions): Stream.Stream<A, IntercomError, IntercomHttp>
} = dual(
  ([list]) => Effect.isEffect(list),
  <A>(list: List<A>, options?: PrefetchOptions): Stream.Stream<A, IntercomError, IntercomHttp> =>
    Stream.mapConcatChunk(pages(list, options), ({ data }) => Chunk.unsafeFromArray(data))
)

/**
 * For `onInvalidItem`: leaves out the items that cannot be decoded, and reports each of them.
 *
 * @since 1.0.0
 * @category combinators
 */
export const skipInvalid = (report: (item: InvalidItem) => Effect.Effect<void>): OnInvalidItem => (read) => (decode) =>
  Effect.suspend(() => {
    let invalid: ReadonlyArray<InvalidItem> = []
    const page = read((body) =>
      Either.map(withoutInvalid(body, decode), ([page, items]) => {
        invalid = items
        return page
      })
    )
    return Effect.tap(page, () => Effect.forEach(invalid, report, { discard: true }))
  })

/**
 * Makes a list whose items are `Left` if they cannot be decoded.
 *
 * @since 1.0.0
 * @category combinators
 */
export const either = <A>(list: List<A>): List<Either.Either<A, InvalidItem>> => {
  const page = (paging?: ListOptions) =>
    Effect.suspend(() => {
      const invalid: Array<InvalidItem> = []
      const onInvalidItem = skipInvalid((item) => Effect.sync(() => invalid.push(item)))
      return Effect.map(list.page({ ...paging, onInvalidItem }), ({ data, ...page }) => {
        const items: Array<Either.Either<A, InvalidItem>> = data.map((item) => Either.right(item))
        for (const item of invalid) items.splice(item.index, 0, Either.left(item))
        return { ...page, data: items }
      })
    })
  const { operation, options, perPage, request } = list
  return Object.assign(Effect.suspend(page), { operation, options, perPage, request, page })
}

/** Decodes a page again and again, each time without the item that was the problem. */
const withoutInvalid = <P>(
  body: unknown,
  decode: DecodePage<P>
): Either.Either<readonly [page: P, invalid: ReadonlyArray<InvalidItem>], Issue> => {
  const invalid: Array<InvalidItem> = []
  let rest: unknown = Array.isArray(body) ? { data: body } : body
  for (;;) {
    const decoded = decode(rest)
    if (Either.isRight(decoded)) return Either.right([decoded.right, invalid])
    const { path, reason } = decoded.left
    const depth = path.findIndex(Predicate.isNumber)
    if (depth < 0) return Either.left(decoded.left)
    const index = Number(path[depth])
    const [others, value] = withoutItem(rest, path.slice(0, depth), index)
    if (value === undefined) return Either.left(decoded.left)
    // The items before it that were left out are missing from `rest`.
    invalid.push({ index: index + invalid.length, id: idOf(value), at: path.slice(depth + 1), reason, value })
    rest = others
  }
}

const withoutItem = (
  body: unknown,
  [key, ...path]: Issue["path"],
  index: number
): readonly [rest: unknown, item: unknown] => {
  if (key === undefined) {
    const items: ReadonlyArray<unknown> = Array.isArray(body) ? body : []
    return [items.filter((_, i) => i !== index), items[index]]
  }
  const fields: Fields = Object(body)
  const [rest, item] = withoutItem(fields[key], path, index)
  return [{ ...fields, [key]: rest }, item]
}

const issueOf = ({ cursor, perPage = 1 }: ListOptions, maxPerPage = Infinity): Issue | undefined => {
  if (cursor === "") return { path: ["cursor"], reason: "is empty" }
  return Number.isInteger(perPage) && perPage >= 1 && perPage <= maxPerPage ?
    undefined :
    {
      path: ["perPage"],
      reason: `must be an integer${maxPerPage < Infinity ? ` from 1 to ${maxPerPage}` : ", 1 or more"}`
    }
}

/**
 * Returns the cursor of the next page, or `undefined` on the last page.
 *
 * `pages.next` is an object, a URL, a cursor or `null`. If it announces a next page without a cursor, the result is an
 * empty string. A stream then fails, because the list would seem complete otherwise.
 *
 * @since 1.0.0
 * @category getters
 */
export const nextCursor = ({ pages }: PageInfo): string | undefined => {
  const { next }: Fields = Object(pages)
  if (next === undefined || next === null) return undefined
  const isText = typeof next === "string"
  const { before, page, starting_after }: Fields = isText ?
    Object.fromEntries(new URLSearchParams(next.slice(next.indexOf("?")))) :
    Object(next)
  const after = starting_after ?? page ?? before ?? (isText && next.indexOf("?") < 0 ? next : starting_after)
  return after === null ? undefined : asText(after)
}

/**
 * Returns the number of the next page of a list that only says how many pages there are: in `pages`, or in the body itself.
 *
 * @since 1.0.0
 * @category getters
 */
export const nextNumber = (body: PageInfo): string | undefined => {
  const next = nextCursor(body)
  const { page, total_pages: total }: Fields = { ...body, ...Object(body.pages) }
  return next === undefined && countOf(page) < countOf(total) ? `${countOf(page) + 1}` : next
}

// `Number` throws for some objects, and reads others as a number.
const countOf = (value: unknown): number => isTextOrNumber(value) ? Number(value) : NaN

/**
 * Returns the `next_cursor` of a list that has `has_more`. If there is more without a cursor, or the cursor is neither text
 * nor a number, the result is an empty string, and a stream fails.
 *
 * @since 1.0.0
 * @category getters
 */
export const nextToken = (body: PageInfo): string | undefined => {
  const { has_more: hasMore, next_cursor: next }: Fields = Object(body)
  if (hasMore === false) return undefined
  return hasMore === true || Predicate.isNotNullable(next) ? asText(next) : undefined
}

type Fields = Readonly<Record<string, unknown>>
