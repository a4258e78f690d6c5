/**
 * What notifications say of conversations.
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
import { type Notified, notified, nullishTime } from "./Notified.js"
import { NotifiedContact } from "./NotifiedContact.js"

/**
 * A conversation, as notifications carry it: `conversation_parts` has only the part that the notification is about.
 * From version 2.15 its texts are plain, not HTML. Apps on a version before 2.0 get `user`, `assignee` and
 * `conversation_message` in place of `contacts`, the ids of the assignees and `source`.
 *
 * @since 1.0.0
 * @category models
 */
export interface NotifiedConversation extends Notified<Conversation> {
  /** The tags that were put on the part. */
  readonly tags_added?: Notified<TagList> | null | undefined
  readonly user?: NotifiedContact | null | undefined
  /** Nobody is `{ type: "nobody_admin", id: null }`. */
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
 * A conversation that was deleted: its id is `conversation_id`.
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
 * A conversation, and the contact that was attached to it or detached. It has no `type`.
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
 * A conversation as Intercom stores it, which is not as the API shows it: the id is that of the `model`, times are text,
 * no company is `"-1"`.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationRecord {
  readonly id?: string | null | undefined
  readonly model?: ConversationModel | null | undefined
  /** The columns of its new parts; `data` is JSON as text. */
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
 * The columns of Intercom's own table of conversations.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationModel {
  readonly id?: string | null | undefined
  /** The contact, by Intercom's id. */
  readonly user_id?: string | null | undefined
  readonly message_id?: string | null | undefined
  readonly company_id?: string | null | undefined
  readonly created_at?: number | string | null | undefined
  readonly updated_at?: number | string | null | undefined
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
