/** Tickets in the in-memory workspace. */
import * as Either from "effect/Either"
import * as Tags from "../contacts/Tags.js"
import { type Refusal, refuse } from "../kernel/Refusal.js"
import { type Call, del, delWith, get, json, type Occasion, type Operation, post, type Result } from "../Operation.js"
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

/** The ticket as answers show it. */
export const present = (tables: TicketTables, row: TicketRow): Readonly<Record<string, unknown>> => {
  const type = tables.ticketTypes.get(row.typeId)
  const ticketState = tables.ticketStates.get(row.stateId)
  const linked = row.conversationIds.filter((conversationId) => tables.conversations.get(conversationId) !== undefined)
  const { admin_assignee_id, created_at, id, is_shared, open, snoozed_until, team_assignee_id, updated_at } = row
  return {
    type: "ticket",
    id,
    // What people see counts the tickets from one: it is another's `id`, or nobody's.
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

/** The ticket as a webhook has it. */
export const notified = (tables: TicketTables, row: TicketRow): Readonly<Record<string, unknown>> => ({
  ...present(tables, row),
  company_id: row.companyId
})

/** The ticket of an id, which is not the `ticket_id` that people see. */
export const byId = ({ tickets }: Pick<Tables, "tickets">, id: string): Either.Either<TicketRow, Refusal> => {
  const row = tickets.get(id)
  return row === undefined ? refuse(404, "ticket_not_found", "Ticket not found") : Either.right(row)
}

/** The ticket the path names. */
export const named = ({ path, tables }: Call<"ticket_id">): Either.Either<TicketRow, Refusal> =>
  byId(tables, path("ticket_id"))

/** The tickets that are linked to a conversation. */
export const ofConversation = (
  { tickets }: Pick<Tables, "tickets">,
  conversationId: string
): ReadonlyArray<TicketRow> => tickets.rows().filter(({ conversationIds }) => conversationIds.includes(conversationId))

/** Something that happens to a ticket. */
export interface Change {
  /** How the ticket is afterwards. */
  readonly after: (row: TicketRow) => TicketRow
  /** What says so in the ticket. */
  readonly part: TicketParts.TicketPartFields
  /** What says so by webhook. */
  readonly topics: ReadonlyArray<string>
}

/** The ticket after some changes, of which webhooks tell. `at` is when they happened, by Unix time in seconds. */
export const apply = (
  { notify, now, tables }: Occasion,
  before: TicketRow,
  changes: ReadonlyArray<Change>,
  at: number = now
): TicketRow => {
  const parts = changes.map(({ part }) => TicketParts.make(tables, part, at))
  const changed = changes.reduce((row, { after }) => after(row), before)
  const row = tables.tickets.set({ ...changed, parts: [...before.parts, ...parts], updated_at: now })
  const ticket = notified(tables, row)
  changes.forEach(({ topics }, index) => topics.forEach((topic) => notify(topic, itemOf(topic, ticket, parts[index]))))
  return row
}

const itemOf = (topic: string, ticket: unknown, ticket_part: unknown): unknown => {
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

const find = (call: Call<"ticket_id">): Result => Either.map(named(call), (row) => json(present(call.tables, row)))

const remove = (call: Call<"ticket_id">): Result =>
  Either.map(named(call), ({ id }) => {
    call.tables.tickets.remove(id)
    return json({ id, object: "ticket", deleted: true })
  })

const attachTag = (call: Call<"ticket_id", Tags.Tagging>): Result =>
  Either.gen(function*() {
    const { body, now, tables } = call
    const row = yield* named(call)
    const admin = yield* Admins.byId(tables, body.admin_id)
    const tag = yield* Tags.byId(tables, body.id)
    tables.tickets.set({ ...row, tagIds: Tags.withId(row.tagIds, tag.id) })
    return json({ ...Tags.present(tag), applied_at: now, applied_by: { type: "admin", id: admin.id } })
  })

const detachTag = (call: Call<"ticket_id" | "tag_id", Admins.Actor>): Result =>
  Either.gen(function*() {
    const { body, path, tables } = call
    const row = yield* named(call)
    yield* Admins.byId(tables, body.admin_id)
    const tag = yield* Tags.byId(tables, path("tag_id"))
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
