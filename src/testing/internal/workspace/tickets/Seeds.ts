import * as Either from "effect/Either"
import type { TicketSeed } from "../../../ConversationSeed.js"
import * as Companies from "../contacts/Companies.js"
import * as ContactHandles from "../contacts/Handles.js"
import * as Tags from "../contacts/Tags.js"
import { found, type Result } from "../kernel/Result.js"
import { unknownName } from "../kernel/Table.js"
import { withoutNotifications } from "../Operation.js"
import type { TicketRow, TicketValues } from "../rows/Ticket.js"
import type { TicketStateRow } from "../rows/TicketState.js"
import type { TicketTypeRow } from "../rows/TicketType.js"
import type { Tables } from "../Tables.js"
import { add } from "./NewTickets.js"
import { ofType } from "./States.js"

/** Adds a ticket. `now` is Unix time in seconds. */
export const insertSeed = (tables: Tables, seed: TicketSeed, now: number): Result<TicketRow> =>
  Either.gen(function*() {
    const { company, conversations = [], created_at = now, tags = [], updated_at = created_at } = seed
    const type = yield* tables.ticketTypes.findByName(seed.ticket_type)
    const contacts = yield* Either.all(seed.contacts.map((name) => ContactHandles.findByName(tables, name)))
    const admin = seed.admin === undefined ? undefined : yield* tables.admins.findByName(seed.admin)
    const team = seed.team === undefined ? undefined : yield* tables.teams.findByName(seed.team)
    const ticketState = seed.state === undefined ? undefined : yield* stateOf(tables, type, seed.state)
    const missing = conversations.find((id) => tables.conversations.get(id) === undefined)
    if (missing !== undefined) return yield* unknownName("conversation", missing)
    const row = yield* add(withoutNotifications(tables, now), {
      id: seed.id,
      ticket_type_id: type.id,
      contactIds: contacts.map(({ id }) => id),
      conversationIds: conversations,
      companyId: company === undefined ? undefined : (yield* Companies.findByName(tables, company)).id,
      ticket_attributes: attributesOf(type, seed),
      assignment: { admin_assignee_id: admin?.id, team_assignee_id: team?.id },
      created_at
    })
    return tables.tickets.set({
      ...row,
      stateId: ticketState?.id ?? row.stateId,
      tagIds: Tags.idsByName(tables, tags),
      open: seed.open ?? row.open,
      is_shared: seed.is_shared ?? row.is_shared,
      snoozed_until: seed.snoozed_until,
      updated_at
    })
  })

/** Searches the states of the ticket type. */
const stateOf = (tables: Pick<Tables, "ticketStates">, type: TicketTypeRow, name: string): Result<TicketStateRow> =>
  found(
    ofType(tables, type).find(({ id, internal_label }) => id === name || internal_label === name),
    () => unknownName("ticket state", name)
  )

const attributesOf = (
  { attributes }: TicketTypeRow,
  { description, ticket_attributes = {}, title }: TicketSeed
): TicketValues => ({
  ...(title === undefined ? {} : { _default_title_: title }),
  ...(description === undefined ? {} : { _default_description_: description }),
  ...Object.fromEntries(
    Object.entries(ticket_attributes).map(([name, value]) => {
      const item = attributes.find((one) => one.name === name)?.items.find((item) => item.name === value)
      return [name, item?.id ?? value]
    })
  )
})
