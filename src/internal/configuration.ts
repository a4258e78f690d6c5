/**
 * Errors for invalid options.
 */
import * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"

/** Fails with the name of the option and the reason: `baseUrl must be a URL`. */
export const invalidOption = (option: string, reason: string): Effect.Effect<never, ConfigError.ConfigError> =>
  Effect.fail(ConfigError.InvalidData([option], `${option} ${reason}`))
