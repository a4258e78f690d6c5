/**
 * The typed errors of every call: one class for each thing a caller handles differently.
 *
 * Tags are prefixed (`IntercomNotFound`), so they never collide with your own. No error holds a header, a token, a
 * request body or the platform's own error, and `message` is one line without personal data. What Intercom wrote about
 * the failure is in `errors`, in its own words: look before you log those.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { formatPath } from "./internal/formatPath.js"

/**
 * One entry of the error list Intercom answers with.
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
  /** The place of the field: `["data", 3, "email"]`. Empty if the whole value is wrong. */
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

type ResponseFields = RequestFields & {
  readonly status: typeof Schema.Number
  /** Intercom's id of the request: its support asks for it. */
  readonly requestId: Schema.optional<typeof Schema.String>
  /** All the errors Intercom named, none where the body was not its own. */
  readonly errors: Schema.Array$<Schema.Schema<ErrorItem>>
}

const request = <Fields extends Schema.Struct.Fields>(fields: Fields): RequestFields & Fields => ({
  operation: Schema.String,
  method: Schema.String,
  path: Schema.String,
  ...fields
})

const response = <Fields extends Schema.Struct.Fields>(fields: Fields): ResponseFields & Fields =>
  request({
    status: Schema.Number,
    requestId: Schema.optional(Schema.String),
    errors: Schema.Array(ErrorItem),
    ...fields
  })

/**
 * 401: the token is missing, wrong, revoked or suspended.
 *
 * @since 1.0.0
 * @category errors
 */
export class Unauthorized extends Schema.TaggedError<Unauthorized>()("IntercomUnauthorized", response({})) {
  override get message(): string {
    return responseLine(this)
  }
}

/**
 * 402 or 403: the token is good, but its scopes or the workspace's plan (`api_plan_restricted`) do not allow this.
 *
 * @since 1.0.0
 * @category errors
 */
export class Forbidden extends Schema.TaggedError<Forbidden>()("IntercomForbidden", response({})) {
  override get message(): string {
    return responseLine(this)
  }
}

/**
 * 404 or 410: there is no such object, or no longer. `canonicalId` is the object it was merged into, where Intercom
 * names it.
 *
 * @since 1.0.0
 * @category errors
 */
export class NotFound extends Schema.TaggedError<NotFound>()(
  "IntercomNotFound",
  response({
    /** The object this one was merged into. */
    canonicalId: Schema.optional(Schema.String)
  })
) {
  override get message(): string {
    return responseLine(this)
  }
}

/**
 * 409: the object exists. `existingId` is its id, where Intercom's message names it; `archived` tells that the one in
 * the way is archived.
 *
 * @since 1.0.0
 * @category errors
 */
export class Conflict extends Schema.TaggedError<Conflict>()(
  "IntercomConflict",
  response({
    /** The id of the object that is in the way. */
    existingId: Schema.optional(Schema.String),
    archived: Schema.Boolean
  })
) {
  override get message(): string {
    return responseLine(this)
  }
}

/**
 * 400, 405, 406, 413, 415 or 422: Intercom understood who asks, not what.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidRequest extends Schema.TaggedError<InvalidRequest>()("IntercomInvalidRequest", response({})) {
  override get message(): string {
    return responseLine(this)
  }
}

/**
 * 429: too many requests in a window of 10 seconds, or too many pending jobs of one kind.
 *
 * @since 1.0.0
 * @category errors
 */
export class RateLimited extends Schema.TaggedError<RateLimited>()(
  "IntercomRateLimited",
  response({
    /** The wait Intercom named, from `Retry-After` or else `X-RateLimit-Reset`. Milliseconds. */
    retryAfter: Schema.optional(Schema.Number),
    /** Requests allowed in the window. */
    limit: Schema.optional(Schema.Number),
    /** Requests left in the window. */
    remaining: Schema.optional(Schema.Number),
    /** When the window ends, Unix time in seconds. */
    resetAt: Schema.optional(Schema.Number)
  })
) {
  override get message(): string {
    return responseLine(this)
  }
}

/**
 * 5xx, the HTML pages of proxies included.
 *
 * @since 1.0.0
 * @category errors
 */
export class ServerError extends Schema.TaggedError<ServerError>()(
  "IntercomServerError",
  response({
    /** The wait a `Retry-After` header named. Milliseconds. */
    retryAfter: Schema.optional(Schema.Number)
  })
) {
  override get message(): string {
    return responseLine(this)
  }
}

/**
 * Any other status, a redirect among them: `layerFetch` and `layerFetchConfig` follow none.
 *
 * @since 1.0.0
 * @category errors
 */
export class UnexpectedStatus extends Schema.TaggedError<UnexpectedStatus>()(
  "IntercomUnexpectedStatus",
  response({})
) {
  override get message(): string {
    return responseLine(this)
  }
}

/**
 * A success whose body is not what was promised: empty, HTML, or of another shape. `at` is the place inside the body,
 * `reason` what was expected there; never the value.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidResponse extends Schema.TaggedError<InvalidResponse>()(
  "IntercomInvalidResponse",
  response({
    /** The place inside the body: `["data", 3, "email"]`. */
    at: Schema.Array(Schema.Union(Schema.String, Schema.Number)),
    reason: Schema.String
  })
) {
  override get message(): string {
    const place = formatPath(this.at)
    return line(this, `invalid response, ${place === "" ? "the body" : place} ${this.reason}`, this.requestId)
  }
}

/**
 * No response: refused, reset, unknown host, TLS. `code` is the system's word for it (`ECONNREFUSED`), where it has one.
 *
 * @since 1.0.0
 * @category errors
 */
export class NetworkError extends Schema.TaggedError<NetworkError>()(
  "IntercomNetworkError",
  request({
    /** The system's code, `ECONNREFUSED`. */
    code: Schema.optional(Schema.String)
  })
) {
  override get message(): string {
    return line(this, this.code === undefined ? "no response" : `no response, ${this.code}`)
  }
}

/**
 * No complete response in time, the body included.
 *
 * @since 1.0.0
 * @category errors
 */
export class Timeout extends Schema.TaggedError<Timeout>()(
  "IntercomTimeout",
  request({
    /** How long the attempt was given. Milliseconds. */
    timeout: Schema.Number
  })
) {
  override get message(): string {
    return line(this, `no complete response within ${this.timeout} ms`)
  }
}

/**
 * Refused before anything was sent. `field` names the input, `reason` says what is wrong with it.
 *
 * @since 1.0.0
 * @category errors
 */
export class InvalidInput extends Schema.TaggedError<InvalidInput>()(
  "IntercomInvalidInput",
  request({ field: Schema.String, reason: Schema.String })
) {
  override get message(): string {
    return line(this, `nothing was sent, ${this.field === "" ? "the input" : this.field} ${this.reason}`)
  }
}

/**
 * Everything a call can fail with.
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
 * The schema of all of them, to send an error over a wire or to store it.
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
 * An error as it travels.
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
 * Whether a value is an error of this library.
 *
 * @since 1.0.0
 * @category guards
 */
export const isIntercomError = (u: unknown): u is IntercomError => Schema.is(IntercomError)(u)

/**
 * Whether the same call may succeed later: rate limits, server errors, timeouts and network errors. It does not say
 * that the first one had no effect: a message whose answer was lost may have been delivered.
 *
 * @since 1.0.0
 * @category guards
 */
export const isRetryable = (error: IntercomError): boolean => {
  switch (error._tag) {
    case "IntercomRateLimited":
    case "IntercomServerError":
    case "IntercomNetworkError":
    case "IntercomTimeout":
      return true
    case "IntercomUnexpectedStatus":
      return error.status === 408
    default:
      return false
  }
}

/**
 * Whether Intercom named this code among the errors: `hasCode(error, "parameter_invalid")`.
 *
 * @since 1.0.0
 * @category guards
 */
export const hasCode = (error: IntercomError, code: string): boolean =>
  "errors" in error && error.errors.some((item) => item.code === code)

const responseLine = (error: {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly requestId?: string | undefined
  readonly errors: ReadonlyArray<ErrorItem>
}): string => {
  const code = error.errors.map((item) => item.code).find(isWord)
  return line(error, code === undefined ? `${error.status}` : `${error.status} ${code}`, error.requestId)
}

const line = (
  { method, operation, path }: { readonly operation: string; readonly method: string; readonly path: string },
  what: string,
  requestId?: string | undefined
): string =>
  `${operation}: ${what} (${method} ${path}${
    requestId !== undefined && isWord(requestId) ? `, request ${requestId}` : ""
  })`

// Codes and request ids come from outside: only what looks like one gets into a line.
const isWord = (text: string): boolean => /^[\w.:-]{1,64}$/.test(text)
