/**
 * Events: actions of contacts in your product.
 *
 * @since 1.0.0
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Predicate from "effect/Predicate"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { atLeastOne, exactlyOne, notSeconds } from "../internal/checks.js"
import type { ContactHandle } from "../models/ContactHandle.js"
import {
  Event,
  type EventMetadata,
  EventSummary,
  type NewEvent,
  NewEventFields,
  NewEventSummary
} from "../models/Event.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/ContactHandle.js"

/**
 * @since 1.0.0
 */
export * from "../models/Event.js"

/**
 * Submits an event for a contact.
 *
 * `POST /events`. Fails with `NotFound` if the contact does not exist.
 *
 * Intercom ignores an event with the same contact, name and second as an earlier one, so a retry is safe. The default
 * of `created_at` is the time of the call: set it if you repeat the call yourself.
 *
 * @example
 * ```ts
 * import { Events } from "effect-intercom"
 *
 * export const event = Events.create({
 *   user_id: "42",
 *   event_name: "placed-order",
 *   created_at: 1_764_000_000,
 *   metadata: { price: { amount: 3400, currency: "eur" } }
 * })
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (event: NewEvent) => Effect.Effect<void, IntercomError, IntercomHttp> = (event) =>
  Effect.flatMap(Clock.currentTimeMillis, (now) => createAt(event, Math.floor(now / 1000)))

const createAt: (event: NewEvent, now: number) => Effect.Effect<void, IntercomError, IntercomHttp> = Endpoint.empty(
  "Events.create",
  (event, now) =>
    Endpoint.post("/events", {
      body: Endpoint.json(NewEventFields, { ...event, created_at: event.created_at ?? now }),
      issue: atLeastOne(event, ["id", "user_id", "email"]) ?? issueOf(event.metadata),
      repeatable: true
    })
)

/**
 * Lists the events of a contact in the last 90 days, newest first.
 *
 * `GET /events`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options: ContactHandle & Pagination.ListOptions
) => Pagination.List<Event> = Pagination.make(
  "Events.list",
  { item: Event, key: "events", maxPerPage: 150, perPage: 50 },
  (options) => eventsOf(options, { per_page: options.perPage, before: options.cursor })
)

/**
 * Streams the pages of the events of a contact.
 *
 * `GET /events`, in pages of 50 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options: ContactHandle & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Event>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams the events of a contact in the last 90 days, newest first.
 *
 * `GET /events`, in pages of 50 by default.
 *
 * @example
 * ```ts
 * import { Events } from "effect-intercom"
 *
 * export const events = Events.stream({ user_id: "42" })
 * ```
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options: ContactHandle & Pagination.StreamOptions
) => Stream.Stream<Event, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Counts the events of a contact by name, including events older than 90 days.
 *
 * `GET /events`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const summarize: (contact: ContactHandle) => Effect.Effect<EventSummary, IntercomError, IntercomHttp> = Endpoint
  .make("Events.summarize", EventSummary, (contact) => eventsOf(contact, { summary: true }))

/**
 * Submits how often an event happened to a user, with the times of the first and the last one.
 *
 * `POST /events/summaries`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const createSummary: (
  summary: NewEventSummary
) => Effect.Effect<void, IntercomError, IntercomHttp> = Endpoint.empty(
  "Events.createSummary",
  (summary) => Endpoint.post("/events/summaries", { body: Endpoint.json(NewEventSummary, summary) })
)

const eventsOf = (contact: ContactHandle, query: Endpoint.Parts["query"]): Endpoint.Request => {
  const { email, intercom_user_id, user_id } = contact
  return Endpoint.get("/events", {
    query: { type: "user", email, intercom_user_id, user_id, ...query },
    issue: exactlyOne(contact, ["intercom_user_id", "user_id", "email"])
  })
}

const issueOf = (metadata: EventMetadata = {}): Issue | undefined => {
  const entries = Object.entries(Object(metadata)).filter(([, value]) => value !== undefined)
  if (entries.length > 10) return { path: ["metadata"], reason: `must have at most 10 keys, not ${entries.length}` }
  for (const [key, value] of entries) {
    const path = ["metadata", key]
    if (!isMetadata(value)) {
      return { path, reason: "must be text, a number, a boolean, null, { url, value } or { amount, currency }" }
    }
    const issue = key.endsWith("_date") && typeof value === "number" ? notSeconds(key, value) : undefined
    if (issue !== undefined) return { ...issue, path }
  }
  return undefined
}

const isMetadata = (value: unknown): boolean => {
  if (!Predicate.isRecord(value)) return value === null || /string|number|boolean/.test(typeof value)
  const { amount, currency, url, value: text } = value
  const isLink = typeof url === "string" && /string|number/.test(typeof text)
  const isAmount = typeof amount === "number" && typeof currency === "string"
  return Object.keys(value).length === 2 && (isLink || isAmount)
}
