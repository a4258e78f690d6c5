/**
 * Runs endpoints against malformed responses, and with malformed arguments. The seed and its number decide a case.
 */
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Cause from "effect/Cause"
import * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Predicate from "effect/Predicate"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { PCGRandom } from "effect/Utils"
import * as VirtualClock from "../virtualClock.js"
import * as inputs from "./inputs.js"
import { pick } from "./mutate.js"
import * as responses from "./responses.js"

export interface Options {
  readonly cases: number
  readonly seed: number
}

export interface Report {
  readonly cases: number
  /** How many cases ended in each way: `ok`, the tag of an error, `defect`. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Each kind of defect, with the first case that had it. */
  readonly defects: ReadonlyMap<string, string>
  /** The case that took longest, in milliseconds of real time. */
  readonly slowest: { readonly milliseconds: number; readonly name: string }
}

interface Case {
  readonly name: string
  /** Builds the call. It may throw. */
  readonly call: () => unknown
  readonly respond: () => Response
}

const run = (cases: number, of: (number: number) => Case): Effect.Effect<Report> =>
  Effect.gen(function*() {
    let respond: () => Response = Response.error
    let requests = 0
    const service = yield* Effect.provide(
      IntercomHttp.IntercomHttp,
      IntercomHttp.layerTest(() => {
        requests += 1
        // A list may have any number of pages. A body that leads to a next page would lead to it for ever.
        return requests > 20 ? new Response(null, { status: 404 }) : respond()
      }, { accessToken: Redacted.make("not-a-word-of-any-body") })
    )
    const outcomes: Record<string, number> = {}
    const defects = new Map<string, string>()
    let slowest = { milliseconds: 0, name: "" }

    for (let number = 0; number < cases; number++) {
      const one = of(number)
      respond = one.respond
      requests = 0
      const start = performance.now()
      const exit = yield* Effect.suspend(() => effectOf(one.call())).pipe(
        Effect.provideService(IntercomHttp.IntercomHttp, service),
        Effect.provideService(HttpClient.HttpClient, client),
        Effect.exit
      )
      const milliseconds = performance.now() - start
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, name: `${one.name}, case ${number}` }
      const outcome = outcomeOf(exit)
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      if (outcome === "defect" && Exit.isFailure(exit)) {
        const kind = kindOf(exit.cause)
        if (!defects.has(kind)) defects.set(kind, `${one.name}, case ${number}`)
      }
    }
    return { cases, outcomes, defects, slowest }
  }).pipe(VirtualClock.run)

export const runResponses = ({ cases, seed }: Options): Effect.Effect<Report> =>
  run(cases, (number) => {
    const random = new PCGRandom(seed, number)
    const [first] = responses.subjects
    const subject = responses.subjects[random.integer(responses.subjects.length)] ?? first
    if (subject === undefined) throw new Error("no operation")
    return {
      name: subject.operation.name,
      call: () => subject.operation.call,
      respond: () => responses.malformed(subject, random)
    }
  })

export const runInputs = ({ cases, seed }: Options): Effect.Effect<Report> =>
  run(cases, (number) => {
    const random = new PCGRandom(seed, number)
    const { call, name } = pick(random, inputs.subjects, { name: "none", call: () => Effect.void })
    const args = inputs.argumentsOf(random)
    return {
      name: `${name}(${args.map((value) => shown(value)).join(", ")})`,
      call: () => call(...args),
      respond: () => Response.json({ type: "list", id: "1", conversation_id: "1", status: "completed", data: [] })
    }
  })

/** Calls every function with empty arguments. */
export const runEmpty: Effect.Effect<Report> = Effect.suspend(() => {
  const all = [...inputs.subjects, ...inputs.others].flatMap(({ call, name }) =>
    inputs.emptyArguments.map((args): Case => ({
      name: `${name}(${args.map((value) => shown(value)).join(", ")})`,
      call: () => call(...args),
      respond: () => Response.json({ type: "list", id: "1", conversation_id: "1", status: "completed", data: [] })
    }))
  )
  return run(all.length, (number) => all[number] ?? { name: "none", call: () => Effect.void, respond: Response.error })
})

const shown = (value: unknown): string => {
  const text = value === undefined ? "undefined" : JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

type Services = IntercomHttp.IntercomHttp | HttpClient.HttpClient

const client = HttpClient.make((request) => Effect.succeed(HttpClientResponse.fromWeb(request, Response.json({}))))

const isStream = (value: unknown): value is Stream.Stream<unknown, unknown, Services> =>
  Predicate.hasProperty(value, Stream.StreamTypeId)

const isCall = (value: unknown): value is Effect.Effect<unknown, unknown, Services> => Effect.isEffect(value)

/** A function that was given too few arguments to make a call waits for the others. */
const effectOf = (made: unknown): Effect.Effect<unknown, unknown, Services> =>
  isCall(made)
    ? made
    : isStream(made)
    ? Stream.runDrain(made)
    : Predicate.isFunction(made)
    ? Effect.void
    : Effect.dieMessage("no call")

const outcomeOf = (exit: Exit.Exit<unknown, unknown>): string => {
  if (Exit.isSuccess(exit)) return "ok"
  const { cause } = exit
  if (!Cause.isFailType(cause)) return "defect"
  const { error } = cause
  return ConfigError.isConfigError(error)
    ? "ConfigError"
    : Predicate.hasProperty(error, "_tag")
    ? String(error._tag)
    : "defect"
}

/** `TypeError: x is not a function, at nextCursor src/Pagination.ts:383` */
const kindOf = (cause: Cause.Cause<unknown>): string => {
  const defect = Cause.squash(cause)
  if (!(defect instanceof Error)) return String(defect)
  const [, place = "elsewhere"] = /\n +at ([^\n]*\/src\/(?!.*node_modules)[^\n]*?):\d+\)?\n/.exec(
    (defect.stack ?? "").replaceAll(/\n[^\n]*node_modules[^\n]*/g, "")
  ) ?? []
  return `${defect.name}: ${defect.message.slice(0, 120)}, at ${place.replace(/\(.*\/src\//, "src/")}`
}
