/**
 * Admins: the teammates of a workspace, and what they did in it.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { wholeSeconds } from "../internal/checks.js"
import { ActivityLog } from "../models/ActivityLog.js"
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
 * Retrieves the admin the access token belongs to, and the workspace. Who signs people in by it must not let in an
 * admin whose `email_verified` is not `true`.
 *
 * `GET /me`
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
 * Lists all admins, without their avatars unless `display_avatar` asks for them.
 *
 * `GET /admins`
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
 * Retrieves one admin.
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
 * Sets an admin away, or back. Fails with `InvalidRequest` (`away_status_reason_mandatory`) where the workspace wants a
 * reason and none is given.
 *
 * `PUT /admins/{admin_id}/away`
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
 * Lists what admins did, newest first, one page. Intercom's default is 20 a page.
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
      query: { created_at_after, created_at_before, ...Pagination.pageNumbers(paging) },
      issue: wholeSeconds("created_at_after", created_at_after) ??
        wholeSeconds("created_at_before", created_at_before)
    })
)

/**
 * What the list of admins shows.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListAdminsOptions {
  /** Default: `false`. */
  readonly display_avatar?: boolean | undefined
}

/**
 * The time whose activities are listed.
 *
 * @since 1.0.0
 * @category models
 */
export interface ActivityLogPeriod {
  /** Unix time in seconds. */
  readonly created_at_after: number
  /** Unix time in seconds. */
  readonly created_at_before?: number | undefined
}
