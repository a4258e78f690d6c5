/**
 * The guide for those who come from `intercom-client`: its table has every method of that client, and the functions it
 * names here send the operation that the method sends.
 */
import { assert, beforeAll, describe, it } from "@effect/vitest"
import * as Intercom from "effect-intercom"
import { IntercomClient } from "intercom-client"
import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { repository } from "../types/compiler.js"

const read = (path: string): string => readFileSync(join(repository, path), "utf8")

const table = read("docs/from-intercom-client-methods.md")
const guide = read("docs/from-intercom-client.md")

const namespaces: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Intercom

/** `GET /contacts/{}`: the names of the ids differ between the two. */
const shapeOf = (operation: string): string => decodeURIComponent(operation).replaceAll(/\{\w*\}/g, "{}")

const requestOptions = new Set(["abortSignal", "headers", "maxRetries", "queryParams", "timeoutInSeconds", "version"])

/** The input of any method: an id is its own name in braces. */
const anyInput: object = new Proxy({}, {
  get: (_, key) => typeof key === "string" && !requestOptions.has(key) ? `{${key}}` : undefined
})

/** The methods of the installed client, and the operation that each one sends. */
const operationsOfMethods = async (): Promise<ReadonlyMap<string, string>> => {
  const operations = new Map<string, string>()
  let sent = ""
  const client = new IntercomClient({
    token: "token",
    baseUrl: "http://intercom.test",
    maxRetries: 0,
    fetch: (input, init) => {
      sent = `${init?.method} ${new URL(String(input)).pathname}`
      return Promise.resolve(Response.json({ data: [] }))
    }
  })

  const visit = async (owner: object, path: string): Promise<void> => {
    for (
      const [name, { get, value }] of Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(owner)))
    ) {
      if (name === "constructor" || name.startsWith("_")) continue
      if (get !== undefined) await visit(get.call(owner), `${path}${name}.`)
      else {
        sent = ""
        await value.call(owner, anyInput)
        operations.set(`${path}${name}`, shapeOf(sent))
      }
    }
  }
  await visit(client, "")
  return operations
}

/** `Contacts` also exports what these modules have. */
const homes: Readonly<Record<string, string>> = { ContactRelations: "Contacts", ConversationActions: "Conversations" }

/** The operations in the doc comments of our functions. */
const operationsOfFunctions: ReadonlyMap<string, string> = new Map(
  readdirSync(join(repository, "src/api")).flatMap((file) => {
    const module = file.replace(/\.ts$/, "")
    return Array.from(
      read(`src/api/${file}`).matchAll(
        /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*(?:export (?:const|function) (\w+)|\w+_ as (\w+))/g
      ),
      ([, comment = "", constant, renamed]): readonly [string, string] => [
        `${homes[module] ?? module}.${constant ?? renamed}`,
        shapeOf(/`([A-Z]+ \/[^`]*)`/.exec(comment)?.[1] ?? "")
      ]
    )
  })
)

const isValue = (name: string): boolean => {
  const [module = "", member = ""] = name.split(".")
  return Object.hasOwn(namespaces[module] ?? {}, member)
}

const spansOf = (text = ""): ReadonlyArray<string> => Array.from(text.matchAll(/`([^`]+)`/g), ([, span = ""]) => span)

interface Row {
  readonly methods: ReadonlyArray<string>
  readonly functions: ReadonlyArray<string>
}

const rowsOf = (page: string): ReadonlyArray<Row> =>
  page.split("\n").filter((line) => line.startsWith("| `")).map((line) => {
    const [, methods, functions] = line.split("|")
    return { methods: spansOf(methods), functions: spansOf(functions) }
  })

/** What is wrong with the table of a page. */
const problemsOf = (page: string, operations: ReadonlyMap<string, string>): ReadonlyArray<string> => {
  const rows = rowsOf(page)
  const methods = rows.flatMap((row) => row.methods)
  return [
    ...Array.from(operations.keys()).filter((name) => !methods.includes(name)).map((name) => `${name} is missing`),
    ...methods.filter((name, index) => methods.indexOf(name) !== index).map((name) => `${name} is there twice`),
    ...methods.filter((name) => !operations.has(name)).map((name) => `${name} is no method`),
    ...rows.flatMap(({ functions, methods: [method = "", ...others] }) => {
      const operation = operations.get(method)
      return [
        ...others.filter((other) => operations.has(other) && operations.get(other) !== operation)
          .map((other) => `${other} does not send ${operation}`),
        ...(functions.length === 0 ? [`${method} has no function`] : []),
        ...functions.filter((name) => !isValue(name)).map((name) => `${name} does not exist`),
        ...functions.filter((name) => isValue(name) && name !== "Endpoint.make")
          .filter((name) => operation !== undefined && operationsOfFunctions.get(name) !== operation)
          .map((name) => `${name} does not send ${operation}`)
      ]
    })
  ]
}

let operations: ReadonlyMap<string, string>
beforeAll(async () => {
  operations = await operationsOfMethods()
})

describe("The guide from intercom-client", () => {
  it("is about the installed version", () => {
    const { version }: { readonly version: string } = createRequire(import.meta.url)("intercom-client/package.json")
    assert.include(table, `\`intercom-client\` ${version}`)
    assert.include(guide, `\`intercom-client\` ${version}`)
  })

  it("has each method in one row, with functions that send its operation", () => {
    assert.deepStrictEqual(Array.from(operations).filter(([, operation]) => !/^[A-Z]+ \/\w/.test(operation)), [])
    assert.deepStrictEqual(problemsOf(table, operations), [])
    assert.include(table, `${operations.size} methods`)
  })

  it("leaves to `Endpoint.make` those that no function serves, and says so", () => {
    const served = new Set(operationsOfFunctions.values())
    const unserved = Array.from(operations).filter(([, operation]) => !served.has(operation)).map(([name]) => name)
    const left = rowsOf(table).filter(({ functions }) => functions.includes("Endpoint.make"))
    assert.sameMembers(left.flatMap(({ methods }) => methods), unserved)
    assert.lengthOf(left, 5)
    assert.include(guide, "has five operations")
  })

  it("can be found from the README", () => {
    assert.include(read("README.md"), "](docs/from-intercom-client.md)")
  })
})

describe("Its check refuses", () => {
  const problems = (from: string, to: string): ReadonlyArray<string> => {
    assert.include(table, from)
    return problemsOf(table.replace(from, to), operations)
  }

  it("a method that is missing, there twice or unknown", () => {
    assert.deepStrictEqual(problems("`notes.find`, ", ""), ["notes.find is missing"])
    assert.deepStrictEqual(problems("`notes.find`, ", "`notes.find`, `notes.find`, "), ["notes.find is there twice"])
    assert.deepStrictEqual(problems("`notes.find`, ", "`notes.find`, `notes.get`, "), ["notes.get is no method"])
  })

  it("a method in the row of another operation", () => {
    assert.deepStrictEqual(
      problems("`unstable.notes.retrieveNote` |", "`unstable.notes.retrieveNote`, `tags.find` |"),
      [
        "tags.find is there twice",
        "tags.find does not send GET /notes/{}"
      ]
    )
  })

  it("a function that does not exist, or sends another operation, and a row without one", () => {
    assert.deepStrictEqual(problems("`Notes.find`", "`Notes.get`"), ["Notes.get does not exist"])
    assert.deepStrictEqual(problems("`Notes.find`", "`Tags.find`"), ["Tags.find does not send GET /notes/{}"])
    assert.deepStrictEqual(problems("`Notes.find`", ""), ["notes.find has no function"])
  })
})
