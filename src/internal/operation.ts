/**
 * The parts of a call that travel in the context of a fiber: the operation and the caller's overrides.
 */
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"

/** The operation, as every error names it. */
export interface Operation {
  /** `Contacts.find` */
  readonly operation: string
  readonly method: string
  /** The path template, not the path, so that errors and spans contain no ids. */
  readonly path: string
}

export interface Call {
  readonly operation: Operation
  /** Whether sending the request twice has the same effect as sending it once. */
  readonly repeatable: boolean
  /** `"unread"`: the body of a success or a redirect is left to the endpoint. */
  readonly body: "text" | "unread"
}

export interface Overrides {
  readonly timeout?: Duration.DurationInput | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

export class CurrentCall extends Context.Reference<CurrentCall>()("effect-intercom/CurrentCall", {
  defaultValue: (): Call | undefined => undefined
}) {}

export class CurrentOverrides extends Context.Reference<CurrentOverrides>()("effect-intercom/CurrentOverrides", {
  defaultValue: (): Overrides => ({})
}) {}
