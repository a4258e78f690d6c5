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
  nullishRecord,
  nullishSeconds,
  nullishString,
  optionalRecord,
  SecondsInput,
  struct
} from "../internal/fields.js"
import { LinkedObjects } from "./LinkedObjects.js"
import { ContactIdentities } from "./Reference.js"
import { TicketPartList } from "./TicketPart.js"
import { type TicketCategory, TicketState } from "./TicketState.js"
import { TicketType } from "./TicketType.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * @since 1.0.0
 */
export * from "./LinkedObjects.js"
export * from "./Reference.js"

/**
 * A ticket. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Ticket extends Timestamps {
  readonly type?: string | null | undefined
  /** Id for the API. */
  readonly id: string
  /** The number that the inbox and the Messenger show. No operation of the API accepts it. */
  readonly ticket_id?: string | null | undefined
  readonly category?: TicketCategory | (string & {}) | null | undefined
  /** Values by attribute name. `_default_title_` and `_default_description_` always exist. */
  readonly ticket_attributes?: Readonly<Record<string, unknown>> | null | undefined
  /** Other versions of the API may send only the category, a string. */
  readonly ticket_state?: TicketState | string | null | undefined
  readonly ticket_type?: TicketType | null | undefined
  readonly contacts?: ContactIdentities | null | undefined
  /** `"0"` for nobody. */
  readonly admin_assignee_id?: string | null | undefined
  /** `"0"` for no team. */
  readonly team_assignee_id?: string | null | undefined
  readonly open?: boolean | null | undefined
  /** Unix time in seconds. */
  readonly snoozed_until?: number | null | undefined
  readonly linked_objects?: LinkedObjects | null | undefined
  readonly ticket_parts?: TicketPartList | null | undefined
  /** Whether the contact sees it. */
  readonly is_shared?: boolean | null | undefined
  /** Id of the state before the last change. `null` if the state never changed. From 2.16. */
  readonly previous_ticket_state_id?: string | null | undefined
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
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  open: nullishBoolean,
  snoozed_until: nullishSeconds,
  linked_objects: nullish(LinkedObjects),
  ticket_parts: nullish(TicketPartList),
  is_shared: nullishBoolean,
  previous_ticket_state_id: nullishId
}))

/**
 * Input for creating a ticket.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewTicket {
  readonly ticket_type_id: string
  /** The contact of the ticket. Intercom currently accepts exactly one. */
  readonly contacts: NonEmptyReadonlyArray<TicketContact>
  /** Values by attribute name: `_default_title_`, `_default_description_`. Use the id of an item for a list. */
  readonly ticket_attributes?: Readonly<Record<string, unknown>> | undefined
  readonly conversation_to_link_id?: string | undefined
  /** Intercom's id of a company. */
  readonly company_id?: string | undefined
  readonly assignment?: TicketAssignment | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  /** Do not notify participants. */
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
  created_at: Schema.optional(SecondsInput),
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
 * Input for changing a ticket. A field that is left out stays as it is.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketChanges extends Pick<NewTicket, "skip_notifications" | "ticket_attributes"> {
  /** Id of a state of the ticket's type. */
  readonly ticket_state_id?: string | undefined
  /** Intercom's id of a company. `null` removes the company. */
  readonly company_id?: string | null | undefined
  /** `false` closes the ticket and ends a snooze. */
  readonly open?: boolean | undefined
  /** Whether the contact sees it. */
  readonly is_shared?: boolean | undefined
  /** Time when Intercom reopens it. Unix time in seconds. */
  readonly snoozed_until?: number | undefined
  /** Id of the admin who makes the change. Workflows run only if it is set. Digits are sent as an integer. */
  readonly admin_id?: string | number | undefined
  /** Id of the admin or the team. `"0"` for nobody. */
  readonly assignee_id?: string | undefined
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
  snoozed_until: Schema.optional(SecondsInput),
  admin_id: Schema.optional(IntegerIdInput),
  assignee_id: Schema.optional(IdInput),
  skip_notifications: Schema.optional(Schema.Boolean)
}))

/**
 * Input for changing the type of a ticket. From 2.16.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeChange {
  /** Id of a ticket type of the same category. */
  readonly ticket_type_id: string
  /** Id of a state of the new type. */
  readonly ticket_state_id: string
  /** Values by attribute name. They replace those that the ticket keeps. */
  readonly ticket_attributes?: Readonly<Record<string, unknown>> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketTypeChange: Schema.Schema<TicketTypeChange> = struct("TicketTypeChange")(() => ({
  ticket_type_id: IdInput,
  ticket_state_id: IdInput,
  ticket_attributes: optionalRecord
}))

/**
 * A conversation, or a ticket that was one, to link to a tracker ticket or to unlink from it. From 2.16.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationLink {
  readonly conversation_id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationLink: Schema.Schema<ConversationLink> = struct("ConversationLink")(() => ({
  conversation_id: IdInput
}))

/**
 * The fields of a ticket that a search can use.
 *
 * For a `category`, search for `request` (`Customer`), `task` (`Back-office`) or `tracker` (`Tracker`). For a
 * `ticket_attribute`, use its `id`, a number, not its name.
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
