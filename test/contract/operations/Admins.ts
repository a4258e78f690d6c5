import * as Admins from "effect-intercom/api/Admins"
import type { Operation } from "../Operation.js"

export const admins: ReadonlyArray<Operation> = [
  { name: "Admins.me", method: "get", path: "/me", call: Admins.me() },
  { name: "Admins.list", method: "get", path: "/admins", call: Admins.list({ display_avatar: true }) },
  { name: "Admins.find", method: "get", path: "/admins/{admin_id}", call: Admins.find("123") },
  {
    name: "Admins.setAway",
    method: "put",
    path: "/admins/{admin_id}/away",
    call: Admins.setAway("991267460", {
      away_mode_enabled: true,
      away_mode_reassign: true,
      away_status_reason_id: "12345"
    })
  },
  {
    name: "Admins.listActivityLogs",
    method: "get",
    path: "/admins/activity_logs",
    call: Admins.listActivityLogs({
      created_at_after: 1677253093,
      created_at_before: 1677861493,
      perPage: 20,
      cursor: "2"
    })
  },
  {
    name: "Admins.searchActivityLogs",
    method: "post",
    path: "/admins/activity_logs/search",
    since: "2.16",
    call: Admins.searchActivityLogs({
      created_at_after: 1677253093,
      created_at_before: 1677861493,
      event_types: ["app_name_change", "message_state_change"],
      perPage: 20,
      cursor: "2"
    })
  },
  {
    name: "Admins.listActivityLogEventTypes",
    method: "get",
    path: "/admins/activity_log_event_types",
    since: "2.16",
    call: Admins.listActivityLogEventTypes()
  }
]
