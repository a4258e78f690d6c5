/**
 * The IP allowlist: the addresses from which a workspace can be used.
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
 * Input for changing the IP allowlist. A field that is left out stays as it is.
 *
 * @since 1.0.0
 * @category models
 */
export interface IpAllowlistChanges {
  readonly enabled?: boolean | undefined
  /** All addresses and ranges of the new list: `10.0.0.1`, `192.168.1.0/24`. */
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
