/**
 * What the pages have to name, so that nothing is added in silence.
 */
import { assert, describe, it } from "@effect/vitest"
import * as Intercom from "effect-intercom"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, normalize } from "node:path"
import { repository } from "../types/compiler.js"

const read = (path: string): string => readFileSync(join(repository, path), "utf8")

const sources = readdirSync(join(repository, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => `src/${path.replaceAll("\\", "/")}`)

const modules = Array.from(read("src/index.ts").matchAll(/^export \* as (\w+)/gm), ([, name = ""]) => name)

const pages = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync(join(repository, "docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)
]

const namespaces: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Intercom

/** The cells of a page's tables, row by row. */
const rowsOf = (page: string): ReadonlyArray<ReadonlyArray<string>> =>
  read(page).split("\n").filter((line) => line.startsWith("|")).map((line) =>
    line.replace(/^\||\|\s*$/g, "").split("|").map((cell) => cell.trim())
  )

/** Of errors that a public module exports, their class. */
const errors = sources.filter((path) => !path.startsWith("src/testing/")).flatMap((path) =>
  Array.from(
    read(path).matchAll(/^export class (\w+) extends (?:described\(\s*)?Schema\.TaggedError/gm),
    ([, name = ""]) => name
  )
)

describe("docs/modules.md", () => {
  it("has a table that names every module of the barrel", () => {
    const cells = read("docs/modules.md").split("\n").filter((line) => line.startsWith("| `")).join("\n")
    assert.isAtLeast(modules.length, 43)
    assert.deepStrictEqual(modules.filter((name) => !cells.includes(`\`${name}\``)), [])
  })
})

describe("Every error", () => {
  it("is there to be named", () => {
    assert.includeMembers(errors, ["NotFound", "InvalidInput", "JobFailed", "ArchiveFound", "ScrollBroken"])
  })

  for (const page of ["docs/modules.md", "docs/errors.md"]) {
    it(`is named in ${page}`, () => {
      const text = read(page)
      assert.deepStrictEqual(errors.filter((name) => !text.includes(`\`${name}\``)), [])
    })
  }

  // Every call may fail with these. They have a table of their own.
  const ofEveryCall = Object.keys(Intercom.IntercomError)
  const ofSome = errors.filter((name) => !ofEveryCall.includes(name))

  it("of some functions only has a row of its own in docs/errors.md, which tells the module that has it", () => {
    const isTold = (name: string): boolean =>
      rowsOf("docs/errors.md").some(([error, module = ""]) =>
        error === `\`${name}\`` && Object.hasOwn(namespaces[module.replaceAll("`", "")] ?? {}, name)
      )
    assert.isNotEmpty(ofSome)
    assert.deepStrictEqual(ofSome.filter((name) => !isTold(name)), [])
  })
})

describe("A reader", () => {
  const linesOf = (page: string): number => read(page).split("\n").length - 1
  const changelog = "CHANGELOG.md"

  it("has a README of fewer than 120 lines, and pages of fewer than 200", () => {
    const long = pages.filter((page) => page !== changelog && linesOf(page) >= (page === "README.md" ? 120 : 200))
    assert.deepStrictEqual(long, [])
  })

  it("finds every page from the README, in two steps at most", () => {
    const linksOf = (page: string): ReadonlyArray<string> =>
      Array.from(read(page).matchAll(linkPattern), ([, file = ""]) => normalize(join(dirname(page), file)))
    const near = linksOf("README.md")
    const found = [...near, ...near.filter((page) => pages.includes(page)).flatMap(linksOf)]
    assert.deepStrictEqual(pages.filter((page) => page !== "README.md" && !found.includes(page)), [])
  })
})

describe("docs/configuration.md", () => {
  const source = read("src/IntercomHttp.ts")
  const [, options = ""] = /^export interface Options \{\n([^]*?)^\}/m.exec(source) ?? []

  it("has a row for every option, with its default", () => {
    const names = Array.from(options.matchAll(/^ {2}readonly (\w+)/gm), ([, name = ""]) => name)
    assert.includeMembers(names, ["accessToken", "timeout", "transformClient"])
    const told = rowsOf("docs/configuration.md").filter((row) => row.length === 3 && row[2] !== "").map(([name]) =>
      name
    )
    assert.deepStrictEqual(names.filter((name) => !told.includes(`\`${name}\``)), [])
  })

  it("has every variable that `layerConfig` reads beside its option", () => {
    const variables = Array.from(source.matchAll(/^ {2}(\w+) = .*"(INTERCOM_\w+)"/gm))
    assert.isAtLeast(variables.length, 5)
    const isTold = ([, option, variable = ""]: RegExpMatchArray): boolean =>
      rowsOf("docs/configuration.md").some(([name, cell = ""]) =>
        name === `\`${option}\`` && cell.startsWith(`\`${variable}\``)
      )
    assert.deepStrictEqual(variables.filter((found) => !isTold(found)).map(([, , variable]) => variable), [])
  })

  it("has a row for every layer", () => {
    const layers = Object.keys(Intercom.IntercomHttp).filter((name) => name.startsWith("layer"))
    assert.isAtLeast(layers.length, 4)
    const told = rowsOf("docs/configuration.md").map(([name = ""]) => name)
    assert.deepStrictEqual(
      layers.filter((name) => !told.some((cell) => cell.startsWith(`\`IntercomHttp.${name}(`))),
      []
    )
  })
})

describe("Every function and module of ours", () => {
  for (const page of pages) {
    it(`that ${page} names exists`, () => {
      const names = Array.from(read(page).matchAll(/(?<![\w.])([A-Z]\w+)\.([a-z]\w*)/g))
        .filter(([, module = ""]) => Object.hasOwn(namespaces, module))
      const isMissing = ([, module = "", name = ""]: RegExpMatchArray): boolean =>
        !Object.hasOwn(namespaces[module] ?? {}, name)
      assert.deepStrictEqual(names.filter(isMissing).map(([name]) => name), [])
    })
  }
})

describe("Every companion of Effect", () => {
  // For what an `npm install` without a version brings is for Effect 4.
  const companions = [
    "@effect/experimental",
    "@effect/opentelemetry",
    "@effect/platform-node",
    "@effect/vitest",
    "vitest"
  ]
  const lineOf = (name: string): string | undefined => {
    const manifest = join(repository, "node_modules", name, "package.json")
    if (!existsSync(manifest)) return undefined
    const { version }: { readonly version: string } = JSON.parse(readFileSync(manifest, "utf8"))
    return version.replace(version.startsWith("0.") ? /\.\d+$/ : /\..*$/, "")
  }

  for (const page of pages) {
    it(`that ${page} names has the line for Effect 3 there, and no other`, () => {
      const text = read(page)
      const isNamed = (name: string): boolean => new RegExp(`(?<![\\w/@-])${name}(?![\\w-])`).test(text)
      const pinsOf = (name: string): ReadonlyArray<string> =>
        Array.from(text.matchAll(new RegExp(`(?<![\\w/@-])${name}@(\\d[\\d.]*\\d|\\d)`, "g")), ([, pin = ""]) => pin)
      for (const name of companions.filter(isNamed)) {
        assert.isNotEmpty(pinsOf(name), `${name} without its line`)
        const line = lineOf(name)
        if (line !== undefined) assert.deepStrictEqual(Array.from(new Set(pinsOf(name))), [line], name)
      }
    })
  }
})

describe("What is published", () => {
  const { files }: { readonly files: ReadonlyArray<string> } = JSON.parse(read("package.json"))
  // npm adds these by itself.
  const published = [...files, "LICENSE", "README.md", "package.json"]

  it("has all that its pages link to", () => {
    const links = pages.flatMap((page) =>
      Array.from(
        read(page).matchAll(linkPattern),
        ([, file = ""]) => file === "" ? page : normalize(join(dirname(page), file))
      )
    )
    assert.isAbove(links.length, 20)
    assert.deepStrictEqual(links.filter((link) => !published.some((path) => isWithin(link, path))), [])
  })

  const { resolve } = createRequire(import.meta.url)
  for (const path of ["internal/decoder", "models/notifications/kinds", "testing/internal/workspace/Tables"]) {
    it(`keeps ${path} to itself`, () => {
      assert.isTrue(existsSync(join(repository, "src", `${path}.ts`)))
      assert.throws(() => resolve(`effect-intercom/${path}`), "is not defined by \"exports\"")
    })
  }
})

const isWithin = (link: string, path: string): boolean => link === path || link.startsWith(`${path}/`)

const linkPattern = /\]\((?!https?:|mailto:)([^)#]*)(?:#([^)]*))?\)/g

describe("Every link to a file", () => {
  // CONTRIBUTING.md and the like are not published.
  const others = readdirSync(repository).filter((name) => name.endsWith(".md") && !pages.includes(name))

  for (const page of [...pages, ...others]) {
    it(`of ${page} leads somewhere`, () => {
      const links = Array.from(read(page).matchAll(linkPattern))
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
