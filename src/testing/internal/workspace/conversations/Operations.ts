/** Lists, searches, reads, updates and deletes conversations. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { nullishBoolean, nullishId, nullishString, optionalRecord } from "../../../../internal/fields.js"
import { byCursor, type Page } from "../kernel/Pages.js"
import { type Answer, json, refuse, type Result } from "../kernel/Result.js"
import { SearchBody, searchPage } from "../kernel/Search.js"
import { type Call, del, get, type Operation, post, put } from "../Operation.js"
import { botAuthor } from "../parts/Authors.js"
import type { ConversationRow } from "../rows/Conversation.js"
import * as Conversations from "./Conversations.js"
import { searchable } from "./ConversationSearch.js"
import { type ConversationTables, present, presentInWebhook, presentItem } from "./View.js"

const limits = { perPage: 20, maxPerPage: 150 }

const listAnswer = (tables: ConversationTables) => ({ rows, ...page }: Page<ConversationRow>): Answer =>
  json({ type: "conversation.list", conversations: rows.map((row) => presentItem(tables, row)), ...page })

const list = ({ query, tables }: Call): Result =>
  Either.map(byCursor(tables.conversations, tables.conversations.rows(), limits, query), listAnswer(tables))

const search = ({ body, tables }: Call<never, SearchBody>): Result =>
  Either.map(
    searchPage(tables.conversations, tables.conversations.rows(), body, searchable, limits),
    listAnswer(tables)
  )

const isPlain = ({ query }: Call): boolean => query.display_as === "plaintext"

const find = (call: Call<"conversation_id">): Result =>
  call.query.include_translations === "true" ?
    refuse(501, "not_implemented", "Translations are not modelled by the workspace in memory", "include_translations") :
    Either.map(Conversations.byPath(call), (row) => json(present(call.tables, row, isPlain(call))))

const Changes = Schema.suspend(() =>
  Schema.Struct({
    read: nullishBoolean,
    title: nullishString,
    custom_attributes: optionalRecord,
    company_id: nullishId
  })
)

type Changes = typeof Changes.Type

const update = (call: Call<"conversation_id", Changes>): Result =>
  Either.gen(function*() {
    const { body: { company_id, custom_attributes = {}, read, title }, notify, now, tables } = call
    const before = yield* Conversations.byPath(call)
    const company = Predicate.isNotNullable(company_id) ? yield* tables.companies.find(company_id) : undefined
    if (Object.values(custom_attributes).some((value) => typeof value === "object" && value !== null)) {
      return yield* refuse(501, "not_implemented", "Custom objects are not modelled by the workspace in memory")
    }
    const changed = Object.entries(custom_attributes).filter(([name, value]) =>
      before.custom_attributes[name] !== value
    )
    const row = changed.reduce(
      (row, [name, value]) =>
        Conversations.addPart(call, row, {
          part_type: "conversation_attribute_updated_by_admin",
          author: botAuthor(tables),
          event_details: { attribute: { name }, value: { name: String(value) } }
        }, { custom_attributes: { ...row.custom_attributes, [name]: value } }),
      tables.conversations.set({
        ...before,
        read: read ?? before.read,
        title: title === undefined ? before.title : title,
        companyId: company_id === undefined ? before.companyId : company?.id ?? null,
        updated_at: now
      })
    )
    if (row.read && !before.read) notify("conversation.read", presentInWebhook(tables, row))
    if (row.companyId !== before.companyId) notify("conversation.company.updated", presentInWebhook(tables, row))
    return json(present(tables, row, isPlain(call)))
  })

const remove = (call: Call<"conversation_id">): Result =>
  Either.map(Conversations.byPath(call), ({ id }) => {
    call.tables.conversations.remove(id)
    call.notify("conversation.deleted", { type: "conversation", conversation_id: id })
    return json({ id, object: "conversation", deleted: true })
  })

// No operation of the API pauses the handling of a conversation, so there are no events.
const handlingEvents = ({ path, tables }: Call<"id">): Result =>
  Either.map(tables.conversations.find(path("id")), () => json({ handling_events: [] }))

export const operations: ReadonlyArray<Operation> = [
  get("/conversations", list),
  post("/conversations/search", SearchBody, search),
  get("/conversations/{conversation_id}", find),
  put("/conversations/{conversation_id}", Changes, update),
  del("/conversations/{conversation_id}", remove),
  get("/conversations/{id}/handling_events", handlingEvents)
]
