/**
 * Faults on demand: what Intercom, a proxy or the network does wrong, in the exchanges a test wants it in.
 *
 * Two layers put them between a program and what answers it. `layerClient` stands on an `HttpClient`, below
 * `IntercomHttp`: its retries, its rate limiter and its timeout meet the faults as they would in production. `layer`
 * stands on any `IntercomHttp`, whatever is behind it. Nothing goes wrong until somebody says so: an order given by the
 * running test (`failNext`, `failFor`), or a plan given to the layer.
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
import * as Retry from "../Retry.js"
import type { Fault } from "./Fault.js"
import type { Plan } from "./FaultPlan.js"

export * from "./Fault.js"
export * from "./FaultPlan.js"

/**
 * Where a test says what is to go wrong, and sees what went wrong.
 *
 * @since 1.0.0
 * @category models
 */
export interface Service {
  readonly failNext: (fault: Fault, options?: FailNextOptions) => Effect.Effect<void>
  readonly failFor: (
    duration: Duration.DurationInput,
    fault: Fault,
    options?: FailForOptions
  ) => Effect.Effect<void>
  readonly clear: Effect.Effect<void>
  readonly injected: Effect.Effect<ReadonlyArray<Injected>>
  /** What goes wrong in this exchange, if anything: for a place to stand that neither layer is. */
  readonly take: (exchange: Exchange) => Effect.Effect<Fault | undefined>
}

/**
 * What a test gives its orders to. Both layers provide it.
 *
 * @since 1.0.0
 * @category tags
 */
export class Faults extends Context.Tag("effect-intercom/testing/Faults")<Faults, Service>() {}

/**
 * One request on its way, a retry being another.
 *
 * @since 1.0.0
 * @category models
 */
export interface Exchange {
  /** `Contacts.find`; `undefined` for a request that no endpoint made. */
  readonly operation: string | undefined
  readonly method: string
  /** Without host and query: `/contacts/63a07ddf05a32042dffac965`. */
  readonly path: string
  /** As it goes to what the layer stands on. */
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
  /** Its name: `rateLimited`. */
  readonly fault: string
}

/**
 * Which exchanges of a stretch of time are meant.
 *
 * @since 1.0.0
 * @category models
 */
export interface FailForOptions {
  /** Which exchanges are meant. Default: all. */
  readonly when?: ((exchange: Exchange) => boolean) | undefined
}

/**
 * Which exchanges are meant, and how many.
 *
 * @since 1.0.0
 * @category models
 */
export interface FailNextOptions extends FailForOptions {
  /** How many exchanges. Default: 1. */
  readonly times?: number | undefined
}

/**
 * The service by itself, for a place to stand that neither layer is. Orders come before the plan, the older before the
 * younger; an exchange that an order takes is none of the plan's.
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
 * The next exchange goes wrong, or the next `times` of those that `when` picks. However many run at a time, exactly so
 * many do.
 *
 * @since 1.0.0
 * @category combinators
 */
export const failNext = (fault: Fault, options?: FailNextOptions): Effect.Effect<void, never, Faults> =>
  Effect.flatMap(Faults, (faults) => faults.failNext(fault, options))

/**
 * Every exchange that begins within `duration` from now goes wrong: `failFor("10 seconds", rateLimited())` is a storm
 * of 429.
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
 * Nothing goes wrong any more: all orders are cancelled and the plan is at its end. Exchanges under way go on as they
 * began.
 *
 * @since 1.0.0
 * @category combinators
 */
export const clear: Effect.Effect<void, never, Faults> = Effect.flatMap(Faults, (faults) => faults.clear)

/**
 * What was injected so far, in the order of the requests.
 *
 * @since 1.0.0
 * @category combinators
 */
export const injected: Effect.Effect<ReadonlyArray<Injected>, never, Faults> = Effect.flatMap(
  Faults,
  (faults) => faults.injected
)

/**
 * Faults below `IntercomHttp`, on the `HttpClient` you provide: every attempt is an exchange of its own, and meets
 * retries, rate limiter and timeout on its way up.
 *
 * @example
 * ```ts
 * import { FetchHttpClient } from "@effect/platform"
 * import { IntercomHttp } from "effect-intercom"
 * import * as Faults from "effect-intercom/testing/Faults"
 * import { Layer, Redacted } from "effect"
 *
 * // The first call is answered at its third attempt.
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
 * How `layer` treats a call in which something goes wrong.
 *
 * @since 1.0.0
 * @category models
 */
export interface LayerOptions {
  /** Tries calls again, whatever failed them, each attempt an exchange of its own. Default: `Retry.none`. */
  readonly retry?: Retry.Policy | undefined
  /** How long an exchange may take in which something goes wrong. Default: 30 seconds. */
  readonly timeout?: Duration.DurationInput | undefined
}

/**
 * Faults on any `IntercomHttp`: a whole call is one exchange. A fault becomes the typed error that the same answer of
 * Intercom would; an error of the wrapped service comes out as it is. The retries of the wrapped service lie beneath and
 * see no fault: `options.retry` stands in for them.
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
        execute: (request) =>
          Effect.flatMap(CurrentCall, (call) =>
            Effect.retry(exchange(request), {
              schedule: retry,
              while: (error) =>
                Retry.mayRepeat(error, call?.repeatable ?? request.method === "GET")
            }))
      }
    })
  ).pipe(Layer.provideMerge(Layer.effect(Faults, make(plan))))

const takeFor = (
  faults: Service,
  request: HttpClientRequest.HttpClientRequest
): Effect.Effect<Fault | undefined> =>
  Effect.flatMap(CurrentCall, (call) =>
    faults.take({
      operation: call?.operation.operation,
      method: request.method,
      path: request.url.replace(/^https?:\/\/[^/?#]*/, "").replace(/[?#].*$/, ""),
      request
    }))

const nothing: Fault = { name: "nothing", apply: identity }

// The faulted answer takes the road of a real one: through an `IntercomHttp` whose client is this one exchange.
const executeWith = (
  fault: Fault,
  wrapped: IntercomHttp.Service,
  request: HttpClientRequest.HttpClientRequest,
  timeout: Duration.DurationInput | undefined
): Effect.Effect<IntercomHttp.Answer, IntercomError> => {
  const answer = wrapped.execute(request).pipe(
    Effect.map(({ response }) => response),
    Effect.catchAll((error) => Effect.die(new Typed(error)))
  )
  return IntercomHttp.make({ accessToken: Redacted.make("test"), retry: Retry.none, timeout }).pipe(
    Effect.provideService(HttpClient.HttpClient, HttpClient.make(() => fault.apply(answer, request))),
    Effect.orDie,
    Effect.flatMap((http) => http.execute(request)),
    Effect.catchSomeDefect((defect) => defect instanceof Typed ? Option.some(Effect.fail(defect.error)) : Option.none())
  )
}

// An error that has its type already, on its way past what would give it another.
class Typed {
  constructor(readonly error: IntercomError) {}
}
