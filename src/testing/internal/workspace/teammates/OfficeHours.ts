/** Office hours: the weekly schedules of a workspace, and the days that differ from them. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { nullish } from "../../../../internal/fields.js"
import type { NewTimeInterval } from "../../../../models/OfficeHours.js"
import type { OfficeHoursScheduleSeed } from "../../../Seed.js"
import type { JsonObject } from "../kernel/Json.js"
import { created, json, notFound, refuse, type Refused, type Result } from "../kernel/Result.js"
import { type Call, del, get, later, type Operation, post, put } from "../Operation.js"
import type { OfficeHoursExceptionRow, OfficeHoursScheduleRow } from "../rows/OfficeHours.js"
import type { Tables } from "../Tables.js"

const minutesOfDay = 1440

const minutesOfWeek = 10_080

export const present = (row: OfficeHoursScheduleRow): JsonObject => ({
  type: "office_hours_schedule",
  ...row,
  time_intervals: row.time_intervals.map((interval) => ({
    ...interval,
    day_of_week: Math.floor(interval.start_minute / minutesOfDay)
  })),
  twenty_four_seven: isAlwaysOpen(row.time_intervals)
})

const isAlwaysOpen = (intervals: ReadonlyArray<NewTimeInterval>): boolean =>
  [...intervals]
    .sort((self, that) => self.start_minute - that.start_minute)
    .reduce((end, { end_minute, start_minute }) => start_minute <= end ? Math.max(end, end_minute) : end, 0) ===
    minutesOfWeek

export const presentException = (row: OfficeHoursExceptionRow): JsonObject => ({
  type: "office_hours_exception",
  ...row,
  time_intervals: row.time_intervals?.map((interval) => ({
    ...interval,
    day_of_week: dayOfWeek(row.exception_date)
  })) ?? null
})

/** 0 is Monday. */
const dayOfWeek = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7

const invalid = (reason: string, field: string): Refused => refuse(422, "data_invalid", reason, field)

// Not the schemas of the models: Intercom refuses wrong values with 422, and ignores the derived day of an interval.
const Interval: Schema.Schema<NewTimeInterval> = Schema.suspend(() =>
  Schema.Struct({ start_minute: Schema.Int, end_minute: Schema.Int })
)

const checkIntervals = (
  intervals: ReadonlyArray<NewTimeInterval>,
  { most, step }: { readonly most: number; readonly step: number }
): Result<void> => {
  const field = "time_intervals"
  for (const { end_minute, start_minute } of intervals) {
    if (start_minute < 0 || end_minute > most) return invalid(`minutes are from 0 to ${most}`, field)
    if (start_minute >= end_minute) return invalid("an interval ends after it starts", field)
    if (start_minute % step !== 0 || end_minute % step !== 0) return invalid(`minutes are multiples of ${step}`, field)
  }
  return Either.right(undefined)
}

const scheduleFields = () => ({
  name: Schema.String,
  time_zone_name: Schema.String,
  time_intervals: Schema.Array(Interval)
})

const ScheduleBody = Schema.suspend(() => Schema.Struct(scheduleFields()))

type ScheduleBody = typeof ScheduleBody.Type

const ScheduleChanges = Schema.suspend(() => Schema.partial(Schema.Struct(scheduleFields())))

type ScheduleChanges = typeof ScheduleChanges.Type

const checkSchedule = (row: OfficeHoursScheduleRow): Result<OfficeHoursScheduleRow> => {
  if (row.name.trim() === "") return invalid("is empty", "name")
  if (!isTimeZone(row.time_zone_name)) return invalid("is not a time zone", "time_zone_name")
  return Either.map(checkIntervals(row.time_intervals, { most: minutesOfWeek, step: 15 }), () => row)
}

const isTimeZone = (name: string): boolean =>
  Either.isRight(Either.try(() => new Intl.DateTimeFormat("en", { timeZone: name })))

const addSchedule = (
  { officeHoursSchedules }: Pick<Tables, "officeHoursSchedules">,
  { name, time_intervals, time_zone_name }: ScheduleBody,
  now: number,
  id?: string
): Result<OfficeHoursScheduleRow> =>
  Either.gen(function*() {
    const row = {
      id: yield* officeHoursSchedules.reserveId(id),
      name,
      time_zone_name,
      time_intervals,
      created_at: now,
      updated_at: now
    }
    return officeHoursSchedules.set(yield* checkSchedule(row))
  })

const exceptionFields = () => ({
  exception_date: Schema.String,
  exception_type: Schema.Literal("closed", "custom_hours")
})

const optionalFields = () => ({
  name: Schema.optional(Schema.NullOr(Schema.String)),
  time_intervals: nullish(Schema.Array(Interval)),
  recurring_annually: Schema.optional(Schema.Boolean)
})

const ExceptionBody = Schema.suspend(() => Schema.Struct({ ...exceptionFields(), ...optionalFields() }))

type ExceptionBody = typeof ExceptionBody.Type

const ExceptionChanges = Schema.suspend(() =>
  Schema.extend(Schema.partial(Schema.Struct(exceptionFields())), Schema.Struct(optionalFields()))
)

type ExceptionChanges = typeof ExceptionChanges.Type

const checkException = (row: OfficeHoursExceptionRow): Result<OfficeHoursExceptionRow> => {
  const { exception_date, exception_type, time_intervals } = row
  if (!isDate(exception_date)) return invalid("is not a date", "exception_date")
  if (exception_type === "closed") {
    return time_intervals === null ? Either.right(row) : invalid("a closed day has no hours", "time_intervals")
  }
  return time_intervals === null || time_intervals.length === 0 ?
    invalid("custom_hours need hours", "time_intervals") :
    Either.map(checkIntervals(time_intervals, { most: minutesOfDay, step: 1 }), () => row)
}

const isDate = (date: string): boolean => /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date))

const addException = (
  { officeHoursExceptions }: Pick<Tables, "officeHoursExceptions">,
  office_hours_schedule_id: string,
  body: ExceptionBody,
  now: number
): Result<OfficeHoursExceptionRow> =>
  Either.map(
    checkException({
      id: officeHoursExceptions.nextId(),
      office_hours_schedule_id,
      exception_date: body.exception_date,
      exception_type: body.exception_type,
      name: body.name ?? null,
      time_intervals: body.time_intervals ?? null,
      recurring_annually: body.recurring_annually ?? false,
      created_at: now,
      updated_at: now
    }),
    officeHoursExceptions.set
  )

/** Adds a schedule and its exceptions. `now` is Unix time in seconds. */
export const insertSeed = (
  tables: Pick<Tables, "officeHoursExceptions" | "officeHoursSchedules">,
  { created_at, exceptions = [], id, ...schedule }: OfficeHoursScheduleSeed,
  now: number
): Result<OfficeHoursScheduleRow> =>
  Either.gen(function*() {
    const at = created_at ?? now
    const row = yield* addSchedule(tables, schedule, at, id)
    yield* Either.all(exceptions.map((exception) => addException(tables, row.id, exception, at)))
    return row
  })

const byPath = ({ path, tables }: Call<"id">): Result<OfficeHoursScheduleRow> =>
  tables.officeHoursSchedules.find(path("id"))

const list = ({ tables }: Call): Result =>
  Either.right(json({ type: "office_hours_schedule.list", data: tables.officeHoursSchedules.rows().map(present) }))

const find = (call: Call<"id">): Result => Either.map(byPath(call), (row) => json(present(row)))

const create = ({ body, now, tables }: Call<never, ScheduleBody>): Result =>
  Either.map(addSchedule(tables, body, now), (row) => created(present(row)))

const update = (call: Call<"id", ScheduleChanges>): Result =>
  Either.gen(function*() {
    const { body: { name, time_intervals, time_zone_name }, now, tables } = call
    const before = yield* byPath(call)
    const row = yield* checkSchedule({
      ...before,
      name: name ?? before.name,
      time_zone_name: time_zone_name ?? before.time_zone_name,
      time_intervals: time_intervals ?? before.time_intervals,
      updated_at: now
    })
    return json(present(tables.officeHoursSchedules.set(row)))
  })

const remove = (call: Call<"id">): Result =>
  Either.map(byPath(call), ({ id }) => {
    const { officeHoursExceptions, officeHoursSchedules } = call.tables
    officeHoursExceptions.allByKey(id).forEach((exception) => officeHoursExceptions.remove(exception.id))
    officeHoursSchedules.remove(id)
    return json({ id, object: "office_hours_schedule", deleted: true })
  })

const scheduleByPath = ({ path, tables }: Call<"office_hours_schedule_id">): Result<OfficeHoursScheduleRow> =>
  tables.officeHoursSchedules.find(path("office_hours_schedule_id"))

const exceptionByPath = (call: Call<"id" | "office_hours_schedule_id">): Result<OfficeHoursExceptionRow> =>
  Either.gen(function*() {
    const { path, tables } = call
    const schedule = yield* scheduleByPath(call)
    const row = yield* tables.officeHoursExceptions.find(path("id"))
    return row.office_hours_schedule_id === schedule.id ? row : yield* notFound("Object")
  })

const listExceptions = (call: Call<"office_hours_schedule_id">): Result =>
  Either.map(scheduleByPath(call), ({ id }) =>
    json({
      type: "office_hours_exception.list",
      data: call.tables.officeHoursExceptions.allByKey(id).map(presentException)
    }))

const findException = (call: Call<"id" | "office_hours_schedule_id">): Result =>
  Either.map(exceptionByPath(call), (row) => json(presentException(row)))

const createException = (call: Call<"office_hours_schedule_id", ExceptionBody>): Result =>
  Either.gen(function*() {
    const { body, now, tables } = call
    const { id } = yield* scheduleByPath(call)
    return created(presentException(yield* addException(tables, id, body, now)))
  })

const updateException = (call: Call<"id" | "office_hours_schedule_id", ExceptionChanges>): Result =>
  Either.gen(function*() {
    const { body, now, tables } = call
    const before = yield* exceptionByPath(call)
    const { exception_type = before.exception_type, name = before.name } = body
    // A day that becomes a closed one loses its hours.
    const hours = exception_type === before.exception_type ? before.time_intervals : null
    const row = yield* checkException({
      ...before,
      exception_date: body.exception_date ?? before.exception_date,
      exception_type,
      name,
      time_intervals: body.time_intervals ?? hours,
      recurring_annually: body.recurring_annually ?? before.recurring_annually,
      updated_at: now
    })
    return json(presentException(tables.officeHoursExceptions.set(row)))
  })

const removeException = (call: Call<"id" | "office_hours_schedule_id">): Result =>
  Either.map(exceptionByPath(call), ({ id }) => {
    call.tables.officeHoursExceptions.remove(id)
    return json({ id, object: "office_hours_exception", deleted: true })
  })

export const operations: ReadonlyArray<Operation> = later([
  get("/office_hours_schedules", list),
  post("/office_hours_schedules", ScheduleBody, create),
  get("/office_hours_schedules/{id}", find),
  put("/office_hours_schedules/{id}", ScheduleChanges, update),
  del("/office_hours_schedules/{id}", remove),
  get("/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions", listExceptions),
  post("/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions", ExceptionBody, createException),
  get("/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}", findException),
  put(
    "/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}",
    ExceptionChanges,
    updateException
  ),
  del("/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}", removeException)
])
