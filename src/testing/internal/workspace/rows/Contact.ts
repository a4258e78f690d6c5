import * as Predicate from "effect/Predicate"
import type { Contact } from "../../../../models/Contact.js"

export interface ContactRow {
  readonly id: string
  readonly archived: boolean
  readonly tagIds: ReadonlyArray<string>
  readonly companyIds: ReadonlyArray<string>
  /** The subscription types the contact opted in or out of. */
  readonly subscriptions: ReadonlyArray<{ readonly id: string; readonly optedIn: boolean }>
  readonly fields: ContactFields
}

/** A contact as it goes over the wire, where the id of its owner is a number, without the lists inside. */
export interface ContactFields extends
  Omit<
    Contact,
    "owner_id" | "tags" | "notes" | "companies" | "opted_in_subscription_types" | "opted_out_subscription_types"
  >
{
  readonly owner_id: number | null
  readonly created_at: number
  readonly updated_at: number
}

/** A contact with nothing but an id. `now` is Unix time in seconds. */
export const blankContact = (id: string, workspace_id: string, now: number): ContactRow => ({
  id,
  archived: false,
  tagIds: [],
  companyIds: [],
  subscriptions: [],
  fields: {
    type: "contact",
    id,
    workspace_id,
    external_id: null,
    role: "user",
    email: null,
    email_domain: null,
    phone: null,
    name: null,
    avatar: null,
    owner_id: null,
    social_profiles: { type: "list", data: [] },
    has_hard_bounced: false,
    marked_email_as_spam: false,
    unsubscribed_from_emails: false,
    created_at: now,
    updated_at: now,
    signed_up_at: null,
    last_seen_at: null,
    last_replied_at: null,
    last_contacted_at: null,
    last_email_opened_at: null,
    last_email_clicked_at: null,
    language_override: null,
    browser: null,
    browser_version: null,
    browser_language: null,
    os: null,
    location: nowhere,
    android_app_name: null,
    android_app_version: null,
    android_device: null,
    android_os_version: null,
    android_sdk_version: null,
    android_last_seen_at: null,
    ios_app_name: null,
    ios_app_version: null,
    ios_device: null,
    ios_os_version: null,
    ios_sdk_version: null,
    ios_last_seen_at: null,
    custom_attributes: {},
    utm_campaign: null,
    utm_content: null,
    utm_medium: null,
    utm_source: null,
    utm_term: null,
    referrer: null,
    enabled_push_messaging: null
  }
})

const nowhere = {
  type: "location",
  country: null,
  region: null,
  city: null,
  country_code: null,
  continent_code: null
}

/** What contacts are found by beside their ids. */
export const contactKeys = ({ companyIds, fields: { email, external_id } }: ContactRow): ReadonlyArray<string> => [
  ...(isGiven(external_id) ? [externalIdKey(external_id)] : []),
  ...(isGiven(email) ? [emailKey(email)] : []),
  ...companyIds.map(companyKey)
]

/** Nobody is known by an empty text. */
export const isGiven = (text: string | null | undefined): text is string => Predicate.isNotNullable(text) && text !== ""

export const externalIdKey = (externalId: string): string => `external_id=${externalId}`

export const emailKey = (email: string): string => `email=${email.toLowerCase()}`

export const companyKey = (companyId: string): string => `company=${companyId}`
