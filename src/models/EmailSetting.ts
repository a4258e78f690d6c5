/**
 * Email settings: the addresses from which a workspace sends emails.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, nullishBoolean, nullishId, nullishSeconds, nullishString, struct } from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * An address from which a workspace sends emails.
 *
 * @since 1.0.0
 * @category models
 */
export interface EmailSetting extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly email?: string | null | undefined
  readonly verified?: boolean | null | undefined
  readonly domain?: string | null | undefined
  readonly brand_id?: string | null | undefined
  readonly forwarding_enabled?: boolean | null | undefined
  /** Unix time in seconds. `null` before the first forwarded email. */
  readonly forwarded_email_last_received_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const EmailSetting: Schema.Schema<EmailSetting> = struct("EmailSetting")(() => ({
  type: nullishString,
  id: Id,
  email: nullishString,
  verified: nullishBoolean,
  domain: nullishString,
  brand_id: nullishId,
  forwarding_enabled: nullishBoolean,
  forwarded_email_last_received_at: nullishSeconds,
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))
