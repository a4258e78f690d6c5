/**
 * Visitors in the in-memory workspace: people who are not known yet.
 *
 * @since 1.0.0
 */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { Id, nullishId, nullishRecord, nullishString } from "../../internal/fields.js"
import type { ContactChanges } from "../../models/Contact.js"
import * as Contacts from "./Contacts.js"
import { type Call, get, json, type Operation, post, put, type Result } from "./Operation.js"
import { invalid, notFound, type Refusal, refuse } from "./Refusal.js"
import { claim } from "./Rows.js"
import type { State } from "./State.js"

/**
 * @since 1.0.0
 * @category models
 */
export interface VisitorRow {
  readonly id: string
  /** What the Messenger made up to know them by. */
  readonly user_id: string
  readonly email: string | null
  readonly phone: string | null
  readonly name: string | null
  readonly pseudonym: string | null
  readonly custom_attributes: Readonly<Record<string, unknown>>
  readonly created_at: number
  readonly updated_at: number
}

/**
 * The visitor as an answer has it.
 *
 * @since 1.0.0
 * @category combinators
 */
export const present = ({ workspaceId }: State, row: VisitorRow): Readonly<Record<string, unknown>> => ({
  type: "visitor",
  ...row,
  email: row.email ?? "",
  anonymous: true,
  avatar: { type: "avatar", image_url: null },
  app_id: workspaceId,
  companies: { type: "company.list", companies: [] },
  location_data: {},
  last_request_at: null,
  remote_created_at: row.created_at,
  signed_up_at: row.created_at,
  session_count: 0,
  social_profiles: { type: "social_profile.list", social_profiles: [] },
  owner_id: null,
  unsubscribed_from_emails: false,
  marked_email_as_spam: false,
  has_hard_bounced: false,
  tags: { type: "tag.list", tags: [] },
  segments: { type: "segment.list", segments: [] },
  referrer: null,
  utm_campaign: null,
  utm_content: null,
  utm_medium: null,
  utm_source: null,
  utm_term: null,
  do_not_track: null
})

/**
 * A visitor to start with: no call makes one.
 *
 * @since 1.0.0
 * @category models
 */
export interface VisitorSeed {
  /** Default: the next one. */
  readonly id?: string | undefined
  /** What the Messenger made up to know them by. */
  readonly user_id: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly name?: string | undefined
  /** What teammates see while there is no name: `Violet Suitcase`. */
  readonly pseudonym?: string | undefined
  readonly custom_attributes?: Readonly<Record<string, unknown>> | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
}

/**
 * Adds a visitor. `now` is Unix time in seconds.
 *
 * @since 1.0.0
 * @category combinators
 */
export const plant = (state: State, seed: VisitorSeed, now: number): Either.Either<VisitorRow, Refusal> => {
  const { created_at = now, user_id } = seed
  if (identified(state, { user_id }) !== undefined) {
    return refuse(409, "conflict", "two visitors have the same user_id")
  }
  return Either.map(claim(state.visitors, seed.id), (id) =>
    state.visitors.set({
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

interface Identity {
  readonly id?: string | null | undefined
  readonly user_id?: string | null | undefined
  readonly email?: string | null | undefined
}

const Identity: Schema.Schema<Identity> = Schema.suspend(() =>
  Schema.Struct({ id: nullishId, user_id: nullishId, email: nullishId })
)

const identified = ({ visitors }: State, { email, id, user_id }: Identity): VisitorRow | undefined => {
  if (Predicate.isNotNullable(id)) return visitors.get(id)
  return Predicate.isNotNullable(user_id) ?
    visitors.rows().find((row) => row.user_id === user_id) :
    visitors.rows().find((row) => Predicate.isNotNullable(email) && row.email === email)
}

const byIdentity = (state: State, identity: Identity): Either.Either<VisitorRow, Refusal> => {
  const row = identified(state, identity)
  return row === undefined ? notFound("Visitor") : Either.right(row)
}

const find = ({ query: { user_id }, state }: Call): Result =>
  user_id === undefined ?
    refuse(400, "parameter_not_found", "is missing", "user_id") :
    Either.map(byIdentity(state, { user_id }), (row) => json(present(state, row)))

interface Changes extends Pick<Identity, "id" | "user_id"> {
  readonly name?: string | null | undefined
  readonly custom_attributes?: Readonly<Record<string, unknown>> | null | undefined
}

const Changes: Schema.Schema<Changes> = Schema.suspend(() =>
  Schema.Struct({ id: nullishId, user_id: nullishId, name: nullishString, custom_attributes: nullishRecord })
)

const update = ({ body, now, state }: Call<never, Changes>): Result =>
  Either.map(byIdentity(state, { id: body.id, user_id: body.user_id }), (row) =>
    json(present(
      state,
      state.visitors.set({
        ...row,
        name: body.name === undefined ? row.name : body.name,
        custom_attributes: { ...row.custom_attributes, ...body.custom_attributes },
        updated_at: now
      })
    )))

interface Conversion {
  readonly type: string
  readonly visitor: Identity
  readonly user: Identity
}

const Conversion: Schema.Schema<Conversion> = Schema.suspend(() =>
  Schema.Struct({ type: Id, visitor: Identity, user: Identity })
)

const convert = (call: Call<never, Conversion>): Result =>
  Either.gen(function*() {
    const { body: { type, user, visitor }, notify, state } = call
    if (type !== "user" && type !== "lead") return yield* invalid("A visitor becomes a user or a lead", "type")
    const row = yield* byIdentity(state, visitor)
    const known = yield* contactOf(state, type, user)
    const contact = yield* known === undefined ? become(call, row) : merge(call, row, known)
    state.visitors.remove(row.id)
    const topic = type === "user" ?
      "visitor.signed_up" :
      known === undefined ?
      "contact.lead.created" :
      "contact.lead.updated"
    notify(topic, Contacts.notified(state, contact))
    return json(Contacts.present(state, contact))
  })

const contactOf = (
  state: State,
  role: string,
  { email, id, user_id }: Identity
): Either.Either<Contacts.ContactRow | undefined, Refusal> => {
  if (Predicate.isNotNullable(id)) return Contacts.byId(state, id)
  if (Predicate.isNullable(user_id) && Predicate.isNullable(email)) {
    return refuse(400, "parameter_not_found", "id, user_id or email is missing", "user")
  }
  const rows = Predicate.isNullable(user_id) ?
    Contacts.byEmail(state, email ?? "") :
    [Contacts.byExternalId(state, user_id)]
  return Either.right(rows.find((row) => row?.archived === false && row.fields.role === role))
}

/** The visitor is the contact from now on. */
const become = (
  { body: { type, user }, now, state }: Call<never, Conversion>,
  { created_at, custom_attributes, id, name, phone, ...visitor }: VisitorRow
): Either.Either<Contacts.ContactRow, Refusal> => {
  const email = user.email ?? visitor.email
  const changes: ContactChanges = {
    role: type === "lead" ? "lead" : "user",
    custom_attributes,
    ...(email === null ? {} : { email }),
    ...(Predicate.isNullable(user.user_id) ? {} : { external_id: user.user_id })
  }
  const signed_up_at = type === "user" ? created_at : null
  return Either.map(
    Contacts.add(state, changes, now, id),
    (row) => state.contacts.set({ ...row, fields: { ...row.fields, name, phone, created_at, signed_up_at } })
  )
}

/** What the contact has stays as it is. */
const merge = (
  { now, state }: Call<never, Conversion>,
  { custom_attributes, name, phone }: VisitorRow,
  { fields, ...contact }: Contacts.ContactRow
): Either.Either<Contacts.ContactRow, Refusal> =>
  Either.map(
    Contacts.change(
      state,
      { ...contact, fields: { ...fields, name: fields.name ?? name, phone: fields.phone ?? phone } },
      { custom_attributes: { ...custom_attributes, ...fields.custom_attributes } },
      now
    ),
    state.contacts.set
  )

/**
 * @since 1.0.0
 * @category constructors
 */
export const operations: ReadonlyArray<Operation> = [
  get("/visitors", find),
  put("/visitors", Changes, update),
  post("/visitors/convert", Conversion, convert)
]
