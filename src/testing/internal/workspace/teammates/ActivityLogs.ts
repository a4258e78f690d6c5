/**
 * Activity logs of admins. The workspace logs changes of away mode, the only logged activity that the API can perform.
 * Seeds add others.
 */
import * as Either from "effect/Either"
import type { ActivityLogSeed } from "../../../Seed.js"
import type { JsonObject } from "../kernel/Json.js"
import { byNumber, newestFirst } from "../kernel/Pages.js"
import { invalid, json, refuse, type Result } from "../kernel/Result.js"
import { type Call, type EventContext, get, type Operation } from "../Operation.js"
import type { ActivityLogRow } from "../rows/ActivityLog.js"
import type { Tables } from "../Tables.js"
import * as Admins from "./Admins.js"

export const present = ({ admins }: Pick<Tables, "admins">, { adminId, ...row }: ActivityLogRow): JsonObject => ({
  ...row,
  performed_by: { type: "admin", id: adminId, email: admins.get(adminId)?.email ?? "", ip: "127.0.0.1" }
})

/** Logs an activity of an admin, and notifies. */
export const record = (
  { notify, now, tables }: EventContext,
  activity: Omit<ActivityLogRow, "id" | "created_at">
): ActivityLogRow => {
  const row = tables.activityLogs.set({ ...activity, id: tables.activityLogs.nextId(), created_at: now })
  notify("admin.activity_log_event.created", { type: "admin_activity_log_event", ...present(tables, row) })
  return row
}

/** Adds an activity. `now` is Unix time in seconds. */
export const insertSeed = (
  tables: Pick<Tables, "activityLogs" | "admins">,
  seed: ActivityLogSeed,
  now: number
): Result<ActivityLogRow> =>
  Either.gen(function*() {
    const { activity_type, performed_by } = seed
    const admin = yield* performed_by === undefined ? Admins.ofToken(tables) : tables.admins.findByName(performed_by)
    return tables.activityLogs.set({
      id: yield* tables.activityLogs.reserveId(seed.id),
      adminId: admin.id,
      activity_type,
      activity_description: seed.activity_description ?? activity_type.replaceAll("_", " "),
      metadata: seed.metadata ?? {},
      created_at: seed.created_at ?? now
    })
  })

const limits = { perPage: 20, maxPerPage: 150 }

const list = (call: Call): Result =>
  Either.gen(function*() {
    const { query: { created_at_after, created_at_before }, tables } = call
    if (created_at_after === undefined) {
      return yield* refuse(400, "parameter_not_found", "created_at_after is required", "created_at_after")
    }
    const after = yield* timeOf("created_at_after", created_at_after)
    const before = yield* timeOf("created_at_before", created_at_before ?? "9999999999")
    const rows = tables.activityLogs.rows().filter(({ created_at }) => created_at >= after && created_at <= before)
    const repeated = created_at_before === undefined ? { created_at_after } : { created_at_after, created_at_before }
    const page = yield* byNumber(newestFirst(rows, ({ created_at }) => created_at), limits, call, repeated)
    const activity_logs = page.rows.map((row) => present(tables, row))
    return json({ type: "activity_log.list", pages: page.pages, activity_logs })
  })

const timeOf = (field: string, value: string): Result<number> =>
  /^\d{1,12}$/.test(value) ? Either.right(Number(value)) : invalid(`${field} must be Unix time in seconds`, field)

export const operations: ReadonlyArray<Operation> = [get("/admins/activity_logs", list)]
