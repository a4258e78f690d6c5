/**
 * How the in-memory workspace says no.
 *
 * @since 1.0.0
 */
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as Data from "effect/Data"

/**
 * A request the workspace does not serve: a status, and one entry of the error list.
 *
 * @since 1.0.0
 * @category errors
 */
export class Refusal extends Data.TaggedError("Refusal")<{
  readonly status: number
  readonly code: string
  readonly reason: string
}> {}

/**
 * The answer as Intercom gives it.
 *
 * @since 1.0.0
 * @category constructors
 */
export const toResponse = (
  { code, reason, status }: Refusal,
  requestId: string
): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.unsafeJson(
    { type: "error.list", request_id: requestId, errors: [{ code, message: reason }] },
    { status }
  )

/**
 * @since 1.0.0
 * @category constructors
 */
export const notFound = (what: string): Refusal =>
  new Refusal({ status: 404, code: "not_found", reason: `${what} Not Found` })

/**
 * @since 1.0.0
 * @category constructors
 */
export const invalid = (reason: string): Refusal => new Refusal({ status: 400, code: "parameter_invalid", reason })
