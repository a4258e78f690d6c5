/**
 * Secrets that sign the identity of users of the Messenger.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { Id, nullishBoolean, nullishSeconds, nullishString, struct } from "../../internal/fields.js"

/**
 * A secret without its text. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface IdentityVerificationSecret {
  readonly type?: string | null | undefined
  readonly id: string
  readonly name?: string | null | undefined
  readonly supports_android?: boolean | null | undefined
  readonly supports_ios?: boolean | null | undefined
  readonly supports_web?: boolean | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const IdentityVerificationSecret: Schema.Schema<IdentityVerificationSecret> = struct(
  "IdentityVerificationSecret"
)(() => secretFields())

/**
 * A secret that was created.
 *
 * @since 1.0.0
 * @category models
 */
export interface CreatedIdentityVerificationSecret extends IdentityVerificationSecret {
  /** For `MessengerIdentity`. Store it: Intercom never returns it again. */
  readonly secret: Redacted.Redacted
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CreatedIdentityVerificationSecret: Schema.Schema<
  CreatedIdentityVerificationSecret,
  Omit<CreatedIdentityVerificationSecret, "secret"> & { readonly secret: string }
> = struct("CreatedIdentityVerificationSecret")(() => ({ ...secretFields(), secret: Schema.Redacted(Schema.String) }))

const secretFields = () => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  supports_android: nullishBoolean,
  supports_ios: nullishBoolean,
  supports_web: nullishBoolean,
  created_at: nullishSeconds
})

/**
 * Input for creating a secret. At least one platform must be `true`.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewIdentityVerificationSecret {
  readonly name: string
  readonly supports_android?: boolean | undefined
  readonly supports_ios?: boolean | undefined
  readonly supports_web?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewIdentityVerificationSecret: Schema.Schema<NewIdentityVerificationSecret> = struct(
  "NewIdentityVerificationSecret"
)(() => ({
  name: Schema.String,
  supports_android: Schema.optional(Schema.Boolean),
  supports_ios: Schema.optional(Schema.Boolean),
  supports_web: Schema.optional(Schema.Boolean)
}))
