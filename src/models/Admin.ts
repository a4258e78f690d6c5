/**
 * Admins: the people who work in a workspace.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  IntegerIdInput,
  nullish,
  nullishBoolean,
  nullishId,
  nullishIds,
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"

/**
 * An admin. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Admin {
  readonly type?: "admin" | "nobody_admin" | (string & {}) | null | undefined
  readonly id: string
  readonly name?: string | null | undefined
  readonly email?: string | null | undefined
  readonly job_title?: string | null | undefined
  readonly away_mode_enabled?: boolean | null | undefined
  /** Whether new replies go to the workspace's default inbox while the admin is away. */
  readonly away_mode_reassign?: boolean | null | undefined
  readonly away_status_reason_id?: string | null | undefined
  /** Whether the admin has a paid seat in the inbox. */
  readonly has_inbox_seat?: boolean | null | undefined
  readonly team_ids?: ReadonlyArray<string> | null | undefined
  readonly team_priority_level?: TeamPriorityLevel | null | undefined
  /** Missing if the admin has permissions of their own. From 2.16. */
  readonly role?: AdminRole | null | undefined
  /** URL of an image, or an object with that URL. A list contains it only if you request it. */
  readonly avatar?: string | AdminAvatar | null | undefined
  /** Only in the response of `me`. */
  readonly email_verified?: boolean | null | undefined
  /** The workspace. Only in the response of `me`. */
  readonly app?: App | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Admin: Schema.Schema<Admin> = struct("Admin")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  email: nullishString,
  job_title: nullishString,
  away_mode_enabled: nullishBoolean,
  away_mode_reassign: nullishBoolean,
  away_status_reason_id: nullishId,
  has_inbox_seat: nullishBoolean,
  team_ids: nullishIds,
  team_priority_level: nullish(TeamPriorityLevel),
  role: nullish(AdminRole),
  avatar: nullish(Schema.Union(Schema.String, AdminAvatar)),
  email_verified: nullishBoolean,
  app: nullish(App)
}))

/**
 * The avatar of an admin.
 *
 * @since 1.0.0
 * @category models
 */
export interface AdminAvatar {
  readonly type?: string | null | undefined
  readonly image_url?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AdminAvatar: Schema.Schema<AdminAvatar> = struct("AdminAvatar")(() => ({
  type: nullishString,
  image_url: nullishString
}))

/**
 * The primary and secondary teams of an admin.
 *
 * @since 1.0.0
 * @category models
 */
export interface TeamPriorityLevel {
  readonly primary_team_ids?: ReadonlyArray<string> | null | undefined
  readonly secondary_team_ids?: ReadonlyArray<string> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TeamPriorityLevel: Schema.Schema<TeamPriorityLevel> = struct("TeamPriorityLevel")(() => ({
  primary_team_ids: nullishIds,
  secondary_team_ids: nullishIds
}))

/**
 * The role of an admin. From 2.16.
 *
 * @since 1.0.0
 * @category models
 */
export interface AdminRole {
  readonly type?: string | null | undefined
  readonly id?: string | null | undefined
  readonly name?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AdminRole: Schema.Schema<AdminRole> = struct("AdminRole")(() => ({
  type: nullishString,
  id: nullishId,
  name: nullishString
}))

/**
 * A workspace.
 *
 * @since 1.0.0
 * @category models
 */
export interface App {
  readonly type?: string | null | undefined
  /** Id of the workspace, as in the URLs of its inbox. */
  readonly id_code?: string | null | undefined
  readonly name?: string | null | undefined
  /** Region that stores the data: `US`. */
  readonly region?: string | null | undefined
  /** Time zone name: `America/Los_Angeles`. */
  readonly timezone?: string | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  readonly identity_verification?: boolean | null | undefined
  readonly secure?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const App: Schema.Schema<App> = struct("App")(() => ({
  type: nullishString,
  id_code: nullishString,
  name: nullishString,
  region: nullishString,
  timezone: nullishString,
  created_at: nullishSeconds,
  identity_verification: nullishBoolean,
  secure: nullishBoolean
}))

/**
 * Input for setting an admin away or back.
 *
 * @since 1.0.0
 * @category models
 */
export interface AwayMode {
  readonly away_mode_enabled: boolean
  /** Whether new replies go to the workspace's default inbox while the admin is away. */
  readonly away_mode_reassign: boolean
  /** Id from `AwayStatusReasons.list`. Digits are sent as an integer. */
  readonly away_status_reason_id?: string | number | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AwayMode: Schema.Schema<AwayMode> = struct("AwayMode")(() => ({
  away_mode_enabled: Schema.Boolean,
  away_mode_reassign: Schema.Boolean,
  away_status_reason_id: Schema.optional(IntegerIdInput)
}))

/**
 * An admin as the sender of a message.
 *
 * @since 1.0.0
 * @category models
 */
export interface AdminAddress {
  readonly type: "admin"
  readonly id: string
}

/**
 * Returns the address of an admin, for sending a message from.
 *
 * @since 1.0.0
 * @category getters
 */
export const messageAddress = ({ id }: { readonly id: string }): AdminAddress => ({ type: "admin", id })

/**
 * Checks whether an assignee is nobody: no object, no id, the id `0`, or the type `nobody_admin`.
 *
 * @example
 * ```ts
 * import { Admins } from "effect-intercom"
 *
 * Admins.isNobody({ type: "nobody_admin", id: null }) // true
 * Admins.isNobody({ id: "0" }) // true
 * Admins.isNobody({ type: "admin", id: "814860" }) // false
 * ```
 *
 * @since 1.0.0
 * @category guards
 */
export const isNobody = (
  admin:
    | { readonly type?: string | null | undefined; readonly id?: string | number | null | undefined }
    | null
    | undefined
): boolean => {
  const { id = null, type } = admin ?? {}
  return type === "nobody_admin" || id === null || String(id) === "0"
}
