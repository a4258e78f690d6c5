/** Starts and changes conversations. */
import type { Author } from "../../../../models/Author.js"
import type { Result } from "../kernel/Result.js"
import type { Call, DueEvent, EventContext } from "../Operation.js"
import { botAuthor, isFromContact } from "../parts/Authors.js"
import type { ConversationRow, SourceRow } from "../rows/Conversation.js"
import type { Tables } from "../Tables.js"
import * as Parts from "./Parts.js"
import { presentInWebhook } from "./View.js"

/** A new conversation, without parts. */
export interface NewConversation {
  readonly id?: string | undefined
  readonly contactIds: ReadonlyArray<string>
  readonly source: SourceRow
  /** Unix time in seconds. */
  readonly created_at: number
}

/** Starts a conversation. If an admin starts it, it is closed until a contact answers. */
export const start = (
  tables: Pick<Tables, "contacts" | "conversations">,
  { contactIds, created_at, id = tables.conversations.nextId(), source }: NewConversation
): ConversationRow => {
  updateContactTimes(tables, contactIds, source.author, created_at)
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
    ticketId: null,
    mergedInto: null
  })
}

/** Updates when a contact last wrote, or was last written to. `at` is Unix time in seconds. */
export const updateContactTimes = (
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

/** The changes that a part makes to its conversation, and the topic of the notification. */
export interface ConversationChanges extends Partial<Omit<ConversationRow, "id" | "parts">> {
  readonly topic?: string | undefined
}

/** Adds a part to a conversation, and notifies. */
export const addPart = (
  { notify, now, tables }: EventContext,
  row: ConversationRow,
  part: Parts.NewPart,
  { topic, ...changes }: ConversationChanges = {}
): ConversationRow => {
  const added = Parts.make(tables, part, changes.state ?? row.state, now)
  const isMessage = Parts.isMessage(added)
  if (isMessage) updateContactTimes(tables, row.contactIds, added.author, added.created_at)
  const updated = tables.conversations.set({
    ...row,
    ...(isMessage ? { read: false } : {}),
    ...changes,
    parts: [...row.parts, added],
    updated_at: now
  })
  if (topic !== undefined) notify(topic, presentInWebhook(tables, updated, [added]))
  return updated
}

/** The snoozes that have ended: each reopens its conversation. `now` is Unix time in seconds. */
export const dueEvents = (
  tables: Pick<Tables, "conversations" | "workspaceId">,
  now: number
): ReadonlyArray<DueEvent> =>
  tables.conversations.allByKey("snoozed").flatMap((row) => {
    const { snoozed_until, updated_at } = row
    if (snoozed_until === null || snoozed_until > now) return []
    const part = { part_type: "timer_unsnooze", author: botAuthor(tables) }
    const consequence: ConversationChanges = {
      state: "open",
      snoozed_until: null,
      topic: "conversation.admin.unsnoozed"
    }
    // A snooze until a past time ends at once, not before it started.
    return [{
      at: Math.max(snoozed_until, updated_at),
      run: (context) => addPart(context, row, part, consequence)
    }]
  })

/** Finds the conversation that the path names. */
export const byPath = ({ path, tables }: Call<"conversation_id">): Result<ConversationRow> =>
  tables.conversations.find(path("conversation_id"))
