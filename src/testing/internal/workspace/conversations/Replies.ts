/** Replies and notes in conversations. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { nullish, nullishId, nullishNumber, nullishString } from "../../../../internal/fields.js"
import { NewAttachment } from "../../../../models/Attachment.js"
import { QuickReplyOption } from "../../../../models/QuickReplyOption.js"
import * as ContactHandles from "../contacts/Handles.js"
import { fromText, fromTextOrHtml } from "../kernel/Html.js"
import { invalid, json, notFound, refuse, type Result } from "../kernel/Result.js"
import { type Call, type Operation, post } from "../Operation.js"
import { attachmentsOf, requireBody } from "../parts/Attachments.js"
import { adminAuthor, contactAuthor } from "../parts/Authors.js"
import type { ContactRow } from "../rows/Contact.js"
import type { ConversationRow } from "../rows/Conversation.js"
import type { Tables } from "../Tables.js"
import * as Conversations from "./Conversations.js"
import * as Messages from "./Messages.js"
import { present } from "./View.js"

// Not a union: an incomplete reply must not be read as one of another kind.
const Reply = Schema.suspend(() =>
  Schema.extend(
    ContactHandles.Handle,
    Schema.Struct({
      type: Schema.Literal("user", "admin"),
      message_type: Schema.Literal("comment", "note", "quick_reply"),
      admin_id: nullishId,
      body: nullishString,
      reply_options: nullish(Schema.Array(QuickReplyOption)),
      attachment_urls: nullish(Schema.Array(Schema.String)),
      attachment_files: nullish(Schema.Array(NewAttachment)),
      /** Unix time in seconds. */
      created_at: nullishNumber
    })
  )
)

type Reply = typeof Reply.Type

type ReplyCall = Call<"conversation_id", Reply>

const reply = (call: ReplyCall): Result =>
  Either.map(
    call.body.type === "user" ? replyAsContact(call) : replyAsAdmin(call),
    (row) => json(present(call.tables, row))
  )

const requireOptions = ({ reply_options }: Reply): Result<ReadonlyArray<QuickReplyOption>> =>
  Predicate.isNotNullable(reply_options) && reply_options.length > 0 ?
    Either.right(reply_options) :
    refuse(400, "parameter_not_found", "reply_options are required", "reply_options")

const replyAsContact = (call: ReplyCall): Result<ConversationRow> =>
  Either.gen(function*() {
    const { body: reply, path, tables } = call
    if (reply.message_type === "note") return yield* invalid("Contacts write no notes", "message_type")
    const isLast = path("conversation_id") === "last"
    const row = isLast ? undefined : yield* Conversations.byPath(call)
    const contact = yield* ContactHandles.find(tables, reply)
    const [chosen] = reply.message_type === "quick_reply" ? yield* requireOptions(reply) : reply.reply_options ?? []
    const text = reply.message_type === "quick_reply" ? chosen?.text ?? "" : yield* requireBody(reply)
    const attachments = yield* attachmentsOf(tables, reply)
    const answered = row ?? (yield* latestOf(tables, contact))
    if (!answered.contactIds.includes(contact.id)) return yield* notFound("Resource")
    return Conversations.addPart(call, answered, {
      part_type: answered.state === "open" ? reply.message_type : "open",
      author: contactAuthor(contact),
      body: fromText(text),
      attachments,
      metadata: chosen === undefined ? {} : { quick_reply_uuid: chosen.uuid },
      created_at: reply.created_at
    }, { state: "open", snoozed_until: null, topic: "conversation.user.replied" })
  })

/** The conversation that a contact answers if the request names none: the latest one, or that of a newer message. */
const latestOf = (
  tables: Pick<Tables, "contacts" | "conversations" | "messages">,
  { id }: ContactRow
): Result<ConversationRow> => {
  const conversation = tables.conversations.rows()
    .filter(({ contactIds }) => contactIds.includes(id))
    .reduce<ConversationRow | undefined>(
      (last, row) => last === undefined || row.updated_at >= last.updated_at ? row : last,
      undefined
    )
  const message = Messages.unanswered(tables, id)
  if (message !== undefined && (conversation === undefined || message.created_at >= conversation.updated_at)) {
    return Either.right(Messages.startConversation(tables, message))
  }
  return conversation === undefined ? notFound("Resource") : Either.right(conversation)
}

const replyAsAdmin = (call: ReplyCall): Result<ConversationRow> =>
  Either.gen(function*() {
    const { body: reply, tables } = call
    const { message_type } = reply
    const row = yield* Conversations.byPath(call)
    if (Predicate.isNullable(reply.admin_id)) {
      return yield* refuse(400, "parameter_not_found", "admin_id is required", "admin_id")
    }
    const author = yield* adminAuthor(tables, reply.admin_id)
    const options = message_type === "quick_reply" ? yield* requireOptions(reply) : undefined
    const body = options === undefined ? yield* requireBody(reply) : reply.body ?? undefined
    return Conversations.addPart(call, row, {
      part_type: message_type,
      author,
      body: body === undefined ? null : fromTextOrHtml(body),
      attachments: yield* attachmentsOf(tables, reply),
      metadata: options === undefined ? {} : { quick_reply_options: options },
      created_at: reply.created_at
    }, { topic: message_type === "note" ? "conversation.admin.noted" : "conversation.admin.replied" })
  })

export const operations: ReadonlyArray<Operation> = [post("/conversations/{conversation_id}/reply", Reply, reply)]
