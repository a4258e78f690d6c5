/** Conversations of the in-memory workspace listed, searched, read, changed and deleted. */
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import { nullishBoolean, nullishId, nullishString, optionalRecord } from "../../../../internal/fields.js"
import * as Companies from "../contacts/Companies.js"
import { byCursor, type Page } from "../kernel/Pages.js"
import { refuse } from "../kernel/Refusal.js"
import { SearchBody, searchPage } from "../kernel/Search.js"
import { type Answer, type Call, del, get, json, type Operation, post, put, type Result } from "../Operation.js"
import { botAuthor } from "../parts/Authors.js"
import type { ConversationRow } from "../rows/Conversation.js"
import * as Conversations from "./Conversations.js"
import { searchable } from "./ConversationSearch.js"
import { type ConversationTables, notified, present, presentItem } from "./View.js"

const limits = { perPage: 20, maxPerPage: 150 }

const listed = (tables: ConversationTables) => ({ rows, ...page }: Page<ConversationRow>): Answer =>
  json({ type: "conversation.list", conversations: rows.map((row) => presentItem(tables, row)), ...page })

const list = (call: Call): Result =>
  Either.map(
    byCursor(call.tables.conversations, call.tables.conversations.rows(), limits, call.query),
    listed(call.tables)
  )

const search = (call: Call<never, SearchBody>): Result =>
  Either.map(
    searchPage(call.tables.conversations, call.tables.conversations.rows(), call.body, searchable, limits),
    listed(call.tables)
  )

const isPlain = ({ query }: Call): boolean => query.display_as === "plaintext"

const find = (call: Call<"conversation_id">): Result =>
  call.query.include_translations === "true" ?
    refuse(501, "not_implemented", "Translations are not modelled by the workspace in memory", "include_translations") :
    Either.map(Conversations.named(call), (row) => json(present(call.tables, row, isPlain(call))))

interface Changes {
  readonly read?: boolean | null | undefined
  readonly title?: string | null | undefined
  readonly custom_attributes?: Readonly<Record<string, unknown>> | undefined
  readonly company_id?: string | null | undefined
}

const Changes: Schema.Schema<Changes> = Schema.suspend(() =>
  Schema.Struct({
    read: nullishBoolean,
    title: nullishString,
    custom_attributes: optionalRecord,
    company_id: nullishId
  })
)

const update = (call: Call<"conversation_id", Changes>): Result =>
  Either.gen(function*() {
    const { body: { company_id, custom_attributes = {}, read, title }, notify, now, tables } = call
    const before = yield* Conversations.named(call)
    const company = Predicate.isNotNullable(company_id) ? yield* Companies.byId(tables, company_id) : undefined
    if (Object.values(custom_attributes).some((value) => typeof value === "object" && value !== null)) {
      return yield* refuse(501, "not_implemented", "Custom objects are not modelled by the workspace in memory")
    }
    const changed = Object.entries(custom_attributes).filter(([name, value]) =>
      before.custom_attributes[name] !== value
    )
    const row = changed.reduce(
      (row, [name, value]) =>
        Conversations.record(call, row, {
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
    if (row.read && !before.read) notify("conversation.read", notified(tables, row))
    if (row.companyId !== before.companyId) notify("conversation.company.updated", notified(tables, row))
    return json(present(tables, row, isPlain(call)))
  })

const remove = (call: Call<"conversation_id">): Result =>
  Either.map(Conversations.named(call), ({ id }) => {
    call.tables.conversations.remove(id)
    call.notify("conversation.deleted", { type: "conversation", conversation_id: id })
    return json({ id, object: "conversation", deleted: true })
  })

// Nothing the API takes makes anybody pause.
const handlingEvents = ({ path, tables }: Call<"id">): Result =>
  Either.map(Conversations.byId(tables, path("id")), () => json({ handling_events: [] }))

export const operations: ReadonlyArray<Operation> = [
  get("/conversations", list),
  post("/conversations/search", SearchBody, search),
  get("/conversations/{conversation_id}", find),
  put("/conversations/{conversation_id}", Changes, update),
  del("/conversations/{conversation_id}", remove),
  get("/conversations/{id}/handling_events", handlingEvents)
]
