import { assert, describe, it } from "@effect/vitest"
import * as Webhook from "effect-intercom/Webhook"
import * as Effect from "effect/Effect"
import * as FC from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { makeMemory, readBody } from "../src/internal/body.js"
import { clientSecret, delivery, notification } from "./webhookSender.js"

/** A request with a well-formed signature that nobody has checked, and a body that stops without an end. */
const endless = (size: number, part: number): Request => {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent >= size) return new Promise(() => {})
      sent += part
      controller.enqueue(new Uint8Array(part))
      return undefined
    }
  }, { highWaterMark: 0 })
  const headers = { "x-hub-signature": `sha1=${"0".repeat(40)}` }
  return new Request("https://hooks.example/", { method: "POST", body, headers, ...{ duplex: "half" } })
}

const open = (options: Partial<Webhook.HandlerOptions> = {}) =>
  Effect.map(
    Webhook.webHandler({ clientSecret, onNotification: () => Effect.void, ...options }),
    (handler) => (request: Request) => Effect.map(Effect.promise(() => handler(request)), ({ status }) => status)
  )

setFlagsFromString("--expose-gc")
const collectGarbage: () => void = runInNewContext("gc")

const megabytes = 1024 * 1024

describe("bodies without a valid signature", () => {
  it.scopedLive(
    "hold no more memory together than maxUnverifiedSize, 80 MiB unless it is set, however many there are",
    () =>
      Effect.gen(function*() {
        const send = yield* open({ deadline: "3 seconds" })
        const before = process.memoryUsage().arrayBuffers
        const fibers = yield* Effect.forEach(
          Array.from({ length: 100 }, () => endless(4 * megabytes, 64 * 1024)),
          (request) => Effect.fork(send(request))
        )
        yield* Effect.sleep("2 seconds")
        // The copies that a growing body leaves behind are garbage. Parts on their way are held by their streams.
        collectGarbage()
        yield* Effect.sleep("100 millis")
        collectGarbage()
        assert.isBelow(process.memoryUsage().arrayBuffers - before, 120 * megabytes)
        // A genuine one is smaller than they are, so it gets its memory.
        assert.strictEqual(yield* send(yield* delivery(notification("a"))), 200)
        const statuses = yield* Effect.forEach(fibers, Fiber.join)
        assert.deepStrictEqual(Array.from(new Set(statuses)), [500])
      }),
    20_000
  )

  it.scopedLive("are refused with 503 if they are the largest when the memory is used up, and give it back", () =>
    Effect.gen(function*() {
      const send = yield* open({ maxBodySize: 1000, maxUnverifiedSize: 2000, deadline: "1500 millis" })
      const sized = (size: number, secret = clientSecret) =>
        delivery(JSON.stringify(notification("a")).padEnd(size), secret)
      const waiting = yield* Effect.forEach([600, 600, 600], (size) => Effect.fork(send(endless(size, 100))))
      yield* Effect.sleep("200 millis")
      assert.strictEqual(yield* send(yield* sized(900)), 503)
      assert.strictEqual(yield* send(yield* sized(400)), 200)
      assert.deepStrictEqual(yield* Effect.forEach(waiting, Fiber.join), [500, 500, 500])
      // Those that were refused, forged or too large have given theirs back.
      for (let i = 0; i < 20; i++) {
        assert.strictEqual(yield* send(yield* sized(900, Redacted.make("another"))), 401)
        assert.strictEqual(yield* send(yield* sized(1001)), 413)
      }
    }))
})

describe("readBody", () => {
  const parts = FC.array(FC.uint8Array({ maxLength: 40 }), { maxLength: 30 })

  it.effect.prop("gives the bytes of a body, whatever its parts", [parts], ([parts]) =>
    Effect.gen(function*() {
      const body = Stream.fromIterable(parts)
      const bytes = yield* Effect.scoped(readBody(body, 10_000, makeMemory(10_000)))
      assert.deepStrictEqual(bytes, Uint8Array.from(parts.flatMap((part) => Array.from(part))))
    }))

  it.effect("holds many small parts in little more than their size", () =>
    Effect.gen(function*() {
      const memory = makeMemory(20_000)
      let most = 0
      const watched = {
        ...memory,
        hold: (...args: Parameters<typeof memory.hold>) => {
          most = Math.max(most, args[1].length)
          memory.hold(...args)
        }
      }
      const body = Stream.rechunk(Stream.map(Stream.range(1, 10_000), () => new Uint8Array(1)), 100)
      const bytes = yield* Effect.scoped(readBody(body, 10_000, watched))
      assert.strictEqual(bytes.length, 10_000)
      assert.strictEqual(most, 10_000)
    }))
})

describe("makeMemory", () => {
  const steps = FC.array(FC.tuple(FC.nat(9), FC.nat(300), FC.boolean()), { maxLength: 100 })

  it.scoped.prop(
    "never has more than its limit, and drops the largest first",
    [steps],
    ([steps]) =>
      Effect.gen(function*() {
        const memory = makeMemory(1000)
        const bodies = yield* Effect.replicateEffect(memory.open, 10)
        for (const [index, size] of steps) {
          const body = bodies[index]
          if (body === undefined || body.isDropped) continue
          const before = bodies.map((each) => ({ each, size: each === body ? size : each.bytes.length }))
          memory.hold(body, new Uint8Array(size))
          assert.isAtMost(bodies.reduce((sum, { bytes }) => sum + bytes.length, 0), 1000)
          const left = Math.max(...bodies.map(({ bytes }) => bytes.length))
          for (const { each, size } of before) if (each.isDropped && size > 0) assert.isAtLeast(size, left)
        }
      })
  )
})
