/**
 * A request and its response, as a recording keeps them: one JSON file for each pair.
 */
import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Option from "effect/Option"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { parseJson } from "../../../internal/json.js"
import type { Redactor, Rewriter } from "./Redaction.js"

export type Exchange = Answered | Unanswered

export interface Answered {
  readonly request: Request
  readonly response: Response
}

/** A request without a response: the connection was refused, or it broke, perhaps within the body. */
export interface Unanswered {
  readonly request: Request
  readonly failure: {
    /** The code of the system, such as `ECONNRESET`, if there is one. */
    readonly code?: string | undefined
  }
}

export interface Request {
  readonly method: string
  /** With the query, without the host. */
  readonly path: string
  /** `intercom-version` only. */
  readonly headers: Headers
  readonly body?: Body | undefined
}

export interface Response {
  /** 200 to 599. */
  readonly status: number
  /** Only `content-type`, `link`, `location` (without its query), `retry-after`, `x-ratelimit-…` and `x-request-id`. */
  readonly headers: Headers
  readonly body?: Body | undefined
}

type Headers = Readonly<Record<string, string>>

/** Parsed JSON, a URL-encoded form, other text, any of these packed by gzip, or any other bytes. */
export type Body =
  | { readonly json: unknown }
  | { readonly form: string }
  | { readonly text: string }
  | { readonly gzip: Body }
  | { readonly base64: string }

const Body: Schema.Schema<Body> = Schema.suspend(() =>
  Schema.Union(
    Schema.Struct({ json: Schema.Unknown }),
    Schema.Struct({ form: Schema.String }),
    Schema.Struct({ text: Schema.String }),
    Schema.Struct({ gzip: Body }),
    Schema.Struct({
      base64: Schema.String.pipe(
        Schema.filter((text) => Either.isRight(Encoding.decodeBase64(text)) || "must be base64")
      )
    })
  )
)

export const Exchange: Schema.Schema<Exchange> = Schema.suspend(() => {
  const headers = Schema.Record({ key: Schema.String, value: Schema.String })
  const body = Schema.optional(Body)
  const request = Schema.Struct({ method: Schema.String, path: Schema.String, headers, body })
  const response = Schema.Struct({ status: Schema.Int.pipe(Schema.between(200, 599)), headers, body })
  const failure = Schema.Struct({ code: Schema.optional(Schema.String) })
  return Schema.Union(Schema.Struct({ request, response }), Schema.Struct({ request, failure }))
}).annotations({ identifier: "effect-intercom/testing/Exchange" })

/** The name of an exchange's file: number, method and path, in characters that every file system allows. */
export const fileName = (number: number, { method, path }: Request): string => {
  const [pathname = ""] = path.split("?")
  const words = pathname.replaceAll("%40", "@").split(/[^\w.-]+/).filter((word) => word !== "").join(" ")
  return `${String(number).padStart(4, "0")} ${`${method} ${words}`.trim().slice(0, 80).trim()}.json`
}

/** The number in the name of an exchange's file, or `undefined` for any other name. */
export const numberOf = (fileName: string): number | undefined => {
  const [, number] = /^(\d{4,}) [A-Z]+[\w .-]*\.json$/.exec(fileName) ?? []
  return number === undefined ? undefined : Number(number)
}

/**
 * Records a request. Fails if the body is a stream or `FormData`, since reading it would consume it. This library sends
 * no such body.
 */
export const fromRequest = (
  request: HttpClientRequest.HttpClientRequest,
  redactor: Redactor
): Effect.Effect<Request, HttpClientError.RequestError> =>
  Effect.gen(function*() {
    const url = yield* Effect.mapError(
      HttpClientRequest.toUrl(request),
      () => new HttpClientError.RequestError({ request, reason: "InvalidUrl" })
    )
    const body = bodyOf(yield* requestBytes(request), request.headers["content-type"])
    const [, ...credentials] = request.headers.authorization?.split(" ") ?? []
    credentials.forEach(redactor.hide)
    return {
      method: request.method,
      path: redactor.url(url.pathname + url.search),
      headers: keepHeaders(request.headers, /^intercom-version$/, redactor),
      ...redactBody(body, redactor)
    }
  })

/** Records a response. A body that is neither text nor gzip of text stays as it is. */
export const fromResponse = (
  { headers, status }: HttpClientResponse.HttpClientResponse,
  bytes: Uint8Array<ArrayBuffer>,
  redactor: Redactor
): Effect.Effect<Response> =>
  Effect.map(responseBody(bytes, headers["content-type"]), (body) => ({
    status,
    headers: keepHeaders(
      headers,
      /^(content-type|link|location|retry-after|x-ratelimit-.+|x-request-id)$/,
      redactor
    ),
    ...redactBody(body, redactor)
  }))

/** Changes the texts of a response. */
export const rewrite = ({ body, headers, status }: Response, rewriter: Rewriter): Response => ({
  status,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, rewriter.text(value)])),
  ...redactBody(body, rewriter)
})

/** The bytes of a body. Gzip is packed anew, so its bytes may differ from the recorded ones. */
export const bytesOf = (body: Body | undefined): Effect.Effect<Uint8Array<ArrayBuffer>> => {
  if (body === undefined) return Effect.succeed(new Uint8Array())
  if ("gzip" in body) {
    return Effect.flatMap(
      bytesOf(body.gzip),
      (bytes) => Effect.promise(() => through(bytes, new CompressionStream("gzip")))
    )
  }
  if ("base64" in body) return Effect.map(Effect.orDie(Encoding.decodeBase64(body.base64)), (bytes) => bytes.slice())
  const text = "json" in body ? JSON.stringify(body.json) : "form" in body ? body.form : body.text
  return Effect.succeed(new TextEncoder().encode(text))
}

const responseBody = (bytes: Uint8Array<ArrayBuffer>, type: string | undefined): Effect.Effect<Body | undefined> =>
  bytes[0] === 0x1f && bytes[1] === 0x8b
    ? Effect.tryPromise(() => through(bytes, new DecompressionStream("gzip"))).pipe(
      Effect.map((inner) => bodyOf(inner) ?? { text: "" }),
      Effect.map((inner) => "base64" in inner ? bodyOf(bytes) : { gzip: inner }),
      Effect.orElseSucceed(() => bodyOf(bytes))
    )
    : Effect.succeed(bodyOf(bytes, type))

const through = async (
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new globalThis.Response(new Blob([bytes]).stream().pipeThrough(transform)).arrayBuffer())

const bodyOf = (bytes: Uint8Array, type = ""): Body | undefined => {
  if (bytes.length === 0) return undefined
  const text = Option.getOrUndefined(decodeText(bytes))
  if (text === undefined) return { base64: Encoding.encodeBase64(bytes) }
  const json = Either.getOrUndefined(parseJson(text))
  if (json !== undefined && (typeof json === "object" || type.includes("json"))) return { json }
  return type.startsWith("application/x-www-form-urlencoded") ? { form: text } : { text }
}

// A text with a NUL is probably a tar archive.
const decodeText = Option.liftThrowable((bytes: Uint8Array): string => {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  if (text.includes("\0")) throw new TypeError()
  return text
})

const redactBody = (body: Body | undefined, rewriter: Rewriter): { readonly body?: Body } =>
  body === undefined ? {} : { body: rewriteBody(body, rewriter) }

const rewriteBody = (body: Body, rewriter: Rewriter): Body => {
  if ("json" in body) return { json: rewriter.json(body.json) }
  if ("form" in body) return { form: rewriter.url(body.form) }
  if ("text" in body) return { text: rewriter.text(body.text) }
  return "gzip" in body ? { gzip: rewriteBody(body.gzip, rewriter) } : body
}

const requestBytes = (
  request: HttpClientRequest.HttpClientRequest
): Effect.Effect<Uint8Array, HttpClientError.RequestError> => {
  const { body } = request
  if (body._tag === "Empty") return Effect.succeed(new Uint8Array())
  if (body._tag === "Uint8Array") return Effect.succeed(body.body)
  if (body._tag === "Raw" && (Predicate.isString(body.body) || body.body instanceof URLSearchParams)) {
    return Effect.succeed(new TextEncoder().encode(String(body.body)))
  }
  const description = "this kind of body cannot be recorded"
  return Effect.fail(new HttpClientError.RequestError({ request, reason: "Encode", description }))
}

const keepHeaders = (headers: Headers, kept: RegExp, redactor: Redactor): Headers =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => kept.test(name))
      .sort(([one], [other]) => one < other ? -1 : 1)
      // The query of a location often contains a signature that gives access.
      .map(([name, value]) => [
        name,
        name === "location" ? redactor.url(value.replace(/\?.*/s, "")) : redactor.text(value)
      ])
  )
