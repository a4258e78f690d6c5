/**
 * Many calls under a rate limit in simulated time: only `RateLimit` and a server, without fibers and requests.
 */
import * as RateLimit from "effect-intercom/RateLimit"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

interface Load {
  readonly calls: number
  readonly fibers: number
  /** How far the server's clock is ahead of the client's, in milliseconds. */
  readonly ahead: number
}

interface Outcome {
  readonly sent: number
  readonly refused: number
  /** The share of the limit that was used in the windows between the first and the last. */
  readonly used: number
}

/**
 * Makes calls by a number of fibers to a server that allows 166 in each window of ten seconds and answers after 40 to 80
 * milliseconds. A call that draws a 429 waits as `Retry` does, and is sent again.
 */
export const simulate = async ({ ahead, calls, fibers }: Load): Promise<Outcome> => {
  const limit = 166
  const clock = simulatedClock(1_764_000_003_456)
  const rateLimit = Effect.runSync(RateLimit.make())
  /** How many requests each window got, by its end. */
  const windows = new Map<number, number>()
  let [begun, ended, sent, refused] = [0, 0, 0, 0]

  const call = (): void => {
    if (begun++ < calls) attempt()
  }
  const attempt = (): void => {
    rateLimit.enter({
      clock,
      refuse: () => {
        throw new Error("refused")
      },
      send: (leave) => {
        sent++
        const latency = 40 + (sent * 7919) % 41
        clock.at(latency / 2, () => {
          const at = clock.unsafeCurrentTimeMillis() + ahead
          const end = Math.floor(at / 10_000) * 10 + 10
          const used = (windows.get(end) ?? 0) + 1
          windows.set(end, used)
          const isRefused = used > limit
          const headers = {
            date: new Date(at).toUTCString(),
            "x-ratelimit-limit": `${limit}`,
            "x-ratelimit-remaining": `${Math.max(0, limit - used)}`,
            "x-ratelimit-reset": `${end}`
          }
          clock.at(latency / 2, () => {
            leave({ status: isRefused ? 429 : 200, headers })
            if (isRefused) {
              refused++
              clock.at(Math.max(500, end * 1000 - Date.parse(headers.date)), attempt)
            } else {
              ended++
              call()
            }
          })
        })
      }
    })
  }
  for (let fiber = 0; fiber < fibers; fiber++) call()
  while (ended < calls) await clock.next()
  const [, ...whole] = [...windows.values()].slice(0, -1).map((used) => Math.min(used, limit) / limit)
  return { sent, refused, used: whole.reduce((sum, share) => sum + share, 0) / whole.length }
}

interface SimulatedClock extends Clock.Clock {
  /** Runs a task after a number of milliseconds. */
  readonly at: (millis: number, task: () => void) => void
  /** Goes on to the next task and runs it. */
  readonly next: () => Promise<void>
}

const simulatedClock = (start: number): SimulatedClock => {
  let now = start
  const tasks: Array<{ readonly time: number; readonly task: () => void }> = []
  const at = (millis: number, task: () => void): () => void => {
    const entry = { time: now + millis, task }
    const index = tasks.findIndex(({ time }) => time > entry.time)
    tasks.splice(index < 0 ? tasks.length : index, 0, entry)
    return () => {
      const place = tasks.indexOf(entry)
      if (place >= 0) tasks.splice(place, 1)
    }
  }
  return {
    ...Clock.make(),
    unsafeCurrentTimeMillis: () => now,
    sleep: (duration) =>
      Effect.async((resume) => {
        const cancel = at(Duration.toMillis(duration), () => resume(Effect.void))
        return Effect.sync(cancel)
      }),
    at,
    next: async () => {
      const next = tasks.shift()
      if (next === undefined) throw new Error("nothing left to do, and calls have not ended")
      now = next.time
      next.task()
      // Lets the fibers that sleep begin and end.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}
