/**
 * Subscription types: the kinds of messages that contacts can opt in to, or out of.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, nullish, nullishString, nullishStrings, sentAsId, struct } from "../internal/fields.js"

/**
 * A kind of message that contacts can opt in to, or out of. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubscriptionType {
  readonly type?: string | null | undefined
  readonly id: string
  readonly state?: "live" | "draft" | "archived" | (string & {}) | null | undefined
  /** `opt_out`: contacts get the messages until they opt out. `opt_in`: only after they opt in. */
  readonly consent_type?: "opt_out" | "opt_in" | (string & {}) | null | undefined
  readonly default_translation?: SubscriptionTypeTranslation | null | undefined
  readonly translations?: ReadonlyArray<SubscriptionTypeTranslation> | null | undefined
  /** `email`, `sms_message`. */
  readonly content_types?: ReadonlyArray<string> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SubscriptionType: Schema.Schema<SubscriptionType> = struct("SubscriptionType")(() => ({
  type: nullishString,
  id: Id,
  state: nullishString,
  consent_type: nullishString,
  default_translation: nullish(SubscriptionTypeTranslation),
  translations: nullish(Schema.Array(SubscriptionTypeTranslation)),
  content_types: nullishStrings
}))

/**
 * The name and description of a subscription type in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubscriptionTypeTranslation {
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  /** Language code: `en`. */
  readonly locale?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SubscriptionTypeTranslation: Schema.Schema<SubscriptionTypeTranslation> = struct(
  "SubscriptionTypeTranslation"
)(() => ({ name: nullishString, description: nullishString, locale: nullishString }))

/**
 * Input for detaching a subscription type from a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubscriptionTypeLink {
  /** Id of the subscription type. */
  readonly subscription_id: string
}

/**
 * Input for attaching a subscription type to a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubscriptionTypeConsent extends SubscriptionTypeLink {
  readonly consent_type: "opt_in" | "opt_out"
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SubscriptionTypeConsent: Schema.Schema<
  SubscriptionTypeConsent,
  Omit<SubscriptionTypeConsent, "subscription_id"> & { readonly id: string }
> = struct("SubscriptionTypeConsent")(() => ({
  subscription_id: sentAsId,
  consent_type: Schema.Literal("opt_in", "opt_out")
}))
