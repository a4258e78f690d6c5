import { assert, describe, it } from "@effect/vitest"
import * as Teams from "effect-intercom/api/Teams"
import * as Effect from "effect/Effect"
import { lineOf, scripted } from "../scripted.js"
import { refusalOf } from "./sending.js"

describe("Teams.listMetrics", () => {
  it.effect("asks for conversations that are idle for the time that is given", () =>
    Effect.gen(function*() {
      const metric = { type: "team_metric", admin_id: 123, open: 5, idle: 2, snoozed: 1 }
      const { layer, sent } = scripted([() => Response.json({ type: "team_metric.list", data: [metric] })])
      const { data, next } = yield* Effect.provide(Teams.listMetrics("42", { idle_threshold: 86_400 }), layer)
      assert.deepStrictEqual<unknown>(data, [{ ...metric, admin_id: "123" }])
      assert.isUndefined(next)
      assert.deepStrictEqual(sent.map(lineOf), ["GET /teams/42/metrics?idle_threshold=86400"])
    }))

  it.effect("refuses a time that Intercom would replace, before anything is sent", () =>
    Effect.gen(function*() {
      for (const idle_threshold of [0, 86_401, 1.5, NaN]) {
        assert.deepStrictEqual(yield* refusalOf(Teams.listMetrics("42", { idle_threshold })), [
          "Teams.listMetrics",
          "idle_threshold",
          "must be an integer from 1 to 86400"
        ])
      }
    }))
})
