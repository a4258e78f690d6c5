import { assert, describe, it } from "@effect/vitest"
import * as Articles from "effect-intercom/api/Articles"
import * as InternalArticles from "effect-intercom/api/InternalArticles"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import type { NewFinTargeting } from "effect-intercom/models/FinTargeting"
import * as Pagination from "effect-intercom/Pagination"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { bodyOf, errorList, lineOf, scripted } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

const found = (key: string, id: number, next: unknown) => () =>
  Response.json({ type: "list", total_count: 2, data: { [key]: [{ id }] }, pages: { type: "pages", next } })

describe("Articles", () => {
  it.effect("are found with their highlights, and with the way to the next page", () =>
    Effect.gen(function*() {
      const arrived = {
        type: "list",
        total_count: 2,
        data: {
          articles: [{ id: "55", title: "Refunds" }],
          highlights: [{
            article_id: "55",
            highlighted_title: [{ type: "highlight", text: "Refund" }, { type: "plain", text: "s" }],
            highlighted_summary: [[{ type: "plain", text: "How a " }, { type: "highlight", text: "refund" }]]
          }]
        },
        pages: { type: "pages", page: 1, next: "https://api.intercom.io/articles/search?phrase=refund&page=2" }
      }
      const { layer, sent } = scripted([() => Response.json(arrived)])
      const search: Articles.ArticleSearch = {
        phrase: "refund",
        highlight: true,
        help_center_id: "79",
        state: "all"
      }
      const results = yield* Effect.provide(Articles.search(search), layer)
      const { articles, highlights } = arrived.data
      assert.deepStrictEqual<unknown>(results, { ...arrived, data: articles, highlights, next: "2" })
      const cursor = Pagination.nextCursor(results)
      yield* Effect.provide(Articles.search({ ...search, cursor, perPage: 5 }), layer)
      const query = "phrase=refund&state=all&help_center_id=79&highlight=true"
      assert.deepStrictEqual(sent.map(lineOf), [
        `GET /articles/search?${query}`,
        `GET /articles/search?${query}&per_page=5&page=2`
      ])
    }))

  it.effect("are streamed 150 a page", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ type: "list", data: [{ id: 1 }], pages: null })])
      yield* Effect.provide(Stream.runDrain(Articles.stream()), layer)
      assert.deepStrictEqual(sent.map(lineOf), ["GET /articles?per_page=150"])
    }))

  it.effect("that a search finds are streamed from any page on, each with the same search", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([
        found("articles", 1, "https://api.intercom.io/articles/search?phrase=refund&page=3"),
        found("articles", 2, { page: 4, starting_after: "four" }),
        found("articles", 3, null)
      ])
      const articles = yield* Articles.searchStream({ phrase: "refund", cursor: "2" }).pipe(
        Stream.runCollect,
        Effect.provide(layer)
      )
      assert.deepStrictEqual(Chunk.toReadonlyArray(articles).map(({ id }) => id), ["1", "2", "3"])
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /articles/search?phrase=refund&page=2",
        "GET /articles/search?phrase=refund&page=3",
        "GET /articles/search?phrase=refund&starting_after=four"
      ])
    }))

  it.effect("that a search finds come in pages, each with the way to the next", () =>
    Effect.gen(function*() {
      const { layer } = scripted([
        found("articles", 1, "https://api.intercom.io/articles/search?phrase=refund&page=2"),
        found("articles", 2, null)
      ])
      const pages = yield* Articles.searchPages({ phrase: "refund" }).pipe(Stream.runCollect, Effect.provide(layer))
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(pages).map(({ data, next }) => [data.map(({ id }) => id), next]),
        [[["1"], "2"], [["2"], undefined]]
      )
    }))

  it.effect("are not found if the success of a search names an error", () =>
    Effect.gen(function*() {
      const { layer } = scripted([() => errorList(200, "server_error")])
      const search = yield* Effect.flip(Effect.provide(Articles.search({ phrase: "refund" }), layer))
      assert.strictEqual(search._tag, "IntercomServerError")
      const internal = yield* Effect.flip(Effect.provide(InternalArticles.search({}), layer))
      assert.strictEqual(internal._tag, "IntercomServerError")
    }))

  it.effect("are read in every language, one that is new stays as it came", () =>
    Effect.gen(function*() {
      const arrived = {
        id: 1,
        translated_content: {
          type: "article_translated_content",
          fr: { type: "article_content", title: "Merci", author_id: 814860 },
          "pt-BR": null,
          id: { title: "Terima kasih" },
          tlh: { title: "qatlho'" }
        }
      }
      const { layer } = scripted([() => Response.json(arrived)])
      const article = yield* Effect.provide(Articles.find("1"), layer)
      assert.strictEqual(article.translated_content?.type, "article_translated_content")
      assert.strictEqual(article.translated_content?.fr?.author_id, "814860")
      assert.deepStrictEqual<unknown>(article, {
        id: "1",
        translated_content: {
          ...arrived.translated_content,
          fr: { ...arrived.translated_content.fr, author_id: "814860" }
        }
      })
    }))
})

describe("Articles, with input of API 2.16,", () => {
  const targeting: NewFinTargeting = {
    audience_ids: ["1", 2],
    ai_chatbot_availability: true,
    ai_copilot_availability: false,
    ai_sales_agent_availability: true
  }

  it.effect("are sent with all of it under 2.16", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime(Date.parse("2026-12-31T08:59:59Z"))
      const { layer, sent } = scripted([() => Response.json({ id: "1" })], { version: "2.16" })
      const article: Articles.NewArticle = {
        ...targeting,
        title: "Thanks",
        author_id: "1",
        body_markdown: "# Thanks",
        state: "published",
        scheduled_publish_at: "2026-12-31T10:00:00+01:00",
        translated_content: { fr: { ...targeting, body_markdown: "# Merci" } }
      }
      yield* Effect.provide(Articles.create(article), layer)
      yield* Effect.provide(Articles.update("1", { scheduled_publish_at: null, scheduled_unpublish_at: null }), layer)
      assert.deepStrictEqual<unknown>(sent.map(bodyOf), [
        {
          ...article,
          audience_ids: [1, 2],
          author_id: 1,
          translated_content: { fr: { ...targeting, audience_ids: [1, 2], body_markdown: "# Merci" } }
        },
        { scheduled_publish_at: null, scheduled_unpublish_at: null }
      ])
    }))

  it.effect("are refused under 2.15, naming the field", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime(Date.parse("2026-01-01T00:00:00Z"))
      const changes: ReadonlyArray<readonly [field: string, changes: Articles.ArticleChanges]> = [
        ["body_markdown", { body_markdown: "" }],
        ["audience_ids", { audience_ids: [] }],
        ["ai_chatbot_availability", { ai_chatbot_availability: false }],
        ["ai_copilot_availability", { ai_copilot_availability: false }],
        ["ai_sales_agent_availability", { ai_sales_agent_availability: false }],
        ["scheduled_publish_at", { scheduled_publish_at: null }],
        ["scheduled_unpublish_at", { scheduled_unpublish_at: "2026-12-31T09:00:00Z" }],
        ["translated_content.fr.audience_ids", { translated_content: { fr: { audience_ids: [1] } } }]
      ]
      const reason = "needs API version 2.16: use IntercomHttp.withVersion"
      for (const [field, change] of changes) {
        assert.deepStrictEqual(yield* refusalOf(Articles.update("1", change)), ["Articles.update", field, reason])
        assert.deepStrictEqual(
          yield* refusalOf(Articles.create({ ...change, title: "", author_id: 1 })),
          ["Articles.create", field, reason]
        )
      }
    }))

  it.effect("are refused with a body in two forms, in any language", () =>
    Effect.gen(function*() {
      const twice = { body: "<p>a</p>", body_markdown: "a" }
      const reason = "must have at most one of body, body_markdown"
      assert.deepStrictEqual(
        yield* refusalOf(Articles.create({ title: "", author_id: 1, ...twice })),
        ["Articles.create", "", reason]
      )
      assert.deepStrictEqual(
        yield* refusalOf(Articles.update("1", { translated_content: { en: { body: "" }, fr: twice } })),
        ["Articles.update", "translated_content.fr", reason]
      )
      assert.deepStrictEqual(yield* refusalOf(Articles.stageDraft("1", twice)), ["Articles.stageDraft", "", reason])
    }))

  it.effect("are refused with a schedule that is not one time in the future", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime(Date.parse("2026-12-31T09:00:00Z"))
      const cases: ReadonlyArray<readonly [changes: Articles.ArticleChanges, field: string, reason: string]> = [
        [{ scheduled_publish_at: "2026-12-31T09:00:00Z" }, "scheduled_publish_at", "must be in the future"],
        [{ scheduled_unpublish_at: "2026-12-31T10:00:00+01:00" }, "scheduled_unpublish_at", "must be in the future"],
        ...["", "tomorrow", "2027-01-01", "2027-01-01T00:00:00", "2027-13-01T00:00:00Z", "1900000000"].map((
          time
        ): readonly [Articles.ArticleChanges, string, string] => [
          { scheduled_publish_at: time },
          "scheduled_publish_at",
          "must be a time in ISO 8601 with a time zone"
        ]),
        [
          { scheduled_publish_at: "2027-01-01T00:00:00Z", scheduled_unpublish_at: "2027-02-01T00:00:00Z" },
          "",
          "must have at most one of scheduled_publish_at, scheduled_unpublish_at"
        ],
        [
          { state: "draft", scheduled_publish_at: "2027-01-01T00:00:00Z" },
          "state",
          "must not be draft if scheduled_publish_at has a time"
        ]
      ]
      for (const [changes, ...expected] of cases) {
        const call = IntercomHttp.withVersion(Articles.update("1", changes), "2.16")
        assert.deepStrictEqual(yield* refusalOf(call), ["Articles.update", ...expected])
      }
    }))
})

describe("The draft of an article", () => {
  it.effect("is published without a body, or in some languages", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ id: "1" })])
      yield* Effect.provide(Articles.publishDraft("1"), layer)
      yield* Effect.provide(Articles.publishDraft("1", { locales: ["fr"] }), layer)
      assert.deepStrictEqual(sent.map(bodyOf), [undefined, { locales: ["fr"] }])
    }))

  it.effect("is published once only, whatever Intercom answers", () =>
    Effect.gen(function*() {
      assert.lengthOf(yield* attemptsOf(Articles.publishDraft("1")), 1)
    }))
})

describe("The versions of an article", () => {
  it.effect("are streamed to the last page, in one language", () =>
    Effect.gen(function*() {
      const page = (page: number) => () =>
        Response.json({ type: "list", data: [{ id: page }], pages: { type: "pages", page, total_pages: 2 } })
      const { layer, sent } = scripted([page(1), page(2)])
      const versions = yield* Pagination.stream(Articles.listVersions("7", { locale: "fr" })).pipe(
        Stream.runCollect,
        Effect.provide(layer)
      )
      assert.deepStrictEqual(Chunk.toReadonlyArray(versions).map(({ id }) => id), ["1", "2"])
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /articles/7/versions?locale=fr",
        "GET /articles/7/versions?locale=fr&page=2"
      ])
    }))
})

describe("Tags of articles", () => {
  it.effect("are attached again after a failure, because that changes nothing", () =>
    Effect.gen(function*() {
      const tag = { tag_id: "7", admin_id: "1" }
      for (const attachTag of [Articles.attachTag, InternalArticles.attachTag]) {
        const [body, ...others] = yield* attemptsOf(attachTag("1", tag))
        assert.deepStrictEqual(body, { id: "7", admin_id: "1" })
        assert.isNotEmpty(others)
      }
    }))
})

describe("InternalArticles", () => {
  it.effect("are refused with input of API 2.16 under 2.15, and with a body in two forms", () =>
    Effect.gen(function*() {
      const reason = "needs API version 2.16: use IntercomHttp.withVersion"
      const article = { title: "", owner_id: 1, author_id: 1 }
      assert.deepStrictEqual(
        yield* refusalOf(InternalArticles.create({ ...article, body_markdown: "" })),
        ["InternalArticles.create", "body_markdown", reason]
      )
      const changes: ReadonlyArray<InternalArticles.InternalArticleChanges> = [
        { audience_ids: [] },
        { ai_chatbot_availability: false },
        { ai_copilot_availability: false },
        { ai_sales_agent_availability: false }
      ]
      for (const change of changes) {
        const [field = ""] = Object.keys(change)
        assert.deepStrictEqual(
          yield* refusalOf(InternalArticles.update("1", change)),
          ["InternalArticles.update", field, reason]
        )
      }
      assert.deepStrictEqual(
        yield* refusalOf(InternalArticles.update("1", { body: "<p>a</p>", body_markdown: "a" })),
        ["InternalArticles.update", "", "must have at most one of body, body_markdown"]
      )
      const { layer, sent } = scripted([() => Response.json({ id: "1" })], { version: "2.16" })
      const targeted = { ...article, body_markdown: "a", audience_ids: ["1"], ai_copilot_availability: true }
      yield* Effect.provide(InternalArticles.create(targeted), layer)
      assert.deepStrictEqual<unknown>(sent.map(bodyOf), [{ ...targeted, audience_ids: [1] }])
    }))

  it.effect("that a search finds are streamed page after page, each from the same folder", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([
        found("internal_articles", 1, "https://api.intercom.io/internal_articles/search?page=2"),
        found("internal_articles", 2, null)
      ])
      const articles = yield* InternalArticles.searchStream({ folder_id: "7", perPage: 1 }).pipe(
        Stream.runCollect,
        Effect.provide(layer)
      )
      assert.deepStrictEqual(Chunk.toReadonlyArray(articles).map(({ id }) => id), ["1", "2"])
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /internal_articles/search?folder_id=7&per_page=1",
        "GET /internal_articles/search?folder_id=7&per_page=1&page=2"
      ])
    }))

  it.effect("that a search finds come in pages, each with the way to the next", () =>
    Effect.gen(function*() {
      const { layer } = scripted([
        found("internal_articles", 1, { page: 2, starting_after: "two" }),
        found("internal_articles", 2, null)
      ])
      const pages = yield* InternalArticles.searchPages({ folder_id: "7" }).pipe(
        Stream.runCollect,
        Effect.provide(layer)
      )
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(pages).map(({ data, next }) => [data.map(({ id }) => id), next]),
        [[["1"], "two"], [["2"], undefined]]
      )
    }))

  it.effect("refuses a search with an empty cursor or too large a page before anything is sent", () =>
    Effect.gen(function*() {
      for (const search of [Articles.search, InternalArticles.search]) {
        const [, cursor] = yield* refusalOf(search({ cursor: "" }))
        assert.strictEqual(cursor, "cursor")
        const [, perPage] = yield* refusalOf(search({ perPage: 151 }))
        assert.strictEqual(perPage, "perPage")
      }
    }))
})
