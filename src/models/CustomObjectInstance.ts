/**
 * Custom objects: objects of types that you define, such as orders.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import {
  Id,
  IdInput,
  nullish,
  nullishId,
  nullishRecord,
  nullishSeconds,
  nullishString,
  RecordInput,
  SecondsInput,
  struct
} from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * An object of a type that your workspace defines.
 *
 * @since 1.0.0
 * @category models
 */
export interface CustomObjectInstance extends Timestamps {
  readonly id: string
  /** Name of its type: `Order`. */
  readonly type?: string | null | undefined
  /** Your own id of the object. */
  readonly external_id?: string | null | undefined
  /** Time of creation in your own system. Unix time in seconds. */
  readonly external_created_at?: number | null | undefined
  /** Time of the last change in your own system. Unix time in seconds. */
  readonly external_updated_at?: number | null | undefined
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
  external_created_at: nullishSeconds,
  external_updated_at: nullishSeconds,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  custom_attributes: nullishRecord
}))

/**
 * Input for creating a custom object, or updating the one with this `external_id`.
 *
 * @since 1.0.0
 * @category models
 */
export interface CustomObjectInstanceUpsert
  extends Pick<CustomObjectInstance, "external_created_at" | "external_updated_at">
{
  /** Your own id of the object. */
  readonly external_id: string
  /** Values of existing attributes. */
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
  external_created_at: nullish(SecondsInput),
  external_updated_at: nullish(SecondsInput),
  custom_attributes: nullish(RecordInput)
}))
