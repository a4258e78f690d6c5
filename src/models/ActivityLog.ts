/**
 * Activity logs: the actions of admins in a workspace.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullish, nullishId, nullishRecord, nullishSeconds, nullishString, struct } from "../internal/fields.js"

/**
 * One action of an admin.
 *
 * @since 1.0.0
 * @category models
 */
export interface ActivityLog {
  readonly id: string
  readonly performed_by?: ActivityPerformer | null | undefined
  /** Details, with other keys for each type. `before` and `after` have the shape of the changed object. */
  readonly metadata?: Readonly<Record<string, unknown>> | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** `app_name_change`, `admin_login_success` and about a hundred others. */
  readonly activity_type?: string | null | undefined
  readonly activity_description?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ActivityLog: Schema.Schema<ActivityLog> = struct("ActivityLog")(() => ({
  id: Id,
  performed_by: nullish(ActivityPerformer),
  metadata: nullishRecord,
  created_at: nullishSeconds,
  activity_type: nullishString,
  activity_description: nullishString
}))

/**
 * The admin who performed an action.
 *
 * @since 1.0.0
 * @category models
 */
export interface ActivityPerformer {
  readonly type?: string | null | undefined
  readonly id?: string | null | undefined
  readonly email?: string | null | undefined
  readonly ip?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ActivityPerformer: Schema.Schema<ActivityPerformer> = struct("ActivityPerformer")(() => ({
  type: nullishString,
  id: nullishId,
  email: nullishString,
  ip: nullishString
}))
