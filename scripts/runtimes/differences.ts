/**
 * Calls the library where runtimes differ from each other, and tells which of its promises hold on this one. It runs on
 * any runtime: it imports nothing of Node.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { Effect, Layer, Redacted, Stream } from "effect"
import { Calls, Contacts, DataExport, type IntercomError, IntercomHttp, Messages } from "effect-intercom"

/** A promise of the library, and whether it holds on this runtime. */
export interface Difference {
  /** The number of the difference in docs/runtimes.md, and a few words. */
  readonly name: string
  readonly promise: string
  /** `"held"`, or what happened instead. */
  readonly outcome: "held" | string
}

/** Checks the promises against the server of `rawServer.ts`. */
export const differences = async (url: string): Promise<ReadonlyArray<Difference>> => {
  const found: Array<Difference> = []
  for (const { name, outcome, promise } of checks(url)) {
    found.push({ name, promise, outcome: await outcome().catch((error: unknown) => `failed: ${String(error)}`) })
  }
  return found
}

interface Check {
  readonly name: string
  readonly promise: string
  readonly outcome: () => Promise<string>
}

type Http = Layer.Layer<IntercomHttp.IntercomHttp>

const checks = (url: string): ReadonlyArray<Check> => {
  const fetchLayer = layerFetch(url)
  const clientLayer = layerOfClient(url)
  return [
    {
      name: "R1 POST on a connection that closes",
      promise: "a message is sent once",
      outcome: () => sendsOnce(url, fetchLayer)
    },
    {
      name: "R1 POST on a connection that closes, IntercomHttp.layer",
      promise: "a message is sent once",
      outcome: () => sendsOnce(url, clientLayer)
    },
    {
      name: "R2 compressed download, cut",
      promise: "a download is whole or fails",
      outcome: () => wholeOrFails(download("cut"), fetchLayer)
    },
    {
      name: "R2 compressed text, cut",
      promise: "a text is whole or fails",
      outcome: () => wholeOrFails(Calls.findTranscript("cut"), fetchLayer)
    },
    {
      name: "R3 compressed download of several gzip members",
      promise: "a download is whole or fails",
      outcome: () => wholeOrFails(download("parts"), fetchLayer)
    },
    {
      name: "R4 download that ends before its length",
      promise: "a download is whole or fails",
      outcome: () => wholeOrFails(download("short"), fetchLayer)
    },
    {
      name: "R4 chunked download that breaks off",
      promise: "a download is whole or fails",
      outcome: () => wholeOrFails(download("chunked"), fetchLayer)
    },
    {
      name: "R4 chunked download that breaks off, connection: close",
      promise: "a download is whole or fails",
      outcome: () => wholeOrFails(download("closing"), fetchLayer)
    },
    {
      name: "R4 chunked text that breaks off, connection: close",
      promise: "a text is whole or fails",
      outcome: () => wholeOrFails(Calls.findTranscript("closing"), fetchLayer)
    },
    {
      name: "R5 gzip file",
      promise: "download unpacks it",
      outcome: () => isWhole(download("gzip"), fetchLayer)
    },
    {
      name: "R5 gzip file of several members, with padding",
      promise: "download unpacks it",
      outcome: () => isWhole(download("members"), fetchLayer)
    },
    {
      name: "R5 gzip file, cut",
      promise: "download fails with InvalidGzip",
      outcome: () => failsWith("IntercomInvalidGzip", download("halfgzip"), fetchLayer)
    },
    {
      name: "R6 refused connection",
      promise: "NetworkError has the code ECONNREFUSED",
      outcome: async () => refusedCode((await ask(url)).refused)
    }
  ]
}

/** What the server of `rawServer.ts` tells. */
interface Told {
  readonly counts: Readonly<Record<string, number>>
  /** A URL that refuses connections. */
  readonly refused: string
}

const ask = async (url: string): Promise<Told> => {
  const response = await fetch(`${url}/counts`)
  return JSON.parse(await response.text())
}

const options = (baseUrl: string): IntercomHttp.Options => ({
  accessToken: Redacted.make("differences:MDAwMDAwMDA"),
  baseUrl,
  timeout: "10 seconds"
})

const layerFetch = (url: string): Http => Layer.orDie(IntercomHttp.layerFetch(options(url)))

const layerOfClient = (url: string): Http =>
  Layer.orDie(Layer.provide(IntercomHttp.layer(options(url)), FetchHttpClient.layer))

const sendsOnce = async (url: string, layer: Http): Promise<string> => {
  const sent = async () => (await ask(url)).counts["POST /messages"] ?? 0
  const before = await sent()
  const send = Messages.sendEmail({
    subject: "Hello",
    body: "Hello",
    template: "plain",
    from: { type: "admin", id: "1" },
    to: { type: "user", id: "1" }
  })
  // Several calls, because a runtime may open another connection for one of them.
  const program = Effect.forEach([1, 2, 3], () => Effect.zipRight(Contacts.find("1"), Effect.exit(send)))
  await Effect.runPromise(Effect.provide(program, layer))
  const count = (await sent()) - before
  return count === 3 ? "held" : `3 messages were sent ${count} times`
}

const download = (file: string): Effect.Effect<string, { readonly _tag: string }, IntercomHttp.IntercomHttp> =>
  Stream.mkString(Stream.decodeText(DataExport.download(file)))

type Read = Effect.Effect<string, { readonly _tag: string }, IntercomHttp.IntercomHttp>

/** How reading a file ends: `whole`, the tag of the error, or how much of it came as a success. */
const read = async (file: Read, layer: Http): Promise<string> => {
  const [whole, ended] = await Effect.runPromise(
    Effect.provide(Effect.all([download("whole"), Effect.either(file)]), layer)
  )
  if (ended._tag === "Left") return ended.left._tag
  return ended.right === whole ? "whole" : `succeeded with ${ended.right.length} of ${whole.length} bytes`
}

const wholeOrFails = async (file: Read, layer: Http): Promise<string> => {
  const ended = await read(file, layer)
  return ended === "whole" || ended.startsWith("Intercom") ? "held" : ended
}

const isWhole = async (file: Read, layer: Http): Promise<string> => {
  const ended = await read(file, layer)
  return ended === "whole" ? "held" : ended
}

const failsWith = async (tag: string, file: Read, layer: Http): Promise<string> => {
  const ended = await read(file, layer)
  return ended === tag ? "held" : ended
}

const refusedCode = (url: string): Promise<string> => {
  const describe = (error: IntercomError.IntercomError): string =>
    error._tag === "IntercomNetworkError" ? error.code ?? "no code" : error._tag
  return Contacts.find("1").pipe(
    Effect.match({ onSuccess: () => "succeeded", onFailure: describe }),
    Effect.map((ended) => ended === "ECONNREFUSED" ? "held" : ended),
    Effect.provide(layerFetch(url)),
    Effect.runPromise
  )
}
