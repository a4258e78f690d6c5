/**
 * The buttons of quick replies.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { IdInput, struct } from "../internal/fields.js"

/**
 * A button of a quick reply.
 *
 * @since 1.0.0
 * @category models
 */
export interface QuickReplyOption {
  readonly text: string
  /** An id that you choose. The part that records the contact's choice contains it. */
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
