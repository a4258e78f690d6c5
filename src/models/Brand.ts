/**
 * Brands: the names under which a workspace talks to contacts.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullishBoolean, nullishId, nullishSeconds, nullishString, struct } from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * A brand.
 *
 * @since 1.0.0
 * @category models
 */
export interface Brand extends Timestamps {
  readonly type?: string | null | undefined
  /** The default brand has the id of the workspace. */
  readonly id: string
  readonly name?: string | null | undefined
  readonly is_default?: boolean | null | undefined
  readonly help_center_id?: string | null | undefined
  /** Id of the email setting for its messages. */
  readonly default_address_settings_id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Brand: Schema.Schema<Brand> = struct("Brand")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  is_default: nullishBoolean,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  help_center_id: nullishId,
  default_address_settings_id: nullishId
}))
