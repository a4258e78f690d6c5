import { assert } from "@effect/vitest"
import * as Articles from "effect-intercom/api/Articles"
import * as Collections from "effect-intercom/api/Collections"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { get, post, refusal } from "../calls.js"
import type { Case } from "../ways.js"

const author_id = "814860"

const many = Array.from({ length: 30 }, (_, n) => ({ id: String(n + 1), title: `Article ${n}`, created_at: 1000 + n }))

const library: Case["seed"] = {
  helpCenters: [{ id: "9", identifier: "acme" }],
  collections: [
    { id: "1", name: "Billing", help_center: "acme" },
    { id: "2", name: "Refunds", parent: "Billing" }
  ],
  articles: [
    { id: "11", title: "How to get a Refund", collection: "Refunds", created_at: 1003 },
    {
      id: "12",
      title: "Money (back)",
      description: "Every refund counts",
      body: "<p>First things first.</p><p>A <b>refund</b> takes a day.</p>",
      tags: ["money"],
      created_at: 1002
    },
    { id: "13", title: "Refund rules", state: "draft", created_at: 1001 },
    { id: "14", title: "Else", created_at: 1000, translated_content: { fr: { title: "Refund, en français" } } }
  ]
}

const ids = ({ data }: Articles.ArticleSearchPage) => data.map(({ id }) => id)

export const cases: ReadonlyArray<Case> = [
  {
    name: "creates an article as a draft, publishes it and takes it back",
    until: "2.15",
    test: Effect.gen(function*() {
      const draft = yield* Articles.create({ title: "How to pay", author_id, body: "With money" })
      assert.deepInclude(draft, {
        type: "article",
        workspace_id: "embedded",
        title: "How to pay",
        description: "",
        body: "<p>With money</p>",
        author_id,
        state: "draft",
        url: null,
        parent_id: null,
        parent_type: null,
        parent_ids: []
      })
      assert.deepInclude(draft.statistics, { type: "article_statistics", views: 0 })
      assert.deepStrictEqual(yield* Articles.find(draft.id), draft)
      const published = yield* Articles.update(draft.id, { state: "published", title: "How to pay less" })
      assert.deepInclude(published, {
        state: "published",
        body: "<p>With money</p>",
        url: `https://intercom.help/embedded/en/articles/${draft.id}-how-to-pay-less`
      })
      assert.deepInclude(yield* Articles.update(draft.id, { description: "Soon" }), { state: "published" })
      assert.deepInclude(yield* Articles.update(draft.id, { state: "draft" }), { description: "Soon", url: null })
    })
  },
  {
    name: "keeps an article in a collection, and lets it be moved",
    until: "2.15",
    seed: library,
    test: Effect.gen(function*() {
      const article = yield* Articles.create({ title: "Pay", author_id, state: "published", parent_id: "2" })
      assert.deepInclude(article, { parent_id: "2", parent_type: "collection", parent_ids: ["2"] })
      assert.include(article.url, "https://intercom.help/acme/en/articles/")
      const { id } = yield* Collections.create({ name: "Elsewhere" })
      assert.deepInclude(yield* Articles.update(article.id, { parent_id: id }), { parent_id: id, title: "Pay" })
    })
  },
  {
    name: "lists articles by numbered pages, those changed last first, without statistics",
    seed: { articles: many },
    test: Effect.gen(function*() {
      const expected = many.map(({ id }) => id).reverse()
      const first = yield* Articles.list()
      assert.deepStrictEqual(first.data.map(({ id }) => id), expected.slice(0, 25))
      assert.deepInclude(first, { next: "2", total_count: 30 })
      for (const article of first.data) assert.notProperty(article, "statistics")
      yield* Articles.update("1", { title: "Changed" })
      const streamed = Chunk.toReadonlyArray(yield* Stream.runCollect(Articles.stream({ perPage: 7 })))
      assert.deepStrictEqual(streamed.map(({ id }) => id), ["1", ...expected.slice(0, 29)])
    })
  },
  {
    name: "deletes an article",
    seed: library,
    test: Effect.gen(function*() {
      assert.deepInclude(yield* Articles.delete("12"), { id: "12", object: "article", deleted: true })
      assert.strictEqual(yield* refusal(Articles.find("12")), "IntercomNotFound 404 not_found")
      assert.strictEqual(yield* refusal(Articles.delete("12")), "IntercomNotFound 404 not_found")
      assert.strictEqual((yield* Articles.list()).total_count, 3)
    })
  },
  {
    name: "searches articles by phrase, state and help center",
    seed: library,
    test: Effect.gen(function*() {
      assert.deepStrictEqual(ids(yield* Articles.search({ phrase: "refund" })), ["11", "12", "13", "14"])
      assert.deepStrictEqual(ids(yield* Articles.search({ phrase: "refund", state: "published" })), ["11", "12", "14"])
      assert.deepStrictEqual(ids(yield* Articles.search({ phrase: "REFUND", state: "draft" })), ["13"])
      assert.deepStrictEqual(ids(yield* Articles.search({ phrase: "refund", help_center_id: "9" })), ["11"])
      assert.deepStrictEqual(ids(yield* Articles.search({ phrase: "a refund takes" })), ["12"])
      assert.deepStrictEqual(ids(yield* Articles.search({ phrase: "<b>" })), [])
      assert.deepStrictEqual(ids(yield* Articles.search({ state: "all" })), ["11", "12", "13", "14"])
      assert.strictEqual(
        yield* refusal(get("/articles/search?state=lost")),
        "IntercomInvalidRequest 400 parameter_invalid"
      )
    })
  },
  {
    name: "searches by numbered pages, and keeps the search in the next one",
    seed: { articles: [...many, { title: "Another" }] },
    test: Effect.gen(function*() {
      const first = yield* Articles.search({ phrase: "article" })
      assert.deepInclude(first, { total_count: 30 })
      assert.strictEqual(ids(first).length, 10)
      const streamed = yield* Stream.runCollect(Articles.searchStream({ phrase: "article", perPage: 7 }))
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(streamed).map(({ id }) => id),
        many.map(({ id }) => id).reverse()
      )
      const next = String(Object(first.pages).next)
      assert.deepStrictEqual(Object.fromEntries(new URL(next).searchParams), {
        phrase: "article",
        page: "2",
        per_page: "10"
      })
    })
  },
  {
    name: "tells where in the articles the phrase is, where it is asked to",
    seed: library,
    test: Effect.gen(function*() {
      const plain = (text: string) => ({ type: "plain", text })
      const highlight = (text: string) => ({ type: "highlight", text })
      assert.deepStrictEqual((yield* Articles.search({ phrase: "refund" })).highlights, [])
      const { highlights } = yield* Articles.search({ phrase: "refund", state: "published", highlight: true })
      assert.deepStrictEqual<unknown>(highlights, [
        {
          article_id: "11",
          highlighted_title: [plain("How to get a "), highlight("Refund")],
          highlighted_summary: []
        },
        {
          article_id: "12",
          highlighted_title: [plain("Money (back)")],
          highlighted_summary: [
            [plain("Every "), highlight("refund"), plain(" counts")],
            [plain("A "), highlight("refund"), plain(" takes a day.")]
          ]
        },
        {
          article_id: "14",
          highlighted_title: [highlight("Refund"), plain(", en français")],
          highlighted_summary: []
        }
      ])
      const bracketed = yield* Articles.search({ phrase: "(back)", highlight: true })
      assert.deepStrictEqual<unknown>(bracketed.highlights?.[0]?.highlighted_title, [
        plain("Money "),
        highlight("(back)")
      ])
    })
  },
  {
    name: "keeps an article in several languages, each with its own state",
    test: Effect.gen(function*() {
      const created = yield* Articles.create({
        title: "Hello",
        author_id,
        state: "published",
        translated_content: { fr: { title: "Bonjour", body: "Salut", author_id } }
      })
      assert.strictEqual(created.default_locale, "en")
      assert.deepInclude(created.translated_content?.en, {
        type: "article_content",
        title: "Hello",
        state: "published"
      })
      assert.deepInclude(created.translated_content?.fr, {
        title: "Bonjour",
        body: "<p>Salut</p>",
        author_id,
        state: "draft"
      })
      assert.notProperty(created.translated_content?.fr, "url")
      const updated = yield* Articles.update(created.id, { translated_content: { fr: { state: "published" } } })
      assert.deepInclude(updated, { title: "Hello" })
      assert.deepInclude(updated.translated_content?.fr, {
        title: "Bonjour",
        url: `https://intercom.help/embedded/fr/articles/${created.id}-bonjour`
      })
    })
  },
  {
    name: "takes title and author from the default language's content, and refuses what has none",
    seed: library,
    test: Effect.gen(function*() {
      for (const nameless of [{ title: " ", author_id }, { title: "?", author_id: "" }]) {
        assert.strictEqual(yield* refusal(Articles.create(nameless)), "IntercomInvalidRequest 400 parameter_not_found")
      }
      for (
        const article of [
          { title: "?", author_id: "8" },
          { title: "?", author_id, parent_id: "4" },
          { title: "?", author_id, translated_content: { fr: { author_id: "8" } } }
        ]
      ) {
        assert.strictEqual(yield* refusal(Articles.create(article)), "IntercomInvalidRequest 400 parameter_invalid")
      }
      assert.strictEqual(
        yield* refusal(post("/articles", { title: "?", author_id, state: "lost" })),
        "IntercomInvalidRequest 400 parameter_invalid"
      )
      assert.strictEqual(
        yield* refusal(Articles.update("11", { title: " " })),
        "IntercomInvalidRequest 400 parameter_invalid"
      )
      assert.strictEqual(yield* refusal(Articles.update("99", { title: "?" })), "IntercomNotFound 404 not_found")
      assert.strictEqual((yield* Articles.list()).total_count, 4)
      yield* post("/articles", {
        translated_content: { en: { title: "Hello", author_id: 814_860, state: "published" } }
      })
      const [created] = (yield* Articles.list()).data
      assert.deepInclude(created, { title: "Hello", author_id, state: "published" })
    })
  }
]
