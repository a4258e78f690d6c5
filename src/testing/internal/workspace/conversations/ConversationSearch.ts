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
    const [group = "", name = ""] = field.split(".")
    switch (group) {
      case "admin_assignee_id":
        return row.adminId
      case "team_assignee_id":
        return row.teamId
      case "ai_agent":
        return property(row.aiAgent, name)
      case "ai_agent_participated":
        return row.aiAgent !== null
      case "channel_initiated":
        return row.source.type
      case "contact_ids":
        return row.contactIds
      case "conversation_rating":
        return ratingOf(row, name)
      case "open":
        return row.state !== "closed"
      case "source":
        return name === "body" ? wordsOf(row.source.body) : property(row, field)
      case "statistics":
        return property(statistics(row), name)
      case "tag_ids":
        return row.tags.map(({ id }) => id)
      case "teammate_ids":
        return teammateIds(row)
      case "waiting_since":
        return waitingSince(row)
      default:
        return property(row, field)
    }
  }
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

const ratingOf = ({ rating }: ConversationRow, name: string): unknown => {
  switch (name) {
    case "requested_at":
      return rating?.created_at
    case "replied_at":
      return rating?.updated_at
    case "score":
      return rating?.rating
    case "contact_id":
      return rating?.contact?.id
    case "admin_d":
      return rating?.teammate?.id
    default:
      return rating?.remark
  }
}
