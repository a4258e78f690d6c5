import * as Effect from "effect/Effect"
import { type ChildProcess, spawn } from "node:child_process"

export interface Ended {
  readonly status: number | null
  readonly output: ReadonlyArray<string>
  readonly errors: ReadonlyArray<string>
}

const linesOf = (text: string): ReadonlyArray<string> => text.split("\n").filter((line) => line !== "")

export const start = (name: string, args: ReadonlyArray<string>, environment: Record<string, string> = {}) => {
  const { INTERCOM_ACCESS_TOKEN: _, ...inherited } = process.env
  return spawn(process.execPath, ["--import", "tsx", `docs/examples/${name}.ts`, ...args], {
    env: { ...inherited, ...environment }
  })
}

/** Runs a program of `docs/examples` in a process of its own, without a token unless `environment` has one. */
export const runExample = (
  name: string,
  args: ReadonlyArray<string> = [],
  environment: Record<string, string> = {}
): Effect.Effect<Ended> =>
  Effect.map(Effect.suspend(() => ended(start(name, args, environment))), ({ errors, output, status }) => ({
    status,
    output: linesOf(output),
    errors: linesOf(errors)
  }))

/** How a process ended, and all that it printed. */
export interface EndedProcess {
  readonly status: number | null
  readonly output: string
  readonly errors: string
}

/** Waits for the end of a process. */
export const ended = (child: ChildProcess): Effect.Effect<EndedProcess> =>
  Effect.async((resume) => {
    let output = ""
    let errors = ""
    child.stdout?.on("data", (data) => output += data)
    child.stderr?.on("data", (data) => errors += data)
    child.on("error", (error) => resume(Effect.die(error)))
    child.on("close", (status) => resume(Effect.succeed({ status, output, errors })))
  })
