/** The contacts who take part in a conversation. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { nullish, nullishId } from "../../../../internal/fields.js"
import type { Author } from "../../../../models/Author.js"
import * as Contacts from "../contacts/Contacts.js"
import * as ContactHandles from "../contacts/Handles.js"
import type { JsonObject } from "../kernel/Json.js"
import { withIsoTimes } from "../kernel/Notifications.js"
import { json, notFound, refuse, type Result } from "../kernel/Result.js"
import { type Call, delWith, type Operation, post } from "../Operation.js"
import { adminAuthor, contactAuthor } from "../parts/Authors.js"
import type { ContactRow } from "../rows/Contact.js"
import type { ConversationRow } from "../rows/Conversation.js"
import type { Tables } from "../Tables.js"
import * as Admins from "../teammates/Admins.js"
import * as Conversations from "./Conversations.js"

// The customer of a customer is the contact who adds them.
const AttachBody = Schema.suspend(() =>
  Schema.Struct({
    admin_id: nullishId,
    customer: Schema.extend(ContactHandles.Handle, Schema.Struct({ customer: nullish(ContactHandles.Handle) }))
  })
)

type AttachBody = typeof AttachBody.Type

/** The participants, which the service returns instead of the conversation. */
const participants = (tables: Pick<Tables, "contacts">, { contactIds }: ConversationRow) => ({
  customers: contactIds.map((id) => ({ type: tables.contacts.get(id)?.fields.role ?? "user", id }))
})

/** The item of the notification: database columns, not an object of the API. */
const webhookItem = (tables: Pick<Tables, "notes">, row: ConversationRow, contact: ContactRow): JsonObject => ({
  conversation: {
    id: Number(row.id),
    parts: row.parts.slice(-1).map(({ author, created_at, id, part_type, updated_at }) =>
      withIsoTimes({
        id: Number(id),
        conversation_id: Number(row.id),
        part_type,
        data: JSON.stringify({ [author.type === "admin" ? "admin_id" : "user_id"]: author.id, contact_id: contact.id }),
        created_at,
        updated_at
      })
    ),
    options: {},
    model: withIsoTimes({
      id: Number(row.id),
      user_id: row.contactIds[0] ?? null,
      message_id: Number(row.source.id),
      company_id: row.companyId ?? "-1",
      created_at: row.created_at,
      updated_at: row.updated_at,
      read: row.read,
      deleted: false
    })
  },
  contact: Contacts.presentInWebhook(tables, contact)
})

const attach = (call: Call<"conversation_id", AttachBody>): Result =>
  Either.gen(function*() {
    const { body: { admin_id, customer }, notify, tables } = call
    const row = yield* Conversations.byPath(call)
    const author = yield* authorOf(tables, admin_id, customer.customer)
    const contact = yield* ContactHandles.findOrCreate(call, customer, "lead")
    if (row.contactIds.includes(contact.id)) return json(participants(tables, row))
    const updated = Conversations.addPart(call, row, { part_type: "participant_added", author }, {
      contactIds: [...row.contactIds, contact.id]
    })
    notify("conversation.contact.attached", webhookItem(tables, updated, contact))
    return json(participants(tables, updated))
  })

const authorOf = (
  tables: Pick<Tables, "admins" | "contacts">,
  adminId: string | null | undefined,
  customer: ContactHandles.Handle | null | undefined
): Result<Author> => {
  if (Predicate.isNotNullable(adminId)) return adminAuthor(tables, adminId)
  if (Predicate.isNotNullable(customer)) return Either.map(ContactHandles.find(tables, customer), contactAuthor)
  return refuse(400, "parameter_not_found", "admin_id or customer is required", "admin_id")
}

const detach = (call: Call<"contact_id" | "conversation_id", Admins.Actor>): Result =>
  Either.gen(function*() {
    const { body: { admin_id }, notify, path, tables } = call
    const row = yield* Conversations.byPath(call)
    const author = yield* adminAuthor(tables, admin_id)
    const contact = yield* tables.contacts.find(path("contact_id"))
    if (!row.contactIds.includes(contact.id)) return yield* notFound("User")
    if (row.contactIds.length === 1) {
      return yield* refuse(422, "parameter_invalid", "The last customer cannot be removed")
    }
    const updated = Conversations.addPart(call, row, { part_type: "participant_removed", author }, {
      contactIds: row.contactIds.filter((id) => id !== contact.id)
    })
    notify("conversation.contact.detached", webhookItem(tables, updated, contact))
    return json(participants(tables, updated))
  })

export const operations: ReadonlyArray<Operation> = [
  post("/conversations/{conversation_id}/customers", AttachBody, attach),
  delWith("/conversations/{conversation_id}/customers/{contact_id}", Admins.Actor, detach)
]
