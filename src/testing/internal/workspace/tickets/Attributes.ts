/** The values of ticket attributes. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import type { UpdatedTicketAttribute } from "../../../../models/TicketPart.js"
import { invalid, refuse, type Result } from "../kernel/Result.js"
import type { FieldKind } from "../kernel/Search.js"
import type { TicketValues } from "../rows/Ticket.js"
import type { TicketTypeAttributeRow, TicketTypeRow } from "../rows/TicketType.js"
import type { Tables } from "../Tables.js"
import { active } from "./Types.js"

/** An attribute and its new value. */
export interface AttributeValue {
  readonly attribute: TicketTypeAttributeRow
  readonly value: unknown
}

/** Checks that the ticket type has the attributes, and that the values have their types. */
export const checkValues = (type: TicketTypeRow, values: TicketValues): Result<ReadonlyArray<AttributeValue>> =>
  Either.all(Object.entries(values).map(([name, value]) => checkValue(type, name, value)))

const checkValue = (type: TicketTypeRow, name: string, value: unknown): Result<AttributeValue> => {
  const attribute = active(type).find((attribute) => attribute.name === name)
  if (attribute === undefined) return invalid("The ticket's type has no such attribute", name)
  if (value !== null && attribute.data_type === "files") {
    return refuse(501, "not_implemented", "Files in tickets are not modelled by the workspace in memory", name)
  }
  return value === null || accepts(attribute, value) ?
    Either.right({ attribute, value }) :
    invalid(`The value is not of the attribute's type: ${attribute.data_type}`, name)
}

const accepts = ({ data_type, items }: TicketTypeAttributeRow, value: unknown): boolean => {
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

/** Checks that all attributes that are required of a new ticket have a value. */
export const requireValues = (type: TicketTypeRow, values: TicketValues): Result<void> =>
  active(type).some(({ name, required_to_create }) => required_to_create && Predicate.isNullable(values[name])) ?
    invalid("Required ticket attributes are missing") :
    Either.right(undefined)

/** The values as responses show them, `null` if there is none. An archived attribute is shown if it has a value. */
export const present = (type: TicketTypeRow, values: TicketValues): TicketValues => ({
  ...Object.fromEntries(active(type).map(({ name }) => [name, null])),
  ...values
})

/** The change as a part shows it. */
export const presentChange = ({ attribute: { id, items, name }, value }: AttributeValue): UpdatedTicketAttribute => {
  const label = items.find((item) => item.id === value)?.name ?? String(value ?? "")
  return {
    attribute: { type: "attribute", id, label: name },
    value: { type: "value", id: value === null ? null : String(value), label }
  }
}

/** The attribute that a search field such as `ticket_attribute.{id}` refers to, of any ticket type. */
export const findSearched = (
  { ticketTypes }: Pick<Tables, "ticketTypes">,
  field: string
): TicketTypeAttributeRow | undefined =>
  field.startsWith("ticket_attribute.") ?
    ticketTypes.rows().flatMap(({ attributes }) => attributes).find(({ id }) => `ticket_attribute.${id}` === field) :
    undefined

export const kindOf = ({ data_type }: TicketTypeAttributeRow): FieldKind => kinds[data_type] ?? "text"

const kinds: Readonly<Record<string, FieldKind>> = {
  integer: "number",
  decimal: "number",
  boolean: "boolean",
  datetime: "time"
}
