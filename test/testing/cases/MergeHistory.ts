import { assert } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Pagination from "effect-intercom/Pagination"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { refusal } from "../calls.js"
import type { Case } from "../ways.js"

const email = "ada@example.com"

const leads = ["a", "b", "c"]

const seed: Case["seed"] = {
  contacts: [
    { id: "ada", email, phone: "+353871234567" },
    { id: "bob", email: "bob@example.com" },
    ...leads.map((id) => ({ id, role: "lead" as const, email }))
  ]
}

const in216 = <A, E>(call: Effect.Effect<A, E, IntercomHttp.IntercomHttp>) => IntercomHttp.withVersion(call, "2.16")

const merge = (from: string) => Contacts.merge({ from, into: "ada" })

const sources = (history: ReadonlyArray<Contacts.MergeHistoryItem> | null | undefined) =>
  history?.map(({ source_contact_id }) => source_contact_id)

export const cases: ReadonlyArray<Case> = [
  {
    name: "lists the leads that were merged into a user, the latest first or last",
    seed,
    test: Effect.gen(function*() {
      assert.deepStrictEqual((yield* Contacts.listMergeHistory("ada")).data, [])
      yield* Effect.forEach(leads, merge)
      const { data } = yield* Contacts.listMergeHistory("ada")
      assert.deepStrictEqual(sources(data), ["c", "b", "a"])
      assert.deepInclude(data[0], { type: "merge_history", source_contact_role: "lead" })
      const pages = Contacts.listMergeHistory("ada", { order: "asc", perPage: 2 })
      assert.isDefined((yield* pages).next)
      const streamed = Chunk.toReadonlyArray(yield* Stream.runCollect(Pagination.stream(pages)))
      assert.deepStrictEqual(sources(streamed), leads)
      const all = yield* in216(Contacts.find("ada", { include_merge_history: true }))
      assert.deepStrictEqual(all.merge_history, data)
      assert.notProperty(yield* in216(Contacts.find("ada")), "merge_history")
    })
  },
  {
    name: "keeps no history of leads and of unknown contacts",
    seed,
    test: Effect.gen(function*() {
      assert.strictEqual(yield* refusal(Contacts.listMergeHistory("a")), "IntercomNotFound 404 not_found")
      yield* merge("a")
      assert.strictEqual(yield* refusal(Contacts.listMergeHistory("a")), "IntercomNotFound 404 not_found")
    })
  },
  {
    name: "says, from 2.16, into whom a contact was merged",
    seed,
    test: Effect.gen(function*() {
      yield* merge("a")
      assert.strictEqual(
        yield* refusal(IntercomHttp.withVersion(Contacts.find("a"), "2.15")),
        "IntercomNotFound 404 not_found"
      )
      const error = yield* Effect.flip(in216(Contacts.find("a")))
      assert.deepInclude(error, { _tag: "IntercomNotFound", status: 410, canonicalId: "ada" })
      assert.strictEqual(yield* refusal(in216(Contacts.find("nobody"))), "IntercomNotFound 404 not_found")
    })
  },
  {
    name: "follows three merges at most",
    seed: { contacts: ["1", "2", "3", "4", "5"].map((id) => ({ id, role: "lead" as const, phone: "+353871234567" })) },
    test: Effect.gen(function*() {
      for (const [from, into] of [["1", "2"], ["2", "3"], ["3", "4"], ["4", "5"]] as const) {
        yield* Contacts.update(into, { role: "user" })
        yield* Contacts.merge({ from, into })
        yield* Contacts.update(into, { role: "lead" })
      }
      const canonicalOf = (id: string) => Effect.flip(in216(Contacts.find(id)))
      assert.deepInclude(yield* canonicalOf("2"), { canonicalId: "5" })
      assert.deepInclude(yield* canonicalOf("1"), { canonicalId: "4" })
    })
  },
  {
    name: "merges, from 2.16, only contacts that share an email or a phone, unless it is told to",
    seed,
    test: Effect.gen(function*() {
      assert.strictEqual(
        yield* refusal(in216(Contacts.merge({ from: "a", into: "bob" }))),
        "IntercomInvalidRequest 400 invalid_merge"
      )
      const merged = yield* in216(Contacts.merge({ from: "a", into: "bob", skip_duplicate_validation: true }))
      assert.strictEqual(merged.id, "bob")
      const other = yield* IntercomHttp.withVersion(Contacts.merge({ from: "b", into: "bob" }), "2.15")
      assert.strictEqual(other.id, "bob")
    })
  }
]
