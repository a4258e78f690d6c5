/**
 * Data attributes: the properties of contacts, companies and conversations.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { nullishBoolean, nullishId, nullishSeconds, nullishString, nullishStrings, struct } from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * A data attribute. Only custom attributes have an `id`, an `admin_id` and times.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataAttribute extends Timestamps {
  readonly type?: string | null | undefined
  readonly id?: string | null | undefined
  /** Type of the objects that have the attribute. */
  readonly model?: "contact" | "company" | "conversation" | (string & {}) | null | undefined
  readonly name?: string | null | undefined
  /** Path of the attribute: `custom_attributes.paid_subscriber`, `plan.name`. */
  readonly full_name?: string | null | undefined
  /** Name in Intercom's user interface. */
  readonly label?: string | null | undefined
  readonly description?: string | null | undefined
  readonly data_type?: "string" | "integer" | "float" | "boolean" | "date" | (string & {}) | null | undefined
  /** Allowed values of a list attribute. */
  readonly options?: ReadonlyArray<string> | null | undefined
  readonly api_writable?: boolean | null | undefined
  readonly messenger_writable?: boolean | null | undefined
  readonly ui_writable?: boolean | null | undefined
  /** Whether your workspace defines it. */
  readonly custom?: boolean | null | undefined
  readonly archived?: boolean | null | undefined
  readonly admin_id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataAttribute: Schema.Schema<DataAttribute> = struct("DataAttribute")(() => ({
  type: nullishString,
  id: nullishId,
  model: nullishString,
  name: nullishString,
  full_name: nullishString,
  label: nullishString,
  description: nullishString,
  data_type: nullishString,
  options: nullishStrings,
  api_writable: nullishBoolean,
  messenger_writable: nullishBoolean,
  ui_writable: nullishBoolean,
  custom: nullishBoolean,
  archived: nullishBoolean,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  admin_id: nullishId
}))

/**
 * Input for creating a custom attribute.
 *
 * @since 1.0.0
 * @category models
 */
export type NewDataAttribute = NewListAttribute | NewValueAttribute

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewDataAttribute: Schema.Schema<NewDataAttribute> = Schema.suspend(() =>
  Schema.Union(NewListAttribute, NewValueAttribute)
).annotations({ identifier: "effect-intercom/NewDataAttribute" })

/**
 * The fields of any new custom attribute.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewDataAttributeFields {
  /** Letters, digits, currency signs and hyphens. */
  readonly name: string
  readonly model: "contact" | "company"
  readonly description?: string | undefined
  readonly messenger_writable?: boolean | undefined
}

/**
 * Input for creating a custom attribute with a list of allowed values.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewListAttribute extends NewDataAttributeFields {
  readonly data_type: "options"
  readonly options: DataAttributeOptions
}

const NewListAttribute: Schema.Schema<NewListAttribute> = Schema.suspend(() =>
  Schema.Struct({ ...attributeFields(), data_type: Schema.Literal("options"), options: DataAttributeOptions })
)

/**
 * Input for creating a custom attribute of a simple type.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewValueAttribute extends NewDataAttributeFields {
  readonly data_type: "string" | "integer" | "float" | "boolean" | "datetime" | "date"
  readonly options?: undefined
}

const NewValueAttribute: Schema.Schema<NewValueAttribute> = Schema.suspend(() =>
  Schema.Struct({
    ...attributeFields(),
    data_type: Schema.Literal("string", "integer", "float", "boolean", "datetime", "date"),
    options: Schema.optional(Schema.Undefined)
  })
)

const attributeFields = () => ({
  name: Schema.String,
  model: Schema.Literal("contact", "company"),
  description: Schema.optional(Schema.String),
  messenger_writable: Schema.optional(Schema.Boolean)
})

/**
 * Input for changing a custom attribute.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataAttributeChanges {
  readonly archived?: boolean | undefined
  readonly description?: string | undefined
  readonly messenger_writable?: boolean | undefined
  /** All options, including the existing ones. */
  readonly options?: DataAttributeOptions | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataAttributeChanges: Schema.Schema<DataAttributeChanges> = struct("DataAttributeChanges")(() => ({
  archived: Schema.optional(Schema.Boolean),
  description: Schema.optional(Schema.String),
  messenger_writable: Schema.optional(Schema.Boolean),
  options: Schema.optional(DataAttributeOptions)
}))

/**
 * The options of an attribute, at least two.
 *
 * @since 1.0.0
 * @category models
 */
export type DataAttributeOptions = readonly [DataAttributeOption, DataAttributeOption, ...Array<DataAttributeOption>]

const DataAttributeOptions: Schema.Schema<DataAttributeOptions> = Schema.suspend(() =>
  Schema.Tuple([DataAttributeOption, DataAttributeOption], DataAttributeOption)
)

/**
 * An allowed value of a list attribute.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataAttributeOption {
  readonly value: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DataAttributeOption: Schema.Schema<DataAttributeOption> = struct("DataAttributeOption")(() => ({
  value: Schema.String
}))
