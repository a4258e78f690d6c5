/**
 * Many fibers against a rate limit, in virtual time. The server allows `limit` requests in each window of ten seconds,
 * and says so in Intercom's headers.
 */
import * as Contacts from "effect-intercom/api/Contacts"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { errorList } from "../scripted.js"
import { scriptedLayer } from "./scriptedLayer.js"
import * as VirtualClock from "./virtualClock.js"

export interface Load {
  readonly fibers: number
  readonly calls: number
  /** How many seconds the clock of the client is ahead of the server's. */
  readonly ahead: number
}

export interface Usage {
  readonly failed: number
  readonly sent: number
  /** The share of the requests that drew a 429. */
  readonly limited: number
  /** The share of what all windows but the last allowed, and calls used. */
  readonly used: number
  /** Seconds of virtual time. */
  readonly seconds: number
}

const limit = 166
const window = 10_000
const latency = "25 millis"

export const loads: ReadonlyArray<Load> = [0, 60, -60, 5.3, -5.3].flatMap((ahead) => [
  { fibers: 64, calls: 600, ahead },
  { fibers: 1000, calls: 2000, ahead }
])

export const nameOf = ({ ahead, calls, fibers }: Load): string =>
  `${fibers} fibers, ${calls} calls, a clock that is ${
    ahead === 0 ? "right" : `${Math.abs(ahead)} s ${ahead > 0 ? "ahead" : "behind"}`
  }`

export const runLoad = ({ ahead, calls, fibers }: Load): Effect.Effect<Usage> =>
  Effect.gen(function*() {
    const windows = new Map<number, number>()
    let sent = 0
    let limited = 0

    const answer = Effect.map(Clock.currentTimeMillis, (clientNow) => {
      const now = clientNow - ahead * 1000
      const number = Math.floor(now / window)
      const used = windows.get(number) ?? 0
      sent += 1
      const isAllowed = used < limit
      windows.set(number, isAllowed ? used + 1 : used)
      const headers = {
        date: new Date(now).toUTCString(),
        "x-ratelimit-limit": String(limit),
        "x-ratelimit-remaining": String(Math.max(0, limit - used - 1)),
        "x-ratelimit-reset": String((number + 1) * window / 1000)
      }
      if (isAllowed) return Response.json({ type: "contact", id: "1" }, { headers })
      limited += 1
      return errorList(429, "rate_limit_exceeded", headers)
    })

    const start = yield* Clock.currentTimeMillis
    const results = yield* Effect.forEach(
      Array.from({ length: calls }, (_, number) => String(number)),
      (id) => Effect.either(Contacts.find(id)),
      { concurrency: fibers }
    ).pipe(
      Effect.provide(scriptedLayer(() => Effect.delay(answer, latency).pipe(Effect.zipLeft(Effect.sleep(latency)))))
    )
    const seconds = ((yield* Clock.currentTimeMillis) - start) / 1000

    const numbers = Array.from(windows.keys())
    const first = Math.min(...numbers)
    const last = Math.max(...numbers)
    const usedBefore = Array.from(windows).reduce((sum, [number, used]) => number < last ? sum + used : sum, 0)
    return {
      failed: results.filter(({ _tag }) => _tag === "Left").length,
      sent,
      limited: limited / sent,
      used: usedBefore / (limit * (last - first)),
      seconds
    }
  }).pipe(VirtualClock.run)
