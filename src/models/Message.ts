/**
 * Messages: emails and in-app messages that admins send, and the first messages of conversations.
 *
 * @since 1.0.0
 */
import type { NonEmptyReadonlyArray } from "effect/Array"
import * as Schema from "effect/Schema"
import {
  Id,
  IdInput,
  IntegerIdInput,
  nullish,
  nullishBoolean,
  nullishId,
  nullishSeconds,
  nullishString,
  SecondsInput,
  struct
} from "../internal/fields.js"

/**
 * A message that was sent. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Message {
  readonly type?: "admin_message" | "user_message" | (string & {}) | null | undefined
  /** Id of the message. Its conversation has another id. */
  readonly id: string
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Only for emails. */
  readonly subject?: string | null | undefined
  /** HTML. */
  readonly body?: string | null | undefined
  readonly message_type?: "email" | "inapp" | "facebook" | "twitter" | (string & {}) | null | undefined
  /** Absent until the contact replies to an admin. The `source.id` of the conversation is the `id` of the message. */
  readonly conversation_id?: string | null | undefined
  /** The admin who sent the message. Absent if a contact sent it. */
  readonly owner?: MessageOwner | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Message: Schema.Schema<Message> = struct("Message")(() => ({
  type: nullishString,
  id: Id,
  created_at: nullishSeconds,
  subject: nullishString,
  body: nullishString,
  message_type: nullishString,
  conversation_id: nullishId,
  owner: nullish(MessageOwner)
}))

/**
 * The admin who sent a message.
 *
 * @since 1.0.0
 * @category models
 */
export interface MessageOwner {
  readonly type?: string | null | undefined
  readonly id?: string | null | undefined
  readonly name?: string | null | undefined
  readonly email?: string | null | undefined
  readonly away_mode_enabled?: boolean | null | undefined
  readonly away_mode_reassign?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const MessageOwner: Schema.Schema<MessageOwner> = struct("MessageOwner")(() => ({
  type: nullishString,
  id: nullishId,
  name: nullishString,
  email: nullishString,
  away_mode_enabled: nullishBoolean,
  away_mode_reassign: nullishBoolean
}))

/**
 * Input for sending an in-app message, which the Messenger shows.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewInAppMessage {
  readonly from: MessageSender
  readonly to: MessageRecipient | NonEmptyReadonlyArray<MessageRecipient>
  readonly cc?: MessageRecipient | ReadonlyArray<MessageRecipient> | undefined
  readonly bcc?: MessageRecipient | ReadonlyArray<MessageRecipient> | undefined
  /** Text or HTML. */
  readonly body: string
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  /** Creates a conversation in the inbox at once, not only when the contact replies. Default: `false`. */
  readonly create_conversation_without_contact_reply?: boolean | undefined
}

/**
 * With the `message_type` that is sent. Intercom expects `in_app` and returns `inapp`.
 *
 * @since 1.0.0
 * @category schemas
 */
export const NewInAppMessage: Schema.Schema<NewInAppMessage & { readonly message_type: "in_app" }> = struct(
  "NewInAppMessage"
)(() => ({ message_type: Schema.Literal("in_app"), ...messageFields() }))

/**
 * Input for sending an email.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewEmail extends NewInAppMessage {
  readonly subject: string
  /** `plain` has no styling. `personal` has the workspace's styling. */
  readonly template: "plain" | "personal"
}

/**
 * With the `message_type` that is sent.
 *
 * @since 1.0.0
 * @category schemas
 */
export const NewEmail: Schema.Schema<NewEmail & { readonly message_type: "email" }> = struct("NewEmail")(() => ({
  message_type: Schema.Literal("email"),
  subject: Schema.String,
  template: Schema.Literal("plain", "personal"),
  ...messageFields()
}))

const messageFields = () => ({
  from: MessageSender,
  to: Schema.Union(MessageRecipient, Schema.NonEmptyArray(MessageRecipient)),
  cc: Schema.optional(MessageRecipients),
  bcc: Schema.optional(MessageRecipients),
  body: Schema.String,
  created_at: Schema.optional(SecondsInput),
  create_conversation_without_contact_reply: Schema.optional(Schema.Boolean)
})

/**
 * The admin who sends a message.
 *
 * @since 1.0.0
 * @category models
 */
export interface MessageSender {
  readonly type: "admin"
  /** Digits are sent as an integer. */
  readonly id: string | number
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const MessageSender: Schema.Schema<MessageSender> = struct("MessageSender")(() => ({
  type: Schema.Literal("admin"),
  id: IntegerIdInput
}))

/**
 * A contact who receives a message.
 *
 * @since 1.0.0
 * @category models
 */
export interface MessageRecipient {
  readonly type: "user" | "lead"
  /** Intercom's id. An email address does not work here. */
  readonly id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const MessageRecipient: Schema.Schema<MessageRecipient> = struct("MessageRecipient")(() => ({
  type: Schema.Literal("user", "lead"),
  id: IdInput
}))

const MessageRecipients: Schema.Schema<MessageRecipient | ReadonlyArray<MessageRecipient>> = Schema.suspend(() =>
  Schema.Union(MessageRecipient, Schema.Array(MessageRecipient))
)
