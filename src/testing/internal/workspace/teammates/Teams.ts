import * as Either from "effect/Either"
import type { TeamSeed } from "../../../Seed.js"
import type { JsonObject } from "../kernel/Json.js"
import * as Names from "../kernel/Names.js"
import { found, json, notFound, type Result } from "../kernel/Result.js"
import { type Call, get, type Operation } from "../Operation.js"
import type { TeamRow } from "../rows/Team.js"
import type { Tables } from "../Tables.js"
import * as Admins from "./Admins.js"

export const present = ({ adminIds, ...row }: TeamRow): JsonObject => ({
  type: "team",
  ...row,
  admin_ids: adminIds.map(Number)
})

export const byId = ({ teams }: Pick<Tables, "teams">, id: string): Result<TeamRow> =>
  found(teams.get(id), () => notFound("Team", "team_not_found"))

/** Finds the team that a seed names by id or name. */
export const findByName = ({ teams }: Pick<Tables, "teams">, name: string): Result<TeamRow> =>
  Names.findByName(teams, "team", name, (team) => team.name)

export const insertSeed = (tables: Pick<Tables, "admins" | "teams">, seed: TeamSeed): Result<TeamRow> =>
  Either.gen(function*() {
    const admins = yield* Either.all((seed.admins ?? []).map((name) => Admins.findByName(tables, name)))
    return tables.teams.set({
      id: yield* Names.reserveId(tables.teams, seed.id),
      name: seed.name,
      adminIds: admins.map(({ id }) => id),
      assignment_limit: seed.assignment_limit ?? null,
      distribution_method: seed.distribution_method ?? null
    })
  })

const list = ({ tables }: Call): Result =>
  Either.right(json({ type: "team.list", teams: tables.teams.rows().map(present) }))

const find = ({ path, tables }: Call<"team_id">): Result =>
  Either.map(byId(tables, path("team_id")), (row) => json(present(row)))

export const operations: ReadonlyArray<Operation> = [
  get("/teams", list),
  get("/teams/{team_id}", find)
]
