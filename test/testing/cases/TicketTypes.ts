import { assert } from "@effect/vitest"
import * as TicketTypes from "effect-intercom/api/TicketTypes"
import * as IntercomError from "effect-intercom/IntercomError"
import * as Effect from "effect/Effect"
import { post } from "../calls.js"
import type { Case } from "../ways.js"

const attributeNames = ({ ticket_type_attributes }: TicketTypes.TicketType) =>
  (ticket_type_attributes?.data ?? []).map(({ name }) => name)

export const cases: ReadonlyArray<Case> = [
  {
    name: "creates a type with a title and a description, finds, lists and changes it",
    test: Effect.gen(function*() {
      const bug = yield* TicketTypes.create({ name: "Bug", description: "What broke", category: "Back-office" })
      assert.deepInclude(bug, { name: "Bug", category: "Back-office", icon: "🎟️", archived: false, is_internal: false })
      assert.deepStrictEqual(attributeNames(bug), ["_default_title_", "_default_description_"])
      assert.deepStrictEqual(
        bug.ticket_type_attributes?.data?.map(({ default: isDefault, input_options }) => [isDefault, input_options]),
        [[true, { multiline: false }], [true, { multiline: true }]]
      )
      assert.lengthOf(bug.ticket_states?.data ?? [], 4)
      assert.deepStrictEqual(yield* TicketTypes.find(bug.id), bug)
      assert.deepStrictEqual((yield* TicketTypes.list()).data, [bug])
      const archived = yield* TicketTypes.update(bug.id, { name: "Defect", archived: true })
      assert.deepInclude(archived, { id: bug.id, name: "Defect", description: "What broke", archived: true })
      assert.deepInclude(yield* TicketTypes.find(bug.id), { name: "Defect", archived: true })
    })
  },
  {
    name: "adds attributes to a type and changes them; an archived one leaves the form",
    seed: { ticketTypes: [{ id: "1", name: "Bug" }] },
    test: Effect.gen(function*() {
      const priority = yield* TicketTypes.createAttribute("1", {
        name: "Priority",
        description: "How bad it is",
        data_type: "list",
        list_items: "Low, High"
      })
      assert.deepInclude(priority, { name: "Priority", data_type: "list", order: 2, ticket_type_id: "1" })
      assert.deepInclude(priority, { visible_on_create: true, visible_to_contacts: true, required_to_create: false })
      const bug = yield* TicketTypes.find("1")
      assert.deepStrictEqual(attributeNames(bug), ["_default_title_", "_default_description_", "Priority"])
      const renamed = yield* TicketTypes.updateAttribute("1", {
        attribute_id: priority.id,
        name: "Severity",
        required_to_create: true
      })
      assert.deepInclude(renamed, { id: priority.id, name: "Severity", description: "How bad it is" })
      assert.deepInclude(renamed, { required_to_create: true, input_options: priority.input_options })
      yield* TicketTypes.updateAttribute("1", { attribute_id: priority.id, archived: true })
      assert.notInclude(attributeNames(yield* TicketTypes.find("1")), "Severity")
    })
  },
  {
    name: "refuses a type that is not there, and an attribute that is, is not, or has no such type",
    seed: { ticketTypes: [{ id: "1", name: "Bug" }] },
    test: Effect.gen(function*() {
      const missing = yield* Effect.flip(TicketTypes.find("404"))
      assert.deepInclude(missing, { _tag: "IntercomNotFound", status: 404 })
      assert.strictEqual((yield* Effect.flip(TicketTypes.update("404", { name: "x" })))._tag, "IntercomNotFound")
      assert.strictEqual(
        (yield* Effect.flip(TicketTypes.updateAttribute("1", { attribute_id: "404", name: "x" })))._tag,
        "IntercomNotFound"
      )
      const attribute = { name: "_default_title_", description: "", data_type: "string" }
      for (const wrong of [attribute, { ...attribute, name: "Colour", data_type: "colour" }]) {
        const refused = yield* Effect.flip(post("/ticket_types/1/attributes", wrong))
        assert.deepInclude(refused, { _tag: "IntercomInvalidRequest", status: 400 })
        assert.isTrue(IntercomError.hasCode(refused, "parameter_invalid"))
      }
      const refused = yield* Effect.flip(post("/ticket_types", { name: "x", category: "Other" }))
      assert.strictEqual(refused._tag, "IntercomInvalidRequest")
    })
  }
]
