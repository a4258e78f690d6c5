/** The table of faults in docs/testing.md. */
import { assert, describe, it } from "@effect/vitest"
import * as Fault from "effect-intercom/testing/Fault"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { repository } from "../types/compiler.js"

const page = readFileSync(join(repository, "docs/testing.md"), "utf8")

const [, table = ""] = /^\| `Faults\.` [^\n]*\n([^]*?)\n\n/m.exec(page) ?? []

/** `rateLimited()` for a function, `reset` for a value. */
const told = Array.from(table.matchAll(/`(\w+)(\(\w*\))?`/g), ([, name, call]) => [name, call !== undefined] as const)

describe("The table of faults in docs/testing.md", () => {
  it("has each fault once, as a function if it is one", () => {
    const faults = Object.entries(Fault).map(([name, fault]) => [name, typeof fault === "function"] as const)
    assert.isAtLeast(faults.length, 13)
    assert.sameDeepMembers(told, faults)
  })
})

describe("The name of a fault", () => {
  it("is the name of its export", () => {
    const made: Readonly<Record<Fault.FaultName, Fault.Fault>> = {
      emptyBody: Fault.emptyBody,
      htmlPage: Fault.htmlPage(),
      latency: Fault.latency(1),
      rateLimited: Fault.rateLimited(),
      refused: Fault.refused,
      reset: Fault.reset,
      resetAfterwards: Fault.resetAfterwards,
      resetMidway: Fault.resetMidway(),
      response: Fault.response(() => Response.json({})),
      serverError: Fault.serverError(),
      slow: Fault.slow(1),
      stall: Fault.stall,
      truncated: Fault.truncated()
    }
    assert.sameMembers(Object.keys(made), Object.keys(Fault))
    assert.deepStrictEqual(Object.values(made).map(({ name }) => name), Object.keys(made))
  })
})
