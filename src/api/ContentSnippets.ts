/**
 * Content snippets: short texts from which Fin and Copilot answer.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { atMostOne, exactlyOne, tooLong } from "../internal/checks.js"
import { ContentSnippet, ContentSnippetChanges, NewContentSnippet } from "../models/ContentSnippet.js"
import { ContentTagLink, Tag, type TagLink } from "../models/Tag.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/ContentSnippet.js"

/**
 * @since 1.0.0
 */
export * from "../models/Tag.js"

/**
 * Lists content snippets, in pages of 50 at most.
 *
 * `GET /content_snippets`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Pagination.List<ContentSnippet> = Pagination.make(
  "ContentSnippets.list",
  { item: ContentSnippet, maxPerPage: 50, next: Pagination.nextNumber },
  (paging) => Endpoint.get("/content_snippets", { since: "2.16", query: Pagination.pageNumbers(paging) })
)

/**
 * Streams the pages of all content snippets.
 *
 * `GET /content_snippets`, in pages of 50 by default. From API 2.16.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<ContentSnippet>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all content snippets.
 *
 * `GET /content_snippets`, in pages of 50 by default. From API 2.16.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<ContentSnippet, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Retrieves a content snippet.
 *
 * `GET /content_snippets/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (snippetId: string) => Effect.Effect<ContentSnippet, IntercomError, IntercomHttp> = Endpoint.make(
  "ContentSnippets.find",
  ContentSnippet,
  (snippetId) => Endpoint.get("/content_snippets/{id}", { since: "2.16", path: { id: snippetId } })
)

/**
 * Creates a content snippet.
 *
 * `POST /content_snippets`. From API 2.16. Fails with `NotFound` (`parameter_invalid`) if an audience does not exist, and
 * with `InvalidRequest` (`validation_error`) if Fin does not support the language.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (
  snippet: NewContentSnippet
) => Effect.Effect<ContentSnippet, IntercomError, IntercomHttp> = Endpoint.make(
  "ContentSnippets.create",
  ContentSnippet,
  (snippet) =>
    Endpoint.post("/content_snippets", {
      since: "2.16",
      body: Endpoint.json(NewContentSnippet, snippet),
      issue: tooLong("title", snippet.title, 255) ?? exactlyOne(snippet, ["json_blocks", "body_markdown"])
    })
)

/**
 * Updates a content snippet.
 *
 * `PUT /content_snippets/{id}`. From API 2.16. Fields that you leave out stay unchanged. Fails with `NotFound`
 * (`parameter_invalid`) if an audience does not exist.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  snippetId: string,
  changes: ContentSnippetChanges
) => Effect.Effect<ContentSnippet, IntercomError, IntercomHttp> = Endpoint.make(
  "ContentSnippets.update",
  ContentSnippet,
  (snippetId, changes) =>
    Endpoint.put("/content_snippets/{id}", {
      since: "2.16",
      path: { id: snippetId },
      body: Endpoint.json(ContentSnippetChanges, changes),
      issue: tooLong("title", changes.title, 255) ?? atMostOne(changes, ["json_blocks", "body_markdown"])
    })
)

const delete_: (snippetId: string) => Effect.Effect<void, IntercomError, IntercomHttp> = Endpoint.empty(
  "ContentSnippets.delete",
  (snippetId) => Endpoint.del("/content_snippets/{id}", { since: "2.16", path: { id: snippetId } })
)

export {
  /**
   * Deletes a content snippet.
   *
   * `DELETE /content_snippets/{id}`. From API 2.16. Fails with `InvalidRequest` (`content_has_procedure_dependencies`)
   * if a procedure uses it.
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * Adds a tag to a content snippet.
 *
 * `POST /content_snippets/{content_snippet_id}/tags`. From API 2.16. Fails with `NotFound`
 * (`content_snippet_not_found`, `tag_not_found`) if one of them does not exist.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const attachTag: (
  snippetId: string,
  tag: ContentTagLink
) => Effect.Effect<Tag, IntercomError, IntercomHttp> = Endpoint.make(
  "ContentSnippets.attachTag",
  Tag,
  (snippetId, tag) =>
    Endpoint.post("/content_snippets/{content_snippet_id}/tags", {
      since: "2.16",
      path: { content_snippet_id: snippetId },
      body: Endpoint.json(ContentTagLink, tag),
      repeatable: true
    })
)

/**
 * Removes a tag from a content snippet.
 *
 * `DELETE /content_snippets/{content_snippet_id}/tags/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const detachTag: (
  snippetId: string,
  tag: TagLink
) => Effect.Effect<Tag, IntercomError, IntercomHttp> = Endpoint.make(
  "ContentSnippets.detachTag",
  Tag,
  (snippetId, { tag_id }) =>
    Endpoint.del("/content_snippets/{content_snippet_id}/tags/{id}", {
      since: "2.16",
      path: { content_snippet_id: snippetId, id: tag_id }
    })
)
