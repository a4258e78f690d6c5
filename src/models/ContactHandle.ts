/**
 * Handles of contacts and visitors, for inputs that accept several kinds of ids.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { IdInput, struct } from "../internal/fields.js"

/**
 * Identifies a contact by exactly one of `intercom_user_id`, `user_id` and `email`.
 *
 * @since 1.0.0
 * @category models
 */
export type ContactHandle = ContactByIntercomId | ContactByUserId | ContactByEmail

/**
 * Identifies a user or a lead by Intercom's id.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactByIntercomId {
  readonly intercom_user_id: string
  readonly user_id?: undefined
  readonly email?: undefined
}

/**
 * Identifies a user by your own id, the `external_id` of the contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactByUserId {
  readonly user_id: string
  readonly intercom_user_id?: undefined
  readonly email?: undefined
}

/**
 * Identifies a user by email address, for apps that have no other id.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactByEmail {
  readonly email: string
  readonly intercom_user_id?: undefined
  readonly user_id?: undefined
}

/**
 * Identifies a visitor or a contact. It needs at least one of `id`, `user_id` and `email`.
 *
 * @since 1.0.0
 * @category models
 */
export type PersonIdentity = PersonWithId | PersonWithUserId | PersonWithEmail

/**
 * Identifies a visitor or a contact by Intercom's id, and optionally by other fields.
 *
 * @since 1.0.0
 * @category models
 */
export interface PersonWithId extends PersonIdentityFields {
  readonly id: string
}

/**
 * Identifies a visitor or a contact by its `user_id`, and optionally by other fields.
 *
 * @since 1.0.0
 * @category models
 */
export interface PersonWithUserId extends PersonIdentityFields {
  readonly user_id: string
}

/**
 * Identifies a visitor or a contact by an email address, and optionally by other fields.
 *
 * @since 1.0.0
 * @category models
 */
export interface PersonWithEmail extends PersonIdentityFields {
  readonly email: string
}

/**
 * The fields that identify a visitor or a contact.
 *
 * @since 1.0.0
 * @category models
 */
export interface PersonIdentityFields {
  /** Intercom's id. */
  readonly id?: string | undefined
  /** For a visitor, the id that the Messenger generated. For a contact, its `external_id`. */
  readonly user_id?: string | undefined
  readonly email?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const PersonIdentityFields: Schema.Schema<PersonIdentityFields> = struct("PersonIdentityFields")(() => ({
  id: Schema.optional(IdInput),
  user_id: Schema.optional(IdInput),
  email: Schema.optional(IdInput)
}))
