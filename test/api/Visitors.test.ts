import { assert, describe, it } from "@effect/vitest"
import * as Visitors from "effect-intercom/api/Visitors"
import * as Effect from "effect/Effect"
import { lineOf, scripted } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

describe("Visitors", () => {
  it.effect("are found by a user_id, which must not be empty", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ type: "visitor", id: "1" })])
      yield* Effect.provide(Visitors.find("3ecf 64d0"), layer)
      assert.deepStrictEqual(sent.map(lineOf), ["GET /visitors?user_id=3ecf+64d0"])
      assert.deepStrictEqual(yield* refusalOf(Visitors.find("")), [
        "Visitors.find",
        "user_id",
        "must be text, not empty"
      ])
    }))

  it.effect("are refused where nothing tells which one it is", () =>
    Effect.gen(function*() {
      // @ts-expect-error the types keep this out too
      assert.deepStrictEqual(yield* refusalOf(Visitors.update({}, { name: "Ada" })), [
        "Visitors.update",
        "",
        "must have one of id, user_id"
      ])
      const ada = { email: "ada@example.com" }
      const reason = "must have one of id, user_id, email"
      assert.deepStrictEqual(
        // @ts-expect-error the types keep this out too
        yield* refusalOf(Visitors.convert({ type: "user", visitor: {}, user: ada })),
        ["Visitors.convert", "visitor", reason]
      )
      assert.deepStrictEqual(
        // @ts-expect-error the types keep this out too
        yield* refusalOf(Visitors.convert({ type: "user", visitor: ada, user: {} })),
        ["Visitors.convert", "user", reason]
      )
    }))

  it.effect("are not converted twice", () =>
    Effect.gen(function*() {
      const ada = { email: "ada@example.com" }
      assert.lengthOf(yield* attemptsOf(Visitors.convert({ type: "user", visitor: ada, user: ada })), 1)
    }))
})
