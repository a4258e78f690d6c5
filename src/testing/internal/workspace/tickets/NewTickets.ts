/** Creates tickets. */
import * as Either from "effect/Either"
import * as ContactHandles from "../contacts/Handles.js"
import { invalid, json, refuse, type Refused, type Result } from "../kernel/Result.js"
import type { Row } from "../kernel/Table.js"
import { type Call, type EventContext, type Operation, post } from "../Operation.js"
import { botAuthor } from "../parts/Authors.js"
import { type Assignment, NewTicket } from "../rows/NewTicket.js"
import type { TicketPartRow, TicketRow, TicketValues } from "../rows/Ticket.js"
import type { TicketTypeRow } from "../rows/TicketType.js"
import type { Tables } from "../Tables.js"
import * as TicketAttributes from "./Attributes.js"
import * as TicketParts from "./Parts.js"
import * as TicketStates from "./States.js"
import * as Tickets from "./Tickets.js"

export const checkAssignment = (
  tables: Pick<Tables, "admins" | "teams">,
  { admin_assignee_id = "0", team_assignee_id = "0" }: Assignment
): Result<void> =>
  (admin_assignee_id === "0" || Either.isRight(tables.admins.find(admin_assignee_id))) &&
    (team_assignee_id === "0" || Either.isRight(tables.teams.find(team_assignee_id))) ?
    Either.right(undefined) :
    assigneeNotFound()

export const assigneeNotFound = (): Refused => refuse(404, "assignee_not_found", "Assignee not found")

/** A new ticket, whose contacts exist. */
export interface Draft {
  /** Default: the next one. */
  readonly id?: string | undefined
  readonly ticket_type_id: string
  readonly contactIds: ReadonlyArray<string>
  readonly conversationIds?: ReadonlyArray<string> | undefined
  readonly companyId?: string | null | undefined
  /** Values by attribute name. */
  readonly ticket_attributes?: TicketValues | undefined
  readonly assignment?: Assignment | undefined
  /** The messages before it became a ticket. */
  readonly parts?: ReadonlyArray<TicketPartRow> | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
}

/** Adds a ticket, and notifies. */
export const add = ({ notify, now, tables }: EventContext, draft: Draft): Result<TicketRow> =>
  Either.gen(function*() {
    const { assignment = {}, created_at = now, ticket_attributes = {} } = draft
    const type = yield* typeOf(tables, draft.ticket_type_id)
    const first = yield* TicketStates.first(tables, type)
    yield* TicketAttributes.checkValues(type, ticket_attributes)
    yield* TicketAttributes.requireValues(type, ticket_attributes)
    yield* checkAssignment(tables, assignment)
    const id = yield* tables.tickets.reserveId(draft.id)
    const submitted = TicketParts.make(tables, {
      part_type: "ticket_state_updated_by_admin",
      ticket_state: first.category,
      previous_ticket_state: first.category,
      author: botAuthor(tables)
    }, created_at)
    const row = tables.tickets.set({
      id,
      typeId: type.id,
      stateId: first.id,
      contactIds: draft.contactIds,
      tagIds: [],
      conversationIds: draft.conversationIds ?? [],
      companyId: draft.companyId ?? null,
      admin_assignee_id: assignment.admin_assignee_id ?? "0",
      team_assignee_id: assignment.team_assignee_id ?? "0",
      attributes: ticket_attributes,
      parts: [...draft.parts ?? [], submitted],
      open: true,
      is_shared: type.category === "Customer",
      snoozed_until: undefined,
      created_at,
      updated_at: created_at
    })
    notify("ticket.created", Tickets.presentInWebhook(tables, row))
    return row
  })

const typeOf = ({ ticketTypes }: Pick<Tables, "ticketTypes">, id: string): Result<TicketTypeRow> => {
  const type = ticketTypes.get(id)
  return type === undefined || type.archived ?
    invalid("There is no such ticket type, or it is archived", "ticket_type_id") :
    Either.right(type)
}

/** Checks a new ticket before it is enqueued. */
export const check = (tables: Pick<Tables, "ticketTypes">, body: NewTicket): Result<void> =>
  Either.gen(function*() {
    const { conversation_to_link_id, ticket_attributes = {} } = body
    const type = yield* typeOf(tables, body.ticket_type_id)
    if (body.contacts.length !== 1) return yield* invalid("A ticket has one contact", "contacts")
    if (conversation_to_link_id !== undefined && type.category === "Customer") {
      return yield* invalid("A ticket for a customer is not linked to a conversation", "conversation_to_link_id")
    }
    yield* TicketAttributes.checkValues(type, ticket_attributes)
    yield* TicketAttributes.requireValues(type, ticket_attributes)
  })

/** Adds the ticket that a request describes, and its contact if the email is new. */
export const createFrom = (call: EventContext, body: NewTicket): Result<TicketRow> =>
  Either.gen(function*() {
    const { tables } = call
    const { company_id, conversation_to_link_id: linked } = body
    yield* check(tables, body)
    yield* checkAssignment(tables, body.assignment ?? {})
    const company = company_id === undefined ? undefined : yield* tables.companies.find(company_id)
    if (linked !== undefined && tables.conversations.get(linked) === undefined) {
      return yield* refuse(404, "conversation_not_found", "Conversation not found")
    }
    const contacts = yield* Either.all(body.contacts.map(({ email, external_id, id: intercom_user_id }) =>
      ContactHandles.findOrCreate(call, { intercom_user_id, user_id: external_id, email }, "user")
    ))
    return yield* add(call, {
      ...body,
      contactIds: contacts.map(idOf),
      conversationIds: linked === undefined ? [] : [linked],
      companyId: company?.id
    })
  })

const idOf = ({ id }: Row): string => id

const create = (call: Call<never, NewTicket>): Result =>
  Either.map(createFrom(call, call.body), (row) => json(Tickets.present(call.tables, row)))

export const operations: ReadonlyArray<Operation> = [post("/tickets", NewTicket, create)]
