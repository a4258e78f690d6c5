/**
 * Conversations: threads of messages between contacts and admins. Most calls fail with `Forbidden`
 * (`api_plan_restricted`) if the workspace's plan does not include them.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { notText, tooManyAttachments } from "../internal/checks.js"
import type {
  ConversationField,
  DeleteConversationOptions,
  FindConversationOptions,
  ListConversationsByAdminOptions,
  ListConversationsByContactOptions,
  ListDeletedConversationsOptions
} from "../models/Conversation.js"
import {
  Conversation,
  ConversationChanges,
  ConversationDeletion,
  NewConversation,
  SideConversation
} from "../models/Conversation.js"
import { HandlingEvent } from "../models/ConversationPart.js"
import { DeletedObject } from "../models/DeletedObject.js"
import { FirstMessage } from "../models/Message.js"
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
export * from "../models/DeletedObject.js"

/**
 * @since 1.0.0
 */
export * from "./ConversationActions.js"

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
 * `POST /conversations`. Fails with `NotFound` if the contact does not exist or is only moments old. Fails with
 * `InvalidResponse` if the response has no `conversation_id`: the conversation exists then, and `id` of the error is the
 * id of the message.
 *
 * @example
 * ```ts
 * import { Conversations } from "effect-intercom"
 * import { Effect } from "effect"
 *
 * export const program = Effect.gen(function*() {
 *   const { conversation_id } = yield* Conversations.create({
 *     from: { type: "user", id: "63a07ddf05a32042dffac965" },
 *     body: "My order has not arrived."
 *   })
 *   return yield* Conversations.find(conversation_id)
 * })
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (
  conversation: NewConversation
) => Effect.Effect<FirstMessage, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.create",
  FirstMessage,
  (conversation) =>
    Endpoint.post("/conversations", {
      body: Endpoint.json(NewConversation, conversation),
      issue: tooManyAttachments(conversation),
      later: Endpoint.needs("2.16", { brand_id: conversation.brand_id })
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

const delete_: (
  conversationId: string,
  options?: DeleteConversationOptions
) => Effect.Effect<DeletedObject, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.delete",
  DeletedObject,
  (conversationId, { retain_metrics } = {}) =>
    Endpoint.del("/conversations/{conversation_id}", {
      path: { conversation_id: conversationId },
      query: { retain_metrics },
      later: Endpoint.needs("2.16", { retain_metrics })
    })
)

export {
  /**
   * Deletes a conversation with its parts. Reports still count it, unless `retain_metrics` is `false`.
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
 * Returns how many conversations match a search.
 *
 * `POST /conversations/search`, with one conversation in the response.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const count: (search: ConversationSearch) => Effect.Effect<number, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.count",
  Pagination.TotalCount,
  (search) => searchRequest({ ...search, perPage: 1 })
)

/**
 * Retrieves many conversations by their ids, with one request for each 150 ids.
 *
 * `POST /conversations/search`. The conversations have no parts, and come in the order of the ids. `missing` has the ids that the search does not
 * find.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findMany: (
  conversationIds: ReadonlyArray<string>
) => Effect.Effect<SearchQuery.Found<Conversation>, IntercomError, IntercomHttp> = SearchQuery.findMany(search)

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
 * Lists the side conversations of a conversation with their parts, in pages of 25 by default and 50 at most. From API
 * 2.16.
 *
 * `GET /conversations/{id}/side_conversations`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listSideConversations: (
  conversationId: string,
  options?: Pagination.ListOptions
) => Pagination.List<SideConversation> = Pagination.makeNested(
  "Conversations.listSideConversations",
  { item: SideConversation, key: "side_conversations", maxPerPage: 50, next: Pagination.nextNumber },
  (conversationId, paging) =>
    Endpoint.get("/conversations/{id}/side_conversations", {
      since: "2.16",
      path: { id: conversationId },
      query: Pagination.pageNumbers(paging)
    })
)

/**
 * Lists deleted conversations, in pages of 20 by default and 60 at most. From API 2.16.
 *
 * `GET /conversations/deleted`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listDeleted: (
  options?: ListDeletedConversationsOptions & Pagination.ListOptions
) => Pagination.List<ConversationDeletion> = Pagination.make(
  "Conversations.listDeleted",
  { item: ConversationDeletion, key: "conversations", maxPerPage: 60 },
  ({ order, ...paging }) =>
    Endpoint.get("/conversations/deleted", { since: "2.16", query: { ...Pagination.pageNumbers(paging), order } })
)

/**
 * Input for searching conversations.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationSearch extends SearchQuery.Search<ConversationField> {
  /** Whether the results have `monitor_evaluations`. From 2.16. Default: `false`. */
  readonly include_monitors?: boolean | undefined
  /** Whether the results have `scorecards`. From 2.16. Default: `false`. */
  readonly include_scorecards?: boolean | undefined
}

/**
 * Options for reading conversations with several searches at once.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationPartitionOptions extends Partition.Options<ConversationField> {}

const searchRequest = (
  { include_monitors, include_scorecards, ...options }: ConversationSearch & Pagination.ListOptions,
  issue?: Issue
): Endpoint.Request =>
  Endpoint.post("/conversations/search", {
    query: { include_monitors, include_scorecards },
    body: SearchQuery.body(options),
    repeatable: true,
    issue,
    later: Endpoint.needs("2.16", { include_monitors, include_scorecards })
  })
