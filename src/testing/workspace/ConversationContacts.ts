/** Which contacts take part in the conversations of the in-memory workspace. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { nullish, nullishId } from "../../internal/fields.js"
import type { Author } from "../../models/Author.js"
import * as Admins from "./Admins.js"
import * as ContactHandles from "./ContactHandles.js"
import * as Contacts from "./Contacts.js"
import * as Parts from "./ConversationParts.js"
import * as Conversations from "./Conversations.js"
import { withIsoTimes } from "./Notifications.js"
import { type Call, delWith, json, type Operation, post, type Result } from "./Operation.js"
import { notFound, type Refusal, refuse } from "./Refusal.js"
import type { ContactRow } from "./rows/Contact.js"
import type { ConversationRow } from "./rows/Conversation.js"
import type { State } from "./State.js"

interface Customer extends ContactHandles.Handle {
  /** The contact who adds this one. */
  readonly customer?: ContactHandles.Handle | null | undefined
}

interface Attaching {
  readonly admin_id?: string | null | undefined
  readonly customer: Customer
}

const Attaching: Schema.Schema<Attaching> = Schema.suspend(() =>
  Schema.Struct({
    admin_id: nullishId,
    customer: Schema.extend(ContactHandles.Handle, Schema.Struct({ customer: nullish(ContactHandles.Handle) }))
  })
)

/** Who takes part: the service answers with this in place of the conversation. */
const participants = (state: State, { contactIds }: ConversationRow) => ({
  customers: contactIds.map((id) => ({ type: state.contacts.get(id)?.fields.role ?? "user", id }))
})

/** What webhooks tell of it: columns, not an object of the API. */
const columns = (
  state: State,
  row: ConversationRow,
  contact: ContactRow
): Readonly<Record<string, unknown>> => ({
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
  contact: Contacts.notified(state, contact)
})

const attach = (call: Call<"conversation_id", Attaching>): Result =>
  Either.gen(function*() {
    const { body: { admin_id, customer }, notify, state } = call
    const row = yield* Conversations.named(call)
    const author = yield* attacher(state, admin_id, customer.customer)
    const contact = yield* ContactHandles.foundOrMade(call, customer, "lead")
    if (row.contactIds.includes(contact.id)) return json(participants(state, row))
    const joined = Conversations.record(call, row, { part_type: "participant_added", author }, {
      contactIds: [...row.contactIds, contact.id]
    })
    notify("conversation.contact.attached", columns(state, joined, contact))
    return json(participants(state, joined))
  })

const attacher = (
  state: State,
  adminId: string | null | undefined,
  customer: ContactHandles.Handle | null | undefined
): Either.Either<Author, Refusal> => {
  if (Predicate.isNotNullable(adminId)) return Parts.admin(state, adminId)
  if (Predicate.isNotNullable(customer)) return Either.map(ContactHandles.find(state, customer), Parts.contact)
  return refuse(400, "parameter_not_found", "admin_id or customer is required", "admin_id")
}

const detach = (call: Call<"contact_id" | "conversation_id", Admins.Actor>): Result =>
  Either.gen(function*() {
    const { body: { admin_id }, notify, path, state } = call
    const row = yield* Conversations.named(call)
    const author = yield* Parts.admin(state, admin_id)
    const contact = yield* Contacts.byId(state, path("contact_id"))
    if (!row.contactIds.includes(contact.id)) return yield* notFound("User")
    if (row.contactIds.length === 1) {
      return yield* refuse(422, "parameter_invalid", "The last customer cannot be removed")
    }
    const left = Conversations.record(call, row, { part_type: "participant_removed", author }, {
      contactIds: row.contactIds.filter((id) => id !== contact.id)
    })
    notify("conversation.contact.detached", columns(state, left, contact))
    return json(participants(state, left))
  })

export const operations: ReadonlyArray<Operation> = [
  post("/conversations/{conversation_id}/customers", Attaching, attach),
  delWith("/conversations/{conversation_id}/customers/{contact_id}", Admins.Actor, detach)
]
