/**
 * Tickets: requests that are tracked until they are resolved.
 *
 * @since 1.0.0
 */
import type { NonEmptyReadonlyArray } from "effect/Array"
import * as Schema from "effect/Schema"
import {
  Id,
  IdInput,
  IntegerIdInput,
  nullish,
  nullishBoolean,
  nullishId,
  nullishNumber,
  nullishRecord,
  nullishString,
  optionalRecord,
  struct
} from "../internal/fields.js"
import { LinkedObjects } from "./LinkedObjects.js"
import { ContactIdentities } from "./Reference.js"
import { TicketPartList } from "./TicketPart.js"
import { type TicketCategory, TicketState } from "./TicketState.js"
import { TicketType } from "./TicketType.js"

/**
 * @since 1.0.0
 */
export * from "./LinkedObjects.js"

/**
 * @since 1.0.0
 */
export * from "./Reference.js"

/**
 * A ticket. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Ticket {
  readonly type?: string | null | undefined
  /** What the API knows it by. */
  readonly id: string
  /** The number people see in the inbox and the Messenger; nothing in the API takes it. */
  readonly ticket_id?: string | null | undefined
  readonly category?: TicketCategory | (string & {}) | null | undefined
  /** The values of its attributes by their names; `_default_title_` and `_default_description_` are always there. */
  readonly ticket_attributes?: Readonly<Record<string, unknown>> | null | undefined
  /** A version of the API other than 2.15 may send the category alone. */
  readonly ticket_state?: TicketState | string | null | undefined
  readonly ticket_type?: TicketType | null | undefined
  readonly contacts?: ContactIdentities | null | undefined
  /** `"0"` for nobody. */
  readonly admin_assignee_id?: string | null | undefined
  /** `"0"` for no team. */
  readonly team_assignee_id?: string | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly updated_at?: number | null | undefined
  readonly open?: boolean | null | undefined
  /** Unix time in seconds. */
  readonly snoozed_until?: number | null | undefined
  readonly linked_objects?: LinkedObjects | null | undefined
  readonly ticket_parts?: TicketPartList | null | undefined
  /** Whether the contact sees it. */
  readonly is_shared?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Ticket: Schema.Schema<Ticket> = struct("Ticket")(() => ({
  type: nullishString,
  id: Id,
  ticket_id: nullishId,
  category: nullishString,
  ticket_attributes: nullishRecord,
  ticket_state: nullish(Schema.Union(TicketState, Schema.String)),
  ticket_type: nullish(TicketType),
  contacts: nullish(ContactIdentities),
  admin_assignee_id: nullishId,
  team_assignee_id: nullishId,
  created_at: nullishNumber,
  updated_at: nullishNumber,
  open: nullishBoolean,
  snoozed_until: nullishNumber,
  linked_objects: nullish(LinkedObjects),
  ticket_parts: nullish(TicketPartList),
  is_shared: nullishBoolean
}))

/**
 * Input for creating a ticket.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewTicket {
  readonly ticket_type_id: string
  /** The contact of the ticket. Intercom takes exactly one at present. */
  readonly contacts: NonEmptyReadonlyArray<TicketContact>
  /**
   * Values by the names of the type's attributes, of an item in a list its id. The title is `_default_title_`, the
   * description `_default_description_`.
   */
  readonly ticket_attributes?: Readonly<Record<string, unknown>> | undefined
  /** The conversation to link it to. */
  readonly conversation_to_link_id?: string | undefined
  /** Intercom's id of a company. */
  readonly company_id?: string | undefined
  readonly assignment?: TicketAssignment | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  /** Tells nobody. */
  readonly skip_notifications?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewTicket: Schema.Schema<NewTicket> = struct("NewTicket")(() => ({
  ticket_type_id: IdInput,
  contacts: Schema.NonEmptyArray(TicketContact),
  ticket_attributes: optionalRecord,
  conversation_to_link_id: Schema.optional(IdInput),
  company_id: Schema.optional(IdInput),
  assignment: Schema.optional(TicketAssignment),
  created_at: Schema.optional(Schema.Number),
  skip_notifications: Schema.optional(Schema.Boolean)
}))

/**
 * The contact of a new ticket. It needs exactly one of `id`, `external_id` and `email`.
 *
 * @since 1.0.0
 * @category models
 */
export type TicketContact = TicketContactById | TicketContactByExternalId | TicketContactByEmail

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketContact: Schema.Schema<TicketContact> = Schema.suspend(() =>
  Schema.Union(
    Schema.Struct({ id: IdInput }),
    Schema.Struct({ external_id: IdInput }),
    Schema.Struct({ email: IdInput })
  )
).annotations({ identifier: "effect-intercom/TicketContact" })

/**
 * The contact of a new ticket, identified by Intercom's id.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketContactById {
  readonly id: string
  readonly external_id?: undefined
  readonly email?: undefined
}

/**
 * The contact of a new ticket, identified by your own id.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketContactByExternalId {
  readonly external_id: string
  readonly id?: undefined
  readonly email?: undefined
}

/**
 * The contact of a new ticket, identified by an email address. A contact is created if none has it.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketContactByEmail {
  readonly email: string
  readonly id?: undefined
  readonly external_id?: undefined
}

/**
 * The assignees of a new ticket.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketAssignment {
  readonly admin_assignee_id?: string | undefined
  readonly team_assignee_id?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketAssignment: Schema.Schema<TicketAssignment> = struct("TicketAssignment")(() => ({
  admin_assignee_id: Schema.optional(IdInput),
  team_assignee_id: Schema.optional(IdInput)
}))

/**
 * What changes in a ticket: what is left out stays.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketChanges {
  /** As of a new ticket. */
  readonly ticket_attributes?: Readonly<Record<string, unknown>> | undefined
  /** One of the states of the ticket's type. */
  readonly ticket_state_id?: string | undefined
  /** Intercom's id of a company; `null` for none. */
  readonly company_id?: string | null | undefined
  /** `false` closes it, and ends its snooze. */
  readonly open?: boolean | undefined
  /** Whether the contact sees it. */
  readonly is_shared?: boolean | undefined
  /** When it opens again. Unix time in seconds. */
  readonly snoozed_until?: number | undefined
  /** Who makes the change: workflows run only where it is known. Digits are sent as the integer that 2.15 documents. */
  readonly admin_id?: string | number | undefined
  /** The admin or the team that works on it; `"0"` for nobody. */
  readonly assignee_id?: string | undefined
  /** Tells nobody. */
  readonly skip_notifications?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketChanges: Schema.Schema<TicketChanges> = struct("TicketChanges")(() => ({
  ticket_attributes: optionalRecord,
  ticket_state_id: Schema.optional(IdInput),
  company_id: nullish(IdInput),
  open: Schema.optional(Schema.Boolean),
  is_shared: Schema.optional(Schema.Boolean),
  snoozed_until: Schema.optional(Schema.Number),
  admin_id: Schema.optional(IntegerIdInput),
  assignee_id: Schema.optional(IdInput),
  skip_notifications: Schema.optional(Schema.Boolean)
}))

/**
 * The fields of a ticket a search can look at.
 *
 * A `category` is searched by other words than it is read: `request` for `Customer`, `task` for `Back-office` and
 * `tracker` for `Tracker`. A `ticket_attribute` is named by the number that is its `id`, not by its name.
 *
 * @since 1.0.0
 * @category models
 */
export type TicketField =
  | "id"
  | "created_at"
  | "updated_at"
  | "title"
  | "description"
  | "category"
  | "ticket_type_id"
  | "contact_ids"
  | "teammate_ids"
  | "admin_assignee_id"
  | "team_assignee_id"
  | "open"
  | "state"
  | "snoozed_until"
  | `ticket_attribute.${string}`
