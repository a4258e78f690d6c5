/**
 * Notifications about contacts.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  nullish,
  nullishBoolean,
  nullishId,
  nullishNumber,
  nullishRecord,
  nullishString,
  struct
} from "../../internal/fields.js"
import { Contact } from "../Contact.js"
import { Reference } from "../Reference.js"
import { SubscriptionType } from "../SubscriptionType.js"
import { Tag } from "../Tag.js"
import { type Visitor, VisitorLocation } from "../Visitor.js"
import { type Notified, notified, nullishTime } from "./Notified.js"

/**
 * A contact, as notifications contain it. A deleted contact has only its ids. Apps on an API version before 2.0 get the
 * older shape of a user, as does every app for a visitor who signs up: `user_id` instead of `external_id`,
 * `location_data` instead of `location`.
 *
 * @since 1.0.0
 * @category models
 */
export interface NotifiedContact
  extends Notified<Contact>, Pick<Visitor, "anonymous" | "pseudonym" | "segments" | "session_count">
{
  /** `true` for a deleted contact. */
  readonly deleted?: boolean | null | undefined
  readonly archived?: boolean | null | undefined
  readonly formatted_phone?: string | null | undefined
  readonly sms_consent?: boolean | null | undefined
  readonly unsubscribed_from_sms?: boolean | null | undefined
  /** Your own id of the contact, in the older shape. */
  readonly user_id?: string | null | undefined
  readonly app_id?: string | null | undefined
  readonly location_data?: VisitorLocation | null | undefined
  readonly last_request_at?: number | string | null | undefined
  readonly remote_created_at?: number | string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NotifiedContact: Schema.Schema<NotifiedContact> = Schema.suspend(() =>
  Schema.extend(
    notified(Contact),
    Schema.Struct({
      deleted: nullishBoolean,
      archived: nullishBoolean,
      formatted_phone: nullishString,
      sms_consent: nullishBoolean,
      unsubscribed_from_sms: nullishBoolean,
      user_id: nullishId,
      anonymous: nullishBoolean,
      pseudonym: nullishString,
      app_id: nullishId,
      location_data: nullish(VisitorLocation),
      session_count: nullishNumber,
      last_request_at: nullishTime,
      remote_created_at: nullishTime,
      segments: nullishRecord
    })
  )
).annotations({ identifier: "effect-intercom/NotifiedContact" })

/**
 * The contact that remains after a merge.
 *
 * @since 1.0.0
 * @category models
 */
export interface MergedContact extends NotifiedContact {
  /** The contact that was merged and removed. */
  readonly merged_from?: Reference | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const MergedContact: Schema.Schema<MergedContact> = Schema.suspend(() =>
  Schema.extend(NotifiedContact, Schema.Struct({ merged_from: nullish(Reference) }))
).annotations({ identifier: "effect-intercom/MergedContact" })

/**
 * A tag, and the contact that it was added to or removed from.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactTag {
  readonly type?: "contact_tag" | "user_tag" | (string & {}) | null | undefined
  readonly created_at?: number | string | null | undefined
  readonly tag?: Notified<Tag> | null | undefined
  readonly contact?: NotifiedContact | null | undefined
  /** The contact, in the older shape. */
  readonly user?: NotifiedContact | null | undefined
  /** The admin who added or removed the tag. */
  readonly admin?: Reference | null | undefined
  /** Set if the item is the tag itself. */
  readonly id?: string | null | undefined
  /** Set if the item is the tag itself. */
  readonly name?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactTag: Schema.Schema<ContactTag> = struct("ContactTag")(() => ({
  type: nullishString,
  created_at: nullishTime,
  tag: nullish(notified(Tag)),
  contact: nullish(NotifiedContact),
  user: nullish(NotifiedContact),
  admin: nullish(Reference),
  id: nullishId,
  name: nullishString
}))

/**
 * The subscription types that a contact subscribed to or unsubscribed from. Before API version 2.7, the item is the
 * contact itself. Use `subject` to get the contact in both cases.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubscriptionChange {
  readonly type?:
    | "contact_subscribe"
    | "contact_unsubscribe"
    | "granular_subscribe"
    | "granular_unsubscribe"
    | (string & {})
    | null
    | undefined
  readonly created_at?: number | string | null | undefined
  readonly contact?: NotifiedContact | null | undefined
  /** Empty if the change is for all subscription types. */
  readonly subscription_types?: SubscriptionTypes | null | undefined
  /** Id of the contact. Set if the item is the contact itself. */
  readonly id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SubscriptionChange: Schema.Schema<SubscriptionChange> = struct("SubscriptionChange")(() => ({
  type: nullishString,
  created_at: nullishTime,
  contact: nullish(NotifiedContact),
  subscription_types: nullish(SubscriptionTypes),
  id: nullishId
}))

/**
 * The changed subscription types.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubscriptionTypes {
  readonly type?: string | null | undefined
  readonly data?: ReadonlyArray<SubscriptionType> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SubscriptionTypes: Schema.Schema<SubscriptionTypes> = struct("SubscriptionTypes")(() => ({
  type: nullishString,
  data: nullish(Schema.Array(SubscriptionType))
}))
