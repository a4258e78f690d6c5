/** Tags, and their use on contacts and companies. */
import * as Arr from "effect/Array"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { Id } from "../../../../internal/fields.js"
import { type ContactTagging, TaggedCompanyFields, TaggedContact, TagLink, TagUpsert } from "../../../../models/Tag.js"
import type { TagSeed } from "../../../Seed.js"
import type { JsonObject } from "../kernel/Json.js"
import { type Answer, invalid, json, notFound, refuse, type Result } from "../kernel/Result.js"
import { type Call, del, type EventContext, get, type Operation, post } from "../Operation.js"
import type { ContactRow } from "../rows/Contact.js"
import type { TagRow } from "../rows/Tag.js"
import type { Tables } from "../Tables.js"
import type * as Admins from "../teammates/Admins.js"
import * as Companies from "./Companies.js"
import * as Contacts from "./Contacts.js"

export const present = ({ id, name }: TagRow): JsonObject => ({ type: "tag", id, name })

/** Finds a tag by name, whatever its case, or creates it. */
export const getOrCreate = (tables: Pick<Tables, "tags">, name: string): TagRow =>
  findByName(tables, name) ?? tables.tags.set({ id: tables.tags.nextId(), name })

const findByName = ({ tags }: Pick<Tables, "tags">, name: string): TagRow | undefined =>
  tags.rows().find((row) => row.name.toLowerCase() === name.toLowerCase())

/** Ids of tags by name, without duplicates. A tag that does not exist is created. */
export const idsByName = (tables: Pick<Tables, "tags">, names: ReadonlyArray<string> = []): ReadonlyArray<string> =>
  Array.from(new Set(names.map((name) => getOrCreate(tables, name).id)))

/** Adds a tag, unless its name or id is taken. */
export const insertSeed = (tables: Pick<Tables, "tags">, { id, name }: TagSeed): Result<TagRow> => {
  const row = findByName(tables, name)
  if (row === undefined) return Either.map(tables.tags.reserveId(id), (id) => tables.tags.set({ id, name }))
  return id === undefined || id === row.id ?
    Either.right(row) :
    refuse(409, "conflict", `the tag "${name}" has the id ${row.id}`)
}

/** The body of a request that tags an object: the tag and the admin who adds it. Ids may be numbers. */
export interface Tagging extends Admins.Actor {
  readonly id: string
}

export const Tagging: Schema.Schema<Tagging> = Schema.suspend(() => Schema.Struct({ id: Id, admin_id: Id }))

export const withId = (ids: ReadonlyArray<string>, id: string): ReadonlyArray<string> =>
  ids.includes(id) ? ids : [...ids, id]

export const withoutId = (ids: ReadonlyArray<string>, id: string): ReadonlyArray<string> =>
  ids.filter((other) => other !== id)

const list = ({ tables }: Call): Result => Either.right(json({ type: "list", data: tables.tags.rows().map(present) }))

const find = ({ path, tables }: Call<"tag_id">): Result =>
  Either.map(tables.tags.find(path("tag_id")), (row) => json(present(row)))

// Not a union: a body with an invalid list must not be read as one that only names a tag.
const TagBody = Schema.suspend(() =>
  Schema.extend(
    TagUpsert,
    Schema.Struct({
      users: Schema.optional(Schema.Array(TaggedContact)),
      companies: Schema.optional(Schema.Array(TaggedCompanyFields))
    })
  )
)

type TagBody = typeof TagBody.Type

const save = (call: Call<never, TagBody>): Result => {
  const { body: { companies, id, name, users }, tables } = call
  if (users !== undefined) return tagContacts(call, { name, users })
  if (companies !== undefined) return tagCompanies(call, { name, companies })
  if (id === undefined) return Either.right(json(present(getOrCreate(tables, name))))
  return Either.flatMap(tables.tags.find(id), (row) =>
    (findByName(tables, name) ?? row).id === id ?
      Either.right(json(present(tables.tags.set({ ...row, name })))) :
      invalid("Another tag has this name", "name"))
}

const tagContacts = (call: Call<never, TagBody>, { name, users }: ContactTagging): Result =>
  Either.map(foundOf(call, users.map(({ id }) => call.tables.contacts.find(id))), (rows) => {
    const tag = getOrCreate(call.tables, name)
    rows.forEach((row) => tagContact(call, row, tag))
    return presentTagging(call, tag, { users: rows.map(({ id }) => ({ id, tagged: true })) })
  })

const tagCompanies = (
  call: Call<never, TagBody>,
  { companies, name }: { readonly companies: ReadonlyArray<TaggedCompanyFields>; readonly name: string }
): Result => {
  const { tables } = call
  const taggings = companies.map(({ company_id, id, untag = false }) =>
    Either.map(
      id === undefined ? Companies.byCompanyId(tables, company_id ?? "") : tables.companies.find(id),
      (row) => ({ row, untag })
    )
  )
  return Either.map(foundOf(call, taggings), (taggings) => {
    const tag = getOrCreate(tables, name)
    for (const { row, untag } of taggings) {
      tables.companies.set({ ...row, tagIds: (untag ? withoutId : withId)(row.tagIds, tag.id) })
    }
    return presentTagging(call, tag, { companies: taggings.map(({ row: { id }, untag }) => ({ id, tagged: !untag })) })
  })
}

/** What to tag. Until 2.15, the first that does not exist is an error. Later versions skip it. */
const foundOf = <A>({ version }: Call<never, TagBody>, results: ReadonlyArray<Result<A>>): Result<ReadonlyArray<A>> =>
  version === "2.15" ? Either.all(results) : Either.right(Arr.getRights(results))

const presentTagging = ({ version }: Call<never, TagBody>, tag: TagRow, tagged: JsonObject): Answer =>
  json(version === "2.15" ? present(tag) : { ...present(tag), users: [], companies: [], ...tagged })

const tagContact = ({ notify, now, tables }: EventContext, before: ContactRow, tag: TagRow): void => {
  if (before.tagIds.includes(tag.id)) return
  const row = tables.contacts.set({ ...before, tagIds: withId(before.tagIds, tag.id) })
  notify(`contact.${row.fields.role}.tag.created`, contactTag(tables, row, tag, now))
}

const contactTag = (tables: Pick<Tables, "notes">, row: ContactRow, tag: TagRow, now: number) => ({
  type: "contact_tag",
  created_at: now,
  tag: present(tag),
  contact: Contacts.presentInWebhook(tables, row)
})

const ofContact = (call: Call<"contact_id">): Result =>
  Either.map(Contacts.byPath(call), ({ tagIds }) => {
    const rows = tagIds.flatMap((id) => call.tables.tags.get(id) ?? [])
    return json({ type: "list", data: rows.map(present) })
  })

const attach = (call: Call<"contact_id", TagLink>): Result =>
  Either.gen(function*() {
    const row = yield* Contacts.byPath(call)
    const tag = yield* call.tables.tags.find(call.body.tag_id)
    tagContact(call, row, tag)
    return json(present(tag))
  })

const detach = (call: Call<"contact_id" | "tag_id">): Result =>
  Either.gen(function*() {
    const { notify, now, path, tables } = call
    const before = yield* Contacts.byPath(call)
    const tag = yield* tables.tags.find(path("tag_id"))
    if (!before.tagIds.includes(tag.id)) return yield* notFound("Resource", "tag_not_found")
    const row = tables.contacts.set({ ...before, tagIds: withoutId(before.tagIds, tag.id) })
    notify(`contact.${row.fields.role}.tag.deleted`, contactTag(tables, row, tag, now))
    return json(present(tag))
  })

export const operations: ReadonlyArray<Operation> = [
  get("/tags", list),
  post("/tags", TagBody, save),
  get("/tags/{tag_id}", find),
  get("/contacts/{contact_id}/tags", ofContact),
  post("/contacts/{contact_id}/tags", TagLink, attach),
  del("/contacts/{contact_id}/tags/{tag_id}", detach)
]
