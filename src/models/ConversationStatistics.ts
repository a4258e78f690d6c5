/**
 * Statistics of conversations: times, ratings, service levels, and the part of Fin, Intercom's AI agent, and of the
 * sales agent.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  nullish,
  nullishId,
  nullishNumber,
  nullishRecord,
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"
import { ContactIdentity, Reference } from "./Reference.js"

/**
 * The statistics of a conversation. Times are Unix times in seconds. Durations are in seconds, mostly of office hours.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationStatistics {
  readonly type?: string | null | undefined
  /** Time until the last assignment before the first reply of an admin. */
  readonly time_to_assignment?: number | null | undefined
  readonly time_to_admin_reply?: number | null | undefined
  readonly time_to_first_close?: number | null | undefined
  readonly time_to_last_close?: number | null | undefined
  /** Median of the times until an admin replied to a contact. */
  readonly median_time_to_reply?: number | null | undefined
  /** Time of the first message of a contact. The other `first_…` times come after it. */
  readonly first_contact_reply_at?: number | null | undefined
  readonly first_assignment_at?: number | null | undefined
  readonly first_admin_reply_at?: number | null | undefined
  readonly first_close_at?: number | null | undefined
  readonly last_assignment_at?: number | null | undefined
  /** Time of the first reply of an admin after the last assignment. */
  readonly last_assignment_admin_reply_at?: number | null | undefined
  readonly last_contact_reply_at?: number | null | undefined
  readonly last_admin_reply_at?: number | null | undefined
  readonly last_close_at?: number | null | undefined
  readonly last_closed_by_id?: string | null | undefined
  readonly count_reopens?: number | null | undefined
  readonly count_assignments?: number | null | undefined
  readonly count_conversation_parts?: number | null | undefined
  readonly assigned_team_first_response_time?: ReadonlyArray<TeamResponseTime> | null | undefined
  readonly assigned_team_first_response_time_in_office_hours?: ReadonlyArray<TeamResponseTime> | null | undefined
  /** Time from assignment to close. */
  readonly handling_time?: number | null | undefined
  /** `handling_time` without the pauses in which no admin worked on it. */
  readonly adjusted_handling_time?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationStatistics: Schema.Schema<ConversationStatistics> = struct("ConversationStatistics")(() => {
  const responseTimes = nullish(Schema.Array(TeamResponseTime))
  return {
    type: nullishString,
    time_to_assignment: nullishNumber,
    time_to_admin_reply: nullishNumber,
    time_to_first_close: nullishNumber,
    time_to_last_close: nullishNumber,
    median_time_to_reply: nullishNumber,
    first_contact_reply_at: nullishSeconds,
    first_assignment_at: nullishSeconds,
    first_admin_reply_at: nullishSeconds,
    first_close_at: nullishSeconds,
    last_assignment_at: nullishSeconds,
    last_assignment_admin_reply_at: nullishSeconds,
    last_contact_reply_at: nullishSeconds,
    last_admin_reply_at: nullishSeconds,
    last_close_at: nullishSeconds,
    last_closed_by_id: nullishId,
    count_reopens: nullishNumber,
    count_assignments: nullishNumber,
    count_conversation_parts: nullishNumber,
    assigned_team_first_response_time: responseTimes,
    assigned_team_first_response_time_in_office_hours: responseTimes,
    handling_time: nullishNumber,
    adjusted_handling_time: nullishNumber
  }
})

/**
 * Time until the first reply of a team.
 *
 * @since 1.0.0
 * @category models
 */
export interface TeamResponseTime {
  readonly team_id?: string | null | undefined
  /** `Unassigned` if there was no team. `null` if the team was deleted. */
  readonly team_name?: string | null | undefined
  /** In seconds. */
  readonly response_time?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TeamResponseTime: Schema.Schema<TeamResponseTime> = struct("TeamResponseTime")(() => ({
  team_id: nullishId,
  team_name: nullishString,
  response_time: nullishNumber
}))

/**
 * The rating of a conversation by a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationRating {
  /** From 1 to 5. */
  readonly rating?: number | null | undefined
  readonly remark?: string | null | undefined
  /** Time of the request for a rating. Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly updated_at?: number | null | undefined
  readonly contact?: ContactIdentity | null | undefined
  readonly teammate?: Reference | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConversationRating: Schema.Schema<ConversationRating> = struct("ConversationRating")(() => ({
  rating: nullishNumber,
  remark: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  contact: nullish(ContactIdentity),
  teammate: nullish(Reference)
}))

/**
 * The service level agreement (SLA) that applies to a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface SlaApplied {
  readonly type?: string | null | undefined
  readonly sla_name?: string | null | undefined
  /** Becomes `missed` when an admin replies too late. `null` if the SLA was removed from the conversation. */
  readonly sla_status?: "hit" | "missed" | "cancelled" | "active" | (string & {}) | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SlaApplied: Schema.Schema<SlaApplied> = struct("SlaApplied")(() => ({
  type: nullishString,
  sla_name: nullishString,
  sla_status: nullishString
}))

/**
 * The part of Fin in a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface AiAgent {
  /** The feature that started Fin. */
  readonly source_type?:
    | "essentials_plan_setup"
    | "profile"
    | "workflow"
    | "workflow_preview"
    | "fin_preview"
    | (string & {})
    | null
    | undefined
  readonly source_title?: string | null | undefined
  readonly last_answer_type?: "ai_answer" | "custom_answer" | (string & {}) | null | undefined
  readonly resolution_state?:
    | "assumed_resolution"
    | "confirmed_resolution"
    | "escalated"
    | "negative_feedback"
    | "procedure_handoff"
    | (string & {})
    | null
    | undefined
  /** From 1 to 5. */
  readonly rating?: number | null | undefined
  readonly rating_remark?: string | null | undefined
  /** Time of the rating. Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Time of the rating. Unix time in seconds. */
  readonly updated_at?: number | null | undefined
  readonly content_sources?: ContentSources | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AiAgent: Schema.Schema<AiAgent> = struct("AiAgent")(() => ({
  source_type: nullishString,
  source_title: nullishString,
  last_answer_type: nullishString,
  resolution_state: nullishString,
  rating: nullishNumber,
  rating_remark: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  content_sources: nullish(ContentSources)
}))

/**
 * The sources of Fin's answers.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentSources {
  readonly type?: string | null | undefined
  readonly total_count?: number | null | undefined
  readonly content_sources?: ReadonlyArray<ContentSource> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentSources: Schema.Schema<ContentSources> = struct("ContentSources")(() => ({
  type: nullishString,
  total_count: nullishNumber,
  content_sources: nullish(Schema.Array(ContentSource))
}))

/**
 * A source of an answer of Fin.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentSource {
  readonly content_type?:
    | "file"
    | "article"
    | "external_content"
    | "content_snippet"
    | "workflow_connector_action"
    | (string & {})
    | null
    | undefined
  /** URL of the source, for admins. */
  readonly url?: string | null | undefined
  readonly title?: string | null | undefined
  /** ISO 639 code of a language. */
  readonly locale?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentSource: Schema.Schema<ContentSource> = struct("ContentSource")(() => ({
  content_type: nullishString,
  url: nullishString,
  title: nullishString,
  locale: nullishString
}))

/**
 * The part of the sales agent in a conversation. From 2.16.
 *
 * @since 1.0.0
 * @category models
 */
export interface SalesAgent {
  readonly outcome?:
    | "qualified"
    | "disqualified"
    | "product_discovery"
    | "escalated_to_support"
    | "spam"
    | (string & {})
    | null
    | undefined
  /** The outcome that the workspace defines: `enterprise_sales`. */
  readonly routing_outcome?: string | null | undefined
  /** The collected values by name: `company.name`. They are personal data. */
  readonly collected_data?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SalesAgent: Schema.Schema<SalesAgent> = struct("SalesAgent")(() => ({
  outcome: nullishString,
  routing_outcome: nullishString,
  collected_data: nullishRecord
}))
