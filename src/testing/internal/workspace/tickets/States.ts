import * as Either from "effect/Either"
import type { TicketStateSeed } from "../../../ConversationSeed.js"
import type { JsonObject } from "../kernel/Json.js"
import { found, json, refuse, type Result } from "../kernel/Result.js"
import { type Call, get, type Operation } from "../Operation.js"
import type { TicketStateRow } from "../rows/TicketState.js"
import type { TicketTypeRow } from "../rows/TicketType.js"
import type { Tables } from "../Tables.js"

/** The state as tickets and ticket types show it. */
export const present = ({ category, external_label, id, internal_label }: TicketStateRow): JsonObject => ({
  type: "ticket_state",
  id,
  category,
  internal_label,
  external_label
})

const detailed = (tables: Pick<Tables, "ticketTypes">, row: TicketStateRow): JsonObject => ({
  ...present(row),
  ticket_types: {
    type: "list",
    data: tables.ticketTypes.rows().filter((type) => belongs(row, type)).map(brief)
  },
  archived: row.archived
})

const brief = (
  { attributes: _, created_at: _createdAt, updated_at: _updatedAt, ...fields }: TicketTypeRow
): JsonObject => ({ type: "ticket_type", ...fields })

const belongs = ({ ticketTypeIds }: TicketStateRow, { id }: TicketTypeRow): boolean =>
  ticketTypeIds === undefined || ticketTypeIds.includes(id)

/** The states that tickets of a type can have. */
export const ofType = (
  { ticketStates }: Pick<Tables, "ticketStates">,
  type: TicketTypeRow
): ReadonlyArray<TicketStateRow> => ticketStates.rows().filter((row) => !row.archived && belongs(row, type))

/** Finds a state of a ticket type by id. */
export const byId = (tables: Pick<Tables, "ticketStates">, type: TicketTypeRow, id: string): Result<TicketStateRow> =>
  found(
    ofType(tables, type).find((row) => row.id === id),
    () => refuse(400, "ticket_state_id_invalid", "The ticket's type has no state of this id")
  )

/** The initial state of the tickets of a type. */
export const first = (tables: Pick<Tables, "ticketStates">, type: TicketTypeRow): Result<TicketStateRow> =>
  found(
    ofType(tables, type).find(({ category }) => category === "submitted"),
    () => refuse(400, "ticket_state_id_invalid", "The ticket's type has no state to start with")
  )

export const insertSeed = (
  { ticketStates, ticketTypes }: Pick<Tables, "ticketStates" | "ticketTypes">,
  seed: TicketStateSeed
): Result<TicketStateRow> =>
  Either.gen(function*() {
    const names = seed.ticket_types ?? []
    const types = yield* Either.all(names.map(ticketTypes.findByName))
    return ticketStates.set({
      id: yield* ticketStates.reserveId(seed.id),
      category: seed.category,
      internal_label: seed.internal_label,
      external_label: seed.external_label ?? seed.internal_label,
      archived: seed.archived ?? false,
      ticketTypeIds: seed.ticket_types === undefined ? undefined : types.map(({ id }) => id)
    })
  })

/** Adds the four default states. */
export const insertDefaults = (tables: Pick<Tables, "ticketStates" | "ticketTypes">): void => {
  insertSeed(tables, { category: "submitted", internal_label: "Submitted" })
  insertSeed(tables, { category: "in_progress", internal_label: "In progress" })
  insertSeed(tables, {
    category: "waiting_on_customer",
    internal_label: "Waiting on customer",
    external_label: "Waiting on you"
  })
  insertSeed(tables, { category: "resolved", internal_label: "Resolved" })
}

const list = ({ tables }: Call): Result =>
  Either.right(json({ type: "list", data: tables.ticketStates.rows().map((row) => detailed(tables, row)) }))

export const operations: ReadonlyArray<Operation> = [get("/ticket_states", list)]
