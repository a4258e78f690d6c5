import { assert, describe, it } from "@effect/vitest"
import * as BulkJobs from "effect-intercom/api/BulkJobs"
import * as Jobs from "effect-intercom/api/Jobs"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as TestClock from "effect/TestClock"
import { bodyOf, errorList, lineOf, scripted } from "../scripted.js"

describe("Jobs.await", () => {
  it.effect("gives a job with what it made once it has succeeded", () =>
    Effect.gen(function*() {
      const { layer } = scripted([
        () => Response.json({ type: "job", id: 2, status: "pending", resource_id: null }),
        () => Response.json({ type: "job", id: 2, status: "success", resource_id: 20 })
      ])
      const fiber = yield* Effect.fork(Effect.provide(Jobs.await("2"), layer))
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual<unknown>(yield* Fiber.join(fiber), {
        type: "job",
        id: "2",
        status: "success",
        resource_id: "20"
      })
    }))

  it.effect("fails with NotFound for a job that does not exist", () =>
    Effect.gen(function*() {
      const error = yield* Effect.flip(
        Effect.provide(Jobs.await("2"), scripted([() => errorList(404, "job_not_found")]).layer)
      )
      assert.strictEqual(error._tag, "IntercomNotFound")
    }))
})

describe("Jobs.batch", () => {
  it.effect("gives each item's own result in the order of the items; one that fails or dies does not fail the rest", () =>
    Effect.gen(function*() {
      const results = yield* Jobs.batch([1, 2, 3, 4], (n) => {
        if (n === 2) throw new TypeError("not even sent")
        return n === 3 ? Effect.fail("refused") : Effect.delay(Effect.succeed(n * 10), `${100 - n} millis`)
      }).pipe(Effect.fork, Effect.tap(TestClock.adjust("1 second")), Effect.flatMap(Fiber.join))
      assert.deepStrictEqual(results.map(Exit.isSuccess), [true, false, false, true])
      assert.deepStrictEqual(results[0], Exit.succeed(10))
      assert.deepStrictEqual(results[2], Exit.fail("refused"))
      assert.deepStrictEqual(results[3], Exit.succeed(40))
    }))

  it.effect("has at most `concurrency` calls under way, 10 unless told otherwise", () =>
    Effect.gen(function*() {
      for (const [options, most] of [[undefined, 10], [{ concurrency: 3 }, 3]] as const) {
        let under = 0
        let peak = 0
        const send = () =>
          Effect.sync(() => (peak = Math.max(peak, ++under))).pipe(
            Effect.zipRight(Effect.sleep("1 second")),
            Effect.ensuring(Effect.sync(() => under--))
          )
        const fiber = yield* Effect.fork(Jobs.batch(Array.from({ length: 25 }), send, options))
        yield* TestClock.adjust("1 minute")
        assert.strictEqual((yield* Fiber.join(fiber)).length, 25)
        assert.strictEqual(peak, most)
      }
    }))

  it.effect("is interrupted as a whole", () =>
    Effect.gen(function*() {
      const fiber = yield* Effect.fork(Jobs.batch([1, 2, 3], () => Effect.never))
      yield* TestClock.adjust("1 second")
      assert.isTrue(Exit.isInterrupted(yield* Fiber.interrupt(fiber)))
    }))
})

describe("The bulk jobs of API 1.x", () => {
  const item = BulkJobs.contactItem({ email: "ada@example.com" }, "post")
  const event = BulkJobs.eventItem({ event_name: "imported", user_id: "7" })
  const answer = () => Response.json({ app_id: "app", id: "job_5", state: "running", links: {} })
  const cases = [
    ["startContacts", BulkJobs.startContacts([item]), "POST /bulk/users", { items: [item] }],
    ["appendContacts", BulkJobs.appendContacts("job_5", [item]), "POST /bulk/users", {
      job: { id: "job_5" },
      items: [item]
    }],
    ["startEvents", BulkJobs.startEvents([event]), "POST /bulk/events", { items: [event] }],
    ["appendEvents", BulkJobs.appendEvents("job_5", [event]), "POST /bulk/events", {
      job: { id: "job_5" },
      items: [event]
    }],
    ["find", BulkJobs.find("job_5"), "GET /jobs/job_5", undefined]
  ] as const
  for (const [name, call, request, body] of cases) {
    it.effect(`${name} sends what they took`, () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([answer])
        const { id, state } = yield* Effect.provide(call, layer)
        assert.deepStrictEqual([id, state], ["job_5", "running"])
        assert.deepStrictEqual(sent.map(lineOf), [request])
        assert.deepStrictEqual(bodyOf(sent[0]), body)
      }))
  }
})
