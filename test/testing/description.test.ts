/**
 * Holds lists the workspace keeps of Intercom's API against its descriptions.
 */
import { assert, describe, it } from "@effect/vitest"
import { searchable as contacts } from "effect-intercom/testing/internal/workspace/contacts/ContactSearch"
import { searchable as conversations } from "effect-intercom/testing/internal/workspace/conversations/ConversationSearch"
import { modelled, unmodelled } from "effect-intercom/testing/internal/workspace/operations"
import { blankContact } from "effect-intercom/testing/internal/workspace/rows/Contact"
import * as Tables from "effect-intercom/testing/internal/workspace/Tables"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { at, type Json } from "../contract/support/json.js"

const fileOf = (version: string) =>
  join(import.meta.dirname, "..", "..", "..", "shared", "spec", `intercom-${version}.yaml`)

const versions = ["2.15", "2.16"]

const hasDescriptions = versions.every((version) => existsSync(fileOf(version)))

const note = hasDescriptions ? "" : " (skipped: ../shared/spec is not beside this checkout)"

const [paths, laterPaths] = versions.map((version): Json =>
  hasDescriptions ? at(parse(readFileSync(fileOf(version), "utf8")), "paths") : {}
)

const methods = ["get", "post", "put", "patch", "delete"]

const keysOf = (paths: Json | undefined) =>
  Object.entries(at(paths)).flatMap(([path, item]) =>
    methods.filter((method) => method in at(item)).map((method) => `${method} ${path}`)
  )

/** The first column of the table of fields. */
const fieldsOf = (path: string) =>
  Array.from(
    String(at(paths, path, "post").description).matchAll(/^\| ([a-z_]+(?:\.[a-z_]+)*) +\|/gm),
    ([, field]) => String(field)
  )

describe("Intercom's descriptions", () => {
  it.runIf(hasDescriptions)(`have the operations that the workspace knows to be of a later version${note}`, () => {
    const known = new Set(keysOf(paths))
    const later = [...modelled(), ...unmodelled()].filter(({ since }) => since === "2.16")
    assert.sameMembers(
      later.map(({ method, template }) => `${method.toLowerCase()} ${template}`),
      keysOf(laterPaths).filter((key) => !known.has(key))
    )
  })

  it.runIf(hasDescriptions)(`have the fields that searches look at${note}`, () => {
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

  it.runIf(hasDescriptions)(`leave out what no search of contacts looks at${note}`, () => {
    const fields = new Set(fieldsOf("/contacts/search"))
    const { kindOf } = contacts(Tables.make("embedded", "us"))
    const others = Object.keys(blankContact("", "", 0).fields).filter((field) => !fields.has(field))
    assert.isNotEmpty(others)
    assert.deepStrictEqual(others.filter((field) => kindOf(field) !== undefined), [])
  })
})
