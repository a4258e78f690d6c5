/**
 * References to objects, by type and id.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, nullish, nullishId, nullishString, orBareId, struct } from "../internal/fields.js"

/**
 * A reference to an object: an admin, a team, a contact. It has no id if it stands for nobody.
 *
 * @since 1.0.0
 * @category models
 */
export interface Reference {
  readonly type?: string | null | undefined
  readonly id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Reference: Schema.Schema<Reference> = orBareId(
  struct("Reference")(() => ({ type: nullishString, id: nullishId }))
)

/**
 * A contact, identified by its two ids.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactIdentity {
  readonly type?: string | null | undefined
  readonly id: string
  /** Your own id of the contact. */
  readonly external_id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactIdentity: Schema.Schema<ContactIdentity> = orBareId(
  struct("ContactIdentity")(() => ({
    type: nullishString,
    id: Id,
    external_id: nullishId
  }))
)

/**
 * The contacts of a conversation or a ticket.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactIdentities {
  readonly type?: string | null | undefined
  readonly contacts?: ReadonlyArray<ContactIdentity> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactIdentities: Schema.Schema<ContactIdentities> = struct("ContactIdentities")(() => ({
  type: nullishString,
  contacts: nullish(Schema.Array(ContactIdentity))
}))
