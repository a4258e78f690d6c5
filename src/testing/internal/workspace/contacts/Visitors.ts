/** Visitors: people who have not identified themselves. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { Id, nullishId, nullishRecord, nullishString } from "../../../../internal/fields.js"
import type { ContactChanges } from "../../../../models/Contact.js"
import { Visitor } from "../../../../models/Visitor.js"
import type { VisitorSeed } from "../../../Seed.js"
import { type JsonObject, nulls } from "../kernel/Json.js"
import { found, invalid, json, notFound, refuse, type Result } from "../kernel/Result.js"
import { type Call, get, type Operation, post, put } from "../Operation.js"
import type { ContactRow } from "../rows/Contact.js"
import type { VisitorRow } from "../rows/Visitor.js"
import type { Tables } from "../Tables.js"
import * as Contacts from "./Contacts.js"

export const present = ({ workspaceId }: Pick<Tables, "workspaceId">, row: VisitorRow): JsonObject => ({
  ...nulls(Visitor),
  // A slip of Intercom's description.
  las_request_at: undefined,
  type: "visitor",
  ...row,
  email: row.email ?? "",
  anonymous: true,
  avatar: { type: "avatar", image_url: null },
  app_id: workspaceId,
  companies: { type: "company.list", companies: [] },
  location_data: {},
  remote_created_at: row.created_at,
  signed_up_at: row.created_at,
  session_count: 0,
  social_profiles: { type: "social_profile.list", social_profiles: [] },
  unsubscribed_from_emails: false,
  marked_email_as_spam: false,
  has_hard_bounced: false,
  tags: { type: "tag.list", tags: [] },
  segments: { type: "segment.list", segments: [] }
})

/** Adds a visitor. `now` is Unix time in seconds. */
export const insertSeed = (tables: Pick<Tables, "visitors">, seed: VisitorSeed, now: number): Result<VisitorRow> => {
  const { created_at = now, user_id } = seed
  if (lookup(tables, { user_id }) !== undefined) {
    return refuse(409, "conflict", "two visitors have the same user_id")
  }
  return Either.map(tables.visitors.reserveId(seed.id), (id) =>
    tables.visitors.set({
      id,
      user_id,
      email: seed.email ?? null,
      phone: seed.phone ?? null,
      name: seed.name ?? null,
      pseudonym: seed.pseudonym ?? null,
      custom_attributes: seed.custom_attributes ?? {},
      created_at,
      updated_at: created_at
    }))
}

const Identity = Schema.suspend(() => Schema.Struct({ id: nullishId, user_id: nullishId, email: nullishId }))

type Identity = typeof Identity.Type

const lookup = ({ visitors }: Pick<Tables, "visitors">, { email, id, user_id }: Identity): VisitorRow | undefined => {
  if (Predicate.isNotNullable(id)) return visitors.get(id)
  return Predicate.isNotNullable(user_id) ?
    visitors.rows().find((row) => row.user_id === user_id) :
    visitors.rows().find((row) => Predicate.isNotNullable(email) && row.email === email)
}

const byIdentity = (tables: Pick<Tables, "visitors">, identity: Identity): Result<VisitorRow> =>
  found(lookup(tables, identity), () => notFound("Visitor"))

const find = ({ query: { user_id }, tables }: Call): Result =>
  user_id === undefined ?
    refuse(400, "parameter_not_found", "is missing", "user_id") :
    Either.map(byIdentity(tables, { user_id }), (row) => json(present(tables, row)))

const Changes = Schema.suspend(() =>
  Schema.Struct({ id: nullishId, user_id: nullishId, name: nullishString, custom_attributes: nullishRecord })
)

type Changes = typeof Changes.Type

const update = ({ body, now, tables }: Call<never, Changes>): Result =>
  Either.map(byIdentity(tables, { id: body.id, user_id: body.user_id }), (row) =>
    json(present(
      tables,
      tables.visitors.set({
        ...row,
        name: body.name === undefined ? row.name : body.name,
        custom_attributes: { ...row.custom_attributes, ...body.custom_attributes },
        updated_at: now
      })
    )))

const Conversion = Schema.suspend(() => Schema.Struct({ type: Id, visitor: Identity, user: Identity }))

type Conversion = typeof Conversion.Type

const convert = (call: Call<never, Conversion>): Result =>
  Either.gen(function*() {
    const { body: { type, user, visitor }, notify, tables } = call
    if (type !== "user" && type !== "lead") return yield* invalid("A visitor becomes a user or a lead", "type")
    const row = yield* byIdentity(tables, visitor)
    const known = yield* contactOf(tables, type, user)
    const contact = yield* known === undefined ? createContact(call, row) : mergeInto(call, row, known)
    tables.visitors.remove(row.id)
    const topic = type === "user" ?
      "visitor.signed_up" :
      known === undefined ?
      "contact.lead.created" :
      "contact.lead.updated"
    notify(topic, Contacts.presentInWebhook(tables, contact))
    return json(Contacts.present(tables, contact))
  })

const contactOf = (
  tables: Pick<Tables, "contacts">,
  role: string,
  { email, id, user_id }: Identity
): Result<ContactRow | undefined> => {
  if (Predicate.isNotNullable(id)) return tables.contacts.find(id)
  if (Predicate.isNullable(user_id) && Predicate.isNullable(email)) {
    return refuse(400, "parameter_not_found", "id, user_id or email is missing", "user")
  }
  const rows = Predicate.isNullable(user_id) ?
    Contacts.byEmail(tables, email ?? "") :
    [Contacts.byExternalId(tables, user_id)]
  return Either.right(rows.find((row) => row?.archived === false && row.fields.role === role))
}

/** Turns the visitor into a new contact. */
const createContact = (
  { body: { type, user }, now, tables }: Call<never, Conversion>,
  { created_at, custom_attributes, id, name, phone, ...visitor }: VisitorRow
): Result<ContactRow> => {
  const email = user.email ?? visitor.email
  const changes: ContactChanges = {
    role: type === "lead" ? "lead" : "user",
    custom_attributes,
    ...(email === null ? {} : { email }),
    ...(Predicate.isNullable(user.user_id) ? {} : { external_id: user.user_id })
  }
  const signed_up_at = type === "user" ? created_at : null
  return Either.map(
    Contacts.add(tables, changes, now, id),
    (row) => tables.contacts.set({ ...row, fields: { ...row.fields, name, phone, created_at, signed_up_at } })
  )
}

/** Values of the contact take precedence. */
const mergeInto = (
  { now, tables }: Call<never, Conversion>,
  { custom_attributes, name, phone }: VisitorRow,
  { fields, ...contact }: ContactRow
): Result<ContactRow> =>
  Either.map(
    Contacts.change(
      tables,
      { ...contact, fields: { ...fields, name: fields.name ?? name, phone: fields.phone ?? phone } },
      { custom_attributes: { ...custom_attributes, ...fields.custom_attributes } },
      now
    ),
    tables.contacts.set
  )

export const operations: ReadonlyArray<Operation> = [
  get("/visitors", find),
  put("/visitors", Changes, update),
  post("/visitors/convert", Conversion, convert)
]
