/**
 * Articles: what a help center has to read.
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
  nullishId,
  nullishIds,
  nullishNumber,
  nullishString,
  struct
} from "../internal/fields.js"
import { TagList } from "./Tag.js"
import { type Translations, translations } from "./Translations.js"

/**
 * @since 1.0.0
 */
export * from "./Translations.js"

/**
 * An article as lists have it. In a multilingual help center its own fields are those of the default language.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleListItem {
  readonly type?: string | null | undefined
  readonly id: string
  readonly workspace_id?: string | null | undefined
  readonly title?: string | null | undefined
  readonly description?: string | null | undefined
  /** HTML. */
  readonly body?: string | null | undefined
  /** The admin who wrote it. */
  readonly author_id?: string | null | undefined
  readonly state?: "published" | "draft" | (string & {}) | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly updated_at?: number | null | undefined
  /** `null` while it is a draft. */
  readonly url?: string | null | undefined
  /** The collection it is in; an article may be in none. */
  readonly parent_id?: string | null | undefined
  /** All collections it is in. */
  readonly parent_ids?: ReadonlyArray<string> | null | undefined
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
export const ArticleListItem: Schema.Schema<ArticleListItem> = struct("ArticleListItem")(() => ({
  type: nullishString,
  id: Id,
  workspace_id: nullishId,
  title: nullishString,
  description: nullishString,
  body: nullishString,
  author_id: nullishId,
  state: nullishString,
  created_at: nullishNumber,
  updated_at: nullishNumber,
  url: nullishString,
  parent_id: nullishId,
  parent_ids: nullishIds,
  parent_type: nullishString,
  default_locale: nullishString,
  translated_content: nullish(translations(ArticleContent)),
  tags: nullish(TagList)
}))

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
export const Article: Schema.Schema<Article> = Schema.suspend(() =>
  Schema.extend(ArticleListItem, Schema.Struct({ statistics: nullish(ArticleStatistics) }))
).annotations({ identifier: "effect-intercom/Article" })

/**
 * How an article is received.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleStatistics {
  readonly type?: string | null | undefined
  readonly views?: number | null | undefined
  /** How many conversations began at it. */
  readonly conversations?: number | null | undefined
  /** What `conversations` is by another name: Intercom documents this one and sends that one. */
  readonly conversions?: number | null | undefined
  readonly reactions?: number | null | undefined
  readonly happy_reaction_percentage?: number | null | undefined
  readonly neutral_reaction_percentage?: number | null | undefined
  readonly sad_reaction_percentage?: number | null | undefined
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
  sad_reaction_percentage: nullishNumber
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
    "type" | "title" | "description" | "body" | "author_id" | "state" | "created_at" | "updated_at" | "url"
  >
{}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ArticleContent: Schema.Schema<ArticleContent> = struct("ArticleContent")(() => ({
  type: nullishString,
  title: nullishString,
  description: nullishString,
  body: nullishString,
  author_id: nullishId,
  state: nullishString,
  created_at: nullishNumber,
  updated_at: nullishNumber,
  url: nullishString
}))

/**
 * What a search for articles found, one page of it. `Pagination.nextCursor` tells where the next begins.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleSearchResults {
  readonly type?: string | null | undefined
  readonly total_count?: number | null | undefined
  readonly data?: FoundArticles | null | undefined
  /** What Intercom says of the pages, in whichever shape. */
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
 * The articles that were found, with what matched in them.
 *
 * @since 1.0.0
 * @category models
 */
export interface FoundArticles {
  readonly articles?: ReadonlyArray<Article> | null | undefined
  /** Where the phrase was found, where the search asked for it. */
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
 * An article's texts, cut where the phrase begins and ends.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleHighlights {
  readonly article_id?: string | null | undefined
  readonly highlighted_title?: ReadonlyArray<HighlightedText> | null | undefined
  /** The passages the phrase is in. */
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
 * A piece of text, and whether it is what was searched for.
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
 * An article to be. In a multilingual help center its own fields are those of the default language.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewArticle {
  readonly title: string
  /** The admin who wrote it. Digits are sent as the integer that 2.15 documents. */
  readonly author_id: string | number
  readonly description?: string | undefined
  /** HTML. */
  readonly body?: string | undefined
  /** Default: `draft`. */
  readonly state?: "published" | "draft" | undefined
  /** The collection it goes into; without it, it goes into none. Digits are sent as an integer. */
  readonly parent_id?: string | number | undefined
  readonly parent_type?: "collection" | "section" | undefined
  readonly translated_content?: NewArticleTranslations | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewArticle: Schema.Schema<NewArticle> = struct("NewArticle")(() => ({
  title: Schema.String,
  author_id: IntegerIdInput,
  description: Schema.optional(Schema.String),
  body: Schema.optional(Schema.String),
  state: Schema.optional(Schema.Literal("published", "draft")),
  parent_id: Schema.optional(IntegerIdInput),
  parent_type: Schema.optional(Schema.Literal("collection", "section")),
  translated_content: nullish(NewArticleTranslations)
}))

/**
 * Input for changing an article. A field that is left out stays as it is.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleChanges extends Omit<NewArticle, "title" | "author_id" | "parent_id"> {
  readonly title?: string | undefined
  /** The admin who wrote it. Digits are sent as the integer that 2.15 documents. */
  readonly author_id?: string | number | undefined
  /** The collection that contains it. */
  readonly parent_id?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ArticleChanges: Schema.Schema<ArticleChanges> = struct("ArticleChanges")(() => ({
  title: Schema.optional(Schema.String),
  description: Schema.optional(Schema.String),
  body: Schema.optional(Schema.String),
  author_id: Schema.optional(IntegerIdInput),
  state: Schema.optional(Schema.Literal("published", "draft")),
  parent_id: Schema.optional(IdInput),
  parent_type: Schema.optional(Schema.Literal("collection", "section")),
  translated_content: nullish(NewArticleTranslations)
}))

/**
 * An article in further languages: `fr`, `pt-BR`.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewArticleTranslations {
  readonly [language: string]: NewArticleContent
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewArticleTranslations: Schema.Schema<NewArticleTranslations> = Schema.suspend(() =>
  Schema.Record({ key: Schema.String, value: NewArticleContent })
).annotations({ identifier: "effect-intercom/NewArticleTranslations" })

/**
 * An article to be, in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewArticleContent {
  readonly title?: string | undefined
  readonly description?: string | undefined
  /** HTML. */
  readonly body?: string | undefined
  /** The admin who wrote it. Digits are sent as the integer that 2.15 documents. */
  readonly author_id?: string | number | undefined
  readonly state?: "published" | "draft" | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewArticleContent: Schema.Schema<NewArticleContent> = struct("NewArticleContent")(() => ({
  title: Schema.optional(Schema.String),
  description: Schema.optional(Schema.String),
  body: Schema.optional(Schema.String),
  author_id: Schema.optional(IntegerIdInput),
  state: Schema.optional(Schema.Literal("published", "draft"))
}))
