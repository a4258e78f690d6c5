/**
 * Tags in the in-memory workspace, and on which contacts and companies they are.
 *
 * @since 1.0.0
 */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { Id } from "../../internal/fields.js"
import { type ContactTagging, TaggedCompanyFields, TaggedContact, TagLink, TagUpsert } from "../../models/Tag.js"
import type * as Admins from "./Admins.js"
import * as Companies from "./Companies.js"
import * as Contacts from "./Contacts.js"
import { type Call, del, empty, get, json, type Occasion, type Operation, post, type Result } from "./Operation.js"
import { invalid, notFound, type Refusal, refuse } from "./Refusal.js"
import { claim } from "./Rows.js"
import type { State } from "./State.js"
import type { Row, Table } from "./Table.js"

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
export const byName = (state: State, name: string): TagRow =>
  called(state, name) ?? state.tags.set({ id: state.tags.nextId(), name })

const called = ({ tags }: State, name: string): TagRow | undefined =>
  tags.rows().find((row) => row.name.toLowerCase() === name.toLowerCase())

/**
 * The ids of tags, by their names: none twice. Those there are not are made.
 *
 * @since 1.0.0
 * @category combinators
 */
export const idsOf = (state: State, names: ReadonlyArray<string> = []): ReadonlyArray<string> =>
  Array.from(new Set(names.map((name) => byName(state, name).id)))

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
 * Adds a tag, unless another one has its name or its id.
 *
 * @since 1.0.0
 * @category combinators
 */
export const plant = (state: State, { id, name }: TagSeed): Either.Either<TagRow, Refusal> => {
  const row = called(state, name)
  if (row === undefined) return Either.map(claim(state.tags, id), (id) => state.tags.set({ id, name }))
  return id === undefined || id === row.id ?
    Either.right(row) :
    refuse(409, "conflict", `the tag "${name}" has the id ${row.id}`)
}

/**
 * A tag to be put on something, and the admin who does it. Ids may be numbers.
 *
 * @since 1.0.0
 * @category models
 */
export interface Tagging extends Admins.Actor {
  readonly id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Tagging: Schema.Schema<Tagging> = Schema.suspend(() => Schema.Struct({ id: Id, admin_id: Id }))

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
    const { articles, companies, contacts, conversations, tags, tickets } = state
    tags.remove(id)
    takeOff(articles, id)
    takeOff(companies, id)
    takeOff(contacts, id)
    takeOff(tickets, id)
    for (const row of conversations.rows()) {
      const left = row.tags.filter((tag) => tag.id !== id)
      if (left.length < row.tags.length) conversations.set({ ...row, tags: left })
    }
    return empty(200)
  })

const takeOff = <A extends Row & { readonly tagIds: ReadonlyArray<string> }>(table: Table<A>, id: string): void => {
  for (const row of table.rows()) {
    if (row.tagIds.includes(id)) table.set({ ...row, tagIds: withoutId(row.tagIds, id) })
  }
}

interface TagBody extends TagUpsert {
  readonly users?: ReadonlyArray<TaggedContact> | undefined
  readonly companies?: ReadonlyArray<TaggedCompanyFields> | undefined
}

// Not a union: a list that is wrong must not leave a tag that is merely named.
const TagBody: Schema.Schema<TagBody> = Schema.suspend(() =>
  Schema.extend(
    TagUpsert,
    Schema.Struct({
      users: Schema.optional(Schema.Array(TaggedContact)),
      companies: Schema.optional(Schema.Array(TaggedCompanyFields))
    })
  )
)

const save = (call: Call<never, TagBody>): Result => {
  const { body: { companies, id, name, users }, state } = call
  if (users !== undefined) return tagContacts(call, { name, users })
  if (companies !== undefined) return tagCompanies(state, name, companies)
  if (id === undefined) return Either.right(json(present(byName(state, name))))
  return Either.flatMap(byId(state, id), (row) =>
    (called(state, name) ?? row).id === id ?
      Either.right(json(present(state.tags.set({ ...row, name })))) :
      invalid("Another tag has this name", "name"))
}

const tagContacts = (call: Call<never, TagBody>, { name, users }: ContactTagging): Result =>
  Either.map(Either.all(users.map(({ id }) => Contacts.byId(call.state, id))), (rows) => {
    const tag = byName(call.state, name)
    rows.forEach((row) => tagContact(call, row, tag))
    return json(present(tag))
  })

const tagCompanies = (state: State, name: string, companies: ReadonlyArray<TaggedCompanyFields>): Result =>
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
  { notify, now, state }: Occasion,
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
    const tag = yield* byId(call.state, call.body.tag_id)
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
