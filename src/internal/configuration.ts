/**
 * Errors for invalid options.
 */
import * as ConfigError from "effect/ConfigError"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"

/** Fails with the name of the option and the reason: `baseUrl must be a URL`. */
export const invalidOption = (option: string, reason: string): Effect.Effect<never, ConfigError.ConfigError> =>
  Effect.fail(ConfigError.InvalidData([option], `${option} ${reason}`))

/** Whether a value is a duration. `Duration` itself reads negative numbers and `NaN` as zero. */
export const isDuration = (value: unknown): value is Duration.DurationInput =>
  Option.isSome(Duration.decodeUnknown(value)) && !/^(-|NaN)/.test(String(value))

export const mustBeDuration = "must be a duration, not negative"
