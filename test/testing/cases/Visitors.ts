import { assert } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Visitors from "effect-intercom/api/Visitors"
import * as Effect from "effect/Effect"
import { post } from "../calls.js"
import type { Case } from "../ways.js"

const visitor = { id: "v1", user_id: "made-up", name: "Ada", custom_attributes: { came_from: "search" } }

export const cases: ReadonlyArray<Case> = [
  {
    name: "finds a visitor by its user_id and changes it by either id",
    seed: { visitors: [visitor] },
    test: Effect.gen(function*() {
      const found = yield* Visitors.find("made-up")
      assert.deepInclude(found, { type: "visitor", id: "v1", anonymous: true, email: "", name: "Ada" })
      assert.deepInclude(yield* Visitors.update({ id: "v1" }, { name: "Ada L." }), { id: "v1", name: "Ada L." })
      const changed = yield* Visitors.update({ user_id: "made-up" }, { custom_attributes: { plan: "pro" } })
      assert.deepInclude(changed, { name: "Ada L.", custom_attributes: { came_from: "search", plan: "pro" } })
      assert.deepStrictEqual(yield* Visitors.find("made-up"), changed)
    })
  },
  {
    name: "makes a visitor a new contact, and the visitor is gone",
    seed: { visitors: [visitor, { user_id: "other" }] },
    test: Effect.gen(function*() {
      const ada = yield* Visitors.convert({
        type: "user",
        visitor: { user_id: "made-up" },
        user: { email: "ada@example.com" }
      })
      assert.deepInclude(ada, { role: "user", email: "ada@example.com", external_id: null, name: "Ada" })
      assert.deepInclude(ada, { custom_attributes: { came_from: "search" } })
      assert.deepStrictEqual((yield* Contacts.find(ada.id)).email, "ada@example.com")
      assert.strictEqual((yield* Effect.flip(Visitors.find("made-up")))._tag, "IntercomNotFound")
      const lead = yield* Visitors.convert({ type: "lead", visitor: { user_id: "other" }, user: { user_id: "lead-1" } })
      assert.deepInclude(lead, { role: "lead", external_id: "lead-1", signed_up_at: null })
    })
  },
  {
    name: "merges a visitor into the contact that is known, whose own values stay",
    seed: { visitors: [visitor], contacts: [{ id: "ada", external_id: "1", custom_attributes: { came_from: "ad" } }] },
    test: Effect.gen(function*() {
      const merged = yield* Visitors.convert({ type: "user", visitor: { id: "v1" }, user: { user_id: "1" } })
      assert.deepInclude(merged, { id: "ada", name: "Ada", custom_attributes: { came_from: "ad" } })
      assert.lengthOf((yield* Contacts.list()).data, 1)
      assert.strictEqual((yield* Effect.flip(Visitors.find("made-up")))._tag, "IntercomNotFound")
    })
  },
  {
    name: "refuses who is not there and what a visitor cannot become",
    seed: { visitors: [visitor] },
    test: Effect.gen(function*() {
      const missing = yield* Effect.flip(Visitors.update({ user_id: "nobody" }, { name: "x" }))
      assert.deepInclude(missing, { _tag: "IntercomNotFound", status: 404 })
      const visitorId = { id: "v1" }
      assert.strictEqual(
        (yield* Effect.flip(Visitors.convert({ type: "user", visitor: visitorId, user: { id: "nobody" } })))._tag,
        "IntercomNotFound"
      )
      assert.strictEqual(
        (yield* Effect.flip(
          post("/visitors/convert", { type: "company", visitor: visitorId, user: { user_id: "1" } })
        ))._tag,
        "IntercomInvalidRequest"
      )
      assert.deepInclude(yield* Visitors.find("made-up"), { id: "v1" })
    })
  }
]
