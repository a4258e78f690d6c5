import { assert, describe, it } from "@effect/vitest"
import * as Endpoint from "effect-intercom/Endpoint"
import * as Pagination from "effect-intercom/Pagination"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { lineOf, scripted } from "./scripted.js"

const item = Schema.Struct({ id: Schema.String })

const numbered = Pagination.make(
  "Things.list",
  { item, next: Pagination.nextNumber, maxPerPage: 50 },
  (options: Pagination.ListOptions) => Endpoint.get("/things", { query: Pagination.pageNumbers(options) })
)

const byToken = Pagination.make(
  "Things.list",
  { item, next: Pagination.nextToken, maxPerPage: 50 },
  ({ cursor, perPage }: Pagination.ListOptions) => Endpoint.get("/things", { query: { cursor, per_page: perPage } })
)

/** The ids that a stream of the list yields, and the requests that it sends. */
const run = <A extends { readonly id: string }>(
  list: Pagination.List<A>,
  bodies: readonly [object, ...Array<object>]
) =>
  Effect.gen(function*() {
    const [first, ...others] = bodies.map((body) => () => Response.json(body))
    const { layer, sent } = scripted([first ?? Response.error, ...others])
    const result = yield* Pagination.stream(list).pipe(
      Stream.map(({ id }) => id),
      Stream.runCollect,
      Effect.map((ids) => Array.from(ids)),
      Effect.either,
      Effect.provide(layer)
    )
    return { result, sent: sent.map(lineOf) }
  })

const page = (id: string, pages: object) => ({ type: "list", data: [{ id }], ...pages })

describe("A list that only says how many pages there are", () => {
  const requests = ["GET /things?per_page=50", "GET /things?per_page=50&page=2"]

  it.effect("is read to its last page, if it says so in pages", () =>
    Effect.gen(function*() {
      const { result, sent } = yield* run(numbered(), [
        page("a", { pages: { type: "pages", page: 1, per_page: 50, total_pages: 2 } }),
        page("b", { pages: { type: "pages", page: 2, per_page: 50, total_pages: 2 } })
      ])
      assert.deepStrictEqual(result, Either.right(["a", "b"]))
      assert.deepStrictEqual(sent, requests)
    }))

  it.effect("is read to its last page, if it says so in the body", () =>
    Effect.gen(function*() {
      const { result, sent } = yield* run(numbered(), [
        page("a", { page: 1, per_page: 50, total_pages: 2 }),
        page("b", { page: 2, per_page: 50, total_pages: 2 })
      ])
      assert.deepStrictEqual(result, Either.right(["a", "b"]))
      assert.deepStrictEqual(sent, requests)
    }))

  it.effect("is read to its last page, if it says so in the body and pages is empty", () =>
    Effect.gen(function*() {
      const { result, sent } = yield* run(numbered(), [
        page("a", { pages: {}, page: 1, total_pages: 2 }),
        page("b", { pages: {}, page: 2, total_pages: 2 })
      ])
      assert.deepStrictEqual(result, Either.right(["a", "b"]))
      assert.deepStrictEqual(sent, requests)
    }))

  it.effect("follows a next page that it names", () =>
    Effect.gen(function*() {
      const { sent } = yield* run(numbered(), [
        page("a", { pages: { page: 1, total_pages: 9, next: "https://api.intercom.io/things?page=2&per_page=50" } }),
        page("b", { pages: { page: 9, total_pages: 9, next: null } })
      ])
      assert.deepStrictEqual(sent, requests)
    }))

  it.effect("fails instead of reading the same page for ever", () =>
    Effect.gen(function*() {
      for (const number of [1, ""]) {
        const { result } = yield* run(numbered(), [page("a", { pages: { page: number, total_pages: 2 } })])
        assert.deepInclude(Either.getOrThrow(Either.flip(result)), {
          _tag: "IntercomInvalidResponse",
          reason: "repeats"
        })
      }
    }))

  it.effect("ends where it says nothing", () =>
    Effect.gen(function*() {
      const noNumber = { toString: null, valueOf: null }
      const silent = [{}, { pages: null }, { pages: {} }, { page: "x", total_pages: null }]
      for (const pages of [...silent, { page: noNumber, total_pages: 2 }, { page: 1, total_pages: noNumber }]) {
        assert.lengthOf((yield* run(numbered(), [page("a", pages)])).sent, 1)
      }
    }))
})

describe("A page size", () => {
  it.effect("that is refused says which are allowed, also if there is no largest one", () =>
    Effect.gen(function*() {
      const endless = Pagination.make("Things.list", { item }, () => Endpoint.get("/things"))
      const options: Pagination.ListOptions = { perPage: 0 }
      const messages = yield* Effect.forEach(
        [numbered(options), endless(options)],
        (list) => Effect.map(Effect.flip(list), ({ message }) => message)
      ).pipe(Effect.provide(scripted([Response.error]).layer))
      assert.deepStrictEqual(messages, [
        "Things.list: nothing was sent, perPage must be an integer from 1 to 50 (GET /things)",
        "Things.list: nothing was sent, perPage must be an integer, 1 or more (GET /things)"
      ])
    }))
})

describe("A list with next_cursor", () => {
  it.effect("is read while there is more", () =>
    Effect.gen(function*() {
      const { result, sent } = yield* run(byToken(), [
        page("a", { next_cursor: "c2", has_more: true }),
        page("b", { next_cursor: null, has_more: false })
      ])
      assert.deepStrictEqual(result, Either.right(["a", "b"]))
      assert.deepStrictEqual(sent, ["GET /things?per_page=50", "GET /things?cursor=c2&per_page=50"])
    }))

  it.effect("ends if has_more is false, whatever the cursor", () =>
    Effect.gen(function*() {
      assert.lengthOf((yield* run(byToken(), [page("a", { next_cursor: "c2", has_more: false })])).sent, 1)
    }))

  it.effect("reads a number as a cursor, also without has_more", () =>
    Effect.gen(function*() {
      const { sent } = yield* run(byToken(), [page("a", { next_cursor: 2 }), page("b", {})])
      assert.deepStrictEqual(sent, ["GET /things?per_page=50", "GET /things?cursor=2&per_page=50"])
    }))

  it.effect("fails if there is more without a cursor, or with one that cannot be sent", () =>
    Effect.gen(function*() {
      for (const next of [{ has_more: true }, { next_cursor: {}, has_more: true }, { next_cursor: {} }]) {
        const { result } = yield* run(byToken(), [page("a", next)])
        assert.deepInclude(Either.getOrThrow(Either.flip(result)), {
          _tag: "IntercomInvalidResponse",
          reason: "is empty"
        })
      }
    }))
})
