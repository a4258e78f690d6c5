/** Search for tickets. */
import * as Either from "effect/Either"
import { json, refuse, type Result } from "../kernel/Result.js"
import {
  type FieldKind,
  fieldKinds,
  property,
  type Query,
  type Searchable,
  SearchBody,
  searchPage
} from "../kernel/Search.js"
import { type Call, type Operation, post } from "../Operation.js"
import type { TicketRow } from "../rows/Ticket.js"
import type { Tables } from "../Tables.js"
import * as TicketAttributes from "./Attributes.js"
import * as Tickets from "./Tickets.js"

const search = ({ body, now, tables }: Call<never, SearchBody>): Result =>
  Either.gen(function*() {
    yield* requireAttributes(tables, body.query)
    const { tickets } = tables
    const { rows, ...page } = yield* searchPage(tickets, tickets.rows(), body, searchable(tables, now), limits)
    return json({ type: "ticket.list", tickets: rows.map((row) => Tickets.present(tables, row)), ...page })
  })

const limits = { perPage: 20, maxPerPage: 150 }

/** A field refers to an attribute by id. Names do not work. */
const requireAttributes = (tables: Pick<Tables, "ticketTypes">, query: Query): Result<void> => {
  const missing = fieldsOf(query).find((field) =>
    field.startsWith("ticket_attribute.") && TicketAttributes.findSearched(tables, field) === undefined
  )
  return missing === undefined ?
    Either.right(undefined) :
    refuse(400, "field_not_found", `There is no ${missing}`, missing)
}

const fieldsOf = (query: Query): ReadonlyArray<string> =>
  "field" in query ? [query.field] : query.value.flatMap(fieldsOf)

const searchable = (tables: Pick<Tables, "ticketTypes">, now: number): Searchable<TicketRow> => ({
  now,
  kindOf: (field) => {
    const attribute = TicketAttributes.findSearched(tables, field)
    return attribute === undefined ? kinds.get(field) : TicketAttributes.kindOf(attribute)
  },
  read: (row, field) => {
    const attribute = TicketAttributes.findSearched(tables, field)
    return attribute === undefined ? read(tables, row, field, now) : valueOf(tables, row, attribute.id)
  }
})

const kinds: ReadonlyMap<string, FieldKind> = fieldKinds({
  text: "id title description category ticket_type_id admin_assignee_id team_assignee_id state",
  time: "created_at updated_at snoozed_until",
  set: "contact_ids teammate_ids",
  boolean: "open"
})

const read = (tables: Pick<Tables, "ticketTypes">, row: TicketRow, field: string, now: number): unknown => {
  switch (field) {
    case "title":
      return row.attributes._default_title_
    case "description":
      return row.attributes._default_description_
    case "category":
      return categories[tables.ticketTypes.get(row.typeId)?.category ?? ""]
    case "ticket_type_id":
      return row.typeId
    case "contact_ids":
      return row.contactIds
    case "teammate_ids":
      return teammates(row)
    case "state":
      return (row.snoozed_until ?? 0) > now ? "snoozed" : row.open ? "open" : "closed"
    default:
      return property(row, field)
  }
}

/** Searches call the categories by other names. */
const categories: Readonly<Record<string, string>> = {
  Customer: "request",
  "Back-office": "task",
  Tracker: "tracker"
}

const teammates = ({ admin_assignee_id, parts }: TicketRow): ReadonlyArray<string> => [
  ...(admin_assignee_id === "0" ? [] : [admin_assignee_id]),
  ...parts.flatMap(({ author }) => author.type === "admin" ? author.id ?? [] : [])
]

const valueOf = ({ ticketTypes }: Pick<Tables, "ticketTypes">, row: TicketRow, attributeId: string): unknown => {
  const attribute = ticketTypes.get(row.typeId)?.attributes.find(({ id }) => id === attributeId)
  return attribute === undefined ? undefined : row.attributes[attribute.name]
}

export const operations: ReadonlyArray<Operation> = [post("/tickets/search", SearchBody, search)]
