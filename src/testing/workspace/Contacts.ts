/** Contacts in the in-memory workspace. */
import * as Either from "effect/Either"
import { ContactChanges, ContactMerge } from "../../models/Contact.js"
import * as Admins from "./Admins.js"
import { searchable } from "./ContactSearch.js"
import { embedded } from "./Embedded.js"
import { withIsoTimes } from "./Notifications.js"
import { type Answer, type Call, del, get, json, Nothing, type Operation, post, put, type Result } from "./Operation.js"
import { byCursor, type Limits, type Page } from "./Pages.js"
import { invalid, notFound, type Refusal, refuse } from "./Refusal.js"
import { claim } from "./Rows.js"
import { blankContact, companyKey, type ContactRow, emailKey, externalIdKey, isGiven } from "./rows/Contact.js"
import { SearchBody, searchPage } from "./Search.js"
import type { State } from "./State.js"
import type { Row, Table } from "./Table.js"

/** The contact of your own id, archived or not. */
export const byExternalId = ({ contacts }: State, externalId: string): ContactRow | undefined =>
  contacts.byKey(externalIdKey(externalId))

/** The contacts of an email in whichever case, archived or not: one user at most, and any number of leads. */
export const byEmail = ({ contacts }: State, email: string): ReadonlyArray<ContactRow> =>
  contacts.allByKey(emailKey(email))

/** The contacts of a company but the archived ones. */
export const ofCompany = ({ contacts }: State, companyId: string): ReadonlyArray<ContactRow> =>
  contacts.allByKey(companyKey(companyId)).filter(({ archived }) => !archived)

/**
 * The contact after a write: what is left out stays, `null` clears, custom attributes are merged. `now` is Unix time in
 * seconds.
 */
export const change = (
  state: State,
  row: ContactRow,
  changes: ContactChanges,
  now: number
): Either.Either<ContactRow, Refusal> =>
  Either.gen(function*() {
    const { avatar, custom_attributes, owner_id, ...plain } = changes
    const { fields } = row
    if (!/^(user|lead)$/.test(plain.role ?? "user")) return yield* invalid("is neither user nor lead", "role")
    return {
      ...row,
      fields: {
        ...fields,
        ...plain,
        email_domain: changes.email === undefined ? fields.email_domain : domainOf(changes.email),
        avatar: avatar === undefined ? fields.avatar : avatar === null ? null : { type: "avatar", image_url: avatar },
        owner_id: owner_id === undefined ? fields.owner_id : yield* ownerOf(state, owner_id),
        custom_attributes: { ...fields.custom_attributes, ...custom_attributes },
        updated_at: now
      }
    }
  })

const ownerOf = (state: State, id: string | number | null): Either.Either<number | null, Refusal> =>
  id === null ? Either.right(null) : Either.map(Admins.byId(state, String(id)), ({ id }) => Number(id))

const domainOf = (email: string): string | null => email.includes("@") ? email.slice(email.lastIndexOf("@") + 1) : null

/** The contact as an answer has it. */
export const present = (state: State, row: ContactRow): Readonly<Record<string, unknown>> => {
  const { companyIds, fields, id, subscriptions, tagIds } = row
  const opted = (optedIn: boolean) =>
    subscriptions.filter((subscription) => subscription.optedIn === optedIn).map((subscription) => subscription.id)
  return {
    ...fields,
    tags: embedded(`/contacts/${id}/tags`, "tag", tagIds),
    notes: embedded(`/contacts/${id}/notes`, "note", state.notes.allByKey(id).map(({ id }) => id)),
    companies: embedded(`/contacts/${id}/companies`, "company", companyIds),
    opted_out_subscription_types: embedded(`/contacts/${id}/subscriptions`, "subscription", opted(false)),
    opted_in_subscription_types: embedded(`/contacts/${id}/subscriptions`, "subscription", opted(true))
  }
}

/** The contact as a webhook has it. */
export const notified = (state: State, row: ContactRow): Readonly<Record<string, unknown>> =>
  withIsoTimes(present(state, row))

/** The contact of an id, archived or not. */
export const byId = ({ contacts }: State, id: string): Either.Either<ContactRow, Refusal> => {
  const row = contacts.get(id)
  return row === undefined ? notFound("User") : Either.right(row)
}

/** The contact the path names. */
export const named = ({ path, state }: Call<"contact_id">): Either.Either<ContactRow, Refusal> =>
  byId(state, path("contact_id"))

/** All contacts but the archived ones. */
export const active = ({ contacts }: State): ReadonlyArray<ContactRow> =>
  contacts.rows().filter(({ archived }) => !archived)

/** The body of a list of contacts. */
export const listed = (state: State): (page: Page<ContactRow>) => Answer => ({ rows, ...page }) =>
  json({ type: "list", data: rows.map((row) => present(state, row)), ...page })

/** A contact to be, which is not in the workspace yet. `now` is Unix time in seconds. */
export const draft = (
  state: State,
  changes: ContactChanges,
  now: number,
  id?: string
): Either.Either<ContactRow, Refusal> =>
  Either.flatMap(
    claim(state.contacts, id),
    (id) => change(state, blankContact(id, state.workspaceId, now), changes, now)
  )

/** Puts a contact into the workspace, or in its own place there, unless another one is like it. */
export const keep = (state: State, row: ContactRow): Either.Either<ContactRow, Refusal> => {
  const twin = twinOf(state, row)
  if (twin === undefined) return Either.right(state.contacts.set(row))
  const who = twin.archived ? "An archived contact" : "A contact"
  return refuse(409, "conflict", `${who} matching those details already exists with id=${twin.id}`)
}

/** Leads may share an email, with each other and with a user. */
const twinOf = (state: State, { fields: { email, external_id, role }, id }: ContactRow): ContactRow | undefined =>
  [
    ...(isGiven(external_id) ? [byExternalId(state, external_id)] : []),
    ...(isGiven(email) && role !== "lead" ? byEmail(state, email).filter(isUser) : [])
  ].find((other) => other !== undefined && other.id !== id)

const isUser = ({ fields: { role } }: ContactRow): boolean => role === "user"

/** Adds a contact, unless there is one like it. `now` is Unix time in seconds. */
export const add = (
  state: State,
  changes: ContactChanges,
  now: number,
  id?: string
): Either.Either<ContactRow, Refusal> => Either.flatMap(draft(state, changes, now, id), (row) => keep(state, row))

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
  const row = byExternalId(state, path("external_id"))
  return row === undefined || row.archived || !isUser(row) ? notFound("User") : Either.right(json(present(state, row)))
}

const update = (call: Call<"contact_id", ContactChanges>): Result =>
  Either.gen(function*() {
    const { body, notify, now, state } = call
    const before = yield* named(call)
    const row = yield* keep(state, yield* change(state, before, body, now))
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
    if (isUser(lead) || !isUser(user)) {
      return yield* invalid("from must be a lead, into a user")
    }
    const custom_attributes = { ...lead.fields.custom_attributes, ...user.fields.custom_attributes }
    const row = state.contacts.set({
      ...(yield* change(state, user, { custom_attributes }, now)),
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
  { conversations, eventCounts, events, messages, notes, segments, tickets }: State,
  from: string,
  into: string
): void => {
  const renamed = (ids: ReadonlyArray<string>) => union(ids.filter((id) => id !== from), [into])
  const rename = <A extends Row & { readonly contactIds: ReadonlyArray<string> }>(table: Table<A>) => {
    for (const row of table.rows()) {
      if (row.contactIds.includes(from)) table.set({ ...row, contactIds: renamed(row.contactIds) })
    }
  }
  rename(conversations)
  rename(messages)
  rename(tickets)
  notes.allByKey(from).forEach((note) => notes.set({ ...note, contact_id: into }))
  events.allByKey(from).forEach((event) => events.set({ ...event, contactId: into }))
  eventCounts.allByKey(from).forEach((count) => eventCounts.set({ ...count, contactId: into }))
  segments.allByKey(from).forEach((segment) => segments.set({ ...segment, members: renamed(segment.members) }))
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
