/**
 * Phone call redirects: links that lead callers to the Messenger.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { IdInput, nullishString, optionalRecord, struct } from "../internal/fields.js"

/**
 * A link that was sent to a caller. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface PhoneCallRedirect {
  readonly type?: string | null | undefined
  readonly url?: string | null | undefined
  /** Phone number of the caller in E.164 format. */
  readonly phone?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const PhoneCallRedirect: Schema.Schema<PhoneCallRedirect> = struct("PhoneCallRedirect")(() => ({
  type: nullishString,
  url: nullishString,
  phone: nullishString
}))

/**
 * Input for sending a link to a caller.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewPhoneCallRedirect {
  /** In E.164 format: `+353832345678`. */
  readonly phone: string
  /** Values for attributes of the contact. */
  readonly custom_attributes?: Readonly<Record<string, unknown>> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewPhoneCallRedirect: Schema.Schema<NewPhoneCallRedirect> = struct("NewPhoneCallRedirect")(() => ({
  phone: IdInput,
  custom_attributes: optionalRecord
}))
