/**
 * Subscription types: the kinds of messages that contacts can opt in to or out of.
 *
 * Use `Contacts.listSubscriptions` to list the choices of a contact.
 *
 * @since 1.0.0
 */
import * as Endpoint from "../Endpoint.js"
import { SubscriptionType } from "../models/SubscriptionType.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/SubscriptionType.js"

/**
 * Lists all subscription types.
 *
 * `GET /subscription_types`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: () => Pagination.List<SubscriptionType> = Pagination.make(
  "SubscriptionTypes.list",
  { item: SubscriptionType },
  (paging) => Endpoint.get("/subscription_types", { query: Pagination.pageNumbers(paging) })
)
