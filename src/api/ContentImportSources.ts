/**
 * Content import sources: the origins of Fin's external pages.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import {
  ContentImportSource,
  ContentImportSourceChanges,
  NewContentImportSource
} from "../models/ContentImportSource.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/ContentImportSource.js"

/**
 * Lists content import sources, in pages of 50 by default.
 *
 * `GET /ai/content_import_sources`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Pagination.List<ContentImportSource> = Pagination.make(
  "ContentImportSources.list",
  { item: ContentImportSource, maxPerPage: 150, perPage: "default" },
  (paging) => Endpoint.get("/ai/content_import_sources", { query: Pagination.pageNumbers(paging) })
)

/**
 * Streams the pages of all content import sources.
 *
 * `GET /ai/content_import_sources`, in pages of 50 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<ContentImportSource>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all content import sources.
 *
 * `GET /ai/content_import_sources`, in pages of 50 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<ContentImportSource, IntercomError, IntercomHttp> = (options) =>
  Pagination.stream(list(options), options)

/**
 * Creates a content import source.
 *
 * `POST /ai/content_import_sources`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (
  source: NewContentImportSource
) => Effect.Effect<ContentImportSource, IntercomError, IntercomHttp> = Endpoint.make(
  "ContentImportSources.create",
  ContentImportSource,
  (source) => Endpoint.post("/ai/content_import_sources", { body: Endpoint.json(NewContentImportSource, source) })
)

/**
 * Retrieves a content import source.
 *
 * `GET /ai/content_import_sources/{source_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (
  sourceId: string
) => Effect.Effect<ContentImportSource, IntercomError, IntercomHttp> = Endpoint.make(
  "ContentImportSources.find",
  ContentImportSource,
  (sourceId) => Endpoint.get("/ai/content_import_sources/{source_id}", { path: { source_id: sourceId } })
)

/**
 * Updates a content import source.
 *
 * `PUT /ai/content_import_sources/{source_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  sourceId: string,
  changes: ContentImportSourceChanges
) => Effect.Effect<ContentImportSource, IntercomError, IntercomHttp> = Endpoint.make(
  "ContentImportSources.update",
  ContentImportSource,
  (sourceId, changes) =>
    Endpoint.put("/ai/content_import_sources/{source_id}", {
      path: { source_id: sourceId },
      body: Endpoint.json(ContentImportSourceChanges, changes)
    })
)

const delete_: (sourceId: string) => Effect.Effect<void, IntercomError, IntercomHttp> = Endpoint
  .empty(
    "ContentImportSources.delete",
    (sourceId) => Endpoint.del("/ai/content_import_sources/{source_id}", { path: { source_id: sourceId } })
  )

export {
  /**
   * Deletes a content import source and all its external pages.
   *
   * `DELETE /ai/content_import_sources/{source_id}`
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}
