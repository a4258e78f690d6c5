/**
 * Reads all objects of a kind with several searches at once, each of which reads a range of time. Each object comes
 * once, in no order. Changes during the run:
 *
 * - An object that is created at or after `to` does not come.
 * - An object that is updated comes in its old or its new state. With `field: "updated_at"` it may not come at all,
 *   because it moves to a time after `to`: read it with the next run, from there.
 * - An object that is deleted may come or not.
 *
 * A stream fails with `InvalidInput` before it sends anything if an option is invalid, and with the error of a page that
 * fails. It then aborts the other requests.
 *
 * @since 1.0.0
 */
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Queue from "effect/Queue"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import type { IntercomError } from "./IntercomError.js"
import type { IntercomHttp } from "./IntercomHttp.js"
import * as Cursor from "./internal/cursor.js"
import { invalidInput } from "./internal/errors.js"
import { struct } from "./internal/fields.js"
import { toJson } from "./internal/json.js"
import { isSeconds, mustBeSeconds } from "./internal/seconds.js"
import type { Timestamps } from "./models/Timestamps.js"
import type * as Pagination from "./Pagination.js"
import * as SearchQuery from "./SearchQuery.js"

/**
 * The times by which objects are partitioned.
 *
 * @since 1.0.0
 * @category models
 */
export type TimeField = keyof Timestamps

/**
 * Which objects to read, and how many searches run at once. Times are Unix seconds. All numbers are integers.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options<Field extends string = string> extends Pagination.ItemOptions {
  /**
   * A further condition: an `AND` group of 13 members at most, or an `OR` group without groups, because two filters for
   * the range are added. Default: all objects.
   */
  readonly query?: SearchQuery.SearchQuery<Field> | undefined
  /** The time to partition by. Default: `"created_at"`, which never changes. */
  readonly field?: TimeField | undefined
  /** The first second to read. Default: 0. */
  readonly from?: number | undefined
  /** The first second not to read. Default: the current second, because more objects may still be created in it. */
  readonly to?: number | undefined
  /** How many requests run at once. Default: 8. */
  readonly concurrency?: number | undefined
  /** The number of items in a page, 150 at most. Default: 150. */
  readonly perPage?: number | undefined
  /** A range with more items is split. Default: 50,000. */
  readonly maxItems?: number | undefined
  /** Where to continue: the checkpoint of the last page that you stored. It replaces `from` and `to`. */
  readonly checkpoint?: Checkpoint | undefined
}

/**
 * A part of the items, and where to continue after it.
 *
 * @since 1.0.0
 * @category models
 */
export interface Page<A> {
  /** The items. Often none, because the page was needed to split a range. */
  readonly data: ReadonlyArray<A>
  /** Covers this page and all pages emitted before it. */
  readonly checkpoint: Checkpoint
}

/**
 * The ranges that are not read to their end. It is plain JSON. It contains the query.
 *
 * @since 1.0.0
 * @category models
 */
export interface Checkpoint {
  /** The operation, the field and the query, as JSON. */
  readonly search: string
  /** Empty at the end. */
  readonly ranges: ReadonlyArray<Range>
}

/**
 * A range of time, which begins with `from` and ends before `to`, in Unix seconds.
 *
 * @since 1.0.0
 * @category models
 */
export interface Range {
  readonly from: number
  readonly to: number
  /** The cursor of the next page. Without it, the range has not been started. */
  readonly cursor?: string | undefined
  /** About how many items remain. The range with the most items is read first. */
  readonly remaining: number
}

/**
 * Decodes a checkpoint that was stored.
 *
 * @since 1.0.0
 * @category schemas
 */
export const Checkpoint: Schema.Schema<Checkpoint> = struct("Checkpoint")(() => ({
  search: Schema.String,
  ranges: Schema.Array(
    Schema.Struct({
      from: Schema.Number,
      to: Schema.Number,
      cursor: Schema.optional(Schema.String),
      remaining: Schema.Number
    })
  )
}))

/**
 * Makes a function that streams pages of several searches, which run at once.
 *
 * `slack` is a number of seconds. Two times that are so far apart are never equal for the search. Each search asks for
 * so many seconds more on both sides of its range, and drops the items outside it. So the result is exact, even if the
 * search compares whole days of an unknown time zone.
 *
 * @since 1.0.0
 * @category constructors
 */
export const pages = <Field extends string, A extends Timestamps>(
  search: (options: SearchQuery.Search<Field | TimeField> & Pagination.ItemOptions) => Pagination.List<A>,
  slack: number
): (options?: Options<Field | TimeField>) => Stream.Stream<Page<A>, IntercomError, IntercomHttp> =>
(options) =>
  Stream.unwrapScoped(Effect.gen(function*() {
    const {
      checkpoint,
      concurrency = 8,
      field = "created_at",
      from = 0,
      maxItems = 50_000,
      onInvalidItem,
      perPage = 150,
      query,
      to: end
    }: Options<Field | TimeField> = options ?? {}
    const to = end ?? Math.floor((yield* Clock.currentTimeMillis) / 1000)
    const listOf = (range: Bounds): Pagination.List<A> =>
      search({ query: within(query, field, range, slack), sort: { field, order: "ascending" }, onInvalidItem })
    const list = listOf({ from, to })
    const refuse = (field: string, reason: string) => invalidInput(Cursor.describe(list), field, reason)
    if (options === null) return yield* refuse("", "is incomplete")
    if (!/^(created|updated)_at$/.test(field)) return yield* refuse("field", "must be created_at or updated_at")
    const numbers = { from: [from, 0], to: [to, from], concurrency: [concurrency, 1], maxItems: [maxItems, 1] } as const
    for (const [name, [value, least]] of Object.entries(numbers)) {
      if (!Number.isInteger(value) || value < least) return yield* refuse(name, `must be an integer, ${least} or more`)
      if ((name === "from" || name === "to") && !isSeconds(value)) return yield* refuse(name, mustBeSeconds)
    }
    const identity = yield* Either.mapLeft(
      toJson([list.operation, field, query ?? null]),
      ({ reason }) => refuse("query", reason)
    )
    const start = checkpoint ?? { search: identity, ranges: [{ from, to, remaining: 0 }] }
    if (!Schema.is(Checkpoint)(start)) return yield* refuse("checkpoint", "is not a checkpoint")
    if (start.search !== identity) return yield* refuse("checkpoint", "is of another search")

    let walks: ReadonlyArray<Walk> = start.ranges.map(begin)
    if (walks.length === 0) return Stream.empty
    const reading = new Set<Walk>()
    const arrivals = yield* Queue.unbounded<
      Effect.Effect<readonly [Pagination.Page<A>, Walk], IntercomError>
    >()
    const scope = yield* Effect.scope
    const request = Effect.suspend(() =>
      Effect.forEach(
        walks.filter((walk) => !reading.has(walk)).slice(0, concurrency - reading.size),
        (walk) => {
          reading.add(walk)
          return Cursor.readPage(listOf(walk), { ...walk, perPage }).pipe(
            Effect.map((page) => [page, walk] as const),
            Effect.exit,
            Effect.flatMap((arrival) => Queue.offer(arrivals, arrival)),
            Effect.forkIn(scope)
          )
        }
      )
    )
    yield* request
    // A checkpoint covers the pages emitted so far and no others, because only this step changes what is left to read.
    return Stream.paginateEffect(undefined, () =>
      Effect.gen(function*() {
        const [{ data, next, total_count }, walk] = yield* Effect.flatten(Queue.take(arrivals))
        const others = walks.filter((other) => other !== walk)
        const isFirst = walk.cursor === undefined
        const remaining = isFirst ? total_count ?? 0 : walk.remaining
        const share = others.reduce((sum, { remaining }) => sum + remaining, remaining) / concurrency
        const limit = Math.min(maxItems, Math.max(share, 4 * perPage))
        // An item without a time is kept, because no other range may have it.
        const secondOf = (item: A): number => item[field] ?? walk.from
        const kept = data.filter((item) => secondOf(item) >= walk.from && secondOf(item) < walk.to)
        // The whole range often begins years before its first item.
        const start = kept.map(secondOf)[0] ?? walk.from
        const isFull = isFirst && next !== undefined && remaining > limit
        const parts = isFull ? Math.min(Math.ceil(2 * remaining / limit), Math.floor((walk.to - start) / slack)) : 1
        const edge = (i: number): number => i === 0 ? walk.from : Math.floor(start + (walk.to - start) * i / parts)
        const following = parts > 1 ?
          Array.from(
            { length: parts },
            (_, i) => begin({ from: edge(i), to: edge(i + 1), remaining: Math.ceil(remaining / parts) })
          ) :
          next === undefined ?
          [] :
          [{ ...walk, ...Cursor.advance(walk)(next), remaining: remaining - data.length }]
        reading.delete(walk)
        // The longest range goes first, so that all ranges end at about the same time.
        walks = [...others, ...following].sort((self, that) => that.remaining - self.remaining)
        yield* request
        const emitted: Page<A> = {
          data: parts > 1 ? [] : kept,
          checkpoint: {
            search: identity,
            ranges: walks.map(({ cursor, from, remaining, to }) => ({ from, to, cursor, remaining }))
          }
        }
        return [emitted, walks.length === 0 ? Option.none() : Option.some(undefined)] as const
      }))
  }))

/**
 * Makes a function that streams the items of pages.
 *
 * @since 1.0.0
 * @category constructors
 */
export const stream = <O, A, E, R>(
  pages: (options?: O) => Stream.Stream<Page<A>, E, R>
): (options?: O) => Stream.Stream<A, E, R> =>
(options) => Stream.mapConcatChunk(pages(options), ({ data }) => Chunk.unsafeFromArray(data))

interface Bounds extends Pick<Range, "from" | "to"> {}

/** A range whose pages are read one after the other. */
interface Walk extends Range, Cursor.Progress {
  readonly cursor: string | undefined
}

const begin = (range: Range): Walk => ({ ...range, ...Cursor.begin(range.cursor) })

/** Adds the filters for a range to a query. */
const within = <Field extends string>(
  query: SearchQuery.SearchQuery<Field> | undefined,
  field: Field,
  { from, to }: Bounds,
  slack: number
): SearchQuery.SearchQuery<Field> =>
  SearchQuery.and<Field>(
    SearchQuery.greaterThan(field, Math.max(0, from - slack)),
    SearchQuery.lessThan(field, to - 1 + slack),
    ...(query === undefined ? [] : isMember(query) ? [query] : query.value)
  )

// The search itself refuses an `OR` group that contains groups, because they are nested one level too deep.
const isMember = <Field extends string>(
  query: SearchQuery.SearchQuery<Field>
): query is SearchQuery.Filter<Field> | SearchQuery.InnerGroup<Field> =>
  query?.operator !== "AND" || !Array.isArray(query.value)
