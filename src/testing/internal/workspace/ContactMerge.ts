/**
 * Merges a lead into a user. The lead's conversations, tickets and other objects move to the user, so this module
 * reaches tables of every kind.
 */
import * as Either from "effect/Either"
import { ContactMerge } from "../../../models/Contact.js"
import * as Contacts from "./contacts/Contacts.js"
import { invalid, json, refuse, type Result } from "./kernel/Result.js"
import type { Row, Table } from "./kernel/Table.js"
import { type Call, type Operation, post } from "./Operation.js"
import { type ContactRow, isGiven } from "./rows/Contact.js"
import type { Tables } from "./Tables.js"

const merge = (call: Call<never, ContactMerge>): Result =>
  Either.gen(function*() {
    const { body: { from, into, skip_duplicate_validation = false }, notify, now, tables, version } = call
    const lead = yield* tables.contacts.find(from)
    const user = yield* tables.contacts.find(into)
    if (Contacts.isUser(lead) || !Contacts.isUser(user)) {
      return yield* invalid("from must be a lead, into a user")
    }
    if (version !== "2.15" && !skip_duplicate_validation && !areDuplicates(lead, user)) {
      const reason = "Contacts can only be merged when they are duplicates (matching email or phone)"
      return yield* refuse(400, "invalid_merge", reason)
    }
    const custom_attributes = { ...lead.fields.custom_attributes, ...user.fields.custom_attributes }
    const row = tables.contacts.set({
      ...(yield* Contacts.change(tables, user, { custom_attributes }, now)),
      tagIds: union(user.tagIds, lead.tagIds),
      companyIds: union(user.companyIds, lead.companyIds),
      subscriptions: [...user.subscriptions, ...lead.subscriptions.filter(isMissingIn(user.subscriptions))]
    })
    handOver(tables, from, into)
    tables.contacts.remove(from)
    tables.mergedContacts.set({ id: from, into, role: lead.fields.role ?? null, merged_at: now })
    notify("contact.merged", { ...Contacts.presentInWebhook(tables, row), merged_from: { type: "contact", id: from } })
    return json(Contacts.presentIn(call, row))
  })

const areDuplicates = ({ fields: lead }: ContactRow, { fields: user }: ContactRow): boolean =>
  (isGiven(lead.email) && lead.email.toLowerCase() === user.email?.toLowerCase()) ||
  (isGiven(lead.phone) && lead.phone === user.phone)

const isMissingIn = (rows: ReadonlyArray<{ readonly id: string }>) => ({ id }: { readonly id: string }): boolean =>
  rows.every((row) => row.id !== id)

/** Moves everything that belongs to one contact to another. */
const handOver = (
  { conversations, eventCounts, events, messages, notes, segments, tickets }: Pick<
    Tables,
    "conversations" | "eventCounts" | "events" | "messages" | "notes" | "segments" | "tickets"
  >,
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

export const operations: ReadonlyArray<Operation> = [post("/contacts/merge", ContactMerge, merge)]
