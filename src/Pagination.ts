/**
 * Lists that come in pages: one page, all pages, or all items.
 *
 * @since 1.0.0
 */
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Endpoint from "./Endpoint.js"
import { type IntercomError, InvalidResponse, type Issue } from "./IntercomError.js"
import { type IntercomHttp, invalidInput } from "./IntercomHttp.js"
import { nullish, nullishNumber, nullishString } from "./internal/fields.js"

/**
 * One page of a list as Intercom sent it, its items under `data`, and the cursor of the next one.
 *
 * @since 1.0.0
 * @category models
 */
export interface Page<A> {
  readonly data: ReadonlyArray<A>
  /** How many there are in all, at the moment of the call. */
  readonly total_count?: number | null | undefined
  /** What Intercom says of the pages, in whichever shape. */
  readonly pages?: unknown
  /** What `cursor` takes to go on after this page; `undefined` on the last one. */
  readonly next: string | undefined
}

/**
 * Where Intercom puts the items of a list: newer lists under `data`, older ones under a name of their own.
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
  | "events"
  | "handling_events"
  | "segments"
  | "tags"
  | "teams"
  | "tickets"

/**
 * The body of a list, of which no key is certain to be there.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListBody<A>
  extends PageInfo, Readonly<Partial<Record<ItemsKey, ReadonlyArray<A> | null | undefined>>>
{}

/**
 * What a list says of itself.
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
 * The schema of a list's body. The items are read under `key`, and under `data` where that is absent.
 *
 * @since 1.0.0
 * @category schemas
 */
export const listBody = <A, I>(
  item: Schema.Schema<A, I>,
  key: ItemsKey
): Schema.Schema<ListBody<A>, ListBody<I>> => {
  const items = nullish(Schema.Array(item))
  // The compiler knows no computed key by its name.
  return Schema.suspend(() =>
    Schema.make<ListBody<A>, ListBody<I>>(
      Schema.Struct({
        type: nullishString,
        total_count: nullishNumber,
        pages: nullish(Schema.Unknown),
        data: items,
        [key]: items
      })
        .ast
    )
  )
}

/**
 * Which page of a list, and how large.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListOptions {
  /** How many items a page has at most. */
  readonly perPage?: number | undefined
  /** Where to go on: the `next` of an earlier page. */
  readonly cursor?: string | undefined
}

/**
 * Where the pages of a list begin, how large they are, and how far ahead they are fetched.
 *
 * @since 1.0.0
 * @category models
 */
export interface StreamOptions extends ListOptions {
  /** How many pages are fetched ahead of the consumer, never more. Default: 0, each page is asked for when pulled. */
  readonly prefetch?: number | undefined
}

/**
 * A list, described once: `page`, `pages` and `stream` are three ways to read it.
 *
 * @since 1.0.0
 * @category models
 */
export interface Source<A> {
  readonly operation: string
  readonly request: (options: ListOptions) => Endpoint.Request
  /** The most items a page may have. */
  readonly maxPerPage: number
  /** How many a page has in a stream. `"default"` leaves it to Intercom. Default: `maxPerPage`. */
  readonly perPage?: number | "default" | undefined
  /** The page that is asked for, and what it says of the next. */
  readonly fetch: (options: ListOptions) => Effect.Effect<Page<A>, IntercomError, IntercomHttp>
}

/**
 * What a list is made of.
 *
 * @since 1.0.0
 * @category models
 */
export interface SourceOptions<A, I> extends Omit<Source<A>, "fetch"> {
  readonly item: Schema.Schema<A, I>
  /** Where the items are. Default: `"data"`. */
  readonly key?: ItemsKey | undefined
}

/**
 * Describes a list.
 *
 * @since 1.0.0
 * @category constructors
 */
export const source = <A, I>({ item, key = "data", ...options }: SourceOptions<A, I>): Source<A> =>
  sourceOf(listBody(item, key), itemsUnder(key), options)

/**
 * Describes a list whose body is not a plain one: `items` finds the items in it.
 *
 * @since 1.0.0
 * @category constructors
 */
export const sourceOf = <A, Body extends PageInfo, I>(
  body: Schema.Schema<Body, I>,
  items: (body: Body) => ReadonlyArray<A> | null | undefined,
  options: Omit<Source<A>, "fetch">
): Source<A> => {
  const { operation, request } = options
  const fetch = Endpoint.decoding(operation, pageDecoder(body, items), (paging: ListOptions) => {
    const asked = request(paging)
    return { ...asked, issue: asked.issue ?? issueOf(paging, options) }
  })
  return { ...options, fetch }
}

/**
 * Makes an endpoint whose answer is a whole list, without pages, in a body or bare. One that announces a next page all the same fails with
 * `InvalidResponse`: what it has is not the whole.
 *
 * @since 1.0.0
 * @category constructors
 */
export const unpaged = <Args extends ReadonlyArray<unknown>, A, I>(
  operation: string,
  item: Schema.Schema<A, I>,
  build: (...args: Args) => Endpoint.Request,
  key: ItemsKey = "data"
): (...args: Args) => Effect.Effect<ReadonlyArray<A>, IntercomError, IntercomHttp> => {
  const decode = pageDecoder(listBody(item, key), itemsUnder(key))
  const whole = ({ data, next }: Page<A>): Either.Either<ReadonlyArray<A>, Issue> =>
    next === undefined ? Either.right(data) : Either.left({ path: ["pages", "next"], reason: "is not expected" })
  return Endpoint.decoding(
    operation,
    (body) => Either.flatMap(decode(Array.isArray(body) ? { data: body } : body), whole),
    build
  )
}

/**
 * The query of a list that numbers its pages. A cursor that is no number goes where the other lists have theirs.
 *
 * @since 1.0.0
 * @category constructors
 */
export const numbered = ({ cursor, perPage }: ListOptions): Endpoint.Parts["query"] => ({
  per_page: perPage,
  [/^\d+$/.test(cursor ?? "") ? "page" : "starting_after"]: cursor
})

/**
 * One page. Without `perPage` Intercom decides how many items it has.
 *
 * @since 1.0.0
 * @category constructors
 */
export const page = <A>(
  source: Source<A>,
  options: ListOptions = {}
): Effect.Effect<Page<A>, IntercomError, IntercomHttp> => source.fetch(options)

/**
 * All pages from `cursor` on, each with the cursor of the next: store it, and an export resumes where it stopped.
 *
 * One request for each page pulled, of the largest size Intercom allows unless `perPage` says otherwise. Pages that go
 * round in a circle end the stream with `InvalidResponse`, at once where a page names itself as the next, later where the
 * circle is larger: some pages come twice then. So does an empty cursor, after the page that carried it.
 *
 * @since 1.0.0
 * @category constructors
 */
export const pages = <A>(
  source: Source<A>,
  { cursor, perPage = perPageOf(source), prefetch = 0 }: StreamOptions = {}
): Stream.Stream<Page<A>, IntercomError, IntercomHttp> => {
  const from = (before: Effect.Effect<unknown>): Stream.Stream<Page<A>, IntercomError, IntercomHttp> =>
    Stream.paginateEffect(begin(cursor), (progress) =>
      before.pipe(
        Effect.zipRight(checked(source, progress)),
        Effect.zipRight(page(source, { cursor: progress.cursor, perPage })),
        Effect.map((page) => [page, Option.map(Option.fromNullable(page.next), advance(progress))])
      ))

  if (!Number.isInteger(prefetch) || prefetch < 0) {
    return Stream.fromEffect(refuse(source, "prefetch", "must be an integer, 0 or more"))
  }
  if (prefetch === 0) return from(Effect.void)
  // A permit for each page between its request and its consumer. Two turns of the event loop let the next request out
  // before a busy consumer takes the thread: some HTTP clients wait that long before they use a connection again.
  return Stream.unwrap(Effect.map(Effect.makeSemaphore(prefetch), (permits) =>
    from(permits.take(1)).pipe(
      Stream.buffer({ capacity: prefetch }),
      Stream.tap(() => Effect.zipRight(permits.release(1), turns))
    )))
}

/**
 * All items from `cursor` on, in chunks of a page.
 *
 * @since 1.0.0
 * @category constructors
 */
export const stream = <A>(
  source: Source<A>,
  options?: StreamOptions
): Stream.Stream<A, IntercomError, IntercomHttp> =>
  Stream.mapConcatChunk(pages(source, options), ({ data }) => Chunk.unsafeFromArray(data))

const turns: Effect.Effect<void> = Effect.repeatN(Effect.zipRight(Effect.yieldNow(), Effect.sleep(0)), 1)

const perPageOf = <A>({ maxPerPage, perPage = maxPerPage }: Source<A>): number | undefined =>
  perPage === "default" ? undefined : perPage

const checked = <A>(source: Source<A>, { fault }: Progress): Effect.Effect<void, InvalidResponse> =>
  fault === undefined ?
    Effect.void :
    Effect.fail(
      new InvalidResponse({ ...describe(source), status: 200, errors: [], at: ["pages", "next"], reason: fault })
    )

/** @internal */
export const issueOf = (
  { cursor, perPage = 1 }: ListOptions,
  { maxPerPage }: Pick<Source<unknown>, "maxPerPage">
): Issue | undefined => {
  if (cursor === "") return { path: ["cursor"], reason: "is empty" }
  return Number.isInteger(perPage) && perPage >= 1 && perPage <= maxPerPage ?
    undefined :
    { path: ["perPage"], reason: `must be an integer from 1 to ${maxPerPage}` }
}

const refuse = <A>(source: Source<A>, field: string, reason: string): Effect.Effect<never, IntercomError> =>
  Effect.fail(invalidInput(describe(source), field, reason))

const describe = <A>({ operation, request }: Source<A>) => {
  const { method, template } = request({})
  return { operation, method, path: template }
}

const itemsUnder = <A>(key: ItemsKey) => (body: ListBody<A>): ReadonlyArray<A> | null | undefined =>
  body[key] ?? body.data

// A list without items may lack the key. A body that has nothing of a list, or lists errors, would end a stream early.
const pageDecoder = <A, Body extends PageInfo, I>(
  schema: Schema.Schema<Body, I>,
  items: (body: Body) => ReadonlyArray<A> | null | undefined
) => {
  const decode = Endpoint.decodeBy(schema)
  return (input: unknown): Either.Either<Page<A>, Issue> =>
    Either.flatMap(decode(input), (body) => {
      const data = items(body)
      return (data ?? body.pages ?? body.type ?? "error.list") === "error.list" ?
        Either.left({ path: [], reason: "is no list" }) :
        Either.right({ ...body, data: data ?? [], next: nextCursor(body) })
    })
}

/**
 * The cursor of the page after this one; `undefined` on the last.
 *
 * `pages.next` is an object, a URL, a bare cursor or `null`. Where it announces a next page without a way to it, the
 * cursor is empty: better an error than a list that seems to be complete.
 *
 * @since 1.0.0
 * @category getters
 */
export const nextCursor = ({ pages }: PageInfo): string | undefined => {
  const { next }: Fields = Object(pages)
  if (next === undefined || next === null) return undefined
  if (typeof next === "string") {
    const query = new URLSearchParams(next.slice(next.indexOf("?")))
    return query.get("starting_after") ?? query.get("page") ?? query.get("before") ?? (next.includes("?") ? "" : next)
  }
  const { page, starting_after }: Fields = Object(next)
  const after = starting_after ?? page ?? (starting_after === null ? undefined : "")
  return after === undefined ? undefined : String(after)
}

type Fields = Readonly<Record<string, unknown>>

interface Progress {
  readonly cursor: string | undefined
  /** What is wrong with the cursor. */
  readonly fault: string | undefined
  /** A cursor seen earlier, and how many more to compare with it before another takes its place. */
  readonly landmark: string | undefined
  readonly span: number
  readonly left: number
}

const begin = (cursor: string | undefined): Progress => ({
  cursor,
  fault: undefined,
  landmark: cursor,
  span: 1,
  left: 1
})

/**
 * Brent's algorithm: the landmark moves on after 1, 2, 4, … pages, so a cycle of any length is found, with two cursors
 * in memory however long the list is.
 */
const advance = ({ cursor, landmark, left, span }: Progress) => (next: string): Progress => {
  const fault = next === "" ? "is empty" : next === cursor || next === landmark ? "repeats" : undefined
  return left === 1 ?
    { cursor: next, fault, landmark: next, span: span * 2, left: span * 2 } :
    { cursor: next, fault, landmark, span, left: left - 1 }
}
