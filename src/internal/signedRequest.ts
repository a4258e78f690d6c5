/**
 * Reads the bodies of signed requests. A body is in memory only while its signature is checked, and all bodies together
 * have a limit.
 */
import type * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type * as Redacted from "effect/Redacted"
import type * as Stream from "effect/Stream"
import { makeMemory, readBody } from "./body.js"
import { check, describe, type Header, parse, type Reason, schemes } from "./signature.js"

/** A request, independent of the server. */
export interface Incoming {
  readonly method: string
  readonly header: (name: string) => string | undefined
  readonly body: Stream.Stream<Uint8Array, unknown>
}

/** The status for a method that carries no body, or nothing for `POST`. */
export const statusOfMethod = (method: string): 200 | 405 | undefined =>
  method === "POST" ? undefined : method === "HEAD" ? 200 : 405

/** The headers of a response without a body. */
export const headersOf = (status: number): Record<string, string> => status === 405 ? { allow: "HEAD, POST" } : {}

/** The request of an Effect HTTP server. */
export const incoming: Effect.Effect<Incoming, never, HttpServerRequest.HttpServerRequest> = Effect.suspend(() =>
  Effect.map(ServerRequest, ({ headers, method, stream: body }) => ({
    method,
    header: (name) => headers[name.toLowerCase()],
    body
  }))
)

// Looked up by its key, because importing its module loads sockets and multipart parsers, which takes long.
const ServerRequest = Context.GenericTag<HttpServerRequest.HttpServerRequest>("@effect/platform/HttpServerRequest")

/** The request is refused with this status. */
export class Refused extends Data.TaggedError("Refused")<{ readonly status: number; readonly message: string }> {}

/** A header that is accepted, and its secrets. */
export interface Signer {
  readonly header: Header
  readonly secrets: ReadonlyArray<Redacted.Redacted>
}

export interface Options {
  readonly signers: ReadonlyArray<Signer>
  /** In bytes. */
  readonly maxBodySize: number
  /** The limit for all unverified bodies together, in bytes. */
  readonly maxUnverifiedSize: number
}

/** Makes a function that returns the body of a request whose signature is valid. */
export const makeReader = (
  { maxBodySize, maxUnverifiedSize, signers }: Options
): (request: Incoming) => Effect.Effect<Uint8Array, Refused> => {
  const memory = makeMemory(maxUnverifiedSize)
  const busy = new Refused({ status: 503, message: `more than ${maxUnverifiedSize} unverified bytes` })
  const tooLarge = new Refused({ status: 413, message: `the body is larger than ${maxBodySize} bytes` })
  const unreadable = new Refused({ status: 400, message: "the body is incomplete" })
  const unsigned = (reason: Reason) => new Refused({ status: 401, message: describe(reason) })

  return ({ body, header }) =>
    Effect.gen(function*() {
      const signer = signers.find(({ header: name }) => header(name) !== undefined)
      if (signer === undefined) return yield* unsigned("missing")
      const scheme = schemes[signer.header]
      const mac = yield* Either.mapLeft(parse(header(signer.header), scheme), unsigned)
      if (Number(header("Content-Length")) > maxBodySize) return yield* tooLarge
      const bytes = yield* Effect.mapError(readBody(body, maxBodySize, memory), () => unreadable)
      if (bytes === "too large") return yield* tooLarge
      if (bytes === "no memory") return yield* busy
      yield* Effect.mapError(check(bytes, mac, signer.secrets, scheme), unsigned)
      return bytes
    }).pipe(Effect.scoped)
}
