/** Ticket parts in the in-memory workspace: what was said in a ticket and what happened to it. */
import type { Author } from "../../../../models/Author.js"
import type { TicketPart } from "../../../../models/TicketPart.js"
import { contactAuthor } from "../parts/Authors.js"
import type { ContactRow } from "../rows/Contact.js"
import type { TicketPartRow } from "../rows/Ticket.js"
import type { Tables } from "../Tables.js"

/** What a part has beside an id and its times. */
export interface TicketPartFields extends Omit<TicketPart, "id" | "type" | "created_at" | "updated_at"> {
  readonly part_type: string
  readonly author: Author
}

/** A part, of no ticket yet. `now` is Unix time in seconds. */
export const make = (tables: Pick<Tables, "nextId">, fields: TicketPartFields, now: number): TicketPartRow => ({
  type: "ticket_part",
  id: tables.nextId(),
  created_at: now,
  updated_at: now,
  attachments: [],
  redacted: false,
  ...fields
})

/** The parts of a ticket as an answer has them: the latest 500. */
export const list = (parts: ReadonlyArray<TicketPartRow>): Readonly<Record<string, unknown>> => ({
  type: "ticket_part.list",
  ticket_parts: parts.slice(-500),
  total_count: parts.length
})

/** A contact as an author: tickets do not tell leads from users. */
export const contact = (row: ContactRow): Author => ({ ...contactAuthor(row), type: "user" })
