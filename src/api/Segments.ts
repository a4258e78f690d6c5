/**
 * Segments: groups of contacts or companies that match a rule.
 *
 * Use `listSegments` of `Contacts` or `Companies` to list the segments of one of them.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { Segment } from "../models/Segment.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Segment.js"

/**
 * Lists segments, on one page by default.
 *
 * `GET /segments`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: ListSegmentsOptions & Pagination.ListOptions
) => Pagination.List<Segment> = Pagination.make(
  "Segments.list",
  { item: Segment, key: "segments", maxPerPage: 150, perPage: "default" },
  ({ include_count, ...paging }) =>
    Endpoint.get("/segments", { query: { ...Pagination.pageNumbers(paging), include_count } })
)

/**
 * Streams the pages of all segments.
 *
 * `GET /segments`
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: ListSegmentsOptions & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Segment>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all segments.
 *
 * `GET /segments`
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: ListSegmentsOptions & Pagination.StreamOptions
) => Stream.Stream<Segment, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Retrieves a segment.
 *
 * `GET /segments/{segment_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (segmentId: string) => Effect.Effect<Segment, IntercomError, IntercomHttp> = Endpoint.make(
  "Segments.find",
  Segment,
  (segmentId) => Endpoint.get("/segments/{segment_id}", { path: { segment_id: segmentId } })
)

/**
 * Options for listing segments.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListSegmentsOptions {
  /** Whether to include the `count` of each segment. Default: `false`. */
  readonly include_count?: boolean | undefined
}
