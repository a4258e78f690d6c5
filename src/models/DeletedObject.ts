/**
 * Deleted objects: the responses of `delete`.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullishBoolean, nullishString, struct } from "../internal/fields.js"

/**
 * The id and the type of an object that was deleted.
 *
 * @since 1.0.0
 * @category models
 */
export interface DeletedObject {
  readonly id: string
  /** Type of the deleted object: `article`. For a custom object, the name of its type. */
  readonly object?: string | null | undefined
  readonly deleted?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DeletedObject: Schema.Schema<DeletedObject> = struct("DeletedObject")(() => ({
  id: Id,
  object: nullishString,
  deleted: nullishBoolean
}))
