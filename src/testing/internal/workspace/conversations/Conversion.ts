/** Converts conversations to tickets. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { Id, optionalRecord } from "../../../../internal/fields.js"
import { invalid, json, type Result } from "../kernel/Result.js"
import { type Call, type Operation, post } from "../Operation.js"
import * as NewTickets from "../tickets/NewTickets.js"
import * as TicketParts from "../tickets/Parts.js"
import * as Tickets from "../tickets/Tickets.js"
import * as Conversations from "./Conversations.js"
import { isMessage } from "./Parts.js"

const Conversion = Schema.suspend(() => Schema.Struct({ ticket_type_id: Id, attributes: optionalRecord }))

type Conversion = typeof Conversion.Type

/** The ticket has the id of the conversation, and begins with its messages. */
const convert = (call: Call<"conversation_id", Conversion>): Result =>
  Either.gen(function*() {
    const { body: { attributes, ticket_type_id }, now, tables } = call
    const row = yield* Conversations.byPath(call)
    const category = tables.ticketTypes.get(ticket_type_id)?.category
    if (category !== undefined && category !== "Customer") {
      return yield* invalid("Only a ticket type for customers is for a conversation", "ticket_type_id")
    }
    const messages = [
      { ...row.source, created_at: row.created_at, part_type: "comment" },
      ...row.parts.filter(isMessage)
    ]
    const ticket = yield* NewTickets.add(call, {
      id: row.id,
      ticket_type_id,
      contactIds: row.contactIds,
      companyId: row.companyId,
      ticket_attributes: attributes,
      assignment: { admin_assignee_id: row.adminId ?? undefined, team_assignee_id: row.teamId ?? undefined },
      parts: messages.map(({ attachments, author, body, created_at }) =>
        TicketParts.make(tables, { part_type: "comment", author, body, attachments }, created_at)
      ),
      created_at: row.created_at
    })
    tables.conversations.set({ ...row, ticketId: ticket.id, updated_at: now })
    return json(Tickets.present(tables, tables.tickets.set({ ...ticket, updated_at: now })))
  })

export const operations: ReadonlyArray<Operation> = [
  post("/conversations/{conversation_id}/convert", Conversion, convert)
]
