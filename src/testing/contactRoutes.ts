/**
 * The contacts API of the in-memory workspace.
 *
 * @since 1.0.0
 */
import * as HttpRouter from "@effect/platform/HttpRouter"
import type * as HttpServerError from "@effect/platform/HttpServerError"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { ContactChanges, ContactMerge } from "../models/Contact.js"
import { invalid, notFound, Refusal } from "./Refusal.js"
import { search, SearchBody, sortKey } from "./Search.js"
import * as StoredContact from "./StoredContact.js"
import * as Table from "./Table.js"
import { Tables } from "./Tables.js"

const now: Effect.Effect<number> = Effect.map(Clock.currentTimeMillis, (millis) => Math.floor(millis / 1000))

const pathParam = (name: string): Effect.Effect<string, never, HttpRouter.RouteContext> =>
  Effect.map(HttpRouter.params, (params) => params[name] ?? "")

/** The contact the path names. */
const named: Effect.Effect<StoredContact.StoredContact, Refusal, HttpRouter.RouteContext | Tables> = Effect.gen(
  function*() {
    const { contacts } = yield* Tables
    const found = yield* contacts.find(yield* pathParam("contact_id"))
    return yield* Effect.mapError(found, () => notFound("User"))
  }
)

const present: Effect.Effect<ReadonlyArray<StoredContact.WireContact>, never, Tables> = Effect.gen(function*() {
  const { contacts } = yield* Tables
  return (yield* contacts.all).filter(({ archived }) => !archived).map(({ contact }) => contact)
})

const reference = (
  { contact: { external_id, id } }: StoredContact.StoredContact,
  flag: Readonly<Record<string, boolean>>
): HttpServerResponse.HttpServerResponse => HttpServerResponse.unsafeJson({ type: "contact", id, external_id, ...flag })

const create = Effect.gen(function*() {
  const { contacts } = yield* Tables
  const changes = yield* HttpServerRequest.schemaBodyJson(ContactChanges)
  if (changes.email === undefined && changes.external_id === undefined && changes.role === undefined) {
    return yield* invalid("email, external_id or role is required")
  }
  const existing = (yield* contacts.all).find(StoredContact.isSamePerson(changes))
  if (existing !== undefined) {
    const who = existing.archived ? "An archived contact" : "A contact"
    const reason = `${who} matching those details already exists with id=${existing.id}`
    return yield* new Refusal({ status: 409, code: "conflict", reason })
  }
  const time = yield* now
  const stored = StoredContact.make(yield* contacts.nextId, time)
  const { contact } = yield* contacts.set(StoredContact.change(stored, changes, time))
  return HttpServerResponse.unsafeJson(contact)
})

const find = Effect.map(named, ({ contact }) => HttpServerResponse.unsafeJson(contact))

const findByExternalId = Effect.gen(function*() {
  const externalId = yield* pathParam("external_id")
  const found = (yield* present).find(({ external_id, role }) => external_id === externalId && role === "user")
  return found === undefined ? yield* notFound("User") : HttpServerResponse.unsafeJson(found)
})

const update = Effect.gen(function*() {
  const { contacts } = yield* Tables
  const changes = yield* HttpServerRequest.schemaBodyJson(ContactChanges)
  const { contact } = yield* contacts.set(StoredContact.change(yield* named, changes, yield* now))
  return HttpServerResponse.unsafeJson(contact)
})

const ListParams = Schema.Struct({
  per_page: Schema.optionalWith(Schema.NumberFromString.pipe(Schema.int(), Schema.between(1, 150)), {
    default: () => 10
  }),
  starting_after: Schema.optional(Schema.String)
})

const list = Effect.gen(function*() {
  const { per_page, starting_after } = yield* HttpServerRequest.schemaSearchParams(ListParams)
  return HttpServerResponse.unsafeJson(
    yield* Table.page(yield* present, { perPage: per_page, cursor: starting_after })
  )
})

const searchContacts = Effect.gen(function*() {
  const { pagination, query, sort } = yield* HttpServerRequest.schemaBodyJson(SearchBody)
  return HttpServerResponse.unsafeJson(
    yield* Table.page(yield* search(yield* present, query, StoredContact.searchable), {
      perPage: pagination?.per_page ?? 50,
      cursor: pagination?.starting_after ?? undefined,
      sortBy: sort === undefined ? undefined : sortKey(StoredContact.searchable, sort.field),
      descending: sort?.order === "descending"
    })
  )
})

const merge = Effect.gen(function*() {
  const { contacts } = yield* Tables
  const { from, into } = yield* HttpServerRequest.schemaBodyJson(ContactMerge)
  const lead = yield* Effect.mapError(yield* contacts.find(from), () => notFound("Lead"))
  const user = yield* Effect.mapError(yield* contacts.find(into), () => notFound("User"))
  if (lead.contact.role !== "lead" || user.contact.role !== "user") {
    return yield* invalid("from must be a lead, into a user")
  }
  const custom_attributes = { ...lead.contact.custom_attributes, ...user.contact.custom_attributes }
  const { contact } = yield* contacts.set(StoredContact.change(user, { custom_attributes }, yield* now))
  yield* contacts.remove(from)
  return HttpServerResponse.unsafeJson(contact)
})

const setArchived = (archived: boolean, flag: Readonly<Record<string, boolean>>) =>
  Effect.gen(function*() {
    const { contacts } = yield* Tables
    return reference(yield* contacts.set({ ...(yield* named), archived }), flag)
  })

const remove = Effect.gen(function*() {
  const { contacts } = yield* Tables
  const stored = yield* named
  yield* contacts.remove(stored.id)
  return reference(stored, { deleted: true })
})

/**
 * @since 1.0.0
 * @category constructors
 */
export const contactRoutes: HttpRouter.HttpRouter<
  HttpServerError.RequestError | ParseResult.ParseError | Refusal,
  Tables
> = HttpRouter.empty.pipe(
  HttpRouter.get("/contacts", list),
  HttpRouter.post("/contacts", create),
  HttpRouter.post("/contacts/search", searchContacts),
  HttpRouter.post("/contacts/merge", merge),
  HttpRouter.get("/contacts/find_by_external_id/:external_id", findByExternalId),
  HttpRouter.get("/contacts/:contact_id", find),
  HttpRouter.put("/contacts/:contact_id", update),
  HttpRouter.del("/contacts/:contact_id", remove),
  HttpRouter.post("/contacts/:contact_id/archive", setArchived(true, { archived: true })),
  HttpRouter.post("/contacts/:contact_id/unarchive", setArchived(false, { archived: false })),
  HttpRouter.post("/contacts/:contact_id/block", setArchived(true, { blocked: true }))
)
