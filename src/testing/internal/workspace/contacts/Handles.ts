/** Finds contacts by any of the ids that a request may use. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { nullishId } from "../../../../internal/fields.js"
import { found, notFound, type Result } from "../kernel/Result.js"
import { unknownName } from "../kernel/Table.js"
import type { EventContext } from "../Operation.js"
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

/** Finds the contact that a request names. Archived contacts are not found. */
export const find = (tables: Pick<Tables, "contacts">, handle: Handle): Result<ContactRow> => {
  const row = lookup(tables, handle)
  return row === undefined || row.archived ? notFound("User") : Either.right(row)
}

const lookup = (
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

/** Finds the contact that a request names, or creates one with an unknown email. */
export const findOrCreate = (
  { notify, now, tables }: EventContext,
  handle: Handle,
  role: "lead" | "user"
): Result<ContactRow> =>
  Either.orElse(find(tables, handle), (refusal) => {
    const { email, intercom_user_id, user_id } = handle
    if (Predicate.isNullable(email) || Predicate.isNotNullable(intercom_user_id ?? user_id)) return Either.left(refusal)
    return Either.map(Contacts.add(tables, { role, email }, now), (row) => {
      notify(`contact.${role}.created`, Contacts.presentInWebhook(tables, row))
      return row
    })
  })

/** Finds the contact that a seed names by Intercom's id, your own id or an email. */
export const findByName = (tables: Pick<Tables, "contacts">, name: string): Result<ContactRow> =>
  found(
    tables.contacts.get(name) ?? lookup(tables, { user_id: name }) ?? lookup(tables, { email: name }),
    () => unknownName("contact", name)
  )
