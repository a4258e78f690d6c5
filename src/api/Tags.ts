/**
 * Tags: labels on contacts, companies, conversations and tickets.
 *
 * One tag is put on one contact, conversation or ticket by `attachTag` of that resource's module. Here are the tags
 * themselves, and those that go on many contacts or companies in one call.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { exactlyOne } from "../internal/checks.js"
import { CompanyTagging, ContactTagging, Tag, type TaggedCompany, TagUpsert } from "../models/Tag.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Tag.js"

/**
 * Lists all tags.
 *
 * `GET /tags`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: () => Pagination.List<Tag> = Pagination.make(
  "Tags.list",
  { item: Tag, key: "tags" },
  (paging) => Endpoint.get("/tags", { query: Pagination.pageNumbers(paging) })
)

/**
 * Retrieves one tag by its id.
 *
 * `GET /tags/{tag_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (tagId: string) => Effect.Effect<Tag, IntercomError, IntercomHttp> = Endpoint.make(
  "Tags.find",
  Tag,
  (tagId) => Endpoint.get("/tags/{tag_id}", { path: { tag_id: tagId } })
)

/**
 * Creates a tag, or renames one where an `id` is given. A name that exists gives the tag that has it.
 *
 * `POST /tags`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const upsert: (tag: TagUpsert) => Effect.Effect<Tag, IntercomError, IntercomHttp> = Endpoint.make(
  "Tags.upsert",
  Tag,
  (tag) => Endpoint.post("/tags", { body: Endpoint.json(TagUpsert, tag), repeatable: true })
)

/**
 * Puts a tag on many contacts; the tag is made if there is none of this name. Fails with `NotFound` where one of
 * them does not exist.
 *
 * `POST /tags`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const tagContacts: (tagging: ContactTagging) => Effect.Effect<Tag, IntercomError, IntercomHttp> = Endpoint.make(
  "Tags.tagContacts",
  Tag,
  (tagging) => Endpoint.post("/tags", { body: Endpoint.json(ContactTagging, tagging), repeatable: true })
)

/**
 * Puts a tag on many companies, or takes it off those with `untag: true`; the tag is made if there is none of this name.
 *
 * `POST /tags`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const tagCompanies: (tagging: CompanyTagging) => Effect.Effect<Tag, IntercomError, IntercomHttp> = Endpoint.make(
  "Tags.tagCompanies",
  Tag,
  (tagging) =>
    Endpoint.post("/tags", {
      body: Endpoint.json(CompanyTagging, tagging),
      repeatable: true,
      issue: tagging.companies
        .map((company, i) => exactlyOne(company, ["id", "company_id"], ["companies", i]))
        .find((issue) => issue !== undefined)
    })
)

/**
 * Takes a tag off many companies.
 *
 * `POST /tags`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const untagCompanies: (
  tagging: CompanyTagging
) => Effect.Effect<Tag, IntercomError, IntercomHttp> = ({ companies, name }) =>
  tagCompanies({ name, companies: companies.map((company): TaggedCompany => ({ ...company, untag: true })) })

const delete_: (tagId: string) => Effect.Effect<void, IntercomError, IntercomHttp> = Endpoint.empty(
  "Tags.delete",
  (tagId) => Endpoint.del("/tags/{tag_id}", { path: { tag_id: tagId } })
)

export {
  /**
   * Deletes a tag. Fails with `InvalidRequest` (`tag_has_dependent_objects`) while a segment uses it.
   *
   * `DELETE /tags/{tag_id}`
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}
