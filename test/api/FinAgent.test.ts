import { assert, describe, it } from "@effect/vitest"
import * as FinAgent from "effect-intercom/api/FinAgent"
import * as Effect from "effect/Effect"
import { scripted } from "../scripted.js"
import { attemptsOf } from "./sending.js"

const reply: FinAgent.FinReply = {
  conversation_id: "ext-123",
  message: { author: "user", body: "Hi", timestamp: "2025-01-24T10:01:20.000Z" },
  user: { id: "7" }
}

describe("FinAgent", () => {
  it.effect("reads the statuses of 2.15 and of 2.16", () =>
    Effect.gen(function*() {
      for (const status of ["awaiting_user_reply", "replying"]) {
        const { layer } = scripted([() => Response.json({ conversation_id: "ext-123", status })])
        assert.strictEqual((yield* Effect.provide(FinAgent.reply(reply), layer)).status, status)
      }
    }))

  it.effect("repeats a rating, which then changes nothing, and no message", () =>
    Effect.gen(function*() {
      assert.lengthOf(yield* attemptsOf(FinAgent.start(reply)), 1)
      assert.lengthOf(yield* attemptsOf(FinAgent.reply(reply)), 1)
      assert.isAbove((yield* attemptsOf(FinAgent.rate({ conversation_id: "ext-123", rating: "ok" }))).length, 1)
    }))
})
