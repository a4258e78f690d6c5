/**
 * Articles: the content of a help center.
 *
 * @since 1.0.0
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { atMostOne } from "../internal/checks.js"
import {
  Article,
  ArticleChanges,
  ArticleDraft,
  ArticleDraftPublication,
  ArticleListItem,
  ArticleSearchResults,
  type FoundArticles,
  NewArticle,
  type NewArticleContent
} from "../models/Article.js"
import { ArticleVersion, ArticleVersionListItem } from "../models/ArticleVersion.js"
import { DeletedObject } from "../models/DeletedObject.js"
import { laterContent } from "../models/FinTargeting.js"
import { ContentTagLink, Tag, type TagLink } from "../models/Tag.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Article.js"

/**
 * @since 1.0.0
 */
export * from "../models/ArticleVersion.js"

/**
 * @since 1.0.0
 */
export * from "../models/DeletedObject.js"

/**
 * @since 1.0.0
 */
export * from "../models/Tag.js"

/**
 * Lists articles, most recently updated first, in pages of 25 by default.
 *
 * `GET /articles`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Pagination.List<ArticleListItem> = Pagination.make(
  "Articles.list",
  { item: ArticleListItem, maxPerPage: 150 },
  (paging) => Endpoint.get("/articles", { query: Pagination.pageNumbers(paging) })
)

/**
 * Streams the pages of all articles.
 *
 * `GET /articles`, in pages of 150 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<ArticleListItem>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all articles, most recently updated first.
 *
 * `GET /articles`, in pages of 150 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<ArticleListItem, IntercomError, IntercomHttp> = (options) =>
  Pagination.stream(list(options), options)

/**
 * Retrieves an article with its statistics.
 *
 * `GET /articles/{article_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (articleId: string) => Effect.Effect<Article, IntercomError, IntercomHttp> = Endpoint.make(
  "Articles.find",
  Article,
  (articleId) => Endpoint.get("/articles/{article_id}", { path: { article_id: articleId } })
)

/**
 * Creates an article.
 *
 * `POST /articles`. The article is a draft unless `state` is `"published"`. Use `attachTag` to tag it.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (article: NewArticle) => Effect.Effect<Article, IntercomError, IntercomHttp> = (article) =>
  Effect.flatMap(Clock.currentTimeMillis, (now) => createAt(article, now))

const createAt: (article: NewArticle, now: number) => Effect.Effect<Article, IntercomError, IntercomHttp> = Endpoint
  .make(
    "Articles.create",
    Article,
    (article, now) =>
      Endpoint.post("/articles", {
        body: Endpoint.json(NewArticle, article),
        issue: issueOfBodies(article) ?? issueOfSchedule(article, now),
        later: Endpoint.needs("2.16", laterOf(article))
      })
  )

/**
 * Updates an article.
 *
 * `PUT /articles/{article_id}`. Fields that you leave out stay unchanged. A published article shows the change at once,
 * unless it has a pending draft.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  articleId: string,
  changes: ArticleChanges
) => Effect.Effect<Article, IntercomError, IntercomHttp> = (articleId, changes) =>
  Effect.flatMap(Clock.currentTimeMillis, (now) => updateAt(articleId, changes, now))

const updateAt: (
  articleId: string,
  changes: ArticleChanges,
  now: number
) => Effect.Effect<Article, IntercomError, IntercomHttp> = Endpoint.make(
  "Articles.update",
  Article,
  (articleId, changes, now) =>
    Endpoint.put("/articles/{article_id}", {
      path: { article_id: articleId },
      body: Endpoint.json(ArticleChanges, changes),
      issue: issueOfBodies(changes) ?? issueOfSchedule(changes, now),
      later: Endpoint.needs("2.16", laterOf(changes))
    })
)

const delete_: (articleId: string) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "Articles.delete",
  DeletedObject,
  (articleId) => Endpoint.del("/articles/{article_id}", { path: { article_id: articleId } })
)

export {
  /**
   * Deletes an article.
   *
   * `DELETE /articles/{article_id}`
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * Retrieves the draft of a published article.
 *
 * `GET /articles/{id}/draft`. From API 2.16. Fails with `NotFound` if the article has no unpublished changes.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findDraft: (articleId: string) => Effect.Effect<Article, IntercomError, IntercomHttp> = Endpoint.make(
  "Articles.findDraft",
  Article,
  (articleId) => Endpoint.get("/articles/{id}/draft", { since: "2.16", path: { id: articleId } })
)

/**
 * Changes the draft of a published article. Readers see the change when you publish the draft.
 *
 * `PUT /articles/{id}/draft`. From API 2.16. Fails with `InvalidRequest` (`parameter_invalid`) if the article was never
 * published.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const stageDraft: (
  articleId: string,
  draft: ArticleDraft
) => Effect.Effect<Article, IntercomError, IntercomHttp> = Endpoint.make(
  "Articles.stageDraft",
  Article,
  (articleId, draft) =>
    Endpoint.put("/articles/{id}/draft", {
      since: "2.16",
      path: { id: articleId },
      body: Endpoint.json(ArticleDraft, draft),
      issue: issueOfBodies(draft)
    })
)

/**
 * Publishes the draft of an article.
 *
 * `POST /articles/{id}/draft/publish`. From API 2.16. Fails with `InvalidRequest` if there is no draft
 * (`parameter_invalid`), or if a multilingual help center needs `locales` (`parameter_not_found`).
 *
 * @since 1.0.0
 * @category endpoints
 */
export const publishDraft: (
  articleId: string,
  publication?: ArticleDraftPublication
) => Effect.Effect<Article, IntercomError, IntercomHttp> = Endpoint.make(
  "Articles.publishDraft",
  Article,
  (articleId, publication) =>
    Endpoint.post("/articles/{id}/draft/publish", {
      since: "2.16",
      path: { id: articleId },
      body: publication === undefined ? undefined : Endpoint.json(ArticleDraftPublication, publication)
    })
)

/**
 * Lists the versions of an article without their bodies, newest first.
 *
 * `GET /articles/{article_id}/versions`. From API 2.16. Fails with `InvalidRequest` (`parameter_invalid`) if the
 * workspace does not have the language.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listVersions: (
  articleId: string,
  options?: ArticleVersionOptions & Pagination.ListOptions
) => Pagination.List<ArticleVersionListItem> = Pagination.makeNested(
  "Articles.listVersions",
  { item: ArticleVersionListItem, perPage: "default", next: Pagination.nextNumber },
  (articleId, { locale, ...paging }) =>
    Endpoint.get("/articles/{article_id}/versions", {
      since: "2.16",
      path: { article_id: articleId },
      query: { locale, ...Pagination.pageNumbers(paging) }
    })
)

/**
 * Retrieves a version of an article with its body.
 *
 * `GET /articles/{article_id}/versions/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findVersion: (
  articleId: string,
  version: ArticleVersionId & ArticleVersionOptions
) => Effect.Effect<ArticleVersion, IntercomError, IntercomHttp> = Endpoint.make(
  "Articles.findVersion",
  ArticleVersion,
  (articleId, { locale, version_id }) =>
    Endpoint.get("/articles/{article_id}/versions/{id}", {
      since: "2.16",
      path: { article_id: articleId, id: version_id },
      query: { locale }
    })
)

/**
 * Adds a tag to an article.
 *
 * `POST /articles/{article_id}/tags`. From API 2.16. Fails with `NotFound` (`article_not_found`, `tag_not_found`)
 * if one of them does not exist.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const attachTag: (
  articleId: string,
  tag: ContentTagLink
) => Effect.Effect<Tag, IntercomError, IntercomHttp> = Endpoint.make(
  "Articles.attachTag",
  Tag,
  (articleId, tag) =>
    Endpoint.post("/articles/{article_id}/tags", {
      since: "2.16",
      path: { article_id: articleId },
      body: Endpoint.json(ContentTagLink, tag),
      repeatable: true
    })
)

/**
 * Removes a tag from an article.
 *
 * `DELETE /articles/{article_id}/tags/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const detachTag: (
  articleId: string,
  tag: TagLink
) => Effect.Effect<Tag, IntercomError, IntercomHttp> = Endpoint.make(
  "Articles.detachTag",
  Tag,
  (articleId, { tag_id }) =>
    Endpoint.del("/articles/{article_id}/tags/{id}", {
      since: "2.16",
      path: { article_id: articleId, id: tag_id }
    })
)

/**
 * Searches articles, in pages of 10 by default.
 *
 * `GET /articles/search`. If `highlight` is `true`, `highlights` of the page shows where the phrase was found.
 *
 * @example
 * ```ts
 * import { Articles } from "effect-intercom"
 *
 * export const page = Articles.search({ phrase: "refund", state: "published", highlight: true })
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const search: (
  options: ArticleSearch & Pagination.ListOptions
) => Pagination.List<Article, ArticleSearchPage> = Pagination.makeFrom(
  "Articles.search",
  {
    body: ArticleSearchResults,
    read: ({ data, ...body }) => {
      const { articles, ...others } = data ?? {}
      return Pagination.toPage(articles, { ...others, ...body })
    },
    maxPerPage: 150,
    perPage: "default"
  },
  ({ help_center_id, highlight, phrase, state, ...paging }) =>
    Endpoint.get("/articles/search", {
      query: { phrase, state, help_center_id, highlight, ...Pagination.pageNumbers(paging) }
    })
)

/**
 * Streams the pages of a search for articles, each with its highlights and the cursor of the next page.
 *
 * `GET /articles/search`, in pages of 10 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchPages: (
  options: ArticleSearch & Pagination.StreamOptions
) => Stream.Stream<ArticleSearchPage, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(search(options), options)

/**
 * Streams all articles that match a search.
 *
 * `GET /articles/search`, in pages of 10 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchStream: (
  options: ArticleSearch & Pagination.StreamOptions
) => Stream.Stream<Article, IntercomError, IntercomHttp> = (options) => Pagination.stream(search(options), options)

/**
 * A page of a search for articles.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleSearchPage extends Pagination.Page<Article>, Pick<FoundArticles, "highlights"> {}

/**
 * Input for searching articles.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleSearch {
  /** The text to search for. */
  readonly phrase?: string | undefined
  readonly state?: "published" | "draft" | "all" | undefined
  readonly help_center_id?: string | undefined
  /** Whether the page has `highlights`, which show where the text was found. */
  readonly highlight?: boolean | undefined
}

/**
 * Identifies a version of an article.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleVersionId {
  readonly version_id: string
}

/**
 * The language of a version.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleVersionOptions {
  /** `en` */
  readonly locale?: string | undefined
}

// Only the type of `parent_id` differs between a new article and changes.
type ArticleInput = Omit<ArticleChanges, "parent_id">

/** The content of an article in each language that an input has, and its path. */
const contentsOf = (
  article: ArticleInput
): ReadonlyArray<readonly [path: ReadonlyArray<string>, content: NewArticleContent]> => [
  [[], article],
  ...Object.entries(article.translated_content ?? {}).map((
    [locale, content]
  ): readonly [ReadonlyArray<string>, NewArticleContent] => [["translated_content", locale], content ?? {}])
]

const issueOfBodies = (article: ArticleInput): Issue | undefined =>
  contentsOf(article)
    .map(([path, content]) => atMostOne(content, ["body", "body_markdown"], path))
    .find((issue) => issue !== undefined)

const issueOfSchedule = (article: ArticleInput, now: number): Issue | undefined => {
  const { scheduled_publish_at, scheduled_unpublish_at, state } = article
  if (state === "draft" && typeof scheduled_publish_at === "string") {
    return { path: ["state"], reason: "must not be draft if scheduled_publish_at has a time" }
  }
  return atMostOne(article, ["scheduled_publish_at", "scheduled_unpublish_at"]) ??
    notFuture("scheduled_publish_at", scheduled_publish_at, now) ??
    notFuture("scheduled_unpublish_at", scheduled_unpublish_at, now)
}

const notFuture = (field: string, time: string | null | undefined, now: number): Issue | undefined => {
  if (time === undefined || time === null) return undefined
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(time)
  if (!isTime || Number.isNaN(Date.parse(time))) {
    return { path: [field], reason: "must be a time in ISO 8601 with a time zone" }
  }
  return Date.parse(time) > now ? undefined : { path: [field], reason: "must be in the future" }
}

const laterOf = (article: ArticleInput): Readonly<Record<string, unknown>> => {
  const { scheduled_publish_at, scheduled_unpublish_at } = article
  const fields = contentsOf(article).flatMap(([path, content]) => Object.entries(laterContent(content, path)))
  return { ...Object.fromEntries(fields), scheduled_publish_at, scheduled_unpublish_at }
}
