/**
 * Reads the forms in which Intercom writes times: Unix seconds, sometimes milliseconds or text, and sometimes ISO 8601.
 *
 * @since 1.0.0
 */
import * as DateTime from "effect/DateTime"
import * as Option from "effect/Option"
import { millisOf } from "./internal/time.js"

/**
 * Reads a time as whole Unix seconds. Returns `None` for `null`, `undefined`, `0`, and text that is not a time.
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
 * Reads a time as a `DateTime`, from Unix seconds, milliseconds (from 10^11 on), digits, or ISO 8601 text. Text without
 * a time zone is read as UTC. Returns `None` for `null`, `undefined`, `0`, and text that is not a time.
 *
 * @since 1.0.0
 * @category getters
 */
export const toDateTime = (time: number | string | null | undefined): Option.Option<DateTime.Utc> =>
  Option.fromNullable(time).pipe(
    Option.filter((time) => time !== 0 && time !== "0"),
    Option.flatMap((time) => DateTime.make(millisOf(time))),
    Option.map(DateTime.toUtc)
  )

/**
 * Converts a `DateTime` to Unix seconds, rounded down. Use it for inputs and searches.
 *
 * @since 1.0.0
 * @category constructors
 */
export const fromDateTime = (dateTime: DateTime.DateTime): number => Math.floor(dateTime.epochMillis / 1000)
