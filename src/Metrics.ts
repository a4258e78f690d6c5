/**
 * Metrics of calls: how many, how long, with which outcome, and how long they waited.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import * as FiberRef from "effect/FiberRef"
import * as FiberRefs from "effect/FiberRefs"
import * as Metric from "effect/Metric"
import * as MetricBoundaries from "effect/MetricBoundaries"
import * as MetricKey from "effect/MetricKey"
import * as MetricLabel from "effect/MetricLabel"
import type { Observer } from "./IntercomHttp.js"
import { errorType } from "./internal/errors.js"
import { onRetry, onTurn, outcomeOf, resultOf } from "./internal/observe.js"

// The boundaries that OpenTelemetry advises for durations of HTTP requests.
const boundaries = MetricBoundaries.fromIterable([
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

/**
 * Counts calls: `intercom.calls`, with the tags `operation` and `outcome`. The outcome is `ok`, `interrupted`, `defect`
 * or the tag of the error.
 *
 * @since 1.0.0
 * @category metrics
 */
export const calls: Metric.Metric.Counter<number> = Metric.counter("intercom.calls", { incremental: true })

/**
 * Counts attempts: `intercom.attempts`, with the tags of `calls`. Each attempt after the first of a call is a retry.
 *
 * @since 1.0.0
 * @category metrics
 */
export const attempts: Metric.Metric.Counter<number> = Metric.counter("intercom.attempts", { incremental: true })

/**
 * How long attempts take, in seconds, with the wait for the rate limit: `http.client.request.duration`, with the tags
 * `http.request.method`, `url.template`, `http.response.status_code` and, after a failure, `error.type`.
 *
 * @since 1.0.0
 * @category metrics
 */
export const duration: Metric.Metric.Histogram<number> = Metric.fromMetricKey(
  MetricKey.tagged(MetricKey.histogram("http.client.request.duration", boundaries), "unit", "s")
)

/**
 * How long attempts wait before they are sent, in seconds: `intercom.wait`, with the tag `cause`. The cause is
 * `rate_limit`, or the `error.type` of the attempt before. Only attempts that wait are in it.
 *
 * @since 1.0.0
 * @category metrics
 */
export const wait: Metric.Metric.Histogram<number> = Metric.fromMetricKey(
  MetricKey.tagged(MetricKey.histogram("intercom.wait", boundaries), "unit", "s")
)

/**
 * How many requests the last response said are left in the window: `intercom.rate_limit.remaining`.
 *
 * @since 1.0.0
 * @category metrics
 */
export const remaining: Metric.Metric.Gauge<number> = Metric.gauge("intercom.rate_limit.remaining")

/**
 * Updates the metrics: pass it to a layer as `observer`.
 *
 * @example
 * ```ts
 * import { IntercomHttp } from "effect-intercom"
 * import * as Metrics from "effect-intercom/Metrics"
 *
 * export const Intercom = IntercomHttp.layerFetchConfig({ observer: Metrics.observer })
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const observer: Observer = {
  call: (effect, { operation }) =>
    Effect.onExit(
      effect,
      (exit) =>
        Effect.map(FiberRef.get(FiberRef.currentMetricLabels), (outer) =>
          calls.unsafeUpdate(1, labelsOf({ operation, outcome: outcomeOf(exit) }, outer)))
    ),
  attempt: (effect, { method, operation, path }) =>
    Effect.flatMap(Effect.clock, (clock) => {
      const start = clock.unsafeCurrentTimeMillis()
      return Effect.onExit(effect, (exit) =>
        Effect.map(FiberRef.get(FiberRef.currentMetricLabels), (outer) => {
          const request = { "http.request.method": method, "url.template": path, ...resultOf(exit) }
          attempts.unsafeUpdate(1, labelsOf({ operation, outcome: outcomeOf(exit) }, outer))
          duration.unsafeUpdate((clock.unsafeCurrentTimeMillis() - start) / 1000, labelsOf(request, outer))
        }))
    }),
  retry: onRetry((error, millis) =>
    Effect.map(
      FiberRef.get(FiberRef.currentMetricLabels),
      (outer) => wait.unsafeUpdate(millis / 1000, labelsOf({ cause: errorType(error) }, outer))
    )
  ),
  rateLimit: onTurn((refs) => {
    const outer = FiberRefs.getOrDefault(refs, FiberRef.currentMetricLabels)
    return {
      ended: (waited) => {
        if (waited > 0) wait.unsafeUpdate(waited / 1000, labelsOf({ cause: "rate_limit" }, outer))
      },
      left: (head) => {
        const left = head?.headers["x-ratelimit-remaining"]
        if (left !== undefined && /^\d{1,15}$/.test(left)) remaining.unsafeUpdate(Number(left), outer)
      }
    }
  })
}

type Labels = ReadonlyArray<MetricLabel.MetricLabel>

// A metric finds its state for the same array of labels much faster than for equal labels.
const known = new Map<string, Labels>()

const labelsOf = (tags: Readonly<Record<string, string | number>>, outer: Labels): Labels => {
  const entries = Object.entries(tags)
  const key = entries.join()
  let labels = known.get(key)
  if (labels === undefined) {
    labels = entries.map(([name, value]) => MetricLabel.make(name, `${value}`))
    known.set(key, labels)
  }
  return outer.length === 0 ? labels : [...labels, ...outer]
}
