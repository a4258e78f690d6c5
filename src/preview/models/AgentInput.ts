/**
 * Values that a person gives to a procedure of Fin.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { IdInput, struct } from "../../internal/fields.js"

/**
 * Input for a procedure that waits for a person.
 *
 * @since 1.0.0
 * @category models
 */
export interface AgentInput {
  /** The `step_id` of the notification. */
  readonly step_id: string
  /** A value for each of the `attributes_to_collect` of the notification. */
  readonly attribute_values: ReadonlyArray<AgentInputValue>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AgentInput: Schema.Schema<AgentInput> = struct("AgentInput")(() => ({
  step_id: IdInput,
  attribute_values: Schema.Array(AgentInputValue)
}))

/**
 * Input for the value of an attribute.
 *
 * @since 1.0.0
 * @category models
 */
export interface AgentInputValue {
  /** The `identifier` of the attribute in the notification. */
  readonly identifier: string
  /** A value of the attribute's `data_type`. For a list, the id of an option. */
  readonly value: unknown
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AgentInputValue: Schema.Schema<AgentInputValue> = struct("AgentInputValue")(() => ({
  identifier: IdInput,
  value: Schema.Unknown
}))
