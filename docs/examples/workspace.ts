/**
 * Serves an Intercom workspace in memory on loopback, for any client in any language: `npm run workspace`.
 *
 * `npm run workspace -- --port 4000 --contacts 1000` fills it with generated contacts. It accepts every token. Port 0, the
 * default, selects a free port.
 */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as HttpServer from "@effect/platform/HttpServer"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Console from "effect/Console"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Predicate from "effect/Predicate"
import { createServer } from "node:http"
import { parseArgs } from "node:util"

class UsageError extends Data.TaggedError("UsageError")<{ readonly message: string }> {}

const options = {
  "port": { type: "string", default: "0" },
  "contacts": { type: "string", default: "0" },
  "companies": { type: "string", default: "0" },
  "rate-limit": { type: "string", default: "1667" }
} as const

const wholeNumber = (name: string, text: string): Effect.Effect<number, UsageError> =>
  /^\d{1,9}$/.test(text) ?
    Effect.succeed(Number(text)) :
    new UsageError({ message: `--${name} takes a whole number, not ${text}` })

const settings = Effect.gen(function*() {
  const { values } = yield* Effect.try({
    try: () => parseArgs({ options }),
    catch: (error) => new UsageError({ message: error instanceof Error ? error.message : String(error) })
  })
  const port = yield* wholeNumber("port", values.port)
  if (port > 65_535) return yield* new UsageError({ message: `--port takes 0 to 65535, not ${port}` })
  return {
    port,
    contacts: yield* wholeNumber("contacts", values.contacts),
    companies: yield* wholeNumber("companies", values.companies),
    rateLimit: yield* wholeNumber("rate-limit", values["rate-limit"])
  }
})

const serve = ({ port, ...amounts }: Effect.Effect.Success<typeof settings>) =>
  HttpServer.serve(IntercomWorkspace.httpApp).pipe(
    Layer.tap(() => HttpServer.addressFormattedWith((address) => Console.log(`listening on ${address}`))),
    Layer.provide(IntercomWorkspace.layerWorkspace(amounts)),
    Layer.provide(NodeHttpServer.layer(() => createServer(), { host: "127.0.0.1", port })),
    Layer.launch,
    Effect.catchTag("ServeError", ({ cause }) => new UsageError({ message: `port ${port} ${reasonOf(cause)}` }))
  )

const reasonOf = (cause: unknown): string =>
  Predicate.hasProperty(cause, "code") && cause.code === "EADDRINUSE" ? "is in use" : "cannot be listened on"

NodeRuntime.runMain(
  Effect.tapError(Effect.flatMap(settings, serve), (error) => Console.error(`workspace: ${error.message}`)),
  { disableErrorReporting: true }
)
