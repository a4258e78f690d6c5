export interface TicketStateRow {
  readonly id: string
  readonly category: "submitted" | "in_progress" | "waiting_on_customer" | "resolved"
  readonly internal_label: string
  readonly external_label: string
  readonly archived: boolean
  /** The types that have this state; `undefined` for all. */
  readonly ticketTypeIds: ReadonlyArray<string> | undefined
}
