import type * as HttpApp from "@effect/platform/HttpApp"
import { assert, describe, it } from "@effect/vitest"
import * as Webhook from "effect-intercom/Webhook"
import type * as Chunk from "effect/Chunk"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { closedAfterDraining, openScoped } from "./webhookReceiver.js"
import { clientSecret, send } from "./webhookSender.js"

const idsOf = (notifications: Chunk.Chunk<Webhook.Notification>) =>
  Array.from(notifications, (notification) => notification.id)

/** Opens a receiver that notes the ids of what was not handled. */
const openNoting = (failed: Array<unknown>) =>
  openScoped(Webhook.make({
    clientSecret,
    onFailure: ({ notification }) => Effect.sync(() => failed.push(notification.id))
  }))

/** Until the real event loop went round. */
const turn = Effect.promise(() => new Promise<void>((resolve) => setTimeout(resolve, 20)))

describe("make", () => {
  it.scoped("gives what arrives as a stream, each once", () =>
    Effect.gen(function*() {
      const { httpApp, stream } = yield* Webhook.make({ clientSecret })
      for (const id of ["a", "b", "a", "c"]) assert.strictEqual(yield* send(httpApp, id), 200)
      assert.deepStrictEqual(idsOf(yield* Stream.runCollect(Stream.take(stream, 3))), ["a", "b", "c"])
    }))

  it.scoped("answers 429 when nobody reads and the queue is full", () =>
    Effect.gen(function*() {
      const { httpApp, stream } = yield* Webhook.make({ clientSecret, capacity: 2 })
      const statuses = yield* Effect.forEach(["a", "b", "c"], (id) => send(httpApp, id))
      assert.deepStrictEqual(statuses, [200, 200, 429])
      yield* Stream.runDrain(Stream.take(stream, 2))
      assert.strictEqual(yield* send(httpApp, "c"), 200)
      assert.strictEqual(yield* send(httpApp, "a"), 200)
      assert.deepStrictEqual(idsOf(yield* Stream.runCollect(Stream.take(stream, 1))), ["c"])
    }))

  it.scoped("counts one as handled when the next is asked for: then Intercom is answered after", () =>
    Effect.gen(function*() {
      const { httpApp, stream } = yield* Webhook.make({ clientSecret, acknowledge: "after" })
      const gate = yield* Effect.makeLatch(false)
      const seen = yield* Deferred.make<void>()
      yield* Effect.fork(
        Stream.runForEach(stream, () => Effect.zipRight(Deferred.succeed(seen, undefined), gate.await))
      )
      const first = yield* Effect.fork(send(httpApp, "a"))
      yield* Deferred.await(seen)
      yield* turn
      assert.isTrue(Option.isNone(yield* Fiber.poll(first)))
      yield* gate.open
      assert.strictEqual(yield* Fiber.join(first), 200)
    }))

  it.scoped("counts one as not handled when what reads the stream fails, and gives it again", () =>
    Effect.gen(function*() {
      const failed: Array<unknown> = []
      const { httpApp, stream } = yield* Webhook.make({
        clientSecret,
        acknowledge: "after",
        onFailure: ({ notification }) => Effect.sync(() => failed.push(notification.id))
      })
      for (const end of [Effect.fail("no"), Effect.die("no"), Effect.interrupt]) {
        const reading = yield* Effect.fork(Stream.runForEach(stream, () => end))
        assert.strictEqual(yield* send(httpApp, "a"), 500)
        assert.isTrue(Exit.isFailure(yield* Fiber.await(reading)))
      }
      assert.deepStrictEqual(failed, ["a", "a", "a"])
      const reading = yield* Effect.fork(Stream.runCollect(Stream.take(stream, 1)))
      assert.strictEqual(yield* send(httpApp, "a"), 200)
      assert.deepStrictEqual(idsOf(yield* Fiber.join(reading)), ["a"])
      assert.strictEqual(yield* send(httpApp, "a"), 200)
    }))

  it.effect("ends the stream when the scope closes, after what was accepted", () =>
    Effect.gen(function*() {
      const scope = yield* Scope.make()
      const { httpApp, stream } = yield* Scope.extend(Webhook.make({ clientSecret }), scope)
      const gate = yield* Effect.makeLatch(false)
      const reading = yield* Effect.fork(Stream.runCollect(Stream.tap(stream, () => gate.await)))
      for (const id of ["a", "b"]) assert.strictEqual(yield* send(httpApp, id), 200)
      const closing = yield* Effect.fork(Scope.close(scope, Exit.void))
      yield* Effect.yieldNow()
      assert.strictEqual(yield* send(httpApp, "c"), 503)
      yield* gate.open
      yield* Fiber.join(closing)
      assert.deepStrictEqual(idsOf(yield* Fiber.join(reading)), ["a", "b"])
    }))

  it.effect("waits for a reader so long and no longer, and gives nothing any more of what it has told then", () =>
    Effect.gen(function*() {
      const failed: Array<unknown> = []
      const seen: Array<unknown> = []
      const { opened: { httpApp, stream }, scope } = yield* openNoting(failed)
      const gate = yield* Effect.makeLatch(false)
      const reading = yield* Effect.fork(
        Stream.runForEach(stream, ({ id }) => Effect.zipRight(Effect.sync(() => seen.push(id)), gate.await))
      )
      for (const id of ["a", "b", "c"]) assert.strictEqual(yield* send(httpApp, id), 200)
      yield* closedAfterDraining(scope)
      assert.sameMembers(failed, ["a", "b", "c"])
      yield* gate.open
      yield* Fiber.join(reading)
      assert.deepStrictEqual(seen, ["a"])
      assert.lengthOf(failed, 3)
      assert.deepStrictEqual(idsOf(yield* Stream.runCollect(stream)), [])
    }))

  it.effect("stops waiting when the last reader leaves", () =>
    Effect.gen(function*() {
      const failed: Array<unknown> = []
      const { opened: { httpApp, stream }, scope } = yield* openNoting(failed)
      const gate = yield* Effect.makeLatch(false)
      const reading = yield* Effect.fork(Stream.runDrain(Stream.take(Stream.tap(stream, () => gate.await), 1)))
      for (const id of ["a", "b", "c"]) assert.strictEqual(yield* send(httpApp, id), 200)
      const closing = yield* Effect.fork(Scope.close(scope, Exit.void))
      yield* turn
      assert.deepStrictEqual(failed, [])
      yield* gate.open
      yield* Fiber.join(reading)
      yield* Fiber.join(closing)
      assert.deepStrictEqual(failed, ["b", "c"])
    }))

  it.effect("loses nothing when a reader is interrupted while a notification arrives", () =>
    Effect.gen(function*() {
      const failed: Array<unknown> = []
      const { opened: { httpApp, stream }, scope } = yield* openNoting(failed)
      const ids = Array.from({ length: 60 }, (_, index) => String(index))
      for (const id of ids) {
        const reading = yield* Effect.fork(Stream.runForEach(stream, () => Effect.never))
        yield* turn
        const sending = yield* Effect.fork(send(httpApp, id))
        yield* Effect.repeatN(Effect.yieldNow(), Number(id))
        yield* Fiber.interrupt(reading)
        assert.strictEqual(yield* Fiber.join(sending), 200)
      }
      yield* Scope.close(scope, Exit.void)
      assert.sameMembers(failed, ids)
    }))

  it.scoped("takes so many beside the one in hand", () =>
    Effect.gen(function*() {
      const { httpApp, stream } = yield* Webhook.make({ clientSecret, capacity: 1, drainTimeout: 0 })
      const seen = yield* Deferred.make<void>()
      yield* Effect.forkScoped(
        Stream.runForEach(stream, () => Effect.zipRight(Deferred.succeed(seen, undefined), Effect.never))
      )
      assert.strictEqual(yield* send(httpApp, "a"), 200)
      yield* Deferred.await(seen)
      assert.strictEqual(yield* send(httpApp, "b"), 200)
      assert.strictEqual(yield* send(httpApp, "c"), 429)
    }))

  it.effect("tells what nobody has read when the scope closes, at once", () =>
    Effect.gen(function*() {
      const failed: Array<unknown> = []
      yield* Effect.scoped(Effect.gen(function*() {
        const { httpApp, stream } = yield* Webhook.make({
          clientSecret,
          onFailure: ({ notification }) => Effect.sync(() => failed.push(notification.id))
        })
        for (const id of ["a", "b", "c"]) assert.strictEqual(yield* send(httpApp, id), 200)
        yield* Stream.runDrain(Stream.take(stream, 1))
      }))
      assert.deepStrictEqual(failed, ["b", "c"])
    }))
})

describe("stream", () => {
  it.effect("serves an app while it runs, and gives what comes in there", () =>
    Effect.gen(function*() {
      const served = yield* Deferred.make<HttpApp.Default>()
      let isServed = true
      const serve = (app: HttpApp.Default) =>
        Effect.zipRight(
          Effect.addFinalizer(() => Effect.sync(() => (isServed = false))),
          Deferred.succeed(served, app)
        )
      const reading = yield* Effect.fork(Stream.runCollect(Stream.take(Webhook.stream({ clientSecret }, serve), 2)))
      const app = yield* Deferred.await(served)
      assert.isTrue(isServed)
      assert.strictEqual(yield* send(app, "a"), 200)
      assert.strictEqual(yield* send(app, "b"), 200)
      assert.deepStrictEqual(idsOf(yield* Fiber.join(reading)), ["a", "b"])
      assert.isFalse(isServed)
      assert.strictEqual(yield* send(app, "c"), 503)
    }))

  it.effect("stops at once when it is interrupted, and tells what it had accepted", () =>
    Effect.gen(function*() {
      const failed: Array<unknown> = []
      const served = yield* Deferred.make<HttpApp.Default>()
      const onFailure = ({ notification }: Webhook.Failure) => Effect.sync(() => failed.push(notification.id))
      const reading = yield* Effect.fork(Stream.runForEach(
        Webhook.stream({ clientSecret, onFailure }, (app) => Deferred.succeed(served, app)),
        () => Effect.never
      ))
      const app = yield* Deferred.await(served)
      for (const id of ["a", "b"]) assert.strictEqual(yield* send(app, id), 200)
      yield* turn
      yield* Fiber.interrupt(reading)
      assert.deepStrictEqual(failed, ["a", "b"])
    }))

  it.effect("fails when an option cannot work", () =>
    Effect.gen(function*() {
      const error = yield* Effect.flip(Stream.runDrain(Webhook.stream({ clientSecret: [] }, () => Effect.void)))
      assert.include(String(error), "clientSecret")
    }))
})
