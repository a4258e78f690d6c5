/**
 * The buttons of quick replies.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { IdInput, struct } from "../internal/fields.js"

/**
 * A button.
 *
 * @since 1.0.0
 * @category models
 */
export interface QuickReplyOption {
  /** What is on it. */
  readonly text: string
  /** Yours: the part that is made when it is chosen names it. */
  readonly uuid: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const QuickReplyOption: Schema.Schema<QuickReplyOption> = struct("QuickReplyOption")(() => ({
  text: Schema.String,
  uuid: IdInput
}))
