/**
 * An operation of the API as the in-memory workspace serves it: method, path, body schema and the function that
 * answers. The function is synchronous, so requests cannot interleave.
 */
import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { Refusal, type Result } from "./kernel/Result.js"
import type { Version } from "./kernel/Version.js"
import type { Tables } from "./Tables.js"

/** A request, and the tables of the workspace that received it. */
export interface Call<Param extends string = never, Body = unknown> {
  readonly tables: Tables
  /** A parameter of the path, decoded. */
  readonly path: (name: Param) => string
  readonly query: Readonly<Record<string, string>>
  readonly body: Body
  /** Unix time in seconds. */
  readonly now: number
  readonly version: Version
  /** The URL of the request, without the query. */
  readonly url: string
  /** Sends a webhook notification. */
  readonly notify: (topic: string, item: unknown) => void
}

/** The workspace in which something happens, the time, and how to notify listeners. */
export interface EventContext extends Pick<Call, "notify" | "now" | "tables"> {}

/** A context without notifications, for seeds. */
export const withoutNotifications = (tables: Tables, now: number): EventContext => ({ tables, now, notify: () => {} })

/** Something that happens at a given time, without a request. */
export interface DueEvent {
  /** Unix time in seconds. */
  readonly at: number
  readonly run: (context: EventContext) => void
}

export interface Operation {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  /** As Intercom's description writes it: `/contacts/{contact_id}`. */
  readonly template: string
  /** The version that it came with. Default: 2.15, or an earlier one. */
  readonly since?: Version
  readonly answer: (call: Call<string>) => Result
}

/** Operations that came with version 2.16. */
export const later = (operations: ReadonlyArray<Operation>): ReadonlyArray<Operation> =>
  operations.map((operation) => ({ ...operation, since: "2.16" }))

/** The names in `/contacts/{contact_id}/tags/{tag_id}`. */
type ParamOf<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}` ?
  Name | ParamOf<Rest> :
  never

/** Makes an operation whose requests have no body. */
interface WithoutBody {
  <Template extends string>(template: Template, answer: (call: Call<ParamOf<Template>>) => Result): Operation
}

const withoutBody = (method: Operation["method"]): WithoutBody => (template, answer) => ({ method, template, answer })

/** Makes an operation whose requests have a body. */
interface WithBody {
  <Template extends string, Body, Wire>(
    template: Template,
    body: Schema.Schema<Body, Wire>,
    answer: (call: Call<ParamOf<Template>, Body>) => Result
  ): Operation
}

const withBody = (method: Operation["method"]): WithBody => (template, body, answer) => ({
  method,
  template,
  answer: decoding(body, answer)
})

export const get: WithoutBody = withoutBody("GET")

export const del: WithoutBody = withoutBody("DELETE")

/** A `DELETE` with a body. */
export const delWith: WithBody = withBody("DELETE")

export const post: WithBody = withBody("POST")

export const put: WithBody = withBody("PUT")

/** The schema of an operation that ignores its body. */
export const AnyBody: Schema.Schema<unknown> = Schema.Unknown

const decoding = <Body, Wire, Param extends string>(
  schema: Schema.Schema<Body, Wire>,
  answer: (call: Call<Param, Body>) => Result
): Operation["answer"] => {
  const decode = Schema.decodeUnknownEither(schema)
  return (call) => Either.flatMap(Either.mapLeft(decode(call.body), refusalOf), (body) => answer({ ...call, body }))
}

const refusalOf = (error: ParseResult.ParseError): Refusal => {
  const [issue] = ParseResult.ArrayFormatter.formatErrorSync(error)
  const field = issue?.path.map(String).join(".") ?? ""
  const isMissing = issue?._tag === "Missing"
  const code = isMissing ? "parameter_not_found" : "parameter_invalid"
  return new Refusal({ status: 400, code, reason: issue?.message ?? "", field })
}
