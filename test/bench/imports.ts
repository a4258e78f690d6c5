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

/** What importing a resource costs a process that has just begun, next to what it needs of Effect. */
export const importsCase = async (): Promise<Report> => {
  if (!existsSync(resource)) throw new Error("dist/ is missing: run `npm run build` first")
  const needed = await packageImports()
  const ours = [pathToFileURL(resource).href]
  for (const modules of [needed, ours]) await importTime(modules)
  const names = { effect: `the ${needed.length} modules of Effect it needs`, ours: "dist/api/Contacts.js" }
  const figure = await inTurns(11, {
    [names.effect]: () => importTime(needed),
    [names.ours]: () => importTime(ours)
  })
  const difference = figure(names.ours).value - figure(names.effect).value
  return {
    title: "Importing in a fresh process",
    columns: ["", "ms", "ratio"],
    rows: Object.values(names).map((name) => [name, figure(name).value.toFixed(0), times(figure(name).ratio)]),
    notes: [`The library's own modules take ${difference.toFixed(0)} ms of it.`]
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
