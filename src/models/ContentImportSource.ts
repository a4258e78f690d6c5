/**
 * Content import sources: the origins of external pages.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, IntegerIdInput, nullish, nullishIds, nullishSeconds, nullishString, struct } from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * A content import source.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentImportSource extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  /** `api` if you send the pages through the API. Otherwise Intercom imports them. */
  readonly sync_behavior?: "api" | "automatic" | "manual" | (string & {}) | null | undefined
  readonly status?: "active" | "deactivated" | (string & {}) | null | undefined
  /** Root URL of the source. */
  readonly url?: string | null | undefined
  readonly audience_ids?: ReadonlyArray<string> | null | undefined
  /** Unix time in seconds. */
  readonly last_synced_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentImportSource: Schema.Schema<ContentImportSource> = struct("ContentImportSource")(() => ({
  type: nullishString,
  id: Id,
  sync_behavior: nullishString,
  status: nullishString,
  url: nullishString,
  audience_ids: nullishIds,
  last_synced_at: nullishSeconds,
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))

/**
 * Input for creating a content import source. You send its pages through the API.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewContentImportSource {
  readonly sync_behavior: "api"
  /** Root URL of the source. */
  readonly url: string
  /** Default: `active`. */
  readonly status?: "active" | "deactivated" | undefined
  /** Digits are sent as an integer. */
  readonly audience_ids?: ReadonlyArray<string | number> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewContentImportSource: Schema.Schema<NewContentImportSource> = struct("NewContentImportSource")(() => ({
  sync_behavior: Schema.Literal("api"),
  url: Schema.String,
  status: Schema.optional(Schema.Literal("active", "deactivated")),
  audience_ids: nullish(Schema.Array(IntegerIdInput))
}))

/**
 * Input for changing a source. Intercom requires `sync_behavior` and `url` again. `audience_ids` replaces all
 * audiences. The `url` can be changed only if `sync_behavior` is `api`.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentImportSourceChanges extends Omit<NewContentImportSource, "sync_behavior"> {
  /** Intercom rejects a change from `api` or to `api`. */
  readonly sync_behavior: "api" | "automated" | "manual"
  /** Whether to set the audiences of existing pages, too. */
  readonly apply_audience_to_existing_content?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentImportSourceChanges: Schema.Schema<ContentImportSourceChanges> = struct(
  "ContentImportSourceChanges"
)(() => ({
  sync_behavior: Schema.Literal("api", "automated", "manual"),
  url: Schema.String,
  status: Schema.optional(Schema.Literal("active", "deactivated")),
  audience_ids: nullish(Schema.Array(IntegerIdInput)),
  apply_audience_to_existing_content: Schema.optional(Schema.Boolean)
}))
