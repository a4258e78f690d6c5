/**
 * Many contacts at once.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { IdInput, IntegerIdInput, optionalRecord, struct } from "../../internal/fields.js"
import { BulkReference, type BulkTarget } from "./BulkJob.js"

/**
 * Input for updating many contacts.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactBulkUpdate extends BulkTarget {
  /** 1 to 100 contacts. */
  readonly contacts: ReadonlyArray<ContactBulkChanges>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactBulkUpdate: Schema.Schema<ContactBulkUpdate> = struct("ContactBulkUpdate")(() => ({
  contacts: Schema.Array(ContactBulkChanges),
  job: Schema.optional(BulkReference)
}))

/**
 * The changes of one contact. Its fields are not those of `ContactChanges`.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactBulkChanges {
  readonly id: string
  /** Your own id of the contact: its `external_id`. */
  readonly user_id?: string | undefined
  readonly email?: string | undefined
  readonly name?: string | undefined
  readonly phone?: string | undefined
  /** URL of an image. */
  readonly avatar?: string | undefined
  /** Two letters: `fr`. */
  readonly language_override?: string | undefined
  /** Id of an admin. Digits are sent as an integer. */
  readonly owner_id?: string | number | undefined
  readonly unsubscribed_from_emails?: boolean | undefined
  readonly custom_attributes?: Readonly<Record<string, unknown>> | undefined
  /** Companies to attach. Those that do not exist are created. */
  readonly companies?: ReadonlyArray<ContactBulkCompany> | undefined
  readonly tags?: ContactBulkTags | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactBulkChanges: Schema.Schema<ContactBulkChanges> = struct("ContactBulkChanges")(() => ({
  id: IdInput,
  user_id: Schema.optional(Schema.String),
  email: Schema.optional(Schema.String),
  name: Schema.optional(Schema.String),
  phone: Schema.optional(Schema.String),
  avatar: Schema.optional(Schema.String),
  language_override: Schema.optional(Schema.String),
  owner_id: Schema.optional(IntegerIdInput),
  unsubscribed_from_emails: Schema.optional(Schema.Boolean),
  custom_attributes: optionalRecord,
  companies: Schema.optional(Schema.Array(ContactBulkCompany)),
  tags: Schema.optional(ContactBulkTags)
}))

/**
 * A company to attach to a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactBulkCompany {
  /** Your own id of the company. */
  readonly company_id: string
  readonly name?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactBulkCompany: Schema.Schema<ContactBulkCompany> = struct("ContactBulkCompany")(() => ({
  company_id: IdInput,
  name: Schema.optional(Schema.String)
}))

/**
 * Existing tags to add and to remove. Intercom skips unknown ones.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactBulkTags {
  readonly add?: ReadonlyArray<BulkReference> | undefined
  readonly remove?: ReadonlyArray<BulkReference> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactBulkTags: Schema.Schema<ContactBulkTags> = struct("ContactBulkTags")(() => ({
  add: Schema.optional(Schema.Array(BulkReference)),
  remove: Schema.optional(Schema.Array(BulkReference))
}))

/**
 * Input for deleting many contacts.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactBulkDelete extends BulkTarget {
  /** 1 to 100 contacts. */
  readonly contacts: ReadonlyArray<BulkReference>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactBulkDelete: Schema.Schema<ContactBulkDelete> = struct("ContactBulkDelete")(() => ({
  contacts: Schema.Array(BulkReference),
  job: Schema.optional(BulkReference)
}))
