/**
 * Streams every contact of a workspace, with backpressure: `npm run demo`.
 *
 * Without a token, it serves an embedded workspace on a free loopback port and streams that. With
 * `INTERCOM_ACCESS_TOKEN` set, it reads your own workspace. It never writes to it.
 */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpServer from "@effect/platform/HttpServer"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Ref from "effect/Ref"
import * as Stream from "effect/Stream"
import { createServer } from "node:http"
import { parseArgs } from "node:util"

class UsageError extends Data.TaggedError("UsageError")<{ readonly message: string }> {}

const wholeNumber = (name: string, text: string): Effect.Effect<number, UsageError> =>
  /^\d{1,9}$/.test(text) ?
    Effect.succeed(Number(text)) :
    new UsageError({ message: `--${name} takes a whole number, not ${text}` })

const options = Effect.gen(function*() {
  const { values } = yield* Effect.try({
    try: () =>
      parseArgs({
        options: {
          "contacts": { type: "string", default: "10000" },
          "per-page": { type: "string", default: "150" },
          "prefetch": { type: "string", default: "1" }
        }
      }),
    catch: (error) => new UsageError({ message: error instanceof Error ? error.message : String(error) })
  })
  return {
    contacts: yield* wholeNumber("contacts", values.contacts),
    perPage: yield* wholeNumber("per-page", values["per-page"]),
    prefetch: yield* wholeNumber("prefetch", values.prefetch)
  }
})

const requests = Ref.unsafeMake(0)

const transformClient = HttpClient.tapRequest(() => Ref.update(requests, (count) => count + 1))

const serve = (contacts: number) =>
  Effect.gen(function*() {
    const { httpApp } = yield* IntercomWorkspace.make({ contacts })
    yield* HttpServer.serveEffect(httpApp)
    const baseUrl = yield* HttpServer.addressFormattedWith(Effect.succeed)
    yield* Console.log(`an embedded workspace with ${contacts} contacts at ${baseUrl}`)
    return IntercomHttp.layerFetch({ accessToken: Redacted.make("embedded"), baseUrl, transformClient })
  }).pipe(
    Layer.unwrapScoped,
    Layer.provide(NodeHttpServer.layer(() => createServer(), { host: "127.0.0.1", port: 0 }))
  )

const real = IntercomHttp.layerConfig({ transformClient }).pipe(Layer.provide(FetchHttpClient.layer))

const isTerminal = process.stdout.isTTY

const showProgress = (contacts: number, total: number, pages: number) => {
  const line = `${contacts} of ${total} contacts, ${pages} pages`
  if (isTerminal) return Effect.sync(() => process.stdout.write(`\r${line}`))
  return pages % 10 === 0 ? Console.log(line) : Effect.void
}

const streamAll = (options: { readonly perPage: number; readonly prefetch: number }) =>
  Effect.gen(function*() {
    const start = yield* Clock.currentTimeMillis
    const { contacts, pages } = yield* Contacts.pages(options).pipe(
      Stream.runFoldEffect({ contacts: 0, pages: 0 }, (sum, page) => {
        const next = { contacts: sum.contacts + page.data.length, pages: sum.pages + 1 }
        return Effect.as(showProgress(next.contacts, page.total_count ?? 0, next.pages), next)
      })
    )
    const seconds = ((yield* Clock.currentTimeMillis) - start) / 1000
    const rate = Math.round(contacts / seconds)
    yield* Console.log(
      `${isTerminal ? "\r" : ""}streamed ${contacts} contacts in ${pages} pages, ${yield* Ref.get(
        requests
      )} requests, ` +
        `${seconds.toFixed(1)} s, ${rate} contacts/s`
    )
  })

const program = Effect.gen(function*() {
  const { contacts, ...paging } = yield* options
  const token = yield* Config.option(Config.redacted("INTERCOM_ACCESS_TOKEN"))
  yield* Effect.provide(streamAll(paging), Option.isSome(token) ? real : serve(contacts))
})

NodeRuntime.runMain(
  Effect.tapErrorCause(program, (cause) => {
    const [error] = Array.from(Cause.failures(cause))
    return Console.error(`demo: ${error === undefined ? Cause.pretty(cause) : error.message}`)
  }),
  { disableErrorReporting: true }
)
