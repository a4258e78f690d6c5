import * as RateLimiter from "@effect/experimental/RateLimiter"
import { assert, describe, it, vi } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import type * as RateLimit from "effect-intercom/RateLimit"
import * as SharedRateLimit from "effect-intercom/SharedRateLimit"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as TestClock from "effect/TestClock"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

// The test clock waits some milliseconds of real time for each sleep.
vi.setConfig({ testTimeout: 60_000 })

/** A server that notes what it receives. It sends no headers of a limit, unless `headers` does. */
const serverOf = (headers: (now: number) => Record<string, string> = () => ({})) => {
  const sent: Array<{ readonly at: number; readonly id: string }> = []
  return {
    sent,
    ids: () => sent.map(({ id }) => id),
    times: () => sent.map(({ at }) => Math.floor(at)),
    layer: (rateLimit: RateLimit.RateLimit) =>
      IntercomHttp.layerTest(({ url }) =>
        Effect.map(Clock.currentTimeMillis, (at) => {
          const id = url.slice(url.lastIndexOf("/") + 1)
          sent.push({ at, id })
          return Response.json({ type: "contact", id }, { headers: headers(at) })
        }), { rateLimit })
  }
}

const numbers = (count: number): ReadonlyArray<string> => Array.from({ length: count }, (_, number) => `${number}`)

const findAll = (ids: ReadonlyArray<string>) => Effect.forEach(ids, Contacts.find, { concurrency: "unbounded" })

const memory = Layer.provide(RateLimiter.layer, RateLimiter.layerStoreMemory)

/** A store that gives the same answer to each question, and counts the questions. */
const storeOf = (answer: Effect.Effect<RateLimiter.ConsumeResult, RateLimiter.RateLimiterError>) => {
  const asked: Array<number> = []
  const consume = () =>
    Effect.flatMap(Clock.currentTimeMillis, (now) => {
      asked.push(now)
      return answer
    })
  return {
    asked,
    layer: Layer.succeed(RateLimiter.RateLimiter, { [RateLimiter.TypeId]: RateLimiter.TypeId, consume })
  }
}

describe("Calls under a shared rate limit", () => {
  it.effect("of two processes together stay below the limit in each window", () =>
    Effect.gen(function*() {
      const server = serverOf()
      const make = SharedRateLimit.make({ key: "app", limit: 50 })
      const views = [yield* make, yield* make]
      const fiber = yield* Effect.fork(
        Effect.forEach(views, (view) => Effect.provide(findAll(numbers(60)), server.layer(view)), { concurrency: 2 })
      )
      yield* TestClock.adjust("2 minutes")
      yield* Fiber.join(fiber)
      const times = server.times()
      assert.lengthOf(times, 120)
      for (const start of times) {
        assert.isAtMost(times.filter((time) => time >= start && time < start + 10_000).length, 50)
      }
      assert.isAtMost((times.at(-1) ?? 0) / 10_000, 120 / (50 * 0.95))
    }).pipe(Effect.provide(memory)))

  it.effect("with other keys do not wait for each other", () =>
    Effect.gen(function*() {
      const server = serverOf()
      for (const key of ["one", "other"]) {
        yield* Contacts.find(key).pipe(
          Effect.provide(server.layer(yield* SharedRateLimit.make({ key, limit: 10 })))
        )
      }
      assert.deepStrictEqual(server.times(), [0, 0])
    }).pipe(Effect.provide(memory)))

  it.effect("are sent in the order in which they came, also those that come while others wait", () =>
    Effect.gen(function*() {
      const server = serverOf()
      const layer = server.layer(yield* SharedRateLimit.make({ key: "app", limit: 100 }))
      const fibers: Array<Fiber.Fiber<unknown, unknown>> = []
      for (const id of numbers(40)) {
        fibers.push(yield* Effect.fork(Effect.provide(findAll([id, `${id}b`]), layer)))
        yield* TestClock.adjust("70 millis")
      }
      yield* TestClock.adjust("1 minute")
      yield* Fiber.joinAll(fibers)
      assert.deepStrictEqual(server.ids(), numbers(40).flatMap((id) => [id, `${id}b`]))
      assert.isAbove(server.times().at(-1) ?? 0, 7500)
    }).pipe(Effect.provide(memory)))

  it.effect("learn the limit from the responses, unless an option names it", () =>
    Effect.gen(function*() {
      for (const [limit, time] of [[undefined, 2000], [11, 8000]] as const) {
        const server = serverOf(() => ({ "x-ratelimit-limit": "41" }))
        const view = yield* SharedRateLimit.make({ key: `${limit}`, limit })
        const start = yield* Clock.currentTimeMillis
        const fiber = yield* Effect.fork(
          Effect.provide(Effect.zipRight(Contacts.find("0"), findAll(numbers(8))), server.layer(view))
        )
        yield* TestClock.adjust("1 minute")
        yield* Fiber.join(fiber)
        assert.closeTo((server.times().at(-1) ?? 0) - start, time, 300)
      }
    }).pipe(Effect.provide(memory)))

  it.effect("obey what the responses tell, also if the store gives turns", () =>
    Effect.gen(function*() {
      const server = serverOf(() => ({
        "x-ratelimit-limit": "1000",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": "20"
      }))
      const layer = server.layer(yield* SharedRateLimit.make({ key: "app" }))
      const fiber = yield* Effect.fork(Effect.provide(Effect.forEach(["1", "2"], Contacts.find), layer))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(server.times(), [0, 20_000])
    }).pipe(Effect.provide(memory)))

  it.effect("that wait can be interrupted, and leave their turn to the next", () =>
    Effect.gen(function*() {
      const server = serverOf()
      const find = (id: string) => Effect.fork(Contacts.find(id))
      yield* Effect.gen(function*() {
        const [, ...waiting] = yield* Effect.forEach(["0", "1", "2", "3"], find)
        yield* TestClock.adjust("100 millis")
        for (const fiber of waiting.slice(0, 2)) yield* Fiber.interrupt(fiber)
        yield* TestClock.adjust("10 seconds")
        assert.deepStrictEqual(server.sent, [{ at: 0, id: "0" }, { at: 1112, id: "3" }])
      }).pipe(Effect.provide(server.layer(yield* SharedRateLimit.make({ key: "app", limit: 10 }))))
    }).pipe(Effect.provide(memory)))

  it.effect("that come after all that waited were interrupted take the turn that was left", () =>
    Effect.gen(function*() {
      const server = serverOf()
      yield* Effect.gen(function*() {
        yield* Contacts.find("0")
        const waiting = yield* Effect.fork(findAll(["1", "2", "3"]))
        yield* TestClock.adjust("100 millis")
        yield* Fiber.interrupt(waiting)
        yield* TestClock.adjust("2 seconds")
        yield* Contacts.find("4")
        assert.deepStrictEqual(server.ids(), ["0", "4"])
      }).pipe(Effect.provide(server.layer(yield* SharedRateLimit.make({ key: "app", limit: 10 }))))
    }).pipe(Effect.provide(memory)))

  it.effect("wait no longer than maxWait, are not sent then, and say so", () =>
    Effect.gen(function*() {
      const server = serverOf()
      const layer = server.layer(yield* SharedRateLimit.make({ key: "app", limit: 2, maxWait: "3 seconds" }))
      const fiber = yield* Effect.fork(
        Effect.zipRight(Contacts.find("1"), Effect.flip(Contacts.find("2"))).pipe(Effect.provide(layer))
      )
      yield* TestClock.adjust("3 seconds")
      assert.deepInclude({ ...(yield* Fiber.join(fiber)) }, {
        _tag: "IntercomTimeout",
        phase: "rateLimit",
        timeout: Duration.seconds(3)
      })
      yield* TestClock.adjust("1 minute")
      assert.deepStrictEqual(server.ids(), ["1"])
    }).pipe(Effect.provide(memory)))
})

describe("A store that is away", () => {
  const away: Readonly<Record<string, readonly [Parameters<typeof storeOf>[0], wait: number]>> = {
    "fails": [Effect.fail(new RateLimiter.RateLimitStoreError({ message: "Connection is closed." })), 0],
    "dies": [Effect.die("not a store"), 0],
    "never answers": [Effect.never, 500],
    "never answers and cannot be interrupted": [Effect.uninterruptible(Effect.never), 500]
  }

  for (const [name, [answer, wait]] of Object.entries(away)) {
    it.effect(`and ${name} delays calls by ${wait} ms, once`, () =>
      Effect.gen(function*() {
        const server = serverOf()
        const store = storeOf(answer)
        const rateLimit = yield* Effect.provide(SharedRateLimit.make({ key: "app", limit: 2 }), store.layer)
        const find = (ids: ReadonlyArray<string>) => Effect.fork(findAll(ids))
        yield* Effect.gen(function*() {
          const fibers = [yield* find(["1", "2", "3"])]
          yield* TestClock.adjust("1 second")
          fibers.push(yield* find(["4"]))
          yield* TestClock.adjust("8 seconds")
          fibers.push(yield* find(["5", "6", "7"]))
          yield* TestClock.adjust("1 second")
          yield* Fiber.joinAll(fibers)
        }).pipe(Effect.provide(server.layer(rateLimit)), Logger.withMinimumLogLevel(LogLevel.None))
        assert.deepStrictEqual(server.times(), [wait, wait, wait, 1000, 9000, 9000, 9000])
        assert.deepStrictEqual(store.asked, [0, 9000])
      }))
  }

  it.effect("is not made with options that cannot work", () =>
    Effect.gen(function*() {
      const wrong = {
        key: { key: "" },
        limit: { limit: 0 },
        maxWait: { maxWait: NaN },
        timeout: { timeout: -1 },
        window: { window: 0 }
      }
      for (const [option, options] of Object.entries(wrong)) {
        const error = yield* Effect.flip(SharedRateLimit.make({ key: "app", ...options }))
        assert.include(String(error), option)
      }
    }).pipe(Effect.provide(storeOf(Effect.never).layer)))

  it.effect("leaves calls to what the responses tell, and a warning", () =>
    Effect.gen(function*() {
      const logs: Array<unknown> = []
      const server = serverOf((now) => ({
        "x-ratelimit-limit": "1",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": `${Math.floor(now / 10_000) * 10 + 10}`
      }))
      const rateLimit = yield* SharedRateLimit.make({ key: "app" }).pipe(
        Effect.provide(storeOf(Effect.never).layer),
        Effect.provide(Logger.replace(Logger.defaultLogger, Logger.make(({ message }) => logs.push(message))))
      )
      const fiber = yield* Effect.fork(
        Effect.provide(Effect.forEach(["1", "2", "3"], Contacts.find), server.layer(rateLimit))
      )
      yield* TestClock.adjust("5 seconds")
      assert.deepStrictEqual(logs, [["The store of the rate limit \"app\" does not answer"]])
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(server.times().map((time) => Math.floor(time / 10_000)), [0, 1, 2])
    }))

  it.effect("that comes back is used again", () =>
    Effect.gen(function*() {
      const server = serverOf()
      const result = { delay: Duration.millis(700), limit: 1, remaining: 0, resetAfter: Duration.zero }
      let isAway = true
      const store = storeOf(Effect.suspend(() => isAway ? Effect.never : Effect.succeed(result)))
      const rateLimit = yield* SharedRateLimit.make({ key: "app", limit: 2 }).pipe(Effect.provide(store.layer))
      yield* Effect.gen(function*() {
        yield* Effect.fork(Contacts.find("1"))
        yield* TestClock.adjust("20 seconds")
        isAway = false
        yield* Effect.fork(findAll(["2", "3"]))
        yield* TestClock.adjust("5 seconds")
      }).pipe(Effect.provide(server.layer(rateLimit)))
      assert.deepStrictEqual(server.times(), [500, 20_000, 20_700])
    }).pipe(Logger.withMinimumLogLevel(LogLevel.None)))

  it.effect("for some seconds only is used again as soon as it answers", () =>
    Effect.gen(function*() {
      const server = serverOf()
      const result = { delay: Duration.millis(700), limit: 1, remaining: 0, resetAfter: Duration.zero }
      const store = storeOf(Effect.delay(Effect.succeed(result), "600 millis"))
      const rateLimit = yield* SharedRateLimit.make({ key: "app", limit: 2, timeout: "550 millis" }).pipe(
        Effect.provide(store.layer)
      )
      yield* Effect.gen(function*() {
        yield* Effect.fork(Contacts.find("1"))
        yield* TestClock.adjust("1 second")
        assert.deepStrictEqual(store.asked, [0])
        yield* Effect.fork(Contacts.find("2"))
        yield* TestClock.adjust("1 second")
      }).pipe(Effect.provide(server.layer(rateLimit)))
      assert.deepStrictEqual(store.asked, [0, 1000])
    }).pipe(Logger.withMinimumLogLevel(LogLevel.None)))

  it.effect("and names a wait of hours delays calls by a minute at most", () =>
    Effect.gen(function*() {
      const server = serverOf()
      const store = storeOf(
        Effect.succeed({ delay: Duration.hours(3), limit: 1, remaining: 0, resetAfter: Duration.zero })
      )
      const rateLimit = yield* Effect.provide(SharedRateLimit.make({ key: "app" }), store.layer)
      const fiber = yield* Effect.fork(Effect.provide(Contacts.find("1"), server.layer(rateLimit)))
      yield* TestClock.adjust("2 minutes")
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(server.times(), [60_000])
    }))
})

describe("The optional peer", () => {
  it("is imported by SharedRateLimit only, which no other module imports", () => {
    const sources = join(import.meta.dirname, "..", "src")
    const importers = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".ts") &&
      / from "(@effect\/experimental|.*\/SharedRateLimit\.js)/.test(readFileSync(join(sources, path), "utf8"))
    )
    assert.deepStrictEqual(importers, ["SharedRateLimit.ts"])
  })
})
