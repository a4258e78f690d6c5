/**
 * Conversations: what contacts and teammates write to each other.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { exactlyOne, nonEmpty, tooManyAttachments } from "../internal/checks.js"
import { IdInput } from "../internal/fields.js"
import type {
  ConversationField,
  FindConversationOptions,
  ListConversationsByAdminOptions,
  ListConversationsByContactOptions
} from "../models/Conversation.js"
import { Conversation, ConversationChanges, ConversationParticipants, NewConversation } from "../models/Conversation.js"
import {
  ActingAdmin,
  AdminReply,
  ContactComment,
  type ContactReply,
  ConversationAction,
  type ConversationAssignment,
  type ConversationClose,
  type ConversationSnooze,
  type ConversationUnassignment,
  type NewParticipant,
  Participant,
  type ParticipantRemoval,
  type PartRedaction,
  QuickReply,
  Redaction,
  type SourceRedaction,
  TicketConversion
} from "../models/ConversationAction.js"
import { HandlingEvent } from "../models/ConversationPart.js"
import { DeletedObject } from "../models/DeletedObject.js"
import { Message } from "../models/Message.js"
import { AdminTagLink, Tag } from "../models/Tag.js"
import { Ticket } from "../models/Ticket.js"
import * as Pagination from "../Pagination.js"
import * as SearchQuery from "../SearchQuery.js"

/**
 * @since 1.0.0
 */
export * from "../models/Conversation.js"

/**
 * @since 1.0.0
 */
export * from "../models/ConversationAction.js"

/**
 * @since 1.0.0
 */
export * from "../models/DeletedObject.js"

/**
 * Lists conversations without their parts, one page. Intercom's default is 20 a page, its maximum 150.
 *
 * `GET /conversations`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Pagination.List<Conversation> = Pagination.make(
  "Conversations.list",
  { item: Conversation, key: "conversations", maxPerPage: 150 },
  ({ cursor, perPage }) => Endpoint.get("/conversations", { query: { per_page: perPage, starting_after: cursor } })
)

/**
 * Streams the pages of all conversations, each with the cursor of the next: store it, and an export resumes there.
 *
 * `GET /conversations`, 150 a page unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Conversation>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all conversations without their parts: one request for each page pulled, none before the consumer asks.
 *
 * `GET /conversations`, 150 a page unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Conversation, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Retrieves one conversation with its newest 500 parts. Fails with `NotFound` if it is gone since it was listed.
 *
 * `GET /conversations/{conversation_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (
  conversationId: string,
  options?: FindConversationOptions
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.find",
  Conversation,
  (conversationId, { display_as, include_translations } = {}) =>
    Endpoint.get("/conversations/{conversation_id}", {
      path: { conversation_id: conversationId },
      query: { display_as, include_translations }
    })
)

/**
 * Starts a conversation as a contact, and answers with its first message, which has the `conversation_id`. Fails with
 * `NotFound` if there is no such contact, for a moment also if the contact is new.
 *
 * `POST /conversations`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (conversation: NewConversation) => Effect.Effect<Message, IntercomError, IntercomHttp> = Endpoint
  .make(
    "Conversations.create",
    Message,
    (conversation) =>
      Endpoint.post("/conversations", {
        body: Endpoint.json(NewConversation, conversation),
        issue: tooManyAttachments(conversation)
      })
  )

/**
 * Changes the fields you name. Fails with `InvalidRequest` if a name in `custom_attributes` is that of two attributes.
 *
 * `PUT /conversations/{conversation_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  conversationId: string,
  changes: ConversationChanges
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.update",
  Conversation,
  (conversationId, { display_as, ...changes }) =>
    Endpoint.put("/conversations/{conversation_id}", {
      path: { conversation_id: conversationId },
      query: { display_as },
      body: Endpoint.json(ConversationChanges, changes)
    })
)

/**
 * Marks a conversation as read.
 *
 * `PUT /conversations/{conversation_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const markRead: (conversationId: string) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = (id) =>
  update(id, { read: true })

const delete_: (conversationId: string) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.delete",
  DeletedObject,
  (conversationId) => Endpoint.del("/conversations/{conversation_id}", { path: { conversation_id: conversationId } })
)

export {
  /**
   * Deletes a conversation and its parts for good; reports keep counting it. A retry may fail with `NotFound`.
   *
   * `DELETE /conversations/{conversation_id}`
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * Searches conversations, one page, without parts; `source.body` is matched by words. Default: 20 a page. Maximum: 150.
 *
 * `POST /conversations/search`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const search: (
  options: ConversationSearch & Pagination.ListOptions
) => Pagination.List<Conversation> = Pagination.make(
  "Conversations.search",
  { item: Conversation, key: "conversations", maxPerPage: 150 },
  (options) => searchRequest(options)
)

/**
 * Streams the pages of a search, each with the cursor of the next.
 *
 * `POST /conversations/search`, 150 a page unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchPages: (
  options: ConversationSearch & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Conversation>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(search(options), options)

/**
 * Streams all conversations a search finds.
 *
 * `POST /conversations/search`, 150 a page unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchStream: (
  options: ConversationSearch & Pagination.StreamOptions
) => Stream.Stream<Conversation, IntercomError, IntercomHttp> = (options) => Pagination.stream(search(options), options)

/**
 * Lists the conversations of a contact, one page. Intercom's default is 20 a page, its maximum 150.
 *
 * `POST /conversations/search`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listByContact: (
  contactId: string,
  options?: ListConversationsByContactOptions & Pagination.ListOptions
) => Pagination.List<Conversation> = Pagination.makeNested(
  "Conversations.listByContact",
  { item: Conversation, key: "conversations", maxPerPage: 150 },
  (contactId, { state, ...paging }) => {
    const unread = state === "unread" ? [SearchQuery.equals("read", false)] : []
    const query = SearchQuery.and(SearchQuery.equals("contact_ids", contactId), ...unread)
    return searchRequest({ query, ...paging }, nonEmpty("contact_id", contactId))
  }
)

/**
 * Lists the conversations that are assigned to an admin, one page. Intercom's default is 20 a page, its maximum 150.
 *
 * `POST /conversations/search`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listByAdmin: (
  adminId: string,
  options?: ListConversationsByAdminOptions & Pagination.ListOptions
) => Pagination.List<Conversation> = Pagination.makeNested(
  "Conversations.listByAdmin",
  { item: Conversation, key: "conversations", maxPerPage: 150 },
  (adminId, { state = "all", ...paging }) => {
    const inState = state === "all" ? [] : [SearchQuery.equals("open", state === "open")]
    const query = SearchQuery.and(SearchQuery.equals("admin_assignee_id", Number(adminId)), ...inState)
    const issue = /^\d{1,15}$/.test(adminId) ? undefined : { path: ["admin_id"], reason: "must be a number" }
    return searchRequest({ query, ...paging }, issue)
  }
)

/**
 * Replies in the name of a contact; the id `last` means the last conversation of theirs.
 *
 * `POST /conversations/{conversation_id}/reply`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const replyAsContact: (
  conversationId: string,
  reply: ContactReply
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.replyAsContact",
  Conversation,
  (conversationId, reply) =>
    replying(
      conversationId,
      ContactComment,
      { message_type: "comment", type: "user", ...reply },
      exactlyOne(reply, ["intercom_user_id", "user_id", "email"]) ?? tooManyAttachments(reply)
    )
)

/**
 * Replies as an admin; the contact sees it. A bot's reply to an email is not sent unless Intercom allows it.
 *
 * `POST /conversations/{conversation_id}/reply`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const replyAsAdmin: (
  conversationId: string,
  reply: AdminReply
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.replyAsAdmin",
  Conversation,
  (conversationId, reply) => replying(conversationId, AdminReply, { message_type: "comment", type: "admin", ...reply })
)

/**
 * Adds a note that teammates alone see.
 *
 * `POST /conversations/{conversation_id}/reply`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const addNote: (
  conversationId: string,
  note: AdminReply
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.addNote",
  Conversation,
  (conversationId, note) => replying(conversationId, AdminReply, { message_type: "note", type: "admin", ...note })
)

/**
 * Gives the contact buttons to answer with.
 *
 * `POST /conversations/{conversation_id}/reply`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const sendQuickReplies: (
  conversationId: string,
  quickReply: QuickReply
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.sendQuickReplies",
  Conversation,
  (conversationId, quickReply) =>
    replying(conversationId, QuickReply, { message_type: "quick_reply", type: "admin", ...quickReply })
)

/**
 * Opens a conversation that is closed or snoozed.
 *
 * `POST /conversations/{conversation_id}/parts`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const open: (
  conversationId: string,
  open: ActingAdmin
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.open",
  Conversation,
  (conversationId, open) => managing(conversationId, { message_type: "open", ...open })
)

/**
 * Closes a conversation.
 *
 * `POST /conversations/{conversation_id}/parts`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const close: (
  conversationId: string,
  close: ConversationClose
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.close",
  Conversation,
  (conversationId, close) => managing(conversationId, { message_type: "close", type: "admin", ...close })
)

/**
 * Puts a conversation off until a time.
 *
 * `POST /conversations/{conversation_id}/parts`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const snooze: (
  conversationId: string,
  snooze: ConversationSnooze
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.snooze",
  Conversation,
  (conversationId, snooze) => managing(conversationId, { message_type: "snoozed", ...snooze })
)

/**
 * Assigns a conversation to an admin or to a team; it may have one of each.
 *
 * `POST /conversations/{conversation_id}/parts`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const assign: (
  conversationId: string,
  assignment: ConversationAssignment
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.assign",
  Conversation,
  (conversationId, assignment) => managing(conversationId, { message_type: "assignment", ...assignment })
)

/**
 * Assigns a conversation to nobody.
 *
 * `POST /conversations/{conversation_id}/parts`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const unassign: (
  conversationId: string,
  unassignment: ConversationUnassignment
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.unassign",
  Conversation,
  (conversationId, { type = "admin", ...unassignment }) =>
    managing(conversationId, { message_type: "assignment", type, assignee_id: "0", ...unassignment })
)

/**
 * Puts a tag on a conversation. Fails with `NotFound` where there is no such conversation.
 *
 * `POST /conversations/{conversation_id}/tags`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const attachTag: (conversationId: string, tag: AdminTagLink) => Effect.Effect<Tag, IntercomError, IntercomHttp> =
  Endpoint.make(
    "Conversations.attachTag",
    Tag,
    (conversationId, tag) =>
      Endpoint.post("/conversations/{conversation_id}/tags", {
        path: { conversation_id: conversationId },
        body: Endpoint.json(AdminTagLink, tag),
        repeatable: true
      })
  )

/**
 * Takes a tag off a conversation. Fails with `NotFound` (`tag_not_found` or `not_found`) where either is missing.
 *
 * `DELETE /conversations/{conversation_id}/tags/{tag_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const detachTag: (conversationId: string, tag: AdminTagLink) => Effect.Effect<Tag, IntercomError, IntercomHttp> =
  Endpoint.make(
    "Conversations.detachTag",
    Tag,
    (conversationId, { tag_id, ...admin }) =>
      Endpoint.del("/conversations/{conversation_id}/tags/{tag_id}", {
        path: { conversation_id: conversationId, tag_id },
        body: Endpoint.json(ActingAdmin, admin)
      })
  )

/**
 * Lets a contact take part in a conversation, in the name of an admin or of another contact.
 *
 * `POST /conversations/{conversation_id}/customers`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const attachContact: (
  conversationId: string,
  participant: NewParticipant
) => Effect.Effect<ConversationParticipants, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.attachContact",
  ConversationParticipants,
  (conversationId, { admin_id, ...customer }) =>
    Endpoint.post("/conversations/{conversation_id}/customers", {
      path: { conversation_id: conversationId },
      body: Endpoint.json(ParticipantBody, { admin_id, customer }),
      issue: exactlyOne(customer, ["intercom_user_id", "user_id", "email"])
    })
)

const ParticipantBody: Schema.Schema<{ readonly admin_id?: string | undefined; readonly customer: Participant }> =
  Schema.suspend(() => Schema.Struct({ admin_id: Schema.optional(IdInput), customer: Participant }))

/**
 * Takes a contact out of a conversation. Fails with `InvalidRequest` (`parameter_invalid`) for the last one.
 *
 * `DELETE /conversations/{conversation_id}/customers/{contact_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const detachContact: (
  conversationId: string,
  contact: ParticipantRemoval
) => Effect.Effect<ConversationParticipants, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.detachContact",
  ConversationParticipants,
  (conversationId, { contact_id, ...admin }) =>
    Endpoint.del("/conversations/{conversation_id}/customers/{contact_id}", {
      path: { conversation_id: conversationId, contact_id },
      body: Endpoint.json(ActingAdmin, admin)
    })
)

/**
 * Redacts a part, which must have text. Fails with `NotFound` (`conversation_part_or_message_not_found`) if it is missing.
 *
 * `POST /conversations/redact`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const redactPart: (
  conversationId: string,
  part: PartRedaction
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.redactPart",
  Conversation,
  (conversationId, part) => redacting({ type: "conversation_part", conversation_id: conversationId, ...part })
)

/**
 * Wipes out the first message of a conversation, which a contact must have written.
 *
 * `POST /conversations/redact`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const redactSource: (
  conversationId: string,
  source: SourceRedaction
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.redactSource",
  Conversation,
  (conversationId, source) => redacting({ type: "source", conversation_id: conversationId, ...source })
)

/**
 * Makes a ticket of a conversation. Fails with `InvalidRequest` for a type that is not of the category `Customer`.
 *
 * `POST /conversations/{conversation_id}/convert`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const convertToTicket: (
  conversationId: string,
  ticket: TicketConversion
) => Effect.Effect<Ticket, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.convertToTicket",
  Ticket,
  (conversationId, ticket) =>
    Endpoint.post("/conversations/{conversation_id}/convert", {
      path: { conversation_id: conversationId },
      body: Endpoint.json(TicketConversion, ticket)
    })
)

/**
 * Lists when teammates paused in a conversation and went on.
 *
 * `GET /conversations/{id}/handling_events`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listHandlingEvents: (
  conversationId: string
) => Pagination.List<HandlingEvent> = Pagination.makeNested(
  "Conversations.listHandlingEvents",
  { item: HandlingEvent, key: "handling_events" },
  (conversationId, paging) =>
    Endpoint.get("/conversations/{id}/handling_events", {
      path: { id: conversationId },
      query: Pagination.pageNumbers(paging)
    })
)

/**
 * Input for searching conversations.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationSearch extends SearchQuery.Search<ConversationField> {}

const searchRequest = (options: ConversationSearch & Pagination.ListOptions, issue?: Issue): Endpoint.Request =>
  Endpoint.post("/conversations/search", { body: SearchQuery.body(options), repeatable: true, issue })

const replying = <A extends object>(
  conversationId: string,
  schema: Schema.Schema<A>,
  reply: NoInfer<A>,
  issue: Issue | undefined = tooManyAttachments(reply)
): Endpoint.Request =>
  Endpoint.post("/conversations/{conversation_id}/reply", {
    path: { conversation_id: conversationId },
    body: Endpoint.json(schema, reply),
    issue
  })

const managing = (conversationId: string, action: ConversationAction): Endpoint.Request =>
  Endpoint.post("/conversations/{conversation_id}/parts", {
    path: { conversation_id: conversationId },
    body: Endpoint.json(ConversationAction, action)
  })

const redacting = (redaction: Redaction): Endpoint.Request =>
  Endpoint.post("/conversations/redact", { body: Endpoint.json(Redaction, redaction) })
