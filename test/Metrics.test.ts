import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Metrics from "effect-intercom/Metrics"
import * as RateLimit from "effect-intercom/RateLimit"
import * as Retry from "effect-intercom/Retry"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Metric from "effect/Metric"
import * as MetricState from "effect/MetricState"
import * as Schedule from "effect/Schedule"
import * as TestClock from "effect/TestClock"
import * as VirtualClock from "./faults/virtualClock.js"
import { contact, errorList, scripted } from "./scripted.js"

/** The metrics of this library: names with tags, and counts, values or the count and the sum of a histogram. */
const snapshot = Effect.map(Metric.snapshot, (pairs) =>
  Object.fromEntries(
    pairs
      .filter(({ metricKey: { name } }) => /^(http\.client|intercom\.)/.test(name))
      .map(({ metricKey: { name, tags }, metricState }) => [
        [name, ...tags.map(({ key, value }) => `${key}=${value}`).sort()].join(" "),
        MetricState.isCounterState(metricState) ?
          metricState.count :
          MetricState.isGaugeState(metricState) ?
          metricState.value :
          MetricState.isHistogramState(metricState) ?
          [metricState.count, metricState.sum] :
          undefined
      ])
  ))

describe("Metrics", () => {
  it.effect("count calls and attempts by outcome, and measure them", () =>
    Effect.gen(function*() {
      const late = (response: Response) => Effect.delay(Effect.succeed(response), "2 seconds")
      const { layer } = scripted([
        () => late(errorList(503, "service_unavailable")),
        () => late(contact("1")),
        () => errorList(404, "not_found")
      ], { observer: Metrics.observer, retry: Schedule.recurs(3) })
      const fiber = yield* Effect.fork(
        Effect.zipRight(Contacts.find("1"), Effect.flip(Contacts.find("2"))).pipe(Effect.provide(layer))
      )
      yield* TestClock.adjust("10 seconds")
      yield* Fiber.join(fiber)
      const request = (status: number) =>
        `http.request.method=GET http.response.status_code=${status} unit=s url.template=/contacts/{contact_id}`
      assert.deepInclude(yield* snapshot, {
        "intercom.calls operation=Contacts.find outcome=ok": 1,
        "intercom.calls operation=Contacts.find outcome=IntercomNotFound": 1,
        "intercom.attempts operation=Contacts.find outcome=ok": 1,
        "intercom.attempts operation=Contacts.find outcome=IntercomNotFound": 1,
        "intercom.attempts operation=Contacts.find outcome=IntercomServerError": 1,
        [`http.client.request.duration ${request(200)}`]: [1, 2],
        [`http.client.request.duration error.type=404 ${request(404)}`]: [1, 0],
        [`http.client.request.duration error.type=503 ${request(503)}`]: [1, 2]
      })
    }))

  it.effect("measure waits for the rate limit, and what is left of it", () =>
    Effect.gen(function*() {
      const rateLimit = yield* RateLimit.make()
      const { layer } = scripted([() =>
        Effect.map(Clock.currentTimeMillis, (now) =>
          Response.json({ id: "1" }, {
            headers: {
              "x-ratelimit-limit": "9",
              "x-ratelimit-remaining": now < 10_000 ? "0" : "8",
              "x-ratelimit-reset": now < 10_000 ? "10" : "20"
            }
          }))], { observer: Metrics.observer, rateLimit })
      const fiber = yield* Effect.fork(
        Effect.repeatN(Contacts.find("1"), 1).pipe(Effect.tagMetrics("region", "eu"), Effect.provide(layer))
      )
      yield* TestClock.adjust("10 seconds")
      yield* Fiber.join(fiber)
      assert.deepInclude(yield* snapshot, {
        "intercom.wait cause=rate_limit region=eu unit=s": [1, 10],
        "intercom.rate_limit.remaining region=eu": 8
      })
    }))

  it.effect("measure waits before retries by their cause", () =>
    Effect.gen(function*() {
      const { layer } = scripted([
        () => errorList(429, "rate_limit_exceeded", { "retry-after": "7" }),
        () => Response.error(),
        () => contact("1")
      ], { observer: Metrics.observer, retry: Retry.make({ base: "3 seconds" }) })
      yield* VirtualClock.run(Contacts.find("1").pipe(Effect.provide(layer), Effect.withRandomFixed([0.5])))
      assert.deepInclude(yield* snapshot, {
        "intercom.wait cause=429 unit=s": [1, 7],
        "intercom.wait cause=IntercomNetworkError unit=s": [1, 6]
      })
    }))

  it.effect("measure no wait of a call that is not retried", () =>
    Effect.gen(function*() {
      const { layer } = scripted([
        () => errorList(429, "rate_limit_exceeded", { "retry-after": "7" }),
        () => errorList(500, "server_error")
      ], { observer: Metrics.observer, retry: Retry.make() })
      const error = yield* VirtualClock.run(Contacts.create({ role: "user" }).pipe(Effect.flip, Effect.provide(layer)))
      assert.strictEqual(error._tag, "IntercomServerError")
      assert.notProperty(yield* snapshot, "intercom.wait cause=500 unit=s")
    }))
})
