export interface TicketStateRow {
  readonly id: string
  readonly category: TicketStateCategory
  readonly internal_label: string
  readonly external_label: string
  readonly archived: boolean
  /** The only types it belongs to; `undefined` for all. */
  readonly ticketTypeIds: ReadonlyArray<string> | undefined
}

/** What kind of state it is. */
export type TicketStateCategory = "submitted" | "in_progress" | "waiting_on_customer" | "resolved"
