/**
 * Audiences: the contacts that content for Fin is for.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { Audience, AudienceChanges, NewAudience } from "../models/Audience.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Audience.js"

/**
 * Lists audiences, in pages of 50 by default and at most.
 *
 * `GET /audiences`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Pagination.List<Audience> = Pagination.make(
  "Audiences.list",
  { item: Audience, maxPerPage: 50, next: Pagination.nextNumber },
  (paging) => Endpoint.get("/audiences", { since: "2.16", query: Pagination.pageNumbers(paging) })
)

/**
 * Streams the pages of all audiences.
 *
 * `GET /audiences`, in pages of 50 by default. From API 2.16.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Audience>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all audiences.
 *
 * `GET /audiences`, in pages of 50 by default. From API 2.16.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Audience, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Retrieves an audience.
 *
 * `GET /audiences/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (audienceId: string) => Effect.Effect<Audience, IntercomError, IntercomHttp> = Endpoint.make(
  "Audiences.find",
  Audience,
  (audienceId) => Endpoint.get("/audiences/{id}", { since: "2.16", path: { id: audienceId } })
)

/**
 * Creates an audience.
 *
 * `POST /audiences`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (audience: NewAudience) => Effect.Effect<Audience, IntercomError, IntercomHttp> = Endpoint.make(
  "Audiences.create",
  Audience,
  (audience) => Endpoint.post("/audiences", { since: "2.16", body: Endpoint.json(NewAudience, audience) })
)

/**
 * Updates an audience.
 *
 * `PUT /audiences/{id}`. From API 2.16. Fields that you leave out stay unchanged.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  audienceId: string,
  changes: AudienceChanges
) => Effect.Effect<Audience, IntercomError, IntercomHttp> = Endpoint.make(
  "Audiences.update",
  Audience,
  (audienceId, changes) =>
    Endpoint.put("/audiences/{id}", {
      since: "2.16",
      path: { id: audienceId },
      body: Endpoint.json(AudienceChanges, changes)
    })
)

const delete_: (audienceId: string) => Effect.Effect<void, IntercomError, IntercomHttp> = Endpoint.empty(
  "Audiences.delete",
  (audienceId) => Endpoint.del("/audiences/{id}", { since: "2.16", path: { id: audienceId } })
)

export {
  /**
   * Deletes an audience.
   *
   * `DELETE /audiences/{id}`. From API 2.16.
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}
