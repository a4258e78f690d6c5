/**
 * News items: announcements that appear on newsfeeds.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { DeletedObject } from "../models/DeletedObject.js"
import { NewNewsItem, NewsItem } from "../models/NewsItem.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/DeletedObject.js"

/**
 * @since 1.0.0
 */
export * from "../models/NewsItem.js"

/**
 * Lists news items, including drafts, in pages of 10 by default.
 *
 * `GET /news/news_items`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Pagination.List<NewsItem> = Pagination.make(
  "NewsItems.list",
  { item: NewsItem, maxPerPage: 150, perPage: "default" },
  (paging) => Endpoint.get("/news/news_items", { query: Pagination.pageNumbers(paging) })
)

/**
 * Streams the pages of all news items.
 *
 * `GET /news/news_items`, in pages of 10 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<NewsItem>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all news items.
 *
 * `GET /news/news_items`, in pages of 10 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<NewsItem, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Creates a news item.
 *
 * `POST /news/news_items`. It is visible once it is `live` and on a newsfeed.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (item: NewNewsItem) => Effect.Effect<NewsItem, IntercomError, IntercomHttp> = Endpoint.make(
  "NewsItems.create",
  NewsItem,
  (item) => Endpoint.post("/news/news_items", { body: Endpoint.json(NewNewsItem, item) })
)

/**
 * Retrieves a news item.
 *
 * `GET /news/news_items/{news_item_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (itemId: string) => Effect.Effect<NewsItem, IntercomError, IntercomHttp> = Endpoint.make(
  "NewsItems.find",
  NewsItem,
  (itemId) => Endpoint.get("/news/news_items/{news_item_id}", { path: { news_item_id: itemId } })
)

/**
 * Updates a news item.
 *
 * `PUT /news/news_items/{news_item_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  itemId: string,
  item: NewNewsItem
) => Effect.Effect<NewsItem, IntercomError, IntercomHttp> = Endpoint.make(
  "NewsItems.update",
  NewsItem,
  (itemId, item) =>
    Endpoint.put("/news/news_items/{news_item_id}", {
      path: { news_item_id: itemId },
      body: Endpoint.json(NewNewsItem, item)
    })
)

const delete_: (itemId: string) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "NewsItems.delete",
  DeletedObject,
  (itemId) => Endpoint.del("/news/news_items/{news_item_id}", { path: { news_item_id: itemId } })
)

export {
  /**
   * Deletes a news item.
   *
   * `DELETE /news/news_items/{news_item_id}`
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}
