/**
 * Away status reasons: the reasons why an admin is away.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullishBoolean, nullishNumber, nullishSeconds, nullishString, struct } from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * A reason to be away, as the workspace defines it.
 *
 * @since 1.0.0
 * @category models
 */
export interface AwayStatusReason extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly label?: string | null | undefined
  readonly emoji?: string | null | undefined
  readonly order?: number | null | undefined
  /** Whether it is deleted. Intercom keeps it for the admins who still use it. */
  readonly deleted?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AwayStatusReason: Schema.Schema<AwayStatusReason> = struct("AwayStatusReason")(() => ({
  type: nullishString,
  id: Id,
  label: nullishString,
  emoji: nullishString,
  order: nullishNumber,
  deleted: nullishBoolean,
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))
