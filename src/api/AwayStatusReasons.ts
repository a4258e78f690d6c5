/**
 * Away status reasons: the reasons that admins can choose for being away.
 *
 * @since 1.0.0
 */
import * as Endpoint from "../Endpoint.js"
import { AwayStatusReason } from "../models/AwayStatusReason.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/AwayStatusReason.js"

/**
 * Lists all away status reasons, including deleted ones.
 *
 * `GET /away_status_reasons`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: () => Pagination.List<AwayStatusReason> = Pagination.make(
  "AwayStatusReasons.list",
  { item: AwayStatusReason },
  (paging) => Endpoint.get("/away_status_reasons", { query: Pagination.pageNumbers(paging) })
)
