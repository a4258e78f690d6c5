/** Search for conversations. */
import { toText } from "../kernel/Html.js"
import { type FieldKind, fieldKinds, property, type Searchable } from "../kernel/Search.js"
import type { ConversationRow } from "../rows/Conversation.js"
import { statistics, waitingSince } from "./Statistics.js"
import { teammateIds } from "./View.js"

/** A filter on `source.body` matches single words. */
export const searchable: Searchable<ConversationRow> = {
  kindOf: (field) => kinds.get(field),
  read: (row, field) => {
    const [group = "", ...names] = field.split(".")
    const read = readers[group]
    return read === undefined ? property(row, field) : read(row, names.join("."))
  }
}

/** Fields that a conversation does not have under the name they have in a search. */
const readers: Readonly<Record<string, (row: ConversationRow, name: string) => unknown>> = {
  admin_assignee_id: ({ adminId }) => adminId,
  team_assignee_id: ({ teamId }) => teamId,
  ai_agent: ({ aiAgent }, name) => property(aiAgent, name),
  ai_agent_participated: ({ aiAgent }) => aiAgent !== null,
  channel_initiated: ({ source }) => source.type,
  contact_ids: ({ contactIds }) => contactIds,
  conversation_rating: ({ rating }, name) => property(rating, ratingFields[name] ?? name),
  open: ({ state }) => state !== "closed",
  source: ({ source }, name) => name === "body" ? wordsOf(source.body) : property(source, name),
  statistics: (row, name) => property(statistics(row), name),
  tag_ids: ({ tags }) => tags.map(({ id }) => id),
  teammate_ids: teammateIds,
  waiting_since: waitingSince
}

const ratingFields: Readonly<Record<string, string>> = {
  requested_at: "created_at",
  replied_at: "updated_at",
  score: "rating",
  contact_id: "contact.id",
  admin_d: "teammate.id"
}

const kinds: ReadonlyMap<string, FieldKind> = fieldKinds({
  boolean: "open read ai_agent_participated",
  number: `
    admin_assignee_id team_assignee_id statistics.time_to_assignment statistics.time_to_admin_reply
    statistics.time_to_first_close statistics.time_to_last_close statistics.median_time_to_reply
    statistics.count_reopens statistics.count_assignments statistics.count_conversation_parts
    conversation_rating.score ai_agent.rating
  `,
  set: "contact_ids teammate_ids tag_ids",
  text: `
    id source.type source.id source.delivered_as source.subject source.body source.author.id source.author.type
    source.author.name source.author.email source.url channel_initiated state priority statistics.last_closed_by_id
    conversation_rating.remark conversation_rating.contact_id conversation_rating.admin_d ai_agent.resolution_state
    ai_agent.last_answer_type ai_agent.rating_remark ai_agent.source_type ai_agent.source_title
  `,
  time: `
    created_at updated_at waiting_since snoozed_until statistics.first_contact_reply_at statistics.first_assignment_at
    statistics.first_admin_reply_at statistics.first_close_at statistics.last_assignment_at
    statistics.last_assignment_admin_reply_at statistics.last_contact_reply_at statistics.last_admin_reply_at
    statistics.last_close_at conversation_rating.requested_at conversation_rating.replied_at
  `
})

const wordsOf = (html: string): ReadonlyArray<string> =>
  toText(html).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "")
