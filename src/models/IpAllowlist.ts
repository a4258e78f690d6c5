/**
 * The IP allowlist: from where a workspace may be used.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { nullishBoolean, nullishString, nullishStrings, struct } from "../internal/fields.js"

/**
 * The IP allowlist of a workspace.
 *
 * @since 1.0.0
 * @category models
 */
export interface IpAllowlist {
  readonly type?: string | null | undefined
  readonly enabled?: boolean | null | undefined
  /** Addresses and ranges: `10.0.0.1`, `192.168.1.0/24`. */
  readonly ip_allowlist?: ReadonlyArray<string> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const IpAllowlist: Schema.Schema<IpAllowlist> = struct("IpAllowlist")(() => ({
  type: nullishString,
  enabled: nullishBoolean,
  ip_allowlist: nullishStrings
}))

/**
 * What is to be allowed from now on. A field left out stays as it is.
 *
 * @since 1.0.0
 * @category models
 */
export interface IpAllowlistChanges {
  readonly enabled?: boolean | undefined
  /** All addresses and ranges that are to be on it: `10.0.0.1`, `192.168.1.0/24`. */
  readonly ip_allowlist?: ReadonlyArray<string> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const IpAllowlistChanges: Schema.Schema<IpAllowlistChanges> = struct("IpAllowlistChanges")(() => ({
  enabled: Schema.optional(Schema.Boolean),
  ip_allowlist: Schema.optional(Schema.Array(Schema.String))
}))
