import { assert, describe, it } from "@effect/vitest"
import * as Polling from "effect-intercom/Polling"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Schedule from "effect/Schedule"
import * as TestClock from "effect/TestClock"

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

  it.effect("passes on what asking fails with, at once", () =>
    Effect.gen(function*() {
      assert.strictEqual(yield* Effect.flip(untilEnd(Effect.fail("boom"))), "boom")
    }))
})
