/**
 * The parts of a call that travel in the context of a fiber: the operation and the caller's overrides.
 */
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import type * as Schedule from "effect/Schedule"
import type * as Tracer from "effect/Tracer"
import type { IntercomError } from "../IntercomError.js"

/** The operation, as every error names it. */
export interface Operation {
  /** `Contacts.find` */
  readonly operation: string
  readonly method: string
  /** The path template, not the path, so that errors and spans contain no ids. */
  readonly path: string
}

export interface Call {
  readonly operation: Pick<Operation, "operation" | "path">
  /** Whether sending the request twice has the same effect as sending it once. Default: `true`, for `POST` `false`. */
  readonly repeatable?: boolean | undefined
  /** The API version to send. Default: the one that the caller asked for. */
  readonly version?: string | undefined
  /** `"unread"`: the body of a success or a redirect is left to the endpoint. */
  readonly body: "text" | "unread"
  readonly span?: Tracer.Span | undefined
}

export interface Overrides {
  readonly timeout?: Duration.Duration | undefined
  readonly retry?: Schedule.Schedule<unknown, IntercomError> | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Why the call cannot be sent as changed. */
  readonly refusal?: { readonly field: string; readonly reason: string } | undefined
}

export class CurrentCall extends Context.Reference<CurrentCall>()("effect-intercom/CurrentCall", {
  // A request that no endpoint made: `execute` called by hand.
  defaultValue: (): Call => ({ operation: { operation: "IntercomHttp.execute", path: "/…" }, body: "text" })
}) {}

export class CurrentOverrides extends Context.Reference<CurrentOverrides>()("effect-intercom/CurrentOverrides", {
  defaultValue: (): Overrides => ({})
}) {}
