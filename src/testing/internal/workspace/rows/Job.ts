import type { NewTicket } from "./NewTicket.js"

export interface JobRow {
  readonly id: string
  readonly ticket: NewTicket
  /** The origin of the request: `https://api.intercom.io`. */
  readonly origin: string
  /** When the job is done. Unix time in seconds. */
  readonly dueAt: number
  readonly status: "pending" | "success" | "failed"
  /** The created ticket. */
  readonly ticketId: string | null
}
