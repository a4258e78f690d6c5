/** Replies and notes in the conversations of the in-memory workspace. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { nullish, nullishId, nullishNumber, nullishString } from "../../../../internal/fields.js"
import { NewAttachment } from "../../../../models/Attachment.js"
import { QuickReplyOption } from "../../../../models/QuickReplyOption.js"
import * as ContactHandles from "../contacts/Handles.js"
import { fromText, fromTextOrHtml } from "../kernel/Html.js"
import { invalid, notFound, type Refusal, refuse } from "../kernel/Refusal.js"
import { type Call, json, type Operation, post, type Result } from "../Operation.js"
import { type Attached, attachmentsOf, requireBody } from "../parts/Attachments.js"
import { adminAuthor, contactAuthor } from "../parts/Authors.js"
import type { ContactRow } from "../rows/Contact.js"
import type { ConversationRow } from "../rows/Conversation.js"
import type { Tables } from "../Tables.js"
import * as Conversations from "./Conversations.js"
import * as Messages from "./Messages.js"
import { present } from "./View.js"

interface Reply extends ContactHandles.Handle, Attached {
  readonly type: "user" | "admin"
  readonly message_type: "comment" | "note" | "quick_reply"
  readonly admin_id?: string | null | undefined
  readonly body?: string | null | undefined
  readonly reply_options?: ReadonlyArray<QuickReplyOption> | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
}

// Not a union: a reply that lacks something must not be taken for one of another kind.
const Reply: Schema.Schema<Reply> = Schema.suspend(() =>
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
      created_at: nullishNumber
    })
  )
)

type ReplyCall = Call<"conversation_id", Reply>

const reply = (call: ReplyCall): Result =>
  Either.map(
    call.body.type === "user" ? replyAsContact(call) : replyAsAdmin(call),
    (row) => json(present(call.tables, row))
  )

const requireOptions = ({ reply_options }: Reply): Either.Either<ReadonlyArray<QuickReplyOption>, Refusal> =>
  Predicate.isNotNullable(reply_options) && reply_options.length > 0 ?
    Either.right(reply_options) :
    refuse(400, "parameter_not_found", "reply_options are required", "reply_options")

const replyAsContact = (call: ReplyCall): Either.Either<ConversationRow, Refusal> =>
  Either.gen(function*() {
    const { body: reply, path, tables } = call
    if (reply.message_type === "note") return yield* invalid("Contacts write no notes", "message_type")
    const isLast = path("conversation_id") === "last"
    const row = isLast ? undefined : yield* Conversations.named(call)
    const contact = yield* ContactHandles.find(tables, reply)
    const [chosen] = reply.message_type === "quick_reply" ? yield* requireOptions(reply) : reply.reply_options ?? []
    const text = reply.message_type === "quick_reply" ? chosen?.text ?? "" : yield* requireBody(reply)
    const attachments = yield* attachmentsOf(tables, reply)
    const answered = row ?? (yield* lastOf(tables, contact))
    if (!answered.contactIds.includes(contact.id)) return yield* notFound("Resource")
    return Conversations.record(call, answered, {
      part_type: answered.state === "open" ? reply.message_type : "open",
      author: contactAuthor(contact),
      body: fromText(text),
      attachments,
      metadata: chosen === undefined ? {} : { quick_reply_uuid: chosen.uuid },
      created_at: reply.created_at
    }, { state: "open", snoozed_until: null, topic: "conversation.user.replied" })
  })

/** What a contact answers where no conversation is named: the last one, or a message that made none yet. */
const lastOf = (
  tables: Pick<Tables, "contacts" | "conversations" | "messages">,
  { id }: ContactRow
): Either.Either<ConversationRow, Refusal> => {
  const conversation = tables.conversations.rows()
    .filter(({ contactIds }) => contactIds.includes(id))
    .reduce<ConversationRow | undefined>(
      (last, row) => last === undefined || row.updated_at >= last.updated_at ? row : last,
      undefined
    )
  const message = Messages.unanswered(tables, id)
  if (message !== undefined && (conversation === undefined || message.created_at >= conversation.updated_at)) {
    return Either.right(Messages.beginConversation(tables, message))
  }
  return conversation === undefined ? notFound("Resource") : Either.right(conversation)
}

const replyAsAdmin = (call: ReplyCall): Either.Either<ConversationRow, Refusal> =>
  Either.gen(function*() {
    const { body: reply, tables } = call
    const { message_type } = reply
    const row = yield* Conversations.named(call)
    if (Predicate.isNullable(reply.admin_id)) {
      return yield* refuse(400, "parameter_not_found", "admin_id is required", "admin_id")
    }
    const author = yield* adminAuthor(tables, reply.admin_id)
    const options = message_type === "quick_reply" ? yield* requireOptions(reply) : undefined
    const body = options === undefined ? yield* requireBody(reply) : reply.body ?? undefined
    return Conversations.record(call, row, {
      part_type: message_type,
      author,
      body: body === undefined ? null : fromTextOrHtml(body),
      attachments: yield* attachmentsOf(tables, reply),
      metadata: options === undefined ? {} : { quick_reply_options: options },
      created_at: reply.created_at
    }, { topic: message_type === "note" ? "conversation.admin.noted" : "conversation.admin.replied" })
  })

export const operations: ReadonlyArray<Operation> = [
  post("/conversations/{conversation_id}/reply", Reply, reply)
]
