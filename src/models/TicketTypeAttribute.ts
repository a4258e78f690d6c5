/**
 * Ticket type attributes: the fields of the tickets of a type.
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
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * An attribute of a ticket type. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeAttribute extends Timestamps {
  readonly type?: string | null | undefined
  /** Searches use it: `ticket_attribute.{id}`. */
  readonly id: string
  readonly workspace_id?: string | null | undefined
  /** The key in the `ticket_attributes` of a ticket. */
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  readonly data_type?: TicketAttributeDataType | (string & {}) | null | undefined
  /** Options of the data type: `{ multiline: true }`, the items of a list. */
  readonly input_options?: unknown
  /** Position in the form. */
  readonly order?: number | null | undefined
  /** Whether admins must fill it in. */
  readonly required_to_create?: boolean | null | undefined
  /** Whether contacts must fill it in. */
  readonly required_to_create_for_contacts?: boolean | null | undefined
  /** Whether admins see it. */
  readonly visible_on_create?: boolean | null | undefined
  readonly visible_to_contacts?: boolean | null | undefined
  /** Whether every ticket type has it: the title and the description. */
  readonly default?: boolean | null | undefined
  readonly ticket_type_id?: string | null | undefined
  readonly archived?: boolean | null | undefined
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
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))

/**
 * The data type of an attribute.
 *
 * @since 1.0.0
 * @category models
 */
export type TicketAttributeDataType = "string" | "list" | "integer" | "decimal" | "boolean" | "datetime" | "files"

/**
 * The attributes of a ticket type. Intercom returns `data`, but documents the other name in 2.15.
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
 * The options of a new or changed attribute.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeAttributeOptions {
  /** Whether admins must fill it in. */
  readonly required_to_create?: boolean | undefined
  /** Whether contacts must fill it in. */
  readonly required_to_create_for_contacts?: boolean | undefined
  /** Whether admins see it. Default: `true`. */
  readonly visible_on_create?: boolean | undefined
  /** Whether contacts see it. Default: `true`. */
  readonly visible_to_contacts?: boolean | undefined
  /** For a `string`: whether it can have several lines. */
  readonly multiline?: boolean | undefined
  /** For a `list`: its items, separated by commas. */
  readonly list_items?: string | undefined
  /** For `files`: whether it can have several files. */
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
  /** Shown to the people who fill in the form. */
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
  /** Shown to the people who fill in the form. */
  readonly description?: string | undefined
  /** Whether to remove it from the form. Existing tickets keep it. */
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
