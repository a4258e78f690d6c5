/**
 * What the pages have to name, so that nothing is added in silence.
 */
import { assert, describe, it } from "@effect/vitest"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { repository } from "../types/compiler.js"

const read = (path: string): string => readFileSync(join(repository, path), "utf8")

const sources = readdirSync(join(repository, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => `src/${path.replaceAll("\\", "/")}`)

const modules = Array.from(read("src/index.ts").matchAll(/^export \* as (\w+)/gm), ([, name = ""]) => name)

/** Of errors that a public module exports, their class. */
const errors = sources.filter((path) => !path.startsWith("src/testing/")).flatMap((path) =>
  Array.from(read(path).matchAll(/^export class (\w+) extends Schema\.TaggedError/gm), ([, name = ""]) => name)
)

describe("README.md", () => {
  it("has a table that names every module of the barrel", () => {
    const cells = read("README.md").split("\n").filter((line) => line.startsWith("| `")).join("\n")
    assert.isAtLeast(modules.length, 43)
    assert.deepStrictEqual(modules.filter((name) => !cells.includes(`\`${name}\``)), [])
  })
})

describe("Every error", () => {
  it("is there to be named", () => {
    assert.includeMembers(errors, ["NotFound", "InvalidInput", "JobFailed", "ArchiveFound", "ScrollBroken"])
  })

  for (const page of ["README.md", "docs/errors.md"]) {
    it(`is named in ${page}`, () => {
      const text = read(page)
      assert.deepStrictEqual(errors.filter((name) => !text.includes(`\`${name}\``)), [])
    })
  }
})

describe("Every link to a file", () => {
  const pages = [
    "README.md",
    "CHANGELOG.md",
    ...readdirSync(join(repository, "docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)
  ]
  for (const page of pages) {
    it(`of ${page} leads somewhere`, () => {
      const links = Array.from(read(page).matchAll(/\]\((?!https?:|mailto:)([^)#]*)(?:#([^)]*))?\)/g))
      const isBroken = ([, file = "", anchor]: RegExpMatchArray): boolean => {
        const path = file === "" ? page : join(dirname(page), file)
        return !existsSync(join(repository, path)) ||
          (anchor !== undefined && !anchorsOf(read(path)).includes(anchor))
      }
      assert.deepStrictEqual(links.filter(isBroken).map(([link]) => link), [])
    })
  }
})

/** As GitHub makes them of headings. */
const anchorsOf = (page: string): ReadonlyArray<string> =>
  Array.from(
    page.matchAll(/^#+ (.*)$/gm),
    ([, heading = ""]) => heading.toLowerCase().replaceAll(/[^\w\- ]/g, "").replaceAll(" ", "-")
  )
