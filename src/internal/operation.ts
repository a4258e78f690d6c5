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
  readonly operation: Pick<Operation, "operation" | "path">
  /** Whether sending it twice has the same effect as sending it once. Default: `true`, for `POST` `false`. */
  readonly repeatable?: boolean | undefined
  /** `"unread"`: a success or a redirect is handed over with its body unread. */
  readonly body: "text" | "unread"
}

export interface Overrides {
  readonly timeout?: Duration.DurationInput | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Why the headers cannot be sent. */
  readonly refusal?: { readonly field: string; readonly reason: string } | undefined
}

export class CurrentCall extends Context.Reference<CurrentCall>()("effect-intercom/CurrentCall", {
  // A request that no endpoint made: `execute` called by hand.
  defaultValue: (): Call => ({ operation: { operation: "IntercomHttp.execute", path: "/…" }, body: "text" })
}) {}

export class CurrentOverrides extends Context.Reference<CurrentOverrides>()("effect-intercom/CurrentOverrides", {
  defaultValue: (): Overrides => ({})
}) {}
