import type { Attachment } from "../../../../models/Attachment.js"
import type { Author } from "../../../../models/Author.js"
import type { AiAgent, ConversationRating } from "../../../../models/ConversationStatistics.js"
import type { Reference } from "../../../../models/Reference.js"

/** What does not follow from the parts of a conversation. */
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
  readonly custom_attributes: Readonly<Record<string, unknown>>
  readonly rating: ConversationRating | null
  readonly aiAgent: AiAgent | null
  readonly parts: ReadonlyArray<PartRow>
  /** The ticket it became. */
  readonly ticketId: string | null
}

/** The message a conversation began with. */
export interface SourceRow {
  readonly type: string
  /** Of the message. */
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

/** A tag on a conversation, and on the part that was the last one then. */
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
  /** HTML; `null` where something was done and nothing said. */
  readonly body: string | null
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
  readonly author: Author
  readonly assigned_to: Reference | null
  readonly attachments: ReadonlyArray<Attachment>
  readonly redacted: boolean
  /** What the conversation was after it. */
  readonly state: ConversationState
  /** The quick replies it offers, or the one it is. */
  readonly metadata: Readonly<Record<string, unknown>>
  readonly event_details: Readonly<Record<string, unknown>> | null
}
