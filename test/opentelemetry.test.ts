import * as NodeSdk from "@effect/opentelemetry/NodeSdk"
import { assert, describe, it } from "@effect/vitest"
import { SpanKind, SpanStatusCode } from "@opentelemetry/api"
import {
  type DataPoint,
  DataPointType,
  type Histogram,
  type MetricData,
  MetricReader
} from "@opentelemetry/sdk-metrics"
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base"
import * as Companies from "effect-intercom/api/Companies"
import * as Contacts from "effect-intercom/api/Contacts"
import * as HttpLog from "effect-intercom/HttpLog"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as Metrics from "effect-intercom/Metrics"
import * as Pagination from "effect-intercom/Pagination"
import * as RateLimit from "effect-intercom/RateLimit"
import * as Retry from "effect-intercom/Retry"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as VirtualClock from "./faults/virtualClock.js"
import { contact, errorList, scripted } from "./scripted.js"

class InMemoryMetricReader extends MetricReader {
  protected override onForceFlush = () => Promise.resolve()
  protected override onShutdown = () => Promise.resolve()
}

interface Exported {
  readonly spans: ReadonlyArray<ReadableSpan>
  readonly metrics: ReadonlyMap<string, MetricData>
}

/** Runs calls with the SDK of OpenTelemetry, and returns what it exports. */
const exported = <A, E>(
  calls: Effect.Effect<A, E, IntercomHttp>,
  layer: Layer.Layer<IntercomHttp>
): Effect.Effect<Exported, E> =>
  Effect.suspend(() => {
    const exporter = new InMemorySpanExporter()
    const metricReader = new InMemoryMetricReader()
    const Sdk = NodeSdk.layer(() => ({
      resource: { serviceName: "test" },
      spanProcessor: new SimpleSpanProcessor(exporter),
      metricReader
    }))
    return Effect.gen(function*() {
      yield* VirtualClock.run(Effect.provide(calls, layer))
      const { resourceMetrics } = yield* Effect.promise(() => metricReader.collect())
      const metrics = resourceMetrics.scopeMetrics.flatMap(({ metrics }) => metrics)
      return {
        spans: exporter.getFinishedSpans(),
        metrics: new Map(metrics.map((metric) => [metric.descriptor.name, metric]))
      }
    }).pipe(Effect.provide(Sdk))
  })

const eventsOf = ({ events }: ReadableSpan) => events.map(({ attributes, name }) => [name, attributes])

describe("With @effect/opentelemetry", () => {
  describe("spans", () => {
    it.effect("are of the kind client, with stable names of attributes, and events for retries and waits", () =>
      Effect.gen(function*() {
        const rateLimit = yield* RateLimit.fixed({ limit: 1, window: "5 seconds" })
        const { layer } = scripted([
          () => errorList(503, "service_unavailable"),
          () => Response.json({ id: "1" }, { headers: { "x-request-id": "req-2" } })
        ], { rateLimit, retry: Retry.make() })
        const { spans: [span] } = yield* exported(Contacts.find("1"), layer)
        assert(span !== undefined)
        assert.strictEqual(span.name, "Intercom.Contacts.find")
        assert.strictEqual(span.kind, SpanKind.CLIENT)
        assert.strictEqual(span.status.code, SpanStatusCode.OK)
        assert.deepStrictEqual(span.attributes, {
          "http.request.method": "GET",
          "url.template": "/contacts/{contact_id}",
          "server.address": "api.intercom.io",
          "server.port": 443,
          "http.response.status_code": 200,
          "intercom.request_id": "req-2"
        })
        assert.deepStrictEqual(eventsOf(span), [
          ["retry", { "http.request.resend_count": 1 }],
          ["rate limit wait ended", {}]
        ])
      }))

    it.effect("hold no line of the log, and no body", () =>
      Effect.gen(function*() {
        const { layer } = scripted([() => errorList(429, "rate_limit_exceeded"), () => contact("1")], {
          observer: HttpLog.make({ bodies: true }),
          retry: Retry.make()
        })
        const calls = Logger.withMinimumLogLevel(Contacts.find("1"), LogLevel.Debug).pipe(
          Effect.provide(Logger.remove(Logger.defaultLogger))
        )
        const { spans: [span] } = yield* exported(calls, layer)
        assert.deepStrictEqual(span === undefined ? [] : eventsOf(span), [["retry", {
          "http.request.resend_count": 1
        }]])
      }))

    const failures = [
      ["the status", () => errorList(404, "not_found"), "404", 404],
      ["the status of a redirect", () => new Response(null, { status: 302 }), "302", 302],
      ["the tag of an error without a response", () => Response.error(), "IntercomNetworkError", undefined],
      ["the tag of a success that cannot be read", () => new Response("<html>"), "IntercomInvalidResponse", 200],
      ["the tag of an error in a success", () => errorList(200, "not_found"), "IntercomNotFound", 200]
    ] as const
    for (const [name, answer, type, status] of failures) {
      it.effect(`of failed calls have an \`error.type\`: ${name}`, () =>
        Effect.gen(function*() {
          const { layer } = scripted([answer])
          const { spans: [span] } = yield* exported(Effect.flip(Contacts.find("1")), layer)
          assert(span !== undefined)
          assert.strictEqual(span.status.code, SpanStatusCode.ERROR)
          assert.strictEqual(span.attributes["error.type"], type)
          assert.strictEqual(span.attributes["http.response.status_code"], status)
        }))
    }

    const conflict = () => errorList(409, "conflict", {}, "A contact matching those details already exists with id=7")

    it.effect("of conflicts that `upsert` handles are not failed", () =>
      Effect.gen(function*() {
        const { layer } = scripted([conflict, () => contact("7")])
        const { spans } = yield* exported(Contacts.upsert({ email: "ada@example.com" }), layer)
        assert.deepStrictEqual(
          spans.map(({ attributes, events, name, status }) => [
            name,
            attributes["http.response.status_code"],
            attributes["error.type"],
            status.code,
            events
          ]),
          [
            ["Intercom.Contacts.upsert", 409, undefined, SpanStatusCode.OK, []],
            ["Intercom.Contacts.update", 200, undefined, SpanStatusCode.OK, []]
          ]
        )
      }))

    it.effect("of conflicts that `upsert` fails with are failed", () =>
      Effect.gen(function*() {
        const archived = () => errorList(409, "conflict", {}, "An archived contact matching those details exists id=7")
        const { layer } = scripted([archived])
        const { spans: [span] } = yield* exported(Effect.flip(Contacts.upsert({ email: "ada@example.com" })), layer)
        assert.strictEqual(span?.status.code, SpanStatusCode.ERROR)
        assert.strictEqual(span?.attributes["error.type"], "409")
      }))

    it.effect("of pages whose broken items are left out are not failed", () =>
      Effect.gen(function*() {
        const { layer } = scripted([() => Response.json({ type: "list", data: [{ id: "1" }, {}], pages: null })])
        const list = Companies.list({ onInvalidItem: Pagination.skipInvalid(() => Effect.void) })
        const { spans: [span] } = yield* exported(list, layer)
        assert.strictEqual(span?.status.code, SpanStatusCode.OK)
        assert.notProperty(span?.attributes, "error.type")
      }))
  })

  describe("metrics", () => {
    const measured = Effect.gen(function*() {
      const rateLimit = yield* RateLimit.fixed({ limit: 1, window: "20 seconds" })
      const { layer } = scripted([
        () => errorList(429, "rate_limit_exceeded", { "retry-after": "7" }),
        () => Response.json({ id: "1" }, { headers: { "x-ratelimit-remaining": "41" } })
      ], { observer: Metrics.observer, rateLimit, retry: Retry.make() })
      const { metrics } = yield* exported(Companies.find("1"), layer)
      return metrics
    })

    const pointsOf = (metric: MetricData | undefined, attributes: Readonly<Record<string, string>>) =>
      (metric?.dataPoints ?? []).filter((point: DataPoint<unknown>) =>
        Object.entries(attributes).every(([name, value]) => point.attributes[name] === value)
      )

    it.effect("have their names, kinds and units", () =>
      Effect.gen(function*() {
        const metrics = yield* measured
        const kinds = Object.fromEntries(
          Array.from(metrics.values(), (metric) => [metric.descriptor.name, [
            DataPointType[metric.dataPointType],
            metric.descriptor.unit
          ]])
        )
        assert.deepInclude(kinds, {
          "intercom.calls": ["SUM", "1"],
          "intercom.attempts": ["SUM", "1"],
          "http.client.request.duration": ["HISTOGRAM", "s"],
          "intercom.wait": ["HISTOGRAM", "s"],
          "intercom.rate_limit.remaining": ["GAUGE", "1"]
        })
      }))

    it.effect("count by counters that only grow", () =>
      Effect.gen(function*() {
        const metrics = yield* measured
        for (const name of ["intercom.calls", "intercom.attempts"]) {
          const metric = metrics.get(name)
          assert.isTrue(metric?.dataPointType === DataPointType.SUM && metric.isMonotonic, name)
        }
        const [point] = pointsOf(metrics.get("intercom.attempts"), {
          operation: "Companies.find",
          outcome: "IntercomRateLimited"
        })
        assert.isAtLeast(Number(point?.value), 1)
      }))

    it.effect("measure in OpenTelemetry's boundaries, with its names of attributes", () =>
      Effect.gen(function*() {
        const metrics = yield* measured
        const metric = metrics.get("http.client.request.duration")
        assert(metric?.dataPointType === DataPointType.HISTOGRAM)
        const points: ReadonlyArray<DataPoint<Histogram>> = metric.dataPoints
        const ours = points.filter(({ attributes }) => attributes["url.template"] === "/companies/{company_id}")
        assert.deepStrictEqual(ours.map(({ attributes }) => attributes), [
          {
            "http.request.method": "GET",
            "url.template": "/companies/{company_id}",
            "http.response.status_code": "429",
            "error.type": "429",
            unit: "s"
          },
          {
            "http.request.method": "GET",
            "url.template": "/companies/{company_id}",
            "http.response.status_code": "200",
            unit: "s"
          }
        ])
        assert.deepStrictEqual(ours[0]?.value.buckets.boundaries, [
          0.005,
          0.01,
          0.025,
          0.05,
          0.075,
          0.1,
          0.25,
          0.5,
          0.75,
          1,
          2.5,
          5,
          7.5,
          10
        ])
      }))

    it.effect("measure waits by cause", () =>
      Effect.gen(function*() {
        const metrics = yield* measured
        for (const cause of ["rate_limit", "429"]) {
          assert.isNotEmpty(pointsOf(metrics.get("intercom.wait"), { cause }), cause)
        }
      }))
  })
})
