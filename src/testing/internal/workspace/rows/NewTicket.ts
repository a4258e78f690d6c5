import * as Schema from "effect/Schema"
import { Id, optionalRecord } from "../../../../internal/fields.js"
import type { TicketValues } from "./Ticket.js"

/** What a ticket is created from. */
export interface NewTicket {
  readonly ticket_type_id: string
  readonly contacts: ReadonlyArray<
    { readonly id?: string | undefined; readonly external_id?: string | undefined; readonly email?: string | undefined }
  >
  readonly ticket_attributes?: TicketValues | undefined
  readonly conversation_to_link_id?: string | undefined
  readonly company_id?: string | undefined
  readonly assignment?: Assignment | undefined
  readonly created_at?: number | undefined
}

export const NewTicket: Schema.Schema<NewTicket> = Schema.suspend(() => {
  const id = Schema.optional(Id)
  return Schema.Struct({
    ticket_type_id: Id,
    contacts: Schema.Array(Schema.Struct({ id, external_id: id, email: id })),
    ticket_attributes: optionalRecord,
    conversation_to_link_id: id,
    company_id: id,
    assignment: Schema.optional(Schema.Struct({ admin_assignee_id: id, team_assignee_id: id })),
    created_at: Schema.optional(Schema.Number)
  })
})

/** Who works on a ticket. */
export interface Assignment {
  readonly admin_assignee_id?: string | undefined
  readonly team_assignee_id?: string | undefined
}
