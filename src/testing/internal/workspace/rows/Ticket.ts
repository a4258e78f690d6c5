import type { Author } from "../../../../models/Author.js"
import type { TicketPart } from "../../../../models/TicketPart.js"
import type { JsonObject } from "../kernel/Json.js"

export interface TicketRow {
  readonly id: string
  readonly typeId: string
  readonly stateId: string
  readonly contactIds: ReadonlyArray<string>
  readonly tagIds: ReadonlyArray<string>
  /** The linked conversations. */
  readonly conversationIds: ReadonlyArray<string>
  readonly companyId: string | null
  /** `"0"` if no admin is assigned. */
  readonly admin_assignee_id: string
  /** `"0"` if no team is assigned. */
  readonly team_assignee_id: string
  readonly attributes: TicketValues
  readonly parts: ReadonlyArray<TicketPartRow>
  readonly open: boolean
  readonly is_shared: boolean
  readonly snoozed_until: number | undefined
  readonly created_at: number
  readonly updated_at: number
}

/** A part in the API's format. */
export interface TicketPartRow extends TicketPart {
  readonly part_type: string
  readonly author: Author
}

/** Values by attribute name. */
export interface TicketValues extends JsonObject {}
