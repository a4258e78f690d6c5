/**
 * AI content: what Fin, Intercom's agent, knows from elsewhere, as pages that belong to import sources.
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
import { ExternalPage, ExternalPageChanges, ExternalPageUpsert } from "../models/ExternalPage.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/ContentImportSource.js"

/**
 * @since 1.0.0
 */
export * from "../models/ExternalPage.js"

/**
 * Lists content import sources, one page. Intercom's default is 50 a page.
 *
 * `GET /ai/content_import_sources`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listImportSources: (
  options?: Pagination.ListOptions
) => Effect.Effect<Pagination.Page<ContentImportSource>, IntercomError, IntercomHttp> = (options) =>
  Pagination.page(importSources, options)

/**
 * Streams the pages of all content import sources, each with the cursor of the next.
 *
 * `GET /ai/content_import_sources`, as many a page as Intercom likes unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const listImportSourcesPages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<ContentImportSource>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(importSources, options)

/**
 * Streams all content import sources.
 *
 * `GET /ai/content_import_sources`, as many a page as Intercom likes unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const listImportSourcesStream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<ContentImportSource, IntercomError, IntercomHttp> = (options) =>
  Pagination.stream(importSources, options)

/**
 * Creates a content import source.
 *
 * `POST /ai/content_import_sources`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const createImportSource: (
  source: NewContentImportSource
) => Effect.Effect<ContentImportSource, IntercomError, IntercomHttp> = Endpoint.make(
  "AiContent.createImportSource",
  ContentImportSource,
  (source) => Endpoint.post("/ai/content_import_sources", { body: Endpoint.json(NewContentImportSource, source) })
)

/**
 * Retrieves one content import source.
 *
 * `GET /ai/content_import_sources/{source_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findImportSource: (
  sourceId: string
) => Effect.Effect<ContentImportSource, IntercomError, IntercomHttp> = Endpoint.make(
  "AiContent.findImportSource",
  ContentImportSource,
  (sourceId) => Endpoint.get("/ai/content_import_sources/{source_id}", { path: { source_id: sourceId } })
)

/**
 * Changes a content import source.
 *
 * `PUT /ai/content_import_sources/{source_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const updateImportSource: (
  sourceId: string,
  changes: ContentImportSourceChanges
) => Effect.Effect<ContentImportSource, IntercomError, IntercomHttp> = Endpoint.make(
  "AiContent.updateImportSource",
  ContentImportSource,
  (sourceId, changes) =>
    Endpoint.put("/ai/content_import_sources/{source_id}", {
      path: { source_id: sourceId },
      body: Endpoint.json(ContentImportSourceChanges, changes)
    })
)

/**
 * Deletes a content import source and all pages that came from it.
 *
 * `DELETE /ai/content_import_sources/{source_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const deleteImportSource: (sourceId: string) => Effect.Effect<void, IntercomError, IntercomHttp> = Endpoint
  .empty(
    "AiContent.deleteImportSource",
    (sourceId) => Endpoint.del("/ai/content_import_sources/{source_id}", { path: { source_id: sourceId } })
  )

/**
 * Lists external pages, one page of the list. Intercom's default is 50.
 *
 * `GET /ai/external_pages`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listExternalPages: (
  options?: Pagination.ListOptions
) => Effect.Effect<Pagination.Page<ExternalPage>, IntercomError, IntercomHttp> = (options) =>
  Pagination.page(externalPages, options)

/**
 * Streams the list of all external pages page by page, each with the cursor of the next.
 *
 * `GET /ai/external_pages`, as many a page as Intercom likes unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const listExternalPagesPages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<ExternalPage>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(externalPages, options)

/**
 * Streams all external pages.
 *
 * `GET /ai/external_pages`, as many a page as Intercom likes unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const listExternalPagesStream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<ExternalPage, IntercomError, IntercomHttp> = (options) => Pagination.stream(externalPages, options)

/**
 * Creates an external page, or updates the one its source has by this `external_id`.
 *
 * `POST /ai/external_pages`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const saveExternalPage: (
  page: ExternalPageUpsert
) => Effect.Effect<ExternalPage, IntercomError, IntercomHttp> = Endpoint.make(
  "AiContent.saveExternalPage",
  ExternalPage,
  (page) => Endpoint.post("/ai/external_pages", { body: Endpoint.json(ExternalPageUpsert, page), repeatable: true })
)

/**
 * Retrieves one external page.
 *
 * `GET /ai/external_pages/{page_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findExternalPage: (
  pageId: string
) => Effect.Effect<ExternalPage, IntercomError, IntercomHttp> = Endpoint.make(
  "AiContent.findExternalPage",
  ExternalPage,
  (pageId) => Endpoint.get("/ai/external_pages/{page_id}", { path: { page_id: pageId } })
)

/**
 * Changes an external page, if it was made through the API.
 *
 * `PUT /ai/external_pages/{page_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const updateExternalPage: (
  pageId: string,
  changes: ExternalPageChanges
) => Effect.Effect<ExternalPage, IntercomError, IntercomHttp> = Endpoint.make(
  "AiContent.updateExternalPage",
  ExternalPage,
  (pageId, changes) =>
    Endpoint.put("/ai/external_pages/{page_id}", {
      path: { page_id: pageId },
      body: Endpoint.json(ExternalPageChanges, changes)
    })
)

/**
 * Deletes an external page: Fin no longer answers from it. What comes back has no `html` left.
 *
 * `DELETE /ai/external_pages/{page_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const deleteExternalPage: (
  pageId: string
) => Effect.Effect<ExternalPage, IntercomError, IntercomHttp> = Endpoint.make(
  "AiContent.deleteExternalPage",
  ExternalPage,
  (pageId) => Endpoint.del("/ai/external_pages/{page_id}", { path: { page_id: pageId } })
)

const importSources: Pagination.Source<ContentImportSource> = Pagination.source({
  operation: "AiContent.listImportSources",
  item: ContentImportSource,
  maxPerPage: 150,
  perPage: "default",
  request: (paging) => Endpoint.get("/ai/content_import_sources", { query: Pagination.numbered(paging) })
})

const externalPages: Pagination.Source<ExternalPage> = Pagination.source({
  operation: "AiContent.listExternalPages",
  item: ExternalPage,
  maxPerPage: 150,
  perPage: "default",
  request: (paging) => Endpoint.get("/ai/external_pages", { query: Pagination.numbered(paging) })
})
