/**
 * Conversation attributes: the custom fields of conversations.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  IdInput,
  nullish,
  nullishBoolean,
  nullishId,
  nullishIds,
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * A conversation attribute. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationAttribute extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  readonly data_type?: ConversationAttributeDataType | (string & {}) | null | undefined
  readonly required?: boolean | null | undefined
  /** Empty if all teams see it. */
  readonly visible_to_team_ids?: ReadonlyArray<string> | null | undefined
  readonly archived?: boolean | null | undefined
  /** The admin who created it. */
  readonly admin_id?: string | null | undefined
  /** Only for a `string`: whether it can have several lines. */
  readonly multiline?: boolean | null | undefined
  /** Only for a `list`. Archived options are included. */
  readonly options?: ReadonlyArray<ConversationAttributeOption> | null | undefined
  /** Only for a `relationship`. */
  readonly reference?: ConversationAttributeReference | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationAttribute: Schema.Schema<ConversationAttribute> = struct("ConversationAttribute")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  description: nullishString,
  data_type: nullishString,
  required: nullishBoolean,
  visible_to_team_ids: nullishIds,
  archived: nullishBoolean,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  admin_id: nullishId,
  multiline: nullishBoolean,
  options: nullish(Schema.Array(ConversationAttributeOption)),
  reference: nullish(ConversationAttributeReference)
}))

/**
 * The data type of an attribute.
 *
 * @since 1.0.0
 * @category models
 */
export type ConversationAttributeDataType =
  | "string"
  | "integer"
  | "list"
  | "decimal"
  | "boolean"
  | "datetime"
  | "relationship"
  | "files"

/**
 * An option of a list.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationAttributeOption {
  /** A UUID. */
  readonly id?: string | null | undefined
  readonly label?: string | null | undefined
  readonly archived?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationAttributeOption: Schema.Schema<ConversationAttributeOption> = struct(
  "ConversationAttributeOption"
)(() => ({ id: nullishId, label: nullishString, archived: nullishBoolean }))

/**
 * The custom objects that a relationship refers to.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationAttributeReference {
  /** Whether a conversation refers to one object or to several. */
  readonly type?: "one" | "many" | (string & {}) | null | undefined
  /** Type of the custom objects. */
  readonly object_type_id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationAttributeReference: Schema.Schema<ConversationAttributeReference> = struct(
  "ConversationAttributeReference"
)(() => ({ type: nullishString, object_type_id: nullishId }))

/**
 * Input for creating an attribute.
 *
 * @since 1.0.0
 * @category models
 */
export type NewConversationAttribute =
  | NewStringAttribute
  | NewListAttribute
  | NewRelationshipAttribute
  | NewPlainAttribute

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewConversationAttribute: Schema.Schema<NewConversationAttribute> = Schema.suspend(() =>
  Schema.Union(
    NewStringAttribute,
    NewListAttribute,
    NewRelationshipAttribute,
    // One for each type, because an error of a union with several types names the wrong field.
    attributeOf("integer"),
    attributeOf("decimal"),
    attributeOf("boolean"),
    attributeOf("datetime"),
    attributeOf("files")
  )
).annotations({ identifier: "effect-intercom/NewConversationAttribute" })

/**
 * The fields of any new attribute.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewConversationAttributeFields {
  readonly name: string
  readonly description?: string | undefined
  /** Whether it is required. */
  readonly required?: boolean | undefined
  /** Ids of the teams that see it. Empty for all teams. */
  readonly visible_to_team_ids?: ReadonlyArray<string> | undefined
}

const attributeFields = () => ({
  name: Schema.String,
  description: Schema.optional(Schema.String),
  required: Schema.optional(Schema.Boolean),
  visible_to_team_ids: Schema.optional(Schema.Array(IdInput))
})

/**
 * Input for creating an attribute that holds text.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewStringAttribute extends NewConversationAttributeFields {
  readonly data_type: "string"
  /** Whether it can have several lines. */
  readonly multiline?: boolean | undefined
}

const NewStringAttribute: Schema.Schema<NewStringAttribute> = Schema.suspend(() =>
  Schema.Struct({
    ...attributeFields(),
    data_type: Schema.Literal("string"),
    multiline: Schema.optional(Schema.Boolean)
  })
)

/**
 * Input for creating an attribute with a list of options.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewListAttribute extends NewConversationAttributeFields {
  readonly data_type: "list"
  /** At least two. */
  readonly options: readonly [
    NewConversationAttributeOption,
    NewConversationAttributeOption,
    ...Array<NewConversationAttributeOption>
  ]
}

const NewListAttribute: Schema.Schema<NewListAttribute> = Schema.suspend(() =>
  Schema.Struct({
    ...attributeFields(),
    data_type: Schema.Literal("list"),
    options: Schema.Tuple(
      [NewConversationAttributeOption, NewConversationAttributeOption],
      NewConversationAttributeOption
    )
  })
)

/**
 * Input for creating an attribute that refers to custom objects.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewRelationshipAttribute extends NewConversationAttributeFields {
  readonly data_type: "relationship"
  readonly reference?: NewConversationAttributeReference | undefined
}

const NewRelationshipAttribute: Schema.Schema<NewRelationshipAttribute> = Schema.suspend(() =>
  Schema.Struct({
    ...attributeFields(),
    data_type: Schema.Literal("relationship"),
    reference: Schema.optional(NewConversationAttributeReference)
  })
)

/**
 * Input for creating an attribute of a type that has no settings.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewPlainAttribute extends NewConversationAttributeFields {
  readonly data_type: "integer" | "decimal" | "boolean" | "datetime" | "files"
}

const attributeOf = <Type extends NewPlainAttribute["data_type"]>(type: Type) =>
  Schema.Struct({ ...attributeFields(), data_type: Schema.Literal(type) })

/**
 * Input for the custom objects that a relationship refers to.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewConversationAttributeReference {
  /** Whether a conversation refers to one object or to several. */
  readonly type: "one" | "many"
  /** Type of the custom objects. */
  readonly object_type_id?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewConversationAttributeReference: Schema.Schema<NewConversationAttributeReference> = struct(
  "NewConversationAttributeReference"
)(() => ({ type: Schema.Literal("one", "many"), object_type_id: Schema.optional(IdInput) }))

/**
 * Input for an option of a list.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewConversationAttributeOption {
  readonly label: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewConversationAttributeOption: Schema.Schema<NewConversationAttributeOption> = struct(
  "NewConversationAttributeOption"
)(() => ({ label: Schema.String }))

/**
 * Input for changing an attribute. Its data type cannot be changed. Use `addOption`, `renameOption` and `archiveOption`
 * for the options of a list.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationAttributeChanges extends Omit<NewConversationAttributeFields, "name"> {
  readonly name?: string | undefined
  /** Only for a `string`: whether it can have several lines. */
  readonly multiline?: boolean | undefined
  /** Only for a `relationship`. */
  readonly reference?: NewConversationAttributeReference | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationAttributeChanges: Schema.Schema<ConversationAttributeChanges> = struct(
  "ConversationAttributeChanges"
)(() => ({
  ...attributeFields(),
  name: Schema.optional(Schema.String),
  multiline: Schema.optional(Schema.Boolean),
  reference: Schema.optional(NewConversationAttributeReference)
}))

/**
 * Identifies an option of a list.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationAttributeOptionId {
  /** The `id` of the option, a UUID. */
  readonly option_id: string
}

/**
 * Input for renaming an option of a list.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationAttributeOptionChanges
  extends ConversationAttributeOptionId, NewConversationAttributeOption
{}
