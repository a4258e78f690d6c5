/**
 * The result of a merge of two contacts, before it is done.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { nullishRecord, nullishString, struct } from "../../internal/fields.js"

/**
 * Whether a merge is allowed, and what it would change.
 *
 * @since 1.0.0
 * @category models
 */
export type MergePreview = MergeAllowed | MergeBlocked

/**
 * @since 1.0.0
 * @category schemas
 */
export const MergePreview: Schema.Schema<MergePreview> = Schema.suspend(() => Schema.Union(MergeAllowed, MergeBlocked))
  .annotations({ identifier: "effect-intercom/MergePreview" })

/**
 * A merge that is allowed. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface MergeAllowed {
  readonly allowed: true
  /** The attributes that change, and how many objects move to the other contact. Its shape still changes. */
  readonly summary?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const MergeAllowed: Schema.Schema<MergeAllowed> = struct("MergeAllowed")(() => ({
  allowed: Schema.Literal(true),
  summary: nullishRecord
}))

/**
 * A merge that is not allowed. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface MergeBlocked {
  readonly allowed: false
  readonly reasons: ReadonlyArray<MergeObstacle>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const MergeBlocked: Schema.Schema<MergeBlocked> = struct("MergeBlocked")(() => ({
  allowed: Schema.Literal(false),
  reasons: Schema.Array(MergeObstacle)
}))

/**
 * Why a merge is not allowed.
 *
 * @since 1.0.0
 * @category models
 */
export interface MergeObstacle {
  readonly code?:
    | "invalid_merge_role_pair"
    | "no_shared_identifier"
    | "facebook_user"
    | "external_lead_channel_not_allowed"
    | (string & {})
    | null
    | undefined
  /** For people to read. */
  readonly message?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const MergeObstacle: Schema.Schema<MergeObstacle> = struct("MergeObstacle")(() => ({
  code: nullishString,
  message: nullishString
}))
