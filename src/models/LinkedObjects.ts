/**
 * Linked objects: the conversations and tickets linked to another one.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, nullish, nullishBoolean, nullishNumber, nullishString, orBareId, struct } from "../internal/fields.js"

/**
 * The conversations and tickets linked to an object, 1,000 at most.
 *
 * @since 1.0.0
 * @category models
 */
export interface LinkedObjects {
  readonly type?: string | null | undefined
  readonly total_count?: number | null | undefined
  readonly has_more?: boolean | null | undefined
  readonly data?: ReadonlyArray<LinkedObject> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const LinkedObjects: Schema.Schema<LinkedObjects> = struct("LinkedObjects")(() => ({
  type: nullishString,
  total_count: nullishNumber,
  has_more: nullishBoolean,
  data: nullish(Schema.Array(LinkedObject))
}))

/**
 * A linked ticket or conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface LinkedObject {
  readonly type?: "ticket" | "conversation" | (string & {}) | null | undefined
  readonly id: string
  /** Only for tickets. */
  readonly category?: "Customer" | "Back-office" | "Tracker" | (string & {}) | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const LinkedObject: Schema.Schema<LinkedObject> = orBareId(
  struct("LinkedObject")(() => ({
    type: nullishString,
    id: Id,
    category: nullishString
  }))
)
