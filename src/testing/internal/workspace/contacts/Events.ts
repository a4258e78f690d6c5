/** Events that contacts triggered. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { IdInput, nullishId, nullishRecord } from "../../../../internal/fields.js"
import type { EventSeed } from "../../../Seed.js"
import type { JsonObject } from "../kernel/Json.js"
import { byCursor, sort, type Sorting } from "../kernel/Pages.js"
import { empty, invalid, json, refuse, type Result } from "../kernel/Result.js"
import { property } from "../kernel/Search.js"
import { type Call, get, type Operation, post } from "../Operation.js"
import type { ContactRow } from "../rows/Contact.js"
import { eventKey, type EventRow } from "../rows/Event.js"
import type { Tables } from "../Tables.js"
import * as ContactHandles from "./Handles.js"

const identityOf = ({ fields: { email, external_id, id } }: ContactRow) => ({
  intercom_user_id: id,
  user_id: external_id ?? undefined,
  email: email ?? undefined
})

export const present = ({ contactId: _, ...event }: EventRow, contact: ContactRow): JsonObject => ({
  type: "event",
  ...event,
  ...identityOf(contact)
})

/** Adds an event, unless it duplicates another one. `now` is Unix time in seconds. */
export const insertSeed = (
  tables: Pick<Tables, "contacts" | "events">,
  { contact, created_at, event_name, metadata = {} }: EventSeed,
  now: number
): Result<EventRow> =>
  Either.map(
    ContactHandles.findByName(tables, contact),
    ({ id }) => record(tables, { contactId: id, event_name, created_at: created_at ?? now, metadata }).row
  )

const record = (
  tables: Pick<Tables, "events">,
  event: Omit<EventRow, "id">
): { readonly row: EventRow; readonly isNew: boolean } => {
  const existing = tables.events.byKey(eventKey(event))
  if (existing !== undefined) return { row: existing, isNew: false }
  const metadata = Object.fromEntries(Object.entries(event.metadata).slice(0, 10))
  return { row: tables.events.set({ id: tables.events.nextId(), ...event, metadata }), isNew: true }
}

const Submission = Schema.suspend(() =>
  Schema.Struct({
    event_name: IdInput,
    created_at: Schema.Number,
    id: nullishId,
    user_id: nullishId,
    email: nullishId,
    metadata: nullishRecord
  })
)

type Submission = typeof Submission.Type

const submit = ({ body, notify, tables }: Call<never, Submission>): Result =>
  Either.gen(function*() {
    const { created_at, event_name, metadata } = body
    if (!Number.isInteger(created_at)) return yield* invalid("must be Unix time in seconds", "created_at")
    const contact = yield* contactOf(tables, { ...body, intercom_user_id: body.id })
    const { isNew, row } = record(tables, { contactId: contact.id, event_name, created_at, metadata: metadata ?? {} })
    if (isNew) notify("event.created", { ...present(row, contact), ext_metadata: {} })
    return empty(202)
  })

const contactOf = (tables: Pick<Tables, "contacts">, handle: ContactHandles.Handle): Result<ContactRow> =>
  [handle.intercom_user_id, handle.user_id, handle.email].some(Predicate.isNotNullable) ?
    ContactHandles.find(tables, handle) :
    refuse(400, "parameter_not_found", "user_id, email or Intercom's own id is required")

const list = (call: Call): Result =>
  Either.gen(function*() {
    const { query, tables } = call
    if (query.type !== "user") return yield* invalid("must be user", "type")
    if (query.since !== undefined) {
      return yield* refuse(501, "not_implemented", "since is not modelled by the workspace in memory", "since")
    }
    const contact = yield* contactOf(tables, query)
    const rows = tables.events.allByKey(contact.id)
    return query.summary === "true" ? summary(tables, contact, rows) : yield* page(call, contact, rows)
  })

/** Lists leave out events that are older than this. Summaries count them. In seconds: 90 days. */
const listPeriod = 7_776_000

const latestFirst: Sorting<EventRow> = { sortBy: ({ created_at }) => created_at, descending: true }

const page = ({ now, query, tables, url }: Call, contact: ContactRow, rows: ReadonlyArray<EventRow>): Result => {
  const recent = rows.filter(({ created_at }) => created_at > now - listPeriod)
  const found = byCursor(
    tables.events,
    sort(tables.events, recent, latestFirst),
    { perPage: 15, maxPerPage: 150 },
    { per_page: query.per_page, starting_after: query.before },
    latestFirst
  )
  return Either.map(found, ({ pages, rows }) => {
    const before = property(pages, "next.starting_after")
    return json({
      type: "event.list",
      events: rows.map((row) => present(row, contact)),
      ...identityOf(contact),
      pages: before === undefined ?
        {} :
        { next: `${url}?${new URLSearchParams({ ...query, before: String(before) })}` }
    })
  })
}

const summary = (tables: Pick<Tables, "eventCounts">, contact: ContactRow, rows: ReadonlyArray<EventRow>) => {
  const counts = [
    ...tables.eventCounts.allByKey(contact.id),
    ...rows.map(({ created_at, event_name }) => ({ event_name, count: 1, first: created_at, last: created_at }))
  ]
  const names = Array.from(new Set(counts.map(({ event_name }) => event_name)))
  return json({
    type: "event.summary",
    ...identityOf(contact),
    events: names.map((name) => {
      const counted = counts.filter(({ event_name }) => event_name === name)
      return {
        name,
        description: "",
        count: counted.reduce((sum, { count }) => sum + count, 0),
        first: iso(counted.reduce((first, one) => Math.min(first, one.first), Infinity)),
        last: iso(counted.reduce((last, one) => Math.max(last, one.last), -Infinity))
      }
    })
  })
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString()

const SummaryBody = Schema.suspend(() =>
  Schema.Struct({
    user_id: IdInput,
    event_summaries: Schema.Struct({
      event_name: IdInput,
      count: Schema.optional(Schema.NonNegativeInt),
      first: Schema.optional(Schema.Int),
      last: Schema.optional(Schema.Int)
    })
  })
)

type SummaryBody = typeof SummaryBody.Type

const createSummary = ({ body, now, tables }: Call<never, SummaryBody>): Result =>
  Either.map(ContactHandles.find(tables, { user_id: body.user_id }), ({ id: contactId }) => {
    const { count = 1, event_name, first = now, last = now } = body.event_summaries
    tables.eventCounts.set({ id: `${contactId} ${event_name}`, contactId, event_name, count, first, last })
    return empty(200)
  })

export const operations: ReadonlyArray<Operation> = [
  get("/events", list),
  post("/events", Submission, submit),
  post("/events/summaries", SummaryBody, createSummary)
]
