import * as OfficeHours from "effect-intercom/api/OfficeHours"
import type { Operation } from "../Operation.js"

export const officeHours: ReadonlyArray<Operation> = [
  {
    name: "OfficeHours.list",
    method: "get",
    path: "/office_hours_schedules",
    since: "2.16",
    call: OfficeHours.list()
  },
  {
    name: "OfficeHours.find",
    method: "get",
    path: "/office_hours_schedules/{id}",
    since: "2.16",
    call: OfficeHours.find("123")
  },
  {
    name: "OfficeHours.create",
    method: "post",
    path: "/office_hours_schedules",
    since: "2.16",
    call: OfficeHours.create({
      name: "Standard Support Hours",
      time_zone_name: "America/New_York",
      time_intervals: [{ start_minute: 540, end_minute: 1020 }]
    })
  },
  {
    name: "OfficeHours.update",
    method: "put",
    path: "/office_hours_schedules/{id}",
    since: "2.16",
    call: OfficeHours.update("123", {
      name: "Extended Support Hours",
      time_intervals: [{ start_minute: 480, end_minute: 1080 }]
    })
  },
  {
    name: "OfficeHours.delete",
    method: "delete",
    path: "/office_hours_schedules/{id}",
    since: "2.16",
    call: OfficeHours.delete("123")
  },
  {
    name: "OfficeHours.listExceptions",
    method: "get",
    path: "/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions",
    since: "2.16",
    call: OfficeHours.listExceptions("123")
  },
  {
    name: "OfficeHours.findException",
    method: "get",
    path: "/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}",
    since: "2.16",
    call: OfficeHours.findException("123", { exception_id: "456" })
  },
  {
    name: "OfficeHours.createException",
    method: "post",
    path: "/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions",
    since: "2.16",
    call: OfficeHours.createException("123", {
      exception_date: "2026-12-25",
      exception_type: "closed",
      name: "Christmas Day",
      recurring_annually: true
    })
  },
  {
    name: "OfficeHours.updateException",
    method: "put",
    path: "/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}",
    since: "2.16",
    call: OfficeHours.updateException("123", {
      exception_id: "456",
      exception_type: "custom_hours",
      name: "Christmas Day (reduced hours)",
      time_intervals: [{ start_minute: 540, end_minute: 780 }],
      recurring_annually: true
    })
  },
  {
    name: "OfficeHours.deleteException",
    method: "delete",
    path: "/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}",
    since: "2.16",
    call: OfficeHours.deleteException("123", { exception_id: "456" })
  }
]
