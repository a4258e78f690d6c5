/**
 * The guide for those who come from the Go client, of two pages: the table of the second one has every capability of that client, names nothing here
 * that does not exist, and puts nothing off.
 */
import { assert, beforeAll, describe, it, vi } from "@effect/vitest"
import * as Intercom from "effect-intercom"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type Compiler, makeCompiler, repository } from "../types/compiler.js"

// How many capabilities of the Go client there are, resource by resource.
const groups: ReadonlyArray<readonly [name: string, count: number]> = [
  ["CL", 19],
  ["CO", 18],
  ["CY", 10],
  ["EV", 2],
  ["AD", 4],
  ["TG", 7],
  ["SG", 3],
  ["MS", 8],
  ["CV", 18],
  ["AR", 3],
  ["HC", 4],
  ["JB", 10],
  ["WH", 8]
]

const ids: ReadonlyArray<string> = groups.flatMap(([name, count]) =>
  Array.from({ length: count }, (_, index) => `${name}-${String(index + 1).padStart(2, "0")}`)
)

const read = (page: string): string => readFileSync(join(repository, page), "utf8")

const guide = read("docs/from-intercom-go.md") + read("docs/from-intercom-go-names.md")

interface Row {
  readonly id: string
  /** The heading it stands under: `CL`. */
  readonly group: string
  /** In Go, here, what differs. */
  readonly cells: ReadonlyArray<string>
}

const rowsOf = (page: string): ReadonlyArray<Row> => {
  let group = ""
  return page.split("\n").flatMap((line) => {
    group = /^## (\w+):/.exec(line)?.[1] ?? group
    const [id = "", ...cells] = line.replace(/^\||\|\s*$/g, "").split("|").map((cell) => cell.trim())
    return /^[A-Z]{2}-\d+$/.test(id) ? [{ id, group, cells }] : []
  })
}

const spansOf = (text: string): ReadonlyArray<string> =>
  Array.from(text.matchAll(/`([^`]+)`/g), ([, span = ""]) => span)

/** The modules of which a row has to name a function, by the beginning of its id. */
const homes: Readonly<Record<string, ReadonlyArray<string>>> = {
  "CL-19": ["OAuth"],
  "WH": ["Webhook", "Notification"]
}

// Words for what is not here today. Everything in the table is.
const putOff =
  /\bnot part of this\b|\bnot (available|implemented|supported)\b|\byet\b|\bcoming soon\b|\b(later|future|next) version\b/gi

const namespaces: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Intercom

const isValue = (span: string): boolean => {
  const [namespace = "", name = "", ...rest] = span.split(".")
  return rest.length === 0 && Object.hasOwn(namespaces, namespace) && Object.hasOwn(namespaces[namespace] ?? {}, name)
}

// Those of the spans that are types. A generic one without its arguments is one, too: TS2314, TS2707.
const typesOf = (compiler: Compiler, spans: ReadonlyArray<string>): ReadonlySet<string> => {
  const names = spans.filter((span) => /^\w+\.\w+$/.test(span))
  const code = names.map((name, index) => `export type Type${index} = Intercom.${name}`)
  const path = "docs/fromIntercomGo.ts"
  const refused = compiler.check({ [path]: ["import type * as Intercom from \"effect-intercom\"", ...code].join("\n") })
    .filter(({ text }) => !/^TS(2314|2707):/.test(text))
    .map(({ line }) => names[line - 2])
  return new Set(names.filter((name) => !refused.includes(name)))
}

/** What is wrong with the table of a page. */
const problemsOf = (compiler: Compiler, page: string): ReadonlyArray<string> => {
  const rows = rowsOf(page)
  const found = rows.map(({ id }) => id)
  const here = rows.map(({ cells: [, here = ""], id }) => ({ id, text: here, spans: spansOf(here) }))
  const types = typesOf(compiler, here.flatMap(({ spans }) => spans).filter((span) => !isValue(span)))
  return [
    ...ids.filter((id) => !found.includes(id)).map((id) => `${id} is missing`),
    ...found.filter((id) => !ids.includes(id)).map((id) => `${id} is no capability`),
    ...found.filter((id, index) => found.indexOf(id) !== index).map((id) => `${id} is there twice`),
    ...ids.filter((id) => found.includes(id)).flatMap((id, index, present) =>
      found.length === present.length && found[index] !== id ? [`${found[index]} stands where ${id} belongs`] : []
    ),
    ...rows.filter(({ group, id }) => !id.startsWith(`${group}-`)).map(({ group, id }) => `${id} is under ${group}`),
    ...rows.filter(({ cells }) => cells.length !== 3 || cells.includes("")).map(({ id }) => `${id} has an empty cell`),
    ...here.flatMap(({ id, spans, text }) => [
      ...spans.filter((span) => !isValue(span) && !types.has(span)).map((span) => `${id}: ${span} does not exist`),
      ...(spans.some(isValue) ? [] : [`${id} names no value`]),
      ...Object.entries(homes).filter(([begin]) => id.startsWith(begin)).flatMap(([, modules]) =>
        spans.some((span) => isValue(span) && modules.includes(span.split(".", 1).join())) ?
          [] :
          [`${id} names nothing of ${modules.join(" or ")}`]
      ),
      ...(/^[\s,]*$/.test(text.replaceAll(/`[^`]+`/g, "")) ? [] : [`${id} says more than names of what is here`])
    ]),
    ...Array.from(page.matchAll(putOff), ([words]) => `the guide puts off: ${words}`),
    // Go's names have a capital behind the dot.
    ...rows.flatMap(({ cells: [, , differs = ""], id }) =>
      spansOf(differs)
        .filter((span) => /^[A-Z]\w+\.[a-z]\w+$/.test(span) && span.split(".", 1).some((name) => name in namespaces))
        .filter((span) => !isValue(span))
        .map((span) => `${id}: ${span} does not exist`)
    )
  ]
}

// Loading the types of Effect on a busy machine.
vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 })

let compiler: Compiler
beforeAll(() => {
  compiler = makeCompiler()
})

describe("The guide from intercom-go", () => {
  it("has a row for each of the 114 capabilities, in order, and names what exists", () => {
    assert.strictEqual(ids.length, 114)
    assert.deepStrictEqual(problemsOf(compiler, guide), [])
    assert.deepStrictEqual(rowsOf(guide).map(({ id }) => id), ids)
  })

  it("can be found from the README", () => {
    assert.include(read("README.md"), "](docs/from-intercom-go.md)")
    assert.include(read("docs/from-intercom-go.md"), "](from-intercom-go-names.md)")
  })
})

describe("Its check refuses", () => {
  const row = (id: string): string => {
    const line = guide.split("\n").find((line) => line.startsWith(`| ${id} |`))
    if (line === undefined) throw new Error(`${id} is not in the guide`)
    return line
  }
  const problems = (id: string, change: (row: string) => string): ReadonlyArray<string> =>
    problemsOf(compiler, guide.replace(row(id), () => change(row(id))))

  it("a row that is missing", () => {
    assert.deepStrictEqual(problems("CV-07", () => ""), ["CV-07 is missing"])
  })

  it("a row that is there twice", () => {
    assert.include(problems("CV-07", (row) => `${row}\n${row}`), "CV-07 is there twice")
  })

  it("an id nobody has heard of", () => {
    assert.include(problems("WH-08", (row) => `${row}\n${row.replace("WH-08", "WH-09")}`), "WH-09 is no capability")
  })

  it("rows in another order", () => {
    const swapped = guide.replace(row("EV-01"), "EV").replace(row("EV-02"), row("EV-01")).replace(/^EV$/m, row("EV-02"))
    assert.deepStrictEqual(problemsOf(compiler, swapped), [
      "EV-02 stands where EV-01 belongs",
      "EV-01 stands where EV-02 belongs"
    ])
  })

  it("a row under another resource", () => {
    const moved = guide.replace(`${row("CO-18")}\n`, "").replace(row("CY-01"), () => `${row("CO-18")}\n${row("CY-01")}`)
    assert.deepStrictEqual(problemsOf(compiler, moved), ["CO-18 is under CY"])
  })

  it("a function that does not exist, or not in this module", () => {
    const renamed = (name: string) =>
      problems("CO-06", (row) => row.replace("Contacts.listByEmail`, `Pagination", `${name}\`, \`Pagination`))
    assert.deepStrictEqual(renamed("Contacts.listByMail"), ["CO-06: Contacts.listByMail does not exist"])
    assert.deepStrictEqual(renamed("Companies.listByEmail"), ["CO-06: Companies.listByEmail does not exist"])
    assert.deepStrictEqual(renamed("Contact.listByEmail"), ["CO-06: Contact.listByEmail does not exist"])
    assert.deepStrictEqual(renamed("listByEmail"), ["CO-06: listByEmail does not exist"])
  })

  it("a type that does not exist, but none that is generic", () => {
    const renamed = (name: string) => problems("CL-15", (row) => row.replace("Pagination.Page", name))
    assert.deepStrictEqual(renamed("Pagination.Pages"), ["CL-15: Pagination.Pages does not exist"])
    assert.deepStrictEqual(renamed("Pagination.List"), [])
  })

  it("a row that names types alone, or nothing", () => {
    const renamed = (names: string) =>
      problems("CL-15", (row) => row.replace("`Pagination.Page`, `Pagination.pages`, `Contacts.pages`", () => names))
    assert.deepStrictEqual(renamed("`Pagination.Page`"), ["CL-15 names no value"])
    assert.include(renamed("soon"), "CL-15 names no value")
    assert.include(renamed(""), "CL-15 has an empty cell")
  })

  it("what is put off to another version, in the table and around it", () => {
    const late = (words: string) => problems("WH-02", (row) => row.replace(/\|$/, `${words} |`))
    assert.deepStrictEqual(late("The union is not part of this version yet."), [
      "the guide puts off: not part of this",
      "the guide puts off: yet"
    ])
    assert.deepStrictEqual(late("Streams are not implemented."), ["the guide puts off: not implemented"])
    assert.deepStrictEqual(late("It will come with a later version."), ["the guide puts off: later version"])
    assert.deepStrictEqual(problemsOf(compiler, `${guide}\nStreams are coming soon.\n`), [
      "the guide puts off: coming soon"
    ])
  })

  it("a webhook without `Webhook` or `Notification`, and tokens without `OAuth`", () => {
    assert.deepStrictEqual(
      problems("WH-06", (row) => row.replace(/`Notification\.\w+`, `Notification\.\w+`/, "`Events.Event`")),
      ["WH-06 names nothing of Webhook or Notification"]
    )
    assert.deepStrictEqual(problems("CL-19", (row) => row.replaceAll(/, `OAuth\.\w+`/g, "")), [
      "CL-19 names nothing of OAuth"
    ])
  })

  it("a function that does not exist, in what it says of the difference", () => {
    assert.deepStrictEqual(
      problems("JB-05", (row) => row.replace("Tickets.enqueue", "Tickets.enqeue")),
      ["JB-05: Tickets.enqeue does not exist"]
    )
  })
})
