/** How the conversations of the in-memory workspace are searched. */
import { toText } from "../kernel/Html.js"
import { type FieldKind, property, type Searchable } from "../kernel/Search.js"
import type { ConversationRow } from "../rows/Conversation.js"
import { statistics, waitingSince } from "./Statistics.js"
import { teammateIds } from "./View.js"

/** Of `source.body`, each word is looked at by itself. */
export const searchable: Searchable<ConversationRow> = {
  kindOf: (field) => Object.hasOwn(kindByField, field) ? kindByField[field] : undefined,
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

const kindByField: Readonly<Record<string, FieldKind>> = {
  open: "boolean",
  read: "boolean",
  ai_agent_participated: "boolean",
  admin_assignee_id: "number",
  team_assignee_id: "number",
  "statistics.time_to_assignment": "number",
  "statistics.time_to_admin_reply": "number",
  "statistics.time_to_first_close": "number",
  "statistics.time_to_last_close": "number",
  "statistics.median_time_to_reply": "number",
  "statistics.count_reopens": "number",
  "statistics.count_assignments": "number",
  "statistics.count_conversation_parts": "number",
  "conversation_rating.score": "number",
  "ai_agent.rating": "number",
  contact_ids: "set",
  teammate_ids: "set",
  tag_ids: "set",
  id: "text",
  "source.type": "text",
  "source.id": "text",
  "source.delivered_as": "text",
  "source.subject": "text",
  "source.body": "text",
  "source.author.id": "text",
  "source.author.type": "text",
  "source.author.name": "text",
  "source.author.email": "text",
  "source.url": "text",
  channel_initiated: "text",
  state: "text",
  priority: "text",
  "statistics.last_closed_by_id": "text",
  "conversation_rating.remark": "text",
  "conversation_rating.contact_id": "text",
  "conversation_rating.admin_d": "text",
  "ai_agent.resolution_state": "text",
  "ai_agent.last_answer_type": "text",
  "ai_agent.rating_remark": "text",
  "ai_agent.source_type": "text",
  "ai_agent.source_title": "text",
  created_at: "time",
  updated_at: "time",
  waiting_since: "time",
  snoozed_until: "time",
  "statistics.first_contact_reply_at": "time",
  "statistics.first_assignment_at": "time",
  "statistics.first_admin_reply_at": "time",
  "statistics.first_close_at": "time",
  "statistics.last_assignment_at": "time",
  "statistics.last_assignment_admin_reply_at": "time",
  "statistics.last_contact_reply_at": "time",
  "statistics.last_admin_reply_at": "time",
  "statistics.last_close_at": "time",
  "conversation_rating.requested_at": "time",
  "conversation_rating.replied_at": "time"
}

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
