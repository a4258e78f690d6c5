/**
 * The typed errors of a call: one class for each failure that callers handle differently.
 *
 * Tags have a prefix (`IntercomNotFound`), so they do not collide with yours. No error holds a header, a token, a
 * request body or the platform's own error. `message` is one line without personal data. `errors` holds text from
 * Intercom, which may contain personal data: check it before you log it.
 *
 * @since 1.0.0
 */
import * as Duration from "effect/Duration"
import { dual } from "effect/Function"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { formatPath } from "./internal/formatPath.js"

/**
 * One error from the list in Intercom's response.
 *
 * @since 1.0.0
 * @category models
 */
export interface ErrorItem {
  /** Intercom's code; `"unknown"` if the body has none. */
  readonly code: string
  readonly message?: string | undefined
  /** The field or query parameter in error. */
  readonly field?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ErrorItem: Schema.Schema<ErrorItem> = Schema.Struct({
  code: Schema.String,
  message: Schema.optional(Schema.String),
  field: Schema.optional(Schema.String)
})

/**
 * A problem with one input, or with one field of a response.
 *
 * @since 1.0.0
 * @category models
 */
export interface Issue {
  /** The path of the field: `["data", 3, "email"]`. Empty if the whole value is wrong. */
  readonly path: ReadonlyArray<string | number>
  /** The problem, without the value, which may be personal data: `"is missing"`. */
  readonly reason: string
}

type RequestFields = {
  /** `Contacts.find` */
  readonly operation: typeof Schema.String
  readonly method: typeof Schema.String
  /** The path template, `/contacts/{contact_id}`: no ids, no query. */
  readonly path: typeof Schema.String
}

type ResponseFields = {
  readonly status: typeof Schema.Number
  /** Intercom's id of the request. Quote it when you contact Intercom's support. */
  readonly requestId: Schema.optional<typeof Schema.String>
  /** The errors in the response. Empty if the body is not from Intercom. */
  readonly errors: Schema.Array$<Schema.Schema<ErrorItem>>
}

// A declaration of our own: `Schema.DurationFromMillis` would add a tenth to the smallest bundle.
const Milliseconds: Schema.Schema<Duration.Duration, number> = Schema.transform(
  Schema.Number,
  Schema.declare(Duration.isDuration),
  { decode: Duration.millis, encode: Duration.toMillis }
)

const request = <Fields extends Schema.Struct.Fields>(fields: Fields): RequestFields & Fields => ({
  operation: Schema.String,
  method: Schema.String,
  path: Schema.String,
  ...fields
})

const response = <Fields extends Schema.Struct.Fields>(
  fields: Fields
): RequestFields & ResponseFields & Fields =>
  request({
    status: Schema.Number,
    requestId: Schema.optional(Schema.String),
    errors: Schema.Array(ErrorItem),
    ...fields
  })

// Two copies of the package have different classes but share this symbol, so `isIntercomError` works across copies.
const brand = Symbol.for("effect-intercom/IntercomError")

const described = <Class extends { readonly prototype: object }>(errorClass: Class): Class => {
  Object.defineProperties(errorClass.prototype, {
    [brand]: { value: true },
    message: {
      get(this: IntercomError) {
        return messageOf(this)
      }
    }
  })
  return errorClass
}

/**
 * 401: the token is missing, wrong, revoked or suspended.
 *
 * @since 1.0.0
 * @category errors
 */
export class Unauthorized extends described(
  Schema.TaggedError<Unauthorized>()("IntercomUnauthorized", response({}))
) {}

/**
 * 402 or 403: the token is valid, but its scopes or the workspace's plan (`api_plan_restricted`) do not allow this
 * call.
 *
 * @since 1.0.0
 * @category errors
 */
export class Forbidden extends described(Schema.TaggedError<Forbidden>()("IntercomForbidden", response({}))) {}

/**
 * 404 or 410: the object does not exist, or no longer exists.
 *
 * @since 1.0.0
 * @category errors
 */
export class NotFound extends described(
  Schema.TaggedError<NotFound>()(
    "IntercomNotFound",
    response({
      /** The id of the object that this one was merged into, if Intercom names it. */
      canonicalId: Schema.optional(Schema.String)
    })
  )
) {}

/**
 * 409: the object already exists.
 *
 * @since 1.0.0
 * @category errors
 */
export class Conflict extends described(
  Schema.TaggedError<Conflict>()(
    "IntercomConflict",
    response({
      /** The id of the existing object, if Intercom's message names it. */
      existingId: Schema.optional(Schema.String),
      /** Whether the existing object is archived. */
      archived: Schema.Boolean
    })
  )
) {}

/**
 * 400, 405, 406, 413, 415 or 422: Intercom refused the request as invalid.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidRequest extends described(
  Schema.TaggedError<InvalidRequest>()("IntercomInvalidRequest", response({}))
) {}

/**
 * 429: too many requests in a window of 10 seconds, or too many pending jobs of one kind.
 *
 * @since 1.0.0
 * @category errors
 */
export class RateLimited extends described(
  Schema.TaggedError<RateLimited>()(
    "IntercomRateLimited",
    response({
      /** How long to wait, from `Retry-After` or else `X-RateLimit-Reset`. Encoded in milliseconds. */
      retryAfter: Schema.optional(Milliseconds),
      /** How many requests the window allows. */
      limit: Schema.optional(Schema.Number),
      /** How many requests are left in the window. */
      remaining: Schema.optional(Schema.Number),
      /** When the window ends. Unix time in seconds. */
      resetAtSeconds: Schema.optional(Schema.Number)
    })
  )
) {}

/**
 * 5xx: Intercom, or a proxy in front of it, failed.
 *
 * @since 1.0.0
 * @category errors
 */
export class ServerError extends described(
  Schema.TaggedError<ServerError>()(
    "IntercomServerError",
    response({
      /** How long to wait, from `Retry-After`. Encoded in milliseconds. */
      retryAfter: Schema.optional(Milliseconds)
    })
  )
) {}

/**
 * Any other status. Redirects are among them: `layerFetch` and `layerFetchConfig` follow none.
 *
 * @since 1.0.0
 * @category errors
 */
export class UnexpectedStatus extends described(
  Schema.TaggedError<UnexpectedStatus>()("IntercomUnexpectedStatus", response({}))
) {}

/**
 * A success whose body is empty, HTML, not JSON, or not of the documented shape. The error does not contain it.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidResponse extends described(
  Schema.TaggedError<InvalidResponse>()(
    "IntercomInvalidResponse",
    response({
      /** The path inside the body: `["data", 3, "email"]`. */
      at: Schema.Array(Schema.Union(Schema.String, Schema.Number)),
      /** The problem: `"is missing"`. */
      reason: Schema.String,
      /** The `id` in the body. */
      id: Schema.optional(Schema.String),
      /** The cursor of the next page. */
      next: Schema.optional(Schema.String)
    })
  )
) {}

/**
 * No response, or one that broke off: the connection was refused or reset, the host is unknown, or TLS failed.
 *
 * @since 1.0.0
 * @category errors
 */
export class NetworkError extends described(
  Schema.TaggedError<NetworkError>()(
    "IntercomNetworkError",
    request({
      /** The status of a response that broke off. */
      status: Schema.optional(Schema.Number),
      /** Intercom's id of the request, if the response broke off. */
      requestId: Schema.optional(Schema.String),
      /** The operating system's code, if it gives one: `ECONNREFUSED`. */
      code: Schema.optional(Schema.String)
    })
  )
) {}

/**
 * No complete response arrived within the time limit, which includes the body.
 *
 * @since 1.0.0
 * @category errors
 */
export class Timeout extends described(
  Schema.TaggedError<Timeout>()(
    "IntercomTimeout",
    request({
      /** The time limit of the attempt. Encoded in milliseconds. */
      timeout: Milliseconds,
      /** `"rateLimit"`: the attempt waited for its turn until `maxWait` of `RateLimit.make`. Nothing was sent. */
      phase: Schema.optional(Schema.Literal("rateLimit"))
    })
  )
) {}

/**
 * The input is invalid. Nothing was sent.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidInput extends described(
  Schema.TaggedError<InvalidInput>()(
    "IntercomInvalidInput",
    request({
      /** The invalid field or parameter. Empty if the whole input is invalid. */
      field: Schema.String,
      /** The problem: `"is empty"`. */
      reason: Schema.String
    })
  )
) {}

/**
 * All errors that a call can fail with.
 *
 * @since 1.0.0
 * @category errors
 */
export type IntercomError =
  | Unauthorized
  | Forbidden
  | NotFound
  | Conflict
  | InvalidRequest
  | RateLimited
  | ServerError
  | UnexpectedStatus
  | InvalidResponse
  | NetworkError
  | Timeout
  | InvalidInput

/**
 * The schema of all errors. Use it to store an error or to send it to another process.
 *
 * @since 1.0.0
 * @category schemas
 */
export const IntercomError: Schema.Schema<IntercomError, IntercomErrorEncoded> = Schema.suspend(() =>
  Schema.Union(
    Unauthorized,
    Forbidden,
    NotFound,
    Conflict,
    InvalidRequest,
    RateLimited,
    ServerError,
    UnexpectedStatus,
    InvalidResponse,
    NetworkError,
    Timeout,
    InvalidInput
  )
).annotations({ identifier: "effect-intercom/IntercomError" })

/**
 * An error encoded as JSON.
 *
 * @since 1.0.0
 * @category models
 */
export type IntercomErrorEncoded =
  | typeof Unauthorized.Encoded
  | typeof Forbidden.Encoded
  | typeof NotFound.Encoded
  | typeof Conflict.Encoded
  | typeof InvalidRequest.Encoded
  | typeof RateLimited.Encoded
  | typeof ServerError.Encoded
  | typeof UnexpectedStatus.Encoded
  | typeof InvalidResponse.Encoded
  | typeof NetworkError.Encoded
  | typeof Timeout.Encoded
  | typeof InvalidInput.Encoded

/**
 * Returns whether a value is an error of this library, or of another copy of it.
 *
 * @since 1.0.0
 * @category guards
 */
export const isIntercomError = (u: unknown): u is IntercomError => Predicate.hasProperty(u, brand)

/**
 * Returns whether the same call may succeed later, as after rate limits, server errors, timeouts and network errors.
 * The failed call may have had an effect: Intercom may have sent a message although its response was lost.
 *
 * @since 1.0.0
 * @category guards
 */
export const isRetryable = (error: IntercomError): boolean => {
  switch (error._tag) {
    case "IntercomRateLimited":
    case "IntercomNetworkError":
    case "IntercomTimeout":
      return true
    case "IntercomServerError":
      return error.status !== 501 && error.status !== 505
    case "IntercomUnexpectedStatus":
      return error.status === 408
    default:
      return false
  }
}

/**
 * Returns whether Intercom's response contains an error with this code.
 *
 * @example
 * ```ts
 * import { Contacts, IntercomError } from "effect-intercom"
 * import { Effect } from "effect"
 *
 * export const contact = Contacts.find("63a07ddf05a32042dffac965").pipe(
 *   Effect.catchIf(IntercomError.hasCode("api_plan_restricted"), () => Effect.succeedNone)
 * )
 * ```
 *
 * @since 1.0.0
 * @category guards
 */
export const hasCode: {
  (code: string): (error: IntercomError) => boolean
  (error: IntercomError, code: string): boolean
} = dual(
  2,
  (error: IntercomError, code: string): boolean => "errors" in error && error.errors.some((item) => item.code === code)
)

/**
 * Returns the whole text of an error: its message, and a line for each error that Intercom listed.
 *
 * The lines are Intercom's own text. They may name a person: do not log them where personal data must not be.
 *
 * @example
 * ```ts
 * import { Contacts, IntercomError } from "effect-intercom"
 * import { Console, Effect } from "effect"
 *
 * export const program = Contacts.create({ email: "ada@example.com" }).pipe(
 *   Effect.tapError((error) => Console.error(IntercomError.explain(error)))
 * )
 * ```
 *
 * @since 1.0.0
 * @category getters
 */
export const explain = (error: IntercomError): string =>
  [error.message, ...("errors" in error ? error.errors : []).map(lineOf)].join("\n")

// A text from outside stays on its line.
const lineOf = ({ code, field = "", message = "" }: ErrorItem): string =>
  `- ${[code, field].join(" ").trimEnd()}${message && `: ${message}`}`.replace(/[\s\p{Cc}]+/gu, " ")

const messageOf = (error: IntercomError): string => {
  const { method, operation, path } = error
  const requestId = "requestId" in error && error.requestId || ""
  return `${operation}: ${problemOf(error)} (${method} ${path}${isWord(requestId) ? `, request ${requestId}` : ""})`
}

const problemOf = (error: IntercomError): string => {
  switch (error._tag) {
    case "IntercomInvalidResponse":
      return `invalid response, ${formatPath(error.at) || "the body"} ${error.reason}`
    case "IntercomNetworkError":
      return `${error.status === undefined ? "no response" : `a response of ${error.status} broke off`}${
        error.code === undefined ? "" : `, ${error.code}`
      }`
    case "IntercomTimeout":
      return `no ${error.phase === undefined ? "complete response" : "turn in the rate limit"} within ${
        Duration.toMillis(error.timeout)
      } ms`
    case "IntercomInvalidInput":
      return `nothing was sent, ${error.field || "the input"} ${error.reason}`
    default: {
      const item = error.errors.find(({ code }) => isWord(code))
      return [`${error.status}`, item?.code ?? "", item?.field ?? ""].filter(isWord).join(" ")
    }
  }
}

/**
 * Codes, fields and request ids come from outside. Only plain words go into a message, so that it stays one safe line.
 *
 * @internal
 */
export const isWord = (text: string): boolean => /^[\w.:-]{1,64}$/.test(text)
