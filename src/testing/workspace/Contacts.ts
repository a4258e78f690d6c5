/**
 * Contacts in the in-memory workspace.
 *
 * @since 1.0.0
 */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import { type Contact, ContactChanges, ContactMerge } from "../../models/Contact.js"
import { embedded } from "./Embedded.js"
import { withIsoTimes } from "./Notifications.js"
import { type Answer, type Call, del, get, json, Nothing, type Operation, post, put, type Result } from "./Operation.js"
import { byCursor, type Limits, type Page } from "./Pages.js"
import { invalid, notFound, type Refusal, refuse } from "./Refusal.js"
import { property, type Searchable, SearchBody, searchPage } from "./Search.js"
import type { State } from "./State.js"

/**
 * @since 1.0.0
 * @category models
 */
export interface ContactRow {
  readonly id: string
  readonly archived: boolean
  readonly tagIds: ReadonlyArray<string>
  readonly companyIds: ReadonlyArray<string>
  /** The subscription types the contact opted in or out of. */
  readonly subscriptions: ReadonlyArray<{ readonly id: string; readonly optedIn: boolean }>
  readonly fields: ContactFields
}

/**
 * A contact as it goes over the wire, where the id of its owner is a number, without the lists inside.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactFields extends
  Omit<
    Contact,
    "owner_id" | "tags" | "notes" | "companies" | "opted_in_subscription_types" | "opted_out_subscription_types"
  >
{
  readonly owner_id: number | null
  readonly created_at: number
  readonly updated_at: number
}

/**
 * A contact with nothing but an id. `now` is Unix time in seconds.
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = (id: string, workspace_id: string, now: number): ContactRow => ({
  id,
  archived: false,
  tagIds: [],
  companyIds: [],
  subscriptions: [],
  fields: {
    type: "contact",
    id,
    workspace_id,
    external_id: null,
    role: "user",
    email: null,
    email_domain: null,
    phone: null,
    name: null,
    avatar: null,
    owner_id: null,
    social_profiles: { type: "list", data: [] },
    has_hard_bounced: false,
    marked_email_as_spam: false,
    unsubscribed_from_emails: false,
    created_at: now,
    updated_at: now,
    signed_up_at: null,
    last_seen_at: null,
    last_replied_at: null,
    last_contacted_at: null,
    last_email_opened_at: null,
    last_email_clicked_at: null,
    language_override: null,
    browser: null,
    browser_version: null,
    browser_language: null,
    os: null,
    location: nowhere,
    android_app_name: null,
    android_app_version: null,
    android_device: null,
    android_os_version: null,
    android_sdk_version: null,
    android_last_seen_at: null,
    ios_app_name: null,
    ios_app_version: null,
    ios_device: null,
    ios_os_version: null,
    ios_sdk_version: null,
    ios_last_seen_at: null,
    custom_attributes: {},
    utm_campaign: null,
    utm_content: null,
    utm_medium: null,
    utm_source: null,
    utm_term: null,
    referrer: null,
    enabled_push_messaging: null
  }
})

const nowhere = {
  type: "location",
  country: null,
  region: null,
  city: null,
  country_code: null,
  continent_code: null
}

/**
 * The contact after a write: what is left out stays, `null` clears, custom attributes are merged. `now` is Unix time in
 * seconds.
 *
 * @since 1.0.0
 * @category combinators
 */
export const change = (row: ContactRow, changes: ContactChanges, now: number): ContactRow => {
  const { avatar, custom_attributes, owner_id, ...plain } = changes
  const { fields } = row
  return {
    ...row,
    fields: {
      ...fields,
      ...plain,
      email_domain: changes.email === undefined ? fields.email_domain : domainOf(changes.email),
      avatar: avatar === undefined ? fields.avatar : avatar === null ? null : { type: "avatar", image_url: avatar },
      owner_id: owner_id === undefined ? fields.owner_id : owner_id === null ? null : Number(owner_id),
      custom_attributes: { ...fields.custom_attributes, ...custom_attributes },
      updated_at: now
    }
  }
}

const domainOf = (email: string): string | null => email.includes("@") ? email.slice(email.lastIndexOf("@") + 1) : null

/**
 * The contact as an answer has it.
 *
 * @since 1.0.0
 * @category combinators
 */
export const present = (state: State, row: ContactRow): Readonly<Record<string, unknown>> => {
  const { companyIds, fields, id, subscriptions, tagIds } = row
  const existing = tagIds.filter((tagId) => state.tags.get(tagId) !== undefined)
  const opted = (optedIn: boolean) =>
    subscriptions.filter((subscription) => subscription.optedIn === optedIn).map((subscription) => subscription.id)
  return {
    ...fields,
    tags: embedded(`/contacts/${id}/tags`, "tag", existing),
    notes: embedded(`/contacts/${id}/notes`, "note", state.notes.allByKey(id).map(({ id }) => id)),
    companies: embedded(`/contacts/${id}/companies`, "company", companyIds),
    opted_out_subscription_types: embedded(`/contacts/${id}/subscriptions`, "subscription", opted(false)),
    opted_in_subscription_types: embedded(`/contacts/${id}/subscriptions`, "subscription", opted(true))
  }
}

/**
 * The contact as a webhook has it.
 *
 * @since 1.0.0
 * @category combinators
 */
export const notified = (state: State, row: ContactRow): Readonly<Record<string, unknown>> =>
  withIsoTimes(present(state, row))

/**
 * The contact of an id, archived or not.
 *
 * @since 1.0.0
 * @category combinators
 */
export const byId = ({ contacts }: State, id: string): Either.Either<ContactRow, Refusal> => {
  const row = contacts.get(id)
  return row === undefined ? notFound("User") : Either.right(row)
}

/**
 * The contact the path names.
 *
 * @since 1.0.0
 * @category combinators
 */
export const named = ({ path, state }: Call<"contact_id">): Either.Either<ContactRow, Refusal> =>
  byId(state, path("contact_id"))

/**
 * All contacts but the archived ones.
 *
 * @since 1.0.0
 * @category combinators
 */
export const active = ({ contacts }: State): ReadonlyArray<ContactRow> =>
  contacts.rows().filter(({ archived }) => !archived)

/**
 * The body of a list of contacts.
 *
 * @since 1.0.0
 * @category combinators
 */
export const listed = (state: State): (page: Page<ContactRow>) => Answer => ({ rows, ...page }) =>
  json({ type: "list", data: rows.map((row) => present(state, row)), ...page })

/**
 * Adds a contact, unless there is one like it. Leads may share an email.
 *
 * @since 1.0.0
 * @category combinators
 */
export const add = (
  state: State,
  changes: ContactChanges,
  now: number,
  id: string = state.contacts.nextId()
): Either.Either<ContactRow, Refusal> => {
  const { email, external_id, role } = changes
  const { contacts } = state
  const twin = contacts.get(id) ??
    (Predicate.isNotNullable(external_id) ? contacts.byKey(`external_id=${external_id}`) : undefined) ??
    (Predicate.isNotNullable(email) && role !== "lead" ? contacts.byKey(`email=${email}`) : undefined)
  if (twin !== undefined) {
    const who = twin.archived ? "An archived contact" : "A contact"
    return refuse(409, "conflict", `${who} matching those details already exists with id=${twin.id}`)
  }
  return Either.right(contacts.set(change(make(id, state.workspaceId, now), changes, now)))
}

const create = ({ body, notify, now, state }: Call<never, ContactChanges>): Result => {
  if (body.email === undefined && body.external_id === undefined && body.role === undefined) {
    return invalid("email, external_id or role is required")
  }
  return Either.map(add(state, body, now), (row) => {
    notify(`contact.${row.fields.role}.created`, notified(state, row))
    return json(present(state, row))
  })
}

const find = (call: Call<"contact_id">): Result => Either.map(named(call), (row) => json(present(call.state, row)))

const findByExternalId = ({ path, state }: Call<"external_id">): Result => {
  const row = active(state).find(({ fields }) => fields.external_id === path("external_id") && fields.role === "user")
  return row === undefined ? notFound("User") : Either.right(json(present(state, row)))
}

const update = (call: Call<"contact_id", ContactChanges>): Result =>
  Either.map(named(call), (before) => {
    const { body, notify, now, state } = call
    const row = state.contacts.set(change(before, body, now))
    const item = notified(state, row)
    notify(`contact.${row.fields.role}.updated`, item)
    if (row.fields.email !== before.fields.email) notify("contact.email.updated", item)
    return json(present(state, row))
  })

const limits = (perPage: number): Limits => ({ perPage, maxPerPage: 150 })

const list = ({ query, state }: Call): Result =>
  Either.map(byCursor(state.contacts, active(state), limits(10), query), listed(state))

const search = ({ body, state }: Call<never, SearchBody>): Result =>
  Either.map(searchPage(state.contacts, active(state), body, searchable(state), limits(50)), listed(state))

const merge = ({ body: { from, into }, notify, now, state }: Call<never, ContactMerge>): Result =>
  Either.gen(function*() {
    const lead = yield* byId(state, from)
    const user = yield* byId(state, into)
    if (lead.fields.role !== "lead" || user.fields.role !== "user") {
      return yield* invalid("from must be a lead, into a user")
    }
    const custom_attributes = { ...lead.fields.custom_attributes, ...user.fields.custom_attributes }
    const row = state.contacts.set({
      ...change(user, { custom_attributes }, now),
      tagIds: union(user.tagIds, lead.tagIds),
      companyIds: union(user.companyIds, lead.companyIds),
      subscriptions: [...user.subscriptions, ...lead.subscriptions.filter(isMissingIn(user.subscriptions))]
    })
    handOver(state, from, into)
    state.contacts.remove(from)
    notify("contact.merged", { ...notified(state, row), merged_from: { type: "contact", id: from } })
    return json(present(state, row))
  })

const isMissingIn = (rows: ReadonlyArray<{ readonly id: string }>) => ({ id }: { readonly id: string }): boolean =>
  rows.every((row) => row.id !== id)

/** What belonged to one contact belongs to another. */
const handOver = (
  { conversations, events, notes, segments, tickets }: State,
  from: string,
  into: string
): void => {
  const renamed = (ids: ReadonlyArray<string>) => union(ids.filter((id) => id !== from), [into])
  notes.allByKey(from).forEach((note) => notes.set({ ...note, contact_id: into }))
  for (const event of events.rows()) {
    if (event.contactId === from) events.set({ ...event, contactId: into })
  }
  for (const ticket of tickets.rows()) {
    if (ticket.contactIds.includes(from)) tickets.set({ ...ticket, contactIds: renamed(ticket.contactIds) })
  }
  for (const segment of segments.rows()) {
    if (segment.members.includes(from)) segments.set({ ...segment, members: renamed(segment.members) })
  }
  for (const row of conversations.rows()) {
    if (row.contactIds.includes(from)) conversations.set({ ...row, contactIds: renamed(row.contactIds) })
  }
}

const union = (ids: ReadonlyArray<string>, others: ReadonlyArray<string>): ReadonlyArray<string> =>
  Array.from(new Set([...ids, ...others]))

const reference = ({ fields: { external_id, id } }: ContactRow, flag: Readonly<Record<string, boolean>>): Answer =>
  json({ type: "contact", id, external_id, ...flag })

const setArchived = (archived: boolean, topic: string, flag: Readonly<Record<string, boolean>>) =>
(
  call: Call<"contact_id">
): Result =>
  Either.map(named(call), (before) => {
    const row = call.state.contacts.set({ ...before, archived })
    call.notify(topic, notified(call.state, row))
    return reference(row, flag)
  })

const remove = (call: Call<"contact_id">): Result =>
  Either.map(named(call), (row) => {
    const { notify, state } = call
    state.contacts.remove(row.id)
    notify("contact.deleted", { type: "contact", id: row.id, external_id: row.fields.external_id, deleted: true })
    return reference(row, { deleted: true })
  })

/**
 * How contacts are searched: times by whole days.
 *
 * @since 1.0.0
 * @category constructors
 */
export const searchable = ({ segments }: State): Searchable<ContactRow> => ({
  kindOf: (field) => {
    if (field === "tag_id") return "tag"
    if (field === "segment_id") return "set"
    if (/^custom_attributes\../.test(field)) return "any"
    if (/^location\.(country|region|city)$/.test(field)) return "text"
    if (!isScalar(field)) return undefined
    return /_at$/.test(field) ? "day" : flags.includes(field) ? "boolean" : field === "owner_id" ? "number" : "text"
  },
  read: (row, field) =>
    field === "tag_id" ?
      row.tagIds :
      field === "segment_id" ?
      segments.rows().filter(({ members }) => members.includes(row.id)).map(({ id }) => id) :
      property(row.fields, field)
})

const flags = ["has_hard_bounced", "marked_email_as_spam", "unsubscribed_from_emails"]

const isScalar = (field: string): boolean => {
  const { fields } = make("", "", 0)
  return Object.hasOwn(fields, field) && !Predicate.isRecord(property(fields, field))
}

/**
 * @since 1.0.0
 * @category constructors
 */
export const operations: ReadonlyArray<Operation> = [
  get("/contacts", list),
  post("/contacts", ContactChanges, create),
  post("/contacts/search", SearchBody, search),
  post("/contacts/merge", ContactMerge, merge),
  get("/contacts/find_by_external_id/{external_id}", findByExternalId),
  get("/contacts/{contact_id}", find),
  put("/contacts/{contact_id}", ContactChanges, update),
  del("/contacts/{contact_id}", remove),
  post("/contacts/{contact_id}/archive", Nothing, setArchived(true, "contact.archived", { archived: true })),
  post("/contacts/{contact_id}/unarchive", Nothing, setArchived(false, "contact.unarchive", { archived: false })),
  post("/contacts/{contact_id}/block", Nothing, setArchived(true, "contact.archived", { blocked: true }))
]
