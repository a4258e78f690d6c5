/**
 * Help centers: the sites on which a workspace publishes its articles.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  IdInput,
  nullishBoolean,
  nullishId,
  nullishSeconds,
  nullishString,
  nullishStrings,
  struct
} from "../internal/fields.js"
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
  /** Whether it is the default help center. From 2.16. */
  readonly default?: boolean | null | undefined
  /** The languages of its content: `en`. From 2.16. */
  readonly locales?: ReadonlyArray<string> | null | undefined
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
  custom_domain: nullishString,
  default: nullishBoolean,
  locales: nullishStrings
}))

/**
 * A redirect from a URL of a help center to an article or a collection.
 *
 * @since 1.0.0
 * @category models
 */
export interface HelpCenterRedirect extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly from_url?: string | null | undefined
  /** Language of the target. An article that is not translated into the requested one has another. */
  readonly locale?: string | null | undefined
  readonly help_center_id?: string | null | undefined
  readonly target_type?: "article" | "collection" | (string & {}) | null | undefined
  readonly target_id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const HelpCenterRedirect: Schema.Schema<HelpCenterRedirect> = struct("HelpCenterRedirect")(() => ({
  type: nullishString,
  id: Id,
  from_url: nullishString,
  locale: nullishString,
  help_center_id: nullishId,
  target_type: nullishString,
  target_id: nullishId,
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))

/**
 * Input for creating a redirect.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewHelpCenterRedirect {
  /** An absolute URL inside the help center. */
  readonly from_url: string
  /** Language of the target: `en`. */
  readonly locale: string
  readonly target_type: "article" | "collection"
  /** Id of the article or the collection, which must be in the help center. */
  readonly target_id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewHelpCenterRedirect: Schema.Schema<NewHelpCenterRedirect> = struct("NewHelpCenterRedirect")(() => ({
  from_url: IdInput,
  locale: IdInput,
  target_type: Schema.Literal("article", "collection"),
  target_id: IdInput
}))
