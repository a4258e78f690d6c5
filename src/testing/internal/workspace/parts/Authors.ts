/** The authors of messages and parts. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import type { Author } from "../../../../models/Author.js"
import type { Refusal } from "../kernel/Refusal.js"
import type { ContactRow } from "../rows/Contact.js"
import type { Tables } from "../Tables.js"
import * as Admins from "../teammates/Admins.js"

/** Whether a contact wrote it. */
export const isFromContact = ({ type }: Author): boolean => type === "user" || type === "lead"

/** The admin of an id as an author. */
export const adminAuthor = (tables: Pick<Tables, "admins">, id: string): Either.Either<Author, Refusal> =>
  Either.map(Admins.byId(tables, id), ({ email, name }) => ({ type: "admin", id, name, email }))

/** A contact as an author. Whoever has no email has none here. */
export const contactAuthor = ({ fields: { email, name, role }, id }: ContactRow): Author => ({
  type: role === "lead" ? "lead" : "user",
  id,
  name: name ?? null,
  ...(Predicate.isNotNullable(email) ? { email } : {})
})

/** What does by itself what nobody does. */
export const botAuthor = ({ workspaceId }: Pick<Tables, "workspaceId">): Author => ({
  type: "bot",
  id: "814859",
  name: "Fin",
  email: `operator+${workspaceId}@intercom.io`
})
