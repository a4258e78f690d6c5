import * as Predicate from "effect/Predicate"
import { Contact, ContactLocation } from "../../../../models/Contact.js"
import { nulls } from "../kernel/Json.js"

export interface ContactRow {
  readonly id: string
  readonly archived: boolean
  readonly tagIds: ReadonlyArray<string>
  readonly companyIds: ReadonlyArray<string>
  /** The subscription types that the contact opted in to or out of. */
  readonly subscriptions: ReadonlyArray<{ readonly id: string; readonly optedIn: boolean }>
  readonly fields: ContactFields
}

/** A contact in the API's format, without its lists. `owner_id` is a number. */
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

/** A contact with an id only. `now` is Unix time in seconds. */
export const blankContact = (id: string, workspace_id: string, now: number): ContactRow => ({
  id,
  archived: false,
  tagIds: [],
  companyIds: [],
  subscriptions: [],
  fields: {
    ...nulls(Contact),
    // Only sent if a request asks for it.
    merge_history: undefined,
    type: "contact",
    id,
    workspace_id,
    role: "user",
    owner_id: null,
    social_profiles: { type: "list", data: [] },
    has_hard_bounced: false,
    marked_email_as_spam: false,
    unsubscribed_from_emails: false,
    created_at: now,
    updated_at: now,
    location: { ...nulls(ContactLocation), type: "location" },
    custom_attributes: {}
  }
})

/** The keys that contacts are found by. */
export const contactKeys = ({ companyIds, fields: { email, external_id } }: ContactRow): ReadonlyArray<string> => [
  ...(isGiven(external_id) ? [externalIdKey(external_id)] : []),
  ...(isGiven(email) ? [emailKey(email)] : []),
  ...companyIds.map(companyKey)
]

/** Empty text identifies nobody. */
export const isGiven = (text: string | null | undefined): text is string => Predicate.isNotNullable(text) && text !== ""

export const externalIdKey = (externalId: string): string => `external_id=${externalId}`

export const emailKey = (email: string): string => `email=${email.toLowerCase()}`

export const companyKey = (companyId: string): string => `company=${companyId}`
