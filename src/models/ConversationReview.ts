/**
 * Reviews of the quality of conversations, by monitors and with scorecards. From 2.16.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  nullish,
  nullishBoolean,
  nullishId,
  nullishIds,
  nullishNumber,
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"

/**
 * The result of a monitor that flagged a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface MonitorEvaluation {
  readonly monitor_id?: string | null | undefined
  /** `null` if the monitor was deleted. */
  readonly monitor_name?: string | null | undefined
  /** `prompt`, for example. `null` if the monitor was deleted. */
  readonly monitor_type?: string | null | undefined
  readonly result?: "flagged" | (string & {}) | null | undefined
  readonly explanation?: string | null | undefined
  /** Unix time in seconds. */
  readonly evaluated_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const MonitorEvaluation: Schema.Schema<MonitorEvaluation> = struct("MonitorEvaluation")(() => ({
  monitor_id: nullishId,
  monitor_name: nullishString,
  monitor_type: nullishString,
  result: nullishString,
  explanation: nullishString,
  evaluated_at: nullishSeconds
}))

/**
 * The result of a scorecard. `passed` and the scores are `null` until there is one.
 *
 * @since 1.0.0
 * @category models
 */
export interface Scorecard {
  readonly scorecard_id?: string | null | undefined
  readonly scorecard_version_id?: string | null | undefined
  readonly name?: string | null | undefined
  /** `human`, for example. */
  readonly scorecard_type?: string | null | undefined
  readonly passed?: boolean | null | undefined
  readonly score?: number | null | undefined
  /** The score that AI gave. */
  readonly ai_score?: number | null | undefined
  /** Unix time in seconds. */
  readonly evaluated_at?: number | null | undefined
  readonly reviewed_teammate?: ReviewedTeammate | null | undefined
  readonly evaluators?: ReadonlyArray<ScorecardEvaluator> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Scorecard: Schema.Schema<Scorecard> = struct("Scorecard")(() => ({
  scorecard_id: nullishId,
  scorecard_version_id: nullishId,
  name: nullishString,
  scorecard_type: nullishString,
  passed: nullishBoolean,
  score: nullishNumber,
  ai_score: nullishNumber,
  evaluated_at: nullishSeconds,
  reviewed_teammate: nullish(ReviewedTeammate),
  evaluators: nullish(Schema.Array(ScorecardEvaluator))
}))

/**
 * The admin whose work was reviewed. `ai` is Fin, or nobody in particular.
 *
 * @since 1.0.0
 * @category models
 */
export interface ReviewedTeammate {
  readonly type?: "ai" | "admin" | (string & {}) | null | undefined
  /** Only for the type `admin`. */
  readonly admin_id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ReviewedTeammate: Schema.Schema<ReviewedTeammate> = struct("ReviewedTeammate")(() => ({
  type: nullishString,
  admin_id: nullishId
}))

/**
 * A criterion of a scorecard, and its result.
 *
 * @since 1.0.0
 * @category models
 */
export interface ScorecardEvaluator {
  readonly evaluator_id?: string | null | undefined
  readonly result?: ScorecardResult | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ScorecardEvaluator: Schema.Schema<ScorecardEvaluator> = struct("ScorecardEvaluator")(() => ({
  evaluator_id: nullishId,
  result: nullish(ScorecardResult)
}))

/**
 * The result of one criterion.
 *
 * @since 1.0.0
 * @category models
 */
export interface ScorecardResult {
  /** `pass`, `fail`, or the name of a category. */
  readonly value?: string | null | undefined
  /** `ai` or `human`. */
  readonly source?: string | null | undefined
  readonly reasoning?: string | null | undefined
  readonly reason_ids?: ReadonlyArray<string> | null | undefined
  /** Text of the reviewer, beside the reasons or in their place. */
  readonly other_text?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ScorecardResult: Schema.Schema<ScorecardResult> = struct("ScorecardResult")(() => ({
  value: nullishString,
  source: nullishString,
  reasoning: nullishString,
  reason_ids: nullishIds,
  other_text: nullishString
}))
