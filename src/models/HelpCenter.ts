/**
 * Help centers: the sites a workspace publishes its articles on.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullishBoolean, nullishId, nullishNumber, nullishString, struct } from "../internal/fields.js"

/**
 * A help center.
 *
 * @since 1.0.0
 * @category models
 */
export interface HelpCenter {
  readonly id: string
  readonly workspace_id?: string | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly updated_at?: number | null | undefined
  /** Its name in its URL. */
  readonly identifier?: string | null | undefined
  readonly website_turned_on?: boolean | null | undefined
  /** Its name among the teammates. */
  readonly display_name?: string | null | undefined
  readonly url?: string | null | undefined
  readonly custom_domain?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const HelpCenter: Schema.Schema<HelpCenter> = struct("HelpCenter")(() => ({
  id: Id,
  workspace_id: nullishId,
  created_at: nullishNumber,
  updated_at: nullishNumber,
  identifier: nullishString,
  website_turned_on: nullishBoolean,
  display_name: nullishString,
  url: nullishString,
  custom_domain: nullishString
}))
