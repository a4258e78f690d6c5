/** The functions of `src/api`, with arguments that are fine. */
import { vi } from "@effect/vitest"
import * as Predicate from "effect/Predicate"
import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import ts from "typescript"

const directory = join(import.meta.dirname, "..", "..", "src", "api")

export type Arguments = ReadonlyArray<unknown>

export interface Endpoint {
  /** `Contacts.find` */
  readonly name: string
  /** How many arguments have no question mark. */
  readonly required: number
  readonly run: (...args: Arguments) => unknown
  /** Arguments that the contract suite uses, of this function or of another one that takes the same. */
  readonly args: Arguments
}

const textOf = (module: string): string => readFileSync(join(directory, `${module}.ts`), "utf8")

/** The modules of the folder that a module exports as its own. */
const partsOf = (module: string): ReadonlyArray<string> =>
  Array.from(textOf(module).matchAll(/^export \* from "\.\/(\w+)\.js"$/gm), ([, part = ""]) => part)

const files = readdirSync(directory).map((file) => basename(file, ".ts"))

const modules = files.filter((file) => !files.flatMap(partsOf).includes(file))

/** The functions that a module exports, and how many arguments each requires. */
const requiredIn = (module: string): ReadonlyArray<readonly [name: string, required: number]> =>
  [module, ...partsOf(module)].flatMap(requiredInFile)

const requiredInFile = (module: string): ReadonlyArray<readonly [name: string, required: number]> => {
  const source = ts.createSourceFile(`${module}.ts`, textOf(module), ts.ScriptTarget.ESNext, true)
  return source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList, modifiers }) =>
    declarationList.declarations.flatMap(({ name, type }) => {
      // `delete_` is exported as `delete`. Other functions without a modifier are private.
      const isExported = modifiers !== undefined || name.getText().endsWith("_")
      return isExported && type !== undefined && ts.isFunctionTypeNode(type) ?
        [
          [
            name.getText().replace(/_$/, ""),
            type.parameters.filter(({ questionToken }) => questionToken === undefined).length
          ]
        ] satisfies ReadonlyArray<readonly [string, number]> :
        []
    })
  )
}

/** Arguments of functions that the contract suite does not call. */
const others: Readonly<Record<string, Arguments>> = {
  "BulkJobs.startContacts": [[{ method: "delete", data_type: "contact", data: { id: "1" } }]],
  "BulkJobs.startEvents": [[{ method: "post", data_type: "event", data: { id: "1" } }]],
  "BulkJobs.appendContacts": ["1", [{ method: "delete", data_type: "contact", data: { id: "1" } }]],
  "BulkJobs.appendEvents": ["1", [{ method: "post", data_type: "event", data: { id: "1" } }]],
  "BulkJobs.find": ["1"],
  "Contacts.findMany": [["1"]],
  "Contacts.upsert": [{ email: "ada@example.com" }],
  "Conversations.findMany": [["1"]],
  "DataExport.downloadRaw": ["1"],
  "ReportingDataExport.downloadRaw": ["1", { app_id: "1" }],
  "Tickets.findMany": [["1"]],
  "Tags.untagCompanies": [{ name: "VIP", companies: [{ company_id: "1" }] }]
}

/** A function that takes the same first arguments as one that the contract suite does not call. */
const likeOf: Readonly<Record<string, string>> = {
  pages: "list",
  stream: "list",
  count: "search",
  searchPages: "search",
  searchStream: "search",
  download: "downloadRaw",
  run: "start",
  await: "find"
}

/** Every function that requires arguments. `Jobs.batch` is left out: it calls other functions only. */
export const endpoints = async (): Promise<ReadonlyArray<Endpoint>> => {
  const called = new Map<string, Arguments>()
  const found = new Map<string, Omit<Endpoint, "args" | "required">["run"]>()
  for (const module of modules) {
    vi.doMock(`effect-intercom/api/${module}`, async (original: () => Promise<object>) => {
      const exports: Record<string, unknown> = { ...await original() }
      for (const [name, value] of Object.entries(exports)) {
        if (!Predicate.isFunction(value) || !/^[a-z]/.test(name)) continue
        const run = (...args: Arguments): unknown => Reflect.apply(value, undefined, args)
        found.set(`${module}.${name}`, run)
        exports[name] = (...args: Arguments) => {
          called.set(`${module}.${name}`, args)
          return run(...args)
        }
      }
      return exports
    })
  }
  await import("../contract/operations.js")
  for (const module of modules) await import(`effect-intercom/api/${module}`)
  return modules.flatMap((module) =>
    requiredIn(module).flatMap(([name, required]) => {
      const full = `${module}.${name}`
      if (required === 0 || full === "Jobs.batch") return []
      const like = `${module}.${likeOf[name]}`
      const args = called.get(full) ?? others[full] ?? called.get(like) ?? others[like]
      const run = found.get(full)
      if (args === undefined || run === undefined) throw new Error(`no arguments of ${full}`)
      // `run` and `await` also take what their second call needs.
      const more = called.get(`${module}.find`) ?? []
      return [{ name: full, required, run, args: Array.from({ length: required }, (_, i) => args[i] ?? more[i]) }]
    })
  )
}
