/**
 * Segments: groups of contacts or companies that share what a rule asks for.
 *
 * The segments of one contact or company are listed by `listSegments` of that resource's module.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
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
 * Lists all segments.
 *
 * `GET /segments`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: SegmentListOptions
) => Effect.Effect<ReadonlyArray<Segment>, IntercomError, IntercomHttp> = Pagination.unpaged(
  "Segments.list",
  Segment,
  ({ include_count } = {}) => Endpoint.get("/segments", { query: { include_count } }),
  "segments"
)

/**
 * Retrieves one segment by its id.
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
 * @since 1.0.0
 * @category models
 */
export interface SegmentListOptions {
  /** Whether each segment comes with its `count`. Default: `false`. */
  readonly include_count?: boolean | undefined
}
