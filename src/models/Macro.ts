/**
 * Macros: saved replies.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullishIds, nullishString, nullishStrings, struct } from "../internal/fields.js"

/**
 * A macro. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Macro {
  readonly type?: string | null | undefined
  readonly id: string
  readonly name?: string | null | undefined
  /** HTML. A placeholder is an element: `<attribute key="user.name" default="there"/>`. */
  readonly body?: string | null | undefined
  /** Text. A placeholder is in braces: `{{user.name|fallback:"there"}}`. */
  readonly body_text?: string | null | undefined
  /** ISO 8601. */
  readonly created_at?: string | null | undefined
  /** ISO 8601. */
  readonly updated_at?: string | null | undefined
  readonly visible_to?: "everyone" | "specific_teams" | (string & {}) | null | undefined
  /** Only if `visible_to` is `specific_teams`. */
  readonly visible_to_team_ids?: ReadonlyArray<string> | null | undefined
  /** `inbox`, `messenger`. */
  readonly available_on?: ReadonlyArray<string> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Macro: Schema.Schema<Macro> = struct("Macro")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  body: nullishString,
  body_text: nullishString,
  created_at: nullishString,
  updated_at: nullishString,
  visible_to: nullishString,
  visible_to_team_ids: nullishIds,
  available_on: nullishStrings
}))
