/**
 * Ticket parts: the replies, notes and changes of a ticket.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  anything,
  Id,
  nullish,
  nullishBoolean,
  nullishId,
  nullishNumber,
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"
import { Attachment } from "./Attachment.js"
import { Author } from "./Author.js"
import { type Part, PartTranslations } from "./ConversationPart.js"
import { Reference } from "./Reference.js"

/**
 * A part of a ticket: a reply, a note or a change. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketPart extends Part {
  /** `comment`, `note`, `quick_reply`, `assignment`, `ticket_state_updated_by_admin` and others. */
  readonly part_type?: string | null | undefined
  /** HTML. */
  readonly body?: string | null | undefined
  /** Category of the state before the change. */
  readonly previous_ticket_state?: string | null | undefined
  /** Category of the state after the change. */
  readonly ticket_state?: string | null | undefined
  readonly updated_attribute_data?: UpdatedTicketAttribute | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketPart: Schema.Schema<TicketPart> = struct("TicketPart")(() => ({
  type: nullishString,
  id: Id,
  part_type: nullishString,
  body: nullishString,
  previous_ticket_state: nullishString,
  ticket_state: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  assigned_to: nullish(Reference),
  author: nullish(Author),
  attachments: nullish(Schema.Array(Attachment)),
  external_id: nullishId,
  redacted: nullishBoolean,
  app_package_code: nullishString,
  translations: nullish(PartTranslations),
  updated_attribute_data: nullish(UpdatedTicketAttribute)
}))

/**
 * The parts of a ticket, 500 at most.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketPartList {
  readonly type?: string | null | undefined
  readonly ticket_parts?: ReadonlyArray<TicketPart> | null | undefined
  readonly total_count?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketPartList: Schema.Schema<TicketPartList> = struct("TicketPartList")(() => ({
  type: nullishString,
  ticket_parts: nullish(Schema.Array(TicketPart)),
  total_count: nullishNumber
}))

/**
 * A changed attribute of a ticket and its new value.
 *
 * @since 1.0.0
 * @category models
 */
export interface UpdatedTicketAttribute {
  readonly attribute?: TicketAttributeName | null | undefined
  readonly value?: TicketAttributeValue | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const UpdatedTicketAttribute: Schema.Schema<UpdatedTicketAttribute> = struct("UpdatedTicketAttribute")(() => ({
  attribute: nullish(TicketAttributeName),
  value: nullish(TicketAttributeValue)
}))

/**
 * The name of a changed attribute.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketAttributeName {
  readonly type?: string | null | undefined
  readonly id?: string | null | undefined
  /** Name in Intercom's user interface. */
  readonly label?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketAttributeName: Schema.Schema<TicketAttributeName> = struct("TicketAttributeName")(() => ({
  type: nullishString,
  id: nullishId,
  label: nullishString
}))

/**
 * The new value of a changed attribute.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketAttributeValue {
  readonly type?: string | null | undefined
  /** The value, the id of a list item, or a list of file ids. */
  readonly id?: unknown
  /** The value in Intercom's user interface. For files, a list of their names. */
  readonly label?: unknown
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketAttributeValue: Schema.Schema<TicketAttributeValue> = struct("TicketAttributeValue")(() => ({
  type: nullishString,
  id: anything,
  label: anything
}))
