/**
 * Notifications about tickets.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, nullish, nullishId, nullishRecord, nullishString, struct } from "../../internal/fields.js"
import { Ticket } from "../Ticket.js"
import { TicketPart } from "../TicketPart.js"
import { TicketType } from "../TicketType.js"
import { type Notified, notified } from "./Notified.js"
import { NotifiedContact } from "./NotifiedContact.js"

/**
 * A ticket, as notifications contain it.
 *
 * @since 1.0.0
 * @category models
 */
export interface NotifiedTicket extends Notified<Ticket> {
  readonly company_id?: string | null | undefined
  /** Origin of the ticket: `messenger`. */
  readonly channel?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NotifiedTicket: Schema.Schema<NotifiedTicket> = Schema.suspend(() =>
  Schema.extend(notified(Ticket), Schema.Struct({ company_id: nullishId, channel: nullishString }))
).annotations({ identifier: "effect-intercom/NotifiedTicket" })

/**
 * A ticket and the part that changed it.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketChange {
  readonly type?: "ticket_ticket_part" | (string & {}) | null | undefined
  readonly ticket?: NotifiedTicket | null | undefined
  readonly ticket_part?: Notified<TicketPart> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketChange: Schema.Schema<TicketChange> = struct("TicketChange")(() => ({
  type: nullishString,
  ticket: nullish(NotifiedTicket),
  ticket_part: nullish(notified(TicketPart))
}))

/**
 * A ticket, either the item itself or in its field `ticket`. This depends on the API version of your app. Use
 * `item.ticket ?? item` to get the ticket.
 *
 * @since 1.0.0
 * @category models
 */
export interface NestedTicket extends Omit<NotifiedTicket, "id">, Omit<TicketChange, "type"> {
  readonly id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NestedTicket: Schema.Schema<NestedTicket> = Schema.suspend(() =>
  Schema.extend(
    NotifiedTicket.pipe(Schema.omit("id")),
    Schema.Struct({ id: nullishId, ticket: nullish(NotifiedTicket), ticket_part: nullish(notified(TicketPart)) })
  )
).annotations({ identifier: "effect-intercom/NestedTicket" })

/**
 * A ticket, and the contact that was attached to it or detached from it. It has no `type`.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketContact {
  readonly ticket?: TicketSummary | null | undefined
  readonly contact?: NotifiedContact | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketContact: Schema.Schema<TicketContact> = struct("TicketContact")(() => ({
  ticket: nullish(TicketSummary),
  contact: nullish(NotifiedContact)
}))

/**
 * A short form of a ticket, with the names of its type and state instead of the objects.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketSummary {
  readonly type?: string | null | undefined
  readonly id: string
  /** URL of the ticket in the inbox. */
  readonly url?: string | null | undefined
  /** `{ value, type }` by attribute name. */
  readonly custom_attributes?: Readonly<Record<string, unknown>> | null | undefined
  readonly state?: "submitted" | "in_progress" | "waiting_on_customer" | "resolved" | (string & {}) | null | undefined
  /** Name of the ticket type. */
  readonly ticket_type?: string | Notified<TicketType> | null | undefined
  readonly ticket_type_description?: string | null | undefined
  readonly ticket_type_emoji?: string | null | undefined
  /** Name that admins see. */
  readonly ticket_custom_state_admin_label?: string | null | undefined
  /** Name that contacts see. */
  readonly ticket_custom_state_user_label?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketSummary: Schema.Schema<TicketSummary> = struct("TicketSummary")(() => ({
  type: nullishString,
  id: Id,
  url: nullishString,
  custom_attributes: nullishRecord,
  state: nullishString,
  ticket_type: nullish(Schema.Union(Schema.String, notified(TicketType))),
  ticket_type_description: nullishString,
  ticket_type_emoji: nullishString,
  ticket_custom_state_admin_label: nullishString,
  ticket_custom_state_user_label: nullishString
}))
