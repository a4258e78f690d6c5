/**
 * Newsfeeds: the feeds on which news items appear.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { Newsfeed, NewsItem } from "../models/NewsItem.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/NewsItem.js"

/**
 * Lists newsfeeds, in pages of 10 by default.
 *
 * `GET /news/newsfeeds`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Pagination.List<Newsfeed> = Pagination.make(
  "Newsfeeds.list",
  { item: Newsfeed, maxPerPage: 150, perPage: "default" },
  (paging) => Endpoint.get("/news/newsfeeds", { query: Pagination.pageNumbers(paging) })
)

/**
 * Streams the pages of all newsfeeds.
 *
 * `GET /news/newsfeeds`, in pages of 10 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Newsfeed>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all newsfeeds.
 *
 * `GET /news/newsfeeds`, in pages of 10 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Newsfeed, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Retrieves a newsfeed.
 *
 * `GET /news/newsfeeds/{newsfeed_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (newsfeedId: string) => Effect.Effect<Newsfeed, IntercomError, IntercomHttp> = Endpoint
  .make(
    "Newsfeeds.find",
    Newsfeed,
    (newsfeedId) => Endpoint.get("/news/newsfeeds/{newsfeed_id}", { path: { newsfeed_id: newsfeedId } })
  )

/**
 * Lists the live news items of a newsfeed, in pages of 20 by default.
 *
 * `GET /news/newsfeeds/{newsfeed_id}/items`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listItems: (
  newsfeedId: string,
  options?: Pagination.ListOptions
) => Pagination.List<NewsItem> = Pagination.makeNested(
  "Newsfeeds.listItems",
  { item: NewsItem, maxPerPage: 150, perPage: "default" },
  (newsfeedId, paging) =>
    Endpoint.get("/news/newsfeeds/{newsfeed_id}/items", {
      path: { newsfeed_id: newsfeedId },
      query: Pagination.pageNumbers(paging)
    })
)
