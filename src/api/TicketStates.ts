/**
 * Ticket states: the steps through which a ticket goes.
 *
 * @since 1.0.0
 */
import * as Endpoint from "../Endpoint.js"
import { DetailedTicketState } from "../models/TicketState.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/TicketState.js"

/**
 * Lists all ticket states, each with the ticket types that can have it.
 *
 * `GET /ticket_states`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: () => Pagination.List<DetailedTicketState> = Pagination.make(
  "TicketStates.list",
  { item: DetailedTicketState },
  (paging) => Endpoint.get("/ticket_states", { query: Pagination.pageNumbers(paging) })
)
