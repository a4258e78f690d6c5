import { assert, describe, it } from "@effect/vitest"
import * as ConversationAttributes from "effect-intercom/api/ConversationAttributes"
import * as Effect from "effect/Effect"
import { bodyOf, lineOf, scripted } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

describe("ConversationAttributes.create", () => {
  it.effect("does not create a list of one option", () =>
    Effect.gen(function*() {
      const options: [ConversationAttributes.NewConversationAttributeOption, { label: string }] = [
        { label: "Low" },
        { label: "High" }
      ]
      options.pop()
      assert.deepStrictEqual(
        yield* refusalOf(ConversationAttributes.create({ name: "Urgency", data_type: "list", options })),
        ["ConversationAttributes.create", "options[1]", "is missing"]
      )
    }))

  it.effect("does not send the settings of another data type", () =>
    Effect.gen(function*() {
      const attribute = { name: "Weight", data_type: "decimal", multiline: true } as const
      assert.deepStrictEqual(
        (yield* refusalOf(ConversationAttributes.create(attribute))).slice(0, 2),
        ["ConversationAttributes.create", "multiline"]
      )
    }))
})

describe("The options of a list", () => {
  it.effect("are sent as a label, and nothing else", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ type: "conversation_attribute", id: 2 })])
      const attribute = yield* Effect.provide(ConversationAttributes.addOption("2", { label: "High" }), layer)
      yield* Effect.provide(ConversationAttributes.renameOption("2", { option_id: "a1b2", label: "Higher" }), layer)
      yield* Effect.provide(ConversationAttributes.archiveOption("2", { option_id: "a1b2" }), layer)
      assert.strictEqual(attribute.id, "2")
      assert.deepStrictEqual(sent.map(lineOf), [
        "POST /conversations/attributes/2/options",
        "PUT /conversations/attributes/2/options/a1b2",
        "DELETE /conversations/attributes/2/options/a1b2"
      ])
      assert.deepStrictEqual(sent.map(bodyOf), [{ label: "High" }, { label: "Higher" }, undefined])
    }))

  it.effect("are added once, and renamed again after a failure", () =>
    Effect.gen(function*() {
      assert.lengthOf(yield* attemptsOf(ConversationAttributes.addOption("2", { label: "High" })), 1)
      const renamed = yield* attemptsOf(ConversationAttributes.renameOption("2", { option_id: "a1", label: "High" }))
      assert.isAbove(renamed.length, 1)
    }))
})

describe("ConversationAttributes.list", () => {
  it.effect("asks for 2.16, because to 2.15 its path is the one of a conversation", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([() => Response.json({ type: "list", data: [] })])
      yield* Effect.provide(ConversationAttributes.list({ include_archived: true }), layer)
      assert.deepStrictEqual(sent.map(lineOf), ["GET /conversations/attributes?include_archived=true"])
      assert.deepStrictEqual(sent.map(({ headers }) => headers["intercom-version"]), ["2.16"])
    }))
})
