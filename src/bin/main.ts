#!/usr/bin/env node
/**
 * The command of the package: `effect-intercom workspace`.
 */
import * as Cause from "effect/Cause"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { UsageError } from "./UsageError.js"
import { workspace } from "./workspace.js"

const help = `Usage: effect-intercom <command>

  workspace   serves an Intercom workspace in memory over HTTP

Run "effect-intercom <command> --help" for the options of a command.`

const run = ([command, ...args]: ReadonlyArray<string>): Effect.Effect<void, UsageError> => {
  switch (command) {
    case "workspace":
      return workspace(args)
    case "help":
    case "--help":
      return Console.log(help)
    default:
      return new UsageError({
        message: `${command === undefined ? "which command?" : `there is no command ${command}`}\n\n${help}`
      })
  }
}

const fiber = Effect.runFork(
  Effect.catchTag(run(process.argv.slice(2)), "UsageError", ({ message }) =>
    Effect.zipRight(
      Console.error(`effect-intercom: ${message}`),
      Effect.sync(() => {
        process.exitCode = 1
      })
    ))
)

fiber.addObserver((exit) => {
  if (Exit.isFailure(exit) && !Cause.isInterruptedOnly(exit.cause)) {
    process.exitCode = 1
    process.stderr.write(`${Cause.pretty(exit.cause)}\n`)
  }
})

// A server goes on if nobody reads its output any more.
for (const output of [process.stdout, process.stderr]) {
  output.on("error", () => {})
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => fiber.unsafeInterruptAsFork(fiber.id()))
}
