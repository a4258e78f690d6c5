/**
 * The members of a team.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { IntegerIdInput, struct } from "../../internal/fields.js"

/**
 * Input for replacing the members of a team.
 *
 * @since 1.0.0
 * @category models
 */
export interface TeamMembers {
  /** All members, 1 to 1,000. Digits are sent as integers. */
  readonly admin_ids: ReadonlyArray<string | number>
  /** For a team with balanced assignment. Members that it does not name keep their level. */
  readonly admin_priority_level?: TeamMemberLevels | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TeamMembers: Schema.Schema<TeamMembers> = struct("TeamMembers")(() => ({
  admin_ids: Schema.Array(IntegerIdInput),
  admin_priority_level: Schema.optional(TeamMemberLevels)
}))

/**
 * Input for the primary and secondary members of a team.
 *
 * @since 1.0.0
 * @category models
 */
export interface TeamMemberLevels {
  readonly primary_admin_ids?: ReadonlyArray<string | number> | undefined
  readonly secondary_admin_ids?: ReadonlyArray<string | number> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TeamMemberLevels: Schema.Schema<TeamMemberLevels> = struct("TeamMemberLevels")(() => ({
  primary_admin_ids: Schema.optional(Schema.Array(IntegerIdInput)),
  secondary_admin_ids: Schema.optional(Schema.Array(IntegerIdInput))
}))
