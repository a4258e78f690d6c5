/**
 * Office hours: the weekly schedules of a workspace, and the days that differ from them. From API 2.16.
 *
 * Calls fail with `Forbidden` if Intercom has not enabled office hours for the workspace.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { DeletedObject } from "../models/DeletedObject.js"
import {
  NewOfficeHoursException,
  NewOfficeHoursSchedule,
  OfficeHoursException,
  OfficeHoursExceptionChanges,
  OfficeHoursSchedule,
  OfficeHoursScheduleChanges
} from "../models/OfficeHours.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/DeletedObject.js"

/**
 * @since 1.0.0
 */
export * from "../models/OfficeHours.js"

/**
 * Lists all schedules.
 *
 * `GET /office_hours_schedules`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: () => Pagination.List<OfficeHoursSchedule> = Pagination.make(
  "OfficeHours.list",
  { item: OfficeHoursSchedule },
  (paging) => Endpoint.get("/office_hours_schedules", { since: "2.16", query: Pagination.pageNumbers(paging) })
)

/**
 * Retrieves a schedule.
 *
 * `GET /office_hours_schedules/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (
  scheduleId: string
) => Effect.Effect<OfficeHoursSchedule, IntercomError, IntercomHttp> = Endpoint.make(
  "OfficeHours.find",
  OfficeHoursSchedule,
  (scheduleId) => Endpoint.get("/office_hours_schedules/{id}", { since: "2.16", path: { id: scheduleId } })
)

/**
 * Creates a schedule.
 *
 * `POST /office_hours_schedules`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (
  schedule: NewOfficeHoursSchedule
) => Effect.Effect<OfficeHoursSchedule, IntercomError, IntercomHttp> = Endpoint.make(
  "OfficeHours.create",
  OfficeHoursSchedule,
  (schedule) =>
    Endpoint.post("/office_hours_schedules", {
      since: "2.16",
      body: Endpoint.json(NewOfficeHoursSchedule, schedule)
    })
)

/**
 * Updates a schedule.
 *
 * `PUT /office_hours_schedules/{id}`. From API 2.16. Fields that you leave out stay unchanged.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  scheduleId: string,
  changes: OfficeHoursScheduleChanges
) => Effect.Effect<OfficeHoursSchedule, IntercomError, IntercomHttp> = Endpoint.make(
  "OfficeHours.update",
  OfficeHoursSchedule,
  (scheduleId, changes) =>
    Endpoint.put("/office_hours_schedules/{id}", {
      since: "2.16",
      path: { id: scheduleId },
      body: Endpoint.json(OfficeHoursScheduleChanges, changes)
    })
)

const delete_: (scheduleId: string) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "OfficeHours.delete",
  DeletedObject,
  (scheduleId) => Endpoint.del("/office_hours_schedules/{id}", { since: "2.16", path: { id: scheduleId } })
)

export {
  /**
   * Deletes a schedule.
   *
   * `DELETE /office_hours_schedules/{id}`. From API 2.16.
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * Lists all exceptions of a schedule.
 *
 * `GET /office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listExceptions: (
  scheduleId: string
) => Pagination.List<OfficeHoursException> = Pagination.makeNested(
  "OfficeHours.listExceptions",
  { item: OfficeHoursException },
  (scheduleId, paging) =>
    Endpoint.get("/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions", {
      since: "2.16",
      path: { office_hours_schedule_id: scheduleId },
      query: Pagination.pageNumbers(paging)
    })
)

/**
 * Retrieves an exception of a schedule.
 *
 * `GET /office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findException: (
  scheduleId: string,
  exception: OfficeHoursExceptionId
) => Effect.Effect<OfficeHoursException, IntercomError, IntercomHttp> = Endpoint.make(
  "OfficeHours.findException",
  OfficeHoursException,
  (scheduleId, { exception_id }) =>
    Endpoint.get("/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}", {
      since: "2.16",
      path: { office_hours_schedule_id: scheduleId, id: exception_id }
    })
)

/**
 * Creates an exception of a schedule: a closed day, or a day with other hours.
 *
 * `POST /office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const createException: (
  scheduleId: string,
  exception: NewOfficeHoursException
) => Effect.Effect<OfficeHoursException, IntercomError, IntercomHttp> = Endpoint.make(
  "OfficeHours.createException",
  OfficeHoursException,
  (scheduleId, exception) =>
    Endpoint.post("/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions", {
      since: "2.16",
      path: { office_hours_schedule_id: scheduleId },
      body: Endpoint.json(NewOfficeHoursException, exception),
      issue: issueOfHours(exception)
    })
)

/**
 * Updates an exception of a schedule.
 *
 * `PUT /office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}`. From API 2.16. Fields that you
 * leave out stay unchanged.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const updateException: (
  scheduleId: string,
  changes: OfficeHoursExceptionChanges
) => Effect.Effect<OfficeHoursException, IntercomError, IntercomHttp> = Endpoint.make(
  "OfficeHours.updateException",
  OfficeHoursException,
  (scheduleId, { exception_id, ...changes }) =>
    Endpoint.put("/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}", {
      since: "2.16",
      path: { office_hours_schedule_id: scheduleId, id: exception_id },
      body: Endpoint.json(OfficeHoursExceptionChanges, changes),
      issue: issueOfHours(changes)
    })
)

/**
 * Deletes an exception of a schedule.
 *
 * `DELETE /office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const deleteException: (
  scheduleId: string,
  exception: OfficeHoursExceptionId
) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "OfficeHours.deleteException",
  DeletedObject,
  (scheduleId, { exception_id }) =>
    Endpoint.del("/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}", {
      since: "2.16",
      path: { office_hours_schedule_id: scheduleId, id: exception_id }
    })
)

/**
 * Identifies an exception of a schedule.
 *
 * @since 1.0.0
 * @category models
 */
export interface OfficeHoursExceptionId {
  readonly exception_id: string
}

const issueOfHours = (
  { exception_type, time_intervals }: Pick<OfficeHoursExceptionChanges, "exception_type" | "time_intervals">
): Issue | undefined => {
  const hasHours = (time_intervals ?? []).length > 0
  if (exception_type === "closed" && hasHours) {
    return { path: ["time_intervals"], reason: "must be left out if exception_type is closed" }
  }
  return exception_type === "custom_hours" && !hasHours ?
    { path: ["time_intervals"], reason: "must not be empty if exception_type is custom_hours" } :
    undefined
}
