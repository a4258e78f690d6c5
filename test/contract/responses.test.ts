import { assert, describe, it } from "@effect/vitest"
import * as Cause from "effect/Cause"
import * as Exit from "effect/Exit"
import { hasDescription, note } from "./description.js"
import type { Operation } from "./Operation.js"
import { inEachVersion, operations, variants } from "./operations.js"
import { type Answer, respond, successesOf } from "./support/answers.js"
import { exchange } from "./support/exchange.js"
import { expectedOf, viewOf } from "./support/expected.js"
import { at } from "./support/json.js"

/** What a call makes of an answer. */
const valueOf = async ({ call }: Operation, answer: Answer): Promise<unknown> => {
  const { exit } = await exchange(call, () => respond(answer))
  return Exit.isSuccess(exit) ? exit.value : assert.fail(`${answer.name}: ${Cause.pretty(exit.cause).split("\n")[0]}`)
}

// A stream would ask for the next page and get the same again.
const asLastPage = (answer: Answer): Answer =>
  "pages" in at(answer.value) ? { ...answer, value: { ...at(answer.value), pages: null, scroll_param: null } } : answer

describe.skipIf(!hasDescription)(`the examples of success decode${note}:`, () => {
  for (const operation of inEachVersion(operations)) {
    it(`${operation.version} ${operation.name}, and loses nothing`, async () => {
      const answers = successesOf(operation)
      assert.isNotEmpty(answers)
      for (const answer of answers) {
        const value = await valueOf(operation, answer)
        const view = viewOf(answer.value, answers.map(({ value }) => value))
        assert.deepEqual(value, expectedOf(answer, value, view), answer.name)
      }
    })
  }

  for (const variant of inEachVersion(variants)) {
    it(`${variant.version} ${variant.name}`, async () => {
      for (const answer of successesOf(variant)) await valueOf(variant, asLastPage(answer))
    })
  }
})
