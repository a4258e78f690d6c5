/**
 * Segments: groups of contacts or companies that match a rule.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, nullish, nullishNumber, nullishSeconds, nullishString, struct } from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * A segment. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Segment extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly name?: string | null | undefined
  /** Type of its members. `contact` stands for leads. */
  readonly person_type?: "contact" | "user" | (string & {}) | null | undefined
  /** Number of members. Only if you request it with `include_count`. */
  readonly count?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Segment: Schema.Schema<Segment> = struct("Segment")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  person_type: nullishString,
  count: nullishNumber
}))

/**
 * The segments inside an object.
 *
 * @since 1.0.0
 * @category models
 */
export interface SegmentList {
  readonly type?: string | null | undefined
  readonly segments?: ReadonlyArray<Segment> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SegmentList: Schema.Schema<SegmentList> = struct("SegmentList")(() => ({
  type: nullishString,
  segments: nullish(Schema.Array(Segment))
}))
