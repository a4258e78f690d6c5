/**
 * Ticket states: the steps from a submitted to a resolved ticket.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, nullish, nullishBoolean, nullishId, nullishSeconds, nullishString, struct } from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * A state that a ticket can have. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketState {
  readonly type?: string | null | undefined
  readonly id: string
  /** Category of the state. A workspace can have several states of one category. */
  readonly category?:
    | "submitted"
    | "in_progress"
    | "waiting_on_customer"
    | "resolved"
    | (string & {})
    | null
    | undefined
  /** Name that admins see. */
  readonly internal_label?: string | null | undefined
  /** Name that contacts see. */
  readonly external_label?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketState: Schema.Schema<TicketState> = struct("TicketState")(() => ({
  type: nullishString,
  id: Id,
  category: nullishString,
  internal_label: nullishString,
  external_label: nullishString
}))

/**
 * A state as the workspace defines it. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface DetailedTicketState extends TicketState {
  readonly archived?: boolean | null | undefined
  readonly ticket_types?: TicketTypeList | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DetailedTicketState: Schema.Schema<DetailedTicketState> = Schema.suspend(() =>
  Schema.extend(TicketState, Schema.Struct({ archived: nullishBoolean, ticket_types: nullish(TicketTypeList) }))
).annotations({ identifier: "effect-intercom/DetailedTicketState" })

/**
 * The states that the tickets of a type can have.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketStateList {
  readonly type?: string | null | undefined
  readonly data?: ReadonlyArray<TicketState> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketStateList: Schema.Schema<TicketStateList> = struct("TicketStateList")(() => ({
  type: nullishString,
  data: nullish(Schema.Array(TicketState))
}))

/**
 * The ticket types that can have a state.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeList {
  readonly type?: string | null | undefined
  readonly data?: ReadonlyArray<TicketTypeListItem> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketTypeList: Schema.Schema<TicketTypeList> = struct("TicketTypeList")(() => ({
  type: nullishString,
  data: nullish(Schema.Array(TicketTypeListItem))
}))

/**
 * A ticket type without its attributes and states. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeListItem extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly category?: TicketCategory | (string & {}) | null | undefined
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  /** An emoji. */
  readonly icon?: string | null | undefined
  readonly workspace_id?: string | null | undefined
  readonly archived?: boolean | null | undefined
  /** Whether its tickets are never shown to contacts. */
  readonly is_internal?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketTypeListItem: Schema.Schema<TicketTypeListItem> = struct("TicketTypeListItem")(() => ({
  type: nullishString,
  id: Id,
  category: nullishString,
  name: nullishString,
  description: nullishString,
  icon: nullishString,
  workspace_id: nullishId,
  archived: nullishBoolean,
  is_internal: nullishBoolean,
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))

/**
 * The category of a ticket type. A `Tracker` ticket tracks one problem of many contacts.
 *
 * @since 1.0.0
 * @category models
 */
export type TicketCategory = "Customer" | "Back-office" | "Tracker"
