/** Conversations in the in-memory workspace: what is kept of them, and how they go on. */
import * as Either from "effect/Either"
import type { Author } from "../../../../models/Author.js"
import { notFound, type Refusal } from "../kernel/Refusal.js"
import type { Call, Due, Occasion } from "../Operation.js"
import { botAuthor, isFromContact } from "../parts/Authors.js"
import type { ConversationRow, SourceRow } from "../rows/Conversation.js"
import type { Tables } from "../Tables.js"
import * as Parts from "./Parts.js"
import { notified } from "./View.js"

/** A conversation to be, without parts. */
export interface NewConversationRow {
  readonly id?: string | undefined
  readonly contactIds: ReadonlyArray<string>
  readonly source: SourceRow
  /** Unix time in seconds. */
  readonly created_at: number
}

/** Begins a conversation. What an admin sends is closed until a contact answers it. */
export const begin = (
  tables: Pick<Tables, "contacts" | "conversations">,
  { contactIds, created_at, id = tables.conversations.nextId(), source }: NewConversationRow
): ConversationRow => {
  touch(tables, contactIds, source.author, created_at)
  return tables.conversations.set({
    id,
    title: null,
    created_at,
    updated_at: created_at,
    state: isFromContact(source.author) ? "open" : "closed",
    snoozed_until: null,
    read: false,
    priority: "not_priority",
    adminId: null,
    teamId: null,
    companyId: null,
    contactIds,
    source,
    tags: [],
    custom_attributes: {},
    rating: null,
    aiAgent: null,
    parts: [],
    ticketId: null
  })
}

/** Keeps in mind when a contact wrote last, and when somebody wrote to a contact. `at` is Unix time in seconds. */
export const touch = (
  tables: Pick<Tables, "contacts">,
  contactIds: ReadonlyArray<string>,
  author: Author,
  at: number
): void => {
  const isReply = isFromContact(author)
  const field = isReply ? "last_replied_at" : "last_contacted_at"
  for (const id of isReply ? [author.id ?? ""] : contactIds) {
    const row = tables.contacts.get(id)
    if (row === undefined) continue
    tables.contacts.set({ ...row, fields: { ...row.fields, [field]: Math.max(row.fields[field] ?? 0, at) } })
  }
}

/** What a part changes in its conversation, and the topic of the webhook that tells of it. */
export interface Consequence extends Partial<Omit<ConversationRow, "id" | "parts">> {
  readonly topic?: string | undefined
}

/** Adds a part to a conversation. */
export const record = (
  { notify, now, tables }: Occasion,
  row: ConversationRow,
  part: Parts.NewPart,
  { topic, ...changes }: Consequence = {}
): ConversationRow => {
  const added = Parts.make(tables, part, changes.state ?? row.state, now)
  const isMessage = Parts.isMessage(added)
  if (isMessage) touch(tables, row.contactIds, added.author, added.created_at)
  const written = tables.conversations.set({
    ...row,
    ...(isMessage ? { read: false } : {}),
    ...changes,
    parts: [...row.parts, added],
    updated_at: now
  })
  if (topic !== undefined) notify(topic, notified(tables, written, [added]))
  return written
}

/** The snoozes that end by now, each with the conversation open again. `now` is Unix time in seconds. */
export const due = (tables: Pick<Tables, "conversations" | "workspaceId">, now: number): ReadonlyArray<Due> =>
  tables.conversations.allByKey("snoozed").flatMap((row) => {
    const { snoozed_until, updated_at } = row
    if (snoozed_until === null || snoozed_until > now) return []
    const part = { part_type: "timer_unsnooze", author: botAuthor(tables) }
    const consequence: Consequence = { state: "open", snoozed_until: null, topic: "conversation.admin.unsnoozed" }
    // Who snoozes it until a time that is past has it back at once, not before.
    return [{
      at: Math.max(snoozed_until, updated_at),
      happen: (occasion) => record(occasion, row, part, consequence)
    }]
  })

/** The conversation of an id. */
export const byId = (
  { conversations }: Pick<Tables, "conversations">,
  id: string,
  missing: () => Either.Either<never, Refusal> = () => notFound("Resource")
): Either.Either<ConversationRow, Refusal> => {
  const row = conversations.get(id)
  return row === undefined ? missing() : Either.right(row)
}

/** The conversation the path names. */
export const named = ({ path, tables }: Call<"conversation_id">): Either.Either<ConversationRow, Refusal> =>
  byId(tables, path("conversation_id"))
