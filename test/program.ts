import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { spawn } from "node:child_process"
import { createInterface } from "node:readline"

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

/** Starts a program that goes on until the scope closes, and gives the first line it prints. */
export const startExample = (
  name: string,
  args: ReadonlyArray<string> = []
): Effect.Effect<string, never, Scope.Scope> =>
  Effect.flatMap(
    Effect.acquireRelease(
      Effect.sync(() => start(name, args)),
      (child) =>
        Effect.async<void>((resume) => {
          child.on("close", () => resume(Effect.void))
          child.kill("SIGINT")
        })
    ),
    (child) =>
      Effect.async((resume) => {
        createInterface(child.stdout).once("line", (line) => resume(Effect.succeed(line)))
      })
  )

/** Runs a program of `docs/examples` in a process of its own, without a token unless `environment` has one. */
export const runExample = (
  name: string,
  args: ReadonlyArray<string> = [],
  environment: Record<string, string> = {}
): Effect.Effect<Ended> =>
  Effect.async((resume) => {
    const child = start(name, args, environment)
    let output = ""
    let errors = ""
    child.stdout.on("data", (data) => output += data)
    child.stderr.on("data", (data) => errors += data)
    child.on("close", (status) => resume(Effect.succeed({ status, output: linesOf(output), errors: linesOf(errors) })))
  })
