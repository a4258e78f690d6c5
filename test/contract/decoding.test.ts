import { afterAll, assert, describe, it } from "@effect/vitest"
import * as Cause from "effect/Cause"
import * as Exit from "effect/Exit"
import { isDeepStrictEqual } from "node:util"
import { hasDescription, note } from "./description.js"
import { inEachVersion, operations } from "./operations.js"
import { respond, successesOf } from "./support/answers.js"
import { decode } from "./support/exchange.js"
import { expectedOf, viewOf } from "./support/expected.js"
import { mutantsOf } from "./support/mutants.js"

const tally = { tried: 0, decoded: 0 }

describe.skipIf(!hasDescription)(`whatever Intercom can plausibly send decodes, and loses nothing${note}:`, () => {
  for (const operation of inEachVersion(operations)) {
    it(`${operation.version} ${operation.name}`, async () => {
      const wrong: Array<string> = []
      const answers = successesOf(operation).filter(({ kind }) => kind === "json")
      for (const answer of answers) {
        const view = viewOf(answer.value, answers.map(({ value }) => value))
        for (const { name, value } of mutantsOf(answer.value, answer.schemas)) {
          const mutant = { ...answer, value }
          const exit = await decode(operation.call, () => respond(mutant))
          tally.tried++
          if (Exit.isFailure(exit)) {
            wrong.push(`${answer.name}, ${name}: ${Cause.pretty(exit.cause).split("\n")[0]}`)
          } else {
            tally.decoded++
            const isExpected = isDeepStrictEqual(exit.value, expectedOf(mutant, exit.value, view))
            if (!isExpected) wrong.push(`${answer.name}, ${name}: decodes to something else`)
          }
        }
      }
      assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} mutants, of which the first 20 are`)
    })
  }

  afterAll(() => {
    const { decoded, tried } = tally
    const share = (100 * decoded / Math.max(tried, 1)).toFixed(2)
    process.stdout.write(`robust decoding: ${decoded} of ${tried} mutants decode (${share} %)\n`)
  })
})
