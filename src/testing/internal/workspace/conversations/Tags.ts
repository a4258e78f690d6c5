/** Tags on conversations. */
import * as Either from "effect/Either"
import * as Tags from "../contacts/Tags.js"
import { found, json, refuse, type Result } from "../kernel/Result.js"
import { type Call, delWith, type Operation, post } from "../Operation.js"
import { adminAuthor } from "../parts/Authors.js"
import type { ConversationRow } from "../rows/Conversation.js"
import * as Admins from "../teammates/Admins.js"
import { presentInWebhook, presentTag } from "./View.js"

const byPath = ({ path, tables }: Call<"conversation_id">): Result<ConversationRow> =>
  found(tables.conversations.get(path("conversation_id")), () => refuse(404, "not_found", "Conversation not found"))

const attach = (call: Call<"conversation_id", Tags.Tagging>): Result =>
  Either.gen(function*() {
    const { body: { admin_id, id }, notify, now, tables } = call
    const row = yield* byPath(call)
    const tag = yield* tables.tags.find(id)
    yield* adminAuthor(tables, admin_id)
    const known = row.tags.find((tag) => tag.id === id)
    if (known !== undefined) return json(presentTag(tag, known))
    const part = row.parts.at(-1)
    const applied = { id, applied_at: now, adminId: admin_id, partId: part?.id }
    const tagged = tables.conversations.set({ ...row, tags: [...row.tags, applied], updated_at: now })
    notify("conversation_part.tag.created", {
      ...presentInWebhook(tables, tagged, part === undefined ? [] : [part]),
      tags_added: { type: "tag.list", tags: [presentTag(tag, applied)] }
    })
    return json(presentTag(tag, applied))
  })

const detach = (call: Call<"conversation_id" | "tag_id", Admins.Actor>): Result =>
  Either.gen(function*() {
    const { body: { admin_id }, now, path, tables } = call
    const row = yield* byPath(call)
    const tag = yield* tables.tags.find(path("tag_id"))
    const applied = row.tags.find(({ id }) => id === tag.id)
    if (applied === undefined) return yield* refuse(404, "tag_not_found", "Tag not found")
    yield* adminAuthor(tables, admin_id)
    tables.conversations.set({ ...row, tags: row.tags.filter((tag) => tag !== applied), updated_at: now })
    return json(presentTag(tag, applied))
  })

export const operations: ReadonlyArray<Operation> = [
  post("/conversations/{conversation_id}/tags", Tags.Tagging, attach),
  delWith("/conversations/{conversation_id}/tags/{tag_id}", Admins.Actor, detach)
]
