/**
 * Lays out a new API module: its files, and its line in each list of modules.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import * as templates from "./templates.js"

/** The page with the table of modules. */
export const modulesPage = "docs/modules.md"

/** What is wrong with the arguments, for the person who typed them. */
export class InvalidName extends Error {}

/** Writes everything below `root`, and returns the paths that were written. */
export const layOut = (root: string, module: string, model?: string): ReadonlyArray<string> => {
  const names = namesOf(module, model)
  const created = {
    [`src/models/${names.model}.ts`]: templates.model(names),
    [`src/api/${module}.ts`]: templates.api(names),
    [`test/api/${module}.test.ts`]: templates.test(names),
    [`test/contract/operations/${module}.ts`]: templates.contract(names)
  }
  const existing = Object.keys(created).filter((path) => existsSync(join(root, path)))
  if (existing.length > 0) throw new InvalidName(`${existing.join(" and ")} exists already`)

  const read = (path: string): string => readFileSync(join(root, path), "utf8")
  const changed = {
    "src/index.ts": withLine(
      read("src/index.ts"),
      /^export \* as (\w+) from "\.\/api\//,
      module,
      `export * as ${module} from "./api/${module}.js"`
    ),
    "test/contract/operations/index.ts": withLine(
      read("test/contract/operations/index.ts"),
      /^export \* from "\.\/(\w+)\.js"/,
      module,
      `export * from "./${module}.js"`
    ),
    "test/bundle/bundle.test.ts": withLine(
      read("test/bundle/bundle.test.ts"),
      /^ {2}(\w+): "(?:\w+)",?$/,
      module,
      `  ${module}: "find",`
    ),
    "test/types/hovers.json": withHovers(read("test/types/hovers.json"), names),
    [modulesPage]: withRow(read(modulesPage), names)
  }
  const files = { ...created, ...changed }
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text)
  return Object.keys(files)
}

const namesOf = (module: string, model = module.replace(/s$/, "")): templates.Names => {
  for (const name of [module, model]) {
    if (!/^([A-Z][a-z\d]+)+$/.test(name)) {
      throw new InvalidName(`${name} is not a name such as NewsItems: words with a capital each, nothing between them`)
    }
  }
  if (module === model) {
    throw new InvalidName(
      `the name of the model is missing, because ${module} has no "s" at its end: add --model <Name>`
    )
  }
  const split = (name: string, separator: string): string => name.replace(/(?<!^)(?=[A-Z])/g, separator).toLowerCase()
  return {
    module,
    model,
    variable: model.charAt(0).toLowerCase() + model.slice(1),
    path: split(module, "_"),
    words: split(module, " "),
    word: split(model, " ")
  }
}

/** Adds a line to the first block of lines that fit a pattern, which are in the order of the names they capture. */
const withLine = (text: string, pattern: RegExp, name: string, line: string): string => {
  const lines = text.split("\n")
  const start = lines.findIndex((line) => pattern.test(line))
  if (start < 0) throw new Error(`no line fits ${pattern}`)
  let index = start
  while (isBefore(pattern.exec(lines[index] ?? "")?.[1], name)) index++
  const ends = !pattern.test(lines[index] ?? "")
  // The last line of a list in braces has no comma.
  if (ends && line.endsWith(",")) lines[index - 1] += ","
  lines.splice(index, 0, ends ? line.replace(/,$/, "") : line)
  return lines.join("\n")
}

const isBefore = (other: string | undefined, name: string): boolean =>
  other !== undefined && other.toLowerCase() < name.toLowerCase()

const withHovers = (text: string, names: templates.Names): string => {
  const hovers = Object.entries(JSON.parse(text))
  const before = hovers.filter(([name]) => isBefore(name.split(".")[0], names.module))
  const all = [...before, ...templates.hovers(names), ...hovers.slice(before.length)]
  return `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`
}

/** Adds a row to the end of the table of resources. */
const withRow = (page: string, { module, words }: templates.Names): string => {
  const table = /^\| resources +\|[^\n]*\n(?:\|[^\n]*\n)+/m
  if (!table.test(page)) throw new Error(`${modulesPage} has no table of resources`)
  return page.replace(table, (rows) => `${rows}| \`${module}\` | ${words} |\n`)
}
