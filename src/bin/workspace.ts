/**
 * `effect-intercom workspace`: serves a workspace in memory over HTTP, for a client in any language.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Headers from "@effect/platform/Headers"
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import * as IntercomWorkspace from "../testing/IntercomWorkspace.js"
import { listen } from "./listen.js"
import * as SeedFile from "./SeedFile.js"
import { UsageError } from "./UsageError.js"

/** The text of `effect-intercom workspace --help`. */
export const help: string = `Serves an Intercom workspace in memory over HTTP, for a client in any language.

Usage: effect-intercom workspace [options]

  --port <number>           the port; 0, the default, selects a free one
  --host <address>          the address to listen on (default: 127.0.0.1, only for this machine)
  --token <token>           the only access token that is accepted (default: any token)
  --api-version <version>   the version for requests without an Intercom-Version header: 2.15 (default) or 2.16
  --rate-limit <number>     calls in ten seconds, or "none" (default: 1667)
  --seed <file.json>        objects to start with, in the shape of IntercomWorkspace.Seed
  --contacts <number>       how many contacts to generate (default: 0)
  --companies <number>      how many companies to generate
  --conversations <number>  how many conversations to generate
  --tickets <number>        how many tickets to generate
  --articles <number>       how many articles to generate
  --deliver-to <url>        the URL that gets the webhooks; needs --secret
  --secret <secret>         the client secret that signs the webhooks
  --quiet                   do not print a line for each request
  --help                    print this text`

const options = {
  "port": { type: "string", default: "0" },
  "host": { type: "string", default: "127.0.0.1" },
  "token": { type: "string" },
  "api-version": { type: "string", default: "2.15" },
  "rate-limit": { type: "string", default: "1667" },
  "seed": { type: "string" },
  "contacts": { type: "string", default: "0" },
  "companies": { type: "string", default: "0" },
  "conversations": { type: "string", default: "0" },
  "tickets": { type: "string", default: "0" },
  "articles": { type: "string", default: "0" },
  "deliver-to": { type: "string" },
  "secret": { type: "string" },
  "quiet": { type: "boolean", default: false },
  "help": { type: "boolean", default: false }
} as const

/** Serves a workspace until it is interrupted. */
export const workspace = (args: ReadonlyArray<string>): Effect.Effect<void, UsageError> =>
  Effect.scoped(
    Effect.gen(function*() {
      const values = yield* read(args)
      if (values.help) return yield* Console.log(help)

      // An empty value is often a variable of the shell that is not set. Node would listen on all addresses.
      if (values.host === "") return yield* new UsageError({ message: "--host takes an address, not an empty text" })
      if (values.token === "") return yield* new UsageError({ message: "--token takes a token, not an empty text" })
      const port = yield* wholeNumber("port", values.port, 65_535)
      const delivery = yield* deliveryOf(values["deliver-to"], values.secret)
      const apiVersion = values["api-version"]
      if (apiVersion !== "2.15" && apiVersion !== "2.16") {
        return yield* new UsageError({ message: `--api-version takes 2.15 or 2.16, not ${apiVersion}` })
      }
      const limit = values["rate-limit"]
      const service = yield* IntercomWorkspace.make({
        accessToken: values.token === undefined ? undefined : Redacted.make(values.token),
        rateLimit: limit === "none" ? Infinity : yield* wholeNumber("rate-limit", limit),
        contacts: yield* wholeNumber("contacts", values.contacts),
        companies: yield* wholeNumber("companies", values.companies),
        conversations: yield* wholeNumber("conversations", values.conversations),
        tickets: yield* wholeNumber("tickets", values.tickets),
        articles: yield* wholeNumber("articles", values.articles)
      })
      if (values.seed !== undefined) yield* seed(service, values.seed)

      const print = values.quiet ? () => Effect.void : (line: string) => Console.log(line)
      if (delivery !== undefined) yield* deliver(service, delivery, print)
      const url = yield* listen(appOf(service, apiVersion, print), { host: values.host, port })
      yield* Console.log(`listening on ${url}`)
      return yield* Effect.never
    })
  )

const read = (args: ReadonlyArray<string>) =>
  Effect.try({
    try: () => parseArgs({ args: [...args], options }).values,
    // Only the first sentence says what is wrong.
    catch: (error) => new UsageError({ message: String(error).replace(/^\w+( \[\w+\])?: /, "").replace(/\.\s.*/s, "") })
  })

const wholeNumber = (name: string, text: string, most = 999_999_999): Effect.Effect<number, UsageError> =>
  /^\d{1,9}$/.test(text) && Number(text) <= most ?
    Effect.succeed(Number(text)) :
    new UsageError({ message: `--${name} takes a whole number from 0 to ${most}, not ${text}` })

interface DeliveryOptions {
  readonly url: string
  readonly secret: string
}

const deliveryOf = (
  url: string | undefined,
  secret: string | undefined
): Effect.Effect<DeliveryOptions | undefined, UsageError> =>
  Effect.gen(function*() {
    if (url === undefined && secret === undefined) return undefined
    if (url === undefined) return yield* new UsageError({ message: "--secret needs --deliver-to" })
    if (secret === undefined || secret === "") {
      return yield* new UsageError({ message: "--deliver-to needs --secret, which signs the webhooks" })
    }
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
      return yield* new UsageError({ message: `--deliver-to takes an http or https URL, not ${url}` })
    }
    return { url, secret }
  })

const seed = (service: IntercomWorkspace.Service, path: string): Effect.Effect<void, UsageError> =>
  Effect.gen(function*() {
    const text = yield* Effect.tryPromise({
      try: () => readFile(path, "utf8"),
      catch: () => "cannot be read"
    })
    yield* service.seed(yield* SeedFile.parse(text))
  }).pipe(
    Effect.mapError((error) =>
      new UsageError({ message: typeof error === "string" ? `${path} ${error}` : `${path}: ${error.message}` })
    )
  )

type Print = (line: string) => Effect.Effect<void>

const deliver = (
  service: IntercomWorkspace.Service,
  { secret, url }: DeliveryOptions,
  print: Print
): Effect.Effect<void, never, Scope.Scope> =>
  IntercomWorkspace.deliverTo(url, { clientSecret: Redacted.make(secret) }).pipe(
    Effect.updateService(HttpClient.HttpClient, (client) =>
      client.pipe(
        HttpClient.tap(({ status }) => print(`webhook ${status}`)),
        HttpClient.tapError(() => print("webhook not delivered"))
      )),
    Effect.provideService(IntercomWorkspace.IntercomWorkspace, service),
    Effect.provide(FetchHttpClient.layer),
    Effect.asVoid
  )

/** The API, with a line for each request. It has no query, which may hold a search for a person. */
const appOf = (
  { httpApp }: IntercomWorkspace.Service,
  apiVersion: string,
  print: Print
): HttpApp.Default =>
  Effect.gen(function*() {
    const request = yield* HttpServerRequest.HttpServerRequest
    const headers = { "intercom-version": apiVersion, ...request.headers }
    const response = yield* Effect.provideService(
      httpApp,
      HttpServerRequest.HttpServerRequest,
      request.modify({ headers: Headers.fromInput(headers) })
    )
    yield* print(`${request.method} ${request.url.replace(/\?.*/s, "")} ${response.status}`)
    return response
  })
