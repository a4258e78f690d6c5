/**
 * Lists that come in pages: one page, all pages, or all items.
 *
 * @since 1.0.0
 */
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Endpoint from "./Endpoint.js"
import { type IntercomError, InvalidResponse } from "./IntercomError.js"
import type { IntercomHttp } from "./IntercomHttp.js"
import { nullishNumber } from "./internal/fields.js"

/**
 * One page of a list as Intercom sent it, and the cursor of the next one.
 *
 * @since 1.0.0
 * @category models
 */
export interface Page<A> extends PageBody<A> {
  /** What `cursor` takes to go on after this page; `undefined` on the last one. */
  readonly next: string | undefined
}

/**
 * @since 1.0.0
 * @category models
 */
export interface PageBody<A> {
  readonly data: ReadonlyArray<A>
  /** How many there are in all, at the moment of the call. */
  readonly total_count?: number | null | undefined
  /** What Intercom says of the pages, in whichever shape. */
  readonly pages?: unknown
}

/**
 * The schema of a page's body.
 *
 * @since 1.0.0
 * @category schemas
 */
export const pageBody = <A, I>(item: Schema.Schema<A, I>): Schema.Schema<PageBody<A>, PageBody<I>> =>
  Schema.suspend(() =>
    Schema.Struct({
      data: Schema.Array(item),
      total_count: nullishNumber,
      pages: Schema.optional(Schema.Unknown)
    })
  )

/**
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
  readonly page: Schema.Schema<PageBody<A>>
  readonly maxPerPage: number
  readonly request: (options: ListOptions) => Endpoint.Request
}

/**
 * One page. Without `perPage` Intercom decides how many items it has.
 *
 * @since 1.0.0
 * @category constructors
 */
export const page = <A>(
  source: Source<A>,
  { cursor, perPage }: ListOptions = {}
): Effect.Effect<Page<A>, IntercomError, IntercomHttp> => {
  if (perPage !== undefined && !isBetween(perPage, 1, source.maxPerPage)) {
    return refuse(source, "perPage", `must be a whole number from 1 to ${source.maxPerPage}`)
  }
  if (cursor === "") return refuse(source, "cursor", "must not be empty")
  return Effect.map(
    Endpoint.make(source.operation, source.page, source.request)({ cursor, perPage }),
    (body) => ({ ...body, next: nextCursor(body) })
  )
}

/**
 * All pages from `cursor` on, each with the cursor of the next: store it, and an export resumes where it stopped.
 *
 * One request for each page pulled, of the largest size Intercom allows unless `perPage` says otherwise. A cursor that
 * is empty or comes a second time ends the stream with `InvalidResponse` after the page that carried it.
 *
 * @since 1.0.0
 * @category constructors
 */
export const pages = <A>(
  source: Source<A>,
  { cursor, perPage = source.maxPerPage, prefetch = 0 }: StreamOptions = {}
): Stream.Stream<Page<A>, IntercomError, IntercomHttp> => {
  const from = (before: Effect.Effect<unknown>): Stream.Stream<Page<A>, IntercomError, IntercomHttp> =>
    Stream.paginateEffect(begin(cursor), (progress) =>
      before.pipe(
        Effect.zipRight(progress.fault === undefined ? Effect.void : Effect.fail(brokenCursor(source, progress.fault))),
        Effect.zipRight(page(source, { cursor: progress.cursor, perPage })),
        Effect.map((page) => [page, Option.map(Option.fromNullable(page.next), advance(progress))])
      ))

  if (!isBetween(prefetch, 0, Infinity)) {
    return Stream.fromEffect(refuse(source, "prefetch", "must be a whole number, 0 or more"))
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

const isBetween = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most

const describe = <A>({ operation, request }: Source<A>) => {
  const { method, template } = request({})
  return { operation, method, path: template }
}

const refuse = <A>(source: Source<A>, field: string, reason: string): Effect.Effect<never, IntercomError> =>
  Effect.fail(Endpoint.invalidInput(describe(source), field, reason))

const brokenCursor = <A>(source: Source<A>, reason: string): InvalidResponse =>
  new InvalidResponse({ ...describe(source), status: 200, errors: [], at: ["pages", "next"], reason })

/**
 * `pages.next` is an object, a URL, a bare cursor or `null`. Where it announces a next page without a way to it, the
 * cursor is empty: better an error than a list that seems to be complete.
 */
const nextCursor = <A>({ pages }: PageBody<A>): string | undefined => {
  const next = Predicate.isRecord(pages) ? pages.next : undefined
  if (next === undefined || next === null) return undefined
  if (typeof next === "string") return next.includes("?") ? cursorOfUrl(next) : next
  const after = Predicate.isRecord(next) ? next.starting_after : ""
  return after === null ? undefined : typeof after === "string" ? after : ""
}

const cursorOfUrl = (url: string): string => {
  const query = new URLSearchParams(url.slice(url.indexOf("?")))
  return query.get("starting_after") ?? query.get("page") ?? ""
}

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
