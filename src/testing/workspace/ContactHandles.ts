/**
 * Contacts of the in-memory workspace by whichever of their ids a request names them.
 *
 * @since 1.0.0
 */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { nullishId } from "../../internal/fields.js"
import * as Contacts from "./Contacts.js"
import { notFound, type Refusal, refuse } from "./Refusal.js"
import type { State } from "./State.js"

/**
 * @since 1.0.0
 * @category models
 */
export interface Handle {
  readonly intercom_user_id?: string | null | undefined
  /** Your own id of the contact. */
  readonly user_id?: string | null | undefined
  readonly email?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Handle: Schema.Schema<Handle> = Schema.suspend(() =>
  Schema.Struct({ intercom_user_id: nullishId, user_id: nullishId, email: nullishId })
)

/**
 * The contact a request names. An archived one is not found.
 *
 * @since 1.0.0
 * @category combinators
 */
export const find = (state: State, handle: Handle): Either.Either<Contacts.ContactRow, Refusal> => {
  const row = lookUp(state, handle)
  return row === undefined || row.archived ? notFound("User") : Either.right(row)
}

const lookUp = (state: State, { email, intercom_user_id, user_id }: Handle): Contacts.ContactRow | undefined => {
  if (Predicate.isNotNullable(intercom_user_id)) return state.contacts.get(intercom_user_id)
  if (Predicate.isNotNullable(user_id)) return state.contacts.byKey(`external_id=${user_id}`)
  if (Predicate.isNullable(email)) return undefined
  const user = state.contacts.byKey(`email=${email}`)
  if (user !== undefined && !user.archived) return user
  return Contacts.active(state).find(({ fields }) => fields.email === email)
}

/**
 * The contact a seed names by Intercom's id, your own id or an email.
 *
 * @since 1.0.0
 * @category combinators
 */
export const named = (state: State, name: string): Either.Either<Contacts.ContactRow, Refusal> => {
  const row = state.contacts.get(name) ?? lookUp(state, { user_id: name }) ?? lookUp(state, { email: name })
  return row === undefined ?
    refuse(404, "not_found", "A contact that is named is not there") :
    Either.right(row)
}
