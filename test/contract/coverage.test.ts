import { assert, describe, it } from "@effect/vitest"
import { described, hasDescription, type Key, keyOf, note } from "./description.js"
import { inEachVersion, operations, variants } from "./operations.js"

if (!hasDescription) process.stdout.write(`the contract suite${note}\n`)

const versionedKeyOf = (operation: Key): string => `${operation.version} ${keyOf(operation)}`

const keys = described.map(versionedKeyOf)

const repeated = (names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.filter((name, index) => names.indexOf(name) !== index)

describe.skipIf(!hasDescription)(`the operations of Intercom's API description${note}`, () => {
  it("are 162 in 2.15, and 231 in 2.16", () => {
    assert.lengthOf(keys, 162 + 231)
  })

  it("are all here", () => {
    const here = inEachVersion(operations).map(versionedKeyOf)
    assert.deepEqual(keys.filter((key) => !here.includes(key)), [])
  })

  it("are the only ones here", () => {
    const strange = inEachVersion([...operations, ...variants]).filter((operation) =>
      !keys.includes(versionedKeyOf(operation))
    )
    assert.deepEqual(strange.map(({ name }) => name), [])
  })

  it("are here once each, the variants aside", () => {
    assert.deepEqual(repeated(inEachVersion(operations).map(versionedKeyOf)), [])
    assert.deepEqual(repeated([...operations, ...variants].map(({ name }) => name)), [])
  })
})
