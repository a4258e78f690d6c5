import { assert } from "@effect/vitest"
import * as Teams from "effect-intercom/api/Teams"
import * as Effect from "effect/Effect"
import { refusal } from "../calls.js"
import type { Case } from "../ways.js"

export const cases: ReadonlyArray<Case> = [
  {
    name: "lists and finds teams",
    seed: {
      teams: [{ id: "91", name: "Sales", assignment_limit: 10, distribution_method: "round_robin" }, {
        name: "Support"
      }]
    },
    test: Effect.gen(function*() {
      const teams = (yield* Teams.list()).data
      assert.deepStrictEqual(teams.map(({ name }) => name), ["Sales", "Support"])
      for (const team of teams) assert.deepStrictEqual(yield* Teams.find(team.id), team)
      assert.deepInclude(teams[0], {
        type: "team",
        id: "91",
        admin_ids: [],
        assignment_limit: 10,
        distribution_method: "round_robin"
      })
      assert.strictEqual(yield* refusal(Teams.find("92")), "IntercomNotFound 404 team_not_found")
    })
  },
  {
    name: "has no team from the start",
    test: Effect.gen(function*() {
      assert.deepStrictEqual((yield* Teams.list()).data, [])
    })
  }
]
