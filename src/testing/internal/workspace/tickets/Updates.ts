/** Updates tickets. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { Id, nullishId, optionalRecord } from "../../../../internal/fields.js"
import type { Author } from "../../../../models/Author.js"
import type { Reference } from "../../../../models/Reference.js"
import { json, type Result } from "../kernel/Result.js"
import { type Call, type Operation, put } from "../Operation.js"
import { adminAuthor, botAuthor } from "../parts/Authors.js"
import type { TicketRow } from "../rows/Ticket.js"
import type { TicketStateRow } from "../rows/TicketState.js"
import type { Tables } from "../Tables.js"
import * as TicketAttributes from "./Attributes.js"
import { assigneeNotFound } from "./NewTickets.js"
import * as TicketStates from "./States.js"
import * as Tickets from "./Tickets.js"

const Changes = Schema.suspend(() =>
  Schema.Struct({
    ticket_attributes: optionalRecord,
    ticket_state_id: Schema.optional(Id),
    company_id: nullishId,
    open: Schema.optional(Schema.Boolean),
    is_shared: Schema.optional(Schema.Boolean),
    snoozed_until: Schema.optional(Schema.Number),
    admin_id: Schema.optional(Id),
    assignee_id: Schema.optional(Id)
  })
)

type Changes = typeof Changes.Type

const update = (call: Call<"ticket_id", Changes>): Result =>
  Either.gen(function*() {
    const { body, tables } = call
    const row = yield* Tickets.byPath(call)
    const type = yield* tables.ticketTypes.find(row.typeId)
    const author = body.admin_id === undefined ?
      botAuthor(tables) :
      yield* Either.orElse(adminAuthor(tables, body.admin_id), assigneeNotFound)
    const values = yield* TicketAttributes.checkValues(type, body.ticket_attributes ?? {})
    const ticketState = body.ticket_state_id === undefined ?
      undefined :
      yield* TicketStates.byId(tables, type, body.ticket_state_id)
    const assignee = body.assignee_id === undefined ? undefined : yield* assigneeOf(tables, body.assignee_id)
    if (Predicate.isNotNullable(body.company_id)) yield* tables.companies.find(body.company_id)
    const changes = [
      ...values.filter(({ attribute, value }) => row.attributes[attribute.name] !== value).map(attributeChange(author)),
      ...(ticketState === undefined || ticketState.id === row.stateId
        ? []
        : [stateChange(tables, row, ticketState, author)]),
      ...(assignee === undefined ? [] : [assignmentChange(assignee, author)]),
      ...(body.open === undefined || body.open === row.open ? [] : [openChange(body.open, author)]),
      ...(body.snoozed_until === undefined ? [] : [snoozeChange(body.snoozed_until, author)])
    ]
    const base = {
      ...row,
      companyId: body.company_id === undefined ? row.companyId : body.company_id,
      is_shared: body.is_shared ?? row.is_shared,
      // Closing a ticket ends its snooze, even if the ticket was closed already.
      snoozed_until: body.open === false ? undefined : row.snoozed_until
    }
    return json(Tickets.present(tables, Tickets.applyChanges(call, base, changes)))
  })

const attributeChange = (author: Author) => (assigned: TicketAttributes.AttributeValue): Tickets.TicketChange => ({
  update: (row) => ({ ...row, attributes: { ...row.attributes, [assigned.attribute.name]: assigned.value } }),
  part: {
    part_type: "ticket_attribute_updated_by_admin",
    author,
    updated_attribute_data: TicketAttributes.presentChange(assigned)
  },
  topics: ["ticket.attribute.updated"]
})

const stateChange = (
  { ticketStates }: Pick<Tables, "ticketStates">,
  before: TicketRow,
  { category, id }: TicketStateRow,
  author: Author
): Tickets.TicketChange => ({
  update: (row) => ({ ...row, stateId: id }),
  part: {
    part_type: "ticket_state_updated_by_admin",
    author,
    ticket_state: category,
    previous_ticket_state: ticketStates.get(before.stateId)?.category
  },
  topics: ["ticket.state.updated", ...(category === "resolved" ? ["ticket.resolved"] : [])]
})

const assigneeOf = ({ admins, teams }: Pick<Tables, "admins" | "teams">, id: string): Result<Reference> => {
  if (id === "0") return Either.right({ type: "nobody_admin", id: null })
  if (admins.get(id) !== undefined) return Either.right({ type: "admin", id })
  return teams.get(id) === undefined ? assigneeNotFound() : Either.right({ type: "team", id })
}

const assignmentChange = (assigned_to: Reference, author: Author): Tickets.TicketChange => {
  const id = assigned_to.id ?? "0"
  return {
    update: (row) => ({
      ...row,
      admin_assignee_id: assigned_to.type === "team" ? row.admin_assignee_id : id,
      team_assignee_id: assigned_to.type === "admin" ? row.team_assignee_id : id
    }),
    part: { part_type: "assignment", author, assigned_to },
    topics: [assigned_to.type === "team" ? "ticket.team.assigned" : "ticket.admin.assigned"]
  }
}

const openChange = (open: boolean, author: Author): Tickets.TicketChange => ({
  update: (row) => ({ ...row, open }),
  part: { part_type: open ? "open" : "close", author },
  topics: open ? [] : ["ticket.closed"]
})

const snoozeChange = (snoozed_until: number, author: Author): Tickets.TicketChange => ({
  update: (row) => ({ ...row, snoozed_until }),
  part: { part_type: "snoozed", author },
  topics: []
})

export const operations: ReadonlyArray<Operation> = [put("/tickets/{ticket_id}", Changes, update)]
