/**
 * Reads all objects of a kind with several searches at once, each of which reads a range of time.
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
import * as Endpoint from "./Endpoint.js"
import type { IntercomError, Issue } from "./IntercomError.js"
import type { IntercomHttp } from "./IntercomHttp.js"
import { invalidInput } from "./internal/errors.js"
import { nullishNumber, nullishString, struct } from "./internal/fields.js"
import { formatPath } from "./internal/formatPath.js"
import { at } from "./internal/issue.js"
import { toJson } from "./internal/json.js"
import * as Pagination from "./Pagination.js"
import * as SearchQuery from "./SearchQuery.js"

/**
 * The times by which objects are partitioned.
 *
 * @since 1.0.0
 * @category models
 */
export type TimeField = "created_at" | "updated_at"

/**
 * An object with the times by which objects are partitioned.
 *
 * @since 1.0.0
 * @category models
 */
export interface Timed extends Readonly<Partial<Record<TimeField, number | null | undefined>>> {}

/**
 * Which objects to read, and how many searches run at once. Times are Unix seconds.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options<Field extends string = string> {
  /**
   * A further condition. It is combined with two filters for the range: an `AND` group may have 13 members, and an `OR`
   * group may contain no groups. Default: all objects.
   */
  readonly query?: SearchQuery.SearchQuery<Field> | undefined
  /** The time to partition by. Default: `"created_at"`, which never changes. */
  readonly field?: TimeField | undefined
  /** The first second to read. Default: 0. */
  readonly from?: number | undefined
  /** The first second not to read. Default: now. */
  readonly to?: number | undefined
  /** How many requests run at once. Default: 8. */
  readonly concurrency?: number | undefined
  /** The number of items in a page, 150 at most. Default: 150. */
  readonly perPage?: number | undefined
  /** A range with more items is split. Default: 50,000. */
  readonly maxItems?: number | undefined
  /** Where to continue: the checkpoint of the last page that was stored. It replaces `from` and `to`. */
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
  readonly cursor?: string | null | undefined
  /** About how many items are left. It decides which range is read first. */
  readonly left?: number | null | undefined
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
    Schema.Struct({ from: Schema.Number, to: Schema.Number, cursor: nullishString, left: nullishNumber })
  )
}))

/**
 * Makes a function that streams pages of several searches, which run at once.
 *
 * `slack` is a number of seconds. Two times that are so far apart are never equal for the search. The search is asked
 * for so many seconds more than its range on both sides, and the items outside the range are dropped. So the result is
 * exact, even if the search compares whole days of an unknown time zone.
 *
 * @since 1.0.0
 * @category constructors
 */
export const pages = <Field extends string, A extends Timed>(
  search: (options: SearchQuery.Search<Field | TimeField>) => Pagination.List<A>,
  slack: number
): (options?: Options<Field | TimeField>) => Stream.Stream<Page<A>, IntercomError, IntercomHttp> =>
({
  checkpoint,
  concurrency = 8,
  field = "created_at",
  from = 0,
  maxItems = 50_000,
  perPage = 150,
  query,
  to: end
} = {}) =>
  Stream.unwrapScoped(Effect.gen(function*() {
    const to = end ?? Math.floor((yield* Clock.currentTimeMillis) / 1000)
    const listOf = (range: Range): Pagination.List<A> =>
      search({ query: within(query, field, range, slack), sort: { field, order: "ascending" } })
    const operation = Pagination.describe(listOf({ from, to }))
    const { ranges, search: searched } = yield* checked(field, {
      from: [from, 0],
      to: [to, from],
      concurrency: [concurrency, 1],
      maxItems: [maxItems, 1]
    }).pipe(
      Either.flatMap(() => toJson({ operation: operation.operation, field, query })),
      Either.flatMap((search) => resumed(checkpoint ?? { search, ranges: [{ from, to }] }, search)),
      Either.mapLeft(({ path, reason }) => invalidInput(operation, formatPath(path), reason))
    )
    const walks = ranges.filter(({ from, to }) => from < to).map(toWalk)
    if (walks.length === 0) return Stream.empty
    let waiting = walks
    const permits = yield* Effect.makeSemaphore(waiting.length)
    const arrived = yield* Queue.bounded<Effect.Effect<Arrival<A>, IntercomError>>(concurrency)
    const work = Effect.gen(function*() {
      yield* permits.take(1)
      // The range with the most items goes first, so that all ranges end at about the same time.
      const walk = waiting.reduce((longest, walk) => walk.left > longest.left ? walk : longest)
      waiting = waiting.filter((other) => other !== walk)
      const page = Pagination.readPage(listOf(walk), walk.progress, perPage)
      yield* Queue.offer(arrived, yield* Effect.exit(Effect.map(page, (page) => ({ page, walk }))))
    })
    for (let i = 0; i < concurrency; i++) yield* Effect.forkScoped(Effect.forever(work))

    // Only this step changes which ranges are left, so a checkpoint covers the pages emitted so far and no others.
    return Stream.paginateEffect(walks, (walks) =>
      Effect.gen(function*() {
        const { page: { data, next, total_count }, walk } = yield* Effect.flatten(Queue.take(arrived))
        const others = walks.filter((other) => other !== walk)
        const isFirst = walk.progress.cursor === undefined
        const count = isFirst ? total_count ?? 0 : walk.left
        const share = others.reduce((sum, { left }) => sum + left, count) / concurrency
        const limit = Math.min(maxItems, Math.max(share, 4 * perPage))
        const kept = data.filter(({ [field]: time }) => isWithin(walk, time))
        const parts = isFirst && next !== undefined && count > limit ?
          split({ ...walk, left: count }, Math.ceil(2 * count / limit), slack, kept.map(({ [field]: time }) => time)) :
          []
        const isSplit = parts.length > 1
        const following = isSplit ? parts : next === undefined ? [] : [
          { ...walk, left: count - data.length, progress: Pagination.advance(walk.progress)(next) }
        ]
        const left = others.concat(following)
        waiting = waiting.concat(following)
        yield* permits.release(following.length)
        return [
          { data: isSplit ? [] : kept, checkpoint: { search: searched, ranges: left.map(toRange) } },
          Option.liftPredicate(left, ({ length }) => length > 0)
        ] as const
      }))
  }))

/**
 * Streams the items of pages.
 *
 * @since 1.0.0
 * @category combinators
 */
export const items = <A, E, R>(pages: Stream.Stream<Page<A>, E, R>): Stream.Stream<A, E, R> =>
  Stream.mapConcatChunk(pages, ({ data }) => Chunk.unsafeFromArray(data))

/** A range whose pages are read one after the other. */
interface Walk extends Pick<Range, "from" | "to"> {
  readonly left: number
  readonly progress: Pagination.Progress
}

interface Arrival<A> {
  readonly walk: Walk
  readonly page: Pagination.Page<A>
}

const toWalk = ({ cursor, from, left, to }: Range): Walk => ({
  from,
  to,
  left: left ?? Infinity,
  progress: Pagination.begin(cursor ?? undefined)
})

const toRange = ({ from, left, progress: { cursor }, to }: Walk): Range => ({ from, to, cursor, left })

type Time = Timed[TimeField]

// An item without a time is kept, because nothing says that another range has it.
const isWithin = ({ from, to }: Walk, time: Time): boolean =>
  time === null || time === undefined || (time >= from && time < to)

/** Ranges of the same length. Fewer than two if the range is too short. */
const split = (
  { from, left, to }: Walk,
  most: number,
  slack: number,
  times: ReadonlyArray<Time>
): ReadonlyArray<Walk> => {
  const [first] = times
  const last = times.at(-1)
  // The whole range often begins long before its first item. The times only rise if Intercom sorts by them.
  const start = first && last && first < last ? first : from
  const parts = Math.min(most, Math.floor((to - start) / slack))
  const edge = (i: number): number => i === 0 ? from : Math.floor(start + (to - start) * i / parts)
  return Array.from(
    { length: parts },
    (_, i) => toWalk({ from: edge(i), to: edge(i + 1), left: Math.ceil(left / parts) })
  )
}

/** Adds the filters for a range to a query. */
const within = <Field extends string>(
  query: SearchQuery.SearchQuery<Field> | undefined,
  field: Field,
  { from, to }: Range,
  slack: number
): SearchQuery.SearchQuery<Field> =>
  SearchQuery.and<Field>(
    SearchQuery.lessThan(field, to - 1 + slack),
    // Intercom may refuse a time before 1970.
    ...(from < slack ? [] : [SearchQuery.greaterThan(field, from - slack)]),
    ...(query === undefined ? [] : isMember(query) ? [query] : [query.value].flat())
  )

// The search itself refuses an `OR` group that contains groups, because they are nested one level too deep.
const isMember = <Field extends string>(
  query: SearchQuery.SearchQuery<Field>
): query is SearchQuery.Filter<Field> | SearchQuery.InnerGroup<Field> => query?.operator !== "AND"

const checked = (
  field: string,
  numbers: Readonly<Record<string, readonly [value: number, least: number]>>
): Either.Either<void, Issue> => {
  if (!/^(crea|upda)ted_at$/.test(field)) {
    return Either.left({ path: ["field"], reason: "must be created_at or updated_at" })
  }
  for (const [name, [value, least]] of Object.entries(numbers)) {
    if (!Number.isInteger(value) || value < least) {
      return Either.left({ path: [name], reason: `must be an integer, ${least} or more` })
    }
  }
  return Either.right(undefined)
}

const decode = Endpoint.decodeBy(Checkpoint)

const resumed = (checkpoint: Checkpoint, search: string): Either.Either<Checkpoint, Issue> =>
  decode(checkpoint).pipe(
    Either.filterOrLeft((checkpoint) => checkpoint.search === search, () => at("is of another search")),
    Either.mapLeft(({ path, reason }) => ({ path: ["checkpoint", ...path], reason }))
  )
