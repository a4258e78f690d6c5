/**
 * The package's types under several versions of TypeScript: the program, a library around the package with a user of it,
 * and every public module.
 */
import * as Command from "@effect/platform/Command"
import type * as CommandExecutor from "@effect/platform/CommandExecutor"
import * as Effect from "effect/Effect"
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { isHidden } from "../../test/bundle/hidden.js"
import { installCommand } from "./install.js"
import { end, type Failure } from "./process.js"
import type { TypeScript } from "./versions.js"

/** How a version of TypeScript compiled the package. */
export interface Compiled {
  readonly version: string
  /** One cell for each column of the table. */
  readonly cells: ReadonlyArray<string>
  /** Every cell is what `versions.ts` promises. */
  readonly isPromised: boolean
}

const esModules = ["program.ts", "wrapper.ts", "consumer.ts", "everything.ts"]
const programs = join(import.meta.dirname, "..", "..", "test", "package", "programs")

/** Writes the sources into the app, beside the installed package. */
export const writeSources = (app: string): string => {
  const folder = join(app, "types")
  const dist = join(app, "node_modules", "effect-intercom", "dist")
  const modules = readdirSync(dist, { encoding: "utf8", recursive: true }).filter((path) =>
    path.endsWith(".d.ts") && !isHidden(path) && path !== "index.d.ts"
  )
  mkdirSync(folder)
  copyFileSync(join(import.meta.dirname, "program.ts"), join(folder, "program.ts"))
  copyFileSync(join(programs, "wrapper.ts"), join(folder, "wrapper.ts"))
  copyFileSync(join(programs, "consumer.ts"), join(folder, "consumer.ts"))
  writeFileSync(
    join(folder, "everything.ts"),
    modules.map((path, index) => `export * as module${index} from "effect-intercom/${path.slice(0, -5)}"\n`).join("")
  )
  writeFileSync(
    join(folder, "commonjs.cts"),
    `import { Contacts } from "effect-intercom"\nexport const find = Contacts.find\n`
  )
  return folder
}

const compile = (tsc: string, folder: string, files: ReadonlyArray<string>, options: object) => {
  const common = { strict: true, exactOptionalPropertyTypes: true, target: "es2022", types: [], noEmit: true }
  const lib = ["es2022", "dom", "dom.iterable"]
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...common, lib, ...options }, files })
  )
  return Effect.map(
    end(Command.make(tsc, "--pretty", "false").pipe(Command.workingDirectory(folder))),
    ({ errors, output, status }) =>
      status === 0 ? [] : `${output}${errors}`.split("\n").filter((line) => /error TS/.test(line))
  )
}

const nodenext = { module: "nodenext" }
const bundler = { module: "esnext", moduleResolution: "bundler" }

const passed = "pass"
const ofEffect = /node_modules\/(effect|@effect)\//

const reason = (errors: ReadonlyArray<string>): string => {
  if (errors.length === 0) return passed
  const count = errors.length === 1 ? "1 error" : `${errors.length} errors`
  const ours = errors.find((error) => !ofEffect.test(error))
  return ours === undefined
    ? `${count} in the declarations of \`effect\` and \`@effect/platform\``
    : `${count}: ${/TS\d+/.exec(ours)?.[0]} ${ours.replace(/\(.*/, "").replace(/.*node_modules\//, "")}`
}

/** Compiles with one version of TypeScript. */
export const check = (
  directory: string,
  folder: string,
  { checksLibraries, commonJs, version }: TypeScript
): Effect.Effect<Compiled, Failure, CommandExecutor.CommandExecutor> =>
  Effect.gen(function*() {
    const command = yield* installCommand(join(directory, `typescript-${version}`), "typescript", version)
    const tsc = command.replace(/typescript$/, "tsc")
    const errorsOf = (skipLibCheck: boolean) =>
      Effect.map(
        Effect.forEach([nodenext, bundler], (module) => compile(tsc, folder, esModules, { ...module, skipLibCheck })),
        ([first = [], second = []]) => [...new Set([...first, ...second])]
      )
    const full = yield* errorsOf(false)
    // Without an error, there is none to skip.
    const skipped = full.length === 0 ? full : yield* errorsOf(true)
    const required = yield* compile(tsc, folder, ["commonjs.cts"], { ...nodenext, skipLibCheck: true })
    const isPromised = full.every((error) => !checksLibraries && ofEffect.test(error)) && skipped.length === 0 &&
      (commonJs ? required.length === 0 : required.every((error) => error.includes("TS1479")))
    return { version, cells: [reason(full), reason(skipped), reason(required)], isPromised }
  })
