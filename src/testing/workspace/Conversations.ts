/**
 * Conversations in the in-memory workspace: what is kept of them, and how they go on.
 *
 * @since 1.0.0
 */
import * as Either from "effect/Either"
import type { Attachment } from "../../models/Attachment.js"
import type { Author } from "../../models/Author.js"
import type { AiAgent, ConversationRating } from "../../models/ConversationStatistics.js"
import * as Parts from "./ConversationParts.js"
import { notified } from "./ConversationView.js"
import type { Call, Due, Occasion } from "./Operation.js"
import { notFound, type Refusal } from "./Refusal.js"
import type { State } from "./State.js"

/**
 * What does not follow from the parts of a conversation.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConversationRow {
  readonly id: string
  readonly title: string | null
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
  readonly state: Parts.ConversationState
  /** Unix time in seconds. */
  readonly snoozed_until: number | null
  readonly read: boolean
  readonly priority: "priority" | "not_priority"
  readonly adminId: string | null
  readonly teamId: string | null
  readonly companyId: string | null
  readonly contactIds: ReadonlyArray<string>
  readonly source: SourceRow
  readonly tags: ReadonlyArray<AppliedTag>
  readonly custom_attributes: Readonly<Record<string, unknown>>
  readonly rating: ConversationRating | null
  readonly aiAgent: AiAgent | null
  readonly parts: ReadonlyArray<Parts.PartRow>
  /** The ticket it became. */
  readonly ticketId: string | null
}

/**
 * The message a conversation began with.
 *
 * @since 1.0.0
 * @category models
 */
export interface SourceRow {
  readonly type: string
  /** Of the message. */
  readonly id: string
  readonly delivered_as: string
  readonly subject: string
  /** HTML. */
  readonly body: string
  readonly author: Author
  readonly attachments: ReadonlyArray<Attachment>
  readonly url: string | null
  readonly redacted: boolean
}

/**
 * A tag on a conversation, and on the part that was the last one then.
 *
 * @since 1.0.0
 * @category models
 */
export interface AppliedTag {
  readonly id: string
  /** Unix time in seconds. */
  readonly applied_at: number
  readonly adminId: string
  readonly partId: string | undefined
}

/**
 * A conversation to be, without parts.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewConversationRow {
  readonly id?: string | undefined
  readonly contactIds: ReadonlyArray<string>
  readonly source: SourceRow
  /** Unix time in seconds. */
  readonly created_at: number
}

/**
 * Begins a conversation. What an admin sends is closed until a contact answers it.
 *
 * @since 1.0.0
 * @category constructors
 */
export const begin = (
  state: State,
  { contactIds, created_at, id = state.conversations.nextId(), source }: NewConversationRow
): ConversationRow => {
  touch(state, contactIds, source.author, created_at)
  return state.conversations.set({
    id,
    title: null,
    created_at,
    updated_at: created_at,
    state: Parts.isFromContact(source.author) ? "open" : "closed",
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

/**
 * Keeps in mind when a contact wrote last, and when somebody wrote to a contact. `at` is Unix time in seconds.
 *
 * @since 1.0.0
 * @category combinators
 */
export const touch = (state: State, contactIds: ReadonlyArray<string>, author: Author, at: number): void => {
  const isReply = Parts.isFromContact(author)
  const field = isReply ? "last_replied_at" : "last_contacted_at"
  for (const id of isReply ? [author.id ?? ""] : contactIds) {
    const row = state.contacts.get(id)
    if (row === undefined) continue
    state.contacts.set({ ...row, fields: { ...row.fields, [field]: Math.max(row.fields[field] ?? 0, at) } })
  }
}

/**
 * What a part changes in its conversation, and the topic of the webhook that tells of it.
 *
 * @since 1.0.0
 * @category models
 */
export interface Consequence extends Partial<Omit<ConversationRow, "id" | "parts">> {
  readonly topic?: string | undefined
}

/**
 * Adds a part to a conversation.
 *
 * @since 1.0.0
 * @category combinators
 */
export const record = (
  { notify, now, state }: Occasion,
  row: ConversationRow,
  part: Parts.NewPart,
  { topic, ...changes }: Consequence = {}
): ConversationRow => {
  const added = Parts.make(state, part, changes.state ?? row.state, now)
  const isMessage = Parts.isMessage(added)
  if (isMessage) touch(state, row.contactIds, added.author, added.created_at)
  const written = state.conversations.set({
    ...row,
    ...(isMessage ? { read: false } : {}),
    ...changes,
    parts: [...row.parts, added],
    updated_at: now
  })
  if (topic !== undefined) notify(topic, notified(state, written, [added]))
  return written
}

/**
 * The snoozes that end by now, each with the conversation open again. `now` is Unix time in seconds.
 *
 * @since 1.0.0
 * @category combinators
 */
export const due = (state: State, now: number): ReadonlyArray<Due> =>
  state.conversations.allByKey("snoozed").flatMap((row) => {
    const { snoozed_until, updated_at } = row
    if (snoozed_until === null || snoozed_until > now) return []
    const part = { part_type: "timer_unsnooze", author: Parts.bot(state) }
    const consequence: Consequence = { state: "open", snoozed_until: null, topic: "conversation.admin.unsnoozed" }
    // Who snoozes it until a time that is past has it back at once, not before.
    return [{
      at: Math.max(snoozed_until, updated_at),
      happen: (occasion) => record(occasion, row, part, consequence)
    }]
  })

/**
 * The conversation of an id.
 *
 * @since 1.0.0
 * @category combinators
 */
export const byId = (
  { conversations }: State,
  id: string,
  missing: () => Either.Either<never, Refusal> = () => notFound("Resource")
): Either.Either<ConversationRow, Refusal> => {
  const row = conversations.get(id)
  return row === undefined ? missing() : Either.right(row)
}

/**
 * The conversation the path names.
 *
 * @since 1.0.0
 * @category combinators
 */
export const named = ({ path, state }: Call<"conversation_id">): Either.Either<ConversationRow, Refusal> =>
  byId(state, path("conversation_id"))
