/**
 * Internal articles: articles for admins and for Fin's Copilot.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { atMostOne } from "../internal/checks.js"
import { DeletedObject } from "../models/DeletedObject.js"
import { laterContent } from "../models/FinTargeting.js"
import {
  InternalArticle,
  InternalArticleChanges,
  InternalArticleSearchResults,
  NewInternalArticle
} from "../models/InternalArticle.js"
import { ContentTagLink, Tag, type TagLink } from "../models/Tag.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/DeletedObject.js"

/**
 * @since 1.0.0
 */
export * from "../models/InternalArticle.js"

/**
 * @since 1.0.0
 */
export * from "../models/Tag.js"

/**
 * Lists internal articles, in pages of 25 by default.
 *
 * `GET /internal_articles`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Pagination.List<InternalArticle> = Pagination.make(
  "InternalArticles.list",
  { item: InternalArticle, maxPerPage: 150, perPage: "default" },
  (paging) => Endpoint.get("/internal_articles", { query: Pagination.pageNumbers(paging) })
)

/**
 * Streams the pages of all internal articles.
 *
 * `GET /internal_articles`, in pages of 25 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<InternalArticle>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all internal articles.
 *
 * `GET /internal_articles`, in pages of 25 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<InternalArticle, IntercomError, IntercomHttp> = (options) =>
  Pagination.stream(list(options), options)

/**
 * Retrieves an internal article.
 *
 * `GET /internal_articles/{internal_article_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (articleId: string) => Effect.Effect<InternalArticle, IntercomError, IntercomHttp> = Endpoint.make(
  "InternalArticles.find",
  InternalArticle,
  (articleId) => Endpoint.get("/internal_articles/{internal_article_id}", { path: { internal_article_id: articleId } })
)

/**
 * Creates an internal article.
 *
 * `POST /internal_articles`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (
  article: NewInternalArticle
) => Effect.Effect<InternalArticle, IntercomError, IntercomHttp> = Endpoint.make(
  "InternalArticles.create",
  InternalArticle,
  (article) =>
    Endpoint.post("/internal_articles", {
      body: Endpoint.json(NewInternalArticle, article),
      issue: atMostOne(article, ["body", "body_markdown"]),
      later: Endpoint.needs("2.16", laterContent(article))
    })
)

/**
 * Updates an internal article.
 *
 * `PUT /internal_articles/{internal_article_id}`. Fields that you leave out stay unchanged.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  articleId: string,
  changes: InternalArticleChanges
) => Effect.Effect<InternalArticle, IntercomError, IntercomHttp> = Endpoint.make(
  "InternalArticles.update",
  InternalArticle,
  (articleId, changes) =>
    Endpoint.put("/internal_articles/{internal_article_id}", {
      path: { internal_article_id: articleId },
      body: Endpoint.json(InternalArticleChanges, changes),
      issue: atMostOne(changes, ["body", "body_markdown"]),
      later: Endpoint.needs("2.16", laterContent(changes))
    })
)

const delete_: (articleId: string) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "InternalArticles.delete",
  DeletedObject,
  (articleId) => Endpoint.del("/internal_articles/{internal_article_id}", { path: { internal_article_id: articleId } })
)

export {
  /**
   * Deletes an internal article.
   *
   * `DELETE /internal_articles/{internal_article_id}`
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * Adds a tag to an internal article.
 *
 * `POST /internal_articles/{internal_article_id}/tags`. From API 2.16. Fails with `NotFound` (`internal_article_not_found`,
 * `tag_not_found`) if one of them does not exist.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const attachTag: (
  articleId: string,
  tag: ContentTagLink
) => Effect.Effect<Tag, IntercomError, IntercomHttp> = Endpoint.make(
  "InternalArticles.attachTag",
  Tag,
  (articleId, tag) =>
    Endpoint.post("/internal_articles/{internal_article_id}/tags", {
      since: "2.16",
      path: { internal_article_id: articleId },
      body: Endpoint.json(ContentTagLink, tag),
      repeatable: true
    })
)

/**
 * Removes a tag from an internal article.
 *
 * `DELETE /internal_articles/{internal_article_id}/tags/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const detachTag: (
  articleId: string,
  tag: TagLink
) => Effect.Effect<Tag, IntercomError, IntercomHttp> = Endpoint.make(
  "InternalArticles.detachTag",
  Tag,
  (articleId, { tag_id }) =>
    Endpoint.del("/internal_articles/{internal_article_id}/tags/{id}", {
      since: "2.16",
      path: { internal_article_id: articleId, id: tag_id }
    })
)

/**
 * Searches internal articles, in pages of 10 by default.
 *
 * `GET /internal_articles/search`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const search: (
  options: InternalArticleSearch & Pagination.ListOptions
) => Pagination.List<InternalArticle> = Pagination.makeFrom(
  "InternalArticles.search",
  {
    body: InternalArticleSearchResults,
    read: ({ data, ...body }) => {
      const { internal_articles, ...others } = data ?? {}
      return Pagination.toPage(internal_articles, { ...others, ...body })
    },
    maxPerPage: 150,
    perPage: "default"
  },
  ({ folder_id, ...paging }) =>
    Endpoint.get("/internal_articles/search", {
      query: { folder_id, ...Pagination.pageNumbers(paging) }
    })
)

/**
 * Streams the pages of a search for internal articles.
 *
 * `GET /internal_articles/search`, in pages of 10 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchPages: (
  options: InternalArticleSearch & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<InternalArticle>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(search(options), options)

/**
 * Streams all internal articles that match a search.
 *
 * `GET /internal_articles/search`, in pages of 10 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchStream: (
  options: InternalArticleSearch & Pagination.StreamOptions
) => Stream.Stream<InternalArticle, IntercomError, IntercomHttp> = (options) =>
  Pagination.stream(search(options), options)

/**
 * Input for searching internal articles.
 *
 * @since 1.0.0
 * @category models
 */
export interface InternalArticleSearch {
  /** The id of the folder to search. */
  readonly folder_id?: string | undefined
}
