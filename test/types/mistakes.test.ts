import { assert, beforeAll, beforeEach, describe, it, vi } from "@effect/vitest"
import { setImmediate } from "node:timers/promises"
import { makeCompiler, type Problem } from "./compiler.js"
import { accepted, type Mistake, preamble, refused } from "./mistakes.js"

// A busy machine takes its time to compile.
vi.setConfig({ hookTimeout: 120_000, testTimeout: 60_000 })

const mistakes: ReadonlyArray<readonly [what: string, mistake: Mistake]> = [
  ...Object.entries(refused),
  ...Object.entries(accepted)
]
const programs = (side: "wrong" | "right"): ReadonlyArray<readonly [path: string, code: string]> =>
  mistakes.map(([, mistake], index) => [`docs/${side}${index}.ts`, preamble + mistake[side]])
const line = preamble.split("\n").length

// Vitest reports an error if a test file does not respond for a minute, and the compiler does not pause.
beforeEach(() => setImmediate())

let problems: ReadonlyArray<Problem>

beforeAll(() => {
  // All of them at once: the compiler reads the library's types for each program it is asked about.
  problems = makeCompiler().check(Object.fromEntries([...programs("wrong"), ...programs("right")]))
})

const complaints = (side: "wrong" | "right", what: string): ReadonlyArray<Problem> => {
  const index = mistakes.findIndex(([name]) => name === what)
  return problems.filter(({ path }) => path === `docs/${side}${index}.ts`)
}

describe("The compiler refuses", () => {
  for (const [what, { says }] of Object.entries(refused)) {
    it(what, () => {
      const [complaint, ...others] = complaints("wrong", what)
      assert(complaint !== undefined, "it compiles")
      assert.match(complaint.text, says)
      assert.deepStrictEqual([complaint, ...others].filter((each) => each.line !== line), [])
    })
  }
})

describe("The compiler lets through", () => {
  for (const [what, { because }] of Object.entries(accepted)) {
    it(`${what}. ${because}`, () => {
      assert.deepStrictEqual(complaints("wrong", what), [])
    })
  }
})

describe("The compiler takes the right program beside", () => {
  for (const [what] of mistakes) {
    it(what, () => {
      assert.deepStrictEqual(complaints("right", what), [])
    })
  }
})

describe("The table", () => {
  it("has at least 46 mistakes, and at least 40 of 46 are refused", () => {
    assert.isAtLeast(mistakes.length, 46)
    assert.isAtLeast(Object.keys(refused).length / mistakes.length, 40 / 46)
  })
})
