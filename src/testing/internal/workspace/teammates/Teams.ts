import * as Either from "effect/Either"
import type { TeamSeed } from "../../../Seed.js"
import type { JsonObject } from "../kernel/Json.js"
import { json, type Result } from "../kernel/Result.js"
import { type Call, get, type Operation } from "../Operation.js"
import type { TeamRow } from "../rows/Team.js"
import type { Tables } from "../Tables.js"

export const present = ({ adminIds, ...row }: TeamRow): JsonObject => ({
  type: "team",
  ...row,
  admin_ids: adminIds.map(Number)
})

export const insertSeed = (tables: Pick<Tables, "admins" | "teams">, seed: TeamSeed): Result<TeamRow> =>
  Either.gen(function*() {
    const admins = yield* Either.all((seed.admins ?? []).map((name) => tables.admins.findByName(name)))
    return tables.teams.set({
      id: yield* tables.teams.reserveId(seed.id),
      name: seed.name,
      adminIds: admins.map(({ id }) => id),
      assignment_limit: seed.assignment_limit ?? null,
      distribution_method: seed.distribution_method ?? null
    })
  })

const list = ({ tables }: Call): Result =>
  Either.right(json({ type: "team.list", teams: tables.teams.rows().map(present) }))

const find = ({ path, tables }: Call<"team_id">): Result =>
  Either.map(tables.teams.find(path("team_id")), (row) => json(present(row)))

export const operations: ReadonlyArray<Operation> = [
  get("/teams", list),
  get("/teams/{team_id}", find)
]
