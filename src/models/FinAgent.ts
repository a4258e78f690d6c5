/**
 * Fin, Intercom's AI agent, in conversations outside of Intercom.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  IdInput,
  nullish,
  nullishId,
  nullishRecord,
  nullishString,
  optionalRecord,
  struct
} from "../internal/fields.js"

/**
 * The progress of Fin in a conversation. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinProgress {
  /** Your own id of the conversation. */
  readonly conversation_id: string
  readonly user_id?: string | null | undefined
  /** At `complete`, Fin has left the conversation to you. `replying` is from 2.16: more parts of the reply follow. */
  readonly status?:
    | "thinking"
    | "replying"
    | "awaiting_user_reply"
    | "escalated"
    | "resolved"
    | "complete"
    | (string & {})
    | null
    | undefined
  /** ISO 8601 with milliseconds. */
  readonly created_at_ms?: string | null | undefined
  /** The rejected attributes. Fin accepts the message without them. */
  readonly errors?: FinErrors | null | undefined
  /** URL of the server-sent events (SSE) that follow, valid for 3 minutes. It contains a token: do not log it. */
  readonly sse_subscription_url?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinProgress: Schema.Schema<FinProgress> = struct("FinProgress")(() => ({
  conversation_id: Id,
  user_id: nullishId,
  status: nullishString,
  created_at_ms: nullishString,
  errors: nullish(FinErrors),
  sse_subscription_url: nullishString
}))

/**
 * The attributes that Fin rejected.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinErrors {
  readonly user?: FinAttributeErrors | null | undefined
  readonly conversation?: FinAttributeErrors | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinErrors: Schema.Schema<FinErrors> = struct("FinErrors")(() => ({
  user: nullish(FinAttributeErrors),
  conversation: nullish(FinAttributeErrors)
}))

/**
 * The rejected attributes of one kind.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinAttributeErrors {
  /** Problems by attribute name. */
  readonly attributes?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinAttributeErrors: Schema.Schema<FinAttributeErrors> = struct("FinAttributeErrors")(() => ({
  attributes: nullishRecord
}))

/**
 * Input for sending a user's message to Fin.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinReply {
  /** Your own id of the conversation. */
  readonly conversation_id: string
  readonly message: FinMessage
  readonly user: FinUser
  /** 10 at most. */
  readonly attachments?: ReadonlyArray<FinAttachment> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinReply: Schema.Schema<FinReply> = struct("FinReply")(() => replyFields())

const replyFields = () => ({
  conversation_id: IdInput,
  message: FinMessage,
  user: FinUser,
  attachments: Schema.optional(Schema.Array(FinAttachment))
})

/**
 * Input for starting Fin in a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinStart extends FinReply {
  readonly conversation_metadata?: FinConversation | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinStart: Schema.Schema<FinStart> = struct("FinStart")(() => ({
  ...replyFields(),
  conversation_metadata: Schema.optional(FinConversation)
}))

/**
 * A message and its author.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinMessage {
  readonly author: "user" | "agent" | "fin"
  /** Text or HTML. */
  readonly body: string
  /** ISO 8601, best with milliseconds. Fin uses it to recognize a message that is repeated within 5 minutes. */
  readonly timestamp: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinMessage: Schema.Schema<FinMessage> = struct("FinMessage")(() => ({
  author: Schema.Literal("user", "agent", "fin"),
  body: Schema.String,
  timestamp: IdInput
}))

/**
 * The user that Fin talks to.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinUser {
  /** Your own id of the user. */
  readonly id: string
  readonly name?: string | undefined
  readonly email?: string | undefined
  /** 10 at most. */
  readonly attributes?: Readonly<Record<string, unknown>> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinUser: Schema.Schema<FinUser> = struct("FinUser")(() => ({
  id: IdInput,
  name: Schema.optional(Schema.String),
  email: Schema.optional(Schema.String),
  attributes: optionalRecord
}))

/**
 * Context of a conversation, for Fin.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinConversation {
  /** The last 10 messages before this one. */
  readonly history?: ReadonlyArray<FinMessage> | undefined
  /** 10 at most. */
  readonly attributes?: Readonly<Record<string, unknown>> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinConversation: Schema.Schema<FinConversation> = struct("FinConversation")(() => ({
  history: Schema.optional(Schema.Array(FinMessage)),
  attributes: optionalRecord
}))

/**
 * An attachment of a message: a link or a file.
 *
 * @since 1.0.0
 * @category models
 */
export type FinAttachment = FinLink | FinFile

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinAttachment: Schema.Schema<FinAttachment> = Schema.suspend(() => Schema.Union(FinLink, FinFile))
  .annotations({ identifier: "effect-intercom/FinAttachment" })

/**
 * A file at a public URL.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinLink {
  readonly type: "url"
  readonly url: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinLink: Schema.Schema<FinLink> = struct("FinLink")(() => ({ type: Schema.Literal("url"), url: IdInput }))

/**
 * A file that is sent with the message.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinFile {
  readonly type: "file"
  readonly name: string
  readonly content_type: string
  /** Content of the file in base64. */
  readonly data: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinFile: Schema.Schema<FinFile> = struct("FinFile")(() => ({
  type: Schema.Literal("file"),
  name: Schema.String,
  content_type: Schema.String,
  data: Schema.String
}))

/**
 * Input for rating a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinRating {
  /** Your own id of the conversation. */
  readonly conversation_id: string
  /** One of the options that Fin offered. */
  readonly rating: "terrible" | "bad" | "ok" | "good" | "amazing"
  /** Comment of the user. The rating cannot be changed once it has a remark. */
  readonly remark?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinRating: Schema.Schema<FinRating> = struct("FinRating")(() => ({
  conversation_id: IdInput,
  rating: Schema.Literal("terrible", "bad", "ok", "good", "amazing"),
  remark: Schema.optional(Schema.String)
}))

/**
 * The current rating of a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinRated {
  /** Your own id of the conversation. */
  readonly conversation_id: string
  readonly rating?: FinRating["rating"] | (string & {}) | null | undefined
  readonly status?: "rated" | (string & {}) | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinRated: Schema.Schema<FinRated> = struct("FinRated")(() => ({
  conversation_id: Id,
  rating: nullishString,
  status: nullishString
}))
