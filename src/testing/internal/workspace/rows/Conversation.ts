import type { Attachment } from "../../../../models/Attachment.js"
import type { Author } from "../../../../models/Author.js"
import type { AiAgent, ConversationRating } from "../../../../models/ConversationStatistics.js"
import type { Reference } from "../../../../models/Reference.js"
import type { JsonObject } from "../kernel/Json.js"

/** A conversation. Its statistics are derived from its parts. */
export interface ConversationRow {
  readonly id: string
  readonly title: string | null
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
  readonly state: ConversationState
  /** Unix time in seconds. */
  readonly snoozed_until: number | null
  readonly read: boolean
  readonly priority: "priority" | "not_priority"
  readonly adminId: string | null
  readonly teamId: string | null
  readonly companyId: string | null
  readonly contactIds: ReadonlyArray<string>
  readonly source: SourceRow
  readonly tags: ReadonlyArray<AppliedTag>
  readonly custom_attributes: JsonObject
  readonly rating: ConversationRating | null
  readonly aiAgent: AiAgent | null
  readonly parts: ReadonlyArray<PartRow>
  /** The ticket that the conversation was converted to. */
  readonly ticketId: string | null
  /** The conversation that it was merged into. */
  readonly mergedInto: string | null
}

/** The message that started a conversation. */
export interface SourceRow {
  readonly type: string
  /** Id of the message. */
  readonly id: string
  readonly delivered_as: string
  readonly subject: string
  /** HTML. */
  readonly body: string
  readonly author: Author
  readonly attachments: ReadonlyArray<Attachment>
  readonly url: string | null
  readonly redacted: boolean
}

/** A tag on a conversation, and on its last part when the tag was added. */
export interface AppliedTag {
  readonly id: string
  /** Unix time in seconds. */
  readonly applied_at: number
  readonly adminId: string
  readonly partId: string | undefined
}

export type ConversationState = "open" | "closed" | "snoozed"

export interface PartRow {
  readonly id: string
  readonly part_type: string
  /** HTML; `null` for a part without text. */
  readonly body: string | null
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
  readonly author: Author
  readonly assigned_to: Reference | null
  readonly attachments: ReadonlyArray<Attachment>
  readonly redacted: boolean
  /** The state of the conversation after the part. */
  readonly state: ConversationState
  /** The offered quick replies, or the chosen one. */
  readonly metadata: JsonObject
  readonly event_details: JsonObject | null
}
