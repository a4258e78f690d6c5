import { assert, describe, it } from "@effect/vitest"
import * as Calls from "effect-intercom/api/Calls"
import * as Array from "effect/Array"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { lineOf, scripted } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

const ids = (count: number) => Array.makeBy(count, (index) => `${index + 1}`)

describe("Calls", () => {
  it.effect("are streamed by the numbers of their pages", () =>
    Effect.gen(function*() {
      const next = "https://api.intercom.io/calls?per_page=25&page=2"
      const { layer, sent } = scripted([
        () => Response.json({ type: "list", data: [{ id: "1", created_at: 1 }], pages: { next } }),
        () => Response.json({ type: "list", data: [{ id: "2", created_at: "2025-01-24T10:01:20Z" }], pages: {} })
      ])
      const calls = yield* Calls.stream().pipe(Stream.runCollect, Effect.provide(layer))
      assert.deepStrictEqual(Chunk.toReadonlyArray(calls).map(({ id }) => id), ["1", "2"])
      assert.deepStrictEqual(sent.map(lineOf), ["GET /calls?per_page=25", "GET /calls?per_page=25&page=2"])
    }))

  it.effect("are searched for in 1 to 20 conversations, and again after a failure", () =>
    Effect.gen(function*() {
      // @ts-expect-error the types keep this out too
      assert.deepStrictEqual(yield* refusalOf(Calls.search({ conversation_ids: [] })), [
        "Calls.search",
        "conversation_ids",
        "must be 1 to 20, not 0"
      ])
      assert.deepStrictEqual(yield* refusalOf(Calls.search({ conversation_ids: ids(21) })), [
        "Calls.search",
        "conversation_ids",
        "must be 1 to 20, not 21"
      ])
      const { layer } = scripted([() => Response.json({ type: "list", data: [{ id: 7, transcript: [{}] }] })])
      for (const count of [1, 20]) {
        const calls = yield* Effect.provide(Calls.search({ conversation_ids: ids(count) }), layer)
        assert.deepStrictEqual<unknown>(calls.data, [{ id: "7", transcript: [{}] }])
      }
      assert.isAbove((yield* attemptsOf(Calls.search({ conversation_ids: ids(1) }))).length, 1)
    }))
})
