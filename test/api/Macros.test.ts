import { assert, describe, it } from "@effect/vitest"
import * as Macros from "effect-intercom/api/Macros"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { lineOf, scripted } from "../scripted.js"
import { refusalOf } from "./sending.js"

describe("Macros", () => {
  it.effect("are streamed 150 a page, to the last page", () =>
    Effect.gen(function*() {
      const page = (id: string, next: unknown) => () =>
        Response.json({ type: "list", data: [{ type: "macro", id, body: null }], pages: { type: "pages", next } })
      const { layer, sent } = scripted([page("1", { starting_after: "WzE3LCAiMSJd" }), page("2", null)])
      const macros = yield* Effect.provide(Stream.runCollect(Macros.stream({ updated_since: 1_719_474_966 })), layer)
      assert.deepStrictEqual(Chunk.toReadonlyArray(macros).map(({ id }) => id), ["1", "2"])
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /macros?per_page=150&updated_since=1719474966",
        "GET /macros?per_page=150&starting_after=WzE3LCAiMSJd&updated_since=1719474966"
      ])
      assert.deepStrictEqual(sent.map(({ headers }) => headers["intercom-version"]), ["2.16", "2.16"])
    }))

  it.effect("are not listed since a time in milliseconds", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual(yield* refusalOf(Macros.list({ updated_since: 1_719_474_966_000 })), [
        "Macros.list",
        "updated_since",
        "must be whole Unix seconds, not milliseconds"
      ])
    }))

  it.effect("are not listed more than 150 a page", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual((yield* refusalOf(Macros.list({ perPage: 151 }))).slice(0, 2), ["Macros.list", "perPage"])
    }))
})
