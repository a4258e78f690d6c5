/**
 * Articles: what a help center has to read.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { Article, ArticleChanges, ArticleListItem, ArticleSearchResults, NewArticle } from "../models/Article.js"
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
 * Lists articles, those changed last first, one page. Intercom's default is 25 a page.
 *
 * `GET /articles`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Effect.Effect<Pagination.Page<ArticleListItem>, IntercomError, IntercomHttp> = (options) =>
  Pagination.page(listed, options)

/**
 * Streams the pages of all articles, each with the cursor of the next.
 *
 * `GET /articles`, 150 a page unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<ArticleListItem>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(listed, options)

/**
 * Streams all articles, those changed last first.
 *
 * `GET /articles`, 150 a page unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<ArticleListItem, IntercomError, IntercomHttp> = (options) => Pagination.stream(listed, options)

/**
 * Retrieves one article with its statistics.
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
 * Creates an article, as a draft unless its `state` is `published`. Its tags are read, never written.
 *
 * `POST /articles`
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
 * Changes the fields you name. What is published shows the change at once, unless a draft of it is pending.
 *
 * `PUT /articles/{article_id}`
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
 * Searches articles, one page. Intercom's default is 10 a page. The articles and their highlights are in `data`, and
 * `Pagination.nextCursor` tells the cursor of the next page.
 *
 * `GET /articles/search`
 *
 * @example
 * ```ts
 * import { Articles, Pagination } from "effect-intercom"
 * import { Effect } from "effect"
 *
 * export const twoPages = Effect.gen(function*() {
 *   const search: Articles.ArticleSearch = { phrase: "refund", state: "published" }
 *   const first = yield* Articles.search(search)
 *   const cursor = Pagination.nextCursor(first)
 *   return cursor === undefined ? [first] : [first, yield* Articles.search({ ...search, cursor })]
 * })
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const search: (
  options: ArticleSearch & Pagination.ListOptions
) => Effect.Effect<ArticleSearchResults, IntercomError, IntercomHttp> = Endpoint.make(
  "Articles.search",
  ArticleSearchResults,
  (options) => searchRequest(options)
)

/**
 * Streams the pages of a search, each with the cursor of the next. The highlights come by `search` only.
 *
 * `GET /articles/search`, as many a page as Intercom likes unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchPages: (
  options: ArticleSearch & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Article>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(searched(options), options)

/**
 * Streams all articles a search finds.
 *
 * `GET /articles/search`, as many a page as Intercom likes unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchStream: (
  options: ArticleSearch & Pagination.StreamOptions
) => Stream.Stream<Article, IntercomError, IntercomHttp> = (options) => Pagination.stream(searched(options), options)

/**
 * What a search for articles takes.
 *
 * @since 1.0.0
 * @category models
 */
export interface ArticleSearch {
  /** What is to be in the article. */
  readonly phrase?: string | undefined
  readonly state?: "published" | "draft" | "all" | undefined
  readonly help_center_id?: string | undefined
  /** Whether to tell where in the article the phrase is. */
  readonly highlight?: boolean | undefined
}

const listed: Pagination.Source<ArticleListItem> = Pagination.source({
  operation: "Articles.list",
  item: ArticleListItem,
  maxPerPage: 150,
  request: (paging) => Endpoint.get("/articles", { query: Pagination.numbered(paging) })
})

const searchRequest = (
  { help_center_id, highlight, phrase, state, ...paging }: ArticleSearch & Pagination.ListOptions
): Endpoint.Request =>
  Endpoint.get("/articles/search", {
    query: { phrase, state, help_center_id, highlight, ...Pagination.numbered(paging) },
    issue: Pagination.issueOf(paging, { maxPerPage: 150 })
  })

const searched = (search: ArticleSearch): Pagination.Source<Article> =>
  Pagination.sourceOf(ArticleSearchResults, ({ data }) => data?.articles, {
    operation: "Articles.search",
    maxPerPage: 150,
    perPage: "default",
    request: (paging) => searchRequest({ ...search, ...paging })
  })
