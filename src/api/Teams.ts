/**
 * Teams: groups of admins.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { type ListTeamMetricsOptions, Team, TeamMetric } from "../models/Team.js"
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

/**
 * Lists how many conversations each admin of a team has: open, idle and snoozed. From API 2.16.
 *
 * `GET /teams/{team_id}/metrics`. Fails with `Forbidden` (`api_plan_restricted`) if the workspace does not have real-time
 * monitoring.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listMetrics: (
  teamId: string,
  options?: ListTeamMetricsOptions
) => Pagination.List<TeamMetric> = Pagination.makeNested(
  "Teams.listMetrics",
  { item: TeamMetric },
  (teamId, { idle_threshold, ...paging }) =>
    Endpoint.get("/teams/{team_id}/metrics", {
      since: "2.16",
      path: { team_id: teamId },
      query: { ...Pagination.pageNumbers(paging), idle_threshold },
      issue: issueOfThreshold(idle_threshold)
    })
)

// Intercom would use the nearest threshold that it knows.
const issueOfThreshold = (seconds = 1): Issue | undefined =>
  Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400 ?
    undefined :
    { path: ["idle_threshold"], reason: "must be an integer from 1 to 86400" }
