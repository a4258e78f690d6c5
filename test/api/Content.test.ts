import { assert, describe, it } from "@effect/vitest"
import * as Audiences from "effect-intercom/api/Audiences"
import * as Content from "effect-intercom/api/Content"
import * as ContentSnippets from "effect-intercom/api/ContentSnippets"
import * as HelpCenters from "effect-intercom/api/HelpCenters"
import type { IntercomError } from "effect-intercom/IntercomError"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as Pagination from "effect-intercom/Pagination"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { lineOf, scripted } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

describe("Lists that say how many pages there are", () => {
  const lists: ReadonlyArray<
    readonly [name: string, stream: Stream.Stream<{ readonly id: string }, IntercomError, IntercomHttp>, line: string]
  > = [
    ["Audiences", Audiences.stream(), "GET /audiences?per_page=50"],
    ["ContentSnippets", ContentSnippets.stream(), "GET /content_snippets?per_page=50"],
    [
      "Redirects",
      Pagination.stream(HelpCenters.listRedirects("7")),
      "GET /help_center/help_centers/7/redirects?per_page=250"
    ]
  ]

  for (const [name, stream, line] of lists) {
    it.effect(`are streamed to the last page: ${name}`, () =>
      Effect.gen(function*() {
        const position = (page: number) => ({ page, per_page: 1, total_pages: 2 })
        const page = (page: number) => () =>
          Response.json({
            type: "list",
            data: [{ id: page }],
            total_count: 2,
            ...(name === "Redirects" ? { pages: position(page) } : position(page))
          })
        const { layer, sent } = scripted([page(1), page(2)])
        const items = yield* Effect.provide(Stream.runCollect(stream), layer)
        assert.deepStrictEqual(Chunk.toReadonlyArray(items).map(({ id }) => id), ["1", "2"])
        assert.deepStrictEqual(sent.map(lineOf), [line, `${line}&page=2`])
        assert.deepStrictEqual(sent.map(({ headers }) => headers["intercom-version"]), ["2.16", "2.16"])
      }))
  }
})

describe("Audiences", () => {
  it.effect("have the values of their rules as text, whatever their kind", () =>
    Effect.gen(function*() {
      const predicates = ["Acme", 5, true, null].map((value) => ({ attribute: "a", comparison: "eq", value }))
      const { layer } = scripted([() => Response.json({ id: "1", predicates })])
      const audience = yield* Effect.provide(Audiences.find("1"), layer)
      assert.deepStrictEqual(audience.predicates?.map(({ value }) => value), ["Acme", "5", "true", null])
    }))
})

describe("ContentSnippets", () => {
  it.effect("are refused without text, with text in two forms, and with too long a title", () =>
    Effect.gen(function*() {
      const twice = { json_blocks: [{ type: "paragraph", text: "a" }], body_markdown: "a" }
      const exactlyOne = "must have exactly one of json_blocks, body_markdown"
      assert.deepStrictEqual(yield* refusalOf(ContentSnippets.create({ title: "a" })), [
        "ContentSnippets.create",
        "",
        exactlyOne
      ])
      assert.deepStrictEqual(yield* refusalOf(ContentSnippets.create({ title: "a", ...twice })), [
        "ContentSnippets.create",
        "",
        exactlyOne
      ])
      assert.deepStrictEqual(yield* refusalOf(ContentSnippets.update("1", twice)), [
        "ContentSnippets.update",
        "",
        "must have at most one of json_blocks, body_markdown"
      ])
      assert.deepStrictEqual(yield* refusalOf(ContentSnippets.update("1", { title: "é".repeat(256) })), [
        "ContentSnippets.update",
        "title",
        "must have at most 255 characters, not 256"
      ])
    }))
})

describe("Content.search", () => {
  it.effect("sends each list as one parameter, and says what the folders are", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ type: "list", data: [], pages: null })])
      yield* Effect.provide(Content.search({ tag_ids: ["1", 2], folder_ids: ["10"], states: ["draft"] }), layer)
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /content/search?states=draft&tag_ids=1%2C2&folder_ids=10&folder_entity_type=folder"
      ])
    }))

  it.effect("refuses an object with a length as the query, without reading that length", () =>
    Effect.gen(function*() {
      const query: string = JSON.parse("{\"length\":1e9}")
      assert.deepStrictEqual(yield* refusalOf(Content.search({ query })), [
        "Content.search",
        "query",
        "must be text, not empty"
      ])
    }))

  it.effect("is streamed to the last page", () =>
    Effect.gen(function*() {
      const page = (id: number, next: string | null) => () =>
        Response.json({ type: "list", data: [{ type: "article", id }], pages: { page: id, total_pages: 2, next } })
      const { layer, sent } = scripted([
        page(1, "https://api.intercom.io/content/search?query=refund&per_page=50&page=2"),
        page(2, null)
      ])
      const items = yield* Effect.provide(Stream.runCollect(Content.searchStream({ query: "refund" })), layer)
      assert.deepStrictEqual(Chunk.toReadonlyArray(items).map(({ id }) => id), ["1", "2"])
      const line = "GET /content/search?query=refund&per_page=50"
      assert.deepStrictEqual(sent.map(lineOf), [line, `${line}&page=2`])
    }))

  it.effect("refuses too long a query, a time in milliseconds, an empty list and too large a page", () =>
    Effect.gen(function*() {
      const searches: ReadonlyArray<readonly [field: string, search: Parameters<typeof Content.search>[0]]> = [
        ["query", { query: "a".repeat(501) }],
        ["updated_at_before", { updated_at_before: 1_700_000_000_000 }],
        ["tag_ids", { tag_ids: [] }],
        ["perPage", { perPage: 51 }]
      ]
      for (const [field, search] of searches) {
        assert.strictEqual((yield* refusalOf(Content.search(search)))[1], field)
      }
    }))
})

describe("Content.runBulkAction", () => {
  const content_ids: ReadonlyArray<Content.ContentId<"content_snippet">> = [{ type: "content_snippet", id: "1" }]

  it.effect("is sent again after a failure, because that changes nothing", () =>
    Effect.gen(function*() {
      const attempts = yield* attemptsOf(Content.runBulkAction({ action: "delete", content_ids }))
      assert.isAbove(attempts.length, 1)
    }))

  it.effect("refuses what Intercom would drop or reject", () =>
    Effect.gen(function*() {
      const snippets = Array.from({ length: 1001 }, () => content_ids).flat()
      const tags = (count: number) => Array.from({ length: count }, (_, id) => id)
      const cases: ReadonlyArray<readonly [action: unknown, field: string, reason: string]> = [
        [{ action: "delete", content_ids: [] }, "content_ids", "must be 1 to 1000, not 0"],
        [{ action: "delete", content_ids: snippets }, "content_ids", "must be 1 to 1000, not 1001"],
        [
          { action: "publish", content_ids: [{ type: "article_content", id: "1" }, ...content_ids] },
          "content_ids[1].type",
          "must be one of article_content to publish"
        ],
        [{ action: "set_audience", content_ids }, "audience", "is missing"],
        [{ action: "delete", content_ids, tags: { add_tag_ids: [1] } }, "tags", "is not for delete"],
        [{ action: "update_tags", content_ids, tags: {} }, "tags", "must be 1 to 100, not 0"],
        [
          { action: "update_tags", content_ids, tags: { add_tag_ids: tags(60), remove_tag_ids: tags(101) } },
          "tags",
          "must be 1 to 100, not 101"
        ]
      ]
      for (const [action, ...expected] of cases) {
        // A caller without the compiler.
        const call: Effect.Effect<unknown, IntercomError, IntercomHttp> = Reflect.apply(
          Content.runBulkAction,
          undefined,
          [action]
        )
        assert.deepStrictEqual(yield* refusalOf(call), ["Content.runBulkAction", ...expected])
      }
    }))
})
