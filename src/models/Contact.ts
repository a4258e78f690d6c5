/**
 * Contacts: the users and leads of a workspace.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { changesIn } from "../internal/changes.js"
import {
  Id,
  IdInput,
  IntegerIdInput,
  nullish,
  nullishBoolean,
  nullishId,
  nullishRecord,
  nullishSeconds,
  nullishString,
  orFrom,
  RecordInput,
  SecondsInput,
  struct
} from "../internal/fields.js"
import { AddressableList } from "./AddressableList.js"
import type { MessageRecipient } from "./Message.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * @since 1.0.0
 */
export * from "./AddressableList.js"

/**
 * The fields that contacts and visitors share.
 *
 * @since 1.0.0
 * @category models
 */
export interface Person extends Timestamps {
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly name?: string | null | undefined
  readonly avatar?: ContactAvatar | null | undefined
  readonly has_hard_bounced?: boolean | null | undefined
  readonly marked_email_as_spam?: boolean | null | undefined
  readonly unsubscribed_from_emails?: boolean | null | undefined
  /** Unix time in seconds. */
  readonly signed_up_at?: number | null | undefined
  readonly custom_attributes?: Readonly<Record<string, unknown>> | null | undefined
  readonly utm_campaign?: string | null | undefined
  readonly utm_content?: string | null | undefined
  readonly utm_medium?: string | null | undefined
  readonly utm_source?: string | null | undefined
  readonly utm_term?: string | null | undefined
  readonly referrer?: string | null | undefined
}

/**
 * A user or a lead. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Contact extends Person {
  readonly type?: string | null | undefined
  /** Intercom's id, 24 hexadecimal characters. */
  readonly id: string
  /** Your own id of the contact. */
  readonly external_id?: string | null | undefined
  readonly workspace_id?: string | null | undefined
  readonly role?: "user" | "lead" | (string & {}) | null | undefined
  readonly email_domain?: string | null | undefined
  /** Id of the admin who owns the contact. */
  readonly owner_id?: string | null | undefined
  readonly social_profiles?: SocialProfiles | null | undefined
  /** Last time in the Messenger, or a time that you set. Unix time in seconds. */
  readonly last_seen_at?: number | null | undefined
  /** Last message from the contact. Unix time in seconds. */
  readonly last_replied_at?: number | null | undefined
  /** Last message to the contact. Unix time in seconds. */
  readonly last_contacted_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly last_email_opened_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly last_email_clicked_at?: number | null | undefined
  /** Language of the Messenger. It overrides the language of the browser. */
  readonly language_override?: string | null | undefined
  readonly browser?: string | null | undefined
  readonly browser_version?: string | null | undefined
  readonly browser_language?: string | null | undefined
  readonly os?: string | null | undefined
  readonly location?: ContactLocation | null | undefined
  readonly android_app_name?: string | null | undefined
  readonly android_app_version?: string | null | undefined
  readonly android_device?: string | null | undefined
  readonly android_os_version?: string | null | undefined
  readonly android_sdk_version?: string | null | undefined
  /** Unix time in seconds. */
  readonly android_last_seen_at?: number | null | undefined
  readonly ios_app_name?: string | null | undefined
  readonly ios_app_version?: string | null | undefined
  readonly ios_device?: string | null | undefined
  readonly ios_os_version?: string | null | undefined
  readonly ios_sdk_version?: string | null | undefined
  /** Unix time in seconds. */
  readonly ios_last_seen_at?: number | null | undefined
  /** The first 10 at most. Its `url` leads to all. */
  readonly tags?: AddressableList | null | undefined
  /** The first 10 at most. Its `url` leads to all. */
  readonly notes?: AddressableList | null | undefined
  /** The first 10 at most. Its `url` leads to all. */
  readonly companies?: AddressableList | null | undefined
  readonly opted_in_subscription_types?: AddressableList | null | undefined
  readonly opted_out_subscription_types?: AddressableList | null | undefined
  readonly enabled_push_messaging?: boolean | null | undefined
  /** The contacts that were merged into this user, if `include_merge_history` asks for them. From 2.16. */
  readonly merge_history?: ReadonlyArray<MergeHistoryItem> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Contact: Schema.Schema<Contact> = struct("Contact")(() => ({
  type: nullishString,
  id: Id,
  external_id: nullishId,
  workspace_id: nullishId,
  role: nullishString,
  email: nullishString,
  email_domain: nullishString,
  phone: nullishString,
  name: nullishString,
  avatar: nullish(ContactAvatar),
  owner_id: nullishId,
  social_profiles: nullish(SocialProfiles),
  has_hard_bounced: nullishBoolean,
  marked_email_as_spam: nullishBoolean,
  unsubscribed_from_emails: nullishBoolean,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  signed_up_at: nullishSeconds,
  last_seen_at: nullishSeconds,
  last_replied_at: nullishSeconds,
  last_contacted_at: nullishSeconds,
  last_email_opened_at: nullishSeconds,
  last_email_clicked_at: nullishSeconds,
  language_override: nullishString,
  browser: nullishString,
  browser_version: nullishString,
  browser_language: nullishString,
  os: nullishString,
  location: nullish(ContactLocation),
  android_app_name: nullishString,
  android_app_version: nullishString,
  android_device: nullishString,
  android_os_version: nullishString,
  android_sdk_version: nullishString,
  android_last_seen_at: nullishSeconds,
  ios_app_name: nullishString,
  ios_app_version: nullishString,
  ios_device: nullishString,
  ios_os_version: nullishString,
  ios_sdk_version: nullishString,
  ios_last_seen_at: nullishSeconds,
  custom_attributes: nullishRecord,
  tags: nullish(AddressableList),
  notes: nullish(AddressableList),
  companies: nullish(AddressableList),
  opted_in_subscription_types: nullish(AddressableList),
  opted_out_subscription_types: nullish(AddressableList),
  utm_campaign: nullishString,
  utm_content: nullishString,
  utm_medium: nullishString,
  utm_source: nullishString,
  utm_term: nullishString,
  referrer: nullishString,
  enabled_push_messaging: nullishBoolean,
  merge_history: nullish(Schema.Array(MergeHistoryItem))
}))

/**
 * The avatar of a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactAvatar {
  readonly type?: string | null | undefined
  readonly image_url?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactAvatar: Schema.Schema<ContactAvatar> = orFrom(
  struct("ContactAvatar")(() => ({ type: nullishString, image_url: nullishString })),
  2,
  (image_url) => ({ image_url })
)

/**
 * The location of a contact, as Intercom estimates it.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactLocation {
  readonly type?: string | null | undefined
  readonly country?: string | null | undefined
  readonly region?: string | null | undefined
  readonly city?: string | null | undefined
  readonly country_code?: string | null | undefined
  readonly continent_code?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactLocation: Schema.Schema<ContactLocation> = struct("ContactLocation")(() => ({
  type: nullishString,
  country: nullishString,
  region: nullishString,
  city: nullishString,
  country_code: nullishString,
  continent_code: nullishString
}))

/**
 * The social profiles of a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface SocialProfiles {
  readonly type?: string | null | undefined
  readonly data?: ReadonlyArray<SocialProfile> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SocialProfiles: Schema.Schema<SocialProfiles> = struct("SocialProfiles")(() => ({
  type: nullishString,
  data: nullish(Schema.Array(SocialProfile))
}))

/**
 * A profile of a contact in a social network.
 *
 * @since 1.0.0
 * @category models
 */
export interface SocialProfile {
  readonly type?: string | null | undefined
  /** Name of the network: `Facebook`. */
  readonly name?: string | null | undefined
  readonly url?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SocialProfile: Schema.Schema<SocialProfile> = struct("SocialProfile")(() => ({
  type: nullishString,
  name: nullishString,
  url: nullishString
}))

/**
 * A contact that was merged into another one and no longer exists.
 *
 * @since 1.0.0
 * @category models
 */
export interface MergeHistoryItem {
  readonly type?: string | null | undefined
  /** Id of the contact that was merged. */
  readonly source_contact_id?: string | null | undefined
  readonly source_contact_role?: "user" | "lead" | (string & {}) | null | undefined
  /** Unix time in seconds. */
  readonly merged_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const MergeHistoryItem: Schema.Schema<MergeHistoryItem> = struct("MergeHistoryItem")(() => ({
  type: nullishString,
  source_contact_id: nullishId,
  source_contact_role: nullishString,
  merged_at: nullishSeconds
}))

/**
 * The ids of a contact and the changed flag. `archive`, `unarchive`, `block` and `delete` return it.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactReference {
  readonly type?: string | null | undefined
  readonly id: string
  readonly external_id?: string | null | undefined
  readonly archived?: boolean | null | undefined
  readonly blocked?: boolean | null | undefined
  readonly deleted?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactReference: Schema.Schema<ContactReference> = struct("ContactReference")(() => ({
  type: nullishString,
  id: Id,
  external_id: nullishId,
  archived: nullishBoolean,
  blocked: nullishBoolean,
  deleted: nullishBoolean
}))

/**
 * The fields of a contact that you can write. A field that is left out stays as it is. `null` clears a field.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactChanges extends Pick<Person, "name" | "phone" | "signed_up_at" | "unsubscribed_from_emails"> {
  readonly role?: "user" | "lead" | undefined
  /** Your own id of the contact. */
  readonly external_id?: string | undefined
  readonly email?: string | undefined
  /** Whether the contact owns the `email`, which has to come with it. From 2.16. */
  readonly email_verified?: boolean | null | undefined
  /** URL of an image. */
  readonly avatar?: string | null | undefined
  /** Unix time in seconds. */
  readonly last_seen_at?: number | null | undefined
  /** Id of the admin who owns the contact. Digits are sent as an integer before 2.16, and as text from then on. */
  readonly owner_id?: string | number | null | undefined
  /** Values of existing attributes. `{ order: ["21"] }` links custom objects. */
  readonly custom_attributes?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactChanges: Schema.Schema<ContactChanges> = struct("ContactChanges")(() => ({
  role: Schema.optional(Schema.Literal("user", "lead")),
  external_id: Schema.optional(Schema.String),
  email: Schema.optional(Schema.String),
  email_verified: nullishBoolean,
  phone: nullishString,
  name: nullishString,
  avatar: nullishString,
  signed_up_at: nullish(SecondsInput),
  last_seen_at: nullish(SecondsInput),
  owner_id: nullish(IntegerIdInput),
  unsubscribed_from_emails: nullishBoolean,
  custom_attributes: nullish(RecordInput)
}))

/**
 * Returns the fields of a contact that `Contacts.update` can write back. It leaves out the others, as well as the avatar
 * and attributes that link objects, because Intercom reads these in other forms than it sends them.
 *
 * @since 1.0.0
 * @category getters
 */
export const changesOf: (contact: Contact) => ContactChanges = changesIn(ContactChanges)

/**
 * Input for changing a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactUpdate extends ContactChanges, ContactOptions {}

/**
 * Input for creating a contact. It needs at least one of `email`, `external_id` and `role`.
 *
 * @since 1.0.0
 * @category models
 */
export type NewContact = ContactWithEmail | ContactWithExternalId | ContactWithRole

/**
 * Input for creating a contact, or updating the one with this `external_id` or `email`. It needs at least one of them.
 *
 * @since 1.0.0
 * @category models
 */
export type ContactUpsert = ContactWithEmail | ContactWithExternalId

/**
 * Which contact an upsert may update.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactUpsertOptions {
  /**
   * Whether to update a contact that has the `email` of the input, but not its `external_id`. The contact then gets this
   * `external_id`. `"unclaimed"`: only a contact without an `external_id`. `"never"`: no such contact. `"always"`: also
   * one with another `external_id`, which is overwritten. Default: `"unclaimed"`.
   */
  readonly takeOver?: "always" | "never" | "unclaimed" | undefined
}

/**
 * A contact that was created or updated.
 *
 * @since 1.0.0
 * @category models
 */
export interface UpsertedContact extends Contact {
  readonly outcome: "created" | "updated"
  /** The field that the contact was found by. `undefined` if it was created. */
  readonly matchedBy: "email" | "external_id" | undefined
}

/**
 * The fields of a contact, with its email address.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactWithEmail extends ContactChanges {
  readonly email: string
}

/**
 * The fields of a contact, with your own id.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactWithExternalId extends ContactChanges {
  readonly external_id: string
}

/**
 * The fields of a contact, with its role.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactWithRole extends ContactChanges {
  readonly role: "user" | "lead"
}

/**
 * Input for merging a lead into a user.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactMerge extends ContactOptions {
  /** Id of the lead that is merged and removed. */
  readonly from: string
  /** Id of the user that stays. */
  readonly into: string
  /** Merges them even if they share neither `email` nor `phone`. Default: `false`. From 2.16. */
  readonly skip_duplicate_validation?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactMerge: Schema.Schema<Omit<ContactMerge, "include_merge_history">> = struct("ContactMerge")(() => ({
  from: IdInput,
  into: IdInput,
  skip_duplicate_validation: Schema.optional(Schema.Boolean)
}))

/**
 * What to return of a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactOptions {
  /** Whether to return the `merge_history`, which only users have. Default: `false`. From 2.16. */
  readonly include_merge_history?: boolean | undefined
}

/**
 * The fields of a contact that a search can use. `andoid_sdk_version` is Intercom's spelling. Compare `owner_id` with
 * text from 2.16 on, and before with a number: `Number(contact.owner_id)`.
 *
 * @since 1.0.0
 * @category models
 */
export type ContactField =
  | "id"
  | "role"
  | "name"
  | "avatar"
  | "owner_id"
  | "email"
  | "email_domain"
  | "phone"
  | "formatted_phone"
  | "external_id"
  | "created_at"
  | "signed_up_at"
  | "updated_at"
  | "last_seen_at"
  | "last_contacted_at"
  | "last_replied_at"
  | "last_email_opened_at"
  | "last_email_clicked_at"
  | "language_override"
  | "browser"
  | "browser_language"
  | "os"
  | "location.country"
  | "location.region"
  | "location.city"
  | "unsubscribed_from_emails"
  | "marked_email_as_spam"
  | "has_hard_bounced"
  | "ios_last_seen_at"
  | "ios_app_version"
  | "ios_device"
  | "ios_app_device"
  | "ios_os_version"
  | "ios_app_name"
  | "ios_sdk_version"
  | "android_last_seen_at"
  | "android_app_version"
  | "android_device"
  | "android_app_name"
  | "andoid_sdk_version"
  | "android_sdk_version"
  | "segment_id"
  | "tag_id"
  | `custom_attributes.${string}`

/**
 * Returns the address of a contact, for sending a message to.
 *
 * @since 1.0.0
 * @category getters
 */
export const messageAddress = ({ id, role }: Pick<Contact, "id" | "role">): MessageRecipient => ({
  type: role === "lead" ? "lead" : "user",
  id
})
