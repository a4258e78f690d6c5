/** What is wiped out in the conversations of the in-memory workspace. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { Id, nullishId } from "../../../../internal/fields.js"
import { refuse, type Refused } from "../kernel/Refusal.js"
import { type Call, json, type Operation, post, type Result } from "../Operation.js"
import { isFromContact } from "../parts/Authors.js"
import type { ConversationRow } from "../rows/Conversation.js"
import * as Conversations from "./Conversations.js"
import { notified, present } from "./View.js"

interface Redaction {
  readonly type: "conversation_part" | "source"
  readonly conversation_id: string
  readonly conversation_part_id?: string | null | undefined
  readonly source_id?: string | null | undefined
}

const Redaction: Schema.Schema<Redaction> = Schema.suspend(() =>
  Schema.Struct({
    type: Schema.Literal("conversation_part", "source"),
    conversation_id: Id,
    conversation_part_id: nullishId,
    source_id: nullishId
  })
)

const missing = (): Refused =>
  refuse(404, "conversation_part_or_message_not_found", "Conversation part or message not found")

const untouchable = (reason: string): Refused => refuse(400, "conversation_part_not_redactable", reason)

const wiped = { body: "<p><i>The text was removed</i></p>", attachments: [], redacted: true }

const redact = (call: Call<never, Redaction>): Result =>
  Either.flatMap(
    Conversations.byId(call.tables, call.body.conversation_id, missing),
    (row) => call.body.type === "source" ? redactSource(call, row) : redactPart(call, row)
  )

const redactPart = (
  { body, notify, now, tables }: Call<never, Redaction>,
  row: ConversationRow
): Result => {
  const part = row.parts.find(({ id }) => id === body.conversation_part_id)
  if (part === undefined) return missing()
  if (part.body === null) return untouchable("A part without a body has nothing to redact")
  const redacted = { ...part, ...wiped, updated_at: now }
  const written = tables.conversations.set({
    ...row,
    parts: row.parts.map((other) => other === part ? redacted : other),
    updated_at: now
  })
  notify("conversation_part.redacted", notified(tables, written, [redacted]))
  return Either.right(json(present(tables, written)))
}

const redactSource = ({ body, now, tables }: Call<never, Redaction>, row: ConversationRow): Result => {
  const { source } = row
  if (source.id !== body.source_id) return missing()
  if (!isFromContact(source.author)) return untouchable("Only what a contact began with is redacted")
  const written = tables.conversations.set({ ...row, source: { ...source, ...wiped, subject: "" }, updated_at: now })
  return Either.right(json(present(tables, written)))
}

export const operations: ReadonlyArray<Operation> = [
  post("/conversations/redact", Redaction, redact)
]
