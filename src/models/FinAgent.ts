/**
 * Fin, Intercom's agent, in conversations that are held elsewhere.
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
 * How far Fin is with a conversation. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinProgress {
  /** Your own id of the conversation. */
  readonly conversation_id: string
  readonly user_id?: string | null | undefined
  /** At `complete` the conversation is yours again. */
  readonly status?:
    | "thinking"
    | "awaiting_user_reply"
    | "escalated"
    | "resolved"
    | "complete"
    | (string & {})
    | null
    | undefined
  /** ISO 8601 with milliseconds. */
  readonly created_at_ms?: string | null | undefined
  /** The attributes that were not taken; the message was. */
  readonly errors?: FinErrors | null | undefined
  /** Where to listen for what follows, for 3 minutes. It carries a token of its own: do not log it. */
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
 * Which attributes Fin did not take.
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
 * The attributes of one kind that were not taken.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinAttributeErrors {
  /** What is wrong, by the names of the attributes. */
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
 * A message of a user to Fin.
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
export const FinReply: Schema.Schema<FinReply> = struct("FinReply")(() => ({
  conversation_id: IdInput,
  message: FinMessage,
  user: FinUser,
  attachments: Schema.optional(Schema.Array(FinAttachment))
}))

/**
 * The message that brings Fin into a conversation.
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
  conversation_id: IdInput,
  message: FinMessage,
  user: FinUser,
  attachments: Schema.optional(Schema.Array(FinAttachment)),
  conversation_metadata: Schema.optional(FinConversation)
}))

/**
 * One message, and who wrote it.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinMessage {
  readonly author: "user" | "agent" | "fin"
  /** Text or HTML. */
  readonly body: string
  /** ISO 8601, best with milliseconds: the same message twice within 5 minutes counts once, and this tells it. */
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
 * Whom Fin talks to.
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
 * What Fin should know of a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinConversation {
  /** What was said before, the last 10 messages. */
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
 * What comes with a message.
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
 * A file at a URL that everybody can read.
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
 * A file that is sent along.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinFile {
  readonly type: "file"
  readonly name: string
  readonly content_type: string
  /** The bytes, in base64. */
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
 * How satisfied a user was.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinRating {
  /** Your own id of the conversation. */
  readonly conversation_id: string
  /** One of the options Fin offered. */
  readonly rating: "terrible" | "bad" | "ok" | "good" | "amazing"
  /** What the user wrote with it. Once there is one, the rating stays. */
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
 * The rating a conversation has now.
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
