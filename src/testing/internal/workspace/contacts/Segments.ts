/** Segments. They have no rules: a seed names their members. */
import * as Either from "effect/Either"
import type { SegmentSeed } from "../../../Seed.js"
import type { JsonObject } from "../kernel/Json.js"
import { json, type Result } from "../kernel/Result.js"
import { type Call, get, type Operation } from "../Operation.js"
import type { SegmentRow } from "../rows/Segment.js"
import type { Tables } from "../Tables.js"
import * as Companies from "./Companies.js"
import * as Contacts from "./Contacts.js"
import * as ContactHandles from "./Handles.js"

export const present = ({ members: _, ...row }: SegmentRow): JsonObject => ({ type: "segment", ...row })

const countOf = ({ companies, contacts }: Pick<Tables, "companies" | "contacts">, { members }: SegmentRow): number =>
  members.filter((id) => contacts.get(id)?.archived === false || companies.get(id) !== undefined).length

/** Adds a segment. `now` is Unix time in seconds. */
export const insertSeed = (
  tables: Pick<Tables, "companies" | "contacts" | "segments">,
  seed: SegmentSeed,
  now: number
): Result<SegmentRow> =>
  Either.gen(function*() {
    const contacts = yield* Either.all((seed.contacts ?? []).map((name) => ContactHandles.findByName(tables, name)))
    const companies = yield* Either.all((seed.companies ?? []).map((name) => Companies.findByName(tables, name)))
    const created_at = seed.created_at ?? now
    return tables.segments.set({
      id: yield* tables.segments.reserveId(seed.id),
      name: seed.name,
      person_type: seed.person_type ?? "user",
      created_at,
      updated_at: seed.updated_at ?? created_at,
      members: [...contacts, ...companies].map(({ id }) => id)
    })
  })

const list = ({ query: { include_count }, tables }: Call): Result =>
  Either.right(json({
    type: "segment.list",
    segments: tables.segments.rows().map((row) =>
      include_count === "true" ? { ...present(row), count: countOf(tables, row) } : present(row)
    )
  }))

const find = ({ path, tables }: Call<"segment_id">): Result =>
  Either.map(tables.segments.find(path("segment_id")), (row) => json(present(row)))

const listOf = ({ segments }: Pick<Tables, "segments">, memberId: string) =>
  json({ type: "list", data: segments.allByKey(memberId).map(present) })

const ofContact = (call: Call<"contact_id">): Result =>
  Either.map(Contacts.byPath(call), ({ id }) => listOf(call.tables, id))

const ofCompany = ({ path, tables }: Call<"company_id">): Result =>
  Either.map(tables.companies.find(path("company_id")), ({ id }) => listOf(tables, id))

export const operations: ReadonlyArray<Operation> = [
  get("/segments", list),
  get("/segments/{segment_id}", find),
  get("/contacts/{contact_id}/segments", ofContact),
  get("/companies/{company_id}/segments", ofCompany)
]
