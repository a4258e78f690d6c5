/** Responses to requests, and errors. */
import * as Data from "effect/Data"
import * as Either from "effect/Either"

/** The response to a request: a status, and a JSON body if there is one. */
export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** A value, which is the response to a request by default, or an error. */
export type Result<A = Answer> = Either.Either<A, Refusal>

/** 200 with a body. */
export const json = (body: unknown): Answer => ({ status: 200, body })

/** 201 with a body. */
export const created = (body: unknown): Answer => ({ status: 201, body })

/** A status without a body. */
export const empty = (status: number): Answer => ({ status })

/** An error response: its status, and the only item of its error list. */
export class Refusal extends Data.TaggedError("Refusal")<{
  readonly status: number
  readonly code: string
  readonly reason: string
  readonly field?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}> {}

/** Always an error. */
export type Refused = Result<never>

export const refuse = (status: number, code: string, reason: string, field?: string): Refused =>
  Either.left(new Refusal({ status, code, reason, field }))

/** 404: `User Not Found`. Some resources have a code of their own. */
export const notFound = (what: string, code = "not_found"): Refused => refuse(404, code, `${what} Not Found`)

/** 400: an invalid value. */
export const invalid = (reason: string, field?: string): Refused => refuse(400, "parameter_invalid", reason, field)

/** The value, or an error if it is `undefined`. */
export const found = <A>(value: A | undefined, refused: () => Refused): Result<A> =>
  value === undefined ? refused() : Either.right(value)
