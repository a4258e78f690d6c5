import { assert } from "@effect/vitest"
import * as ConversationAttributes from "effect-intercom/api/ConversationAttributes"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Effect from "effect/Effect"
import { post, put, refusal } from "../calls.js"
import type { Case } from "../ways.js"

const seed: Case["seed"] = {
  teams: [{ id: "91", name: "Sales" }],
  conversationAttributes: [
    { id: "1", name: "Urgency", data_type: "list", options: ["Low", "High", "Higher"], teams: ["Sales"] },
    { id: "2", name: "Old", archived: true }
  ]
}

const missing = "IntercomNotFound 404 conversation_attribute_not_found"

const invalid = "IntercomInvalidRequest 422 parameter_invalid"

const labels = ({ options }: ConversationAttributes.ConversationAttribute) =>
  options?.map(({ archived, label }) => archived === true ? `${label} (archived)` : label)

const optionId = (label: string) =>
  Effect.map(
    ConversationAttributes.find("1"),
    ({ options }) => ({ option_id: options?.find((option) => option.label === label)?.id ?? "" })
  )

export const cases: ReadonlyArray<Case> = [
  {
    name: "creates attributes, changes them and archives them",
    test: Effect.gen(function*() {
      const created = yield* ConversationAttributes.create({ name: "Reason", data_type: "string", multiline: true })
      assert.deepInclude(created, {
        type: "conversation_attribute",
        name: "Reason",
        description: "",
        required: false,
        visible_to_team_ids: [],
        archived: false,
        admin_id: "814860",
        multiline: true
      })
      assert.notProperty(created, "options")
      const changed = yield* ConversationAttributes.update(created.id, { description: "Why", required: true })
      assert.deepInclude(changed, { name: "Reason", description: "Why", required: true, multiline: true })
      const whole = yield* ConversationAttributes.create({ name: "Pages", data_type: "integer" })
      assert.notProperty(whole, "multiline")
      const { data } = yield* ConversationAttributes.list()
      assert.deepStrictEqual(data, [changed, whole])
      assert.isTrue((yield* ConversationAttributes.archive(created.id)).archived)
      assert.deepStrictEqual((yield* ConversationAttributes.list()).data, [whole])
      assert.lengthOf((yield* ConversationAttributes.list({ include_archived: true })).data, 2)
      assert.strictEqual(yield* refusal(ConversationAttributes.find("99")), missing)
    })
  },
  {
    name: "adds, renames and archives options of a list, two of which stay",
    seed,
    test: Effect.gen(function*() {
      assert.deepInclude(yield* ConversationAttributes.find("1"), { visible_to_team_ids: ["91"], data_type: "list" })
      const added = yield* ConversationAttributes.addOption("1", { label: "Highest" })
      assert.deepStrictEqual(labels(added), ["Low", "High", "Higher", "Highest"])
      const low = yield* optionId("Low")
      assert.match(low.option_id, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
      const renamed = yield* ConversationAttributes.renameOption("1", { ...low, label: "Lower" })
      assert.deepStrictEqual(labels(renamed), ["Lower", "High", "Higher", "Highest"])
      yield* ConversationAttributes.archiveOption("1", low)
      const archived = yield* ConversationAttributes.archiveOption("1", yield* optionId("High"))
      assert.deepStrictEqual(labels(archived), ["Lower (archived)", "High (archived)", "Higher", "Highest"])
      const third = yield* optionId("Higher")
      assert.strictEqual(yield* refusal(ConversationAttributes.archiveOption("1", third)), invalid)
      assert.strictEqual(yield* refusal(ConversationAttributes.archiveOption("1", { option_id: "?" })), missing)
    })
  },
  {
    name: "refuses options of what is no list",
    seed,
    test: Effect.gen(function*() {
      assert.strictEqual(yield* refusal(ConversationAttributes.addOption("2", { label: "High" })), invalid)
      assert.strictEqual(yield* refusal(ConversationAttributes.addOption("3", { label: "High" })), missing)
    })
  },
  {
    name: "refuses what is no attribute and no option",
    seed,
    test: Effect.gen(function*() {
      const { option_id } = yield* optionId("Low")
      const path = `/conversations/attributes/1/options/${option_id}`
      for (
        const call of [
          post("/conversations/attributes", { name: "Size", data_type: "huge" }),
          post("/conversations/attributes", { name: " ", data_type: "string" }),
          put(path, {}),
          put(path, { label: 1 }),
          put(path, { label: "Low", archived: true })
        ]
      ) assert.strictEqual(yield* refusal(IntercomHttp.withVersion(call, "2.16")), invalid)
    })
  }
]
