/**
 * Lists inside an object, with the URL of the complete list.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, nullish, nullishBoolean, nullishNumber, nullishString, orBareId, struct } from "../internal/fields.js"

/**
 * The first items of a list that belongs to an object.
 *
 * @since 1.0.0
 * @category models
 */
export interface AddressableList {
  readonly type?: string | null | undefined
  readonly data?: ReadonlyArray<AddressableObject> | null | undefined
  /** Path of the complete list. */
  readonly url?: string | null | undefined
  readonly total_count?: number | null | undefined
  readonly has_more?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AddressableList: Schema.Schema<AddressableList> = struct("AddressableList")(() => ({
  type: nullishString,
  data: nullish(Schema.Array(AddressableObject)),
  url: nullishString,
  total_count: nullishNumber,
  has_more: nullishBoolean
}))

/**
 * A reference to an object. Its own endpoint returns the complete object.
 *
 * @since 1.0.0
 * @category models
 */
export interface AddressableObject {
  readonly type?: string | null | undefined
  readonly id: string
  readonly url?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AddressableObject: Schema.Schema<AddressableObject> = orBareId(
  struct("AddressableObject")(() => ({
    type: nullishString,
    id: Id,
    url: nullishString
  }))
)
