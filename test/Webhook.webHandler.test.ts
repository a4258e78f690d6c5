/**
 * Web handlers on platforms that stop a program when it has responded, and handlers that own their scope.
 */
import { afterEach, assert, describe, it, vi } from "@effect/vitest"
import * as Webhook from "effect-intercom/Webhook"
import * as Context from "effect/Context"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { logging, recorder, until } from "./webhookReceiver.js"
import { clientSecret, delivery, notification } from "./webhookSender.js"

afterEach(() => vi.unstubAllGlobals())

/** The execution context of a worker. It notes which promises have settled. */
const makeContext = () => {
  const promises: Array<{ isSettled: boolean }> = []
  return {
    promises,
    // A method that needs its `this`, as on Workers.
    context: {
      promises,
      waitUntil(this: { readonly promises: Array<{ isSettled: boolean }> }, promise: Promise<unknown>) {
        const entry = { isSettled: false }
        this.promises.push(entry)
        promise.finally(() => {
          entry.isSettled = true
        })
      }
    }
  }
}

const send = (handler: Webhook.WebHandler, id: string | null, context?: Webhook.ExecutionContext) =>
  Effect.flatMap(delivery(notification(id)), (request) => Effect.promise(() => handler(request, context))).pipe(
    Effect.map(({ status }) => status)
  )

describe("waitUntil", () => {
  it.scopedLive("gets a promise that settles when the handler has ended, and not before", () =>
    Effect.gen(function*() {
      const open = yield* Deferred.make<void>()
      let ended = false
      const handler = yield* Webhook.webHandler({
        clientSecret,
        onNotification: () => Effect.zipRight(Deferred.await(open), Effect.sync(() => ended = true))
      })
      const { context, promises } = makeContext()
      assert.strictEqual(yield* send(handler, "a", context), 200)
      assert.deepStrictEqual(promises, [{ isSettled: false }])
      yield* Deferred.succeed(open, undefined)
      yield* until(() => promises.every(({ isSettled }) => isSettled))
      assert.isTrue(ended)
    }))

  it.scopedLive("gets one for a duplicate, too, which settles with the first", () =>
    Effect.gen(function*() {
      const open = yield* Deferred.make<void>()
      const handler = yield* Webhook.webHandler({ clientSecret, onNotification: () => Deferred.await(open) })
      const { context, promises } = makeContext()
      yield* send(handler, "a", context)
      yield* send(handler, "a", context)
      assert.deepStrictEqual(promises, [{ isSettled: false }, { isSettled: false }])
      yield* Deferred.succeed(open, undefined)
      yield* until(() => promises.every(({ isSettled }) => isSettled))
      // It is already handled.
      yield* send(handler, "a", context)
      yield* until(() => promises.every(({ isSettled }) => isSettled))
      assert.lengthOf(promises, 3)
    }))

  it.scopedLive("gets a promise that settles after onFailure, if the handler fails", () =>
    Effect.gen(function*() {
      const open = yield* Deferred.make<void>()
      const failed = yield* Deferred.make<void>()
      const handler = yield* Webhook.webHandler({
        clientSecret,
        onNotification: () => Effect.fail("no"),
        onFailure: () => Effect.zipRight(Deferred.succeed(failed, undefined), Deferred.await(open))
      })
      const { context, promises } = makeContext()
      assert.strictEqual(yield* send(handler, "a", context), 200)
      yield* Deferred.await(failed)
      assert.deepStrictEqual(promises, [{ isSettled: false }])
      yield* Deferred.succeed(open, undefined)
      yield* until(() => promises.every(({ isSettled }) => isSettled))
    }))

  it.scopedLive("settles if the queue is full", () =>
    Effect.gen(function*() {
      const open = yield* Deferred.make<void>()
      const handler = yield* Webhook.webHandler({
        clientSecret,
        capacity: 1,
        concurrency: 1,
        onNotification: () => Deferred.await(open)
      })
      yield* send(handler, "a")
      yield* send(handler, "b")
      const { context, promises } = makeContext()
      assert.strictEqual(yield* send(handler, "c", context), 429)
      yield* until(() => promises.every(({ isSettled }) => isSettled))
      yield* Deferred.succeed(open, undefined)
    }))

  it.scopedLive("lets no notification wait for another request", () =>
    Effect.gen(function*() {
      const open = yield* Deferred.make<void>()
      const { ids, onNotification } = recorder()
      const handler = yield* Webhook.webHandler({
        clientSecret,
        concurrency: 1,
        onNotification: (notification) => Effect.zipRight(onNotification(notification), Deferred.await(open))
      })
      const { context } = makeContext()
      assert.deepStrictEqual(yield* Effect.forEach(["a", "b", "c"], (id) => send(handler, id, context)), [
        200,
        200,
        200
      ])
      yield* until(() => ids.length === 3)
      // Requests without it share the one handler.
      yield* send(handler, "d")
      yield* send(handler, "e")
      yield* until(() => ids.length === 4)
      assert.deepStrictEqual(ids, ["a", "b", "c", "d"])
      yield* Deferred.succeed(open, undefined)
      yield* until(() => ids.length === 5)
    }))

  it.scopedLive("gets nothing for a request that is refused", () =>
    Effect.gen(function*() {
      const handler = yield* Webhook.webHandler({ clientSecret, onNotification: () => Effect.void })
      const { context, promises } = makeContext()
      const request = yield* delivery(notification("a"), Redacted.make("another secret"))
      assert.strictEqual((yield* Effect.promise(() => handler(request, context))).status, 401)
      assert.deepStrictEqual(promises, [])
    }))
})

describe("On Cloudflare Workers, a web handler", () => {
  const warnings = (options: Partial<Webhook.HandlerOptions>, context?: Webhook.ExecutionContext) =>
    Effect.gen(function*() {
      vi.stubGlobal("navigator", { userAgent: "Cloudflare-Workers" })
      const lines: Array<string> = []
      yield* Effect.gen(function*() {
        const handler = yield* Webhook.webHandler({ clientSecret, onNotification: () => Effect.void, ...options })
        yield* send(handler, "a", context)
        yield* send(handler, "b", context)
      }).pipe(Effect.provide(logging(lines)))
      return lines.filter((line) => line.includes("level=WARN"))
    })

  it.scopedLive("warns once if it responds first and nothing keeps the worker alive", () =>
    Effect.gen(function*() {
      const lines = yield* warnings({})
      assert.lengthOf(lines, 1)
      assert.include(lines[0], "execution context")
    }))

  it.scopedLive("does not warn if it responds after handling, or has the execution context", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual(yield* warnings({ acknowledge: "after" }), [])
      assert.deepStrictEqual(yield* warnings({}, makeContext().context), [])
    }))
})

describe("toWebHandler", () => {
  it.live("starts with the first request, and handles each notification once", () =>
    Effect.gen(function*() {
      const { ids, onNotification } = recorder()
      const { dispose, handler } = Webhook.toWebHandler({ clientSecret, onNotification })
      const statuses = yield* Effect.all([send(handler, "a"), send(handler, "a"), send(handler, "b")], {
        concurrency: "unbounded"
      })
      assert.deepStrictEqual(statuses, [200, 200, 200])
      yield* Effect.promise(dispose)
      assert.sameMembers(ids, ["a", "b"])
    }))

  it.live("refuses with 503 while it is disposed, and waits for the accepted notifications", () =>
    Effect.gen(function*() {
      const open = yield* Deferred.make<void>()
      let ended = 0
      const { dispose, handler } = Webhook.toWebHandler({
        clientSecret,
        onNotification: () => Effect.zipRight(Deferred.await(open), Effect.sync(() => ended++))
      })
      assert.strictEqual(yield* send(handler, "a"), 200)
      const disposed = dispose()
      assert.strictEqual(yield* send(handler, "b"), 503)
      yield* Deferred.succeed(open, undefined)
      yield* Effect.promise(() => disposed)
      assert.strictEqual(ended, 1)
    }))

  it.live("rejects with the name of an invalid option", () =>
    Effect.gen(function*() {
      const { handler } = Webhook.toWebHandler({ clientSecret: Redacted.make(""), onNotification: () => Effect.void })
      const request = yield* delivery(notification("a"))
      const error = yield* Effect.flip(Effect.tryPromise(() => handler(request)))
      assert.include(String(error.error), "clientSecret")
    }))
})

class Database extends Context.Tag("Database")<Database, { readonly save: (id: string) => Effect.Effect<void> }>() {}

describe("toWebHandlerLayer", () => {
  it.live("builds the layer once, gives it to the handler and releases it", () =>
    Effect.gen(function*() {
      const events: Array<string> = []
      const DatabaseLive = Layer.scoped(
        Database,
        Effect.acquireRelease(
          Effect.sync(() => {
            events.push("open")
            return { save: (id: string) => Effect.sync(() => void events.push(id)) }
          }),
          () => Effect.sync(() => void events.push("close"))
        )
      )
      const { dispose, handler } = Webhook.toWebHandlerLayer({
        clientSecret,
        onNotification: ({ id }) => Effect.flatMap(Database, ({ save }) => save(String(id)))
      }, DatabaseLive)
      assert.deepStrictEqual(events, [])
      yield* send(handler, "a")
      yield* send(handler, "b")
      yield* Effect.promise(dispose)
      assert.deepStrictEqual(events, ["open", "a", "b", "close"])
    }))

  it.live("builds the layer again after it has failed, and releases what the failed one had acquired", () =>
    Effect.gen(function*() {
      const events: Array<string> = []
      const Pool = Layer.scopedDiscard(Effect.acquireRelease(
        Effect.sync(() => events.push("open")),
        () => Effect.sync(() => events.push("close"))
      ))
      const Migrated = Layer.effectDiscard(
        Effect.suspend(() => events.length === 1 ? Effect.fail("no connection") : Effect.void)
      )
      const { dispose, handler } = Webhook.toWebHandlerLayer({
        clientSecret,
        onNotification: ({ id }) => Effect.sync(() => events.push(String(id)))
      }, Layer.provideMerge(Migrated, Pool))
      assert.isTrue(Exit.isFailure(yield* Effect.exit(send(handler, "a"))))
      assert.deepStrictEqual(events, ["open", "close"])
      yield* send(handler, "a")
      yield* Effect.promise(dispose)
      assert.deepStrictEqual(events, ["open", "close", "open", "a", "close"])
    }))

  it.live("logs with the logger of the layer", () =>
    Effect.gen(function*() {
      const lines: Array<string> = []
      const { dispose, handler } = Webhook.toWebHandlerLayer({
        clientSecret,
        onNotification: () => Effect.log("it came in")
      }, logging(lines))
      yield* send(handler, "a")
      yield* Effect.promise(dispose)
      assert.lengthOf(lines, 1)
    }))
})
