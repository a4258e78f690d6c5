import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as RateLimit from "effect-intercom/RateLimit"
import * as Retry from "effect-intercom/Retry"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import { contact, errorList, scripted } from "./scripted.js"

interface ServerOptions {
  readonly limit?: number
  /** How far the server's clock is ahead of the client's, in milliseconds. */
  readonly ahead?: number
  readonly latency?: number
  /** Changes the headers of a response. */
  readonly headers?: (headers: Record<string, string>) => Record<string, string>
}

/** A server that allows a number of requests in each window of ten seconds, and says so as Intercom does. */
const serverOf = ({ ahead = 0, headers = (all) => all, latency = 50, limit = 166 }: ServerOptions = {}) => {
  const sent: Array<{ readonly at: number; readonly status: number; readonly path: string }> = []
  let window = 0
  let used = 0
  const client = HttpClient.make((request, { pathname }) =>
    Effect.gen(function*() {
      const at = (yield* Clock.currentTimeMillis) + ahead
      const end = Math.floor(at / 10_000) * 10 + 10
      if (end !== window) used = 0
      window = end
      const status = used++ < limit ? 200 : 429
      sent.push({ at: at - ahead, status, path: pathname })
      yield* Effect.sleep(latency)
      return HttpClientResponse.fromWeb(
        request,
        new Response(
          JSON.stringify(status === 200 ? { type: "contact", id: "1" } : { type: "error.list", errors: [] }),
          {
            status,
            headers: headers({
              date: new Date(at).toUTCString(),
              "x-ratelimit-limit": `${limit}`,
              "x-ratelimit-remaining": `${Math.max(0, limit - used)}`,
              "x-ratelimit-reset": `${end}`
            })
          }
        )
      )
    })
  )
  return {
    sent,
    refused: () => sent.filter(({ status }) => status === 429).length,
    layer: (options: Partial<IntercomHttp.Options> = {}) =>
      Layer.orDie(IntercomHttp.layer({ accessToken: Redacted.make("token"), ...options })).pipe(
        Layer.provide(Layer.succeed(HttpClient.HttpClient, client))
      )
  }
}

/** Makes calls from a number of fibers, and tells how many failed and how long they took in seconds. */
const load = (calls: number, fibers: number) =>
  Effect.gen(function*() {
    const start = yield* Clock.currentTimeMillis
    let failed = 0
    const worker = Effect.forEach(
      Array.from({ length: calls }),
      () => Effect.catchAll(Contacts.find("1"), () => Effect.sync(() => failed++)),
      { concurrency: fibers, discard: true }
    )
    const fiber = yield* Effect.fork(Effect.zipRight(worker, Clock.currentTimeMillis))
    yield* TestClock.adjust("10 minutes")
    return { failed, seconds: ((yield* Fiber.join(fiber)) - start) / 1000 }
  })

describe("Calls under a rate limit", () => {
  it.effect("are spread after the end of a window", () =>
    Effect.gen(function*() {
      const server = serverOf({ limit: 40 })
      yield* load(100, 100).pipe(Effect.provide(server.layer()))
      const later = server.sent.filter(({ at }) => at >= 10_000)
      assert.isAtLeast(later.length, 60)
      for (const { at } of later) {
        assert.isAtMost(later.filter((other) => other.at >= at && other.at < at + 250).length, 2)
      }
    }))

  it.effect("are sent in the order in which they came", () =>
    Effect.gen(function*() {
      const server = serverOf({ limit: 20 })
      const ids = Array.from({ length: 50 }, (_, id) => `${id}`)
      const fiber = yield* Effect.fork(
        Effect.forEach(ids, Contacts.find, { concurrency: "unbounded" }).pipe(Effect.provide(server.layer()))
      )
      yield* TestClock.adjust("5 minutes")
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(server.sent.map(({ path }) => path), ids.map((id) => `/contacts/${id}`))
    }))

  it.effect("that wait can be interrupted, and leave their place to the next", () =>
    Effect.gen(function*() {
      const server = serverOf({ limit: 1 })
      const find = (id: string) => Effect.fork(Contacts.find(id))
      yield* Effect.gen(function*() {
        yield* Effect.fork(TestClock.adjust("1 second"))
        yield* Contacts.find("0")
        const fibers = yield* Effect.forEach(["1", "2", "3"], find)
        yield* TestClock.adjust("1 second")
        for (const fiber of fibers.slice(0, 2)) yield* Fiber.interrupt(fiber)
        yield* TestClock.adjust("10 seconds")
        assert.deepStrictEqual(server.sent.map(({ path }) => path), ["/contacts/0", "/contacts/3"])
      }).pipe(Effect.provide(server.layer()))
    }))

  it.effect("that are interrupted while they are under way take no place for ever", () =>
    Effect.gen(function*() {
      const server = serverOf({ latency: 60_000 })
      yield* Effect.gen(function*() {
        const fibers = yield* Effect.forEach(Array.from({ length: 300 }), () => Effect.fork(Contacts.find("1")))
        yield* TestClock.adjust("1 second")
        yield* Fiber.interruptAll(fibers)
        yield* TestClock.adjust("1 minute")
        const before = server.sent.length
        const fiber = yield* Effect.fork(Contacts.find("2"))
        yield* TestClock.adjust("1 second")
        assert.lengthOf(server.sent, before + 1)
        yield* Fiber.interrupt(fiber)
      }).pipe(Effect.provide(server.layer({ timeout: "2 minutes" })))
    }))

  it.effect("wait no longer than maxWait, are not sent then, and say so", () =>
    Effect.gen(function*() {
      const server = serverOf({ limit: 1 })
      const rateLimit = yield* RateLimit.make({ maxWait: "3 seconds" })
      const fiber = yield* Effect.fork(
        Effect.zipRight(Contacts.find("1"), Effect.flip(Contacts.find("2"))).pipe(
          Effect.provide(server.layer({ rateLimit }))
        )
      )
      yield* TestClock.adjust("4 seconds")
      const error = yield* Fiber.join(fiber)
      assert.deepInclude({ ...error }, { _tag: "IntercomTimeout", phase: "rateLimit", timeout: Duration.seconds(3) })
      assert.strictEqual(
        error.message,
        "Contacts.find: no turn in the rate limit within 3000 ms (GET /contacts/{contact_id})"
      )
      assert.lengthOf(server.sent, 1)
    }))

  const odd: ReadonlyArray<readonly [string, ServerOptions["headers"]]> = [
    ["missing", () => ({})],
    [
      "no numbers",
      () => ({ "x-ratelimit-limit": "many", "x-ratelimit-remaining": "few", "x-ratelimit-reset": "soon" })
    ],
    ["zero", () => ({ "x-ratelimit-limit": "0", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "0" })],
    ["without what is left", ({ "x-ratelimit-remaining": _, ...others }) => others],
    ["of a time in a hundred years", (all) => ({ ...all, "x-ratelimit-reset": "4900000000" })],
    ["of the past", (all) => ({ ...all, date: "", "x-ratelimit-reset": "1" })]
  ]
  for (const [name, headers] of odd) {
    it.effect(`change nothing if the headers are ${name}`, () =>
      Effect.gen(function*() {
        const server = serverOf({ limit: Infinity, headers: headers ?? ((all) => all) })
        const { failed, seconds } = yield* load(200, 100).pipe(Effect.provide(server.layer()))
        assert.strictEqual(failed, 0)
        assert.isBelow(seconds, 2)
      }))
  }

  it.effect("go on a minute after a 429 that names a later time, and learn from headers that are right again", () =>
    Effect.gen(function*() {
      let isOdd = true
      const far = (all: Record<string, string>) => isOdd ? { ...all, "x-ratelimit-reset": "99999999999" } : all
      const server = serverOf({ limit: 1, headers: far })
      yield* Effect.gen(function*() {
        const first = yield* Effect.fork(Effect.zipRight(Contacts.find("1"), Effect.flip(Contacts.find("2"))))
        yield* TestClock.adjust("1 second")
        assert.strictEqual((yield* Fiber.join(first))._tag, "IntercomRateLimited")
        isOdd = false
        const second = yield* Effect.fork(Effect.repeatN(Contacts.find("3"), 3))
        yield* TestClock.adjust("59 seconds")
        assert.lengthOf(server.sent, 2)
        yield* TestClock.adjust("40 seconds")
        yield* Fiber.join(second)
        assert.strictEqual(server.refused(), 1)
      }).pipe(Effect.provide(server.layer()))
    }))

  it.effect("are sent after the wait, also under a clock that has parts of a millisecond", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime(55_607.945_755_999_994)
      const { layer, sent } = scripted([
        () => errorList(429, "rate_limit_exceeded", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "60" }),
        () => contact("1")
      ], { rateLimit: yield* RateLimit.make(), retry: Retry.make() })
      const fiber = yield* Effect.fork(Effect.provide(Contacts.find("1"), layer))
      yield* TestClock.adjust("1 minute")
      assert.strictEqual((yield* Fiber.join(fiber)).id, "1")
      assert.lengthOf(sent, 2)
    }))

  it.effect("are not held up by a 429 that is about something else", () =>
    Effect.gen(function*() {
      const server = serverOf()
      let status = 429
      const layer = IntercomHttp.layerTest(
        () =>
          new Response("{\"id\":\"1\"}", {
            status,
            headers: { "x-ratelimit-limit": "9", "x-ratelimit-remaining": "8", "x-ratelimit-reset": "99" }
          }),
        { rateLimit: yield* RateLimit.make() }
      )
      yield* Effect.gen(function*() {
        assert.strictEqual((yield* Effect.flip(Contacts.find("1")))._tag, "IntercomRateLimited")
        status = 200
        yield* Contacts.find("1")
      }).pipe(Effect.provide(layer))
      assert.lengthOf(server.sent, 0)
    }))

  it.effect("of two layers share a view", () =>
    Effect.gen(function*() {
      const server = serverOf({ limit: 20 })
      const rateLimit = yield* RateLimit.make()
      const half = load(100, 50).pipe(Effect.provide(server.layer({ rateLimit })))
      const [one, other] = yield* Effect.all([half, half], { concurrency: 2 })
      assert.deepStrictEqual([one.failed, other.failed], [0, 0])
      assert.isAtMost(server.refused(), 12)
    }))

  it.effect("are sent at once with RateLimit.none", () =>
    Effect.gen(function*() {
      const server = serverOf({ limit: 10 })
      const layer = server.layer({ rateLimit: RateLimit.none, retry: Retry.none })
      const { failed, seconds } = yield* load(100, 100).pipe(Effect.provide(layer))
      assert.strictEqual(failed, 90)
      assert.isBelow(seconds, 1)
    }))
})

describe("RateLimit.fixed", () => {
  it.effect("allows a number of attempts in each window", () =>
    Effect.gen(function*() {
      const server = serverOf({ limit: Infinity, headers: () => ({}) })
      const rateLimit = yield* RateLimit.fixed({ limit: 30, window: "10 seconds" })
      const { failed, seconds } = yield* load(100, 100).pipe(Effect.provide(server.layer({ rateLimit })))
      assert.strictEqual(failed, 0)
      assert.isAtLeast(seconds, 30)
      assert.isBelow(seconds, 31)
    }))

  it.effect("applies together with another limit", () =>
    Effect.gen(function*() {
      const server = serverOf({ limit: 40 })
      const rateLimit = RateLimit.both(
        yield* RateLimit.fixed({ limit: 30, window: "10 seconds" }),
        yield* RateLimit.make()
      )
      const { failed } = yield* load(100, 100).pipe(Effect.provide(server.layer({ rateLimit })))
      assert.strictEqual(failed, 0)
      assert.strictEqual(server.refused(), 0)
      for (const { at } of server.sent) {
        assert.isAtMost(server.sent.filter((other) => other.at >= at && other.at < at + 9_000).length, 60)
      }
    }))
})

describe("A limit with an option that cannot work", () => {
  const limits: ReadonlyArray<readonly [string, ReturnType<typeof RateLimit.make>]> = [
    ["maxWait must be a duration, not negative", RateLimit.make({ maxWait: -1 })],
    ["maxWait must be a duration, not negative", RateLimit.make({ maxWait: Number.NaN })],
    ["maxWait must be a duration, not negative", RateLimit.fixed({ limit: 1, window: 1, maxWait: "-1 seconds" })],
    ["limit must be an integer, 1 or more", RateLimit.fixed({ limit: Number.NaN, window: 1 })],
    ["limit must be an integer, 1 or more", RateLimit.fixed({ limit: 0, window: 1 })],
    ["limit must be an integer, 1 or more", RateLimit.fixed({ limit: 1.5, window: 1 })],
    ["window must be positive", RateLimit.fixed({ limit: 1, window: -1 })],
    ["window must be positive", RateLimit.fixed({ limit: 1, window: 0 })]
  ]
  for (const [index, [reason, limit]] of limits.entries()) {
    it.effect(`is a ConfigError: ${reason} (${index + 1})`, () =>
      Effect.map(Effect.flip(limit), (error) => assert.include(String(error), reason)))
  }
})
