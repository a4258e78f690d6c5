import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { type ChildProcess, spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { ended, type EndedProcess } from "../program.js"

const main = join(import.meta.dirname, "..", "..", "dist", "bin", "main.js")

const start = (args: ReadonlyArray<string>): ChildProcess => {
  if (!existsSync(main)) throw new Error("dist/ is missing, and the command is in it: run `npm run build` first")
  return spawn(process.execPath, [main, ...args])
}

/** Runs the command of the built package to its end. */
export const run = (...args: ReadonlyArray<string>): Effect.Effect<EndedProcess> =>
  Effect.flatMap(Effect.sync(() => start(args)), ended)

export interface Running {
  /** The lines that it has printed so far, once there are as many as this. */
  readonly lines: (count: number) => Effect.Effect<ReadonlyArray<string>>
  /** Reads no more of what it prints. */
  readonly closeOutput: Effect.Effect<void>
  /** Ends it as Ctrl-C does. */
  readonly interrupt: Effect.Effect<EndedProcess>
}

/** Starts the command of the built package, and ends it when the scope closes. */
export const running = (...args: ReadonlyArray<string>): Effect.Effect<Running, never, Scope.Scope> =>
  runningOf(() => start(args))

/** Starts a process, and ends it when the scope closes. */
export const runningOf = (start: () => ChildProcess): Effect.Effect<Running, never, Scope.Scope> =>
  Effect.gen(function*() {
    const child = yield* Effect.acquireRelease(
      Effect.sync(start),
      (child) => Effect.sync(() => child.kill("SIGKILL"))
    )
    const end = yield* Effect.fork(ended(child))
    const printed: Array<string> = []
    child.stdout?.on("data", (data) => printed.push(...String(data).split("\n").filter((line) => line !== "")))
    return {
      lines: (count) => {
        const enough = Effect.async<ReadonlyArray<string>>((resume) => {
          const look = (): void => {
            if (printed.length >= count) resume(Effect.succeed([...printed]))
          }
          child.stdout?.on("data", look)
          look()
        })
        // A process that ends early would let the test wait for its time limit, without a reason.
        const tooEarly = Effect.flatMap(end, ({ errors, status }) => Effect.dieMessage(`status ${status}: ${errors}`))
        return Effect.raceFirst(enough, tooEarly)
      },
      closeOutput: Effect.sync(() => child.stdout?.destroy()),
      interrupt: Effect.zipRight(Effect.sync(() => child.kill("SIGINT")), end)
    }
  })
