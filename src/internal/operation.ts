/**
 * What the context of a fiber says about the request that it sends: which operation it is, and what the caller has
 * overridden for it.
 */
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"

/** What every error names. */
export interface Operation {
  /** `Contacts.find` */
  readonly operation: string
  readonly method: string
  /** The path template, never the path: ids stay out of errors and spans. */
  readonly path: string
}

export interface Call {
  readonly operation: Operation
  /** Whether sending it twice has the same effect as sending it once. */
  readonly repeatable: boolean
  /** `"unread"`: a success or a redirect is handed over with its body unread. */
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
