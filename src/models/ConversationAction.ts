/**
 * Actions on conversations: replies, notes, assignments and others. The schemas add the fields that tell them apart.
 *
 * @since 1.0.0
 */
import type { NonEmptyReadonlyArray } from "effect/Array"
import * as Schema from "effect/Schema"
import { IdInput, IntegerIdInput, optionalRecord, SecondsInput, struct } from "../internal/fields.js"
import { NewAttachment } from "./Attachment.js"
import type { ContactHandle } from "./ContactHandle.js"
import { QuickReplyOption } from "./QuickReplyOption.js"

/**
 * @since 1.0.0
 */
export * from "./Attachment.js"
export * from "./ContactHandle.js"
export * from "./QuickReplyOption.js"

/**
 * A reply in the name of a contact.
 *
 * @since 1.0.0
 * @category models
 */
export type ContactReply = ContactComment & ContactHandle

/**
 * The fields that all replies share.
 *
 * @since 1.0.0
 * @category models
 */
export interface ReplyOptions {
  /** URLs of images, 10 at most. */
  readonly attachment_urls?: ReadonlyArray<string> | undefined
  /** Files, 10 at most. */
  readonly attachment_files?: ReadonlyArray<NewAttachment> | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
}

/**
 * The fields of a contact's reply.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactComment extends ReplyOptions {
  readonly intercom_user_id?: string | undefined
  readonly user_id?: string | undefined
  readonly email?: string | undefined
  readonly body: string
  /** The chosen button of a quick reply or a bot. */
  readonly reply_options?: ReadonlyArray<QuickReplyOption> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactComment: Schema.Schema<
  ContactComment & { readonly message_type: "comment"; readonly type: "user" }
> = struct("ContactComment")(() => ({
  message_type: Schema.Literal("comment"),
  type: Schema.Literal("user"),
  intercom_user_id: Schema.optional(IdInput),
  user_id: Schema.optional(IdInput),
  email: Schema.optional(IdInput),
  body: Schema.String,
  reply_options: Schema.optional(Schema.Array(QuickReplyOption)),
  ...replyOptions()
}))

/**
 * Input for replying as an admin, or adding a note.
 *
 * @since 1.0.0
 * @category models
 */
export interface AdminReply extends ReplyOptions {
  readonly admin_id: string
  /** Text or HTML. A note supports only some HTML. */
  readonly body: string
  /** Do not notify participants. */
  readonly skip_notifications?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AdminReply: Schema.Schema<
  AdminReply & { readonly message_type: "comment" | "note"; readonly type: "admin" }
> = struct("AdminReply")(() => ({
  message_type: Schema.Literal("comment", "note"),
  type: Schema.Literal("admin"),
  admin_id: IdInput,
  body: Schema.String,
  ...replyOptions(),
  skip_notifications: Schema.optional(Schema.Boolean)
}))

/**
 * Input for sending quick replies: buttons that the contact can reply with.
 *
 * @since 1.0.0
 * @category models
 */
export interface QuickReply extends Omit<AdminReply, "body"> {
  readonly reply_options: NonEmptyReadonlyArray<QuickReplyOption>
  /** Text or HTML. Shown above the buttons. */
  readonly body?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const QuickReply: Schema.Schema<
  QuickReply & { readonly message_type: "quick_reply"; readonly type: "admin" }
> = struct("QuickReply")(() => ({
  message_type: Schema.Literal("quick_reply"),
  type: Schema.Literal("admin"),
  admin_id: IdInput,
  reply_options: Schema.NonEmptyArray(QuickReplyOption),
  body: Schema.optional(Schema.String),
  ...replyOptions(),
  skip_notifications: Schema.optional(Schema.Boolean)
}))

const replyOptions = () => ({
  attachment_urls: Schema.optional(Schema.Array(Schema.String)),
  attachment_files: Schema.optional(Schema.Array(NewAttachment)),
  created_at: Schema.optional(SecondsInput)
})

/**
 * The admin who performs an action.
 *
 * @since 1.0.0
 * @category models
 */
export interface ActingAdmin {
  readonly admin_id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ActingAdmin: Schema.Schema<ActingAdmin> = struct("ActingAdmin")(() => ({ admin_id: IdInput }))

/**
 * Input for closing a conversation, with or without a last message to the contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationClose extends ActingAdmin {
  readonly body?: string | undefined
}

/**
 * Input for snoozing a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationSnooze extends ActingAdmin {
  /** Time when Intercom reopens it. Unix time in seconds. */
  readonly snoozed_until: number
}

/**
 * Input for assigning a conversation to an admin or a team.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationAssignment extends ActingAdmin {
  readonly type: "admin" | "team"
  /** Id of the admin or the team. `"0"` for nobody. */
  readonly assignee_id: string
  readonly body?: string | undefined
}

/**
 * Input for unassigning a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationUnassignment extends ActingAdmin {
  /** Default: `admin`. */
  readonly type?: "admin" | "team" | undefined
  readonly body?: string | undefined
}

/**
 * A change of a conversation's state, as it is sent. `message_type` tells which one it is.
 *
 * @since 1.0.0
 * @category models
 */
export type ConversationAction =
  | (ActingAdmin & { readonly message_type: "open" })
  | (ConversationClose & { readonly message_type: "close"; readonly type: "admin" })
  | (ConversationSnooze & { readonly message_type: "snoozed" })
  | (ConversationAssignment & { readonly message_type: "assignment" })

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationAction: Schema.Schema<ConversationAction> = Schema.suspend(() => {
  const body = Schema.optional(Schema.String)
  return Schema.Union(
    Schema.Struct({ message_type: Schema.Literal("open"), admin_id: IdInput }),
    Schema.Struct({ message_type: Schema.Literal("close"), type: Schema.Literal("admin"), admin_id: IdInput, body }),
    Schema.Struct({ message_type: Schema.Literal("snoozed"), admin_id: IdInput, snoozed_until: SecondsInput }),
    Schema.Struct({
      message_type: Schema.Literal("assignment"),
      type: Schema.Literal("admin", "team"),
      admin_id: IdInput,
      assignee_id: IdInput,
      body
    })
  )
}).annotations({ identifier: "effect-intercom/ConversationAction" })

/**
 * Input for adding a contact to a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export type NewParticipant = ContactHandle & NewParticipantFields

/**
 * The admin or the contact who adds another contact to a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewParticipantFields {
  readonly admin_id?: string | undefined
  /** The contact who adds the other one. */
  readonly customer?: ContactHandle | undefined
}

/**
 * A contact to add to a conversation, identified by one of three ids.
 *
 * @since 1.0.0
 * @category models
 */
export interface Participant {
  readonly intercom_user_id?: string | undefined
  readonly user_id?: string | undefined
  readonly email?: string | undefined
  /** The contact who adds this one. */
  readonly customer?: Participant | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Participant: Schema.Schema<Participant> = struct("Participant")(() => ({
  intercom_user_id: Schema.optional(IdInput),
  user_id: Schema.optional(IdInput),
  email: Schema.optional(IdInput),
  customer: Schema.optional(Participant)
}))

/**
 * Input for removing a contact from a conversation. The last contact cannot be removed.
 *
 * @since 1.0.0
 * @category models
 */
export interface ParticipantRemoval extends ActingAdmin {
  /** Intercom's id of the contact. */
  readonly contact_id: string
}

/**
 * Input for redacting a part of a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface PartRedaction {
  readonly conversation_part_id: string
}

/**
 * Input for redacting the first message of a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface SourceRedaction {
  /** Id of the conversation's `source`. */
  readonly source_id: string
}

/**
 * A redaction, as it is sent. `type` tells which one it is.
 *
 * @since 1.0.0
 * @category models
 */
export type Redaction =
  | (PartRedaction & { readonly type: "conversation_part"; readonly conversation_id: string })
  | (SourceRedaction & { readonly type: "source"; readonly conversation_id: string })

/**
 * @since 1.0.0
 * @category schemas
 */
export const Redaction: Schema.Schema<Redaction> = Schema.suspend(() =>
  Schema.Union(
    Schema.Struct({
      type: Schema.Literal("conversation_part"),
      conversation_id: IdInput,
      conversation_part_id: IdInput
    }),
    Schema.Struct({ type: Schema.Literal("source"), conversation_id: IdInput, source_id: IdInput })
  )
).annotations({ identifier: "effect-intercom/Redaction" })

/**
 * Input for converting a conversation into a ticket.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketConversion {
  /** Id of a ticket type of the category `Customer`. */
  readonly ticket_type_id: string
  /** Id of a state of the ticket type. From 2.16. */
  readonly ticket_state_id?: string | undefined
  /** Values by attribute name. Use the id of an item for a list. */
  readonly attributes?: Readonly<Record<string, unknown>> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketConversion: Schema.Schema<TicketConversion> = struct("TicketConversion")(() => ({
  ticket_type_id: IdInput,
  ticket_state_id: Schema.optional(IdInput),
  attributes: optionalRecord
}))

/**
 * Input for merging a conversation into another one.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationMerge {
  /** Id of the conversation that stays. Digits are sent as an integer. */
  readonly merge_into_conversation_id: string | number
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationMerge: Schema.Schema<ConversationMerge> = struct("ConversationMerge")(() => ({
  merge_into_conversation_id: IntegerIdInput
}))
