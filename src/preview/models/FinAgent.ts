/**
 * Fin, Intercom's AI agent, driven by an agent of your own.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, IdInput, nullish, nullishId, nullishString, optionalRecord, struct } from "../../internal/fields.js"
import { FinErrors, type FinMessage, type FinProgress, FinUser } from "../../models/FinAgent.js"

/**
 * What Fin can do for a user. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinCapabilities {
  /** The API version that they are for. */
  readonly version?: string | null | undefined
  readonly capabilities: ReadonlyArray<FinCapability>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinCapabilities: Schema.Schema<FinCapabilities> = struct("FinCapabilities")(() => ({
  version: nullishString,
  capabilities: Schema.Array(FinCapability)
}))

/**
 * Something that Fin can do for a user.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinCapability {
  readonly type?: "procedure" | "reply" | "ask" | "escalate" | (string & {}) | null | undefined
  /** Id of the procedure. */
  readonly id?: string | null | undefined
  /** Name of the procedure. */
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  /** Path to call: `/fin/ask`. */
  readonly endpoint?: string | null | undefined
  readonly method?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinCapability: Schema.Schema<FinCapability> = struct("FinCapability")(() => ({
  type: nullishString,
  id: nullishId,
  name: nullishString,
  description: nullishString,
  endpoint: nullishString,
  method: nullishString
}))

/**
 * Input for asking which capabilities a user has.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinCapabilityQuery {
  readonly user: FinUser
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinCapabilityQuery: Schema.Schema<FinCapabilityQuery> = struct("FinCapabilityQuery")(() => ({
  user: FinUser
}))

/**
 * Input for running a procedure.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinProcedureRun {
  /** Your own id of a new conversation. */
  readonly conversation_id: string
  readonly user: FinUser
  /** A message to post before the procedure runs. */
  readonly message?: FinTriggerMessage | undefined
  readonly conversation_metadata?: FinProcedureMetadata | undefined
  readonly settings?: FinProcedureSettings | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinProcedureRun: Schema.Schema<FinProcedureRun> = struct("FinProcedureRun")(() => ({
  conversation_id: IdInput,
  user: FinUser,
  message: Schema.optional(FinTriggerMessage),
  conversation_metadata: Schema.optional(FinProcedureMetadata),
  settings: Schema.optional(FinProcedureSettings)
}))

/**
 * A message that comes before a procedure.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinTriggerMessage extends Pick<FinMessage, "author" | "body"> {
  /** ISO 8601. */
  readonly timestamp?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinTriggerMessage: Schema.Schema<FinTriggerMessage> = struct("FinTriggerMessage")(() => ({
  author: Schema.Literal("user", "agent", "fin"),
  body: Schema.String,
  timestamp: Schema.optional(IdInput)
}))

/**
 * Context of a procedure.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinProcedureMetadata {
  /** Attributes of the conversation, 10 at most. */
  readonly attributes?: Readonly<Record<string, unknown>> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinProcedureMetadata: Schema.Schema<FinProcedureMetadata> = struct("FinProcedureMetadata")(() => ({
  attributes: optionalRecord
}))

/**
 * Settings of a procedure.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinProcedureSettings {
  /** Whether Fin writes in the style of an email. Default: `false`, as in a chat. */
  readonly email?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinProcedureSettings: Schema.Schema<FinProcedureSettings> = struct("FinProcedureSettings")(() => ({
  email: Schema.optional(Schema.Boolean)
}))

/**
 * The progress of a procedure. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinProcedureProgress extends FinProgress {
  readonly procedure_id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinProcedureProgress: Schema.Schema<FinProcedureProgress> = struct("FinProcedureProgress")(() => ({
  conversation_id: Id,
  user_id: nullishId,
  procedure_id: nullishId,
  status: nullishString,
  created_at_ms: nullishString,
  errors: nullish(FinErrors),
  sse_subscription_url: nullishString
}))

/**
 * Input for handing a conversation to a person. It has either `conversation_id` or `user`.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinEscalation {
  /** Your own id of the conversation. */
  readonly conversation_id?: string | undefined
  /** The user that a new conversation is for. */
  readonly user?: FinUser | undefined
  /** The first message of the new conversation of `user`, 10,000 characters at most. */
  readonly message?: string | undefined
  /** A note for the teammate, which the user does not see. 10,000 characters at most. */
  readonly context?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinEscalation: Schema.Schema<FinEscalation> = struct("FinEscalation")(() => ({
  conversation_id: Schema.optional(IdInput),
  user: Schema.optional(FinUser),
  message: Schema.optional(Schema.String),
  context: Schema.optional(Schema.String)
}))

/**
 * A conversation that was handed to a person. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinEscalated {
  readonly status: "escalated" | (string & {})
  /** Your own id of the conversation. */
  readonly conversation_id?: string | null | undefined
  /** Id of the new conversation, if there is one. */
  readonly intercom_conversation_id?: string | null | undefined
  /** URL of the server-sent events (SSE) that follow, valid for 3 minutes. It contains a token: do not log it. */
  readonly sse_subscription_url?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FinEscalated: Schema.Schema<FinEscalated> = struct("FinEscalated")(() => ({
  status: Schema.String,
  conversation_id: nullishId,
  intercom_conversation_id: nullishId,
  sse_subscription_url: nullishString
}))
