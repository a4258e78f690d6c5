import * as Record from "effect/Record"
import * as esbuild from "esbuild"
import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"
import { inTurns, type Report, times } from "./report.js"

const run = promisify(execFile)

const root = join(import.meta.dirname, "..", "..")
const resource = join(root, "dist", "api", "Contacts.js")
const barrel = join(root, "dist", "index.js")

/** What importing a resource costs a process that has just begun, next to what it needs of Effect. */
export const importsCase = async (): Promise<Report> => {
  if (!existsSync(resource)) throw new Error("dist/ is missing: run `npm run build` first")
  const needed = await packageImports()
  const effect = ["effect", "@effect/platform/HttpClient"]
  const names = {
    needed: `the ${needed.length} modules of Effect that Contacts needs`,
    resource: "dist/api/Contacts.js",
    effect: effect.join(" and "),
    barrel: "the same and dist/index.js, all modules"
  }
  const modules = {
    [names.needed]: needed,
    [names.resource]: [pathToFileURL(resource).href],
    [names.effect]: effect,
    [names.barrel]: [...effect, pathToFileURL(barrel).href]
  }
  for (const names of Object.values(modules)) await importTime(names)
  const figure = await inTurns(11, Record.map(modules, (names) => () => importTime(names)))
  const difference = (ours: string, theirs: string): string =>
    `${(figure(ours).value - figure(theirs).value).toFixed(0)} ms`
  return {
    title: "Importing in a fresh process",
    columns: ["", "ms", "ratio"],
    rows: Object.values(names).map((name) => [name, figure(name).value.toFixed(0), times(figure(name).ratio)]),
    notes: [
      `Of our own, Contacts takes ${difference(names.resource, names.needed)}.`,
      `Everything takes ${difference(names.barrel, names.effect)} on top of Effect's barrel and its HttpClient.`
    ]
  }
}

/** The modules of other packages that are loaded with a resource. */
const packageImports = async (): Promise<ReadonlyArray<string>> => {
  const { metafile } = await esbuild.build({
    entryPoints: [resource],
    bundle: true,
    packages: "external",
    format: "esm",
    metafile: true,
    write: false,
    tsconfigRaw: {}
  })
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports)
  return [...new Set(imports.filter(({ external }) => external === true).map(({ path }) => path))].sort()
}

const importTime = async (modules: ReadonlyArray<string>): Promise<number> => {
  const code = `const start = performance.now()
    await Promise.all(${JSON.stringify(modules)}.map((name) => import(name)))
    console.log(performance.now() - start)`
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: "" }
  })
  return Number(stdout)
}
