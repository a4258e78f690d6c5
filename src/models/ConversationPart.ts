/**
 * Parts of conversations, and the pauses of admins.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import {
  Id,
  nullish,
  nullishBoolean,
  nullishId,
  nullishNumber,
  nullishRecord,
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"
import { Attachment } from "./Attachment.js"
import { Author } from "./Author.js"
import { Reference } from "./Reference.js"
import { EmbeddedTag } from "./Tag.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * @since 1.0.0
 */
export * from "./Author.js"

/**
 * The newest parts of a conversation, 500 at most. The first message is in its `source`.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationParts {
  readonly type?: string | null | undefined
  readonly conversation_parts?: ReadonlyArray<ConversationPart> | null | undefined
  readonly total_count?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationParts: Schema.Schema<ConversationParts> = struct("ConversationParts")(() => ({
  type: nullishString,
  conversation_parts: nullish(Schema.Array(ConversationPart)),
  total_count: nullishNumber
}))

/**
 * The fields that the parts of conversations and of tickets share.
 *
 * @since 1.0.0
 * @category models
 */
export interface Part extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly assigned_to?: Reference | null | undefined
  readonly author?: Author | null | undefined
  readonly attachments?: ReadonlyArray<Attachment> | null | undefined
  readonly external_id?: string | null | undefined
  readonly redacted?: boolean | null | undefined
  /** The app that created the part through the API. */
  readonly app_package_code?: string | null | undefined
  /** From 2.16. */
  readonly translations?: PartTranslations | null | undefined
}

/**
 * The text of a part by locale. `original` is the locale that it was written in. From 2.16.
 *
 * @since 1.0.0
 * @category models
 */
export interface PartTranslations extends Readonly<Record<string, string | null | undefined>> {}

/**
 * @since 1.0.0
 * @category schemas
 */
export const PartTranslations: Schema.Schema<PartTranslations> = Schema.suspend(() => {
  const { ast: text } = Schema.NullishOr(Schema.String)
  // Built by hand, because `Record` would make a bundle larger.
  return Schema.make<PartTranslations>(
    new AST.TypeLiteral([], [new AST.IndexSignature(AST.stringKeyword, text, true)])
  )
}).annotations({ identifier: "effect-intercom/PartTranslations" })

/**
 * A part of a conversation: a message, a note or a change.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationPart extends Part {
  /** There are dozens of kinds, and Intercom adds new ones at any time. */
  readonly part_type?:
    | "comment"
    | "note"
    | "quick_reply"
    | "open"
    | "close"
    | "snoozed"
    | "assignment"
    | "assign_and_reopen"
    | (string & {})
    | null
    | undefined
  /** HTML. In notifications, plain text. `null` for a change without a text. */
  readonly body?: string | null | undefined
  /** Time when the contact was notified. Unix time in seconds. */
  readonly notified_at?: number | null | undefined
  readonly email_message_metadata?: EmailMetadata | null | undefined
  readonly metadata?: ConversationPartMetadata | null | undefined
  /** State of the conversation at that time. */
  readonly state?: "open" | "closed" | "snoozed" | (string & {}) | null | undefined
  readonly tags?: ReadonlyArray<EmbeddedTag> | null | undefined
  /** Details of a workflow, a custom action or a changed attribute: `action`, `attribute`, `value`, `workflow`. */
  readonly event_details?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationPart: Schema.Schema<ConversationPart> = struct("ConversationPart")(() => ({
  type: nullishString,
  id: Id,
  part_type: nullishString,
  body: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  notified_at: nullishSeconds,
  assigned_to: nullish(Reference),
  author: nullish(Author),
  attachments: nullish(Schema.Array(Attachment)),
  external_id: nullishId,
  redacted: nullishBoolean,
  email_message_metadata: nullish(EmailMetadata),
  metadata: nullish(ConversationPartMetadata),
  state: nullishString,
  tags: nullish(Schema.Array(EmbeddedTag)),
  event_details: nullishRecord,
  app_package_code: nullishString,
  translations: nullish(PartTranslations)
}))

/**
 * The subject and the headers of an email.
 *
 * @since 1.0.0
 * @category models
 */
export interface EmailMetadata {
  readonly subject?: string | null | undefined
  readonly email_address_headers?: ReadonlyArray<EmailAddressHeader> | null | undefined
  readonly message_id?: string | null | undefined
  /** The quoted or forwarded emails, as HTML. Only for the first message of a conversation. From 2.16. */
  readonly history?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const EmailMetadata: Schema.Schema<EmailMetadata> = struct("EmailMetadata")(() => ({
  subject: nullishString,
  email_address_headers: nullish(Schema.Array(EmailAddressHeader)),
  message_id: nullishId,
  history: nullishString
}))

/**
 * An address in the headers of an email.
 *
 * @since 1.0.0
 * @category models
 */
export interface EmailAddressHeader {
  /** Name of the header: `from`, `to`, `cc`. */
  readonly type?: string | null | undefined
  readonly email_address?: string | null | undefined
  readonly name?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const EmailAddressHeader: Schema.Schema<EmailAddressHeader> = struct("EmailAddressHeader")(() => ({
  type: nullishString,
  email_address: nullishString,
  name: nullishString
}))

/**
 * The quick replies that a part offers, or the one that the contact chose.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationPartMetadata {
  readonly quick_reply_options?: ReadonlyArray<OfferedQuickReply> | null | undefined
  /** `uuid` of the button that the contact chose. */
  readonly quick_reply_uuid?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationPartMetadata: Schema.Schema<ConversationPartMetadata> = struct("ConversationPartMetadata")(
  () => ({ quick_reply_options: nullish(Schema.Array(OfferedQuickReply)), quick_reply_uuid: nullishString })
)

/**
 * A button of a quick reply, as the contact sees it.
 *
 * @since 1.0.0
 * @category models
 */
export interface OfferedQuickReply {
  readonly text?: string | null | undefined
  readonly uuid?: string | null | undefined
  readonly translations?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const OfferedQuickReply: Schema.Schema<OfferedQuickReply> = struct("OfferedQuickReply")(() => ({
  text: nullishString,
  uuid: nullishString,
  translations: nullishRecord
}))

/**
 * The start or the end of a pause in handling a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface HandlingEvent {
  readonly type?: "paused" | "resumed" | (string & {}) | null | undefined
  readonly teammate?: Author | null | undefined
  /** ISO 8601. */
  readonly timestamp?: string | null | undefined
  /** Reason of the pause: `Away`. */
  readonly reason?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const HandlingEvent: Schema.Schema<HandlingEvent> = struct("HandlingEvent")(() => ({
  type: nullishString,
  teammate: nullish(Author),
  timestamp: nullishString,
  reason: nullishString
}))
