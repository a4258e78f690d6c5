/**
 * Injects faults of Intercom, a proxy or the network into the exchanges that a test chooses.
 *
 * There are two layers. `layerClient` wraps an `HttpClient`, below `IntercomHttp`, so that its retries, rate limiter
 * and timeout meet the faults as in production. `layer` wraps any `IntercomHttp`. Without a fault from the running test
 * (`failNext`, `failFor`) or from a plan given to the layer, nothing changes.
 *
 * @since 1.0.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { constTrue, identity } from "effect/Function"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type { IntercomError } from "../IntercomError.js"
import * as IntercomHttp from "../IntercomHttp.js"
import { CurrentCall } from "../internal/operation.js"
import * as RateLimit from "../RateLimit.js"
import * as Retry from "../Retry.js"
import type { Fault, FaultName } from "./Fault.js"
import type { Plan } from "./FaultPlan.js"

/**
 * The faults.
 *
 * @since 1.0.0
 * @category re-exports
 */
export * from "./Fault.js"

/**
 * Plans of faults.
 *
 * @since 1.0.0
 * @category re-exports
 */
export * from "./FaultPlan.js"

/**
 * Orders faults, and lists the faults that were injected.
 *
 * @since 1.0.0
 * @category models
 */
export interface Service {
  /** See `failNext`. */
  readonly failNext: (fault: Fault, options?: FailNextOptions) => Effect.Effect<void>
  /** See `failFor`. */
  readonly failFor: (
    duration: Duration.DurationInput,
    fault: Fault,
    options?: FailForOptions
  ) => Effect.Effect<void>
  /** See `clear`. */
  readonly clear: Effect.Effect<void>
  /** See `injected`. */
  readonly injected: Effect.Effect<ReadonlyArray<Injected>>
  /** The fault of this exchange, if it has one. For a layer of your own; the layers of this module call it for you. */
  readonly take: (exchange: Exchange) => Effect.Effect<Fault | undefined>
}

/**
 * The service that both layers provide.
 *
 * @since 1.0.0
 * @category tags
 */
export class Faults extends Context.Tag("effect-intercom/testing/Faults")<Faults, Service>() {}

/**
 * One request. A retry is another exchange.
 *
 * @since 1.0.0
 * @category models
 */
export interface Exchange {
  /** `Contacts.find`. `IntercomHttp.execute` if no endpoint made the request. */
  readonly operation: string
  readonly method: string
  /** Without host and query: `/contacts/63a07ddf05a32042dffac965`. */
  readonly path: string
  /** The request that the wrapped service gets. */
  readonly request: HttpClientRequest.HttpClientRequest
}

/**
 * A fault that was injected.
 *
 * @since 1.0.0
 * @category models
 */
export interface Injected {
  /** `GET /contacts/63a07ddf05a32042dffac965`, without the query. */
  readonly request: string
  /** The name of the fault: `rateLimited`. */
  readonly fault: FaultName | (string & {})
}

/**
 * Options of `failFor`.
 *
 * @since 1.0.0
 * @category models
 */
export interface FailForOptions {
  /** Which exchanges get the fault. Default: all. */
  readonly when?: ((exchange: Exchange) => boolean) | undefined
}

/**
 * Options of `failNext`.
 *
 * @since 1.0.0
 * @category models
 */
export interface FailNextOptions extends FailForOptions {
  /** How many exchanges get the fault. Default: 1. */
  readonly times?: number | undefined
}

/**
 * Makes the service, for a layer of your own. Orders (`failNext`, `failFor`) come before the plan, in the order they
 * were given. An exchange that gets the fault of an order does not use up an entry of the plan.
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = (plan: Plan = []): Effect.Effect<Service> =>
  Effect.sync(() => {
    let planned = plan[Symbol.iterator]()
    let orders: ReadonlyArray<Order> = []
    const injected: Array<Injected> = []

    const add = (order: Order) => {
      orders = [...orders, order]
    }

    const choose = (exchange: Exchange, now: number): Fault | undefined => {
      orders = orders.filter(({ left, until }) => left > 0 && now < until)
      const order = orders.find(({ when }) => when(exchange))
      if (order !== undefined) {
        order.left--
        return order.fault
      }
      const { done, value } = planned.next()
      return done === true ? undefined : value
    }

    return {
      failNext: (fault, { times = 1, when = constTrue } = {}) =>
        Effect.sync(() => add({ fault, when, left: times, until: Infinity })),
      failFor: (duration, fault, { when = constTrue } = {}) =>
        Effect.map(
          Clock.currentTimeMillis,
          (now) => add({ fault, when, left: Infinity, until: now + Duration.toMillis(duration) })
        ),
      clear: Effect.sync(() => {
        orders = []
        planned = [][Symbol.iterator]()
      }),
      injected: Effect.sync(() => [...injected]),
      take: (exchange) =>
        Effect.map(Clock.currentTimeMillis, (now) => {
          const fault = choose(exchange, now)
          if (fault !== undefined) {
            injected.push({ request: `${exchange.method} ${exchange.path}`, fault: fault.name })
          }
          return fault
        })
    }
  })

interface Order {
  readonly fault: Fault
  readonly when: (exchange: Exchange) => boolean
  readonly until: number
  left: number
}

/**
 * Gives the fault to the next exchange, or to the next `times` exchanges for which `when` is true. The number is exact,
 * also if exchanges run concurrently.
 *
 * @since 1.0.0
 * @category combinators
 */
export const failNext = (fault: Fault, options?: FailNextOptions): Effect.Effect<void, never, Faults> =>
  Effect.flatMap(Faults, (faults) => faults.failNext(fault, options))

/**
 * Gives the fault to every exchange that begins within `duration` from now. `failFor("10 seconds", rateLimited())`
 * answers 429 for ten seconds.
 *
 * @since 1.0.0
 * @category combinators
 */
export const failFor = (
  duration: Duration.DurationInput,
  fault: Fault,
  options?: FailForOptions
): Effect.Effect<void, never, Faults> => Effect.flatMap(Faults, (faults) => faults.failFor(duration, fault, options))

/**
 * Cancels all orders and ends the plan. Exchanges that have begun keep their faults.
 *
 * @since 1.0.0
 * @category combinators
 */
export const clear: Effect.Effect<void, never, Faults> = Effect.flatMap(Faults, (faults) => faults.clear)

/**
 * Lists the faults that were injected so far, in the order of the requests.
 *
 * @since 1.0.0
 * @category combinators
 */
export const injected: Effect.Effect<ReadonlyArray<Injected>, never, Faults> = Effect.flatMap(
  Faults,
  (faults) => faults.injected
)

/**
 * Injects faults below `IntercomHttp`, into the `HttpClient` you provide. Each attempt is one exchange, and retries,
 * rate limiter and timeout of `IntercomHttp` see its fault.
 *
 * @example
 * ```ts
 * import { FetchHttpClient } from "@effect/platform"
 * import { IntercomHttp } from "effect-intercom"
 * import * as Faults from "effect-intercom/testing/Faults"
 * import { Layer, Redacted } from "effect"
 *
 * // The first call succeeds at its third attempt.
 * export const Test = IntercomHttp.layer({ accessToken: Redacted.make("…") }).pipe(
 *   Layer.provideMerge(Faults.layerClient([Faults.htmlPage(), Faults.reset])),
 *   Layer.provide(FetchHttpClient.layer)
 * )
 * ```
 *
 * @since 1.0.0
 * @category layers
 */
export const layerClient = (plan?: Plan): Layer.Layer<HttpClient.HttpClient | Faults, never, HttpClient.HttpClient> =>
  Layer.effect(
    HttpClient.HttpClient,
    Effect.gen(function*() {
      const faults = yield* Faults
      const client = yield* HttpClient.HttpClient
      return HttpClient.transform(
        client,
        (answer, request) => Effect.flatMap(takeFor(faults, request), (fault = nothing) => fault.apply(answer, request))
      )
    })
  ).pipe(Layer.provideMerge(Layer.effect(Faults, make(plan))))

/**
 * Options of `layer`.
 *
 * @since 1.0.0
 * @category models
 */
export interface LayerOptions {
  /** Repeats failed calls. Each attempt is one exchange. Default: `Retry.none`. */
  readonly retry?: Retry.Policy | undefined
  /** How long an exchange with a fault may take. Default: 30 seconds. */
  readonly timeout?: Duration.DurationInput | undefined
}

/**
 * Injects faults into any `IntercomHttp`. A whole call is one exchange. A fault gives the same typed error as the same
 * response of Intercom; errors of the wrapped service do not change. The retries of the wrapped service do not see the
 * faults: use `options.retry` instead.
 *
 * @example
 * ```ts
 * import { Contacts, IntercomHttp } from "effect-intercom"
 * import * as Faults from "effect-intercom/testing/Faults"
 * import { Effect, Layer } from "effect"
 *
 * const Intercom = IntercomHttp.layerTest(() => Response.json({ type: "contact", id: "1" }))
 *
 * const test = Effect.gen(function*() {
 *   yield* Faults.failNext(Faults.resetAfterwards, { when: ({ operation }) => operation === "Contacts.create" })
 *   const error = yield* Effect.flip(Contacts.create({ email: "ada@example.com" }))
 *   console.log(error._tag) // IntercomNetworkError
 *   console.log(yield* Faults.injected) // [ { request: 'POST /contacts', fault: 'resetAfterwards' } ]
 * })
 *
 * Effect.runPromise(test.pipe(Effect.provide(Layer.provide(Faults.layer(), Intercom))))
 * ```
 *
 * @since 1.0.0
 * @category layers
 */
export const layer = (
  plan?: Plan,
  { retry = Retry.none, timeout }: LayerOptions = {}
): Layer.Layer<IntercomHttp.IntercomHttp | Faults, never, IntercomHttp.IntercomHttp> =>
  Layer.effect(
    IntercomHttp.IntercomHttp,
    Effect.gen(function*() {
      const faults = yield* Faults
      const wrapped = yield* IntercomHttp.IntercomHttp
      const exchange = (request: HttpClientRequest.HttpClientRequest) =>
        Effect.flatMap(takeFor(faults, request), (fault) =>
          fault === undefined ? wrapped.execute(request) : executeWith(fault, wrapped, request, timeout))
      return {
        ...wrapped,
        execute: (request) =>
          Effect.flatMap(CurrentCall, (call) =>
            Effect.retry(exchange(request), {
              schedule: retry,
              while: (error) =>
                Retry.mayRepeat(error, call.repeatable ?? request.method !== "POST")
            }))
      }
    })
  ).pipe(Layer.provideMerge(Layer.effect(Faults, make(plan))))

const takeFor = (faults: Service, request: HttpClientRequest.HttpClientRequest): Effect.Effect<Fault | undefined> =>
  Effect.flatMap(CurrentCall, (call) =>
    faults.take({
      operation: call.operation.operation,
      method: request.method,
      path: request.url.replace(/^https?:\/\/[^/?#]*/, "").replace(/[?#].*$/, ""),
      request
    }))

const nothing: Fault = { name: "nothing", apply: identity }

// An `IntercomHttp` whose client is this one exchange maps statuses and errors as for a real response.
const executeWith = (
  fault: Fault,
  wrapped: IntercomHttp.Service,
  request: HttpClientRequest.HttpClientRequest,
  timeout: Duration.DurationInput | undefined
): Effect.Effect<IntercomHttp.Answer, IntercomError> => {
  const answer = wrapped.execute(request).pipe(
    Effect.map(({ response }) => response),
    Effect.catchAll((error) => Effect.die(new WrappedError(error)))
  )
  const accessToken = Redacted.make("Faults:MDAwMDAwMDA")
  return IntercomHttp.make({
    accessToken,
    maxBodySize: Infinity,
    rateLimit: RateLimit.none,
    retry: Retry.none,
    timeout
  }).pipe(
    Effect.provideService(HttpClient.HttpClient, HttpClient.make(() => fault.apply(answer, request))),
    Effect.orDie,
    Effect.flatMap((http) => http.execute(request)),
    Effect.catchSomeDefect((defect) =>
      defect instanceof WrappedError ? Option.some(Effect.fail(defect.error)) : Option.none()
    )
  )
}

// Carries an error of the wrapped service past `IntercomHttp`, which would map it to another.
class WrappedError {
  constructor(readonly error: IntercomError) {}
}
