/**
 * Custom objects: things of your own that Intercom knows, such as orders.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, IdInput, nullishId, nullishNumber, nullishRecord, nullishString, struct } from "../internal/fields.js"

/**
 * One object of a type that your workspace defines.
 *
 * @since 1.0.0
 * @category models
 */
export interface CustomObjectInstance {
  readonly id: string
  /** The type it is of: `Order`. */
  readonly type?: string | null | undefined
  /** Your own id of it. */
  readonly external_id?: string | null | undefined
  /** When it began to be in your own system. Unix time in seconds. */
  readonly external_created_at?: number | null | undefined
  /** When your own system last changed it. Unix time in seconds. */
  readonly external_updated_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly updated_at?: number | null | undefined
  readonly custom_attributes?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CustomObjectInstance: Schema.Schema<CustomObjectInstance> = struct("CustomObjectInstance")(() => ({
  id: Id,
  type: nullishString,
  external_id: nullishId,
  external_created_at: nullishNumber,
  external_updated_at: nullishNumber,
  created_at: nullishNumber,
  updated_at: nullishNumber,
  custom_attributes: nullishRecord
}))

/**
 * An object to be written, whether there is one with its `external_id` or not.
 *
 * @since 1.0.0
 * @category models
 */
export interface CustomObjectInstanceUpsert {
  /** Your own id of it. */
  readonly external_id: string
  /** When it began to be in your own system. Unix time in seconds. */
  readonly external_created_at?: number | null | undefined
  /** When your own system last changed it. Unix time in seconds. */
  readonly external_updated_at?: number | null | undefined
  /** Values for attributes that its type has. */
  readonly custom_attributes?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CustomObjectInstanceUpsert: Schema.Schema<CustomObjectInstanceUpsert> = struct(
  "CustomObjectInstanceUpsert"
)(() => ({
  external_id: IdInput,
  external_created_at: nullishNumber,
  external_updated_at: nullishNumber,
  custom_attributes: nullishRecord
}))
