/**
 * Macros: saved replies. From API 2.16.
 *
 * Calls need the permission `read_conversations`, and find only the macros that the admin of the access token can see.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { notSeconds } from "../internal/checks.js"
import { Macro } from "../models/Macro.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Macro.js"

/**
 * Lists macros, most recently updated first, in pages of 50 by default and 150 at most.
 *
 * `GET /macros`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: ListMacrosOptions & Pagination.ListOptions
) => Pagination.List<Macro> = Pagination.make(
  "Macros.list",
  { item: Macro, maxPerPage: 150 },
  ({ cursor, perPage, updated_since }) =>
    Endpoint.get("/macros", {
      since: "2.16",
      query: { per_page: perPage, starting_after: cursor, updated_since },
      issue: notSeconds("updated_since", updated_since)
    })
)

/**
 * Streams the pages of all macros.
 *
 * `GET /macros`, in pages of 150 by default. From API 2.16.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: ListMacrosOptions & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Macro>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all macros, most recently updated first.
 *
 * `GET /macros`, in pages of 150 by default. From API 2.16.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: ListMacrosOptions & Pagination.StreamOptions
) => Stream.Stream<Macro, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Retrieves a macro.
 *
 * `GET /macros/{id}`. From API 2.16. Fails with `NotFound` if the macro exists but the admin cannot see it.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (macroId: string) => Effect.Effect<Macro, IntercomError, IntercomHttp> = Endpoint.make(
  "Macros.find",
  Macro,
  (macroId) => Endpoint.get("/macros/{id}", { since: "2.16", path: { id: macroId } })
)

/**
 * Options for listing macros.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListMacrosOptions {
  /** Only macros that were updated after this time. Unix time in seconds. */
  readonly updated_since?: number | undefined
}
