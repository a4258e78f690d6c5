/**
 * Phone call redirects: callers who are sent on to the Messenger.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { IdInput, nullishString, optionalRecord, struct } from "../internal/fields.js"

/**
 * A link that was sent. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface PhoneCallRedirect {
  readonly type?: string | null | undefined
  /** The link. */
  readonly url?: string | null | undefined
  /** Whom it was sent to, in E.164. */
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
 * A caller to be sent on.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewPhoneCallRedirect {
  /** In E.164: `+353832345678`. */
  readonly phone: string
  /** Become attributes of the contact. */
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
