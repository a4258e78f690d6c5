/**
 * How a contact is named where any of its ids will do.
 *
 * @since 1.0.0
 */

/**
 * A contact, by exactly one of three.
 *
 * @since 1.0.0
 * @category models
 */
export type ContactHandle = ContactByIntercomId | ContactByUserId | ContactByEmail

/**
 * A user or a lead, by Intercom's id.
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
 * A user, by your own id: the contact's `external_id`.
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
 * A user, by email: for apps that have no other id.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactByEmail {
  readonly email: string
  readonly intercom_user_id?: undefined
  readonly user_id?: undefined
}
