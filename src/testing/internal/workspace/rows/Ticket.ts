import type { Author } from "../../../../models/Author.js"
import type { TicketPart } from "../../../../models/TicketPart.js"

export interface TicketRow {
  readonly id: string
  readonly typeId: string
  readonly stateId: string
  readonly contactIds: ReadonlyArray<string>
  readonly tagIds: ReadonlyArray<string>
  /** The conversations it is linked to. */
  readonly conversationIds: ReadonlyArray<string>
  readonly companyId: string | null
  /** `"0"` for nobody. */
  readonly admin_assignee_id: string
  /** `"0"` for no team. */
  readonly team_assignee_id: string
  readonly attributes: TicketValues
  readonly parts: ReadonlyArray<TicketPartRow>
  readonly open: boolean
  readonly is_shared: boolean
  readonly snoozed_until: number | undefined
  readonly created_at: number
  readonly updated_at: number
}

/** A part as it goes over the wire. */
export interface TicketPartRow extends TicketPart {
  readonly part_type: string
  readonly author: Author
}

/** Values by the names of attributes. */
export interface TicketValues extends Readonly<Record<string, unknown>> {}
