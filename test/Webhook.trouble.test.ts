/** What a receiver does when a store, a handler or what is told of failures does not do its part. */
import * as PlatformError from "@effect/platform/Error"
import { assert, describe, it } from "@effect/vitest"
import * as Webhook from "effect-intercom/Webhook"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Scope from "effect/Scope"
import * as TestClock from "effect/TestClock"
import { closedAfterDraining, hanging, logging, openScoped, recorder, storeWith, until } from "./webhookReceiver.js"
import { clientSecret, delivery, notification, send } from "./webhookSender.js"

const broken = new PlatformError.SystemError({ reason: "Unknown", module: "KeyValueStore", method: "get" })

describe("A receiver whose store fails", () => {
  it.scoped("answers 500 when it cannot read, and loses nothing", () =>
    Effect.gen(function*() {
      let isBroken = true
      const { ids, onNotification } = recorder()
      const store = storeWith({ get: () => isBroken ? Effect.fail(broken) : Effect.succeed(Option.none()) })
      const app = yield* Webhook.httpApp({ clientSecret, acknowledge: "after", onNotification, store })
      assert.strictEqual(yield* send(app, "a"), 500)
      assert.deepStrictEqual(ids, [])
      isBroken = false
      assert.strictEqual(yield* send(app, "a"), 200)
      assert.deepStrictEqual(ids, ["a"])
    }))

  for (
    const [what, get] of [
      ["does not answer", () => Effect.never],
      ["does not answer and cannot be interrupted", (gate: Effect.Effect<void>) => Effect.uninterruptible(gate)]
    ] as const
  ) {
    it.scoped(`answers 500 at the deadline when it ${what}, and loses nothing`, () =>
      Effect.gen(function*() {
        let reads = 0
        const gate = yield* Effect.makeLatch(false)
        const { ids, onNotification } = recorder()
        const store = storeWith({
          get: () => reads++ === 0 ? Effect.as(get(gate.await), Option.none()) : Effect.succeed(Option.none())
        })
        const app = yield* Webhook.httpApp({ clientSecret, onNotification, store })
        const first = yield* Effect.fork(send(app, "a"))
        yield* until(() => reads === 1)
        yield* TestClock.adjust("4 seconds")
        assert.strictEqual(yield* Fiber.join(first), 500)
        yield* gate.open
        assert.strictEqual(yield* send(app, "a"), 200)
        yield* until(() => ids.length === 1)
      }))
  }

  for (
    const [what, get] of [
      ["dies", () => Effect.die("no")],
      ["is interrupted", () => Effect.interrupt],
      ["throws", () => {
        throw new Error("no")
      }]
    ] as const
  ) {
    it.scoped(`answers 500 when reading ${what}, and loses nothing`, () =>
      Effect.gen(function*() {
        const lines: Array<string> = []
        let isBroken = true
        const { ids, onNotification } = recorder()
        const store = storeWith({ get: () => isBroken ? get() : Effect.succeed(Option.none()) })
        const options = { clientSecret, acknowledge: "after", onNotification, store } as const
        const { app, handler } = yield* Effect.all({
          app: Webhook.httpApp(options),
          handler: Webhook.webHandler(options)
        }).pipe(Effect.provide(logging(lines)))
        const request = yield* delivery(notification("a"))
        assert.strictEqual((yield* Effect.promise(() => handler(request))).status, 500)
        assert.strictEqual(lines.length, what === "is interrupted" ? 0 : 1)
        assert.strictEqual(yield* Effect.provide(send(app, "a"), logging(lines)), 500)
        isBroken = false
        assert.strictEqual(yield* send(app, "a"), 200)
        assert.deepStrictEqual(ids, ["a"])
      }))
  }

  it.scoped("answers 200 for what was handled when it cannot write", () =>
    Effect.gen(function*() {
      const { ids, onNotification } = recorder()
      const store = storeWith({ set: () => Effect.fail(broken) })
      const app = yield* Webhook.httpApp({ clientSecret, acknowledge: "after", onNotification, store })
      assert.strictEqual(yield* send(app, "a"), 200)
      assert.deepStrictEqual(ids, ["a"])
    }))

  it.scoped("answers 200 at once for what was handled when writing does not end, and drops it as long as it waits", () =>
    Effect.gen(function*() {
      const lines: Array<string> = []
      const { ids, onNotification } = recorder()
      const store = storeWith({ set: () => Effect.never })
      const options = { clientSecret, acknowledge: "after", concurrency: 1, onNotification, store } as const
      const app = yield* Effect.provide(Webhook.httpApp(options), logging(lines))
      assert.strictEqual(yield* send(app, "a"), 200)
      assert.strictEqual(yield* send(app, "a"), 200)
      yield* TestClock.adjust("3999 millis")
      assert.strictEqual(yield* send(app, "a"), 200)
      assert.strictEqual(yield* send(app, "b"), 200)
      assert.deepStrictEqual(ids, ["a", "b"])
      assert.lengthOf(lines, 0)
      yield* TestClock.adjust("1 millis")
      assert.match(lines.join("\n"), /level=ERROR.*its id could not be stored/)
      yield* TestClock.adjust("4 seconds")
    }))
})

describe("A receiver whose request is out of order", () => {
  it.scoped("answers 500 when somebody else reads the body, and logs it", () =>
    Effect.gen(function*() {
      const lines: Array<string> = []
      const handler = yield* Webhook.webHandler({ clientSecret, onNotification: () => Effect.void }).pipe(
        Effect.provide(logging(lines))
      )
      const locked = yield* delivery(notification("a"))
      locked.body?.getReader()
      const spent = yield* delivery(notification("a"))
      yield* Effect.promise(() => spent.text())
      for (const request of [locked, spent]) {
        assert.strictEqual((yield* Effect.promise(() => handler(request))).status, 500)
      }
      assert.lengthOf(lines, 2)
      for (const line of lines) assert.match(line, /level=ERROR.*webhook request could not be answered/)
    }))
})

describe("A receiver whose onFailure hangs", () => {
  it.scoped("goes on handling, and gives it up at the deadline", () =>
    Effect.gen(function*() {
      const lines: Array<string> = []
      const ids: Array<unknown> = []
      let told = 0
      let givenUp = 0
      const app = yield* Webhook.httpApp({
        clientSecret,
        concurrency: 1,
        onFailure: () =>
          Effect.zipRight(Effect.sync(() => told++), Effect.never).pipe(
            Effect.onInterrupt(() => Effect.sync(() => givenUp++))
          ),
        onNotification: ({ id }) =>
          Effect.suspend(() => {
            ids.push(id)
            return id === "c" ? Effect.void : Effect.fail("no")
          })
      }).pipe(Effect.provide(logging(lines)))
      for (const id of ["a", "b", "c"]) assert.strictEqual(yield* send(app, id), 200)
      yield* until(() => ids.length === 3 && told === 2)
      yield* TestClock.adjust("3999 millis")
      assert.strictEqual(givenUp, 0)
      yield* TestClock.adjust("1 millis")
      yield* until(() => givenUp === 2)
      assert.match(lines.join("\n"), /level=ERROR.*was not handled, and onFailure failed, too/)
    }))

  for (
    const [what, hang] of [["", () => Effect.never], [" and cannot be interrupted", Effect.uninterruptible]] as const
  ) {
    it.effect(`closes all the same, when it hangs${what}`, () =>
      Effect.gen(function*() {
        const gate = yield* Effect.makeLatch(false)
        const ids: Array<unknown> = []
        let told = 0
        const { opened: app, scope } = yield* openScoped(Webhook.httpApp({
          clientSecret,
          concurrency: 1,
          ...hanging(ids),
          onFailure: () => Effect.zipRight(Effect.sync(() => told++), hang(gate.await))
        }))
        for (const id of ["a", "b", "c"]) assert.strictEqual(yield* send(app, id), 200)
        yield* until(() => ids.length === 1)
        const closing = yield* Effect.fork(Scope.close(scope, Exit.void))
        yield* until(() => told === 3)
        yield* TestClock.adjust("3999 millis")
        assert.isTrue(Option.isNone(yield* Fiber.poll(closing)))
        yield* TestClock.adjust("1 millis")
        yield* Fiber.join(closing)
        yield* gate.open
      }).pipe(Effect.provide(logging([]))))
  }
})

describe("A receiver whose handler cannot be interrupted", () => {
  it.scoped("answers 500 at the deadline, and goes on with others", () =>
    Effect.gen(function*() {
      const gate = yield* Effect.makeLatch(false)
      const { failures, ids, onFailure, onNotification } = recorder()
      const app = yield* Webhook.httpApp({
        clientSecret,
        acknowledge: "after",
        concurrency: 1,
        onFailure,
        onNotification: (notification) =>
          Effect.zipRight(onNotification(notification), notification.id === "a" ? gate.await : Effect.void).pipe(
            Effect.uninterruptible
          )
      })
      const first = yield* Effect.fork(send(app, "a"))
      yield* until(() => ids.length === 1)
      yield* TestClock.adjust("4 seconds")
      assert.strictEqual(yield* Fiber.join(first), 500)
      yield* until(() => failures.length === 1)
      assert.strictEqual(yield* send(app, "b"), 200)
      assert.deepStrictEqual(ids, ["a", "b"])
      yield* gate.open
    }))

  it.effect("closes at the drainTimeout, and tells that it was not handled", () =>
    Effect.gen(function*() {
      const gate = yield* Effect.makeLatch(false)
      const { failures, ids, onFailure, onNotification } = recorder()
      const { opened: app, scope } = yield* openScoped(Webhook.httpApp({
        clientSecret,
        onFailure,
        onNotification: (notification) =>
          Effect.uninterruptible(Effect.zipRight(onNotification(notification), gate.await))
      }))
      assert.strictEqual(yield* send(app, "a"), 200)
      yield* until(() => ids.length === 1)
      yield* closedAfterDraining(scope)
      assert.deepStrictEqual(failures.map(({ notification }) => notification.id), ["a"])
      yield* gate.open
    }))
})

describe("What a handler opens", () => {
  it.scoped("is closed at the end of each handling, and what onFailure opens, too", () =>
    Effect.gen(function*() {
      const open = new Set<string>()
      const opening = (name: string) =>
        Effect.acquireRelease(Effect.sync(() => open.add(name)), () => Effect.sync(() => open.delete(name)))
      const app = yield* Webhook.httpApp({
        clientSecret,
        acknowledge: "after",
        onFailure: ({ notification: { id } }) => opening(`failure of ${id}`),
        onNotification: ({ id }) =>
          opening(`${id}`).pipe(
            Effect.zipRight(Effect.sync(() => assert.deepStrictEqual([...open], [`${id}`]))),
            Effect.zipRight(id === "b" ? Effect.fail("no") : Effect.void)
          )
      })
      for (const [id, status] of [["a", 200], ["b", 500], ["c", 200]] as const) {
        assert.strictEqual(yield* send(app, id), status)
        yield* until(() => open.size === 0)
      }
    }))
})

describe("A receiver whose scope closes", () => {
  it.effect("handles what it accepted first, and refuses with 503 what comes", () =>
    Effect.gen(function*() {
      const { failures, ids, onFailure, onNotification } = recorder()
      const gate = yield* Effect.makeLatch(false)
      const { opened: app, scope } = yield* openScoped(Webhook.httpApp({
        clientSecret,
        concurrency: 1,
        onFailure,
        onNotification: (notification) => Effect.zipRight(gate.await, onNotification(notification))
      }))
      for (const id of ["a", "b", "c"]) assert.strictEqual(yield* send(app, id), 200)
      const closing = yield* Effect.fork(Scope.close(scope, Exit.void))
      yield* Effect.yieldNow()
      assert.strictEqual(yield* send(app, "d"), 503)
      assert.isTrue(Option.isNone(yield* Fiber.poll(closing)))
      yield* gate.open
      yield* Fiber.join(closing)
      assert.deepStrictEqual(ids, ["a", "b", "c"])
      assert.lengthOf(failures, 0)
    }))

  it.effect("waits so long and no longer, and tells what was not handled", () =>
    Effect.gen(function*() {
      const { failures, onFailure } = recorder()
      const ids: Array<unknown> = []
      const { opened: app, scope } = yield* openScoped(
        Webhook.httpApp({ clientSecret, concurrency: 1, onFailure, onNotification: hanging(ids).onNotification })
      )
      for (const id of ["a", "b", "c"]) assert.strictEqual(yield* send(app, id), 200)
      yield* until(() => ids.length === 1)
      yield* closedAfterDraining(scope)
      assert.sameMembers(failures.map(({ notification }) => notification.id), ["a", "b", "c"])
      assert.isTrue(failures.every(({ cause }) => Cause.isInterruptedOnly(cause)))
    }))
})
