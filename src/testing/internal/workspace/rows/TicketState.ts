export interface TicketStateRow {
  readonly id: string
  readonly category: TicketStateCategory
  readonly internal_label: string
  readonly external_label: string
  readonly archived: boolean
  /** The types that have this state; `undefined` for all. */
  readonly ticketTypeIds: ReadonlyArray<string> | undefined
}

export type TicketStateCategory = "submitted" | "in_progress" | "waiting_on_customer" | "resolved"
