/**
 * Messages: emails, in-app messages and WhatsApp messages that admins send, and the first messages of conversations.
 *
 * @since 1.0.0
 */
import type { NonEmptyReadonlyArray } from "effect/Array"
import { identity } from "effect/Function"
import * as Schema from "effect/Schema"
import {
  Id,
  IdInput,
  IntegerIdInput,
  ListType,
  nullish,
  nullishBoolean,
  nullishId,
  nullishSeconds,
  nullishString,
  RecordInput,
  SecondsInput,
  struct
} from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

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
  readonly message_type?: "email" | "inapp" | "facebook" | "twitter" | "whatsapp" | (string & {}) | null | undefined
  /** Absent until the contact replies to an admin. The `source.id` of the conversation is the `id` of the message. */
  readonly conversation_id?: string | null | undefined
  /** The admin who sent the message. Absent if a contact sent it. */
  readonly owner?: MessageOwner | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Message: Schema.Schema<Message> = struct("Message")(() => sentFields())

const sentFields = () => ({
  type: nullishString,
  id: Id,
  created_at: nullishSeconds,
  subject: nullishString,
  body: nullishString,
  message_type: nullishString,
  conversation_id: nullishId,
  owner: nullish(MessageOwner)
})

/**
 * The first message of a conversation that a contact has started.
 *
 * @since 1.0.0
 * @category models
 */
export interface FirstMessage extends Message {
  readonly conversation_id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FirstMessage: Schema.Schema<FirstMessage> = struct("FirstMessage")(() => ({
  ...sentFields(),
  conversation_id: Id
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
 * Input for sending a WhatsApp message, which is made from a template that WhatsApp has approved.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewWhatsAppMessage {
  readonly from: MessageSender
  readonly to: WhatsAppRecipient
  /** Name of the template. */
  readonly template: string
  /**
   * The values for the placeholders of the template, in WhatsApp's own format:
   * `{ type: "BODY", parameters: [{ type: "text", text: "Ada" }] }`.
   */
  readonly components: ReadonlyArray<Readonly<Record<string, unknown>>>
  /** Language of the template: `en`. */
  readonly locale?: string | undefined
}

/**
 * With the `message_type` that is sent.
 *
 * @since 1.0.0
 * @category schemas
 */
export const NewWhatsAppMessage: Schema.Schema<NewWhatsAppMessage & { readonly message_type: "whatsapp" }> = struct(
  "NewWhatsAppMessage"
)(() => ({
  message_type: Schema.Literal("whatsapp"),
  from: MessageSender,
  to: WhatsAppRecipient,
  template: IdInput,
  components: Schema.Array(RecordInput),
  locale: Schema.optional(Schema.String)
}))

/**
 * The phone that receives a WhatsApp message.
 *
 * @since 1.0.0
 * @category models
 */
export interface WhatsAppRecipient {
  /** The number with its country code: `5547999998888`. Digits are sent as an integer. */
  readonly phone: string | number
  readonly name?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const WhatsAppRecipient: Schema.Schema<WhatsAppRecipient> = struct("WhatsAppRecipient")(() => ({
  phone: PhoneInput,
  name: Schema.optional(Schema.String)
}))

// A number that begins with zeros would lose them as an integer.
const PhoneInput: Schema.Schema<string | number> = Schema.transform(
  Schema.Union(IdInput, Schema.Number),
  Schema.Union(IdInput, Schema.Number),
  { decode: identity, encode: (phone) => /^[1-9]\d{0,14}$/.test(`${phone}`) ? Number(phone) : phone }
)

/**
 * The delivery of a WhatsApp message.
 *
 * @since 1.0.0
 * @category models
 */
export interface WhatsAppStatus extends WhatsAppDelivery {
  /** WhatsApp's id of the message. */
  readonly message_id?: string | null | undefined
  /** Only if the message has failed. */
  readonly error?: WhatsAppFailure | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const WhatsAppStatus: Schema.Schema<WhatsAppStatus> = struct("WhatsAppStatus")(() => ({
  ...deliveryFields(),
  message_id: nullishId,
  error: nullish(WhatsAppFailure)
}))

/**
 * The delivery of one message of a set.
 *
 * @since 1.0.0
 * @category models
 */
export interface WhatsAppStatusEvent extends WhatsAppDelivery {
  readonly id: string
  readonly user_id?: string | null | undefined
  /** WhatsApp's id of the message. */
  readonly whatsapp_message_id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const WhatsAppStatusEvent: Schema.Schema<WhatsAppStatusEvent> = struct("WhatsAppStatusEvent")(() => ({
  ...deliveryFields(),
  id: Id,
  user_id: nullishId,
  whatsapp_message_id: nullishId
}))

/**
 * How far a WhatsApp message has come.
 *
 * @since 1.0.0
 * @category models
 */
export interface WhatsAppDelivery extends Timestamps {
  /** Where the message comes from. */
  readonly type?: "broadcast_outbound" | (string & {}) | null | undefined
  readonly status?: "sent" | "delivered" | "read" | "failed" | (string & {}) | null | undefined
  readonly conversation_id?: string | null | undefined
  readonly template_name?: string | null | undefined
}

const deliveryFields = () => ({
  type: nullish(ListType),
  status: nullishString,
  conversation_id: nullishId,
  template_name: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds
})

/**
 * Why a WhatsApp message has failed.
 *
 * @since 1.0.0
 * @category models
 */
export interface WhatsAppFailure {
  readonly message?: string | null | undefined
  readonly details?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const WhatsAppFailure: Schema.Schema<WhatsAppFailure> = struct("WhatsAppFailure")(() => ({
  message: nullishString,
  details: nullishString
}))

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
