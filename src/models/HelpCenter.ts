/**
 * Help centers: the sites on which a workspace publishes its articles.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullishBoolean, nullishId, nullishSeconds, nullishString, struct } from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * A help center.
 *
 * @since 1.0.0
 * @category models
 */
export interface HelpCenter extends Timestamps {
  readonly id: string
  readonly workspace_id?: string | null | undefined
  /** Name in the URL of the help center. */
  readonly identifier?: string | null | undefined
  readonly website_turned_on?: boolean | null | undefined
  /** Name that admins see. */
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
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  identifier: nullishString,
  website_turned_on: nullishBoolean,
  display_name: nullishString,
  url: nullishString,
  custom_domain: nullishString
}))
