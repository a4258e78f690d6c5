import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import type * as IntercomError from "effect-intercom/IntercomError"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Retry from "effect-intercom/Retry"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Random from "effect/Random"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as TestClock from "effect/TestClock"
import { type Answer, contact, errorList, scripted, silence } from "./scripted.js"

type Call = Effect.Effect<unknown, IntercomError.IntercomError, IntercomHttp.IntercomHttp>

/** How many seconds after the call each attempt was made, while an hour goes by. */
const attempts = (
  call: Call,
  answers: readonly [() => Answer, ...ReadonlyArray<() => Answer>],
  retry: Retry.Policy = Retry.make()
): Effect.Effect<ReadonlyArray<number>> =>
  Effect.gen(function*() {
    const start = yield* Clock.currentTimeMillis
    const times: Array<number> = []
    const layer = IntercomHttp.layerTest(() => {
      const answer = answers[times.length] ?? answers[answers.length - 1] ?? answers[0]
      return Effect.flatMap(Clock.currentTimeMillis, (now) => {
        times.push((now - start) / 1000)
        const given = answer()
        return Effect.isEffect(given) ? given : Effect.succeed(given)
      })
    }, { retry })
    const fiber = yield* call.pipe(Effect.provide(layer), Effect.exit, Effect.fork)
    yield* TestClock.adjust("1 hour")
    yield* Fiber.join(fiber)
    return times
  })

const limited = (headers?: Record<string, string>) => () => errorList(429, "rate_limit_exceeded", headers)
const broken = () => errorList(503, "service_unavailable")
const find = Contacts.find("1")
const create = Contacts.create({ email: "a@b.c" })

describe("Retry", () => {
  describe("after a 429", () => {
    it.effect("waits as long as Retry-After says, to the second", () =>
      Effect.gen(function*() {
        const wait = limited({ "retry-after": "10" })
        assert.deepStrictEqual(yield* attempts(find, [wait, wait, wait, () => contact("1")]), [0, 10, 20, 30])
      }))

    it.effect("else until X-RateLimit-Reset", () =>
      Effect.gen(function*() {
        const until = limited({ "x-ratelimit-reset": "7" })
        assert.deepStrictEqual(yield* attempts(find, [until, () => contact("1")]), [0, 7])
      }))

    it.effect("else longer each time, with jitter", () =>
      Effect.gen(function*() {
        const times = yield* attempts(
          find,
          [limited()],
          Retry.make({ base: "100 seconds", maxDelay: "1 hour", maxElapsed: "1 hour", times: 3 })
        )
        const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0))
        assert.lengthOf(waits, 3)
        waits.forEach((wait, index) => {
          assert.isAtLeast(wait, 80 * 2 ** index)
          assert.isAtMost(wait, 120 * 2 ** index + 1)
        })
      }))

    it.effect("backs off where the server names no time at all, or one that is over", () =>
      Effect.gen(function*() {
        for (const headers of [{ "retry-after": "0" }, { "x-ratelimit-reset": "1" }, { "retry-after": "soon" }]) {
          const times = yield* attempts(find, [limited(headers)], Retry.make({ base: "100 seconds", times: 1 }))
          assert.strictEqual(times[1], 60)
        }
      }))

    it.effect("fails at once if the server names a wait beyond maxDelay, and says how long it is", () =>
      Effect.gen(function*() {
        const hour = limited({ "retry-after": "3600" })
        assert.deepStrictEqual(yield* attempts(find, [hour]), [0])
        assert.deepStrictEqual(yield* attempts(create, [hour]), [0])
        assert.deepStrictEqual(yield* attempts(find, [hour], Retry.make({ maxDelay: "1 hour", times: 1 })), [0, 3600])
        const { layer } = scripted([hour], { retry: Retry.make() })
        const error = yield* Effect.flip(Effect.provide(find, layer))
        assert.deepInclude({ ...error }, { _tag: "IntercomRateLimited", retryAfter: Duration.hours(1) })
      }))

    it.effect("starts no retry when maxElapsed has passed since the first failure", () =>
      Effect.gen(function*() {
        const minute = limited({ "retry-after": "60" })
        assert.deepStrictEqual(yield* attempts(find, [minute], Retry.make({ maxElapsed: "2 minutes", times: 9 })), [
          0,
          60,
          120
        ])
        assert.lengthOf(yield* attempts(find, [minute], Retry.make({ times: 99 })), 6)
      }))

    it.effect("waits by the clock of the server, which says its time in Date", () =>
      Effect.gen(function*() {
        const until = limited({ date: "Thu, 01 Jan 1970 01:00:00 GMT", "x-ratelimit-reset": "3607" })
        assert.deepStrictEqual(yield* attempts(find, [until, () => contact("1")]), [0, 7])
      }))

    it.effect("repeats every method: Intercom did not process the request", () =>
      Effect.gen(function*() {
        const wait = limited({ "retry-after": "1" })
        assert.deepStrictEqual(yield* attempts(create, [wait, () => contact("1")]), [0, 1])
      }))

    it.effect("gives up after the given number of retries, with the last error", () =>
      Effect.gen(function*() {
        assert.lengthOf(yield* attempts(find, [limited({ "retry-after": "1" })]), 6)
        assert.lengthOf(yield* attempts(find, [limited({ "retry-after": "1" })], Retry.make({ times: 2 })), 3)
        const { layer, sent } = scripted([limited()], { retry: Retry.none })
        assert.strictEqual((yield* Effect.flip(Effect.provide(find, layer)))._tag, "IntercomRateLimited")
        assert.lengthOf(sent, 1)
      }))
  })

  describe("after a server error, a network error or a timeout", () => {
    const failures: ReadonlyArray<readonly [string, () => Answer]> = [
      ["500", () => errorList(500, "server_error")],
      ["an HTML 502", () => new Response("<html>", { status: 502 })],
      ["503", broken],
      ["a lost connection", () => Response.error()],
      ["silence", () => silence],
      ["408", () => new Response(null, { status: 408 })]
    ]
    for (const [name, answer] of failures) {
      it.effect(`repeats what is safe to repeat: ${name}`, () =>
        Effect.gen(function*() {
          const safe: ReadonlyArray<Call> = [
            find,
            Contacts.list(),
            Contacts.update("1", { name: "Ada" }),
            Contacts.delete("1"),
            Contacts.search({ query: SearchQuery.equals("role", "user") }),
            Contacts.upsert({ email: "a@b.c" })
          ]
          for (const call of safe) {
            assert.lengthOf(yield* attempts(call, [answer, answer, () => Response.json({ id: "1", data: [] })]), 3)
          }
        }))

      it.effect(`sends nothing twice that may have had its effect: ${name}`, () =>
        Effect.gen(function*() {
          const unsafe: ReadonlyArray<Call> = [
            create,
            Contacts.merge({ from: "1", into: "2" }),
            Contacts.archive("1"),
            Contacts.unarchive("1"),
            Contacts.block("1"),
            Contacts.upsert({ email: "a@b.c", role: "lead" })
          ]
          for (const call of unsafe) {
            assert.deepStrictEqual(yield* attempts(call, [answer]), [0])
          }
        }))
    }

    it.effect("sends nothing twice where the network lost its way, which may be after it was sent", () =>
      Effect.gen(function*() {
        for (const code of ["EHOSTUNREACH", "ENETUNREACH", "ECONNRESET", "EPIPE"]) {
          let sent = 0
          const client = HttpClient.make((request) => {
            sent++
            return Effect.fail(new HttpClientError.RequestError({ request, reason: "Transport", cause: { code } }))
          })
          const layer = IntercomHttp.layer({ accessToken: Redacted.make("token") }).pipe(
            Layer.provide(Layer.succeed(HttpClient.HttpClient, client))
          )
          yield* Effect.flip(Effect.provide(create, layer))
          assert.strictEqual(sent, 1, code)
        }
      }))
  })

  it.effect("never repeats what Intercom refused or answered with nonsense", () =>
    Effect.gen(function*() {
      const final = [400, 401, 403, 404, 409, 410, 422].map((status) => () => errorList(status, "no"))
      for (const answer of [...final, () => new Response("<html>")]) {
        assert.deepStrictEqual(yield* attempts(find, [answer]), [0])
      }
    }))

  it.effect("waits for a Retry-After that comes with a 503", () =>
    Effect.gen(function*() {
      const wait = () => errorList(503, "service_unavailable", { "retry-after": "20" })
      assert.deepStrictEqual(yield* attempts(find, [wait, () => contact("1")]), [0, 20])
    }))

  it.effect("takes any Schedule for a policy", () =>
    Effect.gen(function*() {
      const policy = Schedule.intersect(Schedule.spaced("5 seconds"), Schedule.recurs(2))
      assert.deepStrictEqual(yield* attempts(find, [broken], policy), [0, 5, 10])
    }))

  it.effect("takes Infinity and zero", () =>
    Effect.gen(function*() {
      const policy = Retry.make({
        times: Infinity,
        base: 0,
        maxDelay: Duration.infinity,
        maxElapsed: Duration.infinity
      })
      assert.lengthOf(
        yield* attempts(find, [broken, ...Array.from({ length: 8 }, () => broken), () => contact("1")], policy),
        10
      )
      assert.lengthOf(yield* attempts(find, [broken], Retry.make({ times: 0 })), 1)
    }))

  it.effect("dies of options that cannot work if another schedule hides them from the layer", () =>
    Effect.gen(function*() {
      const hidden = Schedule.intersect(Retry.make({ times: Number.NaN }), Schedule.recurs(1))
      const exit = yield* Effect.exit(Effect.provide(find, scripted([broken], { retry: hidden }).layer))
      assert.include(String(exit), "retry.times must be an integer, 0 or more")
    }))

  it.effect("takes its jitter from Random, so a test can hold it", () =>
    Effect.gen(function*() {
      const policy = Retry.make({ base: "100 seconds", times: 3, maxDelay: "1 hour" })
      const seeded = (seed: string) =>
        Effect.map(Effect.withRandom(attempts(find, [broken], policy), Random.make(seed)), (times) =>
          times.map(Math.round))
      const first = yield* seeded("one seed")
      assert.deepStrictEqual(yield* seeded("one seed"), first)
      assert.notDeepEqual(yield* seeded("another seed"), first)
    }))
})
