/**
 * Versions of articles, from API 2.16.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullishId, nullishSeconds, nullishString, struct } from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * A version of an article in a list, without its body.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleVersionListItem extends Pick<Timestamps, "created_at"> {
  readonly type?: string | null | undefined
  readonly id: string
  readonly article_id?: string | null | undefined
  readonly title?: string | null | undefined
  readonly description?: string | null | undefined
  /** Id of the author, an admin. */
  readonly author_id?: string | null | undefined
  /** Id of the admin who made the version. */
  readonly created_by_id?: string | null | undefined
  readonly created_via?: "api" | "web" | (string & {}) | null | undefined
  /** Id of the version before it. `null` for the first. */
  readonly from_version_id?: string | null | undefined
  /** `published` if readers see this version. */
  readonly state?: "published" | "draft" | (string & {}) | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ArticleVersionListItem: Schema.Schema<ArticleVersionListItem> = struct("ArticleVersionListItem")(() =>
  listItemFields()
)

const listItemFields = () => ({
  type: nullishString,
  id: Id,
  article_id: nullishId,
  title: nullishString,
  description: nullishString,
  author_id: nullishId,
  created_by_id: nullishId,
  created_via: nullishString,
  from_version_id: nullishId,
  state: nullishString,
  created_at: nullishSeconds
})

/**
 * A version of an article. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleVersion extends ArticleVersionListItem, Timestamps {
  /** HTML. */
  readonly body?: string | null | undefined
  /** The same text in Markdown. */
  readonly body_markdown?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ArticleVersion: Schema.Schema<ArticleVersion> = struct("ArticleVersion")(() => ({
  ...listItemFields(),
  body: nullishString,
  body_markdown: nullishString,
  updated_at: nullishSeconds
}))
