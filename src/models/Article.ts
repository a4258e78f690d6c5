/**
 * Articles: the pages of a help center.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  anything,
  Id,
  IdInput,
  IntegerIdInput,
  ListType,
  nullish,
  nullishBoolean,
  nullishId,
  nullishIds,
  nullishNumber,
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"
import { type FinTargeting, finTargetingFields, type NewFinTargeting, newFinTargetingFields } from "./FinTargeting.js"
import { TagList } from "./Tag.js"
import type { Timestamps } from "./Timestamps.js"
import { type NewTranslations, newTranslations, type Translations, translations } from "./Translations.js"

/**
 * @since 1.0.0
 */
export * from "./Translations.js"

/**
 * An article in a list. In a multilingual help center, its own fields are in the default language.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleListItem extends FinTargeting, Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly workspace_id?: string | null | undefined
  readonly title?: string | null | undefined
  readonly description?: string | null | undefined
  /** HTML. */
  readonly body?: string | null | undefined
  /** The same text in Markdown. From 2.16. */
  readonly body_markdown?: string | null | undefined
  /** Id of the author, an admin. */
  readonly author_id?: string | null | undefined
  readonly state?: "published" | "draft" | (string & {}) | null | undefined
  /** `null` for a draft. */
  readonly url?: string | null | undefined
  /** Whether there is a draft of changes to the published article. From 2.16. */
  readonly has_unpublished_changes?: boolean | null | undefined
  /** Time of the last change of that draft. Unix time in seconds. From 2.16. */
  readonly draft_updated_at?: number | null | undefined
  /** Id of the admin who created it. From 2.16. */
  readonly created_by_id?: string | null | undefined
  /** Id of the admin who changed it last. From 2.16. */
  readonly updated_by_id?: string | null | undefined
  /** Whether Fin never suggests it. From 2.16. */
  readonly exclude_from_article_suggestions?: boolean | null | undefined
  /** Who can read it in the help center. From 2.16. */
  readonly help_center_audience?:
    | "everyone"
    | "all_users"
    | "all_visitors"
    | "all_leads"
    | "all_visitors_and_leads"
    | "restricted"
    | (string & {})
    | null
    | undefined
  /** Time at which it will be published. Unix time in seconds. From 2.16. */
  readonly scheduled_publish_at?: number | null | undefined
  /** Time at which it will be unpublished. Unix time in seconds. From 2.16. */
  readonly scheduled_unpublish_at?: number | null | undefined
  /** Id of the collection that contains it, if any. From 2.16, only `parent_ids` has it. */
  readonly parent_id?: string | null | undefined
  readonly parent_ids?: ReadonlyArray<string> | null | undefined
  /** Absent from 2.16. */
  readonly parent_type?: "collection" | "section" | (string & {}) | null | undefined
  /** Only in multilingual help centers. */
  readonly default_locale?: string | null | undefined
  /** Only in multilingual help centers. */
  readonly translated_content?: Translations<ArticleContent> | null | undefined
  readonly tags?: TagList | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ArticleListItem: Schema.Schema<ArticleListItem> = struct("ArticleListItem")(() => listItemFields())

const listItemFields = () => ({
  ...contentFields(),
  id: Id,
  workspace_id: nullishId,
  parent_id: nullishId,
  parent_ids: nullishIds,
  parent_type: nullishString,
  default_locale: nullishString,
  translated_content: nullish(translations(ArticleContent)),
  tags: nullish(TagList),
  exclude_from_article_suggestions: nullishBoolean,
  help_center_audience: nullishString,
  scheduled_publish_at: nullishSeconds,
  scheduled_unpublish_at: nullishSeconds
})

/**
 * An article. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Article extends ArticleListItem {
  readonly statistics?: ArticleStatistics | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Article: Schema.Schema<Article> = struct("Article")(() => ({
  ...listItemFields(),
  statistics: nullish(ArticleStatistics)
}))

/**
 * Views of an article, and reactions of its readers.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleStatistics {
  readonly type?: string | null | undefined
  readonly views?: number | null | undefined
  /** Number of conversations that started from the article. */
  readonly conversations?: number | null | undefined
  /** Same as `conversations`. Intercom documents this name and sends the other. */
  readonly conversions?: number | null | undefined
  readonly reactions?: number | null | undefined
  readonly happy_reaction_percentage?: number | null | undefined
  readonly neutral_reaction_percentage?: number | null | undefined
  readonly sad_reaction_percentage?: number | null | undefined
  /** Number of conversations in which Fin used the article. From 2.16. */
  readonly fin_involvements?: number | null | undefined
  /** Number of conversations that Fin resolved with the article. From 2.16. */
  readonly fin_resolutions?: number | null | undefined
  /** Share of `fin_resolutions` in `fin_involvements`, in percent. From 2.16. */
  readonly fin_resolution_rate?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ArticleStatistics: Schema.Schema<ArticleStatistics> = struct("ArticleStatistics")(() => ({
  type: nullishString,
  views: nullishNumber,
  conversations: nullishNumber,
  conversions: nullishNumber,
  reactions: nullishNumber,
  happy_reaction_percentage: nullishNumber,
  neutral_reaction_percentage: nullishNumber,
  sad_reaction_percentage: nullishNumber,
  fin_involvements: nullishNumber,
  fin_resolutions: nullishNumber,
  fin_resolution_rate: nullishNumber
}))

/**
 * An article in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleContent extends
  Pick<
    ArticleListItem,
    | "type"
    | "title"
    | "description"
    | "body"
    | "body_markdown"
    | "author_id"
    | "state"
    | "created_at"
    | "updated_at"
    | "has_unpublished_changes"
    | "draft_updated_at"
    | "created_by_id"
    | "updated_by_id"
    | "url"
    | keyof FinTargeting
  >
{}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ArticleContent: Schema.Schema<ArticleContent> = struct("ArticleContent")(() => contentFields())

const contentFields = () => ({
  type: nullishString,
  title: nullishString,
  description: nullishString,
  body: nullishString,
  body_markdown: nullishString,
  author_id: nullishId,
  state: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  has_unpublished_changes: nullishBoolean,
  draft_updated_at: nullishSeconds,
  created_by_id: nullishId,
  updated_by_id: nullishId,
  url: nullishString,
  ...finTargetingFields()
})

/**
 * One page of the results of an article search. `Pagination.nextCursor` returns the cursor of the next page.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleSearchResults {
  readonly type?: string | null | undefined
  readonly total_count?: number | null | undefined
  readonly data?: FoundArticles | null | undefined
  /** Position of the page in the results. Its shape varies. */
  readonly pages?: unknown
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ArticleSearchResults: Schema.Schema<ArticleSearchResults> = struct("ArticleSearchResults")(() => ({
  type: nullish(ListType),
  total_count: nullishNumber,
  data: nullish(FoundArticles),
  pages: anything
}))

/**
 * The articles that a search found, with the matching text.
 *
 * @since 1.0.0
 * @category models
 */
export interface FoundArticles {
  readonly articles?: ReadonlyArray<Article> | null | undefined
  /** Matching text, if the search requests highlights. */
  readonly highlights?: ReadonlyArray<ArticleHighlights> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FoundArticles: Schema.Schema<FoundArticles> = struct("FoundArticles")(() => ({
  articles: nullish(Schema.Array(Article)),
  highlights: nullish(Schema.Array(ArticleHighlights))
}))

/**
 * The texts of an article, split at the matches.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleHighlights {
  readonly article_id?: string | null | undefined
  readonly highlighted_title?: ReadonlyArray<HighlightedText> | null | undefined
  readonly highlighted_summary?: ReadonlyArray<ReadonlyArray<HighlightedText>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ArticleHighlights: Schema.Schema<ArticleHighlights> = struct("ArticleHighlights")(() => ({
  article_id: nullishId,
  highlighted_title: nullish(Schema.Array(HighlightedText)),
  highlighted_summary: nullish(Schema.Array(Schema.Array(HighlightedText)))
}))

/**
 * A piece of text. The type `highlight` marks a match.
 *
 * @since 1.0.0
 * @category models
 */
export interface HighlightedText {
  readonly type?: "highlight" | "plain" | (string & {}) | null | undefined
  readonly text?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const HighlightedText: Schema.Schema<HighlightedText> = struct("HighlightedText")(() => ({
  type: nullishString,
  text: nullishString
}))

/**
 * Input for creating an article. In a multilingual help center, its own fields are in the default language.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewArticle extends NewFinTargeting {
  readonly title: string
  /** Id of the author, an admin. Digits are sent as an integer. */
  readonly author_id: string | number
  readonly description?: string | undefined
  /** HTML. */
  readonly body?: string | undefined
  /** Markdown, instead of `body`. From 2.16. */
  readonly body_markdown?: string | undefined
  /** Default: `draft`. */
  readonly state?: "published" | "draft" | undefined
  /** Id of the collection. Default: no collection. Digits are sent as an integer. */
  readonly parent_id?: string | number | undefined
  readonly parent_type?: "collection" | "section" | undefined
  readonly translated_content?: NewTranslations<NewArticleContent> | null | undefined
  /** Time to publish it if `state` is `published`: ISO 8601 with a time zone, in the future. From 2.16. */
  readonly scheduled_publish_at?: string | null | undefined
  /**
   * Time to unpublish it, instead of `scheduled_publish_at`: ISO 8601 with a time zone, in the future. From 2.16.
   */
  readonly scheduled_unpublish_at?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewArticle: Schema.Schema<NewArticle> = struct("NewArticle")(() => ({
  ...newArticleFields(IntegerIdInput),
  title: Schema.String,
  author_id: IntegerIdInput
}))

const newArticleFields = <A, I>(parentId: Schema.Schema<A, I>) => ({
  ...newContentFields(),
  parent_id: Schema.optional(parentId),
  parent_type: Schema.optional(Schema.Literal("collection", "section")),
  translated_content: nullish(newTranslations(NewArticleContent)),
  scheduled_publish_at: nullishString,
  scheduled_unpublish_at: nullishString
})

/**
 * Input for changing an article. `null` cancels a schedule.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleChanges extends Omit<NewArticle, "title" | "author_id" | "parent_id"> {
  readonly title?: string | undefined
  /** Id of the author, an admin. Digits are sent as an integer. */
  readonly author_id?: string | number | undefined
  /** Id of the collection that contains it. */
  readonly parent_id?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ArticleChanges: Schema.Schema<ArticleChanges> = struct("ArticleChanges")(() => newArticleFields(IdInput))

/**
 * Input for an article in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewArticleContent extends
  Pick<
    ArticleChanges,
    "title" | "description" | "body" | "body_markdown" | "author_id" | "state" | keyof NewFinTargeting
  >
{}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewArticleContent: Schema.Schema<NewArticleContent> = struct("NewArticleContent")(() => newContentFields())

const newContentFields = () => ({
  ...draftContentFields(),
  author_id: Schema.optional(IntegerIdInput),
  state: Schema.optional(Schema.Literal("published", "draft")),
  ...newFinTargetingFields()
})

/**
 * Input for changing the draft of a published article.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleDraft extends ArticleDraftContent {
  readonly translated_content?: NewTranslations<ArticleDraftContent> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ArticleDraft: Schema.Schema<ArticleDraft> = struct("ArticleDraft")(() => ({
  ...draftContentFields(),
  translated_content: Schema.optional(newTranslations(ArticleDraftContent))
}))

/**
 * Input for changing the draft of a published article in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleDraftContent extends Pick<ArticleChanges, "title" | "description" | "body" | "body_markdown"> {}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ArticleDraftContent: Schema.Schema<ArticleDraftContent> = struct("ArticleDraftContent")(() =>
  draftContentFields()
)

const draftContentFields = () => ({
  title: Schema.optional(Schema.String),
  description: Schema.optional(Schema.String),
  body: Schema.optional(Schema.String),
  body_markdown: Schema.optional(Schema.String)
})

/**
 * Input for publishing the draft of an article.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleDraftPublication {
  /** The languages to publish. Required in a multilingual help center. */
  readonly locales?: ReadonlyArray<string> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ArticleDraftPublication: Schema.Schema<ArticleDraftPublication> = struct("ArticleDraftPublication")(
  () => ({ locales: Schema.optional(Schema.Array(Schema.String)) })
)
