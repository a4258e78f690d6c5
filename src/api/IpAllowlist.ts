/**
 * The IP allowlist: the addresses from which a workspace may be used.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { IpAllowlist, IpAllowlistChanges } from "../models/IpAllowlist.js"

/**
 * @since 1.0.0
 */
export * from "../models/IpAllowlist.js"

/**
 * Retrieves the IP allowlist.
 *
 * `GET /ip_allowlist`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: () => Effect.Effect<IpAllowlist, IntercomError, IntercomHttp> = Endpoint.make(
  "IpAllowlist.find",
  IpAllowlist,
  () => Endpoint.get("/ip_allowlist")
)

/**
 * Updates the IP allowlist.
 *
 * `PUT /ip_allowlist`. Fails with `InvalidRequest` (`parameter_invalid`) if the change would lock you out.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  changes: IpAllowlistChanges
) => Effect.Effect<IpAllowlist, IntercomError, IntercomHttp> = Endpoint.make(
  "IpAllowlist.update",
  IpAllowlist,
  (changes) => Endpoint.put("/ip_allowlist", { body: Endpoint.json(IpAllowlistChanges, changes) })
)
