/**
 * Bulk jobs of API 1.x.
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
  nullishRecord,
  nullishSeconds,
  nullishString,
  RecordInput,
  struct
} from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * A bulk job of API 1.x.
 *
 * @since 1.0.0
 * @category models
 */
export interface BulkJob extends Timestamps {
  readonly id: string
  readonly app_id?: string | null | undefined
  readonly name?: string | null | undefined
  readonly state?: "pending" | "running" | "completed" | "failed" | (string & {}) | null | undefined
  /** Unix time in seconds. */
  readonly completed_at?: number | null | undefined
  /** End of the time in which the job accepts items. Unix time in seconds. */
  readonly closing_at?: number | null | undefined
  readonly links?: Readonly<Record<string, unknown>> | null | undefined
  readonly tasks?: ReadonlyArray<BulkTask> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const BulkJob: Schema.Schema<BulkJob> = struct("BulkJob")(() => ({
  id: Id,
  app_id: nullishId,
  name: nullishString,
  state: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  completed_at: nullishSeconds,
  closing_at: nullishSeconds,
  links: nullishRecord,
  tasks: nullish(Schema.Array(BulkTask))
}))

/**
 * A part of a bulk job.
 *
 * @since 1.0.0
 * @category models
 */
export interface BulkTask {
  readonly id?: string | null | undefined
  readonly item_count?: number | null | undefined
  readonly state?: string | null | undefined
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
export const BulkTask: Schema.Schema<BulkTask> = struct("BulkTask")(() => ({
  id: nullishId,
  item_count: nullishNumber,
  state: nullishString,
  created_at: nullishSeconds,
  started_at: nullishSeconds,
  completed_at: nullishSeconds
}))

/**
 * One item of a bulk job. `data` is an object in the format of API 1.x.
 *
 * @since 1.0.0
 * @category models
 */
export interface BulkItem {
  readonly method: "post" | "delete"
  readonly data_type: "contact" | "event"
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const BulkItem: Schema.Schema<BulkItem> = struct("BulkItem")(() => ({
  method: Schema.Literal("post", "delete"),
  data_type: Schema.Literal("contact", "event"),
  data: RecordInput
}))

/**
 * Request body that starts a bulk job.
 *
 * @since 1.0.0
 * @category models
 */
export interface BulkStart {
  readonly items: ReadonlyArray<BulkItem>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const BulkStart: Schema.Schema<BulkStart> = struct("BulkStart")(() => ({ items: Schema.Array(BulkItem) }))

/**
 * Request body that adds items to a bulk job.
 *
 * @since 1.0.0
 * @category models
 */
export interface BulkAppend extends BulkStart {
  readonly job: { readonly id: string }
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const BulkAppend: Schema.Schema<BulkAppend> = struct("BulkAppend")(() => ({
  job: Schema.Struct({ id: IdInput }),
  items: Schema.Array(BulkItem)
}))
