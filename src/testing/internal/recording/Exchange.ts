/**
 * A request and what came of it, as a recording keeps them: one file for each, in JSON that reads well in a review.
 */
import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Option from "effect/Option"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import type { Redactor, Rewriter } from "./Redaction.js"

export type Exchange = Answered | Unanswered

export interface Answered {
  readonly request: Request
  readonly response: Response
}

/**
 * A request that no response came to: refused, reset, broken off in the middle of the body.
 */
export interface Unanswered {
  readonly request: Request
  readonly failure: {
    /** The system's word for it, `ECONNRESET`, where it has one. */
    readonly code?: string | undefined
  }
}

export interface Request {
  readonly method: string
  /** With the query, without the host. */
  readonly path: string
  /** `intercom-version`, no other. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Body | undefined
}

export interface Response {
  /** 200 to 599. */
  readonly status: number
  /**
   * `content-type`, `link`, `location` (without its query), `retry-after`, `x-ratelimit-…`, `x-request-id`; no other.
   */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Body | undefined
}

/**
 * A body as what it is: parsed JSON, an URL-encoded form, other text, any of these packed by gzip, or else its bytes.
 */
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

/**
 * The name of the file of an exchange: its number, the method and the path, in characters every file system takes.
 */
export const fileName = (number: number, { method, path }: Request): string => {
  const [pathname = ""] = path.split("?")
  const words = pathname.replaceAll("%40", "@").split(/[^\w.-]+/).filter((word) => word !== "").join(" ")
  return `${String(number).padStart(4, "0")} ${`${method} ${words}`.trim().slice(0, 80).trim()}.json`
}

/**
 * The number in the name of an exchange's file; nothing for any other name.
 */
export const numberOf = (fileName: string): number | undefined => {
  const [, number] = /^(\d{4,}) [A-Z]+[\w .-]*\.json$/.exec(fileName) ?? []
  return number === undefined ? undefined : Number(number)
}

/**
 * A request without its secrets and addresses. Fails for a body that is a stream or `FormData`: reading it would use it
 * up. This library sends none.
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
    const bytes = yield* requestBytes(request)
    hideCredentials(request, redactor)
    const path = redactor.url(url.pathname + url.search)
    const headers = headersOf(request.headers, /^intercom-version$/, redactor)
    return { method: request.method, path, headers, ...redactedBody(unpacked(bytes, request.headers), redactor) }
  })

/**
 * A response without secrets and addresses, and without the headers that a recording does not keep. What is neither
 * text nor gzip of text stays as it is: nobody can look into it.
 */
export const fromResponse = (
  { headers, status }: HttpClientResponse.HttpClientResponse,
  bytes: Uint8Array,
  redactor: Redactor
): Effect.Effect<Response> =>
  Effect.map(readBody(bytes, headers), (body) => {
    const kept = headersOf(headers, /^(content-type|link|location|retry-after|x-ratelimit-.+|x-request-id)$/, redactor)
    return { status, headers: kept, ...redactedBody(body, redactor) }
  })

/**
 * The response a client gives for this one: to `request`, its body being these bytes.
 */
export const toResponse = (
  request: HttpClientRequest.HttpClientRequest,
  { headers, status }: Pick<Response, "headers" | "status">,
  bytes: Uint8Array
): HttpClientResponse.HttpClientResponse => {
  const body = [204, 205, 304].includes(status) ? null : bytes.slice()
  return HttpClientResponse.fromWeb(request, new globalThis.Response(body, { status, headers: { ...headers } }))
}

export const rewrite = (body: Body, rewriter: Rewriter): Body => {
  if ("json" in body) return { json: rewriter.json(body.json) }
  if ("form" in body) return { form: rewriter.url(body.form) }
  if ("text" in body) return { text: rewriter.text(body.text) }
  return "gzip" in body ? { gzip: rewrite(body.gzip, rewriter) } : body
}

/**
 * The bytes of a body; of one packed by gzip not the very same as they once were.
 */
export const bytesOf = (body: Body | undefined): Effect.Effect<Uint8Array> => {
  if (body === undefined) return Effect.succeed(new Uint8Array())
  if ("gzip" in body) {
    return Effect.flatMap(
      bytesOf(body.gzip),
      (bytes) => Effect.promise(() => through(bytes, new CompressionStream("gzip")))
    )
  }
  if ("base64" in body) return Effect.orDie(Encoding.decodeBase64(body.base64))
  const text = "json" in body ? JSON.stringify(body.json) : "form" in body ? body.form : body.text
  return Effect.succeed(new TextEncoder().encode(text))
}

type Headers = Readonly<Record<string, string | undefined>>

const readBody = (bytes: Uint8Array, headers: Headers): Effect.Effect<Body | undefined> =>
  bytes[0] === 0x1f && bytes[1] === 0x8b
    ? Effect.tryPromise(() => through(bytes, new DecompressionStream("gzip"))).pipe(
      Effect.map((inner) => unpacked(inner, {}) ?? { text: "" }),
      Effect.map((inner) => "base64" in inner ? unpacked(bytes, {}) : { gzip: inner }),
      Effect.orElseSucceed(() => unpacked(bytes, {}))
    )
    : Effect.succeed(unpacked(bytes, headers))

const through = async (
  bytes: Uint8Array,
  transform: CompressionStream | DecompressionStream
): Promise<Uint8Array> =>
  new Uint8Array(
    await new globalThis.Response(new Blob([bytes.slice()]).stream().pipeThrough(transform)).arrayBuffer()
  )

const unpacked = (bytes: Uint8Array, headers: Headers): Body | undefined => {
  if (bytes.length === 0) return undefined
  const text = Option.getOrUndefined(decodeText(bytes))
  if (text === undefined) return { base64: Encoding.encodeBase64(bytes) }
  const type = headers["content-type"] ?? ""
  const json = Option.getOrUndefined(parseJson(text))
  if (json !== undefined && (typeof json === "object" || type.includes("json"))) return { json }
  return type.startsWith("application/x-www-form-urlencoded") ? { form: text } : { text }
}

// What has a NUL in it is no text that anybody reads: the headers of a tar archive are the likeliest.
const decodeText = Option.liftThrowable((bytes: Uint8Array): string => {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  if (text.includes("\0")) throw new TypeError()
  return text
})

const parseJson = Option.liftThrowable((text: string): unknown => JSON.parse(text))

const redactedBody = (body: Body | undefined, redactor: Redactor): { readonly body?: Body } =>
  body === undefined ? {} : { body: rewrite(body, redactor) }

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

const hideCredentials = ({ headers }: HttpClientRequest.HttpClientRequest, redactor: Redactor): void =>
  (headers.authorization ?? "").split(" ").slice(1).forEach(redactor.hide)

const headersOf = (headers: Headers, kept: RegExp, redactor: Redactor): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers)
      .flatMap(([name, value]) => value !== undefined && kept.test(name) ? [[name, value] as const] : [])
      .sort(([one], [other]) => one < other ? -1 : 1)
      // The query of a location is often a signature, and lets anybody in.
      .map((
        [name, value]
      ) => [name, name === "location" ? redactor.url(value.replace(/\?.*/s, "")) : redactor.text(value)])
  )
