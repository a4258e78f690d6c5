/**
 * Tags in the in-memory workspace, and on which contacts and companies they are.
 *
 * @since 1.0.0
 */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { type CompanyTagging, type ContactTagging, TagUpsert, TaggedCompany, TagLink } from "../../models/Tag.js"
import * as Companies from "./Companies.js"
import * as Contacts from "./Contacts.js"
import { type Call, del, empty, get, json, type Operation, post, type Result } from "./Operation.js"
import { notFound, type Refusal } from "./Refusal.js"
import type { State } from "./State.js"

/**
 * @since 1.0.0
 * @category models
 */
export interface TagRow {
  readonly id: string
  readonly name: string
}

/**
 * The tag as an answer has it.
 *
 * @since 1.0.0
 * @category combinators
 */
export const present = ({ id, name }: TagRow): Readonly<Record<string, unknown>> => ({ type: "tag", id, name })

/**
 * The tag of an id.
 *
 * @since 1.0.0
 * @category combinators
 */
export const byId = ({ tags }: State, id: string): Either.Either<TagRow, Refusal> => {
  const row = tags.get(id)
  return row === undefined ? notFound("Resource", "tag_not_found") : Either.right(row)
}

/**
 * The tag of a name, in whichever case; where there is none it is made.
 *
 * @since 1.0.0
 * @category combinators
 */
export const byName = ({ tags }: State, name: string, id?: string): TagRow =>
  tags.rows().find((row) => row.name.toLowerCase() === name.toLowerCase()) ??
    tags.set({ id: id ?? tags.nextId(), name })

/**
 * A tag to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface TagSeed {
  readonly id?: string | undefined
  readonly name: string
}

/**
 * The ids with one more.
 *
 * @since 1.0.0
 * @category combinators
 */
export const withId = (ids: ReadonlyArray<string>, id: string): ReadonlyArray<string> =>
  ids.includes(id) ? ids : [...ids, id]

/**
 * The ids with one less.
 *
 * @since 1.0.0
 * @category combinators
 */
export const withoutId = (ids: ReadonlyArray<string>, id: string): ReadonlyArray<string> =>
  ids.filter((other) => other !== id)

const list = ({ state }: Call): Result => Either.right(json({ type: "list", data: state.tags.rows().map(present) }))

const find = ({ path, state }: Call<"tag_id">): Result =>
  Either.map(byId(state, path("tag_id")), (row) => json(present(row)))

const remove = ({ path, state }: Call<"tag_id">): Result =>
  Either.map(byId(state, path("tag_id")), ({ id }) => {
    state.tags.remove(id)
    return empty(200)
  })

interface TagBody extends TagUpsert {
  readonly users?: ReadonlyArray<TagLink> | undefined
  readonly companies?: ReadonlyArray<TaggedCompany> | undefined
}

// Not a union: a list that is wrong must not leave a tag that is merely named.
const TagBody: Schema.Schema<TagBody> = Schema.suspend(() =>
  Schema.extend(
    TagUpsert,
    Schema.Struct({
      users: Schema.optional(Schema.Array(TagLink)),
      companies: Schema.optional(Schema.Array(TaggedCompany))
    })
  )
)

const save = (call: Call<never, TagBody>): Result => {
  const { body: { companies, id, name, users }, state } = call
  if (users !== undefined) return tagContacts(call, { name, users })
  if (companies !== undefined) return tagCompanies(state, { name, companies })
  if (id === undefined) return Either.right(json(present(byName(state, name))))
  return Either.map(byId(state, id), (row) => json(present(state.tags.set({ ...row, name }))))
}

const tagContacts = (call: Call<never, TagBody>, { name, users }: ContactTagging): Result =>
  Either.map(Either.all(users.map(({ id }) => Contacts.byId(call.state, id))), (rows) => {
    const tag = byName(call.state, name)
    rows.forEach((row) => tagContact(call, row, tag))
    return json(present(tag))
  })

const tagCompanies = (state: State, { companies, name }: CompanyTagging): Result =>
  Either.map(
    Either.all(companies.map(({ company_id, id, untag = false }) =>
      Either.map(
        id === undefined ? Companies.byCompanyId(state, company_id ?? "") : Companies.byId(state, id),
        (row) => ({ row, untag })
      )
    )),
    (taggings) => {
      const tag = byName(state, name)
      for (const { row, untag } of taggings) {
        state.companies.set({ ...row, tagIds: (untag ? withoutId : withId)(row.tagIds, tag.id) })
      }
      return json(present(tag))
    }
  )

const tagContact = (
  { notify, now, state }: Pick<Call, "notify" | "now" | "state">,
  before: Contacts.ContactRow,
  tag: TagRow
): void => {
  if (before.tagIds.includes(tag.id)) return
  const row = state.contacts.set({ ...before, tagIds: withId(before.tagIds, tag.id) })
  notify(`contact.${row.fields.role}.tag.created`, contactTag(state, row, tag, now))
}

const contactTag = (state: State, row: Contacts.ContactRow, tag: TagRow, now: number) => ({
  type: "contact_tag",
  created_at: now,
  tag: present(tag),
  contact: Contacts.notified(state, row)
})

const ofContact = (call: Call<"contact_id">): Result =>
  Either.map(Contacts.named(call), ({ tagIds }) => {
    const rows = tagIds.flatMap((id) => call.state.tags.get(id) ?? [])
    return json({ type: "list", data: rows.map(present) })
  })

const attach = (call: Call<"contact_id", TagLink>): Result =>
  Either.gen(function*() {
    const row = yield* Contacts.named(call)
    const tag = yield* byId(call.state, call.body.id)
    tagContact(call, row, tag)
    return json(present(tag))
  })

const detach = (call: Call<"contact_id" | "tag_id">): Result =>
  Either.gen(function*() {
    const { notify, now, path, state } = call
    const before = yield* Contacts.named(call)
    const tag = yield* byId(state, path("tag_id"))
    if (!before.tagIds.includes(tag.id)) return yield* notFound("Resource", "tag_not_found")
    const row = state.contacts.set({ ...before, tagIds: withoutId(before.tagIds, tag.id) })
    notify(`contact.${row.fields.role}.tag.deleted`, contactTag(state, row, tag, now))
    return json(present(tag))
  })

/**
 * @since 1.0.0
 * @category constructors
 */
export const operations: ReadonlyArray<Operation> = [
  get("/tags", list),
  post("/tags", TagBody, save),
  get("/tags/{tag_id}", find),
  del("/tags/{tag_id}", remove),
  get("/contacts/{contact_id}/tags", ofContact),
  post("/contacts/{contact_id}/tags", TagLink, attach),
  del("/contacts/{contact_id}/tags/{tag_id}", detach)
]
