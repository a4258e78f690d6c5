import { assert, describe, it } from "@effect/vitest"
import * as Webhook from "effect-intercom/Webhook"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { Agent, request } from "node:http"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { serveApp } from "./loopback.js"
import { bytesOf, clientSecret, notification } from "./webhookSender.js"

const deliveries = 5000
const concurrency = 64

interface Delivery {
  readonly id: string
  readonly body: Uint8Array<ArrayBuffer>
  readonly signature: string
}

/** Of 20 deliveries one is forged and two repeat an earlier one. */
const idOf = (i: number): string =>
  i % 20 === 7 ? `forged-${i}` : i % 10 === 9 && i > 100 ? `notif_${i - 5}` : `notif_${i}`

const isForged = (id: string): boolean => id.startsWith("forged")

const deliveryOf = (id: string): Effect.Effect<Delivery> => {
  // So large that what keeps bodies is seen in the memory.
  const body = bytesOf(JSON.stringify({ ...notification(id), links: { padding: "x".repeat(4000) } }))
  const secret = isForged(id) ? Redacted.make("another") : clientSecret
  return Effect.map(Webhook.sign(body, secret), (signature) => ({ id, body, signature }))
}

setFlagsFromString("--expose-gc")
const collectGarbage: () => void = runInNewContext("gc")

const heapUsed = Effect.gen(function*() {
  // What is on its way to be freed, sockets for one, first gets the time for it.
  yield* Effect.sleep("100 millis")
  collectGarbage()
  return process.memoryUsage().heapUsed / 1e6
})

interface Tally {
  begun: number
  succeeded: number
  running: number
}

const load = (acknowledge: "first" | "after") =>
  Effect.gen(function*() {
    const tallies = new Map<string, Tally>()
    const statuses = new Map<number, number>()
    const latencies: Array<number> = []
    let overlaps = 0
    let failures = 0

    const tallyOf = (id: string): Tally => {
      const tally = tallies.get(id) ?? { begun: 0, succeeded: 0, running: 0 }
      tallies.set(id, tally)
      return tally
    }

    /** The first time some fail, die or hang. */
    const endOf = (id: string, { begun }: Tally): Effect.Effect<void, string> => {
      const number = Number(id.slice(6))
      if (begun > 1) return Effect.void
      if (number % 50 === 1) return Effect.fail("out of order")
      if (number % 50 === 2) return Effect.die("out of order")
      return number % 50 === 3 ? Effect.never : Effect.void
    }

    const app = yield* Webhook.httpApp({
      clientSecret,
      acknowledge,
      capacity: 16,
      deadline: "400 millis",
      timeout: "50 millis",
      onFailure: () =>
        Effect.sync(() => {
          failures++
        }),
      onNotification: ({ id }) => {
        const tally = tallyOf(id ?? "")
        tally.begun++
        if (tally.running++ > 0) overlaps++
        return Effect.sleep("1 millis").pipe(
          Effect.zipRight(endOf(id ?? "", tally)),
          Effect.tap(() =>
            Effect.sync(() => {
              tally.succeeded++
            })
          ),
          Effect.ensuring(Effect.sync(() => {
            tally.running--
          }))
        )
      }
    })
    const url = yield* serveApp(app)

    const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
    yield* Effect.addFinalizer(() => Effect.sync(() => agent.destroy()))

    const deliver = ({ body, signature }: Delivery) =>
      Effect.async<number>((resume) => {
        const start = performance.now()
        const headers = { "x-hub-signature": signature, "content-type": "application/json" }
        const sent = request(url, { method: "POST", agent, headers }, (response) => {
          const status = response.statusCode ?? 0
          response.resume()
          response.on("end", () => {
            latencies.push(performance.now() - start)
            statuses.set(status, (statuses.get(status) ?? 0) + 1)
            resume(Effect.succeed(status))
          })
        })
        sent.on("error", (error) => resume(Effect.die(error)))
        sent.end(body)
      })

    /** Delivers each, and what was refused for now again until it is taken; gives back the ids taken. */
    const deliverAll = (all: ReadonlyArray<Delivery>) =>
      Effect.gen(function*() {
        const accepted = new Set<string>()
        let waiting = all
        for (let round = 0; waiting.length > 0 && round < 100; round++) {
          const answers = yield* Effect.forEach(waiting, deliver, { concurrency })
          waiting.forEach(({ id }, i) => answers[i] === 200 && accepted.add(id))
          waiting = waiting.filter((_, i) => answers[i] === 429 || answers[i] === 500)
        }
        return accepted
      })

    const all = yield* Effect.forEach(Array.from({ length: deliveries }, (_, i) => idOf(i)), deliveryOf)
    const early = yield* deliverAll(all.slice(0, 1000))
    // From here on it is warm.
    latencies.length = 0
    const before = yield* heapUsed
    const late = yield* deliverAll(all.slice(1000))
    const growth = (yield* heapUsed) - before
    yield* Effect.sleep("100 millis")
    return {
      accepted: [...early, ...late],
      deliverAll,
      failures: () => failures,
      growth,
      overlaps: () => overlaps,
      p99: latencies.sort((a, b) => a - b)[Math.floor(latencies.length * 0.99)] ?? Infinity,
      statuses,
      tallies
    }
  })

const genuine = Array.from(new Set(Array.from({ length: deliveries }, (_, i) => idOf(i)))).filter((id) => !isForged(id))

describe("Under load", () => {
  for (const acknowledge of ["first", "after"] as const) {
    it.live(
      `each notification is handled exactly once, and none is lost (${acknowledge})`,
      () =>
        Effect.scoped(Effect.gen(function*() {
          const { accepted, deliverAll, failures, growth, overlaps, p99, statuses, tallies } = yield* load(acknowledge)
          const all = [...tallies]

          assert.strictEqual(statuses.get(401), deliveries / 20)
          assert.deepStrictEqual([...statuses.keys()].filter((status) => ![200, 401, 429, 500].includes(status)), [])
          assert.deepStrictEqual(all.filter(([id]) => isForged(id)), [])
          assert.sameMembers(accepted, genuine)
          assert.sameMembers(all.map(([id]) => id), genuine)

          assert.strictEqual(overlaps(), 0)
          assert.deepStrictEqual(all.filter(([, { succeeded }]) => succeeded > 1), [])
          assert.strictEqual(all.reduce((sum, [, { begun, succeeded }]) => sum + begun - succeeded, 0), failures())

          // What was answered with 200 and failed then, Intercom does not send again: the one who was told may.
          const failed = all.filter(([, { succeeded }]) => succeeded === 0).map(([id]) => id)
          if (acknowledge === "after") assert.deepStrictEqual(failed, [])
          yield* deliverAll(yield* Effect.forEach(failed, deliveryOf))
          yield* Effect.sleep("200 millis")
          assert.deepStrictEqual(all.filter(([, { succeeded }]) => succeeded !== 1), [])

          if (acknowledge === "first") assert.isBelow(p99, 500)
          assert.isBelow(growth, 6)
        })),
      60_000
    )
  }
})
