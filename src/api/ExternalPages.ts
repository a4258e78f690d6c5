/**
 * External pages: content from outside Intercom that Fin, Intercom's AI agent, uses for its answers.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { ExternalPage, ExternalPageChanges, ExternalPageUpsert } from "../models/ExternalPage.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/ExternalPage.js"

/**
 * Lists external pages, in pages of 50 by default.
 *
 * `GET /ai/external_pages`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Pagination.List<ExternalPage> = Pagination.make(
  "ExternalPages.list",
  { item: ExternalPage, maxPerPage: 150, perPage: "default" },
  (paging) => Endpoint.get("/ai/external_pages", { query: Pagination.pageNumbers(paging) })
)

/**
 * Streams the pages of all external pages.
 *
 * `GET /ai/external_pages`, in pages of 50 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<ExternalPage>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all external pages.
 *
 * `GET /ai/external_pages`, in pages of 50 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<ExternalPage, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Creates an external page, or updates the one of its source with this `external_id`.
 *
 * `POST /ai/external_pages`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const upsert: (
  page: ExternalPageUpsert
) => Effect.Effect<ExternalPage, IntercomError, IntercomHttp> = Endpoint.make(
  "ExternalPages.upsert",
  ExternalPage,
  (page) => Endpoint.post("/ai/external_pages", { body: Endpoint.json(ExternalPageUpsert, page), repeatable: true })
)

/**
 * Retrieves an external page.
 *
 * `GET /ai/external_pages/{page_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (
  pageId: string
) => Effect.Effect<ExternalPage, IntercomError, IntercomHttp> = Endpoint.make(
  "ExternalPages.find",
  ExternalPage,
  (pageId) => Endpoint.get("/ai/external_pages/{page_id}", { path: { page_id: pageId } })
)

/**
 * Updates an external page, which must have been created with the API.
 *
 * `PUT /ai/external_pages/{page_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  pageId: string,
  changes: ExternalPageChanges
) => Effect.Effect<ExternalPage, IntercomError, IntercomHttp> = Endpoint.make(
  "ExternalPages.update",
  ExternalPage,
  (pageId, changes) =>
    Endpoint.put("/ai/external_pages/{page_id}", {
      path: { page_id: pageId },
      body: Endpoint.json(ExternalPageChanges, changes)
    })
)

const delete_: (
  pageId: string
) => Effect.Effect<ExternalPage, IntercomError, IntercomHttp> = Endpoint.make(
  "ExternalPages.delete",
  ExternalPage,
  (pageId) => Endpoint.del("/ai/external_pages/{page_id}", { path: { page_id: pageId } })
)

export {
  /**
   * Deletes an external page, so that Fin no longer uses it.
   *
   * `DELETE /ai/external_pages/{page_id}`. The returned page has no `html`.
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}
