/**
 * Jobs: work that Intercom finishes after it has responded.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullishId, nullishString, struct } from "../internal/fields.js"

/**
 * A job, such as the creation of a ticket.
 *
 * @since 1.0.0
 * @category models
 */
export interface Job {
  readonly type?: string | null | undefined
  readonly id: string
  /** URL of the status. */
  readonly url?: string | null | undefined
  readonly status?: "pending" | "success" | "failed" | (string & {}) | null | undefined
  /** Type of the created object: `ticket`. */
  readonly resource_type?: string | null | undefined
  /** Id of the created object. Set when the job succeeds. */
  readonly resource_id?: string | null | undefined
  readonly resource_url?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Job: Schema.Schema<Job> = struct("Job")(() => ({
  type: nullishString,
  id: Id,
  url: nullishString,
  status: nullishString,
  resource_type: nullishString,
  resource_id: nullishId,
  resource_url: nullishString
}))
