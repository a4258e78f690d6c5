/** Conversations as responses, lists and notifications show them. */
import * as Companies from "../contacts/Companies.js"
import * as Tags from "../contacts/Tags.js"
import type { JsonObject } from "../kernel/Json.js"
import type { AppliedTag, ConversationRow, PartRow } from "../rows/Conversation.js"
import type { TagRow } from "../rows/Tag.js"
import type { Tables } from "../Tables.js"
import * as Tickets from "../tickets/Tickets.js"
import * as Parts from "./Parts.js"
import { firstContactReplyAt, statistics, waitingSince } from "./Statistics.js"

/** The tag as a conversation shows it. */
export const presentTag = (tag: TagRow, { adminId, applied_at }: AppliedTag): JsonObject => ({
  ...Tags.present(tag),
  applied_at,
  applied_by: { type: "admin", id: adminId }
})

/** The tables that a conversation is presented from. */
export interface ConversationTables extends Tickets.TicketTables, Pick<Tables, "companies" | "segments" | "tags"> {}

const presentTags = ({ tags }: Pick<Tables, "tags">, applied: ReadonlyArray<AppliedTag>): ReadonlyArray<unknown> =>
  applied.flatMap((one) => {
    const tag = tags.get(one.id)
    return tag === undefined ? [] : presentTag(tag, one)
  })

const numberOf = (id: string | null): number | null => id === null ? null : Number(id)

/** The admins who wrote in the conversation. */
export const teammateIds = ({ parts, source }: ConversationRow): ReadonlyArray<string> =>
  Array.from(
    new Set(
      [source, ...parts].flatMap(({ author, body }) => author.type === "admin" && body !== null ? author.id ?? [] : [])
    )
  )

/** The conversation as lists show it: without parts. */
export const presentItem = (tables: ConversationTables, row: ConversationRow, isPlain = false): JsonObject => {
  const { companyId, contactIds, source } = row
  const company = tables.companies.get(companyId ?? "")
  const teammates = teammateIds(row).map((id) => ({ type: "admin", id }))
  const repliedAt = firstContactReplyAt(row)
  const ticket = tables.tickets.get(row.ticketId ?? "")
  const linked = Tickets.ofConversation(tables, row.id).map(({ id, typeId }) => ({
    type: "ticket",
    id,
    category: tables.ticketTypes.get(typeId)?.category ?? null
  }))
  return {
    type: "conversation",
    id: row.id,
    title: row.title,
    created_at: row.created_at,
    updated_at: row.updated_at,
    waiting_since: waitingSince(row),
    snoozed_until: row.snoozed_until,
    open: row.state !== "closed",
    state: row.state,
    read: row.read,
    priority: row.priority,
    admin_assignee_id: numberOf(row.adminId),
    team_assignee_id: numberOf(row.teamId),
    company: company === undefined ? undefined : Companies.present(tables, company),
    tags: { type: "tag.list", tags: presentTags(tables, row.tags) },
    conversation_rating: row.rating,
    source: { ...source, body: Parts.bodyOf(source.body, isPlain) },
    contacts: {
      type: "contact.list",
      contacts: contactIds.map((id) => ({
        type: "contact",
        id,
        external_id: tables.contacts.get(id)?.fields.external_id ?? null
      }))
    },
    teammates: teammates.length === 0 ? null : { type: "admin.list", teammates },
    custom_attributes: row.custom_attributes,
    first_contact_reply: repliedAt === undefined ? null : { type: "conversation", created_at: repliedAt, url: null },
    sla_applied: null,
    statistics: statistics(row),
    linked_objects: { type: "list", data: linked, total_count: linked.length, has_more: false },
    ai_agent_participated: row.aiAgent !== null,
    ai_agent: row.aiAgent,
    topics: {},
    ticket: ticket === undefined ? null : Tickets.present(tables, ticket)
  }
}

const presentParts = (
  tables: Pick<Tables, "tags">,
  { tags }: ConversationRow,
  parts: ReadonlyArray<PartRow>,
  isPlain: boolean
) =>
  parts.map((part) => {
    const tagged = tags.filter(({ partId }) => partId === part.id).flatMap(({ id }) => tables.tags.get(id) ?? [])
    return Parts.present(part, tagged.map(Tags.present), isPlain)
  })

const maxParts = 500

/** The conversation as responses show it: with its newest 500 parts. */
export const present = (tables: ConversationTables, row: ConversationRow, isPlain = false): JsonObject => ({
  ...presentItem(tables, row, isPlain),
  conversation_parts: {
    type: "conversation_part.list",
    conversation_parts: presentParts(tables, row, row.parts.slice(-maxParts), isPlain),
    total_count: row.parts.length
  }
})

/** The conversation as notifications show it: in plain text, with the new parts only. */
export const presentInWebhook = (
  tables: ConversationTables,
  row: ConversationRow,
  parts: ReadonlyArray<PartRow> = []
): JsonObject => ({
  ...presentItem(tables, row, true),
  teammates: { type: "admin.list", admins: teammateIds(row).map((id) => ({ type: "admin", id })) },
  conversation_parts: {
    type: "conversation_part.list",
    conversation_parts: presentParts(tables, row, parts, true),
    total_count: parts.length
  }
})
