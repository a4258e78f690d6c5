/** What tests of a receiver have in common. */
import * as KeyValueStore from "@effect/platform/KeyValueStore"
import { assert } from "@effect/vitest"
import type * as Webhook from "effect-intercom/Webhook"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Logger from "effect/Logger"
import * as Option from "effect/Option"
import * as Scope from "effect/Scope"
import * as TestClock from "effect/TestClock"

/** Until it is so: signatures are made outside of Effect's clock. */
export const until = (condition: () => boolean): Effect.Effect<void> =>
  Effect.suspend(() =>
    condition() ? Effect.void : Effect.promise(() => new Promise<void>((resolve) => setImmediate(resolve)))
  ).pipe(Effect.repeat({ until: condition }), Effect.asVoid)

/** A handler that notes the ids it gets, and what becomes of those that were not handled. */
export const recorder = () => {
  const ids: Array<string | null | undefined> = []
  const failures: Array<Webhook.Failure<unknown>> = []
  return {
    ids,
    failures,
    onNotification: ({ id }: Webhook.Notification) =>
      Effect.sync(() => {
        ids.push(id)
      }),
    onFailure: (failure: Webhook.Failure<unknown>) =>
      Effect.sync(() => {
        failures.push(failure)
      })
  }
}

/** A handler that hangs, and so nobody waits for it. */
export const hanging = (ids: Array<unknown>) => ({
  drainTimeout: 0,
  onNotification: ({ id }: Webhook.Notification) => Effect.zipRight(Effect.sync(() => ids.push(id)), Effect.never)
})

/** A store that knows nothing and keeps nothing, but for what is said. */
export const storeWith = (store: Partial<KeyValueStore.KeyValueStore>): KeyValueStore.KeyValueStore =>
  KeyValueStore.make({
    get: () => Effect.succeed(Option.none()),
    getUint8Array: () => Effect.succeed(Option.none()),
    set: () => Effect.void,
    remove: () => Effect.void,
    clear: Effect.void,
    size: Effect.succeed(0),
    ...store
  })

/** Opens it in a scope of its own. */
export const openScoped = <A, E>(open: Effect.Effect<A, E, Scope.Scope>) =>
  Effect.gen(function*() {
    const scope = yield* Scope.make()
    return { opened: yield* Scope.extend(open, scope), scope }
  })

/** Closes it, which takes the ten seconds that draining may take, and no longer. */
export const closedAfterDraining = (scope: Scope.CloseableScope) =>
  Effect.gen(function*() {
    const closing = yield* Effect.fork(Scope.close(scope, Exit.void))
    yield* TestClock.adjust("9999 millis")
    assert.isTrue(Option.isNone(yield* Fiber.poll(closing)))
    yield* TestClock.adjust("1 millis")
    yield* Fiber.join(closing)
  })

/** Writes down what is logged. */
export const logging = (lines: Array<string>) =>
  Logger.replace(
    Logger.defaultLogger,
    Logger.make<unknown, void>((entry) => {
      lines.push(Logger.logfmtLogger.log(entry))
    })
  )
