import * as Either from "effect/Either"
import * as Tags from "../contacts/Tags.js"
import type { JsonObject } from "../kernel/Json.js"
import { json, refuse, type Result } from "../kernel/Result.js"
import { type Call, del, delWith, type EventContext, get, type Operation, post } from "../Operation.js"
import type { TicketRow } from "../rows/Ticket.js"
import type { Tables } from "../Tables.js"
import * as Admins from "../teammates/Admins.js"
import * as TicketAttributes from "./Attributes.js"
import * as TicketParts from "./Parts.js"
import * as TicketStates from "./States.js"
import * as TicketTypes from "./Types.js"

/** The tables that a ticket is presented from. */
export interface TicketTables
  extends Pick<Tables, "contacts" | "conversations" | "ticketStates" | "ticketTypes" | "tickets" | "workspaceId">
{}

/** The ticket as responses show it. */
export const present = (tables: TicketTables, row: TicketRow): JsonObject => {
  const type = tables.ticketTypes.get(row.typeId)
  const ticketState = tables.ticketStates.get(row.stateId)
  const linked = row.conversationIds.filter((conversationId) => tables.conversations.get(conversationId) !== undefined)
  const { admin_assignee_id, created_at, id, is_shared, open, snoozed_until, team_assignee_id, updated_at } = row
  return {
    type: "ticket",
    id,
    // People see a number that counts from one. It differs from `id`.
    ticket_id: String(tables.tickets.sequence(row)),
    category: type?.category,
    ticket_attributes: type === undefined ? {} : TicketAttributes.present(type, row.attributes),
    ticket_state: ticketState === undefined ? null : TicketStates.present(ticketState),
    ticket_type: type === undefined ? null : TicketTypes.present(tables, type),
    contacts: {
      type: "contact.list",
      contacts: row.contactIds.flatMap((contactId) => tables.contacts.get(contactId) ?? []).map(({ fields }) => ({
        type: "contact",
        id: fields.id,
        external_id: fields.external_id
      }))
    },
    admin_assignee_id,
    team_assignee_id,
    created_at,
    updated_at,
    open,
    ...(snoozed_until === undefined ? {} : { snoozed_until }),
    linked_objects: {
      type: "list",
      data: linked.map((conversationId) => ({ type: "conversation", id: conversationId, category: null })),
      total_count: linked.length,
      has_more: false
    },
    ticket_parts: TicketParts.list(row.parts),
    is_shared
  }
}

export const presentInWebhook = (tables: TicketTables, row: TicketRow): JsonObject => ({
  ...present(tables, row),
  company_id: row.companyId
})

/** Finds the ticket that the path names. */
export const byPath = ({ path, tables }: Call<"ticket_id">): Result<TicketRow> => tables.tickets.find(path("ticket_id"))

/** The tickets that are linked to a conversation. */
export const ofConversation = (
  { tickets }: Pick<Tables, "tickets">,
  conversationId: string
): ReadonlyArray<TicketRow> => tickets.allByKey(conversationId)

/** A change to a ticket. */
export interface TicketChange {
  /** Returns the ticket after the change. */
  readonly update: (row: TicketRow) => TicketRow
  /** The part that records the change. */
  readonly part: TicketParts.TicketPartFields
  /** The topics of the notifications. */
  readonly topics: ReadonlyArray<string>
}

/** Applies changes to a ticket, and notifies. `at` is the time of the changes. Unix time in seconds. */
export const applyChanges = (
  { notify, now, tables }: EventContext,
  before: TicketRow,
  changes: ReadonlyArray<TicketChange>,
  at: number = now
): TicketRow => {
  const parts = changes.map(({ part }) => TicketParts.make(tables, part, at))
  const changed = changes.reduce((row, { update: after }) => after(row), before)
  const row = tables.tickets.set({ ...changed, parts: [...before.parts, ...parts], updated_at: now })
  const ticket = presentInWebhook(tables, row)
  changes.forEach(({ topics }, index) =>
    topics.forEach((topic) => notify(topic, webhookItem(topic, ticket, parts[index])))
  )
  return row
}

const webhookItem = (topic: string, ticket: unknown, ticket_part: unknown): unknown => {
  switch (topic) {
    case "ticket.state.updated":
    case "ticket.resolved":
      return ticket
    case "ticket.closed":
      return { ticket, ticket_part }
    default:
      return { type: "ticket_ticket_part", ticket, ticket_part }
  }
}

const find = (call: Call<"ticket_id">): Result => Either.map(byPath(call), (row) => json(present(call.tables, row)))

const remove = (call: Call<"ticket_id">): Result =>
  Either.map(byPath(call), ({ id }) => {
    call.tables.tickets.remove(id)
    return json({ id, object: "ticket", deleted: true })
  })

const attachTag = (call: Call<"ticket_id", Tags.Tagging>): Result =>
  Either.gen(function*() {
    const { body, now, tables } = call
    const row = yield* byPath(call)
    const admin = yield* tables.admins.find(body.admin_id)
    const tag = yield* tables.tags.find(body.id)
    tables.tickets.set({ ...row, tagIds: Tags.withId(row.tagIds, tag.id) })
    return json({ ...Tags.present(tag), applied_at: now, applied_by: { type: "admin", id: admin.id } })
  })

const detachTag = (call: Call<"ticket_id" | "tag_id", Admins.Actor>): Result =>
  Either.gen(function*() {
    const { body, path, tables } = call
    const row = yield* byPath(call)
    yield* tables.admins.find(body.admin_id)
    const tag = yield* tables.tags.find(path("tag_id"))
    if (!row.tagIds.includes(tag.id)) return yield* refuse(404, "tag_not_found", "Tag not found")
    tables.tickets.set({ ...row, tagIds: Tags.withoutId(row.tagIds, tag.id) })
    return json(Tags.present(tag))
  })

export const operations: ReadonlyArray<Operation> = [
  get("/tickets/{ticket_id}", find),
  del("/tickets/{ticket_id}", remove),
  post("/tickets/{ticket_id}/tags", Tags.Tagging, attachTag),
  delWith("/tickets/{ticket_id}/tags/{tag_id}", Admins.Actor, detachTag)
]
