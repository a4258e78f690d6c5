/**
 * Replies, notes and quick replies of tickets. The schemas add the fields that tell them apart.
 *
 * @since 1.0.0
 */
import type { NonEmptyReadonlyArray } from "effect/Array"
import * as Schema from "effect/Schema"
import { IdInput, SecondsInput, struct } from "../internal/fields.js"
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
 * The fields that all replies to a ticket share.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketReplyOptions {
  /** URLs of images, 10 at most. */
  readonly attachment_urls?: ReadonlyArray<string> | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  /** Do not notify participants. */
  readonly skip_notifications?: boolean | undefined
}

/**
 * A reply in the name of a contact.
 *
 * @since 1.0.0
 * @category models
 */
export type TicketContactReply = TicketContactComment & ContactHandle

/**
 * The fields of a contact's reply.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketContactComment extends TicketReplyOptions {
  readonly intercom_user_id?: string | undefined
  readonly user_id?: string | undefined
  readonly email?: string | undefined
  readonly body: string
  /** The chosen buttons of a quick reply. */
  readonly reply_options?: ReadonlyArray<QuickReplyOption> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketContactComment: Schema.Schema<
  TicketContactComment & { readonly type: "user"; readonly message_type: "comment" }
> = struct("TicketContactComment")(() => ({
  type: Schema.Literal("user"),
  message_type: Schema.Literal("comment"),
  intercom_user_id: Schema.optional(IdInput),
  user_id: Schema.optional(IdInput),
  email: Schema.optional(IdInput),
  body: Schema.String,
  reply_options: Schema.optional(Schema.Array(QuickReplyOption)),
  ...optionFields()
}))

/**
 * Input for replying as an admin. The contact sees the reply.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketAdminReply extends TicketReplyOptions {
  readonly admin_id: string
  /** Text or HTML. */
  readonly body: string
  /** Files, 10 at most. If there are any, Intercom ignores `attachment_urls`. From 2.16. */
  readonly attachment_files?: ReadonlyArray<NewAttachment> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketAdminReply: Schema.Schema<
  TicketAdminReply & { readonly type: "admin"; readonly message_type: "comment" }
> = struct("TicketAdminReply")(() => ({
  type: Schema.Literal("admin"),
  message_type: Schema.Literal("comment"),
  admin_id: IdInput,
  body: Schema.String,
  attachment_files: Schema.optional(Schema.Array(NewAttachment)),
  ...optionFields()
}))

/**
 * Input for adding a note. Only admins see it.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketNote extends TicketAdminReply {
  /** For a back-office ticket, whether to add the note to all linked conversations, too. */
  readonly cross_post?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketNote: Schema.Schema<
  TicketNote & { readonly type: "admin"; readonly message_type: "note" }
> = struct("TicketNote")(() => ({
  type: Schema.Literal("admin"),
  message_type: Schema.Literal("note"),
  admin_id: IdInput,
  body: Schema.String,
  cross_post: Schema.optional(Schema.Boolean),
  attachment_files: Schema.optional(Schema.Array(NewAttachment)),
  ...optionFields()
}))

/**
 * Input for sending quick replies: buttons that the contact can reply with.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketQuickReply extends Omit<TicketAdminReply, "body"> {
  readonly reply_options: NonEmptyReadonlyArray<QuickReplyOption>
  /** Text or HTML. Shown above the buttons. */
  readonly body?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TicketQuickReply: Schema.Schema<
  TicketQuickReply & { readonly type: "admin"; readonly message_type: "quick_reply" }
> = struct("TicketQuickReply")(() => ({
  type: Schema.Literal("admin"),
  message_type: Schema.Literal("quick_reply"),
  admin_id: IdInput,
  reply_options: Schema.NonEmptyArray(QuickReplyOption),
  body: Schema.optional(Schema.String),
  attachment_files: Schema.optional(Schema.Array(NewAttachment)),
  ...optionFields()
}))

const optionFields = () => ({
  attachment_urls: Schema.optional(Schema.Array(Schema.String)),
  created_at: Schema.optional(SecondsInput),
  skip_notifications: Schema.optional(Schema.Boolean)
})
