/** Segments in the in-memory workspace. They have no rules: a seed says who is in them. */
import * as Either from "effect/Either"
import * as Companies from "./Companies.js"
import * as ContactHandles from "./ContactHandles.js"
import * as Contacts from "./Contacts.js"
import { type Call, get, json, type Operation, type Result } from "./Operation.js"
import { notFound, type Refusal } from "./Refusal.js"
import { claim } from "./Rows.js"
import type { SegmentRow } from "./rows/Segment.js"
import type { State } from "./State.js"

/** The segment as an answer has it, without its count. */
export const present = ({ members: _, ...row }: SegmentRow): Readonly<Record<string, unknown>> => ({
  type: "segment",
  ...row
})

const countOf = ({ companies, contacts }: State, { members }: SegmentRow): number =>
  members.filter((id) => contacts.get(id)?.archived === false || companies.get(id) !== undefined).length

/** A segment to start with. */
export interface SegmentSeed {
  /** Default: the next one. */
  readonly id?: string | undefined
  readonly name: string
  /** Default: `user`. */
  readonly person_type?: "contact" | "user" | undefined
  /** The contacts in it, by id, `external_id` or email. */
  readonly contacts?: ReadonlyArray<string> | undefined
  /** The companies in it, by your own ids (`company_id`). */
  readonly companies?: ReadonlyArray<string> | undefined
  /** Unix time in seconds. Default: now. */
  readonly created_at?: number | undefined
  /** Unix time in seconds. Default: that of `created_at`. */
  readonly updated_at?: number | undefined
}

/** Adds a segment. `now` is Unix time in seconds. */
export const plant = (state: State, seed: SegmentSeed, now: number): Either.Either<SegmentRow, Refusal> =>
  Either.gen(function*() {
    const contacts = yield* Either.all((seed.contacts ?? []).map((name) => ContactHandles.named(state, name)))
    const companies = yield* Either.all((seed.companies ?? []).map((name) => Companies.named(state, name)))
    const created_at = seed.created_at ?? now
    return state.segments.set({
      id: yield* claim(state.segments, seed.id),
      name: seed.name,
      person_type: seed.person_type ?? "user",
      created_at,
      updated_at: seed.updated_at ?? created_at,
      members: [...contacts, ...companies].map(({ id }) => id)
    })
  })

const list = ({ query: { include_count }, state }: Call): Result =>
  Either.right(json({
    type: "segment.list",
    segments: state.segments.rows().map((row) =>
      include_count === "true" ? { ...present(row), count: countOf(state, row) } : present(row)
    )
  }))

const find = ({ path, state }: Call<"segment_id">): Result => {
  const row = state.segments.get(path("segment_id"))
  return row === undefined ? notFound("Resource") : Either.right(json(present(row)))
}

const listOf = ({ segments }: State, memberId: string) =>
  json({ type: "list", data: segments.allByKey(memberId).map(present) })

const ofContact = (call: Call<"contact_id">): Result =>
  Either.map(Contacts.named(call), ({ id }) => listOf(call.state, id))

const ofCompany = ({ path, state }: Call<"company_id">): Result =>
  Either.map(Companies.byId(state, path("company_id")), ({ id }) => listOf(state, id))

export const operations: ReadonlyArray<Operation> = [
  get("/segments", list),
  get("/segments/{segment_id}", find),
  get("/contacts/{contact_id}/segments", ofContact),
  get("/companies/{company_id}/segments", ofCompany)
]
