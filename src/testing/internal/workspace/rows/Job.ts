import type { NewTicket } from "./NewTicket.js"

export interface JobRow {
  readonly id: string
  readonly ticket: NewTicket
  /** Where it was enqueued: `https://api.intercom.io`. */
  readonly origin: string
  /** When it is done. Unix time in seconds. */
  readonly dueAt: number
  readonly status: "pending" | "success" | "failed"
  /** The ticket it made. */
  readonly ticketId: string | null
}
