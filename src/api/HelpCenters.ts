/**
 * Help centers: the sites on which a workspace publishes its articles.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { HelpCenter } from "../models/HelpCenter.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/HelpCenter.js"

/**
 * Lists all help centers.
 *
 * `GET /help_center/help_centers`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: () => Pagination.List<HelpCenter> = Pagination.make(
  "HelpCenters.list",
  { item: HelpCenter },
  (paging) => Endpoint.get("/help_center/help_centers", { query: Pagination.pageNumbers(paging) })
)

/**
 * Retrieves a help center.
 *
 * `GET /help_center/help_centers/{help_center_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (helpCenterId: string) => Effect.Effect<HelpCenter, IntercomError, IntercomHttp> = Endpoint.make(
  "HelpCenters.find",
  HelpCenter,
  (helpCenterId) =>
    Endpoint.get("/help_center/help_centers/{help_center_id}", { path: { help_center_id: helpCenterId } })
)
