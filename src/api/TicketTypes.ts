/**
 * Ticket types: the kinds of tickets, each with its attributes.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { NewTicketType, TicketType, TicketTypeChanges } from "../models/TicketType.js"
import {
  NewTicketTypeAttribute,
  TicketTypeAttribute,
  TicketTypeAttributeChanges
} from "../models/TicketTypeAttribute.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/TicketType.js"

/**
 * @since 1.0.0
 */
export * from "../models/TicketTypeAttribute.js"

/**
 * Lists all ticket types.
 *
 * `GET /ticket_types`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: () => Pagination.List<TicketType> = Pagination.make(
  "TicketTypes.list",
  { item: TicketType },
  (paging) => Endpoint.get("/ticket_types", { query: Pagination.pageNumbers(paging) })
)

/**
 * Retrieves a ticket type.
 *
 * `GET /ticket_types/{ticket_type_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (ticketTypeId: string) => Effect.Effect<TicketType, IntercomError, IntercomHttp> = Endpoint.make(
  "TicketTypes.find",
  TicketType,
  (ticketTypeId) => Endpoint.get("/ticket_types/{ticket_type_id}", { path: { ticket_type_id: ticketTypeId } })
)

/**
 * Creates a ticket type.
 *
 * `POST /ticket_types`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (ticketType: NewTicketType) => Effect.Effect<TicketType, IntercomError, IntercomHttp> = Endpoint
  .make(
    "TicketTypes.create",
    TicketType,
    (ticketType) => Endpoint.post("/ticket_types", { body: Endpoint.json(NewTicketType, ticketType) })
  )

/**
 * Updates a ticket type.
 *
 * `PUT /ticket_types/{ticket_type_id}`. Fields that you leave out stay unchanged. `archived: true` archives it.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  ticketTypeId: string,
  changes: TicketTypeChanges
) => Effect.Effect<TicketType, IntercomError, IntercomHttp> = Endpoint.make(
  "TicketTypes.update",
  TicketType,
  (ticketTypeId, changes) =>
    Endpoint.put("/ticket_types/{ticket_type_id}", {
      path: { ticket_type_id: ticketTypeId },
      body: Endpoint.json(TicketTypeChanges, changes)
    })
)

/**
 * Adds an attribute to a ticket type.
 *
 * `POST /ticket_types/{ticket_type_id}/attributes`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const createAttribute: (
  ticketTypeId: string,
  attribute: NewTicketTypeAttribute
) => Effect.Effect<TicketTypeAttribute, IntercomError, IntercomHttp> = Endpoint.make(
  "TicketTypes.createAttribute",
  TicketTypeAttribute,
  (ticketTypeId, attribute) =>
    Endpoint.post("/ticket_types/{ticket_type_id}/attributes", {
      path: { ticket_type_id: ticketTypeId },
      body: Endpoint.json(NewTicketTypeAttribute, attribute)
    })
)

/**
 * Updates an attribute of a ticket type.
 *
 * `PUT /ticket_types/{ticket_type_id}/attributes/{attribute_id}`. Fields that you leave out stay unchanged.
 * `archived: true` archives it.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const updateAttribute: (
  ticketTypeId: string,
  changes: TicketTypeAttributeChanges
) => Effect.Effect<TicketTypeAttribute, IntercomError, IntercomHttp> = Endpoint.make(
  "TicketTypes.updateAttribute",
  TicketTypeAttribute,
  (ticketTypeId, { attribute_id, ...changes }) =>
    Endpoint.put("/ticket_types/{ticket_type_id}/attributes/{attribute_id}", {
      path: { ticket_type_id: ticketTypeId, attribute_id },
      body: Endpoint.json(TicketTypeAttributeChanges, changes)
    })
)
