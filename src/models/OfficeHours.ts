/**
 * Office hours: the weekly schedules of a workspace, and the days that differ from them.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  nullish,
  nullishBoolean,
  nullishId,
  nullishNumber,
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * A weekly schedule. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface OfficeHoursSchedule extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly name?: string | null | undefined
  /** IANA time zone: `America/New_York`. */
  readonly time_zone_name?: string | null | undefined
  /** When it is open. Minutes since Monday 00:00. */
  readonly time_intervals?: ReadonlyArray<TimeInterval> | null | undefined
  readonly twenty_four_seven?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const OfficeHoursSchedule: Schema.Schema<OfficeHoursSchedule> = struct("OfficeHoursSchedule")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  time_zone_name: nullishString,
  time_intervals: nullish(Schema.Array(TimeInterval)),
  twenty_four_seven: nullishBoolean,
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))

/**
 * A day that differs from the schedule, such as a public holiday. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface OfficeHoursException extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly office_hours_schedule_id?: string | null | undefined
  /** `2026-12-25`. */
  readonly exception_date?: string | null | undefined
  /** `custom_hours`: `time_intervals` replaces the hours of the schedule. */
  readonly exception_type?: "closed" | "custom_hours" | (string & {}) | null | undefined
  readonly name?: string | null | undefined
  /** When it is open. Minutes since midnight. `null` for a closed day. */
  readonly time_intervals?: ReadonlyArray<TimeInterval> | null | undefined
  /** Whether it is on this date every year. */
  readonly recurring_annually?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const OfficeHoursException: Schema.Schema<OfficeHoursException> = struct("OfficeHoursException")(() => ({
  type: nullishString,
  id: Id,
  office_hours_schedule_id: nullishId,
  exception_date: nullishString,
  exception_type: nullishString,
  name: nullishString,
  time_intervals: nullish(Schema.Array(TimeInterval)),
  recurring_annually: nullishBoolean,
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))

/**
 * A time during which a workspace is open.
 *
 * @since 1.0.0
 * @category models
 */
export interface TimeInterval {
  /** In a schedule, minutes since Monday 00:00. In an exception, minutes since midnight. */
  readonly start_minute?: number | null | undefined
  /** In a schedule, minutes since Monday 00:00. In an exception, minutes since midnight. */
  readonly end_minute?: number | null | undefined
  /** 0 is Monday. Intercom derives it, so an input cannot have it. */
  readonly day_of_week?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TimeInterval: Schema.Schema<TimeInterval> = struct("TimeInterval")(() => ({
  start_minute: nullishNumber,
  end_minute: nullishNumber,
  day_of_week: nullishNumber
}))

/**
 * Input for creating a schedule.
 *
 * @example
 * ```ts
 * import { OfficeHours } from "effect-intercom"
 *
 * // Monday, 9:00 to 17:00.
 * export const schedule = OfficeHours.create({
 *   name: "Mondays",
 *   time_zone_name: "America/New_York",
 *   time_intervals: [{ start_minute: 540, end_minute: 1020 }]
 * })
 * ```
 *
 * @since 1.0.0
 * @category models
 */
export interface NewOfficeHoursSchedule {
  readonly name: string
  /** IANA time zone: `America/New_York`. */
  readonly time_zone_name: string
  /** Minutes since Monday 00:00: quarter hours from 0 to 10080. */
  readonly time_intervals: ReadonlyArray<NewTimeInterval>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewOfficeHoursSchedule: Schema.Schema<NewOfficeHoursSchedule> = struct("NewOfficeHoursSchedule")(() => ({
  name: Schema.String,
  time_zone_name: Schema.String,
  time_intervals: Schema.Array(intervalOf(MinuteOfWeek))
}))

/**
 * Input for changing a schedule.
 *
 * @since 1.0.0
 * @category models
 */
export interface OfficeHoursScheduleChanges {
  readonly name?: string | undefined
  /** IANA time zone: `America/New_York`. */
  readonly time_zone_name?: string | undefined
  /** Minutes since Monday 00:00: quarter hours from 0 to 10080. */
  readonly time_intervals?: ReadonlyArray<NewTimeInterval> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const OfficeHoursScheduleChanges: Schema.Schema<OfficeHoursScheduleChanges> = struct(
  "OfficeHoursScheduleChanges"
)(() => ({
  name: Schema.optional(Schema.String),
  time_zone_name: Schema.optional(Schema.String),
  time_intervals: Schema.optional(Schema.Array(intervalOf(MinuteOfWeek)))
}))

/**
 * Input for creating an exception.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewOfficeHoursException {
  /** `2026-12-25`. */
  readonly exception_date: string
  readonly exception_type: "closed" | "custom_hours"
  readonly name?: string | undefined
  /** Minutes since midnight, 0 to 1440. Required for `custom_hours`, and only there. */
  readonly time_intervals?: ReadonlyArray<NewTimeInterval> | null | undefined
  /** Whether it is on this date every year. */
  readonly recurring_annually?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewOfficeHoursException: Schema.Schema<NewOfficeHoursException> = struct("NewOfficeHoursException")(
  () => ({
    exception_date: DateInput,
    exception_type: Schema.Literal("closed", "custom_hours"),
    name: Schema.optional(Schema.String),
    time_intervals: nullish(Schema.Array(intervalOf(MinuteOfDay))),
    recurring_annually: Schema.optional(Schema.Boolean)
  })
)

/**
 * Input for changing an exception.
 *
 * @since 1.0.0
 * @category models
 */
export interface OfficeHoursExceptionChanges
  extends Pick<NewOfficeHoursException, "name" | "time_intervals" | "recurring_annually">
{
  readonly exception_id: string
  /** `2026-12-25`. */
  readonly exception_date?: string | undefined
  readonly exception_type?: "closed" | "custom_hours" | undefined
}

/**
 * The fields that are sent in the body.
 *
 * @since 1.0.0
 * @category schemas
 */
export const OfficeHoursExceptionChanges: Schema.Schema<Omit<OfficeHoursExceptionChanges, "exception_id">> = struct(
  "OfficeHoursExceptionChanges"
)(() => ({
  exception_date: Schema.optional(DateInput),
  exception_type: Schema.optional(Schema.Literal("closed", "custom_hours")),
  name: Schema.optional(Schema.String),
  time_intervals: nullish(Schema.Array(intervalOf(MinuteOfDay))),
  recurring_annually: Schema.optional(Schema.Boolean)
}))

/**
 * Input for a time during which a workspace is open.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewTimeInterval {
  readonly start_minute: number
  readonly end_minute: number
}

const intervalOf = (minute: Schema.Schema<number>): Schema.Schema<NewTimeInterval> =>
  Schema.Struct({ start_minute: minute, end_minute: minute })

const MinuteOfWeek: Schema.Schema<number> = Schema.declare(
  (input): input is number => isWithin(input, 10_080) && Number(input) % 15 === 0,
  { title: "a quarter hour from 0 to 10080 minutes", jsonSchema: { type: "integer", minimum: 0, maximum: 10_080 } }
)

const MinuteOfDay: Schema.Schema<number> = Schema.declare(
  (input): input is number => isWithin(input, 1440),
  { title: "whole minutes from 0 to 1440", jsonSchema: { type: "integer", minimum: 0, maximum: 1440 } }
)

const isWithin = (input: unknown, most: number): boolean =>
  Number.isInteger(input) && Number(input) >= 0 && Number(input) <= most

const DateInput: Schema.Schema<string> = Schema.declare(
  (input): input is string => typeof input === "string" && /^\d{4}-\d\d-\d\d$/.test(input),
  { title: "a date as YYYY-MM-DD", jsonSchema: { type: "string", format: "date" } }
)
