/** Tickets in the in-memory workspace. */
import * as Either from "effect/Either"
import * as Admins from "./Admins.js"
import { type Call, del, delWith, get, json, type Occasion, type Operation, post, type Result } from "./Operation.js"
import { type Refusal, refuse } from "./Refusal.js"
import type { TicketRow } from "./rows/Ticket.js"
import type { State } from "./State.js"
import * as Tags from "./Tags.js"
import * as TicketAttributes from "./TicketAttributes.js"
import * as TicketParts from "./TicketParts.js"
import * as TicketStates from "./TicketStates.js"
import * as TicketTypes from "./TicketTypes.js"

/** The ticket as an answer has it. */
export const present = (state: State, row: TicketRow): Readonly<Record<string, unknown>> => {
  const type = state.ticketTypes.get(row.typeId)
  const ticketState = state.ticketStates.get(row.stateId)
  const linked = row.conversationIds.filter((conversationId) => state.conversations.get(conversationId) !== undefined)
  const { admin_assignee_id, created_at, id, is_shared, open, snoozed_until, team_assignee_id, updated_at } = row
  return {
    type: "ticket",
    id,
    // What people see counts the tickets from one: it is another's `id`, or nobody's.
    ticket_id: String(state.tickets.sequence(row)),
    category: type?.category,
    ticket_attributes: type === undefined ? {} : TicketAttributes.present(type, row.attributes),
    ticket_state: ticketState === undefined ? null : TicketStates.present(ticketState),
    ticket_type: type === undefined ? null : TicketTypes.present(state, type),
    contacts: {
      type: "contact.list",
      contacts: row.contactIds.flatMap((contactId) => state.contacts.get(contactId) ?? []).map(({ fields }) => ({
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
export const notified = (state: State, row: TicketRow): Readonly<Record<string, unknown>> => ({
  ...present(state, row),
  company_id: row.companyId
})

/** The ticket of an id, which is not the `ticket_id` that people see. */
export const byId = ({ tickets }: State, id: string): Either.Either<TicketRow, Refusal> => {
  const row = tickets.get(id)
  return row === undefined ? refuse(404, "ticket_not_found", "Ticket not found") : Either.right(row)
}

/** The ticket the path names. */
export const named = ({ path, state }: Call<"ticket_id">): Either.Either<TicketRow, Refusal> =>
  byId(state, path("ticket_id"))

/** The tickets that are linked to a conversation. */
export const ofConversation = ({ tickets }: State, conversationId: string): ReadonlyArray<TicketRow> =>
  tickets.rows().filter(({ conversationIds }) => conversationIds.includes(conversationId))

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
  { notify, now, state }: Occasion,
  before: TicketRow,
  changes: ReadonlyArray<Change>,
  at: number = now
): TicketRow => {
  const parts = changes.map(({ part }) => TicketParts.make(state, part, at))
  const changed = changes.reduce((row, { after }) => after(row), before)
  const row = state.tickets.set({ ...changed, parts: [...before.parts, ...parts], updated_at: now })
  const ticket = notified(state, row)
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

const find = (call: Call<"ticket_id">): Result => Either.map(named(call), (row) => json(present(call.state, row)))

const remove = (call: Call<"ticket_id">): Result =>
  Either.map(named(call), ({ id }) => {
    call.state.tickets.remove(id)
    return json({ id, object: "ticket", deleted: true })
  })

const attachTag = (call: Call<"ticket_id", Tags.Tagging>): Result =>
  Either.gen(function*() {
    const { body, now, state } = call
    const row = yield* named(call)
    const admin = yield* Admins.byId(state, body.admin_id)
    const tag = yield* Tags.byId(state, body.id)
    state.tickets.set({ ...row, tagIds: Tags.withId(row.tagIds, tag.id) })
    return json({ ...Tags.present(tag), applied_at: now, applied_by: { type: "admin", id: admin.id } })
  })

const detachTag = (call: Call<"ticket_id" | "tag_id", Admins.Actor>): Result =>
  Either.gen(function*() {
    const { body, path, state } = call
    const row = yield* named(call)
    yield* Admins.byId(state, body.admin_id)
    const tag = yield* Tags.byId(state, path("tag_id"))
    if (!row.tagIds.includes(tag.id)) return yield* refuse(404, "tag_not_found", "Tag not found")
    state.tickets.set({ ...row, tagIds: Tags.withoutId(row.tagIds, tag.id) })
    return json(Tags.present(tag))
  })

export const operations: ReadonlyArray<Operation> = [
  get("/tickets/{ticket_id}", find),
  del("/tickets/{ticket_id}", remove),
  post("/tickets/{ticket_id}/tags", Tags.Tagging, attachTag),
  delWith("/tickets/{ticket_id}/tags/{tag_id}", Admins.Actor, detachTag)
]
