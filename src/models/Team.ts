/**
 * Teams: groups of admins.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullish, nullishId, nullishIds, nullishNumber, nullishString, struct } from "../internal/fields.js"

/**
 * A team.
 *
 * @since 1.0.0
 * @category models
 */
export interface Team {
  readonly type?: string | null | undefined
  readonly id: string
  readonly name?: string | null | undefined
  readonly admin_ids?: ReadonlyArray<string> | null | undefined
  readonly admin_priority_level?: AdminPriorityLevel | null | undefined
  /** Maximum number of conversations of an admin, for balanced assignment. */
  readonly assignment_limit?: number | null | undefined
  /** Method of assignment: `round_robin`. */
  readonly distribution_method?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Team: Schema.Schema<Team> = struct("Team")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  admin_ids: nullishIds,
  admin_priority_level: nullish(AdminPriorityLevel),
  assignment_limit: nullishNumber,
  distribution_method: nullishString
}))

/**
 * The primary and secondary admins of a team.
 *
 * @since 1.0.0
 * @category models
 */
export interface AdminPriorityLevel {
  readonly primary_admin_ids?: ReadonlyArray<string> | null | undefined
  readonly secondary_admin_ids?: ReadonlyArray<string> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AdminPriorityLevel: Schema.Schema<AdminPriorityLevel> = struct("AdminPriorityLevel")(() => ({
  primary_admin_ids: nullishIds,
  secondary_admin_ids: nullishIds
}))

/**
 * How many conversations an admin of a team has at the moment. From 2.16.
 *
 * @since 1.0.0
 * @category models
 */
export interface TeamMetric {
  readonly type?: string | null | undefined
  readonly admin_id?: string | null | undefined
  readonly open?: number | null | undefined
  /** The open conversations that have waited for a reply longer than `idle_threshold`. */
  readonly idle?: number | null | undefined
  readonly snoozed?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TeamMetric: Schema.Schema<TeamMetric> = struct("TeamMetric")(() => ({
  type: nullishString,
  admin_id: nullishId,
  open: nullishNumber,
  idle: nullishNumber,
  snoozed: nullishNumber
}))

/**
 * Options for listing the metrics of a team.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListTeamMetricsOptions {
  /** Seconds until a conversation that waits for a reply is idle, from 1 to 86,400. Default: 1,800. */
  readonly idle_threshold?: number | undefined
}
