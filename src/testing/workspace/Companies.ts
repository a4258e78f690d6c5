/**
 * Companies in the in-memory workspace, and which contacts belong to them.
 *
 * @since 1.0.0
 */
import * as Either from "effect/Either"
import { identity } from "effect/Function"
import * as Schema from "effect/Schema"
import { type CompanyChanges, CompanyLink, CompanyUpsert } from "../../models/Company.js"
import * as Contacts from "./Contacts.js"
import { withIsoTimes } from "./Notifications.js"
import { type Answer, type Call, del, get, json, Nothing, type Operation, post, put, type Result } from "./Operation.js"
import { byCursor, byNumber, type Page } from "./Pages.js"
import { notFound, type Refusal, refuse } from "./Refusal.js"
import { missing } from "./Rows.js"
import type { State } from "./State.js"

/**
 * @since 1.0.0
 * @category models
 */
export interface CompanyRow {
  readonly id: string
  readonly company_id: string
  readonly name: string | undefined
  readonly website: string | undefined
  readonly industry: string | undefined
  readonly size: number | undefined
  readonly plan: string | undefined
  readonly monthly_spend: number
  readonly remote_created_at: number
  readonly created_at: number
  readonly updated_at: number
  readonly custom_attributes: Readonly<Record<string, unknown>>
  readonly tagIds: ReadonlyArray<string>
}

/**
 * A scroll through all companies: there is one at a time.
 *
 * @since 1.0.0
 * @category models
 */
export interface Scroll {
  readonly param: string
  /** Where the last company it has given stands in the table: others may be gone since. */
  readonly after: number
  /** When it was asked last. Unix time in seconds. */
  readonly usedAt: number
}

/**
 * The company as an answer has it.
 *
 * @since 1.0.0
 * @category combinators
 */
export const present = (state: State, row: CompanyRow): Readonly<Record<string, unknown>> => {
  const { plan, tagIds, ...fields } = row
  return {
    type: "company",
    ...fields,
    app_id: state.workspaceId,
    session_count: 0,
    user_count: Contacts.ofCompany(state, row.id).length,
    plan: plan === undefined ? {} : { type: "plan", id: plan, name: plan },
    tags: {
      type: "tag.list",
      tags: tagIds.flatMap((id) => state.tags.get(id) ?? []).map(({ id, name }) => ({ type: "tag", id, name }))
    },
    segments: {
      type: "segment.list",
      segments: state.segments.allByKey(row.id).map(({ id }) => ({ type: "segment", id }))
    }
  }
}

/**
 * The company as a webhook has it.
 *
 * @since 1.0.0
 * @category combinators
 */
export const notified = (state: State, row: CompanyRow): Readonly<Record<string, unknown>> =>
  withIsoTimes(present(state, row))

/**
 * The company of Intercom's id.
 *
 * @since 1.0.0
 * @category combinators
 */
export const byId = ({ companies }: State, id: string): Either.Either<CompanyRow, Refusal> => {
  const row = companies.get(id)
  return row === undefined ? notFound("Company", "company_not_found") : Either.right(row)
}

const byPath = ({ path, state }: Call<"company_id">): Either.Either<CompanyRow, Refusal> =>
  byId(state, path("company_id"))

const change = (
  row: CompanyRow,
  { custom_attributes, monthly_spend = row.monthly_spend, ...changes }: CompanyChanges,
  now: number
): CompanyRow => ({
  ...row,
  ...changes,
  monthly_spend,
  custom_attributes: { ...row.custom_attributes, ...custom_attributes },
  updated_at: now
})

// Not the model's: a fraction of `monthly_spend` is cut off here, not refused.
const Changes: Schema.Schema<CompanyChanges> = Schema.suspend(() =>
  Schema.extend(
    CompanyUpsert.pipe(Schema.omit("company_id", "monthly_spend", "remote_created_at")),
    Schema.Struct({ monthly_spend: Schema.optional(MonthlySpend) })
  )
)

const Upsert: Schema.Schema<CompanyUpsert> = Schema.suspend(() =>
  Schema.extend(CompanyUpsert.pipe(Schema.pick("company_id", "remote_created_at")), Changes)
)

const MonthlySpend: Schema.Schema<number> = Schema.suspend(() =>
  Schema.transform(Schema.Number, Schema.Int.pipe(Schema.lessThanOrEqualTo(2_147_483_647)), {
    decode: Math.trunc,
    encode: identity
  })
)

/**
 * Adds a company, or changes the one that has its `company_id`.
 *
 * @since 1.0.0
 * @category combinators
 */
export const save = (
  { companies }: State,
  { company_id, remote_created_at, ...changes }: CompanyUpsert,
  now: number
): CompanyRow => {
  const row = companies.byKey(company_id) ?? blank(companies.nextId(), company_id, now)
  return companies.set({
    ...change(row, changes, now),
    remote_created_at: remote_created_at ?? row.remote_created_at
  })
}

const blank = (id: string, company_id: string, now: number): CompanyRow => ({
  id,
  company_id,
  name: undefined,
  website: undefined,
  industry: undefined,
  size: undefined,
  plan: undefined,
  monthly_spend: 0,
  remote_created_at: now,
  created_at: now,
  updated_at: now,
  custom_attributes: {},
  tagIds: []
})

/**
 * A company to start with.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanySeed extends CompanyUpsert {
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  /** Names of tags; those there are not are made. */
  readonly tags?: ReadonlyArray<string> | undefined
}

/**
 * The company of your own id.
 *
 * @since 1.0.0
 * @category combinators
 */
export const byCompanyId = ({ companies }: State, companyId: string): Either.Either<CompanyRow, Refusal> => {
  const row = companies.byKey(companyId)
  return row === undefined ? notFound("Company", "company_not_found") : Either.right(row)
}

/**
 * The company a seed names, by your own id.
 *
 * @since 1.0.0
 * @category combinators
 */
export const named = (state: State, companyId: string): Either.Either<CompanyRow, Refusal> =>
  Either.orElse(byCompanyId(state, companyId), () => missing("company", companyId))

const upsert = ({ body, notify, now, state }: Call<never, CompanyUpsert>): Result => {
  const count = state.companies.rows().length
  const row = save(state, body, now)
  notify(state.companies.rows().length > count ? "company.created" : "company.updated", notified(state, row))
  return Either.right(json(present(state, row)))
}

const find = (call: Call<"company_id">): Result => Either.map(byPath(call), (row) => json(present(call.state, row)))

const update = (call: Call<"company_id", CompanyChanges>): Result =>
  Either.map(byPath(call), (before) => {
    const { body, notify, now, state } = call
    const row = state.companies.set(change(before, body, now))
    notify("company.updated", notified(state, row))
    return json(present(state, row))
  })

const remove = (call: Call<"company_id">): Result =>
  Either.map(byPath(call), (row) => {
    const { notify, state } = call
    Contacts.ofCompany(state, row.id).forEach((contact) => state.contacts.set(without(contact, row)))
    state.companies.remove(row.id)
    notify("company.deleted", { type: "company", id: row.id, company_id: row.company_id })
    return json({ id: row.id, object: "company", deleted: true })
  })

const limits = { perPage: 15, maxPerPage: 60 }

const listed = (state: State) => ({ pages, rows, total_count }: Page<CompanyRow>): Answer =>
  json({ type: "list", data: rows.map((row) => present(state, row)), pages, total_count })

/** Lists leave out the companies nobody belongs to. */
const populated = (state: State): ReadonlyArray<CompanyRow> =>
  state.companies.rows().filter(({ id }) => Contacts.ofCompany(state, id).length > 0)

const numbered = (
  { query, state, url }: Call,
  rows: ReadonlyArray<CompanyRow>,
  kept: Readonly<Record<string, string>>
): Result =>
  Either.map(
    byNumber(rows, limits, { page: query.page, per_page: query.per_page, url, query: kept }),
    // Past the 10,000th row the list is empty, and says that there never was one.
    (page) =>
      isPastTheWindow(page) ?
        listed(state)({ rows: [], total_count: 0, pages: { ...page.pages, total_pages: 0, next: null } }) :
        listed(state)(page)
  )

const isPastTheWindow = ({ pages: { page, per_page } }: Page<CompanyRow>): boolean =>
  (Number(page) - 1) * Number(per_page) >= 10_000

const retrieve = (call: Call): Result => {
  const { company_id, name, segment_id, tag_id } = call.query
  const { companies, segments } = call.state
  if (company_id !== undefined || name !== undefined) {
    const row = company_id === undefined ?
      companies.rows().find((row) => row.name === name) :
      companies.byKey(company_id)
    return row === undefined ? notFound("Company", "company_not_found") : Either.right(json(present(call.state, row)))
  }
  if (tag_id !== undefined) {
    return numbered(call, populated(call.state).filter(({ tagIds }) => tagIds.includes(tag_id)), { tag_id })
  }
  if (segment_id !== undefined) {
    const members = segments.get(segment_id)?.members ?? []
    return numbered(call, populated(call.state).filter(({ id }) => members.includes(id)), { segment_id })
  }
  return refuse(400, "parameter_not_found", "company_id, name, tag_id or segment_id is required")
}

const list = (call: Call): Result => {
  const { order = "desc" } = call.query
  const rows = populated(call.state)
  return numbered(call, order === "asc" ? rows : [...rows].reverse(), { order })
}

const scrollSize = 100

const scrollLife = 60

const scroll = ({ now, query: { scroll_param }, state }: Call): Result => {
  const open = state.scroll !== undefined && now - state.scroll.usedAt <= scrollLife ? state.scroll : undefined
  if (scroll_param === undefined && open !== undefined) {
    return refuse(400, "scroll_exists", "scroll already exists for this workspace")
  }
  if (scroll_param !== undefined && scroll_param !== open?.param) {
    return refuse(404, "not_found", "scroll parameter not found")
  }
  const { after, param } = open ?? { after: 0, param: `scroll-${state.nextId()}` }
  const { sequence } = state.companies
  const rows = populated(state).filter((row) => sequence(row) > after).slice(0, scrollSize)
  const last = rows.at(-1)
  state.scroll = last === undefined ? undefined : { param, after: sequence(last), usedAt: now }
  const data = rows.map((row) => present(state, row))
  return Either.right(json({ type: "list", data, pages: null, total_count: null, scroll_param: param }))
}

const contacts = (call: Call<"company_id">): Result =>
  Either.gen(function*() {
    const { query, state } = call
    const { id } = yield* byPath(call)
    const rows = Contacts.ofCompany(state, id)
    return Contacts.listed(state)(
      yield* byCursor(state.contacts, rows, { perPage: 50, maxPerPage: 150 }, query)
    )
  })

const ofContact = (call: Call<"contact_id">): Result =>
  Either.gen(function*() {
    const { query, state, url } = call
    const { companyIds } = yield* Contacts.named(call)
    const rows = companyIds.flatMap((id) => state.companies.get(id) ?? [])
    return listed(state)(
      yield* byNumber(rows, { perPage: 50, maxPerPage: 60 }, { page: query.page, per_page: query.per_page, url })
    )
  })

const attach = (call: Call<"contact_id", CompanyLink>): Result =>
  Either.gen(function*() {
    const { body, notify, state } = call
    const contact = yield* Contacts.named(call)
    const company = yield* byId(state, body.company_id)
    if (contact.companyIds.includes(company.id)) return json(present(state, company))
    if (contact.companyIds.length >= 1000) {
      const reason = "Contact has reached the maximum of 1000 company associations"
      return yield* refuse(400, "contact_company_limit_exceeded", reason)
    }
    const attached = state.contacts.set({ ...contact, companyIds: [...contact.companyIds, company.id] })
    notify("company.contact.attached", {
      company: notified(state, company),
      contact: Contacts.notified(state, attached)
    })
    return json(present(state, company))
  })

const detach = (call: Call<"contact_id" | "company_id">): Result =>
  Either.gen(function*() {
    const { notify, state } = call
    const contact = yield* Contacts.named(call)
    const company = yield* byPath(call)
    if (!contact.companyIds.includes(company.id)) return yield* notFound("Company", "company_not_found")
    const detached = state.contacts.set(without(contact, company))
    notify("company.contact.detached", {
      company: notified(state, company),
      contact: Contacts.notified(state, detached)
    })
    return json(present(state, company))
  })

const without = (contact: Contacts.ContactRow, { id }: CompanyRow): Contacts.ContactRow => ({
  ...contact,
  companyIds: contact.companyIds.filter((companyId) => companyId !== id)
})

/**
 * @since 1.0.0
 * @category constructors
 */
export const operations: ReadonlyArray<Operation> = [
  get("/companies", retrieve),
  post("/companies", Upsert, upsert),
  post("/companies/list", Nothing, list),
  get("/companies/scroll", scroll),
  get("/companies/{company_id}", find),
  put("/companies/{company_id}", Changes, update),
  del("/companies/{company_id}", remove),
  get("/companies/{company_id}/contacts", contacts),
  get("/contacts/{contact_id}/companies", ofContact),
  post("/contacts/{contact_id}/companies", CompanyLink, attach),
  del("/contacts/{contact_id}/companies/{company_id}", detach)
]
