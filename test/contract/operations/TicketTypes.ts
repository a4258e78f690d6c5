import * as TicketTypes from "effect-intercom/api/TicketTypes"
import type { Operation } from "../Operation.js"

export const ticketTypes: ReadonlyArray<Operation> = [
  { name: "TicketTypes.list", method: "get", path: "/ticket_types", call: TicketTypes.list() },
  { name: "TicketTypes.find", method: "get", path: "/ticket_types/{ticket_type_id}", call: TicketTypes.find("72") },
  {
    name: "TicketTypes.create",
    method: "post",
    path: "/ticket_types",
    call: TicketTypes.create({
      name: "Customer Issue",
      description: "Customer Report Template",
      icon: "🎟️",
      category: "Customer"
    })
  },
  {
    name: "TicketTypes.update",
    method: "put",
    path: "/ticket_types/{ticket_type_id}",
    call: TicketTypes.update("74", { name: "Bug Report 2" })
  },
  {
    name: "TicketTypes.createAttribute",
    method: "post",
    path: "/ticket_types/{ticket_type_id}/attributes",
    call: TicketTypes.createAttribute("63", {
      name: "Attribute Title",
      description: "Attribute Description",
      data_type: "string",
      required_to_create: false
    })
  },
  {
    name: "TicketTypes.updateAttribute",
    method: "put",
    path: "/ticket_types/{ticket_type_id}/attributes/{attribute_id}",
    call: TicketTypes.updateAttribute("65", { attribute_id: "162", description: "New Attribute Description" })
  }
]
