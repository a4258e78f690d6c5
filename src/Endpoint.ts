/**
 * What every endpoint is made of: a name, a request and a schema. Public, so that an operation this library does not
 * have yet (a preview, a later version) can be had with the same errors, spans and decoding.
 *
 * @since 1.0.0
 */
import * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as ParseResult from "effect/ParseResult"
import type * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import type * as Tracer from "effect/Tracer"
import * as IntercomError from "./IntercomError.js"
import type { Issue } from "./IntercomError.js"
import { fromHttpClientError, IntercomHttp, invalidInput, withHeaders } from "./IntercomHttp.js"
import { decoder } from "./internal/decoder.js"
import { parseEnvelope } from "./internal/failure.js"
import { formatPath } from "./internal/formatPath.js"
import { fromParseIssue } from "./internal/issue.js"
import { toJson } from "./internal/json.js"
import { CurrentCall, CurrentOverrides, type Operation } from "./internal/operation.js"
import { fillPath } from "./internal/path.js"

/**
 * A request as an endpoint describes it, not yet checked or encoded.
 *
 * @since 1.0.0
 * @category models
 */
export interface Request extends Parts {
  readonly method: "GET" | "POST" | "PUT" | "DELETE"
  /** The template Intercom's documentation writes: `/contacts/{contact_id}`. */
  readonly template: string
}

/**
 * What a request may have beside its method and its template.
 *
 * @since 1.0.0
 * @category models
 */
export interface Parts {
  /** Values for the names in the template. */
  readonly path?: Readonly<Record<string, string>> | undefined
  /** `undefined` is left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined
  readonly body?: Body | undefined
  /** What is wrong with the input, where neither path nor body would tell: the call fails with `InvalidInput`. */
  readonly issue?: Issue | undefined
  /** Whether it may be sent again after a failure that leaves its effect unknown. Default: all but `POST`. */
  readonly repeatable?: boolean | undefined
}

/**
 * A JSON body: a value and the schema of what Intercom takes.
 *
 * @since 1.0.0
 * @category models
 */
export interface Body {
  readonly encode: () => Either.Either<string, Issue>
}

/**
 * A `GET` of a path.
 *
 * @since 1.0.0
 * @category constructors
 */
export const get = (template: string, parts: Parts = {}): Request => ({ method: "GET", template, ...parts })

/**
 * A `POST` to a path. It is not sent again after a failure that leaves its effect unknown, unless `repeatable`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const post = (template: string, parts: Parts = {}): Request => ({ method: "POST", template, ...parts })

/**
 * A `PUT` to a path.
 *
 * @since 1.0.0
 * @category constructors
 */
export const put = (template: string, parts: Parts = {}): Request => ({ method: "PUT", template, ...parts })

/**
 * A `DELETE` of a path.
 *
 * @since 1.0.0
 * @category constructors
 */
export const del = (template: string, parts: Parts = {}): Request => ({ method: "DELETE", template, ...parts })

/**
 * A body that is encoded by a schema. A field the schema does not have is refused, not dropped.
 *
 * @since 1.0.0
 * @category constructors
 */
export const json = <A, I>(schema: Schema.Schema<A, I>, value: NoInfer<A>): Body => ({
  encode: () =>
    ParseResult.encodeUnknownEither(schema)(value, { onExcessProperty: "error" }).pipe(
      Either.mapLeft(fromParseIssue),
      Either.flatMap(toJson)
    )
})

/**
 * Makes an endpoint: a function to an effect that sends the request `build` describes and decodes the answer.
 *
 * @example
 * ```ts
 * import { Endpoint, type IntercomError, type IntercomHttp } from "effect-intercom"
 * import { type Effect, Schema } from "effect"
 *
 * interface Macro {
 *   readonly id: string
 *   readonly name: string
 * }
 *
 * const Macro: Schema.Schema<Macro> = Schema.Struct({ id: Schema.String, name: Schema.String })
 *
 * export const findMacro: (
 *   macroId: string
 * ) => Effect.Effect<Macro, IntercomError.IntercomError, IntercomHttp.IntercomHttp> = Endpoint.make(
 *   "Macros.find",
 *   Macro,
 *   (macroId) => Endpoint.get("/macros/{macro_id}", { path: { macro_id: macroId } })
 * )
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = <Args extends ReadonlyArray<unknown>, A, I>(
  name: string,
  schema: Schema.Schema<A, I>,
  build: (...args: Args) => Request
): (...args: Args) => Effect.Effect<A, IntercomError.IntercomError, IntercomHttp> =>
  decoding(name, decodeBy(schema), build)

/** @internal */
export const decodeBy = <A, I>(schema: Schema.Schema<A, I>): (body: unknown) => Either.Either<A, Issue> => {
  const decode = decoder(schema)
  return (body) => Either.mapLeft(decode(body), fromParseIssue)
}

/** @internal */
export const decoding = <Args extends ReadonlyArray<unknown>, A>(
  name: string,
  decode: (body: unknown) => Either.Either<A, Issue>,
  build: (...args: Args) => Request
): (...args: Args) => Effect.Effect<A, IntercomError.IntercomError, IntercomHttp> =>
  call(name, build, (response, operation) => decodeBody(operation, response, decode))

/**
 * Makes an endpoint whose answer is its status: whatever the body holds, there is nothing to decode. Only an HTML page,
 * which a proxy puts in the place of an answer, is an `InvalidResponse`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const empty = <Args extends ReadonlyArray<unknown>>(
  name: string,
  build: (...args: Args) => Request
): (...args: Args) => Effect.Effect<void, IntercomError.IntercomError, IntercomHttp> =>
  call(name, build, (response, operation) => refusePage(response, operation, Effect.void))

/**
 * Makes an endpoint whose answer is plain text. An HTML page is an `InvalidResponse`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const text = <Args extends ReadonlyArray<unknown>>(
  name: string,
  build: (...args: Args) => Request
): (...args: Args) => Effect.Effect<string, IntercomError.IntercomError, IntercomHttp> => {
  const send = call(
    name,
    build,
    (response, operation) =>
      refusePage(response, operation, Effect.mapError(response.text, fromHttpClientError(operation)))
  )
  return (...args) => withHeaders({ accept: "text/plain" })(send(...args))
}

/**
 * Makes an endpoint that answers with a redirect, which is not followed: the effect succeeds with where it leads.
 *
 * @since 1.0.0
 * @category constructors
 */
export const location = <Args extends ReadonlyArray<unknown>>(
  name: string,
  build: (...args: Args) => Request
): (...args: Args) => Effect.Effect<string, IntercomError.IntercomError, IntercomHttp> =>
  call(
    name,
    build,
    (response, operation) => {
      const { headers: { location }, status } = response
      return location !== undefined && URL.canParse(location) ?
        Effect.succeed(location) :
        unusable(
          response,
          operation,
          status < 300 ? "came in place of a redirect: the HTTP client followed it" : "comes without a location"
        )
    },
    true
  )

/**
 * Makes an endpoint whose answer is a file, streamed as it comes. It fails with `Timeout` when no byte came for as long
 * as `IntercomHttp.withTimeout` says, else for 30 seconds: the layer's own limit ends with the head of the answer. A
 * download that broke off is not begun again. An HTML page is an `InvalidResponse`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const bytes = <Args extends ReadonlyArray<unknown>>(
  name: string,
  build: (...args: Args) => Request
): (...args: Args) => Stream.Stream<Uint8Array, IntercomError.IntercomError, IntercomHttp> => {
  const open = call(
    name,
    build,
    (response, operation) => {
      const { headers, status, stream } = response
      return status < 300 ?
        refusePage(
          response,
          operation,
          Effect.map(CurrentOverrides, ({ timeout = "30 seconds" }) =>
            stream.pipe(
              Stream.catchAll((error) =>
                error._tag === "ResponseError" && error.reason === "EmptyBody" ?
                  Stream.empty :
                  Stream.fail(fromHttpClientError(operation)(error))
              ),
              Stream.timeoutFail(
                () => new IntercomError.Timeout({ ...operation, timeout: Duration.toMillis(timeout) }),
                timeout
              )
            ))
        ) :
        Effect.fail(
          new IntercomError.UnexpectedStatus({ ...operation, status, requestId: headers["x-request-id"], errors: [] })
        )
    },
    true
  )
  return (...args) => Stream.unwrap(withHeaders({ accept: "application/octet-stream" })(open(...args)))
}

const refusePage = <A>(
  response: HttpClientResponse.HttpClientResponse,
  operation: Operation,
  otherwise: Effect.Effect<A, IntercomError.IntercomError>
): Effect.Effect<A, IntercomError.IntercomError> =>
  /^text\/html\b/i.test(response.headers["content-type"] ?? "") ?
    unusable(response, operation, "is an HTML page") :
    otherwise

const unusable = (
  { headers, status }: HttpClientResponse.HttpClientResponse,
  operation: Operation,
  reason: string
): Effect.Effect<never, IntercomError.InvalidResponse> =>
  Effect.fail(
    new IntercomError.InvalidResponse({
      ...operation,
      status,
      requestId: headers["x-request-id"],
      errors: [],
      at: [],
      reason
    })
  )

const call = <Args extends ReadonlyArray<unknown>, A>(
  name: string,
  build: (...args: Args) => Request,
  read: (
    response: HttpClientResponse.HttpClientResponse,
    operation: Operation
  ) => Effect.Effect<A, IntercomError.IntercomError>,
  unread?: boolean
) =>
(...args: Args): Effect.Effect<A, IntercomError.IntercomError, IntercomHttp> =>
  Effect.suspend(() => {
    const request = build(...args)
    const { method, repeatable = method !== "POST", template: path } = request
    const operation = { operation: name, method, path }
    const attributes = { "http.request.method": method, "url.template": path }
    return inSpan(`Intercom.${name}`, attributes, (span) =>
      encode(request).pipe(
        Effect.mapError(({ path, reason }) => invalidInput(operation, formatPath(path), reason)),
        Effect.flatMap((request) => Effect.flatMap(IntercomHttp, (http) => http.execute(request))),
        Effect.flatMap((response) => {
          annotate(span, response.status, response.headers["x-request-id"])
          return read(response, operation)
        }),
        Effect.mapError((error) => {
          if ("status" in error) annotate(span, error.status, error.requestId)
          return error
        }),
        Effect.provideService(CurrentCall, { operation, repeatable, unread })
      ))
  })

// `withSpan` would end the span with the decoded page, and whoever keeps spans would keep the pages.
const inSpan = <A, E, R>(
  name: string,
  attributes: Record<string, unknown>,
  use: (span: Tracer.Span) => Effect.Effect<A, E, R>
): Effect.Effect<A, E, R> =>
  Effect.acquireUseRelease(
    Effect.makeSpan(name, { kind: "client", captureStackTrace: false, attributes }),
    (span) => Effect.withParentSpan(use(span), span),
    (span, exit) =>
      Effect.clockWith((clock) => Effect.sync(() => span.end(clock.unsafeCurrentTimeNanos(), Exit.asVoid(exit))))
  )

const annotate = (span: Tracer.Span, status: number, requestId: string | undefined): void => {
  span.attribute("http.response.status_code", status)
  if (requestId !== undefined) span.attribute("intercom.request_id", requestId)
}

const encode = ({ body, issue, method, path = {}, query = {}, template }: Request): Either.Either<
  HttpClientRequest.HttpClientRequest,
  Issue
> =>
  Either.flatMap(issue === undefined ? fillPath(template, path) : Either.left(issue), (url) => {
    const request = HttpClientRequest.make(method)(url, { urlParams: query })
    return body === undefined ?
      Either.right(request) :
      Either.map(body.encode(), (text) =>
        HttpClientRequest.setBody(request, HttpBody.raw(text, { contentType: "application/json" })))
  })

const decodeBody = <A>(
  operation: Operation,
  response: HttpClientResponse.HttpClientResponse,
  decode: (body: unknown) => Either.Either<A, Issue>
): Effect.Effect<A, IntercomError.IntercomError> =>
  Effect.flatMap(Effect.orDie(response.text), (text) =>
    Effect.mapError(
      Either.flatMap(parseJson(text, response), decode),
      ({ path, reason }) =>
        new IntercomError.InvalidResponse({
          ...operation,
          status: response.status,
          ...parseEnvelope(response, text),
          at: path,
          reason
        })
    ))

// The headers are read where something is wrong only: the platform makes them anew each time.
const parseJson = (
  text: string,
  response: HttpClientResponse.HttpClientResponse
): Either.Either<unknown, Issue> => {
  try {
    return Either.right(JSON.parse(text))
  } catch {
    const [type] = (response.headers["content-type"] ?? "no content type").split(";")
    return Either.left({ path: [], reason: text === "" ? "is empty" : `is not JSON (${type})` })
  }
}
