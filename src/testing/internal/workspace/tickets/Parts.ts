/** The parts of tickets: messages and changes. */
import type { Author } from "../../../../models/Author.js"
import type { TicketPart } from "../../../../models/TicketPart.js"
import type { JsonObject } from "../kernel/Json.js"
import { contactAuthor } from "../parts/Authors.js"
import type { ContactRow } from "../rows/Contact.js"
import type { TicketPartRow } from "../rows/Ticket.js"
import type { Tables } from "../Tables.js"

/** A part without its id and times. */
export interface TicketPartFields extends Omit<TicketPart, "id" | "type" | "created_at" | "updated_at"> {
  readonly part_type: string
  readonly author: Author
}

/** Makes a part. `now` is Unix time in seconds. */
export const make = (tables: Pick<Tables, "nextId">, fields: TicketPartFields, now: number): TicketPartRow => ({
  type: "ticket_part",
  id: tables.nextId(),
  created_at: now,
  updated_at: now,
  attachments: [],
  redacted: false,
  ...fields
})

/** The parts as responses show them: the latest 500. */
export const list = (parts: ReadonlyArray<TicketPartRow>): JsonObject => ({
  type: "ticket_part.list",
  ticket_parts: parts.slice(-500),
  total_count: parts.length
})

/** A contact as an author. Tickets do not distinguish leads from users. */
export const contact = (row: ContactRow): Author => ({ ...contactAuthor(row), type: "user" })
