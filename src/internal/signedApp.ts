/**
 * HTTP apps that respond to signed requests with JSON: no queue, no duplicates, one response for each request.
 */
import type * as HttpApp from "@effect/platform/HttpApp"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type { Issue } from "../IntercomError.js"
import { invalidOption } from "./configuration.js"
import { problemOf } from "./issue.js"
import { decodeJson, decodeText, toJson } from "./json.js"
import { type Secrets, secretsOf, textOf } from "./signature.js"
import { headersOf, type Incoming, incoming, makeReader, Refused, statusOfMethod } from "./signedRequest.js"

export interface Options<A, E, R> {
  /** The name in log messages. */
  readonly name: string
  readonly clientSecret: Secrets
  readonly decode: (body: unknown) => Either.Either<A, Issue>
  /** Returns the value to respond with. */
  readonly respond: (request: A) => Effect.Effect<unknown, E, R>
}

/**
 * Makes an app that responds with 200 and JSON. It refuses a request with the status of the reason, and passes failures
 * of `respond` on to the server.
 */
export const make = <A, E, R>(
  { clientSecret, decode, name, respond }: Options<A, E, R>
): Effect.Effect<HttpApp.Default<E, R>, ConfigError.ConfigError> => {
  const secrets = secretsOf(clientSecret)
  if (secrets.length === 0 || secrets.some((secret) => textOf(secret) === "")) {
    return invalidOption("clientSecret", "must not be empty")
  }
  const read = makeReader({
    signers: [{ header: "X-Body-Signature", secrets }],
    maxBodySize,
    maxUnverifiedSize: 16 * maxBodySize
  })
  const late = new Refused({ status: 408, message: "the body did not arrive in time" })
  const receive = (request: Incoming): Effect.Effect<A, Refused> =>
    Effect.interruptible(Effect.disconnect(read(request))).pipe(
      Effect.timeoutFail({ duration: "4 seconds", onTimeout: () => late }),
      Effect.flatMap(decodeText),
      Effect.flatMap((text) => decodeJson(text, decode)),
      Effect.mapError((error) =>
        error instanceof Refused ? error : new Refused({ status: 400, message: problemOf(error) })
      )
    )
  // Anyone can send a request without a valid signature, so only a signed one is worth a warning.
  const refuse = ({ message, status }: Refused) =>
    Effect.as(
      status === 400 ? Effect.logWarning(`${name}: ${message}`) : Effect.logDebug(`${name}: ${message}`),
      HttpServerResponse.empty({ status })
    )
  return Effect.succeed(Effect.flatMap(incoming, (request) => {
    const status = statusOfMethod(request.method)
    if (status !== undefined) return HttpServerResponse.empty({ status, headers: headersOf(status) })
    return Effect.matchEffect(receive(request), {
      onFailure: refuse,
      onSuccess: (value) => Effect.flatMap(respond(value), json)
    })
  }))
}

// No request or response of Canvas Kit may have more than 64 kB in its largest part.
const maxBodySize = 1_048_576

const json = (value: unknown): Effect.Effect<HttpServerResponse.HttpServerResponse> =>
  value === undefined ?
    Effect.succeed(HttpServerResponse.empty({ status: 200 })) :
    toJson(value).pipe(
      Either.map((text) => HttpServerResponse.text(text, { contentType: "application/json" })),
      Effect.mapError(problemOf),
      Effect.orDieWith((problem) => new TypeError(`The response ${problem}`))
    )
