/**
 * Makes calls at random, in virtual time, against a server that is faulty at random.
 *
 * Each call has a number, and the seed and the number decide all of its faults.
 */
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { isIntercomError } from "effect-intercom/IntercomError"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Random from "effect/Random"
import * as Redacted from "effect/Redacted"
import * as Supervisor from "effect/Supervisor"
import { PCGRandom } from "effect/Utils"
import { respond } from "../../../src/internal/response.js"
import * as VirtualClock from "../virtualClock.js"
import { faults } from "./faults.js"
import { choose, type Operation } from "./operations.js"

export interface Options {
  readonly calls: number
  readonly seed: number
  /** The number of the first call. Default: 0. */
  readonly from?: number
}

export interface Report {
  readonly calls: number
  readonly requests: number
  /** How many calls ended in each way: `ok`, `interrupted`, the tag of an error, `defect`. */
  readonly outcomes: Readonly<Record<string, number>>
  /** How often each fault was played. */
  readonly faults: Readonly<Record<string, number>>
  /** Each kind of defect, with the first call that had it. */
  readonly defects: ReadonlyArray<string>
  /** Calls that must be done once, and were done more often. */
  readonly doneTwice: ReadonlyArray<string>
  /** The number of calls that must be done once and were done. */
  readonly doneOnce: number
  readonly rejections: number
  /** What is left when all calls have ended. */
  readonly left: { readonly exchanges: number; readonly fibers: number; readonly timers: number }
  /** The longest call, in seconds of virtual time. */
  readonly longest: number
}

/** A call that is under way. */
interface Current {
  readonly operation: Operation
  readonly random: PCGRandom
  /** How often the server did it. */
  done: number
  pages: number
}

const concurrency = 500

/** The share of exchanges that have a fault, and of calls that are interrupted. */
const faulty = 0.4
const interrupted = 0.1

export const runCalls = ({ calls, from = 0, seed }: Options): Effect.Effect<Report> =>
  Effect.gen(function*() {
    const clock = VirtualClock.make()
    const current = new Map<string, Current>()
    const outcomes: Record<string, number> = {}
    const played: Record<string, number> = {}
    const defects = new Map<string, string>()
    const doneTwice: Array<string> = []
    let doneOnce = 0
    let requests = 0
    let exchanges = 0
    let longest = 0
    let rejections = 0
    const onRejection = () => void (rejections += 1)

    const serve = (request: HttpClientRequest.HttpClientRequest) =>
      Effect.suspend(() => {
        const call = current.get(request.headers["x-call"] ?? "")
        if (call === undefined) return Effect.dieMessage("a request of a call that has ended")
        requests += 1
        exchanges += 1
        const answer = Effect.suspend(() => {
          call.done += 1
          return respond<never>(() => bodyOf(call), request)
        })
        const fault = call.random.number() < faulty ? faults[call.random.integer(faults.length)] : undefined
        if (fault !== undefined) count(played, fault.name)
        const exchange = fault === undefined ? Effect.delay(answer, "100 millis") : fault.apply(answer, request)
        return Effect.ensuring(exchange, Effect.sync(() => exchanges -= 1))
      })

    const finish = (name: string, { done, operation }: Current, exit: Exit.Exit<unknown, unknown>): void => {
      current.delete(name)
      if (operation.isOnce && done > 0) doneOnce += 1
      if (operation.isOnce && done > 1) doneTwice.push(`${operation.name}, call ${name}`)
      const outcome = outcomeOf(exit)
      count(outcomes, outcome)
      if (outcome === "defect" && Exit.isFailure(exit)) {
        const [kind = ""] = Cause.pretty(exit.cause).split("\n")
        if (!defects.has(kind)) defects.set(kind, `${kind} (${operation.name}, call ${name})`)
      }
    }

    const one = (number: number) =>
      Effect.gen(function*() {
        const random = new PCGRandom(seed, number)
        const operation = choose(random.number(), random.number())
        if (operation === undefined) return yield* Effect.dieMessage("no operation")
        const name = String(number)
        const call: Current = { operation, random, done: 0, pages: 0 }
        current.set(name, call)
        const isInterrupted = random.number() < interrupted
        const moment = random.number() ** 3 * 40_000
        const begin = yield* Clock.currentTimeMillis
        const fiber = yield* Effect.fork(IntercomHttp.withHeaders(operation.call, { "x-call": name }))
        if (isInterrupted) yield* Effect.zipRight(Effect.sleep(moment), Fiber.interruptFork(fiber))
        finish(name, call, yield* Fiber.await(fiber))
        longest = Math.max(longest, ((yield* Clock.currentTimeMillis) - begin) / 1000)
      })

    let next = from
    const worker = Effect.whileLoop({ while: () => next < from + calls, body: () => one(next++), step: () => {} })
    const layer = Layer.provide(
      IntercomHttp.layer({ accessToken: Redacted.make("not-a-word-of-any-body") }),
      Layer.succeed(HttpClient.HttpClient, HttpClient.make(serve))
    )
    const supervisor = yield* Supervisor.track
    process.on("unhandledRejection", onRejection)
    yield* Effect.all(Array.from({ length: Math.min(concurrency, calls) }, () => worker), {
      concurrency: "unbounded",
      discard: true
    }).pipe(
      Effect.supervised(supervisor),
      Effect.provide(Layer.orDie(layer)),
      Effect.withClock(clock),
      Effect.withRandom(Random.make(seed))
    )
    // A rejection is reported a turn of the event loop after it happened.
    yield* Effect.async<void>((resume) => void setImmediate(() => resume(Effect.void)))
    process.off("unhandledRejection", onRejection)
    return {
      calls,
      requests,
      outcomes,
      faults: played,
      defects: Array.from(defects.values()),
      doneTwice,
      doneOnce,
      rejections,
      left: { exchanges, fibers: (yield* supervisor.value).length, timers: clock.pending() },
      longest
    }
  })

const count = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1
}

/** Fits every endpoint but a few. A list has three pages. */
const bodyOf = (call: Current): Response => {
  call.pages += 1
  const data = [{ type: "contact", id: `${call.pages}` }]
  const next = call.pages % 3 === 0 ? null : { starting_after: `page-${call.pages + 1}` }
  return Response.json({
    type: "list",
    id: "1",
    job_identifier: "1",
    status: "completed",
    name: "a",
    conversation_id: "1",
    data,
    pages: { type: "pages", next }
  })
}

const outcomeOf = (exit: Exit.Exit<unknown, unknown>): string => {
  if (Exit.isSuccess(exit)) return "ok"
  const { cause } = exit
  if (Cause.isInterruptedOnly(cause)) return "interrupted"
  return Cause.isFailType(cause) && isIntercomError(cause.error) ? cause.error._tag.replace("Intercom", "") : "defect"
}
