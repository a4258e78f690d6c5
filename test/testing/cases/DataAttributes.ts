import { assert } from "@effect/vitest"
import * as DataAttributes from "effect-intercom/api/DataAttributes"
import * as IntercomError from "effect-intercom/IntercomError"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Effect from "effect/Effect"
import { post } from "../calls.js"
import type { Case } from "../ways.js"

const names = (attributes: ReadonlyArray<DataAttributes.DataAttribute>) => attributes.map(({ name }) => name)

export const cases: ReadonlyArray<Case> = [
  {
    name: "lists built-in attributes without an id, custom ones with one, by their model",
    until: "2.15",
    seed: {
      dataAttributes: [
        { name: "tier", model: "company", description: "What they pay for" },
        { name: "mood", model: "conversation" }
      ]
    },
    test: Effect.gen(function*() {
      const all = (yield* DataAttributes.list()).data
      assert.sameMembers(Array.from(new Set(all.map(({ model }) => model))), ["contact", "company", "conversation"])
      for (const { custom, id } of all) assert.strictEqual(typeof id, custom === true ? "string" : "undefined")
      const ofCompanies = (yield* DataAttributes.list({ model: "company" })).data
      assert.isTrue(ofCompanies.every(({ model }) => model === "company"))
      assert.deepInclude(ofCompanies.find(({ full_name }) => full_name === "plan.name"), {
        name: "name",
        custom: false
      })
      assert.deepInclude(ofCompanies.at(-1), {
        name: "tier",
        full_name: "custom_attributes.tier",
        data_type: "string",
        description: "What they pay for"
      })
      assert.notInclude(names((yield* DataAttributes.list({ model: "contact" })).data), "tier")
      assert.deepStrictEqual(names((yield* DataAttributes.list({ model: "conversation" })).data), ["mood"])
    })
  },
  {
    name: "lists, from 2.16, no attributes of conversations",
    seed: { dataAttributes: [{ name: "tier", model: "company" }, { name: "mood", model: "conversation" }] },
    test: IntercomHttp.withVersion(
      Effect.gen(function*() {
        const all = (yield* DataAttributes.list()).data
        assert.sameMembers(Array.from(new Set(all.map(({ model }) => model))), ["contact", "company"])
        const refused = yield* Effect.flip(DataAttributes.list({ model: "conversation" }))
        assert.deepInclude(refused, { _tag: "IntercomInvalidRequest", status: 422 })
        assert.isTrue(IntercomError.hasCode(refused, "parameter_invalid"))
      }),
      "2.16"
    )
  },
  {
    name: "creates attributes, changes them, and lists archived ones where they are asked for",
    test: Effect.gen(function*() {
      const paid = yield* DataAttributes.create({ name: "Paid at", model: "contact", data_type: "datetime" })
      assert.deepInclude(paid, { full_name: "custom_attributes.Paid at", label: "Paid at", data_type: "date" })
      assert.deepInclude(paid, { custom: true, archived: false, messenger_writable: false })
      const size = yield* DataAttributes.create({
        name: "size_€",
        model: "company",
        data_type: "options",
        options: [{ value: "small" }, { value: "large" }]
      })
      assert.deepInclude(size, { data_type: "string", options: ["small", "large"] })
      const id = size.id ?? ""
      const changes: DataAttributes.DataAttributeChanges = {
        options: [{ value: "1-10" }, { value: "11-20" }],
        description: "People"
      }
      assert.deepInclude(yield* DataAttributes.update(id, changes), {
        options: ["1-10", "11-20"],
        description: "People"
      })
      yield* DataAttributes.update(id, { archived: true })
      assert.notInclude(names((yield* DataAttributes.list()).data), "size_€")
      assert.include(names((yield* DataAttributes.list({ include_archived: true })).data), "size_€")
    })
  },
  {
    name: "refuses names with special characters or of another attribute, and what no attribute can be",
    seed: { dataAttributes: [{ name: "tier", model: "company" }] },
    test: Effect.gen(function*() {
      const plain = { name: "ok", model: "contact", data_type: "string" }
      const wrong = [
        { ...plain, name: "!nv@l!d" },
        { ...plain, name: "a.b" },
        { ...plain, name: "tier" },
        { ...plain, model: "conversation" },
        { ...plain, data_type: "mithril" },
        { ...plain, data_type: "constructor" },
        { ...plain, data_type: "options", options: [{ value: "one" }] }
      ]
      for (const attribute of wrong) {
        const refused = yield* Effect.flip(post("/data_attributes", attribute))
        assert.deepInclude(refused, { _tag: "IntercomInvalidRequest", status: 400 })
        assert.isTrue(IntercomError.hasCode(refused, "parameter_invalid"))
      }
      const missing = yield* Effect.flip(DataAttributes.update("404", { archived: true }))
      assert.deepInclude(missing, { _tag: "IntercomNotFound", status: 404 })
      assert.isTrue(IntercomError.hasCode(missing, "field_not_found"))
    })
  },
  {
    name: "has room for 250 custom attributes that are not archived",
    seed: {
      dataAttributes: [
        { id: "1", name: "old", model: "contact", archived: true },
        ...Array.from({ length: 250 }, (_, n) => ({ id: `${n + 2}`, name: `custom ${n}`, model: "contact" }))
      ]
    },
    test: Effect.gen(function*() {
      const one: DataAttributes.NewDataAttribute = { name: "one more", model: "contact", data_type: "string" }
      const full = yield* Effect.flip(DataAttributes.create(one))
      assert.isTrue(IntercomError.hasCode(full, "custom_data_limit_reached"))
      const back = yield* Effect.flip(DataAttributes.update("1", { archived: false }))
      assert.isTrue(IntercomError.hasCode(back, "custom_data_limit_reached"))
      yield* DataAttributes.update("2", { archived: true })
      assert.deepInclude(yield* DataAttributes.create(one), { name: "one more" })
    })
  }
]
