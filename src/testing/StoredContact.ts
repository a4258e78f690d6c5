/**
 * Contacts as the in-memory workspace keeps them.
 *
 * @since 1.0.0
 */
import * as Predicate from "effect/Predicate"
import type { Contact, ContactChanges } from "../models/Contact.js"
import type { Searchable } from "./Search.js"

/**
 * @since 1.0.0
 * @category models
 */
export interface StoredContact {
  readonly id: string
  readonly contact: WireContact
  readonly archived: boolean
}

/**
 * A contact as it goes over the wire, where the id of its owner is a number.
 *
 * @since 1.0.0
 * @category models
 */
export interface WireContact extends Omit<Contact, "owner_id"> {
  readonly owner_id: number | null
  readonly created_at: number
  readonly updated_at: number
}

/**
 * A contact with nothing but an id. `now` is Unix time in seconds.
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = (id: string, now: number): StoredContact => ({
  id,
  archived: false,
  contact: {
    type: "contact",
    id,
    workspace_id: "embedded",
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
    location: {
      type: "location",
      country: null,
      region: null,
      city: null,
      country_code: null,
      continent_code: null
    },
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
    tags: emptyList(id, "tags"),
    notes: emptyList(id, "notes"),
    companies: emptyList(id, "companies"),
    opted_out_subscription_types: emptyList(id, "subscriptions"),
    opted_in_subscription_types: emptyList(id, "subscriptions"),
    utm_campaign: null,
    utm_content: null,
    utm_medium: null,
    utm_source: null,
    utm_term: null,
    referrer: null,
    enabled_push_messaging: null
  }
})

const emptyList = (id: string, name: string): NonNullable<Contact["tags"]> => ({
  type: "list",
  data: [],
  url: `/contacts/${id}/${name}`,
  total_count: 0,
  has_more: false
})

/**
 * The contact after a write: what is left out stays, `null` clears, custom attributes are merged. `now` is Unix time in
 * seconds.
 *
 * @since 1.0.0
 * @category combinators
 */
export const change = (stored: StoredContact, changes: ContactChanges, now: number): StoredContact => {
  const { avatar, custom_attributes, owner_id, ...plain } = changes
  const { contact } = stored
  return {
    ...stored,
    contact: {
      ...contact,
      ...plain,
      email_domain: changes.email === undefined ? contact.email_domain : domainOf(changes.email),
      avatar: avatar === undefined ? contact.avatar : avatar === null ? null : { type: "avatar", image_url: avatar },
      owner_id: owner_id === undefined ? contact.owner_id : owner_id === null ? null : Number(owner_id),
      custom_attributes: { ...contact.custom_attributes, ...custom_attributes },
      updated_at: now
    }
  }
}

const domainOf = (email: string): string | null => email.includes("@") ? email.slice(email.lastIndexOf("@") + 1) : null

/**
 * Whether a new contact would be the same person as this one. Leads may share an email.
 *
 * @since 1.0.0
 * @category guards
 */
export const isSamePerson = (
  { email, external_id, role }: ContactChanges
): (stored: StoredContact) => boolean =>
({ contact }) =>
  (external_id !== undefined && contact.external_id === external_id) ||
  (email !== undefined && role !== "lead" && contact.role !== "lead" && contact.email === email)

/**
 * How contacts are searched.
 *
 * @since 1.0.0
 * @category constructors
 */
export const searchable: Searchable<WireContact> = {
  isField: (field) =>
    /^(tag_id|segment_id|location\.(country|region|city)|custom_attributes\..+)$/.test(field) || isScalar(field),
  isDate: (field) => /^[a-z_]+_at$/.test(field),
  read: (contact, field) => {
    if (field === "tag_id") return contact.tags?.data?.map(({ id }) => id)
    const [key = "", ...rest] = field.split(".")
    return rest.length === 0 ? property(contact, key) : property(property(contact, key), rest.join("."))
  }
}

const isScalar = (field: string): boolean => {
  const value = property(make("", 0).contact, field)
  return value !== undefined && !Predicate.isRecord(value)
}

const property = (value: unknown, key: string): unknown =>
  Predicate.isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
