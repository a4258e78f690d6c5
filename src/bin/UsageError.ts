/**
 * The error of a command that was called with wrong arguments.
 */
import * as Data from "effect/Data"

/** The message is for the person who typed the command. */
export class UsageError extends Data.TaggedError("UsageError")<{ readonly message: string }> {}
