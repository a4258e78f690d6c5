/**
 * Metrics of calls: how many, how long, with which outcome, and how long they waited for the rate limit.
 *
 * @since 1.0.0
 */
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Metric from "effect/Metric"
import * as MetricBoundaries from "effect/MetricBoundaries"
import type { IntercomError } from "./IntercomError.js"
import type { Answer, Observer } from "./IntercomHttp.js"
import type { RateLimit } from "./RateLimit.js"

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
 * `http.request.method`, `url.template` and, after a failure, `error.type`.
 *
 * @since 1.0.0
 * @category metrics
 */
export const duration: Metric.Metric.Histogram<number> = Metric.histogram("http.client.request.duration", boundaries)

/**
 * How long attempts wait for their turn in the rate limit, in seconds: `intercom.rate_limit.wait`. Only attempts that
 * wait are in it.
 *
 * @since 1.0.0
 * @category metrics
 */
export const wait: Metric.Metric.Histogram<number> = Metric.histogram("intercom.rate_limit.wait", boundaries)

/**
 * How many requests the last response said are left in the window: `intercom.rate_limit.remaining`.
 *
 * @since 1.0.0
 * @category metrics
 */
export const remaining: Metric.Metric.Gauge<number> = Metric.gauge("intercom.rate_limit.remaining")

/**
 * Updates `calls`, `attempts` and `duration`: pass it to a layer as `observer`.
 *
 * @example
 * ```ts
 * import { IntercomHttp, Metrics, RateLimit } from "effect-intercom"
 * import { Effect, Layer } from "effect"
 *
 * export const Intercom = RateLimit.make().pipe(
 *   Effect.map((rateLimit) =>
 *     IntercomHttp.layerFetchConfig({ observer: Metrics.observer, rateLimit: Metrics.observed(rateLimit) })
 *   ),
 *   Layer.unwrapEffect
 * )
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const observer: Observer = {
  call: (effect, { operation }) =>
    Effect.onExit(effect, (exit) => Metric.update(tagged(calls, { operation, outcome: outcomeOf(exit) }), 1)),
  attempt: (effect, { method, operation, path }) =>
    Effect.flatMap(
      Clock.currentTimeMillis,
      (start) =>
        Effect.onExit(effect, (exit) =>
          Effect.flatMap(Clock.currentTimeMillis, (end) => {
            const outcome = outcomeOf(exit)
            const request = { "http.request.method": method, "url.template": path }
            return Effect.zipRight(
              Metric.update(tagged(attempts, { operation, outcome }), 1),
              Metric.update(
                tagged(duration, outcome === "ok" ? request : { ...request, "error.type": outcome }),
                (end - start) / 1000
              )
            )
          }))
    )
}

/**
 * Updates `wait` and `remaining` from a rate limit.
 *
 * @since 1.0.0
 * @category combinators
 */
export const observed = (rateLimit: RateLimit): RateLimit => ({
  enter: (turn) => {
    const since = turn.clock.unsafeCurrentTimeMillis()
    return rateLimit.enter({
      ...turn,
      send: (leave) => {
        const waited = turn.clock.unsafeCurrentTimeMillis() - since
        if (waited > 0) wait.unsafeUpdate(waited / 1000, [])
        turn.send((head) => {
          const left = head?.headers["x-ratelimit-remaining"]
          if (left !== undefined && /^\d{1,15}$/.test(left)) remaining.unsafeUpdate(Number(left), [])
          leave(head)
        })
      }
    })
  }
})

const tagged = <Type, In, Out>(
  metric: Metric.Metric<Type, In, Out>,
  tags: Readonly<Record<string, string>>
): Metric.Metric<Type, In, Out> =>
  Object.entries(tags).reduce((metric, [name, value]) => Metric.tagged(metric, name, value), metric)

const outcomeOf = (exit: Exit.Exit<Answer, IntercomError>): string =>
  Exit.match(exit, {
    onSuccess: () => "ok",
    onFailure: (cause) => {
      if (Cause.isInterruptedOnly(cause)) return "interrupted"
      const failure = Cause.failureOption(cause)
      return failure._tag === "Some" ? failure.value._tag : "defect"
    }
  })
