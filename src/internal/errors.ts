/**
 * Maps statuses and errors of the HTTP client to typed errors. All mapping is here.
 */
import type * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Predicate from "effect/Predicate"
import * as IntercomError from "../IntercomError.js"
import { type Expired, isTooLarge } from "./exchange.js"
import {
  parseCanonicalId,
  parseConflict,
  parseEnvelope,
  parseRateLimit,
  parseRetryAfter,
  statusOf,
  withoutToken
} from "./failure.js"
import type { Operation } from "./operation.js"

/** The error for an input that was not sent. */
export const invalidInput = (
  operation: Operation,
  field: string,
  reason: string
): IntercomError.InvalidInput => new IntercomError.InvalidInput({ ...operation, field, reason })

/** Fails with the error for the status of a response. `text` is its body. */
export const failWith = (
  response: HttpClientResponse.HttpClientResponse,
  text: string,
  operation: Operation
): Effect.Effect<never, IntercomError.IntercomError> =>
  Effect.flatMap(Clock.currentTimeMillis, (now) => Effect.fail(fromResponse(response, text, operation, now)))

const fromResponse = (
  response: HttpClientResponse.HttpClientResponse,
  text: string,
  operation: Operation,
  now: number
): IntercomError.IntercomError => {
  const { headers, status } = response
  const { errors, requestId } = parseEnvelope(response, text)
  const fields = { ...operation, status, requestId, errors }
  switch (status < 300 ? statusOf(errors[0]?.code) : status) {
    case 401:
      return new IntercomError.Unauthorized(fields)
    case 402:
    case 403:
      return new IntercomError.Forbidden(fields)
    case 404:
    case 410:
      return new IntercomError.NotFound({ ...fields, canonicalId: withoutToken(response, parseCanonicalId(headers)) })
    case 409:
      return new IntercomError.Conflict({ ...fields, ...parseConflict(errors) })
    case 400:
    case 405:
    case 406:
    case 413:
    case 415:
    case 422:
      return new IntercomError.InvalidRequest(fields)
    case 429:
      return new IntercomError.RateLimited({ ...fields, ...parseRateLimit(headers, now) })
    default:
      return (status >= 500 && status < 600) || status < 300 ?
        new IntercomError.ServerError({ ...fields, retryAfter: parseRetryAfter(headers, now) }) :
        new IntercomError.UnexpectedStatus(fields)
  }
}

/** Fails with the error for what ended an attempt without a complete response. */
export const failFrom = (
  error: HttpClientError.HttpClientError | Expired,
  operation: Operation
): Effect.Effect<never, IntercomError.IntercomError> => {
  if ("timeout" in error) return new IntercomError.Timeout({ ...operation, ...error })
  return error._tag === "ResponseError" && isTooLarge(error) && error.response.status >= 300 ?
    failWith(error.response, "", operation) :
    Effect.fail(fromHttpClientError(error, operation))
}

/** The `error.type` of OpenTelemetry: the status if it says what failed, or else the tag of the error. */
export const errorType = (error: IntercomError.IntercomError): string =>
  "status" in error && Number(error.status) >= 300 ? `${error.status}` : error._tag

/** Maps an error of the HTTP client, when there is no complete response. */
export const fromHttpClientError = (
  error: HttpClientError.HttpClientError,
  operation: Operation
): IntercomError.IntercomError => {
  if (error._tag === "RequestError") {
    return error.reason === "Transport" ?
      new IntercomError.NetworkError({ ...operation, code: systemCode(error.cause) }) :
      invalidInput(operation, "", "cannot be sent")
  }
  const { response } = error
  const fields = { ...operation, status: response.status, requestId: parseEnvelope(response, "").requestId }
  return isTooLarge(error) ?
    new IntercomError.InvalidResponse({ ...fields, errors: [], at: [], reason: error.description ?? "is too large" }) :
    new IntercomError.NetworkError({ ...fields, code: systemCode(error.cause) })
}

// `fetch` wraps the system's error. If the host has several addresses, it wraps one error for each of them.
const systemCode = (cause: unknown, depth = 4): string | undefined => {
  if (!Predicate.isRecord(cause) || depth === 0) return undefined
  if (typeof cause.code === "string" && /^[A-Z\d_]+$/.test(cause.code)) return cause.code
  return systemCode(cause.cause ?? [cause.errors].flat()[0], depth - 1)
}
