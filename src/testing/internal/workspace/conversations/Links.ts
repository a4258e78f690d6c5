/** Conversations that are linked to tracker tickets. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { Id } from "../../../../internal/fields.js"
import { json, refuse, type Refused, type Result } from "../kernel/Result.js"
import { type Call, del, later, type Operation, post } from "../Operation.js"
import type { TicketRow } from "../rows/Ticket.js"
import type { Tables } from "../Tables.js"
import * as Tickets from "../tickets/Tickets.js"
import { present } from "./View.js"

const Link = Schema.suspend(() => Schema.Struct({ conversation_id: Id }))

type Link = typeof Link.Type

const maxLinked = 2500

const isTracker = ({ ticketTypes }: Pick<Tables, "ticketTypes">, { typeId }: TicketRow): boolean =>
  ticketTypes.get(typeId)?.category === "Tracker"

/** Finds the ticket that the path names, which must be a tracker ticket. */
const trackerByPath = (call: Call<"ticket_id">, action: string): Result<TicketRow> =>
  Either.flatMap(Tickets.byPath(call), (row) =>
    isTracker(call.tables, row) ?
      Either.right(row) :
      refuse(400, "invalid_ticket_type", `Only tracker tickets support ${action} conversations`))

const notFound = (reason: string): Refused => refuse(404, "conversation_not_found", reason)

/** Changes the links of a ticket. Returns the conversation, as the service does. */
const setLinks = (
  { now, tables }: Call,
  ticket: TicketRow,
  conversationId: string,
  conversationIds: ReadonlyArray<string>
): Result => {
  const conversation = tables.conversations.get(conversationId)
  if (conversation === undefined) return notFound("Conversation not found")
  tables.tickets.set({ ...ticket, conversationIds, updated_at: now })
  return Either.right(json(present(tables, tables.conversations.set({ ...conversation, updated_at: now }))))
}

const link = (call: Call<"ticket_id", Link>): Result =>
  Either.gen(function*() {
    const { body: { conversation_id }, tables } = call
    const ticket = yield* trackerByPath(call, "linking")
    const { conversationIds } = ticket
    if (Tickets.ofConversation(tables, conversation_id).some((row) => isTracker(tables, row))) {
      return yield* refuse(400, "already_linked_to_tracker", "A conversation can only have one tracker ticket")
    }
    if (conversationIds.length >= maxLinked) {
      const reason = "Ticket has reached the maximum number of conversations that can be linked"
      return yield* refuse(400, "linked_conversation_limit_exceeded", reason)
    }
    return yield* setLinks(call, ticket, conversation_id, [...conversationIds, conversation_id])
  })

const unlink = (call: Call<"id" | "ticket_id">): Result =>
  Either.gen(function*() {
    const ticket = yield* trackerByPath(call, "unlinking")
    const id = call.path("id")
    if (!ticket.conversationIds.includes(id)) return yield* notFound("Conversation is not linked to this ticket")
    return yield* setLinks(call, ticket, id, ticket.conversationIds.filter((conversationId) => conversationId !== id))
  })

export const operations: ReadonlyArray<Operation> = later([
  post("/tickets/{ticket_id}/linked_conversations", Link, link),
  del("/tickets/{ticket_id}/linked_conversations/{id}", unlink)
])
