/**
 * Ticket types: what a ticket is about, and the form it is filled in with.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, IdInput, nullish, nullishBoolean, nullishId, nullishNumber, nullishString } from "../internal/fields.js"
import { TicketStateList } from "./TicketState.js"
import { TicketTypeAttributeList } from "./TicketTypeAttribute.js"

/**
 * A type of ticket. Keys Intercom sends beyond these stay on the value.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketType {
  readonly type?: string | null | undefined
  readonly id: string
  readonly category?: TicketCategory | null | undefined
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  /** An emoji. */
  readonly icon?: string | null | undefined
  readonly workspace_id?: string | null | undefined
  readonly ticket_type_attributes?: TicketTypeAttributeList | null | undefined
  readonly ticket_states?: TicketStateList | null | undefined
  readonly archived?: boolean | null | undefined
  /** Whether its tickets are never shown to contacts. */
  readonly is_internal?: boolean | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly updated_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketType: Schema.Schema<TicketType> = Schema.suspend(() =>
  Schema.Struct({
    type: nullishString,
    id: Id,
    category: nullishString,
    name: nullishString,
    description: nullishString,
    icon: nullishString,
    workspace_id: nullishId,
    ticket_type_attributes: nullish(TicketTypeAttributeList),
    ticket_states: nullish(TicketStateList),
    archived: nullishBoolean,
    is_internal: nullishBoolean,
    created_at: nullishNumber,
    updated_at: nullishNumber
  })
).annotations({ identifier: "effect-intercom/TicketType" })

/**
 * Whom a ticket is for: a contact, another team, or all whom one problem concerns.
 *
 * @since 1.0.0
 * @category models
 */
export type TicketCategory = "Customer" | "Back-office" | "Tracker" | (string & {})

/**
 * A ticket type to be: a title and a description it has from the start.
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
export const NewTicketType: Schema.Schema<NewTicketType> = Schema.suspend(() =>
  Schema.Struct({
    name: IdInput,
    description: Schema.optional(Schema.String),
    category: Schema.optional(Schema.String),
    icon: Schema.optional(Schema.String),
    is_internal: Schema.optional(Schema.Boolean)
  })
).annotations({ identifier: "effect-intercom/NewTicketType" })

/**
 * What changes in a ticket type.
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
export const TicketTypeChanges: Schema.Schema<TicketTypeChanges> = Schema.suspend(() =>
  Schema.Struct({
    name: Schema.optional(IdInput),
    description: Schema.optional(Schema.String),
    category: Schema.optional(Schema.String),
    icon: Schema.optional(Schema.String),
    archived: Schema.optional(Schema.Boolean),
    is_internal: Schema.optional(Schema.Boolean)
  })
).annotations({ identifier: "effect-intercom/TicketTypeChanges" })
