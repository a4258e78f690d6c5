/**
 * Calls at random, through faults at random. `npm run faults -- --calls 1000000 --seed 7` makes more.
 */
import { assert, beforeAll, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { faults } from "./calls/faults.js"
import { type Report, runCalls } from "./calls/run.js"

const calls = 10_000

let report: Report
beforeAll(async () => {
  report = await Effect.runPromise(runCalls({ calls, seed: 1 }))
}, 300_000)

describe("Calls at random", () => {
  it("meet every fault", () => {
    assert.strictEqual(faults.length, 26)
    assert.sameMembers(Object.keys(report.faults), faults.map(({ name }) => name))
  })

  it("end in one typed outcome each", () => {
    assert.deepStrictEqual(report.defects, [])
    assert.strictEqual(Object.values(report.outcomes).reduce((sum, count) => sum + count, 0), calls)
    assert.includeMembers(Object.keys(report.outcomes), ["ok", "interrupted", "NetworkError", "Timeout", "ServerError"])
    assert.isAbove(report.outcomes.ok ?? 0, calls / 2)
  })

  it("are not done twice by the server if they must be done once", () => {
    assert.deepStrictEqual(report.doneTwice, [])
    assert.isAbove(report.doneOnce, calls / 20)
  })

  it("leave no exchange, fiber or timer behind, and reject no promise", () => {
    assert.deepStrictEqual(report.left, { exchanges: 0, fibers: 0, timers: 0 })
    assert.strictEqual(report.rejections, 0)
  })

  it("take minutes at most", () => {
    // Six attempts of 30 seconds, and five waits of up to a minute.
    assert.isAtMost(report.longest, 6 * 30 + 5 * 60)
  })
})
