/**
 * Internal articles: articles for admins and for Fin's Copilot.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  anything,
  Id,
  IntegerIdInput,
  ListType,
  nullish,
  nullishId,
  nullishNumber,
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"
import { type FinTargeting, finTargetingFields, type NewFinTargeting, newFinTargetingFields } from "./FinTargeting.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * An internal article.
 *
 * @since 1.0.0
 * @category models
 */
export interface InternalArticle extends FinTargeting, Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly title?: string | null | undefined
  /** HTML. */
  readonly body?: string | null | undefined
  /** The same text in Markdown. From 2.16. */
  readonly body_markdown?: string | null | undefined
  /** Id of the owner, an admin. */
  readonly owner_id?: string | null | undefined
  /** Id of the author, an admin. */
  readonly author_id?: string | null | undefined
  readonly locale?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const InternalArticle: Schema.Schema<InternalArticle> = struct("InternalArticle")(() => ({
  type: nullishString,
  id: Id,
  title: nullishString,
  body: nullishString,
  body_markdown: nullishString,
  owner_id: nullishId,
  author_id: nullishId,
  locale: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  ...finTargetingFields()
}))

/**
 * One page of the results of an article search. `Pagination.nextCursor` returns the cursor of the next page.
 *
 * @since 1.0.0
 * @category models
 */
export interface InternalArticleSearchResults {
  readonly type?: string | null | undefined
  readonly total_count?: number | null | undefined
  readonly data?: FoundInternalArticles | null | undefined
  /** Position of the page in the results. Its shape varies. */
  readonly pages?: unknown
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const InternalArticleSearchResults: Schema.Schema<InternalArticleSearchResults> = struct(
  "InternalArticleSearchResults"
)(() => ({
  type: nullish(ListType),
  total_count: nullishNumber,
  data: nullish(FoundInternalArticles),
  pages: anything
}))

/**
 * The internal articles that a search found.
 *
 * @since 1.0.0
 * @category models
 */
export interface FoundInternalArticles {
  readonly internal_articles?: ReadonlyArray<InternalArticle> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FoundInternalArticles: Schema.Schema<FoundInternalArticles> = struct("FoundInternalArticles")(() => ({
  internal_articles: nullish(Schema.Array(InternalArticle))
}))

/**
 * Input for creating an internal article.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewInternalArticle extends NewFinTargeting {
  readonly title: string
  /** Id of the owner, an admin. Digits are sent as an integer. */
  readonly owner_id: string | number
  /** Id of the author, an admin. Digits are sent as an integer. */
  readonly author_id: string | number
  /** HTML. */
  readonly body?: string | undefined
  /** Markdown, instead of `body`. From 2.16. */
  readonly body_markdown?: string | undefined
  /** Intercom uses this field in its examples, but does not document it. */
  readonly locale?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewInternalArticle: Schema.Schema<NewInternalArticle> = struct("NewInternalArticle")(() => ({
  title: Schema.String,
  owner_id: IntegerIdInput,
  author_id: IntegerIdInput,
  body: Schema.optional(Schema.String),
  body_markdown: Schema.optional(Schema.String),
  locale: Schema.optional(Schema.String),
  ...newFinTargetingFields()
}))

/**
 * Input for changing an internal article.
 *
 * @since 1.0.0
 * @category models
 */
export interface InternalArticleChanges extends NewFinTargeting, Pick<NewInternalArticle, "body" | "body_markdown"> {
  readonly title?: string | undefined
  /** Id of the owner, an admin. Digits are sent as an integer. */
  readonly owner_id?: string | number | undefined
  /** Id of the author, an admin. Digits are sent as an integer. */
  readonly author_id?: string | number | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const InternalArticleChanges: Schema.Schema<InternalArticleChanges> = struct("InternalArticleChanges")(() => ({
  title: Schema.optional(Schema.String),
  body: Schema.optional(Schema.String),
  body_markdown: Schema.optional(Schema.String),
  owner_id: Schema.optional(IntegerIdInput),
  author_id: Schema.optional(IntegerIdInput),
  ...newFinTargetingFields()
}))
