/** The runtimes: how each is installed, and how it runs the program. */
import * as Command from "@effect/platform/Command"
import type * as CommandExecutor from "@effect/platform/CommandExecutor"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { bundle, type Bundler } from "./bundle.js"
import { burst } from "./burst.js"
import { installChromium, installCommand } from "./install.js"
import { end, errorIn, Failure, run, start } from "./process.js"
import type { Outcome } from "./program.js"
import { servePage } from "./servers.js"
import { lowest, runtimes } from "./versions.js"

/** What a row runs with. */
export interface Place {
  /** An empty folder of the row. */
  readonly directory: string
  /** The folder with the installed package and the compiled entries. */
  readonly app: string
  /** The query string that names the servers. */
  readonly servers: URLSearchParams
}

type Run<A> = Effect.Effect<A, Failure, CommandExecutor.CommandExecutor | Scope.Scope>

/** A row of the table. */
export interface Row {
  readonly id: string
  readonly name: string
  /** The app of the row has the lowest versions of the peer ranges. */
  readonly lowest?: boolean
  /** Gives the path of the runtime. */
  readonly install: (directory: string) => Run<string>
  readonly version: (command: string) => Run<string>
  readonly run: (command: string, place: Place) => Run<ReadonlyArray<Outcome>>
}

const Report = Schema.parseJson(
  Schema.Array(Schema.Struct({ name: Schema.String, promise: Schema.String, outcome: Schema.String }))
)

const read = (text: string, details = ""): Effect.Effect<ReadonlyArray<Outcome>, Failure> =>
  Effect.mapError(
    Schema.decode(Report)(text),
    () => new Failure({ reason: text.split("\n")[0] ?? "", details: details + text })
  )

const versionOf = (command: string): Run<string> =>
  Effect.map(run(Command.make(command, "--version")), (output) => /[\d.]*\d/.exec(output)?.[0] ?? output)

const required: Outcome = {
  name: "require",
  promise: "a CommonJS file loads the package with `require`",
  outcome: "held"
}

/** For runtimes with a command line. They also load the package from a CommonJS file. */
const command = (
  row: Pick<Row, "id" | "name" | "lowest">,
  [name, version]: readonly [name: string, version: string],
  options: { readonly flags?: ReadonlyArray<string>; readonly env?: Readonly<Record<string, string>> } = {}
): Row => ({
  ...row,
  install: (directory) => installCommand(directory, name, version),
  version: versionOf,
  run: (path, { app, servers }) => {
    const start = (...args: ReadonlyArray<string>) =>
      Command.make(path, ...options.flags ?? [], ...args).pipe(
        Command.workingDirectory(app),
        Command.env(options.env ?? {})
      )
    return Effect.gen(function*() {
      const output = yield* run(start("command.mjs", String(servers)))
      const outcomes = yield* read(output.trim().split("\n").at(-1) ?? "", output)
      writeFileSync(join(app, "require.cjs"), "require('effect-intercom').Contacts.find('id')")
      const { errors, status } = yield* end(start("require.cjs"))
      return [...outcomes, status === 0 ? required : { ...required, outcome: errorIn(errors) }]
    })
  }
})

const node = (id: keyof typeof runtimes, name: string): Row => command({ id, name }, ["node", runtimes[id]])

/** Loopback is not the public internet, which is all that a worker may reach by default. */
const workerdConfig = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "worker.js")],
      compatibilityDate = "2026-11-01"
    )),
    (name = "internet", network = (allow = ["local"]))
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
`

const workerd: Row = {
  id: "workerd",
  name: "workerd (Cloudflare Workers), bundled by esbuild",
  install: (directory) => installCommand(directory, "workerd", runtimes.workerd),
  version: () => Effect.succeed(runtimes.workerd),
  run: (path, { app, directory, servers }) =>
    Effect.gen(function*() {
      yield* bundle("esbuild", join(app, "worker.mjs"), join(directory, "worker.js"))
      writeFileSync(join(directory, "config.capnp"), workerdConfig)
      const { stdout } = yield* start(
        Command.make(path, "serve", "--control-fd=1", "config.capnp").pipe(Command.workingDirectory(directory))
      )
      const port = yield* stdout.pipe(
        Stream.decodeText(),
        Stream.filterMap((line) => Schema.decodeOption(Listening)(line)),
        Stream.runHead,
        Effect.flatten,
        Effect.mapError(() => new Failure({ reason: "it did not start to listen", details: "" }))
      )
      const url = `http://127.0.0.1:${port.port}`
      const text = yield* Effect.promise(() => fetch(`${url}/?${servers}`).then((response) => response.text()))
      return [...yield* read(text), yield* burst(url)]
    })
}

const Listening = Schema.parseJson(Schema.Struct({ event: Schema.Literal("listen"), port: Schema.Int }))

/** The servers of the row do not allow other origins, as Intercom does not, so the row turns that check off. */
const chromiumFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-web-security",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
]

const chromium = (bundler: Bundler): Row => ({
  id: `chromium-${bundler}`,
  name: `Chromium, bundled by ${bundler}`,
  install: () => installChromium,
  version: (path) =>
    Effect.map(run(Command.make(path, "--version")), (output) => /[\d.]+\d/.exec(output)?.[0] ?? output),
  run: (path, { app, directory, servers }) =>
    Effect.gen(function*() {
      const script = yield* bundle(bundler, join(app, "page.mjs"), join(directory, `${bundler}.js`))
      const { report, url } = yield* servePage(script)
      const profile = `--user-data-dir=${join(directory, bundler)}`
      yield* start(Command.make(path, ...chromiumFlags, profile, `${url}/?${servers}`))
      return yield* Effect.flatMap(report, (text) => read(text))
    })
})

export const rows: ReadonlyArray<Row> = [
  command({ id: "lowest", name: "Node, with the lowest versions of the peers", lowest: true }, ["node", lowest.node]),
  node("node20", "Node 20"),
  node("node22", "Node 22"),
  node("node24", "Node 24"),
  node("node26", "Node 26"),
  command({ id: "bun", name: "Bun" }, ["bun", runtimes.bun]),
  command({ id: "deno", name: "Deno" }, ["deno", runtimes.deno], {
    flags: ["run", "--no-prompt", "--node-modules-dir=manual", "--allow-net=127.0.0.1", "--allow-read"],
    env: { DENO_NO_UPDATE_CHECK: "1" }
  }),
  workerd,
  chromium("esbuild"),
  chromium("rollup")
]
