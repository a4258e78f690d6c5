import * as Data from "effect/Data"
import * as Either from "effect/Either"

/** The error that answers a request: a status, and the one entry of the error list. */
export class Refusal extends Data.TaggedError("Refusal")<{
  readonly status: number
  readonly code: string
  readonly reason: string
  readonly field?: string | undefined
}> {}

export type Refused = Either.Either<never, Refusal>

export const refuse = (status: number, code: string, reason: string, field?: string): Refused =>
  Either.left(new Refusal({ status, code, reason, field }))

/** 404: `User Not Found`. Some resources have a code of their own. */
export const notFound = (what: string, code = "not_found"): Refused => refuse(404, code, `${what} Not Found`)

/** 400: an invalid value. */
export const invalid = (reason: string, field?: string): Refused => refuse(400, "parameter_invalid", reason, field)

/** The value, or an error if it is `undefined`. */
export const found = <A>(value: A | undefined, refused: () => Refused): Either.Either<A, Refusal> =>
  value === undefined ? refused() : Either.right(value)
