/**
 * Workflows, as they are exported.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, nullish, nullishId, nullishRecord, nullishString, nullishStrings, struct } from "../internal/fields.js"

/**
 * An export of one workflow.
 *
 * @since 1.0.0
 * @category models
 */
export interface WorkflowExport {
  /** The version of the format. */
  readonly export_version?: string | null | undefined
  /** An ISO 8601 time. */
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
 * A workflow: what starts it, whom it is for, and its steps.
 *
 * @since 1.0.0
 * @category models
 */
export interface Workflow {
  readonly id: string
  readonly title?: string | null | undefined
  readonly description?: string | null | undefined
  /** What starts it: `inbound_conversation`. */
  readonly trigger_type?: string | null | undefined
  readonly state?: "live" | "draft" | "paused" | (string & {}) | null | undefined
  /** `chat` */
  readonly target_channels?: ReadonlyArray<string> | null | undefined
  /** `desktop`, `mobile` */
  readonly preferred_devices?: ReadonlyArray<string> | null | undefined
  /** An ISO 8601 time. */
  readonly created_at?: string | null | undefined
  /** An ISO 8601 time. */
  readonly updated_at?: string | null | undefined
  /** The rules that say whom it is for. */
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
