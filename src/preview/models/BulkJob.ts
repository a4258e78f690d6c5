/**
 * Jobs that change many contacts or companies.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  IdInput,
  nullish,
  nullishId,
  nullishNumber,
  nullishSeconds,
  nullishString,
  struct
} from "../../internal/fields.js"
import type { Timestamps } from "../../models/Timestamps.js"

/**
 * A job. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface BulkJob extends Timestamps {
  readonly type?: "companies.bulk.job" | "contacts.bulk.job" | (string & {}) | null | undefined
  readonly id: string
  /** It ends as `completed`, or as `completed_with_errors` if Intercom has rejected an item. */
  readonly state?: "pending" | "running" | "completed" | "completed_with_errors" | (string & {}) | null | undefined
  /** Unix time in seconds. */
  readonly completed_at?: number | null | undefined
  readonly tasks?: ReadonlyArray<BulkTask> | null | undefined
  readonly url?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const BulkJob: Schema.Schema<BulkJob> = struct("PreviewBulkJob")(() => ({
  type: nullishString,
  id: Id,
  state: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  completed_at: nullishSeconds,
  tasks: nullish(Schema.Array(BulkTask)),
  url: nullishString
}))

/**
 * The items of one request.
 *
 * @since 1.0.0
 * @category models
 */
export interface BulkTask {
  readonly id?: string | null | undefined
  readonly item_count?: number | null | undefined
  readonly state?: BulkJob["state"]
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly started_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly completed_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const BulkTask: Schema.Schema<BulkTask> = struct("PreviewBulkTask")(() => ({
  id: nullishId,
  item_count: nullishNumber,
  state: nullishString,
  created_at: nullishSeconds,
  started_at: nullishSeconds,
  completed_at: nullishSeconds
}))

/**
 * A contact or a company, by Intercom's id.
 *
 * @since 1.0.0
 * @category models
 */
export interface BulkReference {
  readonly id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const BulkReference: Schema.Schema<BulkReference> = struct("BulkReference")(() => ({ id: IdInput }))

/**
 * The part of an input that names the job.
 *
 * @since 1.0.0
 * @category models
 */
export interface BulkTarget {
  /** An open job to add the items to. Default: a new job. */
  readonly job?: BulkReference | undefined
}
