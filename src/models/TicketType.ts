/**
 * Ticket types: kinds of tickets, each with its own attributes and states.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { IdInput, nullish, struct } from "../internal/fields.js"
import { type TicketCategory, TicketStateList, TicketTypeListItem } from "./TicketState.js"
import { TicketTypeAttributeList } from "./TicketTypeAttribute.js"

/**
 * @since 1.0.0
 */
export * from "./TicketState.js"

/**
 * A ticket type. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketType extends TicketTypeListItem {
  readonly ticket_type_attributes?: TicketTypeAttributeList | null | undefined
  readonly ticket_states?: TicketStateList | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketType: Schema.Schema<TicketType> = Schema.suspend(() =>
  Schema.extend(
    TicketTypeListItem,
    Schema.Struct({
      ticket_type_attributes: nullish(TicketTypeAttributeList),
      ticket_states: nullish(TicketStateList)
    })
  )
).annotations({ identifier: "effect-intercom/TicketType" })

/**
 * Input for creating a ticket type. Intercom adds the attributes for a title and a description.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewTicketType {
  readonly name: string
  readonly description?: string | undefined
  readonly category?: TicketCategory | undefined
  /** An emoji. Default: 🎟️ */
  readonly icon?: string | undefined
  /** Whether its tickets are never shown to contacts. Default: `false`. */
  readonly is_internal?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewTicketType: Schema.Schema<NewTicketType> = struct("NewTicketType")(() => ({
  name: IdInput,
  description: Schema.optional(Schema.String),
  category: Schema.optional(Schema.Literal("Customer", "Back-office", "Tracker")),
  icon: Schema.optional(Schema.String),
  is_internal: Schema.optional(Schema.Boolean)
}))

/**
 * Input for changing a ticket type.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeChanges extends Omit<NewTicketType, "name"> {
  readonly name?: string | undefined
  readonly archived?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketTypeChanges: Schema.Schema<TicketTypeChanges> = struct("TicketTypeChanges")(() => ({
  name: Schema.optional(IdInput),
  description: Schema.optional(Schema.String),
  category: Schema.optional(Schema.Literal("Customer", "Back-office", "Tracker")),
  icon: Schema.optional(Schema.String),
  archived: Schema.optional(Schema.Boolean),
  is_internal: Schema.optional(Schema.Boolean)
}))
