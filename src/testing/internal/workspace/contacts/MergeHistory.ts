/** The contacts that were merged into other ones. */
import * as Either from "effect/Either"
import type { JsonObject } from "../kernel/Json.js"
import { byCursor, newestFirst, sort } from "../kernel/Pages.js"
import { json, notFound, Refusal, type Refused, type Result } from "../kernel/Result.js"
import { type Call, get, later, type Operation } from "../Operation.js"
import type { ContactRow } from "../rows/Contact.js"
import type { MergedContactRow } from "../rows/MergedContact.js"
import type { Tables } from "../Tables.js"

const present = ({ id, merged_at, role }: MergedContactRow): JsonObject => ({
  type: "merge_history",
  source_contact_id: id,
  source_contact_role: role,
  merged_at
})

/** The contacts that were merged into a user, the latest first, if a request of 2.16 asks for them. */
export const requested = (
  { query, tables, version }: Pick<Call, "query" | "tables" | "version">,
  { fields: { role }, id }: ContactRow
): JsonObject =>
  version !== "2.15" && query.include_merge_history === "true" && role === "user" ?
    { merge_history: newestFirst(tables.mergedContacts.allByKey(id), mergedAt).map(present) } :
    {}

const mergedAt = ({ merged_at }: MergedContactRow): number => merged_at

const limits = { perPage: 50, maxPerPage: 150 }

const list = ({ path, query, tables: { contacts, mergedContacts } }: Call<"id">): Result =>
  Either.gen(function*() {
    const { fields: { role }, id } = yield* contacts.find(path("id"))
    if (role !== "user") return yield* notFound("User")
    const sorting = { sortBy: mergedAt, descending: query.order !== "asc" }
    const rows = sort(mergedContacts, mergedContacts.allByKey(id), sorting)
    const request = { per_page: query.per_page, starting_after: query.cursor }
    const { pages: { next }, rows: data } = yield* byCursor(mergedContacts, rows, limits, request, sorting)
    return json({
      type: "list",
      data: data.map(present),
      next_cursor: next?.starting_after,
      has_more: next !== undefined
    })
  })

/** A longer chain of merges is not followed to its end. */
const maxHops = 3

const survivorOf = (tables: Pick<Tables, "mergedContacts">, id: string, hops = maxHops): string => {
  const into = hops === 0 ? undefined : tables.mergedContacts.get(id)?.into
  return into === undefined ? id : survivorOf(tables, into, hops - 1)
}

/** The error for a contact that is not there: from 2.16, 410 with the contact that it was merged into, if it was. */
export const goneOrNotFound = (
  { tables, version }: Pick<Call, "tables" | "version">,
  id: string
): Refused => {
  if (version === "2.15" || tables.mergedContacts.get(id) === undefined) return notFound("User")
  return Either.left(
    new Refusal({
      status: 410,
      code: "contact_merged",
      reason: "This contact has been merged. See the 'Link' header for the canonical contact.",
      headers: { link: `</contacts/${survivorOf(tables, id)}>; rel="canonical"` }
    })
  )
}

export const operations: ReadonlyArray<Operation> = later([get("/contacts/{id}/merge_history", list)])
