/** The authors of messages and parts. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import type { Author } from "../../../../models/Author.js"
import type { Result } from "../kernel/Result.js"
import type { ContactRow } from "../rows/Contact.js"
import type { Tables } from "../Tables.js"

/** Whether a contact wrote it. */
export const isFromContact = ({ type }: Author): boolean => type === "user" || type === "lead"

export const adminAuthor = (tables: Pick<Tables, "admins">, id: string): Result<Author> =>
  Either.map(tables.admins.find(id), ({ email, name }) => ({ type: "admin", id, name, email }))

/** A contact as an author. Without an email, the field is absent. */
export const contactAuthor = ({ fields: { email, name, role }, id }: ContactRow): Author => ({
  type: role === "lead" ? "lead" : "user",
  id,
  name: name ?? null,
  ...(Predicate.isNotNullable(email) ? { email } : {})
})

/** The author of automatic parts. */
export const botAuthor = ({ workspaceId }: Pick<Tables, "workspaceId">): Author => ({
  type: "bot",
  id: "814859",
  name: "Fin",
  email: `operator+${workspaceId}@intercom.io`
})
