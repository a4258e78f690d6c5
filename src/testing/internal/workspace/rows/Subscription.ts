export interface SubscriptionRow {
  readonly id: string
  readonly state: "live" | "draft" | "archived"
  /** Whether contacts have it until they opt out, or only once they opted in. */
  readonly consent_type: Consent
  readonly content_types: ReadonlyArray<"email" | "sms_message">
  /** In each language; the first is the default. */
  readonly translations: ReadonlyArray<{
    readonly name: string
    readonly description: string
    readonly locale: string
  }>
}

export type Consent = "opt_in" | "opt_out"
