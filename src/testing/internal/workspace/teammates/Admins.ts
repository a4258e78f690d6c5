import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { Id } from "../../../../internal/fields.js"
import type { AdminSeed } from "../../../Seed.js"
import type { JsonObject } from "../kernel/Json.js"
import { json, refuse, type Result } from "../kernel/Result.js"
import { type Call, get, type Operation } from "../Operation.js"
import type { AdminRow } from "../rows/Admin.js"
import type { Tables } from "../Tables.js"

/** The admin as responses show it, with its teams. */
export const present = (
  { teams }: Pick<Tables, "teams">,
  { avatar: _, created_at: _createdAt, email_verified: _isVerified, ...fields }: AdminRow
): JsonObject => ({
  type: "admin",
  ...fields,
  team_ids: teams.rows().filter(({ adminIds }) => adminIds.includes(fields.id)).map(({ id }) => Number(id))
})

/** A body that contains only the admin who performs the action. */
export interface Actor {
  readonly admin_id: string
}

export const Actor: Schema.Schema<Actor> = Schema.suspend(() => Schema.Struct({ admin_id: Id }))

/** The admin that the access token belongs to: the oldest one. */
export const ofToken = ({ admins }: Pick<Tables, "admins">): Result<AdminRow> => {
  const [row] = admins.rows()
  return row === undefined ? refuse(401, "unauthorized", "Access Token Invalid") : Either.right(row)
}

/** Adds an admin. `now` is Unix time in seconds. */
export const insertSeed = (tables: Pick<Tables, "admins">, seed: AdminSeed, now: number): Result<AdminRow> =>
  Either.gen(function*() {
    const { email } = seed
    const isTokenOwner = seed.id !== undefined && seed.id === tables.admins.rows()[0]?.id
    const id = isTokenOwner ? seed.id : yield* tables.admins.reserveId(seed.id)
    if (tables.admins.rows().some((row) => row.email === email && row.id !== id)) {
      return yield* refuse(409, "conflict", "two admins have the same email")
    }
    return tables.admins.set({
      id,
      email,
      name: seed.name ?? email,
      email_verified: seed.email_verified ?? true,
      job_title: seed.job_title ?? "",
      avatar: seed.avatar ?? null,
      has_inbox_seat: seed.has_inbox_seat ?? true,
      away_mode_enabled: seed.away_mode_enabled ?? false,
      away_mode_reassign: seed.away_mode_reassign ?? false,
      away_status_reason_id: seed.away_status_reason_id ?? null,
      created_at: seed.created_at ?? now
    })
  })

/** Adds the default admin. `now` is Unix time in seconds. */
export const insertDefaults = (tables: Pick<Tables, "admins">, now: number): void => {
  insertSeed(tables, { email: "admin@example.com", name: "Ada Admin" }, now)
}

const me = ({ tables }: Call): Result =>
  Either.map(ofToken(tables), (row) =>
    json({
      type: "admin",
      id: row.id,
      email: row.email,
      name: row.name,
      job_title: row.job_title,
      email_verified: row.email_verified,
      app: {
        type: "app",
        id_code: tables.workspaceId,
        name: "Workspace in memory",
        // The workspace is as old as its first admin.
        created_at: row.created_at,
        secure: false,
        identity_verification: false,
        timezone: tables.timezone,
        region: tables.region.toUpperCase()
      },
      avatar: { type: "avatar", image_url: row.avatar },
      has_inbox_seat: row.has_inbox_seat
    }))

const list = ({ query: { display_avatar }, tables }: Call): Result =>
  Either.right(json({
    type: "admin.list",
    admins: tables.admins.rows().map((row) =>
      display_avatar === "true" ? { ...present(tables, row), avatar: row.avatar } : present(tables, row)
    )
  }))

const find = ({ path, tables }: Call<"admin_id">): Result =>
  Either.map(tables.admins.find(path("admin_id")), (row) => json(present(tables, row)))

export const operations: ReadonlyArray<Operation> = [
  get("/me", me),
  get("/admins", list),
  get("/admins/{admin_id}", find)
]
