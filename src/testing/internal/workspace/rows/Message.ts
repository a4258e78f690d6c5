import type { SourceRow } from "./Conversation.js"

/** A message of an admin, which makes a conversation once a contact answers it. */
export interface MessageRow {
  readonly id: string
  /** Unix time in seconds. */
  readonly created_at: number
  readonly contactIds: ReadonlyArray<string>
  readonly source: SourceRow
  readonly conversationId: string | undefined
}
