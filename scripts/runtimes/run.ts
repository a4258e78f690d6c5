/**
 * `npm run runtimes` packs the package and runs one program from it on every runtime, and compiles it with every version
 * of TypeScript. Exits with status 1 if a row is not a pass.
 *
 * `--only node20,deno,types` runs some rows. `--write` writes those tables of docs/runtimes.md whose rows were all run.
 * `--verbose` prints what a failed program printed. `--folder /tmp/runtimes` keeps the runtimes for the next run.
 */
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as FileSystem from "@effect/platform/FileSystem"
import * as Clock from "effect/Clock"
import * as Console from "effect/Console"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { installApp, pack } from "./install.js"
import type { Failure } from "./process.js"
import { type Row, rows } from "./rows.js"
import { serve } from "./servers.js"
import { type Ended, promiseTable, reasons, resultOf, runtimeTable, typeTable } from "./table.js"
import { check, type Compiled, writeSources } from "./types.js"
import { lowest, peers, typescript } from "./versions.js"

class UsageError extends Data.TaggedError("UsageError")<{ readonly message: string }> {}

class Broken extends Data.TaggedError("Broken")<{ readonly message: string }> {}

const ids = [...rows.map(({ id }) => id), "types"]

const settings = Effect.gen(function*() {
  const { values } = yield* Effect.try({
    try: () =>
      parseArgs({
        options: {
          folder: { type: "string" },
          only: { type: "string" },
          write: { type: "boolean", default: false },
          verbose: { type: "boolean", default: false }
        }
      }),
    catch: (error) => new UsageError({ message: String(error) })
  })
  const only = values.only?.split(",") ?? ids
  const unknown = only.filter((id) => !ids.includes(id))
  if (unknown.length > 0) {
    return yield* new UsageError({ message: `no row is called ${unknown.join(", ")}; there are ${ids.join(", ")}` })
  }
  return { ...values, only }
})

type App = Effect.Effect<string, Failure, Effect.Effect.Context<ReturnType<typeof installApp>>>

const pass = (row: Row, app: App, directory: string, runtimes: string, verbose: boolean) =>
  Effect.gen(function*() {
    const start = yield* Clock.currentTimeMillis
    const fail = ({ details, reason }: Failure, version: string) =>
      Effect.as(verbose ? Console.error(details) : Effect.void, { id: row.id, name: row.name, version, result: reason })
    const ended = yield* Effect.gen(function*() {
      const command = yield* row.install(join(runtimes, row.id))
      const version = yield* row.version(command)
      const place = { directory, app: yield* app, servers: yield* serve }
      return yield* row.run(command, place).pipe(
        Effect.map((result): Ended => ({ id: row.id, name: row.name, version, result })),
        Effect.catchAll((failure) => fail(failure, version))
      )
    }).pipe(Effect.scoped, Effect.catchAll((failure) => fail(failure, "")))
    const seconds = ((yield* Clock.currentTimeMillis) - start) / 1000
    yield* Console.log(`${row.name} ${ended.version}: ${resultOf(ended)} (${seconds.toFixed(0)} s)`)
    return ended
  })

const program = Effect.gen(function*() {
  const { folder: kept, only, verbose, write } = yield* settings
  const files = yield* FileSystem.FileSystem
  const directory = yield* files.makeTempDirectoryScoped({ prefix: "effect-intercom-runtimes-" })
  const runtimes = kept === undefined ? directory : resolve(kept)
  const tarball = yield* pack(directory)
  const app = yield* Effect.cached(installApp(join(directory, "app"), tarball, peers))
  const lowestApp = yield* Effect.cached(installApp(join(directory, "app-lowest"), tarball, lowest))

  const wanted = rows.filter(({ id }) => only.includes(id))
  const ended = yield* Effect.forEach(wanted, (row) => {
    const ofRow = row.lowest ? lowestApp : app
    return pass(row, ofRow, directory, runtimes, verbose)
  })

  const folder = only.includes("types") ? writeSources(yield* app) : ""
  const compiled = yield* Effect.forEach(
    only.includes("types") ? typescript : [],
    (version) =>
      Effect.tap(
        check(runtimes, folder, version),
        ({ cells, version }) => Console.log(`TypeScript ${version}: ${cells.join(" / ")}`)
      )
  )

  if (write) yield* writePage(ended, compiled)
  const broken = ended.filter((row) => reasons(row).length > 0).length +
    compiled.filter(({ isPromised }) => !isPromised).length
  yield* Console.log(`${ended.length + compiled.length - broken} passed, ${broken} failed`)
  if (broken > 0) return yield* new Broken({ message: `${broken} rows are not a pass` })
})

const page = join(import.meta.dirname, "..", "..", "docs", "runtimes.md")

/** Writes each table between the two comments with its name. */
const writePage = (ended: ReadonlyArray<Ended>, compiled: ReadonlyArray<Compiled>) =>
  Effect.gen(function*() {
    const files = yield* FileSystem.FileSystem
    const tables = {
      ...(ended.length === rows.length ? { runtimes: runtimeTable(ended), promises: promiseTable(ended) } : {}),
      ...(compiled.length === 0 ? {} : { types: typeTable(compiled) })
    }
    const text = yield* files.readFileString(page)
    yield* files.writeFileString(
      page,
      Object.entries(tables).reduce((text, [name, table]) => {
        const [before = "", after = ""] = text.split(new RegExp(`<!-- ${name} -->[^]*<!-- /${name} -->`))
        return `${before}<!-- ${name} -->\n\n${table}\n\n<!-- /${name} -->${after}`
      }, text)
    )
  })

NodeRuntime.runMain(
  program.pipe(
    Effect.scoped,
    Effect.tapError((error) => Console.error(`runtimes: ${"reason" in error ? error.reason : error.message}`)),
    Effect.provide(NodeContext.layer)
  ),
  { disableErrorReporting: true }
)
