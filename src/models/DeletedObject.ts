/**
 * What is left of an object once it is deleted.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullishBoolean, nullishString, struct } from "../internal/fields.js"

/**
 * The answer to a `delete`.
 *
 * @since 1.0.0
 * @category models
 */
export interface DeletedObject {
  readonly id: string
  /** What it was: `article`; of a custom object, its type. */
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
