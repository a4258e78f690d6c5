/**
 * Lists inside an object that say where the whole list is.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, nullish, nullishBoolean, nullishNumber, nullishString, struct } from "../internal/fields.js"

/**
 * The first entries of a list that belongs to an object.
 *
 * @since 1.0.0
 * @category models
 */
export interface AddressableList {
  readonly type?: string | null | undefined
  readonly data?: ReadonlyArray<AddressableObject> | null | undefined
  /** The path of the whole list. */
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
 * An object that is only named: its own endpoint has the rest.
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
export const AddressableObject: Schema.Schema<AddressableObject> = struct("AddressableObject")(() => ({
  type: nullishString,
  id: Id,
  url: nullishString
}))
