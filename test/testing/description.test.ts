/**
 * Holds lists the workspace keeps of Intercom's API against its descriptions.
 */
import { assert, describe, it } from "@effect/vitest"
import { searchable as contacts } from "effect-intercom/testing/internal/workspace/contacts/ContactSearch"
import { searchable as conversations } from "effect-intercom/testing/internal/workspace/conversations/ConversationSearch"
import { modelled, unmodelled } from "effect-intercom/testing/internal/workspace/operations"
import { blankContact } from "effect-intercom/testing/internal/workspace/rows/Contact"
import * as Tables from "effect-intercom/testing/internal/workspace/Tables"
import { described, descriptionOf, hasDescription, keyOf, note, type Version } from "../contract/description.js"

/** The first column of the table of fields. */
const fieldsOf = (path: string) =>
  Array.from(
    descriptionOf({ version: "2.15", method: "post", path }).text.matchAll(/^\| ([a-z_]+(?:\.[a-z_]+)*) +\|/gm),
    ([, field]) => String(field)
  )

describe("Intercom's descriptions", () => {
  it.runIf(hasDescription)(`have the operations that the workspace knows to be of a later version${note}`, () => {
    const keysOf = (version: Version) => described.filter((one) => one.version === version).map(keyOf)
    const known = new Set(keysOf("2.15"))
    const later = [...modelled(), ...unmodelled()].filter(({ since }) => since === "2.16")
    assert.sameMembers(
      later.map(({ method, template }) => `${method.toLowerCase()} ${template}`),
      keysOf("2.16").filter((key) => !known.has(key))
    )
  })

  it.runIf(hasDescription)(`have the fields that searches look at${note}`, () => {
    const tables = Tables.make("embedded", "us")
    for (
      const [path, { kindOf }, least] of [
        ["/contacts/search", contacts(tables), 41],
        ["/conversations/search", conversations, 50]
      ] as const
    ) {
      const fields = fieldsOf(path)
      assert.isAtLeast(fields.length, least)
      assert.deepStrictEqual(fields.filter((field) => kindOf(field) === undefined), [])
    }
  })

  it.runIf(hasDescription)(`leave out what no search of contacts looks at${note}`, () => {
    const fields = new Set(fieldsOf("/contacts/search"))
    const { kindOf } = contacts(Tables.make("embedded", "us"))
    const others = Object.keys(blankContact("", "", 0).fields).filter((field) => !fields.has(field))
    assert.isNotEmpty(others)
    assert.deepStrictEqual(others.filter((field) => kindOf(field) !== undefined), [])
  })
})
