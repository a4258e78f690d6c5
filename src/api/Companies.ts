/**
 * Companies: the organizations that contacts belong to.
 *
 * Use `Contacts.attachCompany` to add a contact to a company. Intercom lists and returns a company only if it has a
 * contact.
 *
 * @since 1.0.0
 */
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { identity } from "effect/Function"
import * as Option from "effect/Option"
import * as Predicate from "effect/Predicate"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import { hasCode, IntercomError, InvalidResponse, isRetryable, type Issue, NotFound } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { invalidInput } from "../internal/errors.js"
import { idOf } from "../internal/fields.js"
import { Company, CompanyChanges, CompanyUpsert, type ListCompaniesOptions } from "../models/Company.js"
import { Contact } from "../models/Contact.js"
import { DeletedObject } from "../models/DeletedObject.js"
import { NewNote, Note } from "../models/Note.js"
import { Segment } from "../models/Segment.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Company.js"

/**
 * @since 1.0.0
 */
export * from "../models/DeletedObject.js"

/**
 * Creates a company, or updates the one with this `company_id`.
 *
 * `POST /companies`. Fields that you leave out stay unchanged.
 *
 * @example
 * ```ts
 * import { Companies } from "effect-intercom"
 *
 * export const company = Companies.upsert({ company_id: "acme", name: "Acme", plan: "Team", monthly_spend: 200 })
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const upsert: (
  company: CompanyUpsert
) => Effect.Effect<Company, IntercomError, IntercomHttp> = Endpoint.make(
  "Companies.upsert",
  Company,
  (company) =>
    Endpoint.post("/companies", {
      body: Endpoint.json(CompanyUpsert, company),
      later: Endpoint.needs("2.16", { update_last_request_at: company.update_last_request_at }),
      repeatable: true
    })
)

/**
 * Retrieves a company by its Intercom id.
 *
 * `GET /companies/{company_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (
  companyId: string
) => Effect.Effect<Company, IntercomError, IntercomHttp> = Endpoint.make(
  "Companies.find",
  Company,
  (companyId) => Endpoint.get("/companies/{company_id}", { path: { company_id: companyId } })
)

/**
 * Retrieves a company by your own id.
 *
 * `GET /companies`. Fails with `NotFound` if no company has this `company_id`.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findByCompanyId: (
  companyId: string
) => Effect.Effect<Company, IntercomError, IntercomHttp> = findFirst("Companies.findByCompanyId", "company_id")

/**
 * Retrieves the first company with a name.
 *
 * `GET /companies`. Names are not unique. Fails with `NotFound` if no company has this name.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findByName: (
  name: string
) => Effect.Effect<Company, IntercomError, IntercomHttp> = findFirst("Companies.findByName", "name")

/**
 * Updates a company.
 *
 * `PUT /companies/{company_id}`. Fields that you leave out stay unchanged.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  companyId: string,
  changes: CompanyChanges
) => Effect.Effect<Company, IntercomError, IntercomHttp> = Endpoint.make(
  "Companies.update",
  Company,
  (companyId, changes) =>
    Endpoint.put("/companies/{company_id}", {
      path: { company_id: companyId },
      body: Endpoint.json(CompanyChanges, changes)
    })
)

const delete_: (
  companyId: string
) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "Companies.delete",
  DeletedObject,
  (companyId) => Endpoint.del("/companies/{company_id}", { path: { company_id: companyId } })
)

export {
  /**
   * Deletes a company and detaches its contacts, which are not deleted.
   *
   * `DELETE /companies/{company_id}`. Intercom finishes this after it has responded, and then sends a notification with
   * the topic `company.deleted`.
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * Lists companies, in pages of 15 by default and 60 at most.
 *
 * `POST /companies/list`. Intercom lists 10,000 companies at most: use `scrollStream` to read more.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: ListCompaniesOptions & Pagination.ListOptions
) => Pagination.List<Company> = Pagination.make(
  "Companies.list",
  { item: Company, key: "companies", maxPerPage: 60 },
  ({ order, ...paging }) =>
    Endpoint.post("/companies/list", { query: { ...Pagination.pageNumbers(paging), order }, repeatable: true })
)

/**
 * Streams the pages of up to 10,000 companies.
 *
 * `POST /companies/list`, in pages of 60 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: ListCompaniesOptions & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Company>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams up to 10,000 companies.
 *
 * `POST /companies/list`, in pages of 60 by default. Use `scrollStream` to read more.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: ListCompaniesOptions & Pagination.StreamOptions
) => Stream.Stream<Company, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Lists the companies in a segment, in pages of 15 by default and 60 at most.
 *
 * `GET /companies`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listBySegment: (
  segmentId: string,
  options?: Pagination.ListOptions
) => Pagination.List<Company> = Pagination.makeNested(
  "Companies.listBySegment",
  { item: Company, key: "companies", maxPerPage: 60 },
  (segmentId, paging) => having("segment_id", segmentId, Pagination.pageNumbers(paging))
)

/**
 * Lists the companies with a tag, in pages of 15 by default and 60 at most.
 *
 * `GET /companies`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listByTag: (
  tagId: string,
  options?: Pagination.ListOptions
) => Pagination.List<Company> = Pagination.makeNested(
  "Companies.listByTag",
  { item: Company, key: "companies", maxPerPage: 60 },
  (tagId, paging) => having("tag_id", tagId, Pagination.pageNumbers(paging))
)

/**
 * Lists the contacts of a company, in pages of 50 by default.
 *
 * `GET /companies/{company_id}/contacts`
 *
 * @example
 * ```ts
 * import { Companies, Pagination } from "effect-intercom"
 *
 * export const contacts = Companies.listContacts("6762f09a1bb69f9f2193bae4").pipe(Pagination.stream())
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listContacts: (
  companyId: string,
  options?: Pagination.ListOptions
) => Pagination.List<Contact> = Pagination.makeNested(
  "Companies.listContacts",
  { item: Contact, key: "contacts", maxPerPage: 150, perPage: 50 },
  (companyId, paging) =>
    Endpoint.get("/companies/{company_id}/contacts", {
      path: { company_id: companyId },
      query: Pagination.pageNumbers(paging)
    })
)

/**
 * Lists the segments of a company.
 *
 * `GET /companies/{company_id}/segments`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listSegments: (
  companyId: string
) => Pagination.List<Segment> = Pagination.makeNested(
  "Companies.listSegments",
  { item: Segment, key: "segments" },
  (companyId, paging) =>
    Endpoint.get("/companies/{company_id}/segments", {
      path: { company_id: companyId },
      query: Pagination.pageNumbers(paging)
    })
)

/**
 * Adds a note to a company.
 *
 * `POST /companies/{company_id}/notes`. From API 2.16. Fails with `NotFound` if the company (`company_not_found`) or the
 * admin does not exist.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const createNote: (
  companyId: string,
  note: NewNote
) => Effect.Effect<Note, IntercomError, IntercomHttp> = Endpoint.make(
  "Companies.createNote",
  Note,
  (companyId, note) =>
    Endpoint.post("/companies/{company_id}/notes", {
      since: "2.16",
      path: { company_id: companyId },
      body: Endpoint.json(NewNote, note)
    })
)

/**
 * Lists the notes of a company, in pages of 50 by default.
 *
 * `GET /companies/{company_id}/notes`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listNotes: (
  companyId: string,
  options?: Pagination.ListOptions
) => Pagination.List<Note> = Pagination.makeNested(
  "Companies.listNotes",
  { item: Note, maxPerPage: 150, perPage: 60 },
  (companyId, paging) =>
    Endpoint.get("/companies/{company_id}/notes", {
      path: { company_id: companyId },
      query: Pagination.pageNumbers(paging)
    })
)

/**
 * Retrieves one page of a scroll over all companies. Use `scrollStream` unless you need single pages.
 *
 * `GET /companies/scroll`. A call without `scroll_param` opens a scroll. Pass the `next` of a page to get the next one.
 * The last page has no companies.
 *
 * A workspace has one scroll at a time. Fails with `InvalidRequest` (`scroll_exists`) if another scroll is open, and
 * with `NotFound` if more than a minute has passed since the previous page. Each request moves the scroll on, so a lost
 * response loses a page. Therefore the call is not retried: start a new scroll.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const scroll: (
  options?: ScrollOptions
) => Effect.Effect<Pagination.Page<Company>, IntercomError, IntercomHttp> = (options) =>
  Effect.map(readScroll(options), ({ page }) => page)

/**
 * Streams all companies, each of them once.
 *
 * `GET /companies/scroll`. A workspace has one scroll at a time. If another scroll is open, the stream waits, and in
 * the end fails with `ScrollInUse`.
 *
 * A scroll breaks if a response is lost, if Intercom has an internal error, or if more than a minute passes between two
 * pages. The stream then starts a new scroll and skips the companies that it has already emitted. For this, it keeps
 * the ids of all companies in memory. It fails with `ScrollBroken` after too many restarts without a new company, and
 * with `InvalidResponse` if pages repeat or do not fit the schema.
 *
 * If the consumer is slow, use `Stream.buffer({ capacity: "unbounded" })` to read ahead of it. If you stop reading
 * before the end, the scroll stays open for a minute.
 *
 * @since 1.0.0
 * @category streams
 */
export const scrollStream: (
  options?: ScrollStreamOptions
) => Stream.Stream<Company, IntercomError | ScrollInUse | ScrollBroken, IntercomHttp> = (options) =>
  Stream.suspend(() => {
    const { onInvalidItem, restarts = 3, whileInUse = forTwoMinutes }: ScrollStreamOptions = Object(options)
    if (options === null) return Stream.fail(invalidInput(scrolling, "", "is incomplete"))
    if (!Number.isInteger(restarts) || restarts < 0) {
      return Stream.fail(invalidInput(scrolling, "restarts", "must be an integer, 0 or more"))
    }
    const known = new Set<string>()

    return Stream.paginateChunkEffect(begin, (progress: Progress) =>
      (progress.scroll_param === undefined
        ? open({ onInvalidItem }, whileInUse)
        : proceed({ onInvalidItem, scroll_param: progress.scroll_param })).pipe(
          Effect.flatMap(({ ids, page: { data, next } }): Effect.Effect<Step, InvalidResponse> => {
            if (next === undefined) {
              return Effect.succeed(step([]))
            }
            const fresh = new Set(ids.filter((id) => !known.has(id)))
            for (const id of fresh) known.add(id)
            const read = progress.read + ids.length
            if (fresh.size > 0) {
              const companies = data.filter(({ id }) => fresh.delete(id))
              return Effect.succeed(step(companies, { ...begin, scroll_param: next, read }))
            }
            // After a restart, the known companies come again. If there are more than those, the scroll repeats pages.
            const isRepeated = read > known.size || ids.length === 0
            const repeated = isRepeated ? progress.repeated + 1 : 0
            return repeated > restarts ?
              Effect.fail(unfit("data", "repeats")) :
              Effect.succeed(step([], { ...progress, scroll_param: next, read, repeated }))
          }),
          Effect.catchAll((error): Effect.Effect<Step, IntercomError | ScrollInUse | ScrollBroken> => {
            // If the first scroll could not be opened, there is nothing to restart.
            if (error._tag === "IntercomScrollInUse" || progress === begin || !breaks(error)) {
              return Effect.fail(error)
            }
            return progress.restarted < restarts ?
              Effect.succeed(step([], { ...begin, restarted: progress.restarted + 1 })) :
              Effect.fail(new ScrollBroken({ ...scrolling, cause: error }))
          })
        )).pipe(Stream.chunks, Stream.filter(Chunk.isNonEmpty), Stream.flattenChunks)
  })

/**
 * Which page of a scroll to retrieve.
 *
 * @since 1.0.0
 * @category models
 */
export interface ScrollOptions extends Pagination.ItemOptions {
  /** The `next` of the previous page. Without it, a new scroll is opened. */
  readonly scroll_param?: string | undefined
}

/**
 * Options of `scrollStream`.
 *
 * @since 1.0.0
 * @category models
 */
export interface ScrollStreamOptions extends Pagination.ItemOptions {
  /** How many restarts or repeated pages in a row may bring no new company. Default: 3. */
  readonly restarts?: number | undefined
  /** When to retry while another scroll is open. Default: every 15 seconds, for 2 minutes. */
  readonly whileInUse?: Schedule.Schedule<unknown> | undefined
}

/**
 * Another scroll over the companies of the workspace stayed open.
 *
 * @since 1.0.0
 * @category errors
 */
export class ScrollInUse extends Schema.TaggedError<ScrollInUse>()("IntercomScrollInUse", {
  operation: Schema.String,
  method: Schema.String,
  path: Schema.String
}) {
  override get message(): string {
    return `${this.operation}: another scroll is open (${this.method} ${this.path})`
  }
}

/**
 * The scroll broke too often without a new company in between. `cause` is the last failure.
 *
 * @since 1.0.0
 * @category errors
 */
export class ScrollBroken extends Schema.TaggedError<ScrollBroken>()("IntercomScrollBroken", {
  operation: Schema.String,
  method: Schema.String,
  path: Schema.String,
  cause: IntercomError
}) {
  override get message(): string {
    return `${this.operation}: the scroll broke too often (${this.method} ${this.path})`
  }
}

const having = (field: string, value: string, query?: Endpoint.Parts["query"]): Endpoint.Request =>
  Endpoint.get("/companies", { query, requiredQuery: { [field]: value } })

function findFirst(
  operation: string,
  field: string
): (value: string) => Effect.Effect<Company, IntercomError, IntercomHttp> {
  const find = Endpoint.decoding(operation, decodeFirst, (value: string) => having(field, value))
  return (value) =>
    Effect.filterOrFail(
      find(value),
      Predicate.isNotUndefined,
      () => new NotFound({ operation, method: "GET", path: "/companies", status: 404, errors: [] })
    )
}

const decodeCompany = Endpoint.decodeBy(Company)

const decodeList = Endpoint.decodeBy(Pagination.listBody(Company, "companies"))

// Intercom responds with the company, or with a list that contains it.
function decodeFirst(body: unknown): Either.Either<Company | undefined, Issue> {
  return Predicate.hasProperty(body, "id") ? decodeCompany(body) : Either.flatMap(
    decodeList(body),
    ({ companies, data = companies, type }) =>
      (data ?? type ?? "error.list") === "error.list" ?
        Either.left({ path: [], reason: "is neither a company nor a list" }) :
        Either.right(data?.[0])
  )
}

const scrolling = { operation: "Companies.scroll", method: "GET", path: "/companies/scroll" }

const scrollPage: (options: ScrollOptions) => Pagination.List<Company> = Pagination.make(
  "Companies.scroll",
  { item: Company, key: "companies" },
  ({ scroll_param }) =>
    Endpoint.get("/companies/scroll", { query: { scroll_param }, repeatable: scroll_param === undefined })
)

/** A page of a scroll, and the ids of its companies, with those that `onInvalidItem` left out. */
interface ScrollPage {
  readonly page: Pagination.Page<Company>
  readonly ids: ReadonlyArray<string>
  readonly isLast: boolean
}

const readScroll = (options: ScrollOptions | undefined): Effect.Effect<ScrollPage, IntercomError, IntercomHttp> =>
  Effect.suspend(() => {
    const { onInvalidItem = identity, ...paging }: ScrollOptions = Object(options)
    let items: ReadonlyArray<unknown> | undefined
    const keepItems: Pagination.OnInvalidItem = (read) => (decode) =>
      onInvalidItem(read)((body) => {
        const { data, companies = data }: Readonly<Record<string, unknown>> = Object(body)
        // Only of the first body, because `onInvalidItem` decodes it again without the items that it leaves out.
        items ??= [Array.isArray(body) ? body : companies ?? []].flat()
        return decode(body)
      })
    return Effect.map(scrollPage({ ...paging, onInvalidItem: keepItems }), (page) => {
      const isLast = page.data.length + (items?.length ?? 0) === 0
      // The last page may have a `scroll_param` too, but that one is no longer valid.
      const param = Predicate.hasProperty(page, "scroll_param") ? page.scroll_param : undefined
      return {
        page: { ...page, next: !isLast && typeof param === "string" && param !== "" ? param : undefined },
        ids: [...new Set([...page.data, ...items ?? []].flatMap((item) => idOf(item) ?? []))],
        isLast
      }
    })
  })

/** The position of a scroll stream. */
interface Progress {
  readonly scroll_param: string | undefined
  /** How many times the scroll was restarted since the last new company. */
  readonly restarted: number
  /** How many companies this scroll has returned, known ones included. */
  readonly read: number
  /** How many of its last pages repeated others. */
  readonly repeated: number
}

const begin: Progress = { scroll_param: undefined, restarted: 0, read: 0, repeated: 0 }

type Step = readonly [Chunk.Chunk<Company>, Option.Option<Progress>]

const step = (companies: ReadonlyArray<Company>, progress?: Progress): Step => [
  Chunk.unsafeFromArray(companies),
  Option.fromNullable(progress)
]

const forTwoMinutes: Schedule.Schedule<unknown> = Schedule.intersect(
  Schedule.spaced("15 seconds"),
  Schedule.recurs(8)
)

const isInUse: (error: IntercomError) => boolean = hasCode("scroll_exists")

const open = (
  options: ScrollOptions,
  whileInUse: Schedule.Schedule<unknown>
): Effect.Effect<ScrollPage, IntercomError | ScrollInUse, IntercomHttp> =>
  proceed(options).pipe(
    Effect.retry({ schedule: whileInUse, while: isInUse }),
    Effect.catchIf(isInUse, () => Effect.fail(new ScrollInUse(scrolling)))
  )

const proceed = (options: ScrollOptions): Effect.Effect<ScrollPage, IntercomError, IntercomHttp> =>
  Effect.filterOrFail(
    readScroll(options),
    ({ isLast, page }) => isLast || page.next !== undefined,
    () => unfit("scroll_param", "is missing")
  )

const unfit = (field: string, reason: string): InvalidResponse =>
  new InvalidResponse({ ...scrolling, status: 200, errors: [], at: [field], reason })

// After these errors, the scroll has expired or its position is unknown. JSON of another shape is not one of them: a
// new scroll would return the same.
const breaks = (error: IntercomError): boolean =>
  error._tag === "IntercomNotFound" ||
  (error._tag === "IntercomInvalidResponse" && error.at.length === 0 && /^is (empty|not JSON)/.test(error.reason)) ||
  isInUse(error) ||
  (isRetryable(error) && error._tag !== "IntercomRateLimited")
