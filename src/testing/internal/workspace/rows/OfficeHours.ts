import type { NewTimeInterval } from "../../../../models/OfficeHours.js"

/** The weekly hours of a workspace. */
export interface OfficeHoursScheduleRow {
  readonly id: string
  readonly name: string
  readonly time_zone_name: string
  /** Minutes since Monday 00:00. */
  readonly time_intervals: ReadonlyArray<NewTimeInterval>
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
}

/** A day that differs from the weekly hours. */
export interface OfficeHoursExceptionRow {
  readonly id: string
  readonly office_hours_schedule_id: string
  /** `2026-12-25` */
  readonly exception_date: string
  readonly exception_type: "closed" | "custom_hours"
  readonly name: string | null
  /** Minutes since midnight; `null` for a closed day. */
  readonly time_intervals: ReadonlyArray<NewTimeInterval> | null
  readonly recurring_annually: boolean
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
}
