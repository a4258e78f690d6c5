/** Programs of `docs/examples` in processes of their own, which a test can kill. */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { build } from "esbuild"
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { createInterface } from "node:readline"

/** A directory that is removed with the scope. */
export const makeDirectory: Effect.Effect<string, never, Scope.Scope> = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "effect-intercom-"))),
  (directory) => Effect.sync(() => rmSync(directory, { recursive: true }))
)

/** Bundles a program, because it then starts in a fraction of the time. */
export const bundle = (directory: string, name: string): Effect.Effect<string> =>
  Effect.promise(async () => {
    const path = join(directory, `${name.replaceAll("/", "-")}.mjs`)
    await build({
      entryPoints: [`docs/examples/${name}.ts`],
      bundle: true,
      // Packages of CommonJS call it.
      banner: {
        js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url)"
      },
      external: ["better-sqlite3"],
      format: "esm",
      outfile: path,
      platform: "node"
    })
    symlinkSync(resolve("node_modules"), join(directory, "node_modules"), "junction")
    return path
  })

export interface Program {
  readonly child: ChildProcess
  readonly output: ReadonlyArray<string>
  readonly errors: ReadonlyArray<string>
  /** `SIGKILL`, or the status. */
  readonly ended: Effect.Effect<string>
  /** Waits until it has printed a line. */
  readonly line: (isWanted: (line: string) => boolean) => Effect.Effect<string>
}

/** Starts a bundled program. It is killed when the scope closes. */
export const start = (
  path: string,
  args: ReadonlyArray<string>,
  environment: Readonly<Record<string, string>>
): Effect.Effect<Program, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => {
        const child = spawn(process.execPath, [path, ...args], { env: { ...process.env, ...environment } })
        const end = new Promise<string>((resolve) => child.on("close", (code, signal) => resolve(signal ?? `${code}`)))
        return { child, end }
      }),
      ({ child, end }) => Effect.promise(() => (child.kill("SIGKILL"), end))
    ),
    ({ child, end }) => {
      const output: Array<string> = []
      const errors: Array<string> = []
      createInterface(child.stderr).on("line", (line) => errors.push(line))
      const lines = createInterface(child.stdout).on("line", (line) => output.push(line))
      return {
        child,
        output,
        errors,
        ended: Effect.promise(() => end),
        line: (isWanted) =>
          Effect.async((resume) => {
            const found = output.find(isWanted)
            if (found !== undefined) return resume(Effect.succeed(found))
            lines.on("line", (line) => isWanted(line) ? resume(Effect.succeed(line)) : undefined)
          })
      }
    }
  )
