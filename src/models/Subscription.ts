/**
 * Subscriptions: the kinds of messages contacts can opt in to, or out of.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, IdInput, nullish, nullishString, nullishStrings } from "../internal/fields.js"

/**
 * A kind of message contacts can opt in to, or out of. Keys Intercom sends beyond these stay on the value.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubscriptionType {
  readonly type?: string | null | undefined
  readonly id: string
  readonly state?: "live" | "draft" | "archived" | (string & {}) | null | undefined
  /** Whether contacts get these messages until they opt out, or only once they have opted in. */
  readonly consent_type?: "opt_out" | "opt_in" | (string & {}) | null | undefined
  readonly default_translation?: SubscriptionTranslation | null | undefined
  readonly translations?: ReadonlyArray<SubscriptionTranslation> | null | undefined
  /** `email`, `sms_message`. */
  readonly content_types?: ReadonlyArray<string> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SubscriptionType: Schema.Schema<SubscriptionType> = Schema.suspend(() =>
  Schema.Struct({
    type: nullishString,
    id: Id,
    state: nullishString,
    consent_type: nullishString,
    default_translation: nullish(SubscriptionTranslation),
    translations: nullish(Schema.Array(SubscriptionTranslation)),
    content_types: nullishStrings
  })
).annotations({ identifier: "effect-intercom/SubscriptionType" })

/**
 * What a subscription is called in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubscriptionTranslation {
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  /** `en` */
  readonly locale?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SubscriptionTranslation: Schema.Schema<SubscriptionTranslation> = Schema.suspend(() =>
  Schema.Struct({ name: nullishString, description: nullishString, locale: nullishString })
).annotations({ identifier: "effect-intercom/SubscriptionTranslation" })

/**
 * A subscription to be taken from a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubscriptionLink {
  readonly id: string
}

/**
 * What a contact wants of a subscription.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubscriptionConsent extends SubscriptionLink {
  /** Opts the contact in, or out. */
  readonly consent_type: "opt_in" | "opt_out" | (string & {})
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SubscriptionConsent: Schema.Schema<SubscriptionConsent> = Schema.suspend(() =>
  Schema.Struct({ id: IdInput, consent_type: Schema.String })
).annotations({ identifier: "effect-intercom/SubscriptionConsent" })
