/**
 * Several processes against one server, which allows a number of requests in each window and says so in Intercom's
 * headers.
 */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { build } from "esbuild"
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { serveNode } from "../loopback.js"
import type { Done, Work } from "./worker.js"

export interface Load {
  readonly processes: number
  /** Of each process. */
  readonly fibers: number
  /** Of all processes together. */
  readonly calls: number
  readonly limit: number
  /** The length of a window, in whole seconds. */
  readonly seconds: number
  /** How long the server takes for an answer, in milliseconds. */
  readonly latency: number
  /** How long a process waits for an answer of the store, in milliseconds. */
  readonly timeout: number
}

export interface Usage {
  readonly failed: ReadonlyArray<string>
  /** How often a process lost the store. */
  readonly warnings: number
  readonly sent: number
  /** The share of the requests that drew a 429. */
  readonly limited: number
  /** The share of what the windows allowed, but the first and the last, and calls used. */
  readonly used: number
  /** The longest time in which no request arrived before the last one, in milliseconds. */
  readonly silence: number
  /** How many requests each window allowed. */
  readonly windows: ReadonlyArray<number>
}

/** Runs the calls. `during` runs beside them. */
export const runProcesses = (
  load: Load,
  redisPort: number,
  during: Effect.Effect<unknown> = Effect.void
): Effect.Effect<Usage, never, Scope.Scope> =>
  Effect.gen(function*() {
    const length = load.seconds * 1000
    const windows = new Map<number, number>()
    const times: Array<number> = []
    let limited = 0
    const baseUrl = yield* serveNode((_, response) => {
      const now = Date.now()
      const number = Math.floor(now / length)
      const used = windows.get(number) ?? 0
      const isAllowed = used < load.limit
      times.push(now)
      if (isAllowed) windows.set(number, used + 1)
      else limited++
      response.writeHead(isAllowed ? 200 : 429, {
        "content-type": "application/json",
        "x-ratelimit-limit": `${load.limit}`,
        "x-ratelimit-remaining": `${Math.max(0, load.limit - used - 1)}`,
        "x-ratelimit-reset": `${(number + 1) * load.seconds}`
      })
      const body = isAllowed ? { type: "contact", id: "1" } : { type: "error.list", errors: [] }
      setTimeout(() => response.end(JSON.stringify(body)), load.latency)
    })
    const file = yield* bundleWorker
    const workers = yield* Effect.forEach(Array.from({ length: load.processes }), () => startWorker(file), {
      concurrency: "unbounded"
    })
    const work: Work = {
      baseUrl,
      redisPort,
      fibers: load.fibers,
      calls: load.calls / load.processes,
      window: length,
      timeout: load.timeout
    }
    const [done] = yield* Effect.all([
      Effect.forEach(workers, (worker) => finish(worker, work), { concurrency: "unbounded" }),
      during
    ], { concurrency: 2 })
    const inner = Array.from(windows.values()).slice(1, -1)
    return {
      failed: done.flatMap(({ failed }) => failed),
      warnings: done.reduce((sum, { warnings }) => sum + warnings, 0),
      sent: times.length,
      limited: limited / times.length,
      used: inner.reduce((sum, used) => sum + used, 0) / (load.limit * inner.length),
      silence: times.reduce((most, time, index) => Math.max(most, time - (times[index - 1] ?? time)), 0),
      windows: Array.from(windows.values())
    }
  })

// In one file, because Node starts it in a tenth of the time that it takes to compile and load all modules.
const bundleWorker: Effect.Effect<string, never, Scope.Scope> = Effect.acquireRelease(
  Effect.promise(async () => {
    const folder = mkdtempSync(join(tmpdir(), "effect-intercom-shared-"))
    await build({
      entryPoints: [join(import.meta.dirname, "worker.ts")],
      outfile: join(folder, "worker.mjs"),
      bundle: true,
      format: "esm",
      platform: "node",
      logLevel: "error",
      // For the modules of ioredis, which are CommonJS.
      banner: { js: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url)` }
    })
    return folder
  }),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
).pipe(Effect.map((folder) => join(folder, "worker.mjs")))

const startWorker = (file: string): Effect.Effect<ChildProcess, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const worker = fork(file, { stdio: ["ignore", "ignore", "ignore", "ipc"] })
      await once(worker, "message")
      return worker
    }),
    (worker) => Effect.sync(() => worker.kill("SIGKILL"))
  )

/** Gives the work to a process, and waits until it has ended by itself. */
const finish = (worker: ChildProcess, work: Work): Effect.Effect<Done> =>
  Effect.promise(async () => {
    const ended = once(worker, "exit")
    worker.send(work)
    const [done] = await Promise.race([once(worker, "message"), ended])
    const [code] = await ended
    if (code !== 0) throw new Error(`A process ended with status ${code}`)
    return done
  })
