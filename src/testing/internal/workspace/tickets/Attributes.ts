/** The values of a ticket's attributes in the in-memory workspace. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import type { UpdatedTicketAttribute } from "../../../../models/TicketPart.js"
import { invalid, type Refusal, refuse } from "../kernel/Refusal.js"
import type { FieldKind } from "../kernel/Search.js"
import type { TicketValues } from "../rows/Ticket.js"
import type { TicketTypeAttributeRow, TicketTypeRow } from "../rows/TicketType.js"
import type { Tables } from "../Tables.js"
import { active } from "./Types.js"

/** An attribute and what it is to be. */
export interface Assigned {
  readonly attribute: TicketTypeAttributeRow
  readonly value: unknown
}

/** The attributes the values are for, where the type has them and they hold such values. */
export const assigned = (type: TicketTypeRow, values: TicketValues): Either.Either<ReadonlyArray<Assigned>, Refusal> =>
  Either.all(Object.entries(values).map(([name, value]) => assign(type, name, value)))

const assign = (type: TicketTypeRow, name: string, value: unknown): Either.Either<Assigned, Refusal> => {
  const attribute = active(type).find((attribute) => attribute.name === name)
  if (attribute === undefined) return invalid("The ticket's type has no such attribute", name)
  if (value !== null && attribute.data_type === "files") {
    return refuse(501, "not_implemented", "Files in tickets are not modelled by the workspace in memory", name)
  }
  return value === null || holds(attribute, value) ?
    Either.right({ attribute, value }) :
    invalid(`The value is not of the attribute's type: ${attribute.data_type}`, name)
}

const holds = ({ data_type, items }: TicketTypeAttributeRow, value: unknown): boolean => {
  switch (data_type) {
    case "integer":
      return Number.isInteger(value)
    case "decimal":
      return Predicate.isNumber(value)
    case "boolean":
      return Predicate.isBoolean(value)
    case "datetime":
      return Predicate.isNumber(value) || (Predicate.isString(value) && !Number.isNaN(Date.parse(value)))
    case "list":
      return items.some(({ id }) => id === value)
    default:
      return Predicate.isString(value)
  }
}

/** Whether the values have all that is required of a new ticket. */
export const requireAll = (type: TicketTypeRow, values: TicketValues): Either.Either<void, Refusal> =>
  active(type).some(({ name, required_to_create }) => required_to_create && Predicate.isNullable(values[name])) ?
    invalid("Required ticket attributes are missing") :
    Either.right(undefined)

/**
 * The values as an answer has them: `null` where there is none. What was archived since is there, where it has a value.
 */
export const present = (type: TicketTypeRow, values: TicketValues): TicketValues => ({
  ...Object.fromEntries(active(type).map(({ name }) => [name, null])),
  ...values
})

/** What a part says of a change. */
export const updated = ({ attribute: { id, items, name }, value }: Assigned): UpdatedTicketAttribute => {
  const label = items.find((item) => item.id === value)?.name ?? String(value ?? "")
  return {
    attribute: { type: "attribute", id, label: name },
    value: { type: "value", id: value === null ? null : String(value), label }
  }
}

/** The attribute that a search means by `ticket_attribute.{id}`, whichever type it belongs to. */
export const searched = (
  { ticketTypes }: Pick<Tables, "ticketTypes">,
  field: string
): TicketTypeAttributeRow | undefined =>
  field.startsWith("ticket_attribute.") ?
    ticketTypes.rows().flatMap(({ attributes }) => attributes).find(({ id }) => `ticket_attribute.${id}` === field) :
    undefined

export const kindOf = ({ data_type }: TicketTypeAttributeRow): FieldKind => {
  switch (data_type) {
    case "integer":
    case "decimal":
      return "number"
    case "boolean":
      return "boolean"
    case "datetime":
      return "time"
    default:
      return "text"
  }
}
