/** Contacts of the in-memory workspace by whichever of their ids a request names them. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { nullishId } from "../../../../internal/fields.js"
import { missing } from "../kernel/Names.js"
import { notFound, type Refusal } from "../kernel/Refusal.js"
import type { Occasion } from "../Operation.js"
import type { ContactRow } from "../rows/Contact.js"
import type { Tables } from "../Tables.js"
import * as Contacts from "./Contacts.js"

export interface Handle {
  readonly intercom_user_id?: string | null | undefined
  /** Your own id of the contact. */
  readonly user_id?: string | null | undefined
  readonly email?: string | null | undefined
}

export const Handle: Schema.Schema<Handle> = Schema.suspend(() =>
  Schema.Struct({ intercom_user_id: nullishId, user_id: nullishId, email: nullishId })
)

/** The contact a request names. An archived one is not found. */
export const find = (tables: Pick<Tables, "contacts">, handle: Handle): Either.Either<ContactRow, Refusal> => {
  const row = lookUp(tables, handle)
  return row === undefined || row.archived ? notFound("User") : Either.right(row)
}

const lookUp = (
  tables: Pick<Tables, "contacts">,
  { email, intercom_user_id, user_id }: Handle
): ContactRow | undefined => {
  if (Predicate.isNotNullable(intercom_user_id)) return tables.contacts.get(intercom_user_id)
  if (Predicate.isNotNullable(user_id)) return Contacts.byExternalId(tables, user_id)
  if (Predicate.isNullable(email)) return undefined
  const rows = Contacts.byEmail(tables, email)
  const active = rows.filter(({ archived }) => !archived)
  return active.find(({ fields }) => fields.role === "user") ?? active[0] ?? rows[0]
}

/** The contact a request names; an email that nobody has makes one. */
export const foundOrMade = (
  { notify, now, tables }: Occasion,
  handle: Handle,
  role: "lead" | "user"
): Either.Either<ContactRow, Refusal> =>
  Either.orElse(find(tables, handle), (refusal) => {
    const { email, intercom_user_id, user_id } = handle
    if (Predicate.isNullable(email) || Predicate.isNotNullable(intercom_user_id ?? user_id)) return Either.left(refusal)
    return Either.map(Contacts.add(tables, { role, email }, now), (row) => {
      notify(`contact.${role}.created`, Contacts.notified(tables, row))
      return row
    })
  })

/** The contact a seed names by Intercom's id, your own id or an email. */
export const named = (tables: Pick<Tables, "contacts">, name: string): Either.Either<ContactRow, Refusal> => {
  const row = tables.contacts.get(name) ?? lookUp(tables, { user_id: name }) ?? lookUp(tables, { email: name })
  return row === undefined ? missing("contact", name) : Either.right(row)
}
