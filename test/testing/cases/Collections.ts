import { assert } from "@effect/vitest"
import * as Articles from "effect-intercom/api/Articles"
import * as Collections from "effect-intercom/api/Collections"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { post, refusal } from "../calls.js"
import type { Case } from "../ways.js"

const many = Array.from(
  { length: 25 },
  (_, n) => ({ id: String(n + 1), name: `Collection ${n}`, created_at: 1000 + n })
)

const nested: Case["seed"] = {
  helpCenters: [{ id: "9", identifier: "acme" }],
  collections: [
    { id: "1", name: "Billing", help_center: "acme", created_at: 1003 },
    { id: "2", name: "Invoices", parent: "Billing", created_at: 1002 },
    { id: "3", name: "Late invoices", parent: "2", created_at: 1001 }
  ],
  articles: [{ id: "50", title: "Pay", collection: "Invoices" }]
}

const impossible: ReadonlyArray<Collections.NewCollection> = [
  { name: " " },
  { name: "?", parent_id: "4" },
  { name: "?", help_center_id: "8" }
]

export const cases: ReadonlyArray<Case> = [
  {
    name: "creates a collection in the default help center, and one in it",
    test: Effect.gen(function*() {
      const top = yield* Collections.create({ name: "Getting started!" })
      assert.deepInclude(top, {
        workspace_id: "embedded",
        name: "Getting started!",
        description: "",
        icon: "book-bookmark",
        order: 0,
        parent_id: null,
        url: `https://intercom.help/embedded/en/collections/${top.id}-getting-started`
      })
      assert.isString(top.help_center_id)
      const inner = yield* Collections.create({ name: "First steps", description: "Slowly", parent_id: top.id })
      assert.deepInclude(inner, { description: "Slowly", parent_id: top.id, help_center_id: null })
      assert.deepStrictEqual(yield* Collections.find(inner.id), inner)
    })
  },
  {
    name: "lists collections by numbered pages, those changed last first",
    seed: { collections: many },
    test: Effect.gen(function*() {
      const expected = many.map(({ id }) => id).reverse()
      const first = yield* Collections.list()
      assert.deepStrictEqual(first.data.map(({ id }) => id), expected.slice(0, 20))
      assert.deepInclude(first, { next: "2", total_count: 25 })
      assert.deepInclude(yield* Collections.update("1", { name: "Changed" }), { name: "Changed", created_at: 1000 })
      const streamed = Chunk.toReadonlyArray(yield* Stream.runCollect(Collections.stream({ perPage: 7 })))
      assert.deepStrictEqual(streamed.map(({ id }) => id), ["1", ...expected.slice(0, 24)])
    })
  },
  {
    name: "keeps the tree of collections, and no circle in it",
    seed: nested,
    test: Effect.gen(function*() {
      const shape = (nodes: Collections.CollectionTree): unknown =>
        nodes.map(({ children, collection }) => [collection.name, shape(children)])
      const tree = Effect.map(Collections.list(), ({ data }) => shape(Collections.tree(data)))
      assert.deepStrictEqual(yield* tree, [["Billing", [["Invoices", [["Late invoices", []]]]]]])
      for (const parent_id of ["1", "3"]) {
        assert.strictEqual(
          yield* refusal(Collections.update("1", { parent_id })),
          "IntercomInvalidRequest 400 parameter_invalid"
        )
      }
      const out = yield* Collections.update("2", { parent_id: null })
      assert.deepInclude(out, { parent_id: null, help_center_id: "9" })
      assert.include(out.url, "/acme/")
      assert.deepStrictEqual(yield* tree, [["Invoices", [["Late invoices", []]]], ["Billing", []]])
    })
  },
  {
    name: "deletes a collection, and keeps what was in it",
    until: "2.15",
    seed: nested,
    test: Effect.gen(function*() {
      assert.deepInclude(yield* Collections.delete("2"), { id: "2", object: "collection", deleted: true })
      assert.strictEqual(yield* refusal(Collections.find("2")), "IntercomNotFound 404 not_found")
      assert.deepInclude(yield* Collections.find("3"), { parent_id: null, help_center_id: "9" })
      assert.deepInclude(yield* Articles.find("50"), { parent_id: null, parent_type: null, parent_ids: [] })
    })
  },
  {
    name: "keeps a collection in several languages",
    test: Effect.gen(function*() {
      const created = yield* Collections.create({
        name: "Hello",
        translated_content: { fr: { name: "Bonjour", description: "Salut" }, de: { name: "Hallo" } }
      })
      assert.strictEqual(created.default_locale, "en")
      assert.deepStrictEqual<unknown>(created.translated_content, {
        type: "group_translated_content",
        en: { type: "group_content", name: "Hello", description: "" },
        fr: { type: "group_content", name: "Bonjour", description: "Salut" },
        de: { type: "group_content", name: "Hallo" }
      })
      const updated = yield* Collections.update(created.id, {
        translated_content: { en: { name: "Hi" }, fr: { name: "Allô" } }
      })
      assert.strictEqual(updated.name, "Hi")
      assert.deepInclude(updated.translated_content?.fr, { name: "Allô", description: "Salut" })
    })
  },
  {
    name: "refuses collections without a name, and in what there is not",
    seed: nested,
    test: Effect.gen(function*() {
      for (const collection of impossible) {
        assert.strictEqual(
          yield* refusal(Collections.create(collection)),
          "IntercomInvalidRequest 400 parameter_invalid"
        )
      }
      assert.strictEqual(
        yield* refusal(post("/help_center/collections", { name: "?", translated_content: { klingon: { name: "?" } } })),
        "IntercomInvalidRequest 400 parameter_invalid"
      )
      assert.strictEqual(yield* refusal(Collections.update("4", { name: "?" })), "IntercomNotFound 404 not_found")
      assert.strictEqual(yield* refusal(Collections.delete("4")), "IntercomNotFound 404 not_found")
      assert.strictEqual((yield* Collections.list()).total_count, 3)
    })
  }
]
