/**
 * Constructors of endpoints. Use them to call an operation that this library does not have yet, such as one of a later
 * API version, with the same errors, spans and decoding.
 *
 * @since 1.0.0
 */
import type * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as FiberRef from "effect/FiberRef"
import * as ParseResult from "effect/ParseResult"
import type * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Tracer from "effect/Tracer"
import { type IntercomError, InvalidResponse, type Issue, Timeout, UnexpectedStatus } from "./IntercomError.js"
import { type Answer, IntercomHttp, type Version } from "./IntercomHttp.js"
import { isEarlier } from "./internal/apiVersion.js"
import { decoder } from "./internal/decoder.js"
import { errorType, fromHttpClientError, invalidInput } from "./internal/errors.js"
import { parseEnvelope, withoutToken } from "./internal/failure.js"
import { idOf } from "./internal/fields.js"
import { formatPath } from "./internal/formatPath.js"
import { fromParseIssue } from "./internal/issue.js"
import { decodeJson, jsonBody } from "./internal/json.js"
import { type Call, CurrentCall, CurrentOverrides, type Operation } from "./internal/operation.js"
import { fillPath, issueOfQuery } from "./internal/path.js"

/**
 * The description of a request. It is checked and encoded when it is sent.
 *
 * @since 1.0.0
 * @category models
 */
export interface Request extends Parts {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  /** The path as in Intercom's documentation: `/contacts/{contact_id}`. */
  readonly template: string
}

/**
 * The optional parts of a request.
 *
 * @since 1.0.0
 * @category models
 */
export interface Parts {
  /** The values of the parameters in the template. */
  readonly path?: Readonly<Record<string, string>> | undefined
  /** The query parameters. Those with the value `undefined` are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined
  /** Required query parameters. */
  readonly requiredQuery?: Readonly<Record<string, string | number>> | undefined
  readonly body?: Body | undefined
  /** A problem with the input. If it is set, the call fails with `InvalidInput` and sends nothing. */
  readonly issue?: Issue | undefined
  /** Whether to retry after a 5xx, a timeout or a network error. Default: `false` for `POST`, otherwise `true`. */
  readonly repeatable?: boolean | undefined
  /**
   * The API version that the operation came with. The call sends this version or the one that is asked for, whichever is
   * later.
   */
  readonly since?: Version | undefined
  /**
   * Finds input that came with a later version than the operation: see `needs`. Under an earlier version the call fails
   * with `InvalidInput` and sends nothing.
   */
  readonly later?: ((version: Version) => Issue | undefined) | undefined
  /** Tells the errors that the caller handles: the span of the call does not end as failed. Default: none. */
  readonly handles?: ((error: IntercomError) => boolean) | undefined
}

/**
 * A body, encoded when the request is sent: see `json`.
 *
 * @since 1.0.0
 * @category models
 */
export interface Body {
  /** Encodes the value. `version` is the API version that is sent. */
  readonly encode: (version?: Version) => Either.Either<HttpBody.HttpBody, Issue>
}

/**
 * Describes a `GET` request.
 *
 * @since 1.0.0
 * @category constructors
 */
export const get = (template: string, parts?: Parts): Request => ({ method: "GET", template, ...parts })

/**
 * Describes a `POST` request. It is not retried after a 5xx or a timeout unless `repeatable` is `true`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const post = (template: string, parts?: Parts): Request => ({ method: "POST", template, ...parts })

/**
 * Describes a `PUT` request.
 *
 * @since 1.0.0
 * @category constructors
 */
export const put = (template: string, parts?: Parts): Request => ({ method: "PUT", template, ...parts })

/**
 * Describes a `PATCH` request.
 *
 * @since 1.0.0
 * @category constructors
 */
export const patch = (template: string, parts?: Parts): Request => ({ method: "PATCH", template, ...parts })

/**
 * Describes a `DELETE` request.
 *
 * @since 1.0.0
 * @category constructors
 */
export const del = (template: string, parts?: Parts): Request => ({ method: "DELETE", template, ...parts })

/**
 * For `later`: refuses input under versions before `needed`, unless all of it is `undefined`. A dot in a name separates the
 * fields of a nested input.
 *
 * @example
 * ```ts
 * import { Endpoint } from "effect-intercom"
 *
 * export const erase = Endpoint.empty("Things.erase", (thingId: string, options: { readonly retain?: boolean }) =>
 *   Endpoint.del("/things/{id}", {
 *     path: { id: thingId },
 *     query: { retain: options.retain },
 *     later: Endpoint.needs("2.16", { retain: options.retain })
 *   }))
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const needs = (
  needed: Version,
  input: Readonly<Record<string, unknown>>
): (version: Version) => Issue | undefined =>
(version) => {
  const [field] = Object.entries(input).find(([, value]) => value !== undefined) ?? []
  return field !== undefined && isEarlier(version, needed) ?
    { path: field.split("."), reason: `needs API version ${needed}: use IntercomHttp.withVersion` } :
    undefined
}

/**
 * Makes a JSON body that a schema encodes. The call fails with `InvalidInput` if the value has fields that are not in
 * the schema. The error names them all.
 *
 * @since 1.0.0
 * @category constructors
 */
export const json = <A, I>(schema: Schema.Schema<A, I>, value: NoInfer<A>): Body => ({
  encode: () =>
    Either.flatMap(
      Either.mapLeft(
        ParseResult.encodeUnknownEither(schema, { errors: "all", onExcessProperty: "error" })(value),
        fromParseIssue
      ),
      jsonBody
    )
})

/**
 * Makes an endpoint: a function that sends the request from `build` and decodes the response with a schema. `name` is
 * the operation in errors and spans.
 *
 * @example
 * ```ts
 * import { Endpoint, type IntercomError, type IntercomHttp } from "effect-intercom"
 * import { type Effect, Schema } from "effect"
 *
 * interface Folder {
 *   readonly id: number
 *   readonly name: string
 * }
 *
 * const Folder: Schema.Schema<Folder> = Schema.Struct({ id: Schema.Number, name: Schema.String })
 *
 * export const findFolder: (
 *   folderId: string
 * ) => Effect.Effect<Folder, IntercomError.IntercomError, IntercomHttp.IntercomHttp> = Endpoint.make(
 *   "Folders.find",
 *   Folder,
 *   (folderId) => Endpoint.get("/folders/{id}", { since: "Preview", path: { id: folderId } })
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
): (...args: Args) => Effect.Effect<A, IntercomError, IntercomHttp> => decoding(name, decodeBy(schema), build)

/** A problem with a body, and what of it is known. */
interface Refusal extends Issue, Pick<InvalidResponse, "id" | "next"> {}

/** @internal */
export const decodeBy = <A, I>(schema: Schema.Schema<A, I>): (body: unknown) => Either.Either<A, Refusal> => {
  const decode = decoder(schema)
  return (body) => Either.mapLeft(decode(body), (issue) => ({ ...fromParseIssue(issue), id: idOf(body) }))
}

/** @internal */
export const decoding = <Args extends ReadonlyArray<unknown>, A>(
  name: string,
  decode: (body: unknown) => Either.Either<A, Refusal>,
  build: (...args: Args) => Request
): (...args: Args) => Effect.Effect<A, IntercomError, IntercomHttp> =>
  call(name, build, {
    body: "text",
    read: ({ response, text }, operation) =>
      Either.mapLeft(
        decodeJson(text, decode, () => notJson(text, withoutToken(response, response.headers["content-type"]))),
        ({ id, next, path: at, reason }: Refusal) =>
          new InvalidResponse({
            ...operation,
            status: response.status,
            ...parseEnvelope(response, text),
            at,
            reason,
            id: withoutToken(response, id),
            next: withoutToken(response, next)
          })
      )
  })

const notJson = (text: string, type = ""): string => {
  if (text === "") return "is empty"
  // The first byte of gzip, which `fetch` unpacks and other clients may leave as it is.
  if (text.startsWith("\u001f")) return "is compressed, and the HTTP client did not unpack it"
  return `is not JSON (${/^[\w.+-]{1,40}\/[\w.+-]{1,40}/.exec(type)?.[0] ?? "without a type"})`
}

/**
 * Makes an endpoint that ignores the body and succeeds with nothing. It fails with `InvalidResponse` if the body is an
 * HTML page, which a proxy may send instead of Intercom.
 *
 * @since 1.0.0
 * @category constructors
 */
export const empty = <Args extends ReadonlyArray<unknown>>(
  name: string,
  build: (...args: Args) => Request
): (...args: Args) => Effect.Effect<void, IntercomError, IntercomHttp> =>
  call(name, build, { body: "text", read: refusePage })

/**
 * Makes an endpoint that succeeds with plain text. It fails with `InvalidResponse` if the body is an HTML page.
 *
 * It asks for a body that is not compressed, because some runtimes take the first part of a compressed body for the whole.
 *
 * @since 1.0.0
 * @category constructors
 */
export const text = <Args extends ReadonlyArray<unknown>>(
  name: string,
  build: (...args: Args) => Request
): (...args: Args) => Effect.Effect<string, IntercomError, IntercomHttp> =>
  call(name, build, {
    headers: { accept: "text/plain", "accept-encoding": "identity" },
    body: "text",
    read: (answer, operation) => Effect.as(refusePage(answer, operation), answer.text)
  })

/**
 * Makes an endpoint whose response is a redirect. It succeeds with its http or https URL and does not follow it.
 *
 * @since 1.0.0
 * @category constructors
 */
export const location = <Args extends ReadonlyArray<unknown>>(
  name: string,
  build: (...args: Args) => Request
): (...args: Args) => Effect.Effect<string, IntercomError, IntercomHttp> =>
  call(name, build, {
    body: "unread",
    read: (answer, operation) => {
      const { response } = answer
      const { headers: { location }, status } = response
      // Another scheme, such as `javascript:`, would be run or read by the program that opens the URL.
      const isUsable = location !== undefined && /^https?:/i.test(location) && URL.canParse(location)
      const reason = status < 300 ?
        "came instead of a redirect: the HTTP client followed it" :
        "has no http or https location"
      return Effect.zipRight(
        discard(response),
        isUsable ? Effect.succeed(location) : unusable(answer, operation, reason)
      )
    }
  })

/**
 * Makes an endpoint that streams a file as it arrives. A broken download is not started again. Like `text`, it asks for a
 * body that is not compressed.
 *
 * The time limit of the layer applies to the status and the headers only. The stream fails with `Timeout` if no byte
 * arrives for as long as `IntercomHttp.withTimeout` allows, 30 seconds by default. It fails with `InvalidResponse` if
 * the body is an HTML page.
 *
 * @since 1.0.0
 * @category constructors
 */
export const bytes = <Args extends ReadonlyArray<unknown>>(
  name: string,
  build: (...args: Args) => Request
): (...args: Args) => Stream.Stream<Uint8Array, IntercomError, IntercomHttp> => {
  const open = call(name, build, {
    headers: { accept: "application/octet-stream", "accept-encoding": "identity" },
    body: "unread",
    read: streamBody
  })
  return (...args) => Stream.unwrap(open(...args))
}

const streamBody = (
  answer: Answer,
  operation: Operation
): Effect.Effect<Stream.Stream<Uint8Array, IntercomError>, IntercomError> =>
  Effect.gen(function*() {
    const { requestId, response: { status, stream } } = answer
    if (status >= 300) {
      yield* discard(answer.response)
      return yield* new UnexpectedStatus({ ...operation, status, requestId, errors: [] })
    }
    yield* Effect.tapError(refusePage(answer, operation), () => discard(answer.response))
    const timeout = Duration.decode((yield* CurrentOverrides).timeout ?? "30 seconds")
    return stream.pipe(
      Stream.catchAll((error) =>
        error._tag === "ResponseError" && error.reason === "EmptyBody" ?
          Stream.empty :
          Stream.fail(fromHttpClientError(error, operation))
      ),
      Stream.timeoutFail(() => new Timeout({ ...operation, timeout }), timeout)
    )
  })

// A body that nobody reads keeps its connection. It is opened and closed at once, because it may have no end.
const discard = ({ stream }: Answer["response"]): Effect.Effect<void> =>
  Effect.ignore(Effect.raceFirst(Stream.runDrain(stream), Effect.yieldNow()))

const refusePage = (answer: Answer, operation: Operation): Effect.Effect<void, InvalidResponse> =>
  /^text\/html\b/i.test(answer.response.headers["content-type"] ?? "") ?
    unusable(answer, operation, "is an HTML page") :
    Effect.void

const unusable = (
  { requestId, response: { status } }: Answer,
  operation: Operation,
  reason: string
): Effect.Effect<never, InvalidResponse> =>
  Effect.fail(new InvalidResponse({ ...operation, status, requestId, errors: [], at: [], reason }))

/** How an endpoint reads the response. */
interface Reader<A> extends Pick<Call, "body"> {
  /** Headers of the request. Default: those of the layer, which accept JSON. */
  readonly headers?: Readonly<Record<"accept" | "accept-encoding", string>>
  readonly read: (answer: Answer, operation: Operation) => Effect.Effect<A, IntercomError>
}

const call = <Args extends ReadonlyArray<unknown>, A>(
  name: string,
  build: (...args: Args) => Request,
  { body, headers, read }: Reader<A>
) =>
(...args: Args): Effect.Effect<A, IntercomError, IntercomHttp> =>
  Effect.contextWithEffect((context: Context.Context<IntercomHttp>) => {
    const request = requestOf(build, args)
    if (request === undefined) {
      return Effect.fail(invalidInput({ operation: name, method: "?", path: "/…" }, "", "is incomplete"))
    }
    const { method, repeatable, since, template: path } = request
    const operation = { operation: name, method, path }
    const http = Context.get(context, IntercomHttp)
    // A service that wraps another one may not tell its version. Then the other one decides.
    const asked = Context.get(context, CurrentOverrides).headers?.["intercom-version"] ?? http.version
    const version = since !== undefined && isEarlier(asked ?? "2.15", since) ? since : asked
    const attributes = { "http.request.method": method, "url.template": path }
    let isHandled = false
    // One bracket for the span and the context: a second one would cost as much as the other steps of a call together.
    return Effect.acquireUseRelease(
      Effect.tap(
        Effect.makeSpan(`Intercom.${name}`, { kind: "client", captureStackTrace: false, attributes }),
        (span) =>
          FiberRef.set(
            FiberRef.currentContext,
            Context.add(Context.add(context, Tracer.ParentSpan, span), CurrentCall, {
              operation,
              repeatable,
              version,
              body,
              span
            })
          )
      ),
      (span) =>
        Either.mapLeft(
          encode(request, version, headers),
          ({ path, reason }) => invalidInput(operation, formatPath(path), reason)
        ).pipe(
          Effect.flatMap((request) => http.execute(request)),
          Effect.flatMap((answer) => {
            annotate(span, answer.response.status, answer.requestId)
            return read(answer, operation)
          }),
          Effect.mapError((error) => {
            if ("status" in error && error.status !== undefined) annotate(span, error.status, error.requestId)
            isHandled = request.handles?.(error) ?? false
            if (!isHandled) span.attribute("error.type", errorType(error))
            return error
          })
        ),
      (span, exit) =>
        Effect.flatMap(Effect.clock, (clock) => {
          // Without the result: a tracer that keeps spans would also keep all pages in memory.
          // `Clock.currentTimeNanos` is not used: under TestClock it can die (effect 3.22.4).
          span.end(clock.unsafeCurrentTimeNanos(), isHandled ? Exit.void : Exit.asVoid(exit))
          return FiberRef.set(FiberRef.currentContext, context)
        })
    )
  })

// A caller without the compiler may leave out an argument that `build` reads a field of.
const requestOf = <Args extends ReadonlyArray<unknown>>(build: (...args: Args) => Request, args: Args) => {
  try {
    return build(...args)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const annotate = (span: Tracer.Span, status: number, requestId: string | undefined): void => {
  span.attribute("http.response.status_code", status)
  if (requestId !== undefined) span.attribute("intercom.request_id", requestId)
}

const encode = (
  { body, issue, later, method, path = {}, query, requiredQuery, template }: Request,
  version: Version = "2.15",
  headers: Reader<unknown>["headers"]
): Either.Either<HttpClientRequest.HttpClientRequest, Issue> => {
  const wrong = issue ?? issueOfQuery(query, requiredQuery) ?? later?.(version)
  return Either.flatMap(wrong === undefined ? fillPath(template, path) : Either.left(wrong), (url) => {
    const request = HttpClientRequest.make(method)(url, {
      urlParams: requiredQuery ? { ...requiredQuery, ...query } : query,
      headers
    })
    return body === undefined ?
      Either.right(request) :
      Either.map(body.encode(version), (body) => HttpClientRequest.setBody(request, body))
  })
}
