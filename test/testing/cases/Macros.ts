import { assert } from "@effect/vitest"
import * as Macros from "effect-intercom/api/Macros"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { get, refusal, tagOf } from "../calls.js"
import type { Case } from "../ways.js"

const many = Array.from({ length: 60 }, (_, n) => ({
  id: String(n + 1),
  name: `Macro ${n}`,
  body: "Hello",
  created_at: 1_750_000_000,
  updated_at: 1_750_000_000 + n
}))

export const cases: ReadonlyArray<Case> = [
  {
    name: "shows a macro with its placeholders as elements, and as text",
    seed: {
      macros: [
        {
          id: "1",
          name: "Ready",
          body: "<p>Hi {{user.name | fallback: 'the \"boss\"'}}, order {{order.number}} is ready</p>",
          created_at: 1_752_751_088
        },
        { id: "2", name: "Text", body: "1 < 2", available_on: ["inbox"] }
      ]
    },
    test: Effect.gen(function*() {
      assert.deepEqual<unknown>(yield* Macros.find("1"), {
        type: "macro",
        id: "1",
        name: "Ready",
        body:
          "<p>Hi <attribute key=\"user.name\" default=\"the &quot;boss&quot;\"/>, order <attribute key=\"order.number\"/> " +
          "is ready</p>",
        body_text: "Hi {{user.name | fallback: 'the \"boss\"'}}, order {{order.number}} is ready",
        created_at: "2025-07-17T11:18:08.000Z",
        updated_at: "2025-07-17T11:18:08.000Z",
        visible_to: "everyone",
        visible_to_team_ids: [],
        available_on: ["inbox", "messenger"]
      })
      assert.deepInclude(yield* Macros.find("2"), { body: "<p>1 &lt; 2</p>", body_text: "1 < 2" })
      assert.strictEqual(yield* refusal(Macros.find("3")), "IntercomNotFound 404 not_found")
    })
  },
  {
    name: "lists macros in pages, those changed last first, and those changed after a time",
    seed: { macros: many },
    test: Effect.gen(function*() {
      const expected = many.map(({ id }) => id).reverse()
      const first = yield* Macros.list()
      assert.deepStrictEqual(first.data.map(({ id }) => id), expected.slice(0, 50))
      assert.isDefined(first.next)
      const streamed = Chunk.toReadonlyArray(yield* Stream.runCollect(Macros.stream({ perPage: 7 })))
      assert.deepStrictEqual(streamed.map(({ id }) => id), expected)
      const { data } = yield* Macros.list({ updated_since: 1_750_000_057 })
      assert.deepStrictEqual(data.map(({ id }) => id), ["60", "59"])
    })
  },
  {
    name: "shows macros of teams to their members only",
    seed: {
      teams: [{ id: "91", name: "Sales", admins: ["814860"] }, { id: "92", name: "Support" }],
      macros: [
        { id: "1", name: "Offer", body: "Buy", teams: ["Sales"] },
        { id: "2", name: "Excuse", body: "Sorry", teams: ["Support"] }
      ]
    },
    test: Effect.gen(function*() {
      const { data } = yield* Macros.list()
      assert.deepStrictEqual(data.map(({ id }) => id), ["1"])
      assert.deepInclude(data[0], { visible_to: "specific_teams", visible_to_team_ids: ["91"] })
      assert.strictEqual(yield* refusal(Macros.find("2")), "IntercomNotFound 404 not_found")
    })
  },
  {
    name: "refuses the operations of 2.16 to a request of 2.15",
    until: "2.15",
    test: Effect.gen(function*() {
      assert.strictEqual(yield* tagOf(get("/macros")), "IntercomInvalidRequest")
    })
  }
]
