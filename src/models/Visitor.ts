/**
 * Visitors: people on your site who are not contacts yet.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  IdInput,
  nullish,
  nullishBoolean,
  nullishId,
  nullishNumber,
  nullishRecord,
  nullishSeconds,
  nullishString,
  optionalRecord,
  struct
} from "../internal/fields.js"
import { Company } from "./Company.js"
import { ContactAvatar, type Person } from "./Contact.js"
import { type PersonIdentity, PersonIdentityFields } from "./ContactHandle.js"
import { TagList } from "./Tag.js"

/**
 * A visitor. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Visitor extends Person {
  readonly type?: string | null | undefined
  readonly id: string
  /** Id that the Messenger generated. */
  readonly user_id?: string | null | undefined
  readonly anonymous?: boolean | null | undefined
  /** Name that admins see if there is no `name`: `Violet Suitcase`. */
  readonly pseudonym?: string | null | undefined
  /** Id of the workspace. */
  readonly app_id?: string | null | undefined
  readonly companies?: VisitorCompanies | null | undefined
  /** `{}` if the location is unknown. */
  readonly location_data?: VisitorLocation | null | undefined
  /** Unix time in seconds. */
  readonly last_request_at?: number | null | undefined
  /** The spelling of `last_request_at` in Intercom's description. Unix time in seconds. */
  readonly las_request_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly remote_created_at?: number | null | undefined
  readonly session_count?: number | null | undefined
  readonly social_profiles?: Readonly<Record<string, unknown>> | null | undefined
  /** Id of the admin who owns the visitor. */
  readonly owner_id?: string | null | undefined
  readonly tags?: TagList | null | undefined
  readonly segments?: Readonly<Record<string, unknown>> | null | undefined
  readonly do_not_track?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Visitor: Schema.Schema<Visitor> = struct("Visitor")(() => ({
  type: nullishString,
  id: Id,
  user_id: nullishId,
  anonymous: nullishBoolean,
  email: nullishString,
  phone: nullishString,
  name: nullishString,
  pseudonym: nullishString,
  avatar: nullish(ContactAvatar),
  app_id: nullishId,
  companies: nullish(VisitorCompanies),
  location_data: nullish(VisitorLocation),
  last_request_at: nullishSeconds,
  las_request_at: nullishSeconds,
  created_at: nullishSeconds,
  remote_created_at: nullishSeconds,
  signed_up_at: nullishSeconds,
  updated_at: nullishSeconds,
  session_count: nullishNumber,
  social_profiles: nullishRecord,
  owner_id: nullishId,
  unsubscribed_from_emails: nullishBoolean,
  marked_email_as_spam: nullishBoolean,
  has_hard_bounced: nullishBoolean,
  tags: nullish(TagList),
  segments: nullishRecord,
  custom_attributes: nullishRecord,
  referrer: nullishString,
  utm_campaign: nullishString,
  utm_content: nullishString,
  utm_medium: nullishString,
  utm_source: nullishString,
  utm_term: nullishString,
  do_not_track: nullishBoolean
}))

/**
 * The companies of a visitor.
 *
 * @since 1.0.0
 * @category models
 */
export interface VisitorCompanies {
  readonly type?: string | null | undefined
  readonly companies?: ReadonlyArray<Company> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const VisitorCompanies: Schema.Schema<VisitorCompanies> = struct("VisitorCompanies")(() => ({
  type: nullishString,
  companies: nullish(Schema.Array(Company))
}))

/**
 * The location of a visitor, as Intercom estimates it.
 *
 * @since 1.0.0
 * @category models
 */
export interface VisitorLocation {
  readonly type?: string | null | undefined
  readonly city_name?: string | null | undefined
  readonly region_name?: string | null | undefined
  readonly postal_code?: string | null | undefined
  readonly country_name?: string | null | undefined
  readonly country_code?: string | null | undefined
  readonly continent_code?: string | null | undefined
  readonly timezone?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const VisitorLocation: Schema.Schema<VisitorLocation> = struct("VisitorLocation")(() => ({
  type: nullishString,
  city_name: nullishString,
  region_name: nullishString,
  postal_code: nullishString,
  country_name: nullishString,
  country_code: nullishString,
  continent_code: nullishString,
  timezone: nullishString
}))

/**
 * Identifies a visitor by exactly one of `id` and `user_id`.
 *
 * @since 1.0.0
 * @category models
 */
export type VisitorHandle = VisitorById | VisitorByUserId

/**
 * A visitor, identified by Intercom's id.
 *
 * @since 1.0.0
 * @category models
 */
export interface VisitorById {
  readonly id: string
  readonly user_id?: undefined
}

/**
 * A visitor, identified by the `user_id` that the Messenger generated.
 *
 * @since 1.0.0
 * @category models
 */
export interface VisitorByUserId {
  readonly user_id: string
  readonly id?: undefined
}

/**
 * Input for changing a visitor.
 *
 * @since 1.0.0
 * @category models
 */
export interface VisitorChanges {
  readonly name?: string | undefined
  readonly custom_attributes?: Readonly<Record<string, unknown>> | undefined
}

/**
 * With the id of the visitor, as it is sent.
 *
 * @since 1.0.0
 * @category schemas
 */
export const VisitorChanges: Schema.Schema<
  VisitorChanges & { readonly id?: string | undefined; readonly user_id?: string | undefined }
> = struct("VisitorChanges")(() => ({
  id: Schema.optional(IdInput),
  user_id: Schema.optional(IdInput),
  name: Schema.optional(Schema.String),
  custom_attributes: optionalRecord
}))

/**
 * Input for converting a visitor into a contact. If the contact exists, the visitor is merged into it.
 *
 * @since 1.0.0
 * @category models
 */
export interface VisitorConversion {
  /** The role of the contact. */
  readonly type: "user" | "lead"
  readonly visitor: PersonIdentity
  readonly user: PersonIdentity
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const VisitorConversion: Schema.Schema<
  Pick<VisitorConversion, "type"> & { readonly visitor: PersonIdentityFields; readonly user: PersonIdentityFields }
> = struct("VisitorConversion")(() => ({
  type: Schema.Literal("user", "lead"),
  visitor: PersonIdentityFields,
  user: PersonIdentityFields
}))
