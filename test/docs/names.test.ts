/**
 * The table of names in docs/names.md: it has a row for the verb of every function that an api module exports, and no
 * row without a function.
 */
import { assert, describe, it } from "@effect/vitest"
import * as Intercom from "effect-intercom"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { repository } from "../types/compiler.js"

const page = readFileSync(join(repository, "docs/names.md"), "utf8")

const namespaces: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Intercom

/** Schemas, which are functions too, begin with a capital. Schemas made of others do not: `newTranslations`. */
const functions = readdirSync(join(repository, "src/api"))
  .map((file) => file.replace(/\.ts$/, ""))
  .flatMap((module) => Object.keys(namespaces[module] ?? {}).sort().map((name) => ({ module, name })))
  .filter(({ name }) => /^(?!newTranslations$)[a-z]/.test(name))

/** `findByName` has the verb `find`. */
const verbOf = (name: string): string => /^[a-z]+/.exec(name)?.[0] ?? ""

/** The first cells of the table under "Functions": `find`, `findBy…`. */
const namesIn = (page: string): ReadonlyArray<string> => {
  const [, section = ""] = /^## Functions\n([^]*?)^## /m.exec(page) ?? []
  return section.split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => Array.from(line.split("|")[1]?.matchAll(/`([^`]+)`/g) ?? [], ([, name = ""]) => name))
}

const fits = (name: string, pattern: string): boolean =>
  pattern.endsWith("…") ? name.startsWith(pattern.slice(0, -1)) && name !== pattern.slice(0, -1) : name === pattern

const problemsOf = (page: string): ReadonlyArray<string> => {
  const names = namesIn(page)
  const verbs = names.map(verbOf)
  return [
    ...functions.filter(({ name }) => !verbs.includes(verbOf(name)))
      .map(({ module, name }) => `${module}.${name} has no row`),
    ...names.filter((pattern) => !functions.some(({ name }) => fits(name, pattern)))
      .map((pattern) => `${pattern} fits no function`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} has two rows`)
  ]
}

describe("The table of names in docs/names.md", () => {
  it("has a row for the verb of every function of the api modules, and no other row", () => {
    assert.isAtLeast(functions.length, 200)
    assert.deepStrictEqual(problemsOf(page), [])
  })

  it("has three cells in each row", () => {
    const [, section = ""] = /^## Functions\n([^]*?)^## /m.exec(page) ?? []
    const rows = section.split("\n").filter((line) => line.startsWith("| `"))
    assert.deepStrictEqual(rows.filter((row) => !/^\|( [^|\s][^|]* \|){3}$/.test(row)), [])
  })

  it("tells what `delete` returns, module by module", () => {
    const [, told = ""] = /^`delete` returns[^\n]*\n([^]*?)\n\n(?!- )[A-Z]/m.exec(page) ?? []
    const modules = functions.filter(({ name }) => name === "delete").map(({ module }) => module)
    const words = told.replaceAll(/\s+/g, " ").toLowerCase()
    assert.isNotEmpty(modules)
    assert.deepStrictEqual(
      modules.filter((module) => !words.includes(module.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase())),
      []
    )
  })
})

describe("Its check refuses", () => {
  const without = (line: string): string => {
    assert.include(page, line)
    return page.split("\n").filter((other) => !other.startsWith(line)).join("\n")
  }

  it("a function whose verb has no row", () => {
    assert.deepStrictEqual(problemsOf(without("| `me` |")), ["Admins.me has no row"])
    assert.deepStrictEqual(
      problemsOf(without("| `archive`, ")),
      [
        "Contacts.archive has no row",
        "Contacts.block has no row",
        "Contacts.unarchive has no row",
        "ConversationAttributes.archive has no row",
        "ConversationAttributes.archiveOption has no row"
      ]
    )
  })

  it("a row without a function", () => {
    const renamed = page.replace("| `me` |", "| `me`, `whoami`, `poll…` |")
    assert.deepStrictEqual(problemsOf(renamed), ["whoami fits no function", "poll… fits no function"])
  })

  it("a name with two rows", () => {
    assert.deepStrictEqual(problemsOf(page.replace("| `me` |", "| `me`, `find` |")), ["find has two rows"])
  })

  it("a page without the table", () => {
    assert.lengthOf(problemsOf(page.replace("## Functions", "## Other functions")), functions.length)
  })
})
