/**
 * Jobs: what Intercom does after it has answered.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullishId, nullishString, struct } from "../internal/fields.js"

/**
 * A job, such as a ticket that is being created.
 *
 * @since 1.0.0
 * @category models
 */
export interface Job {
  readonly type?: string | null | undefined
  readonly id: string
  /** Where its status is. */
  readonly url?: string | null | undefined
  readonly status?: "pending" | "success" | "failed" | (string & {}) | null | undefined
  /** What it makes: `ticket`. */
  readonly resource_type?: string | null | undefined
  /** What it made, once it succeeded. */
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
