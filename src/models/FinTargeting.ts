/**
 * For whom Fin and Copilot use content.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { IntegerIdInput, type Nullish, nullish, nullishBoolean, nullishIds } from "../internal/fields.js"

/**
 * For whom Fin and Copilot use content.
 *
 * @since 1.0.0
 * @category models
 */
export interface FinTargeting {
  /** Whether Fin uses it. From 2.16. */
  readonly ai_chatbot_availability?: boolean | null | undefined
  /** Whether Copilot uses it. From 2.16. */
  readonly ai_copilot_availability?: boolean | null | undefined
  /** Whether the Sales Agent uses it. From 2.16. */
  readonly ai_sales_agent_availability?: boolean | null | undefined
  /** The audiences that Fin uses it for. Empty: everyone. From 2.16. */
  readonly audience_ids?: ReadonlyArray<string> | null | undefined
}

/** @internal */
export const finTargetingFields = (): {
  readonly ai_chatbot_availability: Nullish<boolean>
  readonly ai_copilot_availability: Nullish<boolean>
  readonly ai_sales_agent_availability: Nullish<boolean>
  readonly audience_ids: Nullish<ReadonlyArray<string>>
} => ({
  ai_chatbot_availability: nullishBoolean,
  ai_copilot_availability: nullishBoolean,
  ai_sales_agent_availability: nullishBoolean,
  audience_ids: nullishIds
})

/**
 * Input for whom Fin and Copilot use content.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewFinTargeting {
  /** Whether Fin uses it. From 2.16. */
  readonly ai_chatbot_availability?: boolean | undefined
  /** Whether Copilot uses it. From 2.16. */
  readonly ai_copilot_availability?: boolean | undefined
  /** Whether the Sales Agent uses it. From 2.16. */
  readonly ai_sales_agent_availability?: boolean | undefined
  /** The audiences that Fin uses it for, all of them. Empty: everyone. Digits are sent as integers. From 2.16. */
  readonly audience_ids?: ReadonlyArray<string | number> | null | undefined
}

/** @internal */
export const newFinTargetingFields = (): {
  readonly ai_chatbot_availability: Schema.optional<typeof Schema.Boolean>
  readonly ai_copilot_availability: Schema.optional<typeof Schema.Boolean>
  readonly ai_sales_agent_availability: Schema.optional<typeof Schema.Boolean>
  readonly audience_ids: Nullish<ReadonlyArray<string | number>>
} => ({
  ai_chatbot_availability: Schema.optional(Schema.Boolean),
  ai_copilot_availability: Schema.optional(Schema.Boolean),
  ai_sales_agent_availability: Schema.optional(Schema.Boolean),
  audience_ids: nullish(Schema.Array(IntegerIdInput))
})

interface LaterContent extends NewFinTargeting {
  readonly body_markdown?: string | null | undefined
}

const laterNames = [
  "body_markdown",
  "audience_ids",
  "ai_chatbot_availability",
  "ai_copilot_availability",
  "ai_sales_agent_availability"
] as const

/**
 * The fields of an article's content that came with API 2.16, for `Endpoint.needs`.
 *
 * @internal
 */
export const laterContent = (
  content: LaterContent,
  path: ReadonlyArray<string> = []
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(laterNames.map((name) => [[...path, name].join("."), content[name]]))
