import { assert, describe, it } from "@effect/vitest"
import * as TicketTypes from "effect-intercom/api/TicketTypes"
import * as Effect from "effect/Effect"
import { bodyOf, lineOf, scripted } from "../scripted.js"

describe("TicketTypes.updateAttribute", () => {
  it.effect("names the attribute in the path and the changes in the body", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ type: "ticket_type_attribute", id: 162 })])
      yield* Effect.provide(TicketTypes.updateAttribute("65", { attribute_id: "162", archived: true }), layer)
      assert.deepStrictEqual(sent.map(lineOf), ["PUT /ticket_types/65/attributes/162"])
      assert.deepStrictEqual(sent.map(bodyOf), [{ archived: true }])
    }))
})
