/**
 * The rate limit of four processes, over a Redis that the test starts. The first test has windows of ten seconds, as
 * Intercom has: in shorter ones, a machine that is busy would leave turns unused. The others have windows of two seconds.
 */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { type Load, runProcesses } from "./processes.js"
import { isInstalled, startRedis } from "./redisServer.js"

// A busy machine may take more than the default of half a second to start a connection.
const load: Load = { processes: 4, fibers: 16, calls: 528, limit: 166, seconds: 10, latency: 25, timeout: 5000 }

describe.skipIf(!isInstalled)("Four processes with one Redis (skipped if redis-server is not installed)", () => {
  it.scopedLive("draw few 429s and use the allowed rate", () =>
    Effect.gen(function*() {
      const redis = yield* startRedis
      const { failed, limited, sent, used, warnings } = yield* runProcesses(load, redis.port)
      assert.deepStrictEqual(failed, [])
      assert.strictEqual(warnings, 0)
      assert.isAtLeast(sent, load.calls)
      assert.isBelow(limited, 0.01)
      assert.isAtLeast(used, 0.95)
    }), 120_000)

  const ends: Readonly<Record<string, "SIGKILL" | "SIGSTOP">> = {
    "ends": "SIGKILL",
    "does not answer any more": "SIGSTOP"
  }
  for (const [name, signal] of Object.entries(ends)) {
    it.scopedLive(`that ${name} go on by what the responses tell, and exit`, () =>
      Effect.gen(function*() {
        const redis = yield* startRedis
        const stop = Effect.delay(Effect.sync(() => redis.signal(signal)), "2 seconds")
        const { failed, silence, warnings } = yield* runProcesses(
          { ...load, calls: 400, limit: 100, seconds: 2, timeout: 1000 },
          redis.port,
          stop
        )
        assert.deepStrictEqual(failed, [])
        assert.strictEqual(warnings, 4)
        // A window, and the wait for the store.
        assert.isBelow(silence, 3500)
      }), 120_000)
  }
})
