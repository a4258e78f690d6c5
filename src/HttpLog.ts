/**
 * A log of what is sent and received, by Effect's logger.
 *
 * @since 1.0.0
 */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FiberRef from "effect/FiberRef"
import * as FiberRefs from "effect/FiberRefs"
import { identity } from "effect/Function"
import * as LogLevel from "effect/LogLevel"
import * as Tracer from "effect/Tracer"
import { type IntercomError, isWord } from "./IntercomError.js"
import type { Answer, Observer } from "./IntercomHttp.js"
import { errorType } from "./internal/errors.js"
import { tokenOf } from "./internal/failure.js"
import { failureOf, onRetry, onTurn, outcomeOf, resultOf } from "./internal/observe.js"
import type { Operation } from "./internal/operation.js"
import { after } from "./internal/timer.js"

/**
 * Options of `make`.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options {
  /** Whether to log the bodies of requests and responses. They hold personal data. Default: `false`. */
  readonly bodies?: boolean | undefined
  /** How many characters of a body to log. Default: 2,000. */
  readonly maxBodyLength?: number | undefined
}

/**
 * Makes an observer that logs the calls of a layer.
 *
 * - Debug: each attempt, with its status, its request id, its time and the size of the body.
 * - Info: calls that have waited for the rate limit for a second, and every ten seconds from then on.
 * - Warning: each retry, with the error and the wait, when the wait begins.
 *
 * Lines contain neither ids nor queries nor the token. `bodies` adds the bodies of attempts with a response, without the
 * token. The bodies of downloads are not read.
 *
 * @example
 * ```ts
 * import { IntercomHttp } from "effect-intercom"
 * import * as HttpLog from "effect-intercom/HttpLog"
 * import * as Metrics from "effect-intercom/Metrics"
 *
 * export const Intercom = IntercomHttp.layerFetchConfig({
 *   observer: IntercomHttp.bothObservers(Metrics.observer, HttpLog.make({ bodies: true }))
 * })
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const make = (options: Options = {}): Observer => ({
  call: (effect) => Effect.suspend(() => Effect.provideService(effect, CurrentLog, { attempt: 0, waited: 0 })),
  attempt: (effect, operation) =>
    Effect.flatMap(Effect.zip(CurrentLog, Clock.currentTimeMillis), ([log, start]) => {
      log.attempt++
      log.waited = 0
      log.answer = undefined
      return Effect.onExit(effect, (exit) =>
        Effect.flatMap(Effect.zip(FiberRef.get(FiberRef.currentMinimumLogLevel), Clock.currentTimeMillis), (
          [least, end]
        ) => {
          // The line of a large body costs time, so it is not made for nothing.
          if (LogLevel.greaterThan(least, LogLevel.Debug)) {
            return Effect.void
          }
          const { answer, attempt, waited } = log
          return Effect.logDebug(lineOf(exit, operation)).pipe(
            Effect.annotateLogs({
              operation: operation.operation,
              "http.request.method": operation.method,
              "url.template": operation.path,
              attempt,
              milliseconds: end - start,
              ...(waited > 0 ? { "rate_limit.milliseconds": waited } : {}),
              ...resultOf(exit),
              ...(answer === undefined ? {} : partsOf(answer, options))
            }),
            besideSpan
          )
        }))
    }),
  exchange: (effect) =>
    Effect.zipWith(effect, CurrentLog, (answer, log) => {
      log.answer = answer
      return answer
    }),
  retry: onRetry((error, wait) =>
    Effect.logWarning(`${error.message}: retry in ${Duration.format(Duration.millis(wait))}`).pipe(
      Effect.annotateLogs({ operation: error.operation, "error.type": errorType(error), milliseconds: wait }),
      besideSpan
    )
  ),
  rateLimit: (rateLimit) => {
    let waiting = 0
    let stop = (): void => {}
    const remind = (clock: Clock.Clock, refs: FiberRefs.FiberRefs, millis = 1000): void => {
      stop = after(clock, millis, () => {
        const line = `${waiting} ${waiting === 1 ? "attempt waits" : "attempts wait"} for the rate limit`
        Effect.runFork(Effect.zipRight(Effect.setFiberRefs(refs), besideSpan(Effect.logInfo(line))))
        remind(clock, refs, 10_000)
      })
    }
    return onTurn((refs) => {
      let isWaiting = false
      return {
        waits: (clock) => {
          isWaiting = true
          if (waiting++ === 0) remind(clock, refs)
        },
        ended: (waited) => {
          if (isWaiting && --waiting === 0) stop()
          Context.get(FiberRefs.getOrDefault(refs, FiberRef.currentContext), CurrentLog).waited = waited
        }
      }
    })(rateLimit)
  }
})

/**
 * Logs the calls of a layer, without bodies: see `make`. Pass it to a layer as `observer`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const observer: Observer = make()

/** What is known of the attempt of a call that runs now. */
interface Log {
  attempt: number
  waited: number
  answer?: Answer | undefined
}

class CurrentLog extends Context.Reference<CurrentLog>()("effect-intercom/HttpLog", {
  defaultValue: (): Log => ({ attempt: 0, waited: 0 })
}) {}

// Effect adds a line to the span in which it is logged. Spans hold no bodies, and have events of their own.
const besideSpan = (log: Effect.Effect<void>): Effect.Effect<void> =>
  Effect.matchEffect(Effect.currentParentSpan, {
    onFailure: () => log,
    onSuccess: (span) => Effect.withParentSpan(log, Tracer.externalSpan(span))
  })

const lineOf = (exit: Exit.Exit<Answer, IntercomError>, { method, operation, path }: Operation): string => {
  const result = Exit.isSuccess(exit) ? exit.value.response.status : outcomeOf(exit)
  return failureOf(exit)?.message ?? `${operation}: ${result} (${method} ${path})`
}

const partsOf = (
  { requestId = "", response, text }: Answer,
  { bodies, maxBodyLength = 2000 }: Options
): Readonly<Record<string, unknown>> => {
  const withoutToken = removing(tokenOf(response))
  const id = withoutToken(requestId)
  const shown = (body: string): string => {
    const line = withoutToken(body).replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    const most = maxBodyLength > 0 ? maxBodyLength : 0
    return line.length > most ? `${line.slice(0, most)}…` : line
  }
  const { body } = response.request
  return {
    ...(isWord(id) ? { "intercom.request_id": id } : {}),
    ...(text === "" ? {} : { "http.response.body.size": new TextEncoder().encode(text).length }),
    ...(bodies && body._tag === "Raw" && typeof body.body === "string" ? { "request.body": shown(body.body) } : {}),
    ...(bodies && text !== "" ? { "response.body": shown(text) } : {})
  }
}

// A body may hold the token as JSON, HTML or a URL writes it.
const removing = (token: string): (text: string) => string => {
  if (token === "") return identity
  const forms = Array.from(token, (character) => {
    const code = character.charCodeAt(0)
    const hex = code.toString(16)
    const plain = /\w/.test(character) ? character : `\\\\?\\${character}`
    return `(?:${plain}|\\\\u00${hex}|%${hex}|&#(?:x0{0,4}${hex}|0{0,4}${code});)`
  })
  const pattern = new RegExp(forms.join(""), "gi")
  return (text) => text.replace(pattern, "<redacted>")
}
