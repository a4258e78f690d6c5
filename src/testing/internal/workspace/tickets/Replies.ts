/** Replies, notes and quick replies in tickets. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { nullishId, nullishString, nullishStrings } from "../../../../internal/fields.js"
import { QuickReplyOption } from "../../../../models/QuickReplyOption.js"
import * as ContactHandles from "../contacts/Handles.js"
import { fromText, fromTextOrHtml } from "../kernel/Html.js"
import { invalid, json, notFound, refuse, type Result } from "../kernel/Result.js"
import { type Call, type Operation, post } from "../Operation.js"
import { attachmentsOf, requireBody } from "../parts/Attachments.js"
import { adminAuthor } from "../parts/Authors.js"
import type { TicketRow } from "../rows/Ticket.js"
import * as TicketParts from "./Parts.js"
import * as Tickets from "./Tickets.js"

// Not a union: a mistake in one kind must not turn it into another.
const Reply = Schema.suspend(() =>
  Schema.extend(
    ContactHandles.Handle,
    Schema.Struct({
      type: Schema.Literal("user", "admin"),
      message_type: Schema.Literal("comment", "note", "quick_reply"),
      body: nullishString,
      admin_id: nullishId,
      reply_options: Schema.optional(Schema.Array(QuickReplyOption)),
      attachment_urls: nullishStrings,
      created_at: Schema.optional(Schema.Number),
      cross_post: Schema.optional(Schema.Boolean)
    })
  )
)

type Reply = typeof Reply.Type

const reply = (call: Call<"ticket_id", Reply>): Result =>
  Either.gen(function*() {
    const { body, tables } = call
    const row = yield* Tickets.byPath(call)
    const change = yield* (body.type === "user" ? byContact(call, row) : byAdmin(call))
    const attached = yield* attachmentsOf(tables, body)
    const applied = { ...change, update: unchanged, part: { ...change.part, attachments: attached } }
    return json(Tickets.applyChanges(call, row, [applied], body.created_at).parts.at(-1))
  })

const unchanged = (row: TicketRow): TicketRow => row

type ReplyChange = Result<Omit<Tickets.TicketChange, "update">>

const byContact = ({ body, tables }: Call<"ticket_id", Reply>, row: TicketRow): ReplyChange =>
  Either.gen(function*() {
    if (tables.ticketTypes.get(row.typeId)?.category === "Back-office") {
      return yield* refuse(400, "parameter_mismatch", "A contact does not reply to a back-office ticket")
    }
    if (body.message_type !== "comment") return yield* invalid("A contact only comments", "message_type")
    const contact = yield* Either.orElse(ContactHandles.find(tables, body), () => notFound("Resource"))
    if (!row.contactIds.includes(contact.id)) return yield* notFound("Resource")
    const text = yield* requireBody(body)
    return {
      part: { part_type: "comment", author: TicketParts.contact(contact), body: fromText(text) },
      topics: ["ticket.contact.replied"]
    }
  })

const byAdmin = ({ body, tables }: Call<"ticket_id", Reply>): ReplyChange =>
  Either.gen(function*() {
    const { message_type } = body
    if (body.cross_post === true) {
      const reason = "cross_post is not modelled by the workspace in memory"
      return yield* refuse(501, "not_implemented", reason, "cross_post")
    }
    const author = yield* adminAuthor(tables, body.admin_id ?? "")
    const topics = [message_type === "note" ? "ticket.note.created" : "ticket.admin.replied"]
    if (message_type !== "quick_reply") {
      return { part: { part_type: message_type, author, body: fromTextOrHtml(yield* requireBody(body)) }, topics }
    }
    if ((body.reply_options ?? []).length === 0) {
      return yield* refuse(400, "parameter_not_found", "A quick reply needs options", "reply_options")
    }
    return {
      part: { part_type: message_type, author, ...(body.body ? { body: fromTextOrHtml(body.body) } : {}) },
      topics
    }
  })

export const operations: ReadonlyArray<Operation> = [post("/tickets/{ticket_id}/reply", Reply, reply)]
