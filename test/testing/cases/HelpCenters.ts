import { assert } from "@effect/vitest"
import * as HelpCenters from "effect-intercom/api/HelpCenters"
import * as Effect from "effect/Effect"
import { refusal } from "../calls.js"
import type { Case } from "../ways.js"

export const cases: ReadonlyArray<Case> = [
  {
    name: "has a help center from the start",
    test: Effect.gen(function*() {
      const [helpCenter, ...others] = (yield* HelpCenters.list()).data
      assert.deepStrictEqual(others, [])
      assert.deepInclude(helpCenter, { workspace_id: "embedded", url: "https://intercom.help/embedded" })
    })
  },
  {
    name: "lists and finds help centers",
    seed: { helpCenters: [{ id: "9", identifier: "acme", custom_domain: "help.example.com", created_at: 5 }] },
    test: Effect.gen(function*() {
      const helpCenters = (yield* HelpCenters.list()).data
      assert.strictEqual(helpCenters.length, 2)
      for (const helpCenter of helpCenters) assert.deepStrictEqual(yield* HelpCenters.find(helpCenter.id), helpCenter)
      assert.deepStrictEqual<unknown>(helpCenters[1], {
        id: "9",
        workspace_id: "embedded",
        identifier: "acme",
        display_name: "acme",
        website_turned_on: true,
        custom_domain: "help.example.com",
        url: "https://help.example.com",
        created_at: 5,
        updated_at: 5
      })
      assert.strictEqual(yield* refusal(HelpCenters.find("8")), "IntercomNotFound 404 not_found")
    })
  }
]
