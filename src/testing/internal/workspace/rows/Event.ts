export interface EventRow {
  readonly id: string
  readonly contactId: string
  readonly event_name: string
  readonly created_at: number
  readonly metadata: Readonly<Record<string, unknown>>
}

/** How often an event happened to a contact that was told as a number. */
export interface EventCountRow {
  readonly id: string
  readonly contactId: string
  readonly event_name: string
  readonly count: number
  readonly first: number
  readonly last: number
}

/** What makes two events the same: who, what, and the second. */
export const eventKey = ({ contactId, created_at, event_name }: Omit<EventRow, "id" | "metadata">): string =>
  `${contactId} ${created_at} ${event_name}`
