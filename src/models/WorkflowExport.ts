/**
 * Workflow exports.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, nullish, nullishId, nullishRecord, nullishString, nullishStrings, struct } from "../internal/fields.js"

/**
 * The export of one workflow.
 *
 * @since 1.0.0
 * @category models
 */
export interface WorkflowExport {
  readonly export_version?: string | null | undefined
  /** ISO 8601. */
  readonly exported_at?: string | null | undefined
  readonly app_id?: string | null | undefined
  readonly workflow?: Workflow | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const WorkflowExport: Schema.Schema<WorkflowExport> = struct("WorkflowExport")(() => ({
  export_version: nullishString,
  exported_at: nullishString,
  app_id: nullishId,
  workflow: nullish(Workflow)
}))

/**
 * A workflow: its trigger, its audience and its steps.
 *
 * @since 1.0.0
 * @category models
 */
export interface Workflow {
  readonly id: string
  readonly title?: string | null | undefined
  readonly description?: string | null | undefined
  /** The trigger: `inbound_conversation`. */
  readonly trigger_type?: string | null | undefined
  readonly state?: "live" | "draft" | "paused" | (string & {}) | null | undefined
  /** Channels such as `chat`. */
  readonly target_channels?: ReadonlyArray<string> | null | undefined
  /** Devices such as `desktop` and `mobile`. */
  readonly preferred_devices?: ReadonlyArray<string> | null | undefined
  /** ISO 8601. */
  readonly created_at?: string | null | undefined
  /** ISO 8601. */
  readonly updated_at?: string | null | undefined
  /** The rules of the audience. */
  readonly targeting?: Readonly<Record<string, unknown>> | null | undefined
  /** The steps. */
  readonly snapshot?: Readonly<Record<string, unknown>> | null | undefined
  readonly attributes?: ReadonlyArray<unknown> | null | undefined
  /** The rules inside the steps. */
  readonly embedded_rules?: ReadonlyArray<unknown> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Workflow: Schema.Schema<Workflow> = struct("Workflow")(() => ({
  id: Id,
  title: nullishString,
  description: nullishString,
  trigger_type: nullishString,
  state: nullishString,
  target_channels: nullishStrings,
  preferred_devices: nullishStrings,
  created_at: nullishString,
  updated_at: nullishString,
  targeting: nullishRecord,
  snapshot: nullishRecord,
  attributes: nullish(Schema.Array(Schema.Unknown)),
  embedded_rules: nullish(Schema.Array(Schema.Unknown))
}))
