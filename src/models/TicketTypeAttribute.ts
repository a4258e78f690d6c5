/**
 * Ticket type attributes: the fields of a form that tickets of a type are filled in with.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  anything,
  Id,
  IdInput,
  nullish,
  nullishBoolean,
  nullishId,
  nullishNumber,
  nullishString,
  struct
} from "../internal/fields.js"

/**
 * A field of a ticket. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeAttribute {
  readonly type?: string | null | undefined
  /** What a search calls it by: `ticket_attribute.{id}`. */
  readonly id: string
  readonly workspace_id?: string | null | undefined
  /** What `ticket_attributes` call it by. */
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  readonly data_type?: TicketAttributeDataType | (string & {}) | null | undefined
  /** What depends on the data type: `{ multiline: true }`, the items of a list. */
  readonly input_options?: unknown
  /** Where it stands in the form. */
  readonly order?: number | null | undefined
  /** Whether teammates have to fill it in. */
  readonly required_to_create?: boolean | null | undefined
  /** Whether contacts have to fill it in. */
  readonly required_to_create_for_contacts?: boolean | null | undefined
  /** Whether teammates see it. */
  readonly visible_on_create?: boolean | null | undefined
  /** Whether contacts see it. */
  readonly visible_to_contacts?: boolean | null | undefined
  /** Whether it is one every type has: the title and the description. */
  readonly default?: boolean | null | undefined
  readonly ticket_type_id?: string | null | undefined
  readonly archived?: boolean | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly updated_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketTypeAttribute: Schema.Schema<TicketTypeAttribute> = struct("TicketTypeAttribute")(() => ({
  type: nullishString,
  id: Id,
  workspace_id: nullishId,
  name: nullishString,
  description: nullishString,
  data_type: nullishString,
  input_options: anything,
  order: nullishNumber,
  required_to_create: nullishBoolean,
  required_to_create_for_contacts: nullishBoolean,
  visible_on_create: nullishBoolean,
  visible_to_contacts: nullishBoolean,
  default: nullishBoolean,
  ticket_type_id: nullishId,
  archived: nullishBoolean,
  created_at: nullishNumber,
  updated_at: nullishNumber
}))

/**
 * What a field of a ticket holds.
 *
 * @since 1.0.0
 * @category models
 */
export type TicketAttributeDataType =
  | "string"
  | "list"
  | "integer"
  | "decimal"
  | "boolean"
  | "datetime"
  | "files"

/**
 * The fields of a ticket type. They come under `data`, although 2.15 documents the other name.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeAttributeList {
  readonly type?: string | null | undefined
  readonly data?: ReadonlyArray<TicketTypeAttribute> | null | undefined
  readonly ticket_type_attributes?: ReadonlyArray<TicketTypeAttribute> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketTypeAttributeList: Schema.Schema<TicketTypeAttributeList> = struct("TicketTypeAttributeList")(
  () => ({
    type: nullishString,
    data: nullish(Schema.Array(TicketTypeAttribute)),
    ticket_type_attributes: nullish(Schema.Array(TicketTypeAttribute))
  })
)

/**
 * What can be said of any field of a ticket.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeAttributeOptions {
  /** Whether teammates have to fill it in. */
  readonly required_to_create?: boolean | undefined
  /** Whether contacts have to fill it in. */
  readonly required_to_create_for_contacts?: boolean | undefined
  /** Whether teammates see it. Default: `true`. */
  readonly visible_on_create?: boolean | undefined
  /** Whether contacts see it. Default: `true`. */
  readonly visible_to_contacts?: boolean | undefined
  /** Of a `string`: whether it has several lines. */
  readonly multiline?: boolean | undefined
  /** Of a `list`: its items, separated by commas. */
  readonly list_items?: string | undefined
  /** Of `files`: whether there may be several. */
  readonly allow_multiple_values?: boolean | undefined
}

/**
 * Input for adding an attribute to a ticket type.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewTicketTypeAttribute extends TicketTypeAttributeOptions {
  readonly name: string
  /** Those who fill it in read this. */
  readonly description: string
  readonly data_type: TicketAttributeDataType
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewTicketTypeAttribute: Schema.Schema<NewTicketTypeAttribute> = struct("NewTicketTypeAttribute")(() => ({
  name: IdInput,
  description: Schema.String,
  data_type: Schema.Literal("string", "list", "integer", "decimal", "boolean", "datetime", "files"),
  ...optionFields()
}))

/**
 * Input for changing an attribute of a ticket type. Its data type cannot be changed.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeAttributeChanges extends TicketTypeAttributeOptions {
  readonly attribute_id: string
  readonly name?: string | undefined
  /** Those who fill it in read this. */
  readonly description?: string | undefined
  /** Takes it out of the form; tickets that have it keep it. */
  readonly archived?: boolean | undefined
}

/**
 * The fields that are sent in the body.
 *
 * @since 1.0.0
 * @category schemas
 */
export const TicketTypeAttributeChanges: Schema.Schema<Omit<TicketTypeAttributeChanges, "attribute_id">> = struct(
  "TicketTypeAttributeChanges"
)(() => ({
  name: Schema.optional(IdInput),
  description: Schema.optional(Schema.String),
  ...optionFields(),
  archived: Schema.optional(Schema.Boolean)
}))

const optionFields = () => ({
  required_to_create: Schema.optional(Schema.Boolean),
  required_to_create_for_contacts: Schema.optional(Schema.Boolean),
  visible_on_create: Schema.optional(Schema.Boolean),
  visible_to_contacts: Schema.optional(Schema.Boolean),
  multiline: Schema.optional(Schema.Boolean),
  list_items: Schema.optional(Schema.String),
  allow_multiple_values: Schema.optional(Schema.Boolean)
})
