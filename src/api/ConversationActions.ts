/**
 * Actions on conversations: replies, notes, assignments and others. `Conversations` exports all of them.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { exactlyOne, tooManyAttachments } from "../internal/checks.js"
import { IdInput } from "../internal/fields.js"
import { Conversation, ConversationParticipants } from "../models/Conversation.js"
import {
  ActingAdmin,
  AdminReply,
  ContactComment,
  type ContactReply,
  ConversationAction,
  type ConversationAssignment,
  type ConversationClose,
  ConversationMerge,
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
import { AdminTagLink, Tag } from "../models/Tag.js"
import { Ticket } from "../models/Ticket.js"

/**
 * @since 1.0.0
 */
export * from "../models/ConversationAction.js"

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
      body: Endpoint.json(TicketConversion, ticket),
      later: Endpoint.needs("2.16", { ticket_state_id: ticket.ticket_state_id })
    })
)

/**
 * Merges a conversation into another one, closes it, and returns the one that stays. From API 2.16.
 *
 * `POST /conversations/{id}/merge`. Fails with `InvalidRequest` (`merge_failed`) if the other conversation does not
 * exist, or if this one is merged already.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const merge: (
  conversationId: string,
  merge: ConversationMerge
) => Effect.Effect<Conversation, IntercomError, IntercomHttp> = Endpoint.make(
  "Conversations.merge",
  Conversation,
  (conversationId, merge) =>
    Endpoint.post("/conversations/{id}/merge", {
      since: "2.16",
      path: { id: conversationId },
      body: Endpoint.json(ConversationMerge, merge)
    })
)

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
