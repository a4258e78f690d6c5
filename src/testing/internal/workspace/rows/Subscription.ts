import type { SubscriptionTranslationSeed } from "../../../Seed.js"

export interface SubscriptionRow {
  readonly id: string
  readonly state: "live" | "draft" | "archived"
  /** Whether contacts are subscribed until they opt out, or only after they opted in. */
  readonly consent_type: "opt_in" | "opt_out"
  readonly content_types: ReadonlyArray<"email" | "sms_message">
  /** By language; the first is the default. */
  readonly translations: ReadonlyArray<SubscriptionTranslationSeed>
}
