/**
 * Conversations: threads of messages between contacts and admins.
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
  nullishNumber,
  nullishRecord,
  nullishSeconds,
  nullishString,
  optionalRecord,
  SecondsInput,
  struct
} from "../internal/fields.js"
import { Attachment } from "./Attachment.js"
import { Author } from "./Author.js"
import { ConversationPart, ConversationParts, EmailMetadata } from "./ConversationPart.js"
import { MonitorEvaluation, Scorecard } from "./ConversationReview.js"
import {
  AiAgent,
  ConversationRating,
  ConversationStatistics,
  SalesAgent,
  SlaApplied
} from "./ConversationStatistics.js"
import { LinkedObjects } from "./LinkedObjects.js"
import { ContactIdentities, ContactIdentity, Reference } from "./Reference.js"
import { TagList } from "./Tag.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * @since 1.0.0
 */
export * from "./ConversationPart.js"
export * from "./ConversationReview.js"
export * from "./ConversationStatistics.js"
export * from "./LinkedObjects.js"
export * from "./Reference.js"

/**
 * A conversation. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Conversation extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly title?: string | null | undefined
  /** Start of the contact's wait for a reply. `null` if no contact waits. Unix time in seconds. */
  readonly waiting_since?: number | null | undefined
  /** Time when Intercom reopens it. Unix time in seconds. */
  readonly snoozed_until?: number | null | undefined
  /** `true` for a snoozed conversation, too. */
  readonly open?: boolean | null | undefined
  readonly state?: "open" | "closed" | "snoozed" | (string & {}) | null | undefined
  readonly read?: boolean | null | undefined
  /** `priority` and `not_priority` are the words of 2.15, the others are from 2.16. */
  readonly priority?:
    | "priority"
    | "not_priority"
    | "none"
    | "low"
    | "medium"
    | "high"
    | "urgent"
    | (string & {})
    | null
    | undefined
  /** `null` or `"0"` if it is unassigned. */
  readonly admin_assignee_id?: string | null | undefined
  /** `null` or `"0"` if it is unassigned. */
  readonly team_assignee_id?: string | null | undefined
  /** The company that the conversation is about, as `Companies.find` returns it. */
  readonly company?: Readonly<Record<string, unknown>> | null | undefined
  readonly tags?: TagList | null | undefined
  readonly conversation_rating?: ConversationRating | null | undefined
  /** The first message. It is not one of the parts. */
  readonly source?: ConversationSource | null | undefined
  readonly contacts?: ContactIdentities | null | undefined
  readonly teammates?: ConversationTeammates | null | undefined
  /** Values of attributes. Custom objects are `{ type, instances }`. */
  readonly custom_attributes?: Readonly<Record<string, unknown>> | null | undefined
  readonly first_contact_reply?: FirstContactReply | null | undefined
  readonly sla_applied?: SlaApplied | null | undefined
  readonly statistics?: ConversationStatistics | null | undefined
  /** The newest 500 parts at most. Lists and searches do not contain parts. */
  readonly conversation_parts?: ConversationParts | null | undefined
  readonly linked_objects?: LinkedObjects | null | undefined
  /** Whether Fin, Intercom's AI agent, took part. */
  readonly ai_agent_participated?: boolean | null | undefined
  readonly ai_agent?: AiAgent | null | undefined
  /** Whether the sales agent took part. From 2.16. */
  readonly sales_agent_participated?: boolean | null | undefined
  /** From 2.16. */
  readonly sales_agent?: SalesAgent | null | undefined
  /** From 2.16. */
  readonly channel?: ConversationChannel | null | undefined
  /** The same conversation in other systems: `{ type: "zendesk_ticket", id }`. 20 at most. From 2.16. */
  readonly external_references?: ReadonlyArray<Reference> | null | undefined
  /** Only in a search with `include_monitors`. From 2.16. */
  readonly monitor_evaluations?: ReadonlyArray<MonitorEvaluation> | null | undefined
  /** Only in a search with `include_scorecards`. From 2.16. */
  readonly scorecards?: ReadonlyArray<Scorecard> | null | undefined
  readonly topics?: Readonly<Record<string, unknown>> | null | undefined
  /** The ticket that the conversation was converted to. */
  readonly ticket?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Conversation: Schema.Schema<Conversation> = struct("Conversation")(() => ({
  type: nullishString,
  id: Id,
  title: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  waiting_since: nullishSeconds,
  snoozed_until: nullishSeconds,
  open: nullishBoolean,
  state: nullishString,
  read: nullishBoolean,
  priority: nullishString,
  admin_assignee_id: nullishId,
  team_assignee_id: nullishId,
  company: nullishRecord,
  tags: nullish(TagList),
  conversation_rating: nullish(ConversationRating),
  source: nullish(ConversationSource),
  contacts: nullish(ContactIdentities),
  teammates: nullish(ConversationTeammates),
  custom_attributes: nullishRecord,
  first_contact_reply: nullish(FirstContactReply),
  sla_applied: nullish(SlaApplied),
  statistics: nullish(ConversationStatistics),
  conversation_parts: nullish(ConversationParts),
  linked_objects: nullish(LinkedObjects),
  ai_agent_participated: nullishBoolean,
  ai_agent: nullish(AiAgent),
  sales_agent_participated: nullishBoolean,
  sales_agent: nullish(SalesAgent),
  channel: nullish(ConversationChannel),
  external_references: nullish(Schema.Array(Reference)),
  monitor_evaluations: nullish(Schema.Array(MonitorEvaluation)),
  scorecards: nullish(Schema.Array(Scorecard)),
  topics: nullishRecord,
  ticket: nullishRecord
}))

/**
 * The first message of a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationSource {
  readonly type?:
    | "conversation"
    | "email"
    | "facebook"
    | "instagram"
    | "phone_call"
    | "phone_switch"
    | "push"
    | "sms"
    | "twitter"
    | "whatsapp"
    | (string & {})
    | null
    | undefined
  readonly id?: string | null | undefined
  /** Origin of the message. `automated` is a series or another outbound message. `operator_initiated` is a bot. */
  readonly delivered_as?:
    | "customer_initiated"
    | "campaigns_initiated"
    | "operator_initiated"
    | "automated"
    | "admin_initiated"
    | (string & {})
    | null
    | undefined
  readonly subject?: string | null | undefined
  /** HTML. In notifications, plain text. */
  readonly body?: string | null | undefined
  readonly author?: Author | null | undefined
  readonly attachments?: ReadonlyArray<Attachment> | null | undefined
  /** URL of the page on which the conversation started. */
  readonly url?: string | null | undefined
  readonly redacted?: boolean | null | undefined
  /** Only for emails. From 2.16. */
  readonly recipients?: ReadonlyArray<EmailRecipient> | null | undefined
  /** The addresses that a reply goes to. Only for emails. From 2.16. */
  readonly reply_to?: ReadonlyArray<ReplyAddress> | null | undefined
  /** Only for emails. From 2.16. */
  readonly email_message_metadata?: EmailMetadata | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationSource: Schema.Schema<ConversationSource> = struct("ConversationSource")(() => ({
  type: nullishString,
  id: nullishId,
  delivered_as: nullishString,
  subject: nullishString,
  body: nullishString,
  author: nullish(Author),
  attachments: nullish(Schema.Array(Attachment)),
  url: nullishString,
  redacted: nullishBoolean,
  recipients: nullish(Schema.Array(EmailRecipient)),
  reply_to: nullish(Schema.Array(ReplyAddress)),
  email_message_metadata: nullish(EmailMetadata)
}))

/**
 * A recipient of the email that started a conversation. From 2.16.
 *
 * @since 1.0.0
 * @category models
 */
export interface EmailRecipient {
  readonly type?: "to" | "cc" | "bcc" | (string & {}) | null | undefined
  readonly email?: string | null | undefined
  /** Reason why the recipient was left out. */
  readonly drop_reason?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const EmailRecipient: Schema.Schema<EmailRecipient> = struct("EmailRecipient")(() => ({
  type: nullishString,
  email: nullishString,
  drop_reason: nullishString
}))

/**
 * An address that replies to an email go to. From 2.16.
 *
 * @since 1.0.0
 * @category models
 */
export interface ReplyAddress {
  readonly email?: string | null | undefined
  readonly name?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ReplyAddress: Schema.Schema<ReplyAddress> = struct("ReplyAddress")(() => ({
  email: nullishString,
  name: nullishString
}))

/**
 * The channel that a conversation started on, and the current one: `messenger`, `email`, `zendesk_ticket`. From 2.16.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationChannel {
  readonly initial?: string | null | undefined
  readonly current?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationChannel: Schema.Schema<ConversationChannel> = struct("ConversationChannel")(() => ({
  initial: nullishString,
  current: nullishString
}))

/**
 * The admins who wrote at least one part of a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationTeammates {
  readonly type?: string | null | undefined
  readonly teammates?: ReadonlyArray<Reference> | null | undefined
  /** Notifications have this field instead of `teammates`. */
  readonly admins?: ReadonlyArray<Reference> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationTeammates: Schema.Schema<ConversationTeammates> = struct("ConversationTeammates")(() => {
  const references = nullish(Schema.Array(Reference))
  return { type: nullishString, teammates: references, admins: references }
})

/**
 * The first message of a contact in a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface FirstContactReply {
  readonly type?: string | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  readonly url?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FirstContactReply: Schema.Schema<FirstContactReply> = struct("FirstContactReply")(() => ({
  type: nullishString,
  created_at: nullishSeconds,
  url: nullishString
}))

/**
 * The contacts of a conversation. Intercom documents a complete conversation, but returns `customers` only.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationParticipants {
  readonly type?: string | null | undefined
  readonly id?: string | null | undefined
  readonly customers?: ReadonlyArray<ContactIdentity> | null | undefined
  readonly contacts?: ContactIdentities | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationParticipants: Schema.Schema<ConversationParticipants> = struct("ConversationParticipants")(
  () => ({
    type: nullishString,
    id: nullishId,
    customers: nullish(Schema.Array(ContactIdentity)),
    contacts: nullish(ContactIdentities)
  })
)

/**
 * A thread between admins that belongs to a conversation. From 2.16.
 *
 * @since 1.0.0
 * @category models
 */
export interface SideConversation {
  readonly side_conversation_id?: string | null | undefined
  readonly conversation_parts?: ReadonlyArray<ConversationPart> | null | undefined
  /** The number of parts. */
  readonly total_count?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SideConversation: Schema.Schema<SideConversation> = struct("SideConversation")(() => ({
  side_conversation_id: nullishId,
  conversation_parts: nullish(Schema.Array(ConversationPart)),
  total_count: nullishNumber
}))

/**
 * The record of a deleted conversation. From 2.16.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationDeletion {
  readonly type?: string | null | undefined
  readonly id: string
  /** Whether reports still count it. */
  readonly metrics_retained?: boolean | null | undefined
  /** Unix time in seconds. */
  readonly deleted_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationDeletion: Schema.Schema<ConversationDeletion> = struct("ConversationDeletion")(() => ({
  type: nullishString,
  id: Id,
  metrics_retained: nullishBoolean,
  deleted_at: nullishSeconds
}))

/**
 * Input for creating a conversation in the name of a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewConversation {
  readonly from: ConversationStarter
  /** Plain text. Intercom does not support HTML here. */
  readonly body: string
  /** Only for emails. */
  readonly subject?: string | undefined
  /** URLs of images, 10 at most. */
  readonly attachment_urls?: ReadonlyArray<string> | undefined
  /** Time of creation, for imported conversations. Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  /** Id of a brand. From 2.16. */
  readonly brand_id?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewConversation: Schema.Schema<NewConversation> = struct("NewConversation")(() => ({
  from: ConversationStarter,
  body: Schema.String,
  subject: Schema.optional(Schema.String),
  attachment_urls: Schema.optional(Schema.Array(Schema.String)),
  created_at: Schema.optional(SecondsInput),
  brand_id: Schema.optional(IdInput)
}))

/**
 * The contact who starts a conversation. The type `contact` is for a visitor, whom Intercom converts into a lead.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationStarter {
  readonly type: "user" | "lead" | "contact"
  /** Intercom's id. */
  readonly id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationStarter: Schema.Schema<ConversationStarter> = struct("ConversationStarter")(() => ({
  type: Schema.Literal("user", "lead", "contact"),
  id: IdInput
}))

/**
 * Input for changing a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationChanges {
  readonly read?: boolean | undefined
  readonly title?: string | undefined
  /** Values of existing attributes. `{ order: ["21"] }` links custom objects. */
  readonly custom_attributes?: Readonly<Record<string, unknown>> | undefined
  /** Intercom's id of the company that the conversation is about. `null` removes the company. */
  readonly company_id?: string | null | undefined
  /** Requests plain text instead of HTML in the response. */
  readonly display_as?: "plaintext" | undefined
}

/**
 * The fields that are sent in the body.
 *
 * @since 1.0.0
 * @category schemas
 */
export const ConversationChanges: Schema.Schema<Omit<ConversationChanges, "display_as">> = struct(
  "ConversationChanges"
)(() => ({
  read: Schema.optional(Schema.Boolean),
  title: Schema.optional(Schema.String),
  custom_attributes: optionalRecord,
  company_id: nullish(IdInput)
}))

/**
 * The fields of a conversation that a search can use. `conversation_rating.admin_d` is Intercom's spelling. Compare
 * `admin_assignee_id` and `team_assignee_id` with numbers: `Number(admin.id)`.
 *
 * @since 1.0.0
 * @category models
 */
export type ConversationField =
  | "id"
  | "created_at"
  | "updated_at"
  | "source.type"
  | "source.id"
  | "source.delivered_as"
  | "source.subject"
  | "source.body"
  | "source.author.id"
  | "source.author.type"
  | "source.author.name"
  | "source.author.email"
  | "source.url"
  | "contact_ids"
  | "teammate_ids"
  | "admin_assignee_id"
  | "team_assignee_id"
  | "channel_initiated"
  | "open"
  | "read"
  | "state"
  | "waiting_since"
  | "snoozed_until"
  | "tag_ids"
  | "priority"
  | `statistics.${
    | "time_to_assignment"
    | "time_to_admin_reply"
    | "time_to_first_close"
    | "time_to_last_close"
    | "median_time_to_reply"
    | "first_contact_reply_at"
    | "first_assignment_at"
    | "first_admin_reply_at"
    | "first_close_at"
    | "last_assignment_at"
    | "last_assignment_admin_reply_at"
    | "last_contact_reply_at"
    | "last_admin_reply_at"
    | "last_close_at"
    | "last_closed_by_id"
    | "count_reopens"
    | "count_assignments"
    | "count_conversation_parts"}`
  | `conversation_rating.${
    | "requested_at"
    | "replied_at"
    | "score"
    | "remark"
    | "contact_id"
    | "admin_d"}`
  | "ai_agent_participated"
  | `ai_agent.${
    | "resolution_state"
    | "last_answer_type"
    | "rating"
    | "rating_remark"
    | "source_type"
    | "source_title"}`

/**
 * Options for listing the conversations of a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListConversationsByContactOptions {
  /** Default: `all`. */
  readonly state?: "all" | "unread" | undefined
}

/**
 * Options for listing the conversations of an admin.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListConversationsByAdminOptions {
  /** `open` includes snoozed conversations. Default: `all`. */
  readonly state?: "all" | "open" | "closed" | undefined
}

/**
 * Options for listing deleted conversations.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListDeletedConversationsOptions {
  /** Default: `desc`. */
  readonly order?: "asc" | "desc" | undefined
}

/**
 * Options for deleting a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface DeleteConversationOptions {
  /** `false` deletes the reporting data, too. It requires a scope of its own. From 2.16. Default: `true`. */
  readonly retain_metrics?: boolean | undefined
}

/**
 * Options for retrieving a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface FindConversationOptions {
  /** Requests plain text instead of HTML. */
  readonly display_as?: "plaintext" | undefined
  /** Translates the parts into the language of the conversation. */
  readonly include_translations?: boolean | undefined
}
