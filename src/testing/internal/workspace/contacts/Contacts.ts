import * as Either from "effect/Either"
import { ContactChanges } from "../../../../models/Contact.js"
import { embedded } from "../kernel/Embedded.js"
import type { JsonObject } from "../kernel/Json.js"
import { withIsoTimes } from "../kernel/Notifications.js"
import * as Pages from "../kernel/Pages.js"
import { type Answer, found, invalid, json, notFound, refuse, type Result } from "../kernel/Result.js"
import { SearchBody, searchPage } from "../kernel/Search.js"
import { AnyBody, type Call, del, get, type Operation, post, put } from "../Operation.js"
import { blankContact, companyKey, type ContactRow, emailKey, externalIdKey, isGiven } from "../rows/Contact.js"
import type { Tables } from "../Tables.js"
import { searchable } from "./ContactSearch.js"
import * as MergeHistory from "./MergeHistory.js"

/** Finds a contact by your own id. Includes archived contacts. */
export const byExternalId = ({ contacts }: Pick<Tables, "contacts">, externalId: string): ContactRow | undefined =>
  contacts.byKey(externalIdKey(externalId))

/**
 * Finds contacts by email, whatever its case. Includes archived contacts. At most one of them is a user; the others are
 * leads.
 */
export const byEmail = ({ contacts }: Pick<Tables, "contacts">, email: string): ReadonlyArray<ContactRow> =>
  contacts.allByKey(emailKey(email))

/** The contacts of a company, without archived ones. */
export const ofCompany = ({ contacts }: Pick<Tables, "contacts">, companyId: string): ReadonlyArray<ContactRow> =>
  contacts.allByKey(companyKey(companyId)).filter(({ archived }) => !archived)

/**
 * Applies changes to a contact. A missing field stays, `null` clears it, custom attributes are merged. `now` is Unix
 * time in seconds.
 */
export const change = (
  tables: Pick<Tables, "admins">,
  row: ContactRow,
  changes: ContactChanges,
  now: number
): Result<ContactRow> =>
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
        owner_id: owner_id === undefined ? fields.owner_id : yield* ownerOf(tables, owner_id),
        custom_attributes: { ...fields.custom_attributes, ...custom_attributes },
        updated_at: now
      }
    }
  })

const ownerOf = (tables: Pick<Tables, "admins">, id: string | number | null): Result<number | null> =>
  id === null ? Either.right(null) : Either.map(tables.admins.find(String(id)), ({ id }) => Number(id))

const domainOf = (email: string): string | null => email.includes("@") ? email.slice(email.lastIndexOf("@") + 1) : null

export const present = (tables: Pick<Tables, "notes">, row: ContactRow): JsonObject => {
  const { companyIds, fields, id, subscriptions, tagIds } = row
  const subscriptionIds = (optedIn: boolean) =>
    subscriptions.filter((subscription) => subscription.optedIn === optedIn).map((subscription) => subscription.id)
  return {
    ...fields,
    tags: embedded(`/contacts/${id}/tags`, "tag", tagIds),
    notes: embedded(`/contacts/${id}/notes`, "note", tables.notes.allByKey(id).map(({ id }) => id)),
    companies: embedded(`/contacts/${id}/companies`, "company", companyIds),
    opted_out_subscription_types: embedded(`/contacts/${id}/subscriptions`, "subscription", subscriptionIds(false)),
    opted_in_subscription_types: embedded(`/contacts/${id}/subscriptions`, "subscription", subscriptionIds(true))
  }
}

/** The contact as a request asks for it. */
export const presentIn = (call: Pick<Call, "query" | "tables" | "version">, row: ContactRow): JsonObject => ({
  ...present(call.tables, row),
  ...MergeHistory.requested(call, row)
})

export const presentInWebhook = (tables: Pick<Tables, "notes">, row: ContactRow): JsonObject =>
  withIsoTimes(present(tables, row))

/** Finds the contact that the path names. */
export const byPath = ({ path, tables }: Call<"contact_id">): Result<ContactRow> =>
  tables.contacts.find(path("contact_id"))

/** All contacts except archived ones. */
export const active = ({ contacts }: Pick<Tables, "contacts">): ReadonlyArray<ContactRow> =>
  contacts.view("active", () => contacts.rows().filter(({ archived }) => !archived))

export const listAnswer = (tables: Pick<Tables, "notes">): (page: Pages.Page<ContactRow>) => Answer =>
  Pages.listAnswer((row) => present(tables, row))

/** Makes a contact without adding it to the workspace. `now` is Unix time in seconds. */
export const make = (
  tables: Pick<Tables, "admins" | "contacts" | "workspaceId">,
  changes: ContactChanges,
  now: number,
  id?: string
): Result<ContactRow> =>
  Either.flatMap(
    tables.contacts.reserveId(id),
    (id) => change(tables, blankContact(id, tables.workspaceId, now), changes, now)
  )

/** Adds or replaces a contact, unless it duplicates another one. */
export const store = (tables: Pick<Tables, "contacts">, row: ContactRow): Result<ContactRow> => {
  const duplicate = findDuplicate(tables, row)
  if (duplicate === undefined) return Either.right(tables.contacts.set(row))
  const who = duplicate.archived ? "An archived contact" : "A contact"
  return refuse(409, "conflict", `${who} matching those details already exists with id=${duplicate.id}`)
}

/** Leads may share an email with each other and with a user. */
const findDuplicate = (
  tables: Pick<Tables, "contacts">,
  { fields: { email, external_id, role }, id }: ContactRow
): ContactRow | undefined =>
  [
    ...(isGiven(external_id) ? [byExternalId(tables, external_id)] : []),
    ...(isGiven(email) && role !== "lead" ? byEmail(tables, email).filter(isUser) : [])
  ].find((other) => other !== undefined && other.id !== id)

export const isUser = ({ fields: { role } }: ContactRow): boolean => role === "user"

/** Adds a contact, unless it duplicates another one. `now` is Unix time in seconds. */
export const add = (
  tables: Pick<Tables, "admins" | "contacts" | "workspaceId">,
  changes: ContactChanges,
  now: number,
  id?: string
): Result<ContactRow> => Either.flatMap(make(tables, changes, now, id), (row) => store(tables, row))

const create = ({ body, notify, now, tables }: Call<never, ContactChanges>): Result => {
  if (body.email === undefined && body.external_id === undefined && body.role === undefined) {
    return invalid("email, external_id or role is required")
  }
  return Either.map(add(tables, body, now), (row) => {
    notify(`contact.${row.fields.role}.created`, presentInWebhook(tables, row))
    return json(present(tables, row))
  })
}

const find = (call: Call<"contact_id">): Result => {
  const id = call.path("contact_id")
  return Either.map(
    found(call.tables.contacts.get(id), () => MergeHistory.goneOrNotFound(call, id)),
    (row) => json(presentIn(call, row))
  )
}

const findByExternalId = (call: Call<"external_id">): Result => {
  const row = byExternalId(call.tables, call.path("external_id"))
  return row === undefined || row.archived || !isUser(row) ? notFound("User") : Either.right(json(presentIn(call, row)))
}

const update = (call: Call<"contact_id", ContactChanges>): Result =>
  Either.gen(function*() {
    const { body, notify, now, tables } = call
    const before = yield* byPath(call)
    const row = yield* store(tables, yield* change(tables, before, body, now))
    const item = presentInWebhook(tables, row)
    notify(`contact.${row.fields.role}.updated`, item)
    if (row.fields.email !== before.fields.email) notify("contact.email.updated", item)
    return json(presentIn(call, row))
  })

const limits = (perPage: number): Pages.Limits => ({ perPage, maxPerPage: 150 })

const list = (call: Call): Result =>
  Either.map(
    Pages.byCursor(call.tables.contacts, active(call.tables), limits(10), call.query),
    Pages.listAnswer((row) => presentIn(call, row))
  )

const search = (call: Call<never, SearchBody>): Result => {
  const { body, tables } = call
  return Either.map(
    searchPage(tables.contacts, active(tables), body, searchable(tables), limits(50)),
    Pages.listAnswer((row) => presentIn(call, row))
  )
}

const reference = ({ fields: { external_id, id } }: ContactRow, flag: Readonly<Record<string, boolean>>): Answer =>
  json({ type: "contact", id, external_id, ...flag })

const setArchived =
  (archived: boolean, topic: string, flag: Readonly<Record<string, boolean>>) => (call: Call<"contact_id">): Result =>
    Either.map(byPath(call), (before) => {
      const row = call.tables.contacts.set({ ...before, archived })
      call.notify(topic, presentInWebhook(call.tables, row))
      return reference(row, flag)
    })

const remove = (call: Call<"contact_id">): Result =>
  Either.map(byPath(call), (row) => {
    const { notify, tables } = call
    tables.contacts.remove(row.id)
    notify("contact.deleted", { type: "contact", id: row.id, external_id: row.fields.external_id, deleted: true })
    return reference(row, { deleted: true })
  })

export const operations: ReadonlyArray<Operation> = [
  get("/contacts", list),
  post("/contacts", ContactChanges, create),
  post("/contacts/search", SearchBody, search),
  get("/contacts/find_by_external_id/{external_id}", findByExternalId),
  get("/contacts/{contact_id}", find),
  put("/contacts/{contact_id}", ContactChanges, update),
  del("/contacts/{contact_id}", remove),
  post("/contacts/{contact_id}/archive", AnyBody, setArchived(true, "contact.archived", { archived: true })),
  post("/contacts/{contact_id}/unarchive", AnyBody, setArchived(false, "contact.unarchive", { archived: false })),
  post("/contacts/{contact_id}/block", AnyBody, setArchived(true, "contact.archived", { blocked: true }))
]
