/**
 * Who wrote a part of a conversation or a ticket.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { nullishBoolean, nullishId, nullishString, struct } from "../internal/fields.js"

/**
 * A person, a team or a bot.
 *
 * @since 1.0.0
 * @category models
 */
export interface Author {
  readonly type?: "admin" | "bot" | "team" | "user" | "lead" | (string & {}) | null | undefined
  readonly id?: string | null | undefined
  readonly name?: string | null | undefined
  readonly email?: string | null | undefined
  /** Whether Fin, Intercom's agent, wrote it. */
  readonly from_ai_agent?: boolean | null | undefined
  /** Whether it is an answer Fin made. */
  readonly is_ai_answer?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Author: Schema.Schema<Author> = struct("Author")(() => ({
  type: nullishString,
  id: nullishId,
  name: nullishString,
  email: nullishString,
  from_ai_agent: nullishBoolean,
  is_ai_answer: nullishBoolean
}))
