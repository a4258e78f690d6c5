/** Away mode of admins, and the reasons for being away. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { nullishId } from "../../../../internal/fields.js"
import type { AwayStatusReasonSeed } from "../../../Seed.js"
import { invalid, json, refuse, type Result } from "../kernel/Result.js"
import { type Call, get, type Operation, put } from "../Operation.js"
import type { AdminRow } from "../rows/Admin.js"
import type { AwayStatusReasonRow } from "../rows/AwayStatusReason.js"
import type { Tables } from "../Tables.js"
import * as ActivityLogs from "./ActivityLogs.js"
import * as Admins from "./Admins.js"

/** Adds a reason. `now` is Unix time in seconds. */
export const insertSeed = (
  { awayStatusReasons }: Pick<Tables, "awayStatusReasons">,
  { created_at, deleted = false, emoji = "", id, label }: AwayStatusReasonSeed,
  now: number
): Result<AwayStatusReasonRow> =>
  Either.map(awayStatusReasons.reserveId(id), (id) =>
    awayStatusReasons.set({
      id,
      label,
      emoji,
      deleted,
      created_at: created_at ?? now,
      updated_at: created_at ?? now
    }))

const reasons = ({ tables }: Call): Result =>
  Either.right(json({
    type: "list",
    data: tables.awayStatusReasons.rows().map((row, order) => ({ type: "away_status_reason", ...row, order }))
  }))

const AwayBody = Schema.suspend(() =>
  Schema.Struct({
    away_mode_enabled: Schema.Boolean,
    away_mode_reassign: Schema.Boolean,
    away_status_reason_id: nullishId
  })
)

type AwayBody = typeof AwayBody.Type

const setAway = (call: Call<"admin_id", AwayBody>): Result =>
  Either.gen(function*() {
    const { body: { away_mode_enabled, away_mode_reassign, away_status_reason_id = null }, path, tables } = call
    const before = yield* tables.admins.find(path("admin_id"))
    const performer = yield* Admins.ofToken(tables)
    const reason = yield* reasonOf(tables, away_mode_enabled ? away_status_reason_id : null)
    const row = tables.admins.set({
      ...before,
      away_mode_enabled,
      away_mode_reassign,
      away_status_reason_id: reason?.id ?? null
    })
    const item = Admins.present(tables, row)
    if (isChanged(row, before)) {
      call.notify("admin.away_mode_updated", item)
      ActivityLogs.record(call, {
        adminId: performer.id,
        activity_type: "admin_away_mode_change",
        activity_description: `${performer.name} set ${row.name} ${away_mode_enabled ? "away" : "active"}`,
        metadata: {
          away_mode: away_mode_enabled,
          away_status_reason: reason?.label ?? null,
          reassign_conversations: away_mode_reassign,
          update_by: Number(performer.id),
          update_by_name: performer.name
        }
      })
    }
    return json(item)
  })

const reasonOf = (
  { awayStatusReasons }: Pick<Tables, "awayStatusReasons">,
  id: string | null
): Result<AwayStatusReasonRow | undefined> => {
  if (id === null) return Either.right(undefined)
  const row = awayStatusReasons.get(id)
  if (row === undefined) return invalid("Away status reason does not exist", "away_status_reason_id")
  return row.deleted ? refuse(400, "parameter_invalid", "Away status reason is deleted") : Either.right(row)
}

const isChanged = (row: AdminRow, before: AdminRow): boolean =>
  row.away_mode_enabled !== before.away_mode_enabled ||
  row.away_mode_reassign !== before.away_mode_reassign ||
  row.away_status_reason_id !== before.away_status_reason_id

export const operations: ReadonlyArray<Operation> = [
  get("/away_status_reasons", reasons),
  put("/admins/{admin_id}/away", AwayBody, setAway)
]
