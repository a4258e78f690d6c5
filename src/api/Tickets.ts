/**
 * Tickets: requests that are tracked until they are resolved.
 *
 * The id is always the `id` of a ticket, never the `ticket_id` that people see.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { exactlyOne, tooManyAttachments } from "../internal/checks.js"
import { ActingAdmin } from "../models/ConversationAction.js"
import { DeletedObject } from "../models/DeletedObject.js"
import { Job } from "../models/Job.js"
import { AdminTagLink, Tag } from "../models/Tag.js"
import { NewTicket, Ticket, TicketChanges, type TicketField } from "../models/Ticket.js"
import { TicketPart } from "../models/TicketPart.js"
import {
  TicketAdminReply,
  TicketContactComment,
  type TicketContactReply,
  TicketNote,
  TicketQuickReply
} from "../models/TicketReply.js"
import * as Pagination from "../Pagination.js"
import * as SearchQuery from "../SearchQuery.js"

/**
 * @since 1.0.0
 */
export * from "../models/DeletedObject.js"

/**
 * @since 1.0.0
 */
export * from "../models/Ticket.js"

/**
 * @since 1.0.0
 */
export * from "../models/TicketPart.js"

/**
 * @since 1.0.0
 */
export * from "../models/TicketReply.js"

/**
 * Creates a ticket.
 *
 * `POST /tickets`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (ticket: NewTicket) => Effect.Effect<Ticket, IntercomError, IntercomHttp> = Endpoint.make(
  "Tickets.create",
  Ticket,
  (ticket) => Endpoint.post("/tickets", { body: Endpoint.json(NewTicket, ticket) })
)

/**
 * Has a ticket created later: the job that is answered tells what became of it. Fails with `InvalidRequest` where what
 * is wrong shows at once, such as a required attribute that is missing.
 *
 * `POST /tickets/enqueue`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const enqueue: (ticket: NewTicket) => Effect.Effect<Job, IntercomError, IntercomHttp> = Endpoint.make(
  "Tickets.enqueue",
  Job,
  (ticket) => Endpoint.post("/tickets/enqueue", { body: Endpoint.json(NewTicket, ticket) })
)

/**
 * Retrieves one ticket, with 500 of its parts at most.
 *
 * `GET /tickets/{ticket_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (ticketId: string) => Effect.Effect<Ticket, IntercomError, IntercomHttp> = Endpoint.make(
  "Tickets.find",
  Ticket,
  (ticketId) => Endpoint.get("/tickets/{ticket_id}", { path: { ticket_id: ticketId } })
)

/**
 * Searches tickets, one page. Intercom's default is 20 a page, its maximum 150. Fails with `Unauthorized` where the
 * token may not read tickets.
 *
 * `POST /tickets/search`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const search: (
  options: TicketSearch & Pagination.ListOptions
) => Pagination.List<Ticket> = Pagination.make(
  "Tickets.search",
  { item: Ticket, key: "tickets", maxPerPage: 150 },
  (options) => Endpoint.post("/tickets/search", { body: SearchQuery.body(options), repeatable: true })
)

/**
 * Streams the pages of a search, each with the cursor of the next.
 *
 * `POST /tickets/search`, 150 a page unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchPages: (
  options: TicketSearch & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Ticket>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(search(options), options)

/**
 * Streams all tickets a search finds.
 *
 * `POST /tickets/search`, 150 a page unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchStream: (
  options: TicketSearch & Pagination.StreamOptions
) => Stream.Stream<Ticket, IntercomError, IntercomHttp> = (options) => Pagination.stream(search(options), options)

/**
 * Changes what you name, attributes too; the rest stays. Fails with `NotFound` (`assignee_not_found`) where there is no
 * such admin or assignee, and with `InvalidRequest` (`ticket_state_id_invalid`) for a state of another ticket type.
 *
 * `PUT /tickets/{ticket_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (ticketId: string, changes: TicketChanges) => Effect.Effect<Ticket, IntercomError, IntercomHttp> =
  Endpoint.make(
    "Tickets.update",
    Ticket,
    (ticketId, changes) =>
      Endpoint.put("/tickets/{ticket_id}", {
        path: { ticket_id: ticketId },
        body: Endpoint.json(TicketChanges, changes)
      })
  )

/**
 * Replies in the name of a contact. Fails with `InvalidRequest` (`parameter_mismatch`) on a back-office ticket.
 *
 * `POST /tickets/{ticket_id}/reply`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const replyAsContact: (
  ticketId: string,
  reply: TicketContactReply
) => Effect.Effect<TicketPart, IntercomError, IntercomHttp> = Endpoint.make(
  "Tickets.replyAsContact",
  TicketPart,
  (ticketId, reply) =>
    replying(
      ticketId,
      TicketContactComment,
      { type: "user", message_type: "comment", ...reply },
      exactlyOne(reply, ["intercom_user_id", "user_id", "email"]) ?? tooManyAttachments(reply)
    )
)

/**
 * Replies as an admin; the contact sees it.
 *
 * `POST /tickets/{ticket_id}/reply`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const replyAsAdmin: (
  ticketId: string,
  reply: TicketAdminReply
) => Effect.Effect<TicketPart, IntercomError, IntercomHttp> = Endpoint.make(
  "Tickets.replyAsAdmin",
  TicketPart,
  (ticketId, reply) => replying(ticketId, TicketAdminReply, { type: "admin", message_type: "comment", ...reply })
)

/**
 * Adds a note that teammates alone see.
 *
 * `POST /tickets/{ticket_id}/reply`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const addNote: (
  ticketId: string,
  note: TicketNote
) => Effect.Effect<TicketPart, IntercomError, IntercomHttp> = Endpoint.make(
  "Tickets.addNote",
  TicketPart,
  (ticketId, note) => replying(ticketId, TicketNote, { type: "admin", message_type: "note", ...note })
)

/**
 * Gives the contact buttons to answer with.
 *
 * `POST /tickets/{ticket_id}/reply`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const sendQuickReplies: (
  ticketId: string,
  quickReply: TicketQuickReply
) => Effect.Effect<TicketPart, IntercomError, IntercomHttp> = Endpoint.make(
  "Tickets.sendQuickReplies",
  TicketPart,
  (ticketId, quickReply) =>
    replying(ticketId, TicketQuickReply, { type: "admin", message_type: "quick_reply", ...quickReply })
)

/**
 * Puts a tag on a ticket. Fails with `NotFound` (`ticket_not_found`) where there is no such ticket.
 *
 * `POST /tickets/{ticket_id}/tags`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const attachTag: (ticketId: string, tag: AdminTagLink) => Effect.Effect<Tag, IntercomError, IntercomHttp> =
  Endpoint.make(
    "Tickets.attachTag",
    Tag,
    (ticketId, tag) =>
      Endpoint.post("/tickets/{ticket_id}/tags", {
        path: { ticket_id: ticketId },
        body: Endpoint.json(AdminTagLink, tag),
        repeatable: true
      })
  )

/**
 * Takes a tag off a ticket. Fails with `NotFound` (`ticket_not_found`, `tag_not_found`) where either is missing.
 *
 * `DELETE /tickets/{ticket_id}/tags/{tag_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const detachTag: (ticketId: string, tag: AdminTagLink) => Effect.Effect<Tag, IntercomError, IntercomHttp> =
  Endpoint.make(
    "Tickets.detachTag",
    Tag,
    (ticketId, { tag_id, ...admin }) =>
      Endpoint.del("/tickets/{ticket_id}/tags/{tag_id}", {
        path: { ticket_id: ticketId, tag_id },
        body: Endpoint.json(ActingAdmin, admin)
      })
  )

const delete_: (ticketId: string) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "Tickets.delete",
  DeletedObject,
  (ticketId) => Endpoint.del("/tickets/{ticket_id}", { path: { ticket_id: ticketId } })
)

export {
  /**
   * Deletes a ticket for good, with all that was said in it; reports keep counting it. Sent again after a lost answer,
   * it may fail with `NotFound`.
   *
   * `DELETE /tickets/{ticket_id}`
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * What a search for tickets takes.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketSearch extends SearchQuery.Search<TicketField> {}

const replying = <A extends object>(
  ticketId: string,
  schema: Schema.Schema<A>,
  reply: NoInfer<A>,
  issue: Issue | undefined = tooManyAttachments(reply)
): Endpoint.Request =>
  Endpoint.post("/tickets/{ticket_id}/reply", {
    path: { ticket_id: ticketId },
    body: Endpoint.json(schema, reply),
    issue
  })
