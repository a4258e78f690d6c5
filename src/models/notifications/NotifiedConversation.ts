/**
 * Notifications about conversations.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  AnyRecord,
  nullish,
  nullishBoolean,
  nullishId,
  nullishRecord,
  nullishString,
  struct
} from "../../internal/fields.js"
import { Author } from "../Author.js"
import { Conversation, ConversationSource } from "../Conversation.js"
import { TagList } from "../Tag.js"
import type { Timestamps } from "../Timestamps.js"
import { type Notified, notified, nullishTime } from "./Notified.js"
import { NotifiedContact } from "./NotifiedContact.js"

/**
 * A conversation, as notifications contain it. `conversation_parts` has only the part that the notification is about.
 * From API version 2.15, its texts are plain text, not HTML. Apps on an API version before 2.0 get `user`, `assignee`
 * and `conversation_message` instead of `contacts`, the ids of the assignees and `source`.
 *
 * @since 1.0.0
 * @category models
 */
export interface NotifiedConversation extends Notified<Conversation> {
  /** The tags that were added to the part. */
  readonly tags_added?: Notified<TagList> | null | undefined
  readonly user?: NotifiedContact | null | undefined
  /** `{ type: "nobody_admin", id: null }` if nobody is assigned. */
  readonly assignee?: Author | null | undefined
  readonly conversation_message?: ConversationSource | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NotifiedConversation: Schema.Schema<NotifiedConversation> = Schema.suspend(() =>
  Schema.extend(
    notified(Conversation),
    Schema.Struct({
      tags_added: nullish(notified(TagList)),
      user: nullish(NotifiedContact),
      assignee: nullish(Author),
      conversation_message: nullish(ConversationSource)
    })
  )
).annotations({ identifier: "effect-intercom/NotifiedConversation" })

/**
 * A deleted conversation. Its id is `conversation_id`.
 *
 * @since 1.0.0
 * @category models
 */
export interface DeletedConversation {
  readonly type?: string | null | undefined
  readonly conversation_id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DeletedConversation: Schema.Schema<DeletedConversation> = struct("DeletedConversation")(() => ({
  type: nullishString,
  conversation_id: nullishId
}))

/**
 * A conversation, and the contact that was attached to it or detached from it. It has no `type`.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationContact {
  readonly conversation?: ConversationRecord | null | undefined
  readonly contact?: NotifiedContact | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationContact: Schema.Schema<ConversationContact> = struct("ConversationContact")(() => ({
  conversation: nullish(ConversationRecord),
  contact: nullish(NotifiedContact)
}))

/**
 * A conversation as Intercom stores it, which differs from the API: the id is in `model`, times are strings, and `"-1"`
 * stands for no company.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationRecord {
  readonly id?: string | null | undefined
  readonly model?: ConversationModel | null | undefined
  /** The columns of its new parts. `data` is a JSON string. */
  readonly parts?: ReadonlyArray<Readonly<Record<string, unknown>>> | null | undefined
  readonly options?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationRecord: Schema.Schema<ConversationRecord> = struct("ConversationRecord")(() => ({
  id: nullishId,
  model: nullish(ConversationModel),
  parts: nullish(Schema.Array(AnyRecord)),
  options: nullishRecord
}))

/**
 * The columns of Intercom's internal table of conversations.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationModel extends Notified<Timestamps> {
  readonly id?: string | null | undefined
  /** Intercom's id of the contact. */
  readonly user_id?: string | null | undefined
  readonly message_id?: string | null | undefined
  readonly company_id?: string | null | undefined
  readonly read?: boolean | null | undefined
  readonly deleted?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationModel: Schema.Schema<ConversationModel> = struct("ConversationModel")(() => ({
  id: nullishId,
  user_id: nullishId,
  message_id: nullishId,
  company_id: nullishId,
  created_at: nullishTime,
  updated_at: nullishTime,
  read: nullishBoolean,
  deleted: nullishBoolean
}))
