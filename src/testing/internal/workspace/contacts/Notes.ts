/** Notes about contacts and companies. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { nullishId } from "../../../../internal/fields.js"
import type { NoteSeed } from "../../../Seed.js"
import * as Html from "../kernel/Html.js"
import type { JsonObject } from "../kernel/Json.js"
import { byNumber, listAnswer, newestFirst } from "../kernel/Pages.js"
import { invalid, json, notFound, type Result } from "../kernel/Result.js"
import { type Call, get, later, type Operation, post } from "../Operation.js"
import type { CompanyRow } from "../rows/Company.js"
import type { NoteRow } from "../rows/Note.js"
import type { Tables } from "../Tables.js"
import * as Admins from "../teammates/Admins.js"
import * as Companies from "./Companies.js"
import * as Contacts from "./Contacts.js"
import * as ContactHandles from "./Handles.js"

export const present = (
  tables: Pick<Tables, "admins" | "teams">,
  { adminId, body, company_id, contact_id, created_at, id }: NoteRow
): JsonObject => {
  const author = tables.admins.get(adminId)
  return {
    type: "note",
    id,
    created_at,
    ...(contact_id === null ? {} : { contact: { type: "contact", id: contact_id } }),
    ...(company_id === null ? {} : { company: { type: "company", id: company_id } }),
    author: author === undefined ? null : Admins.present(tables, author),
    body
  }
}

/** Adds a note. `now` is Unix time in seconds. */
export const insertSeed = (
  tables: Pick<Tables, "admins" | "companies" | "contacts" | "notes">,
  seed: NoteSeed,
  now: number
): Result<NoteRow> =>
  Either.gen(function*() {
    const { body, company, contact, created_at = now } = seed
    if ((contact === undefined) === (company === undefined)) {
      return yield* invalid("A note is about a contact or a company")
    }
    const admin = yield* seed.admin === undefined ? Admins.ofToken(tables) : tables.admins.findByName(seed.admin)
    return tables.notes.set({
      id: yield* tables.notes.reserveId(seed.id),
      contact_id: contact === undefined ? null : (yield* ContactHandles.findByName(tables, contact)).id,
      company_id: company === undefined ? null : (yield* Companies.findByName(tables, company)).id,
      adminId: admin.id,
      body: Html.fromTextOrHtml(body),
      created_at
    })
  })

/** A note disappears when its contact or company is deleted. */
const subjectExists = (
  { companies, contacts }: Pick<Tables, "companies" | "contacts">,
  { company_id, contact_id }: NoteRow
): boolean => contacts.get(contact_id ?? "") !== undefined || companies.get(company_id ?? "") !== undefined

const find = ({ path, tables }: Call<"note_id">): Result => {
  const row = tables.notes.get(path("note_id"))
  return row === undefined || !subjectExists(tables, row)
    ? notFound("Resource")
    : Either.right(json(present(tables, row)))
}

const limits = { perPage: 50, maxPerPage: 150 }

const numberedPage = (call: Call, rows: ReadonlyArray<NoteRow>): Result =>
  Either.map(
    byNumber(newestFirst(rows, ({ created_at }) => created_at), limits, call),
    listAnswer((row) => present(call.tables, row))
  )

const ofContact = (call: Call<"contact_id">): Result =>
  Either.flatMap(Contacts.byPath(call), ({ id }) => numberedPage(call, call.tables.notes.allByKey(id)))

const companyByPath = ({ path, tables }: Call<"company_id">): Result<CompanyRow> =>
  tables.companies.find(path("company_id"))

const ofCompany = (call: Call<"company_id">): Result =>
  Either.flatMap(
    companyByPath(call),
    ({ id }) => numberedPage(call, call.tables.notes.rows().filter(({ company_id }) => company_id === id))
  )

const NoteBody = Schema.suspend(() => Schema.Struct({ body: Schema.String, admin_id: nullishId }))

type NoteBody = typeof NoteBody.Type

type Subject = Pick<NoteRow, "contact_id" | "company_id">

const add = ({ body: { admin_id = null, body }, now, tables }: Call<never, NoteBody>, subject: Subject): Result =>
  Either.gen(function*() {
    const admin = admin_id === null ? yield* Admins.ofToken(tables) : tables.admins.get(admin_id)
    if (admin === undefined) return yield* notFound("Resource")
    if (body.trim() === "") return yield* invalid("body is empty", "body")
    const row = tables.notes.set({
      ...subject,
      id: tables.notes.nextId(),
      adminId: admin.id,
      body: Html.fromTextOrHtml(body),
      created_at: now
    })
    return json(present(tables, row))
  })

const addToContact = (call: Call<"contact_id", NoteBody>): Result =>
  Either.flatMap(Contacts.byPath(call), ({ id }) => add(call, { contact_id: id, company_id: null }))

const addToCompany = (call: Call<"company_id", NoteBody>): Result =>
  Either.flatMap(companyByPath(call), ({ id }) => add(call, { contact_id: null, company_id: id }))

export const operations: ReadonlyArray<Operation> = [
  get("/notes/{note_id}", find),
  get("/contacts/{contact_id}/notes", ofContact),
  post("/contacts/{contact_id}/notes", NoteBody, addToContact),
  get("/companies/{company_id}/notes", ofCompany)
]

export const laterOperations: ReadonlyArray<Operation> = later([
  post("/companies/{company_id}/notes", NoteBody, addToCompany)
])
