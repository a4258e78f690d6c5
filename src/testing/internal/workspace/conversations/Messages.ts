/** Messages that start conversations. A message from an admin starts one if a contact answers it. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { nullish, nullishBoolean, nullishId, nullishNumber, nullishString } from "../../../../internal/fields.js"
import * as Contacts from "../contacts/Contacts.js"
import * as ContactHandles from "../contacts/Handles.js"
import { fromText, fromTextOrHtml } from "../kernel/Html.js"
import { type Answer, invalid, json, refuse, type Result } from "../kernel/Result.js"
import { type Call, type EventContext, type Operation, post } from "../Operation.js"
import { attachmentsOf, requireBody } from "../parts/Attachments.js"
import { contactAuthor } from "../parts/Authors.js"
import type { AdminRow } from "../rows/Admin.js"
import type { ContactRow } from "../rows/Contact.js"
import type { ConversationRow } from "../rows/Conversation.js"
import type { MessageRow } from "../rows/Message.js"
import type { Tables } from "../Tables.js"
import * as Conversations from "./Conversations.js"
import { presentInWebhook } from "./View.js"

/** The newest message to a contact that has not started a conversation. */
export const unanswered = ({ messages }: Pick<Tables, "messages">, contactId: string): MessageRow | undefined =>
  messages.rows()
    .filter(({ contactIds, conversationId }) => conversationId === undefined && contactIds.includes(contactId))
    .at(-1)

/** Starts the conversation of a message. */
export const startConversation = (
  tables: Pick<Tables, "contacts" | "conversations" | "messages">,
  message: MessageRow
): ConversationRow => {
  const { contactIds, created_at, source } = message
  const row = Conversations.start(tables, { contactIds, created_at, source })
  tables.messages.set({ ...message, conversationId: row.id })
  return row
}

const Participant = Schema.suspend(() =>
  Schema.Struct({
    type: Schema.Literal("admin", "contact", "lead", "user"),
    id: nullishId,
    user_id: nullishId,
    email: nullishString
  })
)

type Participant = typeof Participant.Type

const NewMessage = Schema.suspend(() => {
  const participants = nullish(Schema.Union(Participant, Schema.Array(Participant)))
  return Schema.Struct({
    from: Participant,
    to: participants,
    cc: participants,
    bcc: participants,
    message_type: nullishString,
    subject: nullishString,
    body: nullishString,
    attachment_urls: nullish(Schema.Array(Schema.String)),
    /** Unix time in seconds. */
    created_at: nullishNumber,
    create_conversation_without_contact_reply: nullishBoolean
  })
})

type NewMessage = typeof NewMessage.Type

const contactOf = (tables: Pick<Tables, "contacts">, { email, id, user_id }: Participant): Result<ContactRow> =>
  ContactHandles.find(tables, { intercom_user_id: id, user_id, email })

/** The sender: a contact, or a visitor, who becomes a lead. */
const senderOf = ({ notify, now, tables }: EventContext, from: Participant): Result<ContactRow> => {
  const visitor = from.type === "contact" ?
    tables.visitors.rows().find(({ id, user_id }) => id === from.id || user_id === from.user_id) :
    undefined
  if (visitor === undefined) return contactOf(tables, from)
  const { custom_attributes, email, id, name, phone } = visitor
  return Either.map(
    Contacts.add(
      tables,
      {
        role: "lead",
        email: email ?? undefined,
        name: name ?? undefined,
        phone: phone ?? undefined,
        custom_attributes
      },
      now,
      id
    ),
    (lead) => {
      tables.visitors.remove(id)
      notify("contact.lead.created", Contacts.presentInWebhook(tables, lead))
      return lead
    }
  )
}

const createConversation = (call: Call<never, NewMessage>): Result =>
  call.body.from.type === "admin" ? invalid("A contact begins a conversation", "from") : sendAsContact(call)

const send = (call: Call<never, NewMessage>): Result =>
  call.body.from.type === "admin" ? sendAsAdmin(call) : sendAsContact(call)

const sendAsContact = (call: Call<never, NewMessage>): Result =>
  Either.gen(function*() {
    const { body: message, notify, now, tables } = call
    const text = yield* requireBody(message)
    const attachments = yield* attachmentsOf(tables, message)
    const contact = yield* senderOf(call, message.from)
    const row = Conversations.start(tables, {
      contactIds: [contact.id],
      created_at: message.created_at ?? now,
      source: {
        type: "conversation",
        id: tables.messages.nextId(),
        delivered_as: "customer_initiated",
        subject: message.subject ?? "",
        body: fromText(text),
        author: contactAuthor(contact),
        attachments,
        url: null,
        redacted: false
      }
    })
    notify("conversation.user.created", presentInWebhook(tables, row))
    return json({
      type: "user_message",
      id: row.source.id,
      created_at: row.created_at,
      body: text,
      message_type: "inapp",
      conversation_id: row.id
    })
  })

const sendAsAdmin = (call: Call<never, NewMessage>): Result =>
  Either.gen(function*() {
    const { body: message, now, tables } = call
    const isEmail = yield* isForEmail(message)
    const text = yield* requireBody(message)
    if (isEmail && Predicate.isNullable(message.subject)) {
      return yield* refuse(422, "parameter_not_found", "An email needs a subject", "subject")
    }
    const admin = yield* tables.admins.find(message.from.id ?? "")
    const contacts = yield* recipients(tables, [message.to, message.cc])
    yield* recipients(tables, [message.bcc])
    if (contacts.length === 0) return yield* refuse(400, "parameter_not_found", "to is required", "to")
    const id = tables.messages.nextId()
    const sent = tables.messages.set({
      id,
      created_at: message.created_at ?? now,
      contactIds: contacts,
      conversationId: undefined,
      source: {
        type: isEmail ? "email" : "conversation",
        id,
        delivered_as: "admin_initiated",
        subject: message.subject ?? "",
        body: fromTextOrHtml(text),
        author: { type: "admin", id: admin.id, name: admin.name, email: admin.email },
        attachments: [],
        url: null,
        redacted: false
      }
    })
    Conversations.updateContactTimes(tables, contacts, sent.source.author, sent.created_at)
    const isOpen = message.create_conversation_without_contact_reply === true
    const conversation = isOpen ? openConversation(call, sent) : undefined
    return adminMessage(sent, admin, text, conversation)
  })

const isForEmail = ({ message_type }: NewMessage): Result<boolean> =>
  /^(email|in_app|inapp|conversation)$/.test(message_type ?? "") ?
    Either.right(message_type === "email") :
    invalid("message_type is in_app or email", "message_type")

const recipients = (
  tables: Pick<Tables, "contacts">,
  lists: ReadonlyArray<NewMessage["to"]>
): Result<ReadonlyArray<string>> =>
  Either.map(
    Either.all(lists.flatMap((list) => list ?? []).map((participant) => contactOf(tables, participant))),
    (rows) => Array.from(new Set(rows.map(({ id }) => id)))
  )

/** Starts the conversation before anybody has answered. */
const openConversation = ({ notify, tables }: EventContext, message: MessageRow) => {
  const row = tables.conversations.set({ ...startConversation(tables, message), state: "open" })
  notify("conversation.admin.single.created", presentInWebhook(tables, row))
  return row
}

const adminMessage = (
  { created_at, id, source }: MessageRow,
  admin: AdminRow,
  body: string,
  conversation: ConversationRow | undefined
): Answer =>
  json({
    type: "admin_message",
    id,
    created_at,
    ...(source.type === "email" ? { subject: source.subject } : {}),
    body,
    message_type: source.type === "email" ? "email" : "inapp",
    ...(conversation === undefined ? {} : { conversation_id: conversation.id }),
    owner: {
      type: "admin",
      id: admin.id,
      name: admin.name,
      email: admin.email,
      away_mode_enabled: admin.away_mode_enabled,
      away_mode_reassign: admin.away_mode_reassign
    }
  })

export const operations: ReadonlyArray<Operation> = [
  post("/conversations", NewMessage, createConversation),
  post("/messages", NewMessage, send)
]
