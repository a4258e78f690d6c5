/**
 * Articles: the content of a help center.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import {
  Article,
  ArticleChanges,
  ArticleListItem,
  ArticleSearchResults,
  type FoundArticles,
  NewArticle
} from "../models/Article.js"
import { DeletedObject } from "../models/DeletedObject.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Article.js"

/**
 * @since 1.0.0
 */
export * from "../models/DeletedObject.js"

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
 * `POST /articles`. The article is a draft unless `state` is `"published"`. The API cannot set its tags.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (article: NewArticle) => Effect.Effect<Article, IntercomError, IntercomHttp> = Endpoint.make(
  "Articles.create",
  Article,
  (article) => Endpoint.post("/articles", { body: Endpoint.json(NewArticle, article) })
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
) => Effect.Effect<Article, IntercomError, IntercomHttp> = Endpoint.make(
  "Articles.update",
  Article,
  (articleId, changes) =>
    Endpoint.put("/articles/{article_id}", {
      path: { article_id: articleId },
      body: Endpoint.json(ArticleChanges, changes)
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
