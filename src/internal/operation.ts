/**
 * What travels beside a request, in the context of the fiber that sends it: which operation it is, and what the caller
 * wants done differently for it.
 */
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"

/** What every error says of the call. */
export interface Operation {
  /** `Contacts.find` */
  readonly operation: string
  readonly method: string
  /** The path template, never the path: ids stay out of errors and spans. */
  readonly path: string
}

export interface Call {
  readonly operation: Operation
  /** Whether sending it twice does no more than sending it once. */
  readonly repeatable: boolean
  /** Whether an answer that is no error, redirects among them, is taken with its body unread. */
  readonly unread?: boolean | undefined
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
