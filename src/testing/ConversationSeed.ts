/**
 * Conversations and tickets that a test adds to a workspace in memory. `IntercomWorkspace` exports these types too.
 *
 * @since 1.0.0
 */
import type {
  ConversationAttributeDataType,
  NewConversationAttributeReference
} from "../models/ConversationAttribute.js"
import type { AiAgent, ConversationRating } from "../models/ConversationStatistics.js"
import type { NewTicketType } from "../models/TicketType.js"
import type { NewTicketTypeAttribute } from "../models/TicketTypeAttribute.js"
import type { ObjectSeed } from "./ObjectSeed.js"

/**
 * A conversation to add, with its messages.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationSeed extends ObjectSeed {
  /** The participants, by Intercom's id, your own id or an email. */
  readonly contacts: readonly [string, ...ReadonlyArray<string>]
  /** The admin who started it, by id or email. Default: the first contact started it. */
  readonly from?: string | undefined
  /** The first message: text. If an admin wrote it, HTML is allowed. */
  readonly body: string
  readonly subject?: string | undefined
  /** The type of the first message, such as `email`. Default: `conversation`. */
  readonly channel?: string | undefined
  readonly title?: string | undefined
  /** The messages that followed, in order. */
  readonly parts?: ReadonlyArray<PartSeed> | undefined
  /** Default: `open`. */
  readonly state?: "open" | "closed" | "snoozed" | undefined
  /** When a snoozed conversation reopens. Unix time in seconds. */
  readonly snoozed_until?: number | undefined
  readonly read?: boolean | undefined
  readonly priority?: "priority" | "not_priority" | undefined
  /** The assigned admin, by id or email. */
  readonly admin?: string | undefined
  /** The assigned team, by id or name. */
  readonly team?: string | undefined
  /** The company, by your own id (`company_id`). */
  readonly company?: string | undefined
  /** Names of tags. A tag that does not exist is created. */
  readonly tags?: ReadonlyArray<string> | undefined
  readonly custom_attributes?: Readonly<Record<string, unknown>> | undefined
  readonly rating?: ConversationRating | undefined
  /** The participation of Fin. */
  readonly ai_agent?: AiAgent | undefined
  /** Unix time in seconds. Default: the time of the last part. */
  readonly updated_at?: number | undefined
}

/**
 * A custom attribute of conversations to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationAttributeSeed extends ObjectSeed {
  /** Digits. Default: the next one. */
  readonly id?: string | undefined
  readonly name: string
  readonly description?: string | undefined
  /** Default: `string`. */
  readonly data_type?: ConversationAttributeDataType | undefined
  /** Default: `false`. */
  readonly required?: boolean | undefined
  /** The teams that see it, by id or name. Default: all. */
  readonly teams?: ReadonlyArray<string> | undefined
  /** Only for a `string`. Default: `false`. */
  readonly multiline?: boolean | undefined
  /** The labels of a `list`. */
  readonly options?: ReadonlyArray<string> | undefined
  /** Only for a `relationship`. */
  readonly reference?: NewConversationAttributeReference | undefined
  readonly archived?: boolean | undefined
}

/**
 * A message or a note in a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface PartSeed {
  readonly body: string
  /** The author, an admin, by id or email. Default: the first contact. */
  readonly admin?: string | undefined
  /** Whether it is a note, which contacts do not see. */
  readonly note?: boolean | undefined
  /** Unix time in seconds. Default: the time of the message before. */
  readonly created_at?: number | undefined
}

/**
 * A ticket type to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketTypeSeed extends NewTicketType, ObjectSeed {
  /** Digits. Default: the next one. */
  readonly id?: string | undefined
  readonly archived?: boolean | undefined
  /** Attributes in addition to title and description. */
  readonly attributes?: ReadonlyArray<NewTicketTypeAttribute> | undefined
}

/**
 * A ticket state to add. Every workspace starts with four others.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketStateSeed {
  /** Default: the next one. */
  readonly id?: string | undefined
  readonly category: "submitted" | "in_progress" | "waiting_on_customer" | "resolved"
  /** The label that admins see. */
  readonly internal_label: string
  /** The label that contacts see. Default: `internal_label`. */
  readonly external_label?: string | undefined
  readonly archived?: boolean | undefined
  /** The ticket types that have this state, by id or name. Default: all. */
  readonly ticket_types?: ReadonlyArray<string> | undefined
}

/**
 * A ticket to add.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketSeed extends ObjectSeed {
  /** The ticket type, by id or name. */
  readonly ticket_type: string
  /** The contact, by Intercom's id, your own id or an email. */
  readonly contacts: ReadonlyArray<string>
  readonly title?: string | undefined
  readonly description?: string | undefined
  /** Values by attribute name. A value of a list attribute is the name of an item. */
  readonly ticket_attributes?: Readonly<Record<string, unknown>> | undefined
  /** The state, by id or by `internal_label`. Default: the first state of the type. */
  readonly state?: string | undefined
  /** The assigned admin, by id or email. */
  readonly admin?: string | undefined
  /** The assigned team, by id or name. */
  readonly team?: string | undefined
  /** The company, by your own id (`company_id`). */
  readonly company?: string | undefined
  /** The linked conversations, by id. */
  readonly conversations?: ReadonlyArray<string> | undefined
  /** Names of tags. A tag that does not exist is created. */
  readonly tags?: ReadonlyArray<string> | undefined
  /** Default: `true`. */
  readonly open?: boolean | undefined
  /** Default: `true` for a ticket of the category `Customer`. */
  readonly is_shared?: boolean | undefined
  /** Unix time in seconds. */
  readonly snoozed_until?: number | undefined
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
}
