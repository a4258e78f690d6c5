/** Companies, and the contacts that belong to them. */
import * as Either from "effect/Either"
import { identity } from "effect/Function"
import * as Schema from "effect/Schema"
import { type CompanyChanges, CompanyLink, CompanyUpsert } from "../../../../models/Company.js"
import type { JsonObject } from "../kernel/Json.js"
import { withIsoTimes } from "../kernel/Notifications.js"
import { byCursor, byNumber, listAnswer, type Page } from "../kernel/Pages.js"
import { found, json, notFound, refuse, type Result } from "../kernel/Result.js"
import { unknownName } from "../kernel/Table.js"
import { AnyBody, type Call, del, get, type Operation, post, put } from "../Operation.js"
import { blankCompany, type CompanyRow } from "../rows/Company.js"
import type { ContactRow } from "../rows/Contact.js"
import type { Tables } from "../Tables.js"
import * as Contacts from "./Contacts.js"

export const present = (
  tables: Pick<Tables, "contacts" | "segments" | "tags" | "workspaceId">,
  row: CompanyRow
): JsonObject => {
  const { plan, tagIds, ...fields } = row
  return {
    type: "company",
    ...fields,
    app_id: tables.workspaceId,
    session_count: 0,
    user_count: Contacts.ofCompany(tables, row.id).length,
    plan: plan === undefined ? {} : { type: "plan", id: plan, name: plan },
    tags: {
      type: "tag.list",
      tags: tagIds.flatMap((id) => tables.tags.get(id) ?? []).map(({ id, name }) => ({ type: "tag", id, name }))
    },
    segments: {
      type: "segment.list",
      segments: tables.segments.allByKey(row.id).map(({ id }) => ({ type: "segment", id }))
    }
  }
}

export const presentInWebhook = (
  tables: Pick<Tables, "contacts" | "segments" | "tags" | "workspaceId">,
  row: CompanyRow
): JsonObject => withIsoTimes(present(tables, row))

const byPath = ({ path, tables }: Call<"company_id">): Result<CompanyRow> => tables.companies.find(path("company_id"))

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

// Not the model's schema: Intercom truncates a fraction of `monthly_spend`.
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

/** Adds a company, or updates the one with this `company_id`. */
export const upsert = (
  { companies }: Pick<Tables, "companies">,
  { company_id, remote_created_at, ...changes }: CompanyUpsert,
  now: number
): CompanyRow => {
  const row = companies.byKey(company_id) ?? blankCompany(companies.nextId(), company_id, now)
  return companies.set({
    ...change(row, changes, now),
    remote_created_at: remote_created_at ?? row.remote_created_at
  })
}

/** Finds a company by your own id. */
export const byCompanyId = ({ companies }: Pick<Tables, "companies">, companyId: string): Result<CompanyRow> =>
  found(companies.byKey(companyId), () => notFound("Company", "company_not_found"))

/** Finds the company that a seed refers to by your own id. */
export const findByName = (tables: Pick<Tables, "companies">, companyId: string): Result<CompanyRow> =>
  Either.orElse(byCompanyId(tables, companyId), () => unknownName("company", companyId))

const create = ({ body, notify, now, tables }: Call<never, CompanyUpsert>): Result => {
  const isKnown = tables.companies.byKey(body.company_id) !== undefined
  const row = upsert(tables, body, now)
  notify(isKnown ? "company.updated" : "company.created", presentInWebhook(tables, row))
  return Either.right(json(present(tables, row)))
}

const find = (call: Call<"company_id">): Result => Either.map(byPath(call), (row) => json(present(call.tables, row)))

const update = (call: Call<"company_id", CompanyChanges>): Result =>
  Either.map(byPath(call), (before) => {
    const { body, notify, now, tables } = call
    const row = tables.companies.set(change(before, body, now))
    notify("company.updated", presentInWebhook(tables, row))
    return json(present(tables, row))
  })

const remove = (call: Call<"company_id">): Result =>
  Either.map(byPath(call), (row) => {
    const { notify, tables } = call
    Contacts.ofCompany(tables, row.id).forEach((contact) => tables.contacts.set(without(contact, row)))
    tables.companies.remove(row.id)
    notify("company.deleted", { type: "company", id: row.id, company_id: row.company_id })
    return json({ id: row.id, object: "company", deleted: true })
  })

const limits = { perPage: 15, maxPerPage: 60 }

/** Lists leave out companies without contacts. */
const withContacts = (tables: Pick<Tables, "companies" | "contacts">): ReadonlyArray<CompanyRow> =>
  tables.companies.view(
    "with contacts",
    () => tables.companies.rows().filter(({ id }) => Contacts.ofCompany(tables, id).length > 0)
  )

const numberedPage = (
  call: Call,
  rows: ReadonlyArray<CompanyRow>,
  repeated: Readonly<Record<string, string>>
): Result =>
  Either.map(
    Either.map(byNumber(rows, limits, call, repeated), withinLimit),
    listAnswer((row) => present(call.tables, row))
  )

/** Beyond the 10,000th row the list is empty and counts no rows. */
const withinLimit = (page: Page<CompanyRow>): Page<CompanyRow> =>
  (Number(page.pages.page) - 1) * Number(page.pages.per_page) < 10_000 ?
    page :
    { rows: [], total_count: 0, pages: { ...page.pages, total_pages: 0, next: null } }

const retrieve = (call: Call): Result => {
  const { company_id, name, segment_id, tag_id } = call.query
  const { companies, segments } = call.tables
  if (company_id !== undefined || name !== undefined) {
    const row = company_id === undefined ?
      companies.rows().find((row) => row.name === name) :
      companies.byKey(company_id)
    return row === undefined ? notFound("Company", "company_not_found") : Either.right(json(present(call.tables, row)))
  }
  if (tag_id !== undefined) {
    return numberedPage(call, withContacts(call.tables).filter(({ tagIds }) => tagIds.includes(tag_id)), { tag_id })
  }
  if (segment_id !== undefined) {
    const members = segments.get(segment_id)?.members ?? []
    return numberedPage(call, withContacts(call.tables).filter(({ id }) => members.includes(id)), { segment_id })
  }
  return refuse(400, "parameter_not_found", "company_id, name, tag_id or segment_id is required")
}

const list = (call: Call): Result => {
  const { order = "desc" } = call.query
  const rows = withContacts(call.tables)
  return numberedPage(call, order === "asc" ? rows : [...rows].reverse(), { order })
}

const scrollSize = 100

const scrollLifetime = 60

const scroll = ({ now, query: { scroll_param }, tables }: Call): Result => {
  const open = tables.scroll !== undefined && now - tables.scroll.usedAt <= scrollLifetime ? tables.scroll : undefined
  if (scroll_param === undefined && open !== undefined) {
    return refuse(400, "scroll_exists", "scroll already exists for this workspace")
  }
  if (scroll_param !== undefined && scroll_param !== open?.param) {
    return refuse(404, "not_found", "scroll parameter not found")
  }
  const { after, param } = open ?? { after: 0, param: `scroll-${tables.nextId()}` }
  const { sequence } = tables.companies
  const rows = withContacts(tables).filter((row) => sequence(row) > after).slice(0, scrollSize)
  const last = rows.at(-1)
  tables.scroll = last === undefined ? undefined : { param, after: sequence(last), usedAt: now }
  const data = rows.map((row) => present(tables, row))
  return Either.right(json({ type: "list", data, pages: null, total_count: null, scroll_param: param }))
}

const contacts = (call: Call<"company_id">): Result =>
  Either.gen(function*() {
    const { query, tables } = call
    const { id } = yield* byPath(call)
    const rows = Contacts.ofCompany(tables, id)
    const page = yield* byCursor(tables.contacts, rows, { perPage: 50, maxPerPage: 150 }, query)
    return Contacts.listAnswer(tables)(page)
  })

const ofContact = (call: Call<"contact_id">): Result =>
  Either.gen(function*() {
    const { tables } = call
    const { companyIds } = yield* Contacts.byPath(call)
    const rows = companyIds.flatMap((id) => tables.companies.get(id) ?? [])
    return listAnswer((row: CompanyRow) => present(tables, row))(
      yield* byNumber(rows, { perPage: 50, maxPerPage: 60 }, call)
    )
  })

const attach = (call: Call<"contact_id", CompanyLink>): Result =>
  Either.gen(function*() {
    const { body, notify, tables } = call
    const contact = yield* Contacts.byPath(call)
    const company = yield* tables.companies.find(body.company_id)
    if (contact.companyIds.includes(company.id)) return json(present(tables, company))
    if (contact.companyIds.length >= 1000) {
      const reason = "Contact has reached the maximum of 1000 company associations"
      return yield* refuse(400, "contact_company_limit_exceeded", reason)
    }
    const attached = tables.contacts.set({ ...contact, companyIds: [...contact.companyIds, company.id] })
    notify("company.contact.attached", {
      company: presentInWebhook(tables, company),
      contact: Contacts.presentInWebhook(tables, attached)
    })
    return json(present(tables, company))
  })

const detach = (call: Call<"contact_id" | "company_id">): Result =>
  Either.gen(function*() {
    const { notify, tables } = call
    const contact = yield* Contacts.byPath(call)
    const company = yield* byPath(call)
    if (!contact.companyIds.includes(company.id)) return yield* notFound("Company", "company_not_found")
    const detached = tables.contacts.set(without(contact, company))
    notify("company.contact.detached", {
      company: presentInWebhook(tables, company),
      contact: Contacts.presentInWebhook(tables, detached)
    })
    return json(present(tables, company))
  })

const without = (contact: ContactRow, { id }: CompanyRow): ContactRow => ({
  ...contact,
  companyIds: contact.companyIds.filter((companyId) => companyId !== id)
})

export const operations: ReadonlyArray<Operation> = [
  get("/companies", retrieve),
  post("/companies", Upsert, create),
  post("/companies/list", AnyBody, list),
  get("/companies/scroll", scroll),
  get("/companies/{company_id}", find),
  put("/companies/{company_id}", Changes, update),
  del("/companies/{company_id}", remove),
  get("/companies/{company_id}/contacts", contacts),
  get("/contacts/{contact_id}/companies", ofContact),
  post("/contacts/{contact_id}/companies", CompanyLink, attach),
  del("/contacts/{contact_id}/companies/{company_id}", detach)
]
