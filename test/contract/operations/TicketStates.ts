import * as TicketStates from "effect-intercom/api/TicketStates"
import type { Operation } from "../Operation.js"

export const ticketStates: ReadonlyArray<Operation> = [
  { name: "TicketStates.list", method: "get", path: "/ticket_states", call: TicketStates.list() }
]
