/**
 * Malformed responses and arguments end in a typed error, and soon. `npm run faults -- --malformed 200000` runs more.
 */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { others } from "./malformed/inputs.js"
import { type Report, runEmpty, runInputs, runResponses } from "./malformed/run.js"

const timeout = 120_000

const noDefect = ({ defects }: Report): void => assert.deepStrictEqual(Array.from(defects), [])

/** Milliseconds. A case takes less than one, but other work on the machine may stop it. */
const bound = 2000

describe("Malformed responses", () => {
  it.live(
    "end in a typed error, each in bounded time",
    () =>
      Effect.map(runResponses({ cases: 4000, seed: 1 }), (report) => {
        noDefect(report)
        assert.isBelow(report.slowest.milliseconds, bound, report.slowest.name)
        assert.isAbove(report.outcomes.ok ?? 0, 200)
        assert.isAbove(report.outcomes.IntercomInvalidResponse ?? 0, 1000)
      }),
    timeout
  )
})

describe("Malformed arguments", () => {
  it.live("end in a typed error", () => Effect.map(runInputs({ cases: 1000, seed: 1 }), noDefect), timeout)

  it.live(
    "that are empty end in a typed error",
    () =>
      Effect.map(runEmpty, (report) => {
        assert.lengthOf(others, 13)
        noDefect(report)
        assert.isAbove(report.outcomes.IntercomInvalidInput ?? 0, 1000)
      }),
    timeout
  )

  it.live("take bounded time", () =>
    Effect.map(runInputs({ cases: 1000, seed: 1 }), ({ outcomes, slowest }) => {
      assert.isBelow(slowest.milliseconds, bound, slowest.name)
      assert.isAbove(outcomes.IntercomInvalidInput ?? 0, 300)
    }), timeout)
})
