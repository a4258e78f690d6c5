/** How the in-memory workspace says no. */
import * as Data from "effect/Data"
import * as Either from "effect/Either"

/** A request the workspace does not serve: a status, and the one entry of the error list. */
export class Refusal extends Data.TaggedError("Refusal")<{
  readonly status: number
  readonly code: string
  readonly reason: string
  readonly field?: string | undefined
}> {}

/** What has been refused. */
export type Refused = Either.Either<never, Refusal>

export const refuse = (status: number, code: string, reason: string, field?: string): Refused =>
  Either.left(new Refusal({ status, code, reason, field }))

/** 404: `User Not Found`. Some resources have a code of their own. */
export const notFound = (what: string, code = "not_found"): Refused => refuse(404, code, `${what} Not Found`)

/** 400: a value that cannot be. */
export const invalid = (reason: string, field?: string): Refused => refuse(400, "parameter_invalid", reason, field)
