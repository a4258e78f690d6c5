import { assert } from "@effect/vitest"
import * as Companies from "effect-intercom/api/Companies"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Segments from "effect-intercom/api/Segments"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Effect from "effect/Effect"
import { refusal } from "../calls.js"
import type { Case } from "../ways.js"

const seed: Case["seed"] = {
  companies: [{ company_id: "acme" }],
  contacts: [
    { external_id: "ada", email: "ada@example.com", companies: ["acme"] },
    { external_id: "grace" },
    { id: "6762f0d0aaaaaaaaaaaaaaaa", role: "lead" }
  ],
  segments: [
    { id: "a", name: "Active", contacts: ["ada@example.com", "grace"], created_at: 5, updated_at: 6 },
    { id: "b", name: "New", person_type: "contact", contacts: ["6762f0d0aaaaaaaaaaaaaaaa"] },
    { id: "c", name: "Big", companies: ["acme"] },
    { id: "d", name: "Empty" }
  ]
}

export const cases: ReadonlyArray<Case> = [
  {
    name: "lists and finds segments, and counts them where it is asked to",
    seed,
    test: Effect.gen(function*() {
      const { data: segments } = yield* Segments.list()
      assert.deepStrictEqual(segments.map(({ name }) => name), ["Active", "New", "Big", "Empty"])
      for (const segment of segments) assert.notProperty(segment, "count")
      const { data: counted } = yield* Segments.list({ include_count: true })
      assert.deepStrictEqual(counted.map(({ count }) => count), [2, 1, 1, 0])
      assert.deepStrictEqual<unknown>(yield* Segments.find("a"), {
        type: "segment",
        id: "a",
        name: "Active",
        person_type: "user",
        created_at: 5,
        updated_at: 6
      })
      assert.strictEqual(yield* refusal(Segments.find("z")), "IntercomNotFound 404 not_found")
    })
  },
  {
    name: "shows who is in a segment from both sides",
    seed,
    test: Effect.gen(function*() {
      const { data } = yield* Contacts.search({ query: SearchQuery.equals("segment_id", "a") })
      assert.deepStrictEqual(data.map(({ external_id }) => external_id), ["ada", "grace"])
      for (const { id } of data) {
        assert.deepStrictEqual((yield* Contacts.listSegments(id)).data.map(({ name }) => name), ["Active"])
      }
      const company = yield* Companies.findByCompanyId("acme")
      assert.deepStrictEqual((yield* Companies.listSegments(company.id)).data.map(({ id }) => id), ["c"])
      assert.deepStrictEqual((yield* Companies.listBySegment("c")).data.map(({ id }) => id), [company.id])
      assert.strictEqual(yield* refusal(Contacts.listSegments("nobody")), "IntercomNotFound 404 not_found")
      assert.strictEqual(yield* refusal(Companies.listSegments("none")), "IntercomNotFound 404 company_not_found")
    })
  },
  {
    name: "counts nobody who is deleted or archived",
    seed,
    test: Effect.gen(function*() {
      const { data: [ada, grace] } = yield* Contacts.search({ query: SearchQuery.equals("segment_id", "a") })
      if (ada === undefined || grace === undefined) return yield* Effect.dieMessage("nobody was seeded")
      yield* Contacts.delete(ada.id)
      yield* Contacts.archive(grace.id)
      assert.strictEqual((yield* Segments.list({ include_count: true })).data[0]?.count, 0)
    })
  }
]
