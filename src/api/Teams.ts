/**
 * Teams: groups of admins.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { Team } from "../models/Team.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Team.js"

/**
 * Lists all teams.
 *
 * `GET /teams`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: () => Pagination.List<Team> = Pagination.make(
  "Teams.list",
  { item: Team, key: "teams" },
  (paging) => Endpoint.get("/teams", { query: Pagination.pageNumbers(paging) })
)

/**
 * Retrieves a team with the ids of its admins.
 *
 * `GET /teams/{team_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (teamId: string) => Effect.Effect<Team, IntercomError, IntercomHttp> = Endpoint.make(
  "Teams.find",
  Team,
  (teamId) => Endpoint.get("/teams/{team_id}", { path: { team_id: teamId } })
)
