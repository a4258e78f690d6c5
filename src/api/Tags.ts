/**
 * Tags: labels on contacts, companies, conversations and tickets.
 *
 * Use `attachTag` of `Contacts`, `Conversations` or `Tickets` to tag one of them.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { exactlyOne } from "../internal/checks.js"
import { CompanyTagging, ContactTagging, Tag, TaggingResult, TagUpsert } from "../models/Tag.js"
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
 * Retrieves a tag.
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
 * Creates a tag, or renames the one with this `id`.
 *
 * `POST /tags`. If a tag with this name exists, that tag is returned.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const upsert: (tag: TagUpsert) => Effect.Effect<TaggingResult, IntercomError, IntercomHttp> = Endpoint.make(
  "Tags.upsert",
  TaggingResult,
  (tag) => Endpoint.post("/tags", { body: Endpoint.json(TagUpsert, tag), repeatable: true })
)

/**
 * Adds a tag to several contacts.
 *
 * `POST /tags`. Creates the tag if it does not exist. Fails with `NotFound` if one of the contacts does not exist. From
 * 2.16 on, skips that contact: look for it in `users`.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const tagContacts: (
  tagging: ContactTagging
) => Effect.Effect<TaggingResult, IntercomError, IntercomHttp> = Endpoint.make(
  "Tags.tagContacts",
  TaggingResult,
  (tagging) => Endpoint.post("/tags", { body: Endpoint.json(ContactTagging, tagging), repeatable: true })
)

/**
 * Adds a tag to several companies, or removes it from those with `untag: true`.
 *
 * `POST /tags`. Creates the tag if it does not exist. Fails with `NotFound` (`company_not_found`) if a company does not
 * exist. From 2.16 on, skips that company: look for it in `companies`.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const tagCompanies: (
  tagging: CompanyTagging
) => Effect.Effect<TaggingResult, IntercomError, IntercomHttp> = Endpoint.make(
  "Tags.tagCompanies",
  TaggingResult,
  (tagging) => companyTagging(tagging)
)

/**
 * Removes a tag from several companies.
 *
 * `POST /tags`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const untagCompanies: (
  tagging: CompanyTagging
) => Effect.Effect<TaggingResult, IntercomError, IntercomHttp> = Endpoint.make(
  "Tags.untagCompanies",
  TaggingResult,
  ({ companies, name }) =>
    companyTagging({ name, companies: companies.map((company) => ({ ...company, untag: true })) })
)

const delete_: (tagId: string) => Effect.Effect<void, IntercomError, IntercomHttp> = Endpoint.empty(
  "Tags.delete",
  (tagId) => Endpoint.del("/tags/{tag_id}", { path: { tag_id: tagId } })
)

export {
  /**
   * Deletes a tag.
   *
   * `DELETE /tags/{tag_id}`. Fails with `InvalidRequest` (`tag_has_dependent_objects`) if a segment uses it.
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

const companyTagging = (tagging: CompanyTagging): Endpoint.Request =>
  Endpoint.post("/tags", {
    body: Endpoint.json(CompanyTagging, tagging),
    repeatable: true,
    issue: tagging.companies
      .map((company, i) => exactlyOne(company, ["id", "company_id"], ["companies", i]))
      .find((issue) => issue !== undefined)
  })
