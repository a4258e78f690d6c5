/**
 * Content: articles, internal articles, content snippets, external pages and files, from which Fin and Copilot answer.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, IdInput, IntegerIdInput, ListType, nullish, nullishId, nullishString, struct } from "../internal/fields.js"

/**
 * Content that a search found. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface FoundContent {
  readonly type?:
    | "article"
    | "content_snippet"
    | "external_content"
    | "file_source_content"
    | "internal_article"
    | (string & {})
    | null
    | undefined
  readonly id: string
  readonly title?: string | null | undefined
  /** An article in each of its languages. Only articles have it. */
  readonly contents?: ReadonlyArray<FoundArticleContent> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FoundContent: Schema.Schema<FoundContent> = struct("FoundContent")(() => ({
  type: nullishString,
  id: Id,
  title: nullishString,
  contents: nullish(Schema.Array(FoundArticleContent))
}))

/**
 * An article in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface FoundArticleContent {
  readonly type?: string | null | undefined
  /** Its id in a bulk action, as `article_content`. */
  readonly id?: string | null | undefined
  readonly title?: string | null | undefined
  readonly locale?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const FoundArticleContent: Schema.Schema<FoundArticleContent> = struct("FoundArticleContent")(() => ({
  type: nullishString,
  id: nullishId,
  title: nullishString,
  locale: nullishString
}))

/**
 * A bulk action that Intercom runs later. Intercom does not tell how it ends.
 *
 * @since 1.0.0
 * @category models
 */
export interface QueuedContentAction {
  readonly type?: string | null | undefined
  readonly status?: "queued" | (string & {}) | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const QueuedContentAction: Schema.Schema<QueuedContentAction> = struct("QueuedContentAction")(() => ({
  type: nullish(ListType),
  status: nullishString
}))

/**
 * Input for a bulk action on content.
 *
 * @since 1.0.0
 * @category models
 */
export type ContentAction = PublishContent | DeleteContent | SetContentAvailability | SetContentAudience | TagContent

/**
 * Publishes or unpublishes articles, each in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface PublishContent {
  readonly action: "publish" | "unpublish"
  readonly content_ids: ReadonlyArray<ContentId<"article_content">>
}

/**
 * Deletes content for good. Intercom leaves out articles that it imported from another system.
 *
 * @since 1.0.0
 * @category models
 */
export interface DeleteContent {
  readonly action: "delete"
  readonly content_ids: ReadonlyArray<
    ContentId<"article_content" | "content_snippet" | "file_source_content" | "internal_article">
  >
}

/**
 * Turns content on or off for Fin, Copilot and the Sales Agent.
 *
 * @since 1.0.0
 * @category models
 */
export interface SetContentAvailability {
  readonly action: "set_availability"
  readonly content_ids: ReadonlyArray<ContentId<TargetedContentType>>
  readonly availability: ContentAvailability
}

/**
 * Changes the segments that content is for.
 *
 * @since 1.0.0
 * @category models
 */
export interface SetContentAudience {
  readonly action: "set_audience"
  readonly content_ids: ReadonlyArray<ContentId<TargetedContentType>>
  readonly audience: ContentAudience
}

/**
 * Adds tags to content, or removes them.
 *
 * @since 1.0.0
 * @category models
 */
export interface TagContent {
  readonly action: "update_tags"
  readonly content_ids: ReadonlyArray<
    ContentId<"article" | "content_snippet" | "external_content" | "file_source_content" | "internal_article">
  >
  readonly tags: ContentTags
}

/**
 * The types of content that can be turned on for Fin, and for whom.
 *
 * @since 1.0.0
 * @category models
 */
export type TargetedContentType =
  | "article_content"
  | "content_snippet"
  | "external_content"
  | "file_source_content"
  | "internal_article"

/**
 * The types of content. `article_content` is an article in one language.
 *
 * @since 1.0.0
 * @category models
 */
export type ContentType = "article" | TargetedContentType

/**
 * The id of content, with its type.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentId<Type extends ContentType = ContentType> {
  readonly type: Type
  readonly id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentId: Schema.Schema<ContentId> = struct("ContentId")(() => ({
  type: Schema.Literal(
    "article",
    "article_content",
    "content_snippet",
    "external_content",
    "file_source_content",
    "internal_article"
  ),
  id: IdInput
}))

/**
 * Who uses content. Fields that you leave out stay unchanged.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentAvailability {
  /** Whether Fin uses it. */
  readonly ai_agent?: boolean | undefined
  /** Whether Copilot uses it. */
  readonly copilot?: boolean | undefined
  /** Whether the Sales Agent uses it. */
  readonly sales_agent?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentAvailability: Schema.Schema<ContentAvailability> = struct("ContentAvailability")(() => ({
  ai_agent: Schema.optional(Schema.Boolean),
  copilot: Schema.optional(Schema.Boolean),
  sales_agent: Schema.optional(Schema.Boolean)
}))

/**
 * The segments to add to content, and to remove from it. Digits are sent as integers.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentAudience {
  readonly add_segment_ids?: ReadonlyArray<string | number> | undefined
  readonly remove_segment_ids?: ReadonlyArray<string | number> | undefined
  /** Whether to remove all segments. */
  readonly remove_all?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentAudience: Schema.Schema<ContentAudience> = struct("ContentAudience")(() => ({
  add_segment_ids: Schema.optional(Schema.Array(IntegerIdInput)),
  remove_segment_ids: Schema.optional(Schema.Array(IntegerIdInput)),
  remove_all: Schema.optional(Schema.Boolean)
}))

/**
 * The tags to add to content, and to remove from it: 1 to 100 in all. Digits are sent as integers.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentTags {
  readonly add_tag_ids?: ReadonlyArray<string | number> | undefined
  readonly remove_tag_ids?: ReadonlyArray<string | number> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentTags: Schema.Schema<ContentTags> = struct("ContentTags")(() => ({
  add_tag_ids: Schema.optional(Schema.Array(IntegerIdInput)),
  remove_tag_ids: Schema.optional(Schema.Array(IntegerIdInput))
}))

/**
 * The fields of a bulk action.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentActionFields {
  readonly action: ContentAction["action"]
  /** 1 to 1,000. */
  readonly content_ids: ReadonlyArray<ContentId>
  readonly availability?: ContentAvailability | undefined
  readonly audience?: ContentAudience | undefined
  readonly tags?: ContentTags | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentActionFields: Schema.Schema<ContentActionFields> = struct("ContentActionFields")(() => ({
  action: Schema.Literal("publish", "unpublish", "delete", "set_availability", "set_audience", "update_tags"),
  content_ids: Schema.Array(ContentId),
  availability: Schema.optional(ContentAvailability),
  audience: Schema.optional(ContentAudience),
  tags: Schema.optional(ContentTags)
}))
