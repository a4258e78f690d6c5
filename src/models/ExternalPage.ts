/**
 * External pages: pages from other sites that Fin, Intercom's AI agent, uses for answers.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  IdInput,
  IntegerIdInput,
  nullishBoolean,
  nullishId,
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * An external page.
 *
 * @since 1.0.0
 * @category models
 */
export interface ExternalPage extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly title?: string | null | undefined
  /** Empty if the page is deleted. */
  readonly html?: string | null | undefined
  /** URL that Fin links to. */
  readonly url?: string | null | undefined
  readonly ai_agent_availability?: boolean | null | undefined
  readonly ai_copilot_availability?: boolean | null | undefined
  readonly ai_sales_agent_availability?: boolean | null | undefined
  /** Replaced by `ai_agent_availability` and `ai_copilot_availability`. */
  readonly fin_availability?: boolean | null | undefined
  readonly locale?: string | null | undefined
  /** Id of its content import source. */
  readonly source_id?: string | null | undefined
  /** Your own id of the page, unique within the source. */
  readonly external_id?: string | null | undefined
  /** Unix time in seconds. */
  readonly last_ingested_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ExternalPage: Schema.Schema<ExternalPage> = struct("ExternalPage")(() => ({
  type: nullishString,
  id: Id,
  title: nullishString,
  html: nullishString,
  url: nullishString,
  ai_agent_availability: nullishBoolean,
  ai_copilot_availability: nullishBoolean,
  ai_sales_agent_availability: nullishBoolean,
  fin_availability: nullishBoolean,
  locale: nullishString,
  source_id: nullishId,
  external_id: nullishId,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  last_ingested_at: nullishSeconds
}))

/**
 * Input for creating an external page, or updating the one with this `external_id` in the source.
 *
 * @since 1.0.0
 * @category models
 */
export interface ExternalPageUpsert {
  readonly title: string
  readonly html: string
  /** API 2.15 supports English only. */
  readonly locale: "en"
  /** Id of its content import source. Digits are sent as an integer. */
  readonly source_id: string | number
  /** Your own id of the page, unique within the source. */
  readonly external_id: string
  /** URL that Fin links to. Without it, Fin does not mention the page. */
  readonly url?: string | undefined
  /** Default: `false` for a new page, unchanged for an existing page. */
  readonly ai_agent_availability?: boolean | undefined
  /** Default: `false` for a new page, unchanged for an existing page. */
  readonly ai_copilot_availability?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ExternalPageUpsert: Schema.Schema<ExternalPageUpsert> = struct("ExternalPageUpsert")(() => ({
  title: Schema.String,
  html: Schema.String,
  locale: Schema.Literal("en"),
  source_id: IntegerIdInput,
  external_id: IdInput,
  url: Schema.optional(Schema.String),
  ai_agent_availability: Schema.optional(Schema.Boolean),
  ai_copilot_availability: Schema.optional(Schema.Boolean)
}))

/**
 * Input for changing an external page. Intercom requires all required fields again.
 *
 * @since 1.0.0
 * @category models
 */
export interface ExternalPageChanges extends Pick<ExternalPageUpsert, "title" | "html" | "locale" | "source_id"> {
  readonly url: string
  /** Your own id of the page, unique within the source. */
  readonly external_id?: string | undefined
  /** Whether Fin can use the page. Default: `true`. */
  readonly fin_availability?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ExternalPageChanges: Schema.Schema<ExternalPageChanges> = struct("ExternalPageChanges")(() => ({
  title: Schema.String,
  html: Schema.String,
  url: Schema.String,
  locale: Schema.Literal("en"),
  source_id: IntegerIdInput,
  external_id: Schema.optional(IdInput),
  fin_availability: Schema.optional(Schema.Boolean)
}))
