import { assert, describe, it } from "@effect/vitest"
import * as Articles from "effect-intercom/api/Articles"
import * as InternalArticles from "effect-intercom/api/InternalArticles"
import * as Pagination from "effect-intercom/Pagination"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { errorList, lineOf, scripted } from "../scripted.js"
import { refusalOf } from "./sending.js"

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

describe("InternalArticles", () => {
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
