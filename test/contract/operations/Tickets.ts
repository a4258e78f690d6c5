import * as Tickets from "effect-intercom/api/Tickets"
import type { Operation } from "../Operation.js"

const ticket: Tickets.NewTicket = {
  ticket_type_id: "88",
  contacts: [{ id: "6762f2d81bb69f9f2193bc54" }],
  ticket_attributes: { _default_title_: "example", _default_description_: "there is a problem" },
  skip_notifications: true
}

const reply = { method: "post", path: "/tickets/{ticket_id}/reply" }

export const tickets: ReadonlyArray<Operation> = [
  { name: "Tickets.create", method: "post", path: "/tickets", call: Tickets.create(ticket) },
  { name: "Tickets.enqueue", method: "post", path: "/tickets/enqueue", call: Tickets.enqueue(ticket) },
  { name: "Tickets.find", method: "get", path: "/tickets/{ticket_id}", call: Tickets.find("631") },
  {
    name: "Tickets.search",
    method: "post",
    path: "/tickets/search",
    call: Tickets.search({
      query: { operator: "AND", value: [{ field: "created_at", operator: ">", value: "1306054154" }] },
      perPage: 5
    })
  },
  {
    name: "Tickets.update",
    method: "put",
    path: "/tickets/{ticket_id}",
    call: Tickets.update("627", {
      ticket_attributes: { _default_title_: "example", _default_description_: "there is a problem" },
      admin_id: "991268011",
      assignee_id: "991268013",
      open: true,
      snoozed_until: 1673609604,
      ticket_state_id: "8498"
    })
  },
  {
    name: "Tickets.replyAsContact",
    ...reply,
    call: Tickets.replyAsContact("619", { intercom_user_id: "6762f2971bb69f9f2193bc49", body: "Thanks again :)" })
  },
  {
    name: "Tickets.attachTag",
    method: "post",
    path: "/tickets/{ticket_id}/tags",
    call: Tickets.attachTag("64619700005694", { tag_id: "121", admin_id: "991267958" })
  },
  {
    name: "Tickets.detachTag",
    method: "delete",
    path: "/tickets/{ticket_id}/tags/{tag_id}",
    call: Tickets.detachTag("64619700005694", { tag_id: "7522907", admin_id: "991267973" })
  },
  { name: "Tickets.delete", method: "delete", path: "/tickets/{ticket_id}", call: Tickets.delete("632") },
  {
    name: "Tickets.changeType",
    method: "post",
    path: "/tickets/{ticket_id}/change_type",
    since: "2.16",
    call: Tickets.changeType("494", {
      ticket_type_id: "1234",
      ticket_state_id: "5678",
      ticket_attributes: { _default_title_: "example" }
    })
  },
  {
    name: "Tickets.linkConversation",
    method: "post",
    path: "/tickets/{ticket_id}/linked_conversations",
    since: "2.16",
    call: Tickets.linkConversation("64619700005694", { conversation_id: "204" })
  },
  {
    name: "Tickets.unlinkConversation",
    method: "delete",
    path: "/tickets/{ticket_id}/linked_conversations/{id}",
    since: "2.16",
    call: Tickets.unlinkConversation("64619700005694", { conversation_id: "204" })
  }
]

/** Further functions on operations listed above. */
export const ticketVariants: ReadonlyArray<Operation> = [
  {
    name: "Tickets.replyAsAdmin",
    ...reply,
    call: Tickets.replyAsAdmin("619", {
      admin_id: "991267943",
      body: "Hello there!",
      attachment_urls: ["https://example.com/lion.png"]
    })
  },
  {
    name: "Tickets.addNote",
    ...reply,
    call: Tickets.addNote("619", { admin_id: "991267943", body: "<p>Coffee</p>", cross_post: true })
  },
  {
    name: "Tickets.sendQuickReplies",
    ...reply,
    call: Tickets.sendQuickReplies("619", {
      admin_id: "991267948",
      reply_options: [
        { text: "Yes", uuid: "0df48b85-9a93-4c66-a167-753eff0baaec" },
        { text: "No", uuid: "4f0b5145-4193-4b4f-8cad-ce19478a3938" }
      ]
    })
  }
]
