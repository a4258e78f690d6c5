/**
 * One operation of the API as the in-memory workspace serves it: where it is asked for, what it takes, and a function
 * that answers. The function gives way to nothing while it runs, so no request sees half of another.
 */
import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { Refusal } from "./kernel/Refusal.js"
import type { Tables } from "./Tables.js"

/** A request, and the workspace it came to. */
export interface Call<Param extends string = never, Body = unknown> {
  readonly tables: Tables
  /** A parameter of the path, decoded. */
  readonly path: (name: Param) => string
  readonly query: Readonly<Record<string, string>>
  readonly body: Body
  /** Unix time in seconds. */
  readonly now: number
  /** The URL it was sent to, without the query. */
  readonly url: string
  /** Tells by webhook of what happened. */
  readonly notify: (topic: string, item: unknown) => void
}

/** Where and when something happens, and who is told. */
export interface Occasion extends Pick<Call, "notify" | "now" | "tables"> {}

/** An occasion of which nobody is told: what was there before a test is no news to it. */
export const unnoticed = (tables: Tables, now: number): Occasion => ({ tables, now, notify: () => {} })

/** Something that happens by itself when its time has come. */
export interface Due {
  /** Unix time in seconds. */
  readonly at: number
  readonly happen: (occasion: Occasion) => void
}

/** What is sent back: JSON, or nothing but a status. */
export interface Answer {
  readonly status: number
  readonly body?: unknown
}

export type Result = Either.Either<Answer, Refusal>

export interface Operation {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  /** As Intercom's description writes it: `/contacts/{contact_id}`. */
  readonly template: string
  readonly answer: (call: Call<string>) => Result
}

/** The names in `/contacts/{contact_id}/tags/{tag_id}`. */
type ParamOf<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}` ?
  Name | ParamOf<Rest> :
  never

export const get = <Template extends string>(
  template: Template,
  answer: (call: Call<ParamOf<Template>>) => Result
): Operation => ({ method: "GET", template, answer })

export const del = <Template extends string>(
  template: Template,
  answer: (call: Call<ParamOf<Template>>) => Result
): Operation => ({ method: "DELETE", template, answer })

/** A `DELETE` that says more in its body. */
export const delWith = <Template extends string, Body, Wire>(
  template: Template,
  body: Schema.Schema<Body, Wire>,
  answer: (call: Call<ParamOf<Template>, Body>) => Result
): Operation => ({ method: "DELETE", template, answer: withBody(body, answer) })

export const post = <Template extends string, Body, Wire>(
  template: Template,
  body: Schema.Schema<Body, Wire>,
  answer: (call: Call<ParamOf<Template>, Body>) => Result
): Operation => ({ method: "POST", template, answer: withBody(body, answer) })

export const put = <Template extends string, Body, Wire>(
  template: Template,
  body: Schema.Schema<Body, Wire>,
  answer: (call: Call<ParamOf<Template>, Body>) => Result
): Operation => ({ method: "PUT", template, answer: withBody(body, answer) })

/** What an operation takes that takes nothing. */
export const Nothing: Schema.Schema<unknown> = Schema.Unknown

/** 200 with a body. */
export const json = (body: unknown): Answer => ({ status: 200, body })

/** A status without a body. */
export const empty = (status: number): Answer => ({ status })

const withBody = <Body, Wire, Param extends string>(
  schema: Schema.Schema<Body, Wire>,
  answer: (call: Call<Param, Body>) => Result
): Operation["answer"] => {
  const decode = Schema.decodeUnknownEither(schema)
  return (call) =>
    Either.flatMap(
      Either.mapLeft(decode(call.body), refusalOf),
      (body) => answer({ ...call, body })
    )
}

const refusalOf = (error: ParseResult.ParseError): Refusal => {
  const [issue] = ParseResult.ArrayFormatter.formatErrorSync(error)
  const field = issue?.path.map(String).join(".") ?? ""
  const isMissing = issue?._tag === "Missing"
  const code = isMissing ? "parameter_not_found" : "parameter_invalid"
  return new Refusal({ status: 400, code, reason: issue?.message ?? "", field })
}
