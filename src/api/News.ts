/**
 * News: items to announce something with, and the feeds they appear on.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { DeletedObject } from "../models/DeletedObject.js"
import { NewNewsItem, Newsfeed, NewsItem, type NewsItemChanges } from "../models/NewsItem.js"
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
 * Lists news items, drafts too, one page. Intercom's default is 10 a page.
 *
 * `GET /news/news_items`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listItems: (
  options?: Pagination.ListOptions
) => Effect.Effect<Pagination.Page<NewsItem>, IntercomError, IntercomHttp> = (options) =>
  Pagination.page(items, options)

/**
 * Streams the pages of all news items, each with the cursor of the next.
 *
 * `GET /news/news_items`, as many a page as Intercom likes unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const listItemsPages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<NewsItem>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(items, options)

/**
 * Streams all news items, drafts too.
 *
 * `GET /news/news_items`, as many a page as Intercom likes unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const listItemsStream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<NewsItem, IntercomError, IntercomHttp> = (options) => Pagination.stream(items, options)

/**
 * Creates a news item. It can be seen once it is `live` and on a newsfeed.
 *
 * `POST /news/news_items`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const createItem: (item: NewNewsItem) => Effect.Effect<NewsItem, IntercomError, IntercomHttp> = Endpoint.make(
  "News.createItem",
  NewsItem,
  (item) => Endpoint.post("/news/news_items", { body: Endpoint.json(NewNewsItem, item) })
)

/**
 * Retrieves one news item.
 *
 * `GET /news/news_items/{news_item_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findItem: (itemId: string) => Effect.Effect<NewsItem, IntercomError, IntercomHttp> = Endpoint.make(
  "News.findItem",
  NewsItem,
  (itemId) => Endpoint.get("/news/news_items/{news_item_id}", { path: { news_item_id: itemId } })
)

/**
 * Changes a news item.
 *
 * `PUT /news/news_items/{news_item_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const updateItem: (
  itemId: string,
  changes: NewsItemChanges
) => Effect.Effect<NewsItem, IntercomError, IntercomHttp> = Endpoint.make(
  "News.updateItem",
  NewsItem,
  (itemId, changes) =>
    Endpoint.put("/news/news_items/{news_item_id}", {
      path: { news_item_id: itemId },
      body: Endpoint.json(NewNewsItem, changes)
    })
)

/**
 * Deletes a news item.
 *
 * `DELETE /news/news_items/{news_item_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const deleteItem: (itemId: string) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "News.deleteItem",
  DeletedObject,
  (itemId) => Endpoint.del("/news/news_items/{news_item_id}", { path: { news_item_id: itemId } })
)

/**
 * Lists newsfeeds, one page. Intercom's default is 10 a page.
 *
 * `GET /news/newsfeeds`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listNewsfeeds: (
  options?: Pagination.ListOptions
) => Effect.Effect<Pagination.Page<Newsfeed>, IntercomError, IntercomHttp> = (options) =>
  Pagination.page(newsfeeds, options)

/**
 * Streams the pages of all newsfeeds, each with the cursor of the next.
 *
 * `GET /news/newsfeeds`, as many a page as Intercom likes unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const listNewsfeedsPages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Newsfeed>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(newsfeeds, options)

/**
 * Streams all newsfeeds.
 *
 * `GET /news/newsfeeds`, as many a page as Intercom likes unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const listNewsfeedsStream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Newsfeed, IntercomError, IntercomHttp> = (options) => Pagination.stream(newsfeeds, options)

/**
 * Retrieves one newsfeed.
 *
 * `GET /news/newsfeeds/{newsfeed_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findNewsfeed: (newsfeedId: string) => Effect.Effect<Newsfeed, IntercomError, IntercomHttp> = Endpoint
  .make(
    "News.findNewsfeed",
    Newsfeed,
    (newsfeedId) => Endpoint.get("/news/newsfeeds/{newsfeed_id}", { path: { newsfeed_id: newsfeedId } })
  )

/**
 * Lists the news items that are live on a newsfeed, one page. Intercom's default is 20 a page.
 *
 * `GET /news/newsfeeds/{newsfeed_id}/items`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listNewsfeedItems: (
  newsfeedId: string,
  options?: Pagination.ListOptions
) => Effect.Effect<Pagination.Page<NewsItem>, IntercomError, IntercomHttp> = (newsfeedId, options) =>
  Pagination.page(itemsOf(newsfeedId), options)

/**
 * Streams the pages of the news items that are live on a newsfeed, each with the cursor of the next.
 *
 * `GET /news/newsfeeds/{newsfeed_id}/items`, as many a page as Intercom likes unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const listNewsfeedItemsPages: (
  newsfeedId: string,
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<NewsItem>, IntercomError, IntercomHttp> = (newsfeedId, options) =>
  Pagination.pages(itemsOf(newsfeedId), options)

/**
 * Streams the news items that are live on a newsfeed.
 *
 * `GET /news/newsfeeds/{newsfeed_id}/items`, as many a page as Intercom likes unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const listNewsfeedItemsStream: (
  newsfeedId: string,
  options?: Pagination.StreamOptions
) => Stream.Stream<NewsItem, IntercomError, IntercomHttp> = (newsfeedId, options) =>
  Pagination.stream(itemsOf(newsfeedId), options)

const items: Pagination.Source<NewsItem> = Pagination.source({
  operation: "News.listItems",
  item: NewsItem,
  maxPerPage: 150,
  perPage: "default",
  request: (paging) => Endpoint.get("/news/news_items", { query: Pagination.numbered(paging) })
})

const newsfeeds: Pagination.Source<Newsfeed> = Pagination.source({
  operation: "News.listNewsfeeds",
  item: Newsfeed,
  maxPerPage: 150,
  perPage: "default",
  request: (paging) => Endpoint.get("/news/newsfeeds", { query: Pagination.numbered(paging) })
})

const itemsOf = (newsfeedId: string): Pagination.Source<NewsItem> =>
  Pagination.source({
    operation: "News.listNewsfeedItems",
    item: NewsItem,
    maxPerPage: 150,
    perPage: "default",
    request: (paging) =>
      Endpoint.get("/news/newsfeeds/{newsfeed_id}/items", {
        path: { newsfeed_id: newsfeedId },
        query: Pagination.numbered(paging)
      })
  })
