/** Redacts the text of conversations. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { Id, nullishId } from "../../../../internal/fields.js"
import { found, json, refuse, type Refused, type Result } from "../kernel/Result.js"
import { type Call, type Operation, post } from "../Operation.js"
import { isFromContact } from "../parts/Authors.js"
import type { ConversationRow } from "../rows/Conversation.js"
import { present, presentInWebhook } from "./View.js"

const Redaction = Schema.suspend(() =>
  Schema.Struct({
    type: Schema.Literal("conversation_part", "source"),
    conversation_id: Id,
    conversation_part_id: nullishId,
    source_id: nullishId
  })
)

type Redaction = typeof Redaction.Type

const partNotFound = (): Refused =>
  refuse(404, "conversation_part_or_message_not_found", "Conversation part or message not found")

const notRedactable = (reason: string): Refused => refuse(400, "conversation_part_not_redactable", reason)

const redactedFields = { body: "<p><i>The text was removed</i></p>", attachments: [], redacted: true }

const redact = (call: Call<never, Redaction>): Result =>
  Either.flatMap(
    found(call.tables.conversations.get(call.body.conversation_id), partNotFound),
    (row) => call.body.type === "source" ? redactSource(call, row) : redactPart(call, row)
  )

const redactPart = ({ body, notify, now, tables }: Call<never, Redaction>, row: ConversationRow): Result => {
  const part = row.parts.find(({ id }) => id === body.conversation_part_id)
  if (part === undefined) return partNotFound()
  if (part.body === null) return notRedactable("A part without a body has nothing to redact")
  const redacted = { ...part, ...redactedFields, updated_at: now }
  const updated = tables.conversations.set({
    ...row,
    parts: row.parts.map((other) => other === part ? redacted : other),
    updated_at: now
  })
  notify("conversation_part.redacted", presentInWebhook(tables, updated, [redacted]))
  return Either.right(json(present(tables, updated)))
}

const redactSource = ({ body, now, tables }: Call<never, Redaction>, row: ConversationRow): Result => {
  const { source } = row
  if (source.id !== body.source_id) return partNotFound()
  if (!isFromContact(source.author)) return notRedactable("Only what a contact began with is redacted")
  const updated = tables.conversations.set({
    ...row,
    source: { ...source, ...redactedFields, subject: "" },
    updated_at: now
  })
  return Either.right(json(present(tables, updated)))
}

export const operations: ReadonlyArray<Operation> = [post("/conversations/redact", Redaction, redact)]
