/**
 * The two calls of the table, and how they end.
 */
import * as Contacts from "effect-intercom/api/Contacts"
import * as Messages from "effect-intercom/api/Messages"
import type { IntercomError } from "effect-intercom/IntercomError"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import type { Cell } from "./Row.js"

export type Call = Effect.Effect<unknown, IntercomError, IntercomHttp>

export const find: Call = Contacts.find("1")

/** Cannot be repeated: the message would be sent twice. */
export const send: Call = Messages.sendInApp({
  from: { type: "admin", id: 1 },
  to: { type: "user", id: "1" },
  body: "Hello"
})

export interface Ending {
  readonly cell: Cell
  /** How long the call took, in seconds of the clock that it ran on. */
  readonly seconds: number
  readonly error: IntercomError | undefined
}

/** Runs a call to its end. `count` is the number of requests that have arrived. A defect is an outcome, too. */
export const endingOf = (call: Call, count: () => number): Effect.Effect<Ending, never, IntercomHttp> =>
  Effect.gen(function*() {
    const start = yield* Clock.currentTimeMillis
    const exit = yield* Effect.exit(call)
    const seconds = ((yield* Clock.currentTimeMillis) - start) / 1000
    const error = Exit.isFailure(exit) ? Option.getOrUndefined(Cause.failureOption(exit.cause)) : undefined
    const outcome = Exit.isSuccess(exit) ? "ok" : error?._tag.replace("Intercom", "") ?? "defect"
    return { cell: `${outcome} ${count()}`, seconds, error }
  })
