import type {
  ConversationAttributeDataType,
  ConversationAttributeReference
} from "../../../../models/ConversationAttribute.js"

/** A custom attribute of conversations. */
export interface ConversationAttributeRow {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly data_type: ConversationAttributeDataType
  readonly required: boolean
  readonly visible_to_team_ids: ReadonlyArray<string>
  readonly archived: boolean
  readonly admin_id: string
  /** Only of a `string`. */
  readonly multiline: boolean | undefined
  /** Only of a `list`. */
  readonly options: ReadonlyArray<AttributeOption> | undefined
  /** Only of a `relationship`. */
  readonly reference: ConversationAttributeReference | undefined
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
}

/** An option of a list. */
export interface AttributeOption {
  /** A UUID. */
  readonly id: string
  readonly label: string
  readonly archived: boolean
}
