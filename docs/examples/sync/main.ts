/**
 * Copies contacts and conversations into SQLite: `npx tsx docs/examples/sync/main.ts --database intercom.db`. Run it
 * again to copy what has changed. It continues if it was stopped.
 *
 * Without a token, it copies a workspace in memory. With `INTERCOM_ACCESS_TOKEN` set, it copies your own workspace.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as NodeTerminal from "@effect/platform-node/NodeTerminal"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Cause from "effect/Cause"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { parseArgs } from "node:util"
import * as Progress from "./progress.js"
import { syncAll } from "./run.js"
import * as Store from "./store.js"

const { values } = parseArgs({
  options: {
    "database": { type: "string", default: "intercom.db" },
    "per-page": { type: "string", default: "150" }
  }
})

const real = IntercomHttp.layerConfig().pipe(Layer.provide(FetchHttpClient.layer))

const program = Effect.gen(function*() {
  const token = yield* Config.option(Config.redacted("INTERCOM_ACCESS_TOKEN"))
  const onPage = yield* Progress.make
  const perPage = Number(values["per-page"])
  yield* syncAll((kind) => ({ perPage, onPage: onPage(kind) })).pipe(
    Effect.provide(Option.isSome(token) ? real : IntercomWorkspace.layer({ contacts: 3000, conversations: 500 }))
  )
}).pipe(Effect.provide([Store.layer(values.database), NodeTerminal.layer]))

// A database that cannot be opened is a defect, not an error.
const reported = Effect.tapErrorCause(
  program,
  (cause) => Effect.forEach(Cause.prettyErrors(cause), ({ message }) => Console.error(`sync: ${message}`))
)

NodeRuntime.runMain(reported, { disableErrorReporting: true })
