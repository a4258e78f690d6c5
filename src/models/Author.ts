/**
 * Authors of the parts of conversations and tickets.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { nullishBoolean, nullishId, nullishString, orBareId, struct } from "../internal/fields.js"

/**
 * The author of a part: a person, a team or a bot.
 *
 * @since 1.0.0
 * @category models
 */
export interface Author {
  readonly type?: "admin" | "bot" | "team" | "user" | "lead" | (string & {}) | null | undefined
  readonly id?: string | null | undefined
  readonly name?: string | null | undefined
  readonly email?: string | null | undefined
  /** Whether Fin, Intercom's AI agent, wrote the part. */
  readonly from_ai_agent?: boolean | null | undefined
  /** Whether the part is an answer that Fin generated. */
  readonly is_ai_answer?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Author: Schema.Schema<Author> = orBareId(
  struct("Author")(() => ({
    type: nullishString,
    id: nullishId,
    name: nullishString,
    email: nullishString,
    from_ai_agent: nullishBoolean,
    is_ai_answer: nullishBoolean
  }))
)
