/**
 * Times, as Intercom writes them: Unix seconds in the API, here and there as text, sometimes ISO 8601 in notifications.
 *
 * @since 1.0.0
 */
import * as DateTime from "effect/DateTime"
import * as Option from "effect/Option"

/**
 * Reads a time as Unix seconds, whole ones. Nothing where there is none: `null`, no field, `0`, or text that is no time.
 *
 * @example
 * ```ts
 * import { Timestamp } from "effect-intercom"
 * import { Option } from "effect"
 *
 * console.log(Option.getOrNull(Timestamp.toSeconds("2026-01-10T04:11:34.013+00:00"))) // 1768018294
 * console.log(Option.getOrNull(Timestamp.toSeconds(1_768_018_294))) // 1768018294
 * ```
 *
 * @since 1.0.0
 * @category getters
 */
export const toSeconds = (time: number | string | null | undefined): Option.Option<number> =>
  Option.map(toDateTime(time), fromDateTime)

/**
 * Reads a time as a `DateTime`, from seconds, seconds as text, or ISO 8601 text, which is UTC where it names no time
 * zone. Nothing where there is none: `null`, no field, `0`, or text that is no time.
 *
 * @since 1.0.0
 * @category getters
 */
export const toDateTime = (time: number | string | null | undefined): Option.Option<DateTime.Utc> =>
  Option.fromNullable(typeof time === "string" && /^\d+$/.test(time) ? Number(time) : time).pipe(
    // `Date` finds a time in "abc 5", too.
    Option.filter((time) => typeof time === "number" ? time !== 0 : /^\d{4}-\d\d-\d\d/.test(time)),
    Option.flatMap((time) => DateTime.make(typeof time === "number" ? time * 1000 : time)),
    Option.map(DateTime.toUtc)
  )

/**
 * The Unix seconds of a `DateTime`, to be written or searched for. What is left of a second is cut off.
 *
 * @since 1.0.0
 * @category constructors
 */
export const fromDateTime = (dateTime: DateTime.DateTime): number => Math.floor(dateTime.epochMillis / 1000)
