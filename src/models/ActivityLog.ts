/**
 * Activity logs: the actions of admins in a workspace.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  IntegerIdInput,
  nullish,
  nullishId,
  nullishRecord,
  nullishSeconds,
  nullishString,
  SecondsInput,
  struct
} from "../internal/fields.js"

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

/**
 * The period of the activities to list.
 *
 * @since 1.0.0
 * @category models
 */
export interface ActivityLogPeriod {
  /** Unix time in seconds. */
  readonly created_at_after: number
  /** Unix time in seconds. */
  readonly created_at_before?: number | undefined
}

/**
 * Input for searching activities. From 2.16.
 *
 * @since 1.0.0
 * @category models
 */
export interface ActivityLogSearch extends ActivityLogPeriod {
  /** Values of `Admins.listActivityLogEventTypes`. Default: all. */
  readonly event_types?: ReadonlyArray<string> | undefined
}

/**
 * The fields that are sent in the body.
 *
 * @since 1.0.0
 * @category schemas
 */
export const ActivityLogSearch: Schema.Schema<
  ActivityLogSearch & { readonly page?: string | number | undefined; readonly per_page?: number | undefined }
> = struct("ActivityLogSearch")(() => ({
  created_at_after: SecondsInput,
  created_at_before: Schema.optional(SecondsInput),
  event_types: Schema.optional(Schema.Array(Schema.String)),
  page: Schema.optional(IntegerIdInput),
  per_page: Schema.optional(Schema.Number)
}))
