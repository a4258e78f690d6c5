import { assert, describe, it } from "@effect/vitest"
import * as Segments from "effect-intercom/api/Segments"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { lineOf, scripted } from "../scripted.js"

describe("Segments", () => {
  it.effect("are streamed to the last of their pages, where Intercom makes pages of them", () =>
    Effect.gen(function*() {
      const next = "https://api.intercom.io/segments?include_count=true&page=2"
      const { layer, sent } = scripted([
        () => Response.json({ type: "segment.list", segments: [{ id: "1" }], pages: { next } }),
        () => Response.json({ type: "segment.list", segments: [{ id: "2" }], pages: {} })
      ])
      const segments = yield* Segments.stream({ include_count: true }).pipe(Stream.runCollect, Effect.provide(layer))
      assert.deepStrictEqual(Chunk.toReadonlyArray(segments).map(({ id }) => id), ["1", "2"])
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /segments?include_count=true",
        "GET /segments?page=2&include_count=true"
      ])
    }))
})
