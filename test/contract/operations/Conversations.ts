import * as Conversations from "effect-intercom/api/Conversations"
import type { Operation } from "../Operation.js"

const contactId = "6762f1571bb69f9f2193bbbb"

const yes = { text: "Yes", uuid: "a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb" }
const no = { text: "No", uuid: "f4a98af1-be56-4948-a57e-e1a83f8484c6" }

const file = { content_type: "text/plain", data: "SGk=", name: "hi.txt" }

export const conversations: ReadonlyArray<Operation> = [
  {
    name: "Conversations.list",
    method: "get",
    path: "/conversations",
    call: Conversations.list({ perPage: 20, cursor: "WzE3MzQ1Mzc0NjAwMDAsNDcxXQ" })
  },
  {
    name: "Conversations.find",
    method: "get",
    path: "/conversations/{conversation_id}",
    call: Conversations.find("503", { display_as: "plaintext", include_translations: true })
  },
  {
    name: "Conversations.create",
    method: "post",
    path: "/conversations",
    call: Conversations.create({ from: { type: "user", id: "6762f11b1bb69f9f2193bba3" }, body: "Hello there" })
  },
  {
    name: "Conversations.update",
    method: "put",
    path: "/conversations/{conversation_id}",
    call: Conversations.update("507", {
      read: true,
      title: "new conversation title",
      display_as: "plaintext",
      custom_attributes: { issue_type: "Billing", priority: "High" }
    })
  },
  {
    name: "Conversations.delete",
    method: "delete",
    path: "/conversations/{conversation_id}",
    call: Conversations.delete("512")
  },
  {
    name: "Conversations.search",
    method: "post",
    path: "/conversations/search",
    call: Conversations.search({
      query: { operator: "AND", value: [{ field: "created_at", operator: ">", value: "1306054154" }] },
      perPage: 5
    })
  },
  {
    name: "Conversations.replyAsContact",
    method: "post",
    path: "/conversations/{conversation_id}/reply",
    call: Conversations.replyAsContact("524", { intercom_user_id: contactId, body: "Thanks again :)" })
  },
  {
    name: "Conversations.close",
    method: "post",
    path: "/conversations/{conversation_id}/parts",
    call: Conversations.close("531", { admin_id: "991267708", body: "Goodbye :)" })
  },
  {
    name: "Conversations.attachTag",
    method: "post",
    path: "/conversations/{conversation_id}/tags",
    call: Conversations.attachTag("64619700005694", { tag_id: "86", admin_id: "991267618" })
  },
  {
    name: "Conversations.detachTag",
    method: "delete",
    path: "/conversations/{conversation_id}/tags/{tag_id}",
    call: Conversations.detachTag("64619700005694", { tag_id: "89", admin_id: "991267622" })
  },
  {
    name: "Conversations.attachContact",
    method: "post",
    path: "/conversations/{conversation_id}/customers",
    call: Conversations.attachContact("123", { admin_id: "991267731", intercom_user_id: contactId })
  },
  {
    name: "Conversations.detachContact",
    method: "delete",
    path: "/conversations/{conversation_id}/customers/{contact_id}",
    call: Conversations.detachContact("123", { contact_id: contactId, admin_id: "991267739" })
  },
  {
    name: "Conversations.redactPart",
    method: "post",
    path: "/conversations/redact",
    call: Conversations.redactPart("608", { conversation_part_id: "149" })
  },
  {
    name: "Conversations.convertToTicket",
    method: "post",
    path: "/conversations/{conversation_id}/convert",
    call: Conversations.convertToTicket("123", { ticket_type_id: "53", attributes: { _default_title_: "Refund" } })
  },
  {
    name: "Conversations.listHandlingEvents",
    method: "get",
    path: "/conversations/{id}/handling_events",
    call: Conversations.listHandlingEvents("123")
  },
  {
    name: "Conversations.merge",
    method: "post",
    path: "/conversations/{id}/merge",
    since: "2.16",
    call: Conversations.merge("123", { merge_into_conversation_id: "456" })
  },
  {
    name: "Conversations.listSideConversations",
    method: "get",
    path: "/conversations/{id}/side_conversations",
    since: "2.16",
    call: Conversations.listSideConversations("123", { perPage: 25, cursor: "2" })
  },
  {
    name: "Conversations.listDeleted",
    method: "get",
    path: "/conversations/deleted",
    since: "2.16",
    call: Conversations.listDeleted({ order: "desc", perPage: 2, cursor: "2" })
  }
]

/** Further functions on operations listed above. */
export const conversationVariants: ReadonlyArray<Operation> = [
  {
    name: "Conversations.markRead",
    method: "put",
    path: "/conversations/{conversation_id}",
    call: Conversations.markRead("507")
  },
  {
    name: "Conversations.listByContact",
    method: "post",
    path: "/conversations/search",
    call: Conversations.listByContact(contactId, { state: "unread" })
  },
  {
    name: "Conversations.listByAdmin",
    method: "post",
    path: "/conversations/search",
    call: Conversations.listByAdmin("991267715", { state: "open", perPage: 5 })
  },
  {
    name: "Conversations.replyAsAdmin",
    method: "post",
    path: "/conversations/{conversation_id}/reply",
    call: Conversations.replyAsAdmin("525", {
      admin_id: "991267696",
      body: "<p>Hi</p>",
      created_at: 1734537565,
      attachment_urls: ["https://example.com/screenshot.png"],
      attachment_files: [file],
      skip_notifications: true
    })
  },
  {
    name: "Conversations.addNote",
    method: "post",
    path: "/conversations/{conversation_id}/reply",
    call: Conversations.addNote("525", { admin_id: "991267696", body: "<p>Ask billing</p>", attachment_files: [file] })
  },
  {
    name: "Conversations.sendQuickReplies",
    method: "post",
    path: "/conversations/{conversation_id}/reply",
    call: Conversations.sendQuickReplies("526", { admin_id: "991267698", reply_options: [yes, no] })
  },
  {
    name: "Conversations.open",
    method: "post",
    path: "/conversations/{conversation_id}/parts",
    call: Conversations.open("537", { admin_id: "991267712" })
  },
  {
    name: "Conversations.snooze",
    method: "post",
    path: "/conversations/{conversation_id}/parts",
    call: Conversations.snooze("532", { admin_id: "991267710", snoozed_until: 1734541187 })
  },
  {
    name: "Conversations.assign",
    method: "post",
    path: "/conversations/{conversation_id}/parts",
    call: Conversations.assign("542", { type: "admin", admin_id: "991267715", assignee_id: "991267715" })
  },
  {
    name: "Conversations.unassign",
    method: "post",
    path: "/conversations/{conversation_id}/parts",
    call: Conversations.unassign("542", { admin_id: "991267715", type: "team" })
  },
  {
    name: "Conversations.redactSource",
    method: "post",
    path: "/conversations/redact",
    call: Conversations.redactSource("608", { source_id: "403918391" })
  }
]
