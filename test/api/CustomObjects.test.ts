import { assert, describe, it } from "@effect/vitest"
import * as CustomObjects from "effect-intercom/api/CustomObjects"
import type * as IntercomError from "effect-intercom/IntercomError"
import type * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Pagination from "effect-intercom/Pagination"
import * as Retry from "effect-intercom/Retry"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { errorList, lineOf, scripted } from "../scripted.js"
import { refusalOf } from "./sending.js"

type Call = Effect.Effect<unknown, IntercomError.IntercomError, IntercomHttp.IntercomHttp>

const order = (): Response => Response.json({ id: "25", type: "Order", external_id: "a/1" })

describe("CustomObjects", () => {
  const cases: ReadonlyArray<readonly [call: Call, line: string]> = [
    [CustomObjects.upsert("Order", { external_id: "a/1" }), "POST /custom_object_instances/Order"],
    [CustomObjects.find("Order", { custom_object_instance_id: "25" }), "GET /custom_object_instances/Order/25"],
    [CustomObjects.delete("Order", { custom_object_instance_id: "25" }), "DELETE /custom_object_instances/Order/25"],
    [
      CustomObjects.findByExternalId("Order", { external_id: "a/1" }),
      "GET /custom_object_instances/Order?external_id=a%2F1"
    ],
    [
      CustomObjects.deleteByExternalId("Order", { external_id: "a/1" }),
      "DELETE /custom_object_instances/Order?external_id=a%2F1"
    ]
  ]
  for (const [call, line] of cases) {
    it.effect(`sends ${line}`, () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([order])
        yield* Effect.provide(call, layer)
        assert.deepStrictEqual(sent.map(lineOf), [line])
      }))
  }

  const refused: ReadonlyArray<readonly [what: string, operation: string, field: string, call: Call]> = [
    ["saved", "CustomObjects.upsert", "external_id", CustomObjects.upsert("Order", { external_id: "" })],
    [
      "found",
      "CustomObjects.find",
      "custom_object_instance_id",
      CustomObjects.find("Order", { custom_object_instance_id: "" })
    ],
    [
      "found by your id",
      "CustomObjects.findByExternalId",
      "external_id",
      CustomObjects.findByExternalId("Order", { external_id: "" })
    ],
    [
      "deleted by your id",
      "CustomObjects.deleteByExternalId",
      "external_id",
      CustomObjects.deleteByExternalId("Order", { external_id: "" })
    ]
  ]
  for (const [what, operation, field, call] of refused) {
    it.effect(`without an id are not ${what}`, () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([order])
        const error = yield* Effect.flip(Effect.provide(call, layer))
        assert(error._tag === "IntercomInvalidInput")
        assert.strictEqual(error.operation, operation)
        assert.strictEqual(error.field, field)
        assert.lengthOf(sent, 0)
      }))
  }

  it.effect("are saved again after a failure, since that changes nothing more", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => errorList(503, "service_unavailable"), order], { retry: Retry.make() })
      const fiber = yield* Effect.fork(Effect.provide(CustomObjects.upsert("Order", { external_id: "a/1" }), layer))
      yield* TestClock.adjust("1 minute")
      assert.strictEqual((yield* Fiber.join(fiber)).id, "25")
      assert.lengthOf(sent, 2)
    }))

  const page = (id: number, more: object) => () =>
    Response.json({ type: "list", data: [{ id, type: "Order" }], pages: { type: "pages", per_page: 150, ...more } })

  const streams: ReadonlyArray<
    readonly [
      query: string,
      stream: Stream.Stream<CustomObjects.CustomObjectInstance, IntercomError.IntercomError, IntercomHttp.IntercomHttp>
    ]
  > = [
    ["", CustomObjects.stream("Order")],
    [
      "references_contact_id=7&",
      Pagination.stream(CustomObjects.listByContact("Order", { references_contact_id: "7" }))
    ],
    [
      "references_conversation_id=8&",
      Pagination.stream(CustomObjects.listByConversation("Order", { references_conversation_id: "8" }))
    ]
  ]
  for (const [query, stream] of streams) {
    it.effect(`are streamed from ?${query}, by the URL of the next page or by the number of pages`, () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([
          page(1, { page: 1, total_pages: 3, next: "https://api.intercom.io/custom_object_instances/Order?page=2" }),
          page(2, { page: 2, total_pages: 3 }),
          page(3, { page: 3, total_pages: 3 })
        ])
        const orders = yield* Effect.provide(Stream.runCollect(stream), layer)
        assert.deepStrictEqual(Array.from(orders, ({ id }) => id), ["1", "2", "3"])
        assert.deepStrictEqual(sent.map(lineOf), [
          `GET /custom_object_instances/Order?${query}per_page=150`,
          `GET /custom_object_instances/Order?${query}per_page=150&page=2`,
          `GET /custom_object_instances/Order?${query}per_page=150&page=3`
        ])
        assert.deepStrictEqual(sent.map(({ headers }) => headers["intercom-version"]), ["2.16", "2.16", "2.16"])
      }))
  }

  it.effect("are not listed without the contact or the conversation, which would be all of them", () =>
    Effect.gen(function*() {
      const byContact = CustomObjects.listByContact("Order", { references_contact_id: "" })
      assert.strictEqual((yield* refusalOf(byContact))[1], "references_contact_id")
      const byConversation = CustomObjects.listByConversation("Order", { references_conversation_id: "" })
      assert.strictEqual((yield* refusalOf(byConversation))[1], "references_conversation_id")
    }))
})
