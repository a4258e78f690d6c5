/**
 * Content snippets: short texts from which Fin and Copilot answer.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  AnyRecord,
  Id,
  nullish,
  nullishNumber,
  nullishSeconds,
  nullishString,
  RecordInput,
  struct
} from "../internal/fields.js"
import { type FinTargeting, finTargetingFields, type NewFinTargeting, newFinTargetingFields } from "./FinTargeting.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * A content snippet. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentSnippet extends FinTargeting, Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly title?: string | null | undefined
  readonly locale?: string | null | undefined
  /** The text in blocks: `{ type: "paragraph", text: "..." }`. */
  readonly json_blocks?: ReadonlyArray<Readonly<Record<string, unknown>>> | null | undefined
  /** The same text in Markdown. */
  readonly body_markdown?: string | null | undefined
  /** Older form of `ai_chatbot_availability`: 1 or 0. */
  readonly chatbot_availability?: number | null | undefined
  /** Older form of `ai_copilot_availability`: 1 or 0. */
  readonly copilot_availability?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentSnippet: Schema.Schema<ContentSnippet> = struct("ContentSnippet")(() => ({
  type: nullishString,
  id: Id,
  title: nullishString,
  locale: nullishString,
  json_blocks: nullish(Schema.Array(AnyRecord)),
  body_markdown: nullishString,
  chatbot_availability: nullishNumber,
  copilot_availability: nullishNumber,
  ...finTargetingFields(),
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))

/**
 * Input for creating a content snippet. It needs exactly one of `json_blocks` and `body_markdown`. By default,
 * neither Fin nor Copilot uses it.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewContentSnippet extends ContentSnippetChanges {
  /** At most 255 characters. */
  readonly title: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewContentSnippet: Schema.Schema<NewContentSnippet> = struct("NewContentSnippet")(() => ({
  ...changeFields(),
  title: Schema.String
}))

/**
 * Input for changing a content snippet. It may have one of `json_blocks` and `body_markdown`.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentSnippetChanges extends NewFinTargeting {
  /** At most 255 characters. */
  readonly title?: string | undefined
  /** The text in blocks: `{ type: "paragraph", text: "..." }`. */
  readonly json_blocks?: ReadonlyArray<Readonly<Record<string, unknown>>> | undefined
  /** The text in Markdown. */
  readonly body_markdown?: string | undefined
  /** Default for a new snippet: `en`. */
  readonly locale?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentSnippetChanges: Schema.Schema<ContentSnippetChanges> = struct("ContentSnippetChanges")(() =>
  changeFields()
)

const changeFields = () => ({
  title: Schema.optional(Schema.String),
  json_blocks: Schema.optional(Schema.Array(RecordInput)),
  body_markdown: Schema.optional(Schema.String),
  locale: Schema.optional(Schema.String),
  ...newFinTargetingFields()
})
