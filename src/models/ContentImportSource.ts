/**
 * Content import sources: where Fin, Intercom's agent, has its external pages from.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, IntegerIdInput, nullish, nullishIds, nullishNumber, nullishString, struct } from "../internal/fields.js"

/**
 * A source of external pages.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentImportSource {
  readonly type?: string | null | undefined
  readonly id: string
  /** Who brings the pages: you through the API, or Intercom. */
  readonly sync_behavior?: "api" | "automatic" | "manual" | (string & {}) | null | undefined
  readonly status?: "active" | "deactivated" | (string & {}) | null | undefined
  /** The root of the source. */
  readonly url?: string | null | undefined
  /** The audiences its pages are for. */
  readonly audience_ids?: ReadonlyArray<string> | null | undefined
  /** Unix time in seconds. */
  readonly last_synced_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly updated_at?: number | null | undefined
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
  last_synced_at: nullishNumber,
  created_at: nullishNumber,
  updated_at: nullishNumber
}))

/**
 * A source to be. Those that are made through the API are filled through it.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewContentImportSource {
  readonly sync_behavior: "api"
  /** The root of the source. */
  readonly url: string
  /** Default: `active`. */
  readonly status?: "active" | "deactivated" | undefined
  /** Digits are sent as the integers that 2.15 documents. */
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
 * Input for changing a content import source. Intercom wants its `sync_behavior` and `url` again. `audience_ids` replaces
 * all audiences. A `url` other than the present one is accepted only if `sync_behavior` is `api`.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentImportSourceChanges extends Omit<NewContentImportSource, "sync_behavior"> {
  /** `api` cannot be changed to another value, nor another value to `api`. */
  readonly sync_behavior: "api" | "automated" | "manual"
  /** Sets the audiences of existing pages, too. */
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
