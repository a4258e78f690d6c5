import { assert, describe, it } from "@effect/vitest"
import * as DataConnectors from "effect-intercom/api/DataConnectors"
import * as Pagination from "effect-intercom/Pagination"
import * as Cause from "effect/Cause"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Stream from "effect/Stream"
import { lineOf, scripted } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

const page = (id: string, next: unknown) => () =>
  Response.json({ type: "list", data: [{ id }], pages: { type: "pages", next } })

describe("Data connectors", () => {
  it.effect("are streamed 50 a page, to the last page", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([page("1", { starting_after: "WzE3XQ==" }), page("2", null)])
      const connectors = yield* Effect.provide(Stream.runCollect(DataConnectors.stream()), layer)
      assert.deepStrictEqual(Chunk.toReadonlyArray(connectors).map(({ id }) => id), ["1", "2"])
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /data_connectors?per_page=50",
        "GET /data_connectors?per_page=50&starting_after=WzE3XQ%3D%3D"
      ])
    }))

  it.effect("are created once, and changed again after a failure", () =>
    Effect.gen(function*() {
      assert.lengthOf(yield* attemptsOf(DataConnectors.create({ name: "Orders" })), 1)
      assert.isAbove((yield* attemptsOf(DataConnectors.update("1", { state: "live" }))).length, 1)
    }))

  it.effect("are changed by PATCH", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([page("1", null)])
      yield* Effect.ignore(Effect.provide(DataConnectors.update("1", { state: "draft" }), layer))
      assert.deepStrictEqual(sent.map(lineOf), ["PATCH /data_connectors/1"])
    }))

  it.effect("are not sent with a header that is no text, and the error does not hold the others", () =>
    Effect.gen(function*() {
      const headers = JSON.parse(`[{ "name": "Authorization", "value": "Bearer 4711" }, { "name": "X", "value": 1 }]`)
      const refusal = yield* refusalOf(DataConnectors.create({ name: "Orders", headers }))
      assert.deepStrictEqual(refusal, ["DataConnectors.create", "headers[1].value", "expected string, got number"])
    }))

  it.effect("are not changed with an input that has no description", () =>
    Effect.gen(function*() {
      const data_inputs = JSON.parse(`[{ "name": "order_id", "type": "string" }]`)
      assert.deepStrictEqual(
        (yield* refusalOf(DataConnectors.update("1", { data_inputs }))).slice(1),
        ["data_inputs[0].description", "is missing"]
      )
    }))
})

describe("The executions of a data connector", () => {
  it.effect("are streamed 30 a page, to the last page", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([page("1", { starting_after: "WzE3XQ" }), page("2", null)])
      const options = { success: false, start_ts: 1_770_744_000, include_bodies: true }
      const executions = yield* Effect.provide(
        Stream.runCollect(Pagination.stream(DataConnectors.listExecutions("9", options))),
        layer
      )
      assert.deepStrictEqual(Chunk.toReadonlyArray(executions).map(({ id }) => id), ["1", "2"])
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /data_connectors/9/execution_results?per_page=30&success=false&start_ts=1770744000&include_bodies=true",
        "GET /data_connectors/9/execution_results?per_page=30&starting_after=WzE3XQ&success=false&start_ts=1770744000" +
        "&include_bodies=true"
      ])
    }))

  for (const field of ["start_ts", "end_ts"] as const) {
    it.effect(`are not listed with ${field} in milliseconds`, () =>
      Effect.gen(function*() {
        const refusal = yield* refusalOf(DataConnectors.listExecutions("9", { [field]: 1_770_744_000_000 }))
        assert.deepStrictEqual(refusal.slice(1), [field, "must be whole Unix seconds, not milliseconds"])
      }))
  }

  it.effect("are not listed more than 30 a page", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* refusalOf(DataConnectors.listExecutions("9", { perPage: 31 })))[1], "perPage")
    }))

  it.effect("leave no body in an error", () =>
    Effect.gen(function*() {
      const body = { id: "1", request_body: { email: "ada@example.com" }, response_body: "ada@example.com" }
      const { layer } = scripted([() => Response.json(body)])
      const call = DataConnectors.findExecution("9", { execution_id: "1" })
      const exit = yield* Effect.exit(Effect.provide(call, layer))
      assert(Exit.isFailure(exit))
      assert.include(Cause.pretty(exit.cause), "request_body")
      assert.notInclude(`${Cause.pretty(exit.cause)} ${JSON.stringify(exit)}`, "ada@")
    }))
})
