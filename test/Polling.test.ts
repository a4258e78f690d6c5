import { assert, describe, it } from "@effect/vitest"
import {
  type IntercomError,
  NetworkError,
  RateLimited,
  ServerError,
  Timeout,
  Unauthorized,
  UnexpectedStatus
} from "effect-intercom/IntercomError"
import * as Polling from "effect-intercom/Polling"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Schedule from "effect/Schedule"
import * as TestClock from "effect/TestClock"

const request = { operation: "Jobs.find", method: "GET", path: "/jobs/status/{job_id}" }

interface Answer {
  readonly id: string
  readonly status?: string | null
}

/** Gives one status after the other, the last one for ever, and counts how often it was asked. */
const job = (...statuses: ReadonlyArray<string | null>) => {
  let asked = 0
  const status = Effect.sync((): Answer => {
    const word = statuses[Math.min(asked, statuses.length - 1)] ?? null
    asked++
    return { id: "7", status: word }
  })
  return { asked: () => asked, wait: (options?: Polling.Options) => untilEnd(status, options) }
}

const untilEnd = <E, R>(status: Effect.Effect<Answer, E, R>, options?: Polling.Options) =>
  Polling.untilEnd(status, { operation: "Jobs.await", job: "7", ...options })

describe("Polling", () => {
  for (const word of ["success", "completed", "complete", "no_data"]) {
    it.effect(`ends with the job once it is ${word}`, () =>
      Effect.gen(function*() {
        const { asked, wait } = job("pending", "in_progress", null, word)
        const fiber = yield* Effect.fork(wait())
        yield* TestClock.adjust("1 minute")
        assert.deepStrictEqual(yield* Fiber.join(fiber), { id: "7", status: word })
        assert.strictEqual(asked(), 4)
      }))
  }

  for (const word of ["failed", "canceled", "cancelled"]) {
    it.effect(`fails with JobFailed where it is ${word}, and asks no more`, () =>
      Effect.gen(function*() {
        const { asked, wait } = job(word)
        const error = yield* Effect.flip(wait())
        assert.strictEqual(error._tag, "IntercomJobFailed")
        assert.strictEqual(error.message, `Jobs.await: the job ended as ${word}`)
        assert.strictEqual(error.job, "7")
        assert.strictEqual(asked(), 1)
      }))
  }

  it.effect("says `unknown` for a status that is no word", () =>
    Effect.gen(function*() {
      for (const status of ["a\nb", "dG9rOjEyMzQ1Njc4OTA", "x".repeat(33), ""]) {
        const error = yield* Effect.flip(job(status).wait({ schedule: Schedule.stop }))
        assert.strictEqual(error.message, "Jobs.await: the job is still unknown")
      }
    }))

  it.effect("asks at once, after a second, and then ever later up to every 30 seconds", () =>
    Effect.gen(function*() {
      const { asked, wait } = job("pending")
      yield* Effect.fork(wait())
      const counts: Array<number> = []
      for (const step of ["0 seconds", "1 seconds", "1500 millis", "10 minutes", "30 seconds", "30 seconds"] as const) {
        yield* TestClock.adjust(step)
        counts.push(asked())
      }
      const [first, second, third, later = 0] = counts
      assert.deepStrictEqual([first, second, third], [1, 2, 3])
      assert.deepStrictEqual(counts.slice(4), [later + 1, later + 2])
    }))

  it.effect("fails with JobPending when the schedule ends first, after an hour unless told otherwise", () =>
    Effect.gen(function*() {
      const hour = job("brewing")
      const fiber = yield* Effect.fork(Effect.flip(hour.wait()))
      yield* TestClock.adjust("59 minutes")
      assert.isNull(yield* Fiber.poll(fiber).pipe(Effect.map((exit) => exit._tag === "None" ? null : exit)))
      yield* TestClock.adjust("2 minutes")
      const error = yield* Fiber.join(fiber)
      assert.strictEqual(error._tag, "IntercomJobPending")
      assert.strictEqual(error.message, "Jobs.await: the job is still brewing")

      const thrice = job("pending")
      yield* Effect.flip(thrice.wait({ schedule: Schedule.recurs(2) }))
      assert.strictEqual(thrice.asked(), 3)
    }))

  const passing: ReadonlyArray<IntercomError> = [
    new ServerError({ ...request, status: 500, errors: [] }),
    new RateLimited({ ...request, status: 429, errors: [] }),
    new NetworkError(request),
    new Timeout({ ...request, timeout: Duration.seconds(30) }),
    new UnexpectedStatus({ ...request, status: 408, errors: [] })
  ]
  for (const cause of passing) {
    it.effect(`goes on after ${cause._tag}, as long as its schedule does`, () =>
      Effect.gen(function*() {
        let asked = 0
        const broken = (until: number) =>
          Effect.suspend((): Effect.Effect<Answer, IntercomError> => {
            asked++
            if (asked === 1) return Effect.succeed({ id: "7", status: "brewing" })
            return asked < until ? Effect.fail(cause) : Effect.succeed({ id: "7", status: "success" })
          })
        const fiber = yield* Effect.fork(untilEnd(broken(90)))
        yield* TestClock.adjust("50 minutes")
        assert.deepStrictEqual(yield* Fiber.join(fiber), { id: "7", status: "success" })

        asked = 0
        const pending = yield* Effect.fork(Effect.flip(untilEnd(broken(Infinity))))
        yield* TestClock.adjust("61 minutes")
        const error = yield* Fiber.join(pending)
        assert(error._tag === "IntercomJobPending")
        assert.deepStrictEqual([error.job, error.status, error.cause], ["7", "brewing", cause])
      }))
  }

  it.effect("passes on at once an error that will not pass", () =>
    Effect.gen(function*() {
      const refused = new Unauthorized({ ...request, status: 401, errors: [] })
      assert.strictEqual(yield* Effect.flip(untilEnd(Effect.fail(refused))), refused)
    }))

  it.effect("passes on what asking fails with, at once", () =>
    Effect.gen(function*() {
      assert.strictEqual(yield* Effect.flip(untilEnd(Effect.fail("boom"))), "boom")
    }))
})
