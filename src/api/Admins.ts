/**
 * Admins: the people who work in a workspace, and their activities.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { notSeconds } from "../internal/checks.js"
import { ActivityLog, type ActivityLogPeriod, ActivityLogSearch } from "../models/ActivityLog.js"
import { Admin, AwayMode } from "../models/Admin.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/ActivityLog.js"

/**
 * @since 1.0.0
 */
export * from "../models/Admin.js"

/**
 * Retrieves the admin whose access token is used, and the workspace.
 *
 * `GET /me`. If you use it to sign people in, accept only an admin whose `email_verified` is `true`.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const me: () => Effect.Effect<Admin, IntercomError, IntercomHttp> = Endpoint.make(
  "Admins.me",
  Admin,
  () => Endpoint.get("/me")
)

/**
 * Lists all admins.
 *
 * `GET /admins`. Avatars are left out unless `display_avatar` is `true`.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: ListAdminsOptions
) => Pagination.List<Admin> = Pagination.make(
  "Admins.list",
  { item: Admin, key: "admins" },
  ({ display_avatar, ...paging }) =>
    Endpoint.get("/admins", { query: { ...Pagination.pageNumbers(paging), display_avatar } })
)

/**
 * Retrieves an admin.
 *
 * `GET /admins/{admin_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (adminId: string) => Effect.Effect<Admin, IntercomError, IntercomHttp> = Endpoint.make(
  "Admins.find",
  Admin,
  (adminId) => Endpoint.get("/admins/{admin_id}", { path: { admin_id: adminId } })
)

/**
 * Turns the away mode of an admin on or off.
 *
 * `PUT /admins/{admin_id}/away`. Fails with `InvalidRequest` (`away_status_reason_mandatory`) if the workspace requires
 * a reason and you give none.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const setAway: (
  adminId: string,
  mode: AwayMode
) => Effect.Effect<Admin, IntercomError, IntercomHttp> = Endpoint.make(
  "Admins.setAway",
  Admin,
  (adminId, mode) =>
    Endpoint.put("/admins/{admin_id}/away", { path: { admin_id: adminId }, body: Endpoint.json(AwayMode, mode) })
)

/**
 * Lists the activities of admins, newest first, in pages of 20 by default.
 *
 * `GET /admins/activity_logs`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listActivityLogs: (
  options: ActivityLogPeriod & Pagination.ListOptions
) => Pagination.List<ActivityLog> = Pagination.make(
  "Admins.listActivityLogs",
  { item: ActivityLog, key: "activity_logs", maxPerPage: 150, perPage: 100 },
  ({ created_at_after, created_at_before, ...paging }) =>
    Endpoint.get("/admins/activity_logs", {
      query: { created_at_before, ...Pagination.pageNumbers(paging) },
      requiredQuery: { created_at_after },
      issue: notSeconds("created_at_after", created_at_after) ??
        notSeconds("created_at_before", created_at_before)
    })
)

/**
 * Searches the activities of admins, in pages of 20 by default and 250 at most. From API 2.16.
 *
 * `POST /admins/activity_logs/search`. A cursor is the number of a page.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const searchActivityLogs: (
  search: ActivityLogSearch & Pagination.ListOptions
) => Pagination.List<ActivityLog> = Pagination.make(
  "Admins.searchActivityLogs",
  { item: ActivityLog, key: "activity_logs", maxPerPage: 250, next: Pagination.nextNumber },
  ({ created_at_after, created_at_before, cursor, event_types, perPage }) =>
    Endpoint.post("/admins/activity_logs/search", {
      since: "2.16",
      body: Endpoint.json(ActivityLogSearch, {
        created_at_after,
        created_at_before,
        event_types,
        page: cursor,
        per_page: perPage
      }),
      repeatable: true,
      issue: /^\d*$/.test(cursor ?? "") ? undefined : { path: ["cursor"], reason: "must be the number of a page" }
    })
)

/**
 * Lists the types of activities that `searchActivityLogs` can search for. From API 2.16.
 *
 * `GET /admins/activity_log_event_types`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listActivityLogEventTypes: () => Pagination.List<string> = Pagination.make(
  "Admins.listActivityLogEventTypes",
  { item: Schema.String, key: "event_types" },
  (paging) => Endpoint.get("/admins/activity_log_event_types", { since: "2.16", query: Pagination.pageNumbers(paging) })
)

/**
 * Options for listing admins.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListAdminsOptions {
  /** Whether to include the avatars. Default: `false`. */
  readonly display_avatar?: boolean | undefined
}
