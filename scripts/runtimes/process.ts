import * as Command from "@effect/platform/Command"
import type * as CommandExecutor from "@effect/platform/CommandExecutor"
import type { PlatformError } from "@effect/platform/Error"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

/** Why a row cannot be run, in one line; `details` is what `--verbose` prints. */
export class Failure extends Data.TaggedError("Failure")<{ readonly reason: string; readonly details: string }> {}

/** How a command ended. */
export interface Ended {
  readonly status: number
  readonly output: string
  readonly errors: string
}

/** The line that says what went wrong. */
export const errorIn = (text: string): string => {
  const lines = text.trim().split("\n")
  return (lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? "").trim()
}

const failure = (error: PlatformError): Failure => new Failure({ reason: error.message, details: "" })

const text = (bytes: Stream.Stream<Uint8Array, PlatformError>): Effect.Effect<string, PlatformError> =>
  Stream.mkString(Stream.decodeText(bytes))

/** Runs a command to its end, whatever its status. */
export const end = (command: Command.Command): Effect.Effect<Ended, Failure, CommandExecutor.CommandExecutor> =>
  Effect.flatMap(
    Command.start(command),
    ({ exitCode, stderr, stdout }) =>
      Effect.all({ status: exitCode, output: text(stdout), errors: text(stderr) }, { concurrency: "unbounded" })
  ).pipe(
    Effect.scoped,
    Effect.mapError(failure),
    Effect.timeoutFail({
      duration: "4 minutes",
      onTimeout: () => new Failure({ reason: "it did not end within 4 minutes", details: "" })
    })
  )

/** Runs a command and gives back its output. Any status but 0 is a failure. */
export const run = (command: Command.Command): Effect.Effect<string, Failure, CommandExecutor.CommandExecutor> =>
  Effect.flatMap(end(command), ({ errors, output, status }) =>
    status === 0
      ? Effect.succeed(output)
      : new Failure({ reason: `status ${status}: ${errorIn(errors)}`, details: errors }))

/** Starts a command that goes on until the scope closes. */
export const start = (command: Command.Command) => Effect.mapError(Command.start(command), failure)
