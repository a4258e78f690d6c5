/**
 * Tickets: requests of contacts that admins track until they are resolved.
 *
 * All functions take the `id` of a ticket, not the `ticket_id` that people see.
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
import { Conversation } from "../models/Conversation.js"
import { ActingAdmin } from "../models/ConversationAction.js"
import { DeletedObject } from "../models/DeletedObject.js"
import { Job } from "../models/Job.js"
import { AdminTagLink, Tag } from "../models/Tag.js"
import {
  ConversationLink,
  NewTicket,
  Ticket,
  TicketChanges,
  type TicketField,
  TicketTypeChange
} from "../models/Ticket.js"
import { TicketPart } from "../models/TicketPart.js"
import {
  TicketAdminReply,
  TicketContactComment,
  type TicketContactReply,
  TicketNote,
  TicketQuickReply
} from "../models/TicketReply.js"
import * as Pagination from "../Pagination.js"
import * as Partition from "../Partition.js"
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
 * @example
 * ```ts
 * import { Tickets } from "effect-intercom"
 *
 * export const ticket = Tickets.create({
 *   ticket_type_id: "1234",
 *   contacts: [{ email: "ada@example.com" }],
 *   ticket_attributes: { _default_title_: "Two left shoes" }
 * })
 * ```
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
 * Creates a ticket in the background, and returns the job for `Jobs.await`.
 *
 * `POST /tickets/enqueue`. Fails with `InvalidRequest` (`parameter_invalid`) if Intercom finds a problem at once, such
 * as a missing required attribute.
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
 * Retrieves a ticket with up to 500 of its parts.
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
 * Searches tickets, in pages of 20 by default and 150 at most.
 *
 * `POST /tickets/search`. Fails with `Unauthorized` if the token may not read tickets.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const search: (
  options: TicketSearch & Pagination.ListOptions
) => Pagination.List<Ticket> = Pagination.make(
  "Tickets.search",
  { item: Ticket, key: "tickets", maxPerPage: 150 },
  (options) => searchRequest(options)
)

/**
 * Returns how many tickets match a search.
 *
 * `POST /tickets/search`, with one ticket in the response.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const count: (search: TicketSearch) => Effect.Effect<number, IntercomError, IntercomHttp> = Endpoint.make(
  "Tickets.count",
  Pagination.TotalCount,
  (search) => searchRequest({ ...search, perPage: 1 })
)

/**
 * Retrieves many tickets by their ids, with one request for each 150 ids.
 *
 * `POST /tickets/search`. The tickets come in the order of the ids. `missing` has the ids that the search does not find.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findMany: (
  ticketIds: ReadonlyArray<string>
) => Effect.Effect<SearchQuery.Found<Ticket>, IntercomError, IntercomHttp> = SearchQuery.findMany(search)

/**
 * Streams the pages of a search for tickets.
 *
 * `POST /tickets/search`, in pages of 150 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchPages: (
  options: TicketSearch & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Ticket>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(search(options), options)

/**
 * Streams all tickets that match a search.
 *
 * `POST /tickets/search`, in pages of 150 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchStream: (
  options: TicketSearch & Pagination.StreamOptions
) => Stream.Stream<Ticket, IntercomError, IntercomHttp> = (options) => Pagination.stream(search(options), options)

/**
 * Streams the pages of `streamPartitioned`, each with a checkpoint. Store it to resume.
 *
 * `POST /tickets/search`, in pages of 150 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pagesPartitioned: (
  options?: TicketPartitionOptions
) => Stream.Stream<Partition.Page<Ticket>, IntercomError, IntercomHttp> = Partition.pages(search, 1)

/**
 * Streams all tickets, or those that match a query, with several searches at once: see `Partition`.
 *
 * `POST /tickets/search`, in pages of 150 by default. Each ticket comes once, in no order.
 *
 * @since 1.0.0
 * @category streams
 */
export const streamPartitioned: (
  options?: TicketPartitionOptions
) => Stream.Stream<Ticket, IntercomError, IntercomHttp> = Partition.stream(pagesPartitioned)

/**
 * Updates a ticket.
 *
 * `PUT /tickets/{ticket_id}`. Fields and attributes that you leave out stay unchanged. Fails with `NotFound`
 * (`assignee_not_found`) if the admin or the assignee does not exist, and with `InvalidRequest`
 * (`ticket_state_id_invalid`) if the state is one of another ticket type.
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
 * Changes the type of a ticket. From API 2.16.
 *
 * `POST /tickets/{ticket_id}/change_type`. The ticket keeps the attributes that the new type has with the same name and
 * type. Fails with `InvalidRequest` (`parameter_invalid`) if it has the type already, or if the state or an attribute is
 * not one of the new type.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const changeType: (
  ticketId: string,
  change: TicketTypeChange
) => Effect.Effect<Ticket, IntercomError, IntercomHttp> = Endpoint.make(
  "Tickets.changeType",
  Ticket,
  (ticketId, change) =>
    Endpoint.post("/tickets/{ticket_id}/change_type", {
      since: "2.16",
      path: { ticket_id: ticketId },
      body: Endpoint.json(TicketTypeChange, change)
    })
)

/**
 * Links a conversation to a tracker ticket, and returns the conversation. From API 2.16.
 *
 * `POST /tickets/{ticket_id}/linked_conversations`. A ticket can have 2,500 of them, a conversation one tracker ticket.
 * Fails with `InvalidRequest` (`invalid_ticket_type`, `already_linked_to_tracker`, `linked_conversation_limit_exceeded`).
 *
 * @since 1.0.0
 * @category endpoints
 */
export const linkConversation: (
  ticketId: string,
  conversation: ConversationLink
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Tickets.linkConversation",
  Conversation,
  (ticketId, conversation) =>
    Endpoint.post("/tickets/{ticket_id}/linked_conversations", {
      since: "2.16",
      path: { ticket_id: ticketId },
      body: Endpoint.json(ConversationLink, conversation)
    })
)

/**
 * Unlinks a conversation from a tracker ticket, and returns the conversation. From API 2.16.
 *
 * `DELETE /tickets/{ticket_id}/linked_conversations/{id}`. Fails with `NotFound` (`conversation_not_found`) if it is not
 * linked.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const unlinkConversation: (
  ticketId: string,
  conversation: ConversationLink
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Tickets.unlinkConversation",
  Conversation,
  (ticketId, { conversation_id }) =>
    Endpoint.del("/tickets/{ticket_id}/linked_conversations/{id}", {
      since: "2.16",
      path: { ticket_id: ticketId, id: conversation_id }
    })
)

/**
 * Replies to a ticket as a contact.
 *
 * `POST /tickets/{ticket_id}/reply`. Fails with `InvalidRequest` (`parameter_mismatch`) on a back-office ticket.
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
 * Replies to a ticket as an admin. The contact sees the reply.
 *
 * `POST /tickets/{ticket_id}/reply`
 *
 * @example
 * ```ts
 * import { Tickets } from "effect-intercom"
 *
 * export const part = Tickets.replyAsAdmin("494", { admin_id: "394051", body: "New shoes are on their way." })
 * ```
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
  (ticketId, reply) => replyingAsAdmin(ticketId, TicketAdminReply, { type: "admin", message_type: "comment", ...reply })
)

/**
 * Adds a note, which only admins see, to a ticket.
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
  (ticketId, note) => replyingAsAdmin(ticketId, TicketNote, { type: "admin", message_type: "note", ...note })
)

/**
 * Sends buttons that the contact can answer with.
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
    replyingAsAdmin(ticketId, TicketQuickReply, { type: "admin", message_type: "quick_reply", ...quickReply })
)

/**
 * Adds a tag to a ticket.
 *
 * `POST /tickets/{ticket_id}/tags`. Fails with `NotFound` (`ticket_not_found`) if the ticket does not exist.
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
 * Removes a tag from a ticket.
 *
 * `DELETE /tickets/{ticket_id}/tags/{tag_id}`. Fails with `NotFound` (`ticket_not_found`, `tag_not_found`) if one of
 * them does not exist.
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
   * Deletes a ticket with its parts. Reports still count it.
   *
   * `DELETE /tickets/{ticket_id}`. Fails with `NotFound` if an earlier attempt has deleted it.
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * Input for searching tickets.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketSearch extends SearchQuery.Search<TicketField> {}

/**
 * Options for reading tickets with several searches at once.
 *
 * @since 1.0.0
 * @category models
 */
export interface TicketPartitionOptions extends Partition.Options<TicketField> {}

const searchRequest = (options: TicketSearch & Pagination.ListOptions): Endpoint.Request =>
  Endpoint.post("/tickets/search", { body: SearchQuery.body(options), repeatable: true })

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

const replyingAsAdmin = <A extends Pick<TicketAdminReply, "attachment_files">>(
  ticketId: string,
  schema: Schema.Schema<A>,
  reply: NoInfer<A>
): Endpoint.Request => ({
  ...replying(ticketId, schema, reply),
  later: Endpoint.needs("2.16", { attachment_files: reply.attachment_files })
})
