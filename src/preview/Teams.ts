/**
 * Teams: groups of admins.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { countWithin } from "../internal/checks.js"
import { Team } from "../models/Team.js"
import { TeamMembers } from "./models/TeamMembers.js"

/**
 * @since 1.0.0
 */
export * from "../models/Team.js"

/**
 * @since 1.0.0
 */
export * from "./models/TeamMembers.js"

/**
 * Replaces all members of a team. Admins that `admin_ids` leaves out are removed from it.
 *
 * `PUT /teams/{id}`. Preview. Fails with `Conflict` for two reasons, which only the message tells apart.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  teamId: string,
  members: TeamMembers
) => Effect.Effect<Team, IntercomError, IntercomHttp> = Endpoint.make(
  "Teams.update",
  Team,
  (teamId, members) =>
    Endpoint.put("/teams/{id}", {
      since: "Preview",
      path: { id: teamId },
      body: Endpoint.json(TeamMembers, members),
      issue: countWithin("admin_ids", members.admin_ids, 1, 1000)
    })
)
