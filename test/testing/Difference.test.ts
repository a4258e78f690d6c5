import { assert, describe, it } from "@effect/vitest"
import * as Difference from "effect-intercom/testing/internal/recording/Difference"
import * as FC from "effect/FastCheck"
import { identity } from "effect/Function"

const lines = FC.array(FC.constantFrom("a", "b", "c", "d"), { maxLength: 12 })

const longestCommon = ([one, ...rest]: ReadonlyArray<string>, others: ReadonlyArray<string>): number => {
  if (one === undefined) return 0
  const at = others.indexOf(one)
  const without = longestCommon(rest, others)
  return at < 0 ? without : Math.max(without, 1 + longestCommon(rest, others.slice(at + 1)))
}

describe("The changes between two texts", () => {
  it.prop("make the second of the first, and leave as much as can be", [lines, lines], ([before, after]) => {
    const changes = Difference.between(before, after, identity)
    assert.deepStrictEqual(changes.flatMap((change) => change.kind === "added" ? [] : change.before), before)
    assert.deepStrictEqual(changes.flatMap((change) => change.kind === "removed" ? [] : change.after), after)
    assert.lengthOf(changes.filter(({ kind }) => kind === "same"), longestCommon(before, after))
  })

  it("are all there is where texts of thousands of lines differ all over", () => {
    const before = Array.from({ length: 2000 }, (_, index) => `${index}`)
    const after = [...before].reverse()
    const changes = Difference.between(before, after, identity)
    assert.lengthOf(changes, 4000)
    assert.strictEqual(changes[0]?.kind, "removed")
  })

  it("are shown with the first line and three on either side", () => {
    const before = Array.from({ length: 20 }, (_, index) => `${index}`)
    const after = before.map((line) => line === "9" ? "nine" : line)
    assert.strictEqual(
      Difference.format(Difference.between(before, after, identity)),
      ["  0", "  …", "  6", "  7", "  8", "- 9", "+ nine", "  10", "  11", "  12", "  …"].join("\n")
    )
  })
})
