/**
 * What the programs of the documentation talk to: the workspace in memory, on a loopback port.
 */
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import { serveApp } from "../loopback.js"

export interface Server {
  readonly url: string
  readonly close: () => Promise<void>
}

export const startServer = (): Promise<Server> =>
  Effect.runPromise(Effect.gen(function*() {
    const scope = yield* Scope.make()
    const { httpApp } = yield* IntercomWorkspace.make({ contacts: 4, accessToken: Redacted.make("test-token") })
    const url = yield* Scope.extend(serveApp(httpApp), scope)
    return { url, close: () => Effect.runPromise(Scope.close(scope, Exit.void)) }
  }))
