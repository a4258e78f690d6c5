import { assert, describe, it } from "@effect/vitest"
import { described, hasDescription, keyOf, note } from "./description.js"
import { operations, variants } from "./operations.js"

if (!hasDescription) process.stdout.write(`the contract suite${note}\n`)

const keys = described.map(keyOf)

const repeated = (names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.filter((name, index) => names.indexOf(name) !== index)

describe.skipIf(!hasDescription)(`the operations of Intercom's API description${note}`, () => {
  it("are 162", () => {
    assert.lengthOf(keys, 162)
  })

  it("are all here", () => {
    const here = operations.map(keyOf)
    assert.deepEqual(keys.filter((key) => !here.includes(key)), [])
  })

  it("are the only ones here", () => {
    const strange = [...operations, ...variants].filter((operation) => !keys.includes(keyOf(operation)))
    assert.deepEqual(strange.map(({ name }) => name), [])
  })

  it("are here once each, the variants aside", () => {
    assert.deepEqual(repeated(operations.map(keyOf)), [])
    assert.deepEqual(repeated([...operations, ...variants].map(({ name }) => name)), [])
  })
})
