/**
 * Conversations: threads of messages between contacts and admins. Most calls fail with `Forbidden`
 * (`api_plan_restricted`) if the workspace's plan does not include them.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { exactlyOne, notText, tooManyAttachments } from "../internal/checks.js"
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
import * as Partition from "../Partition.js"
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
 * Lists conversations without their parts, in pages of 20 by default and 150 at most.
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
 * Streams the pages of all conversations.
 *
 * `GET /conversations`, in pages of 150 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Conversation>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all conversations, without their parts.
 *
 * `GET /conversations`, in pages of 150 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Conversation, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Retrieves a conversation with its newest 500 parts.
 *
 * `GET /conversations/{conversation_id}`. Fails with `NotFound` if it is gone since it was listed.
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
 * Creates a conversation as a contact, and returns its first message with the `conversation_id`.
 *
 * `POST /conversations`. Fails with `NotFound` if the contact does not exist or is only moments old.
 *
 * @example
 * ```ts
 * import { Conversations } from "effect-intercom"
 *
 * export const message = Conversations.create({
 *   from: { type: "user", id: "63a07ddf05a32042dffac965" },
 *   body: "My order has not arrived."
 * })
 * ```
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
 * Updates a conversation.
 *
 * `PUT /conversations/{conversation_id}`. Fields that you leave out stay unchanged. Fails with `InvalidRequest` if a
 * name in `custom_attributes` belongs to two attributes.
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
   * Deletes a conversation with its parts. Reports still count it.
   *
   * `DELETE /conversations/{conversation_id}`. Fails with `NotFound` if an earlier attempt has deleted it.
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * Searches conversations, in pages of 20 by default and 150 at most.
 *
 * `POST /conversations/search`. The results have no parts. A filter on `source.body` matches single words, not phrases.
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
 * Streams the pages of a search for conversations.
 *
 * `POST /conversations/search`, in pages of 150 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchPages: (
  options: ConversationSearch & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Conversation>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(search(options), options)

/**
 * Streams all conversations that match a search.
 *
 * `POST /conversations/search`, in pages of 150 by default.
 *
 * @example
 * ```ts
 * import { Conversations, SearchQuery } from "effect-intercom"
 * import { Stream } from "effect"
 *
 * export const withParts = Conversations.searchStream({ query: SearchQuery.equals("open", true) }).pipe(
 *   Stream.mapEffect(({ id }) => Conversations.find(id), { concurrency: 5 })
 * )
 * ```
 *
 * @since 1.0.0
 * @category streams
 */
export const searchStream: (
  options: ConversationSearch & Pagination.StreamOptions
) => Stream.Stream<Conversation, IntercomError, IntercomHttp> = (options) => Pagination.stream(search(options), options)

/**
 * Streams the pages of `streamPartitioned`, each with a checkpoint. Store it to resume.
 *
 * `POST /conversations/search`, in pages of 150 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pagesPartitioned: (
  options?: ConversationPartitionOptions
) => Stream.Stream<Partition.Page<Conversation>, IntercomError, IntercomHttp> = Partition.pages(search, 1)

/**
 * Streams all conversations, or those that match a query, with several searches at once: see `Partition`.
 *
 * `POST /conversations/search`, in pages of 150 by default. Each conversation comes once, in no order.
 *
 * @since 1.0.0
 * @category streams
 */
export const streamPartitioned: (
  options?: ConversationPartitionOptions
) => Stream.Stream<Conversation, IntercomError, IntercomHttp> = Partition.stream(pagesPartitioned)

/**
 * Lists the conversations of a contact, in pages of 20 by default and 150 at most.
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
    return searchRequest({ query, ...paging }, notText("contact_id", contactId))
  }
)

/**
 * Lists the conversations that are assigned to an admin, in pages of 20 by default and 150 at most.
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
 * Replies to a conversation as a contact.
 *
 * `POST /conversations/{conversation_id}/reply`. The id `"last"` means the contact's last conversation.
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
 * Replies to a conversation as an admin. The contact sees the reply.
 *
 * `POST /conversations/{conversation_id}/reply`. A bot's reply to an email is not sent unless Intercom allows it.
 *
 * @example
 * ```ts
 * import { Conversations } from "effect-intercom"
 *
 * export const reply = Conversations.replyAsAdmin("1911149811", { admin_id: "394051", body: "It is on its way." })
 * ```
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
 * Adds a note, which only admins see, to a conversation.
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
 * Sends buttons that the contact can answer with.
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
 * Opens a closed or snoozed conversation.
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
 * Snoozes a conversation until a given time.
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
 * Assigns a conversation to an admin or a team.
 *
 * `POST /conversations/{conversation_id}/parts`. A conversation can have one of each.
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
 * Unassigns a conversation from its admin, or from its team if `type` is `"team"`.
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
 * Adds a tag to a conversation.
 *
 * `POST /conversations/{conversation_id}/tags`. Fails with `NotFound` if the conversation does not exist.
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
 * Removes a tag from a conversation.
 *
 * `DELETE /conversations/{conversation_id}/tags/{tag_id}`. Fails with `NotFound` (`not_found`, `tag_not_found`) if one
 * of them does not exist.
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
 * Adds a contact to a conversation, on behalf of an admin or of another contact.
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
 * Removes a contact from a conversation.
 *
 * `DELETE /conversations/{conversation_id}/customers/{contact_id}`. Fails with `InvalidRequest` (`parameter_invalid`)
 * for the last contact.
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
 * Redacts a part of a conversation, which must have text.
 *
 * `POST /conversations/redact`. Fails with `NotFound` (`conversation_part_or_message_not_found`) if the part does not
 * exist.
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
 * Redacts the first message of a conversation, which a contact must have written.
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
 * Converts a conversation to a ticket.
 *
 * `POST /conversations/{conversation_id}/convert`. Fails with `InvalidRequest` if the ticket type is not of the
 * category `Customer`.
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
 * Lists when admins paused and resumed their work on a conversation.
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

/**
 * Options for reading conversations with several searches at once.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationPartitionOptions extends Partition.Options<ConversationField> {}

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
