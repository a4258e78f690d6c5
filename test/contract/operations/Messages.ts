import * as Messages from "effect-intercom/api/Messages"
import type { Operation } from "../Operation.js"

const from: Messages.MessageSender = { type: "admin", id: "991267816" }
const user: Messages.MessageRecipient = { type: "user", id: "6762f2391bb69f9f2193bc19" }
const lead: Messages.MessageRecipient = { type: "lead", id: "6762f23c1bb69f9f2193bc1b" }

export const messages: ReadonlyArray<Operation> = [
  {
    name: "Messages.sendEmail",
    method: "post",
    path: "/messages",
    call: Messages.sendEmail({ from, to: user, subject: "heyy", body: "hey there", template: "plain", cc: lead })
  },
  {
    name: "Messages.findWhatsAppStatus",
    method: "get",
    path: "/messages/whatsapp/status",
    since: "2.16",
    call: Messages.findWhatsAppStatus("wamid_abc123")
  },
  {
    name: "Messages.listWhatsAppStatuses",
    method: "get",
    path: "/messages/status",
    since: "2.16",
    call: Messages.listWhatsAppStatuses("12345", { perPage: 50, cursor: "abc123" })
  }
]

/** Further functions on operations listed above. */
export const messageVariants: ReadonlyArray<Operation> = [
  {
    name: "Messages.sendInApp",
    method: "post",
    path: "/messages",
    call: Messages.sendInApp({ from, to: [user, lead], body: "heyy", create_conversation_without_contact_reply: true })
  },
  {
    name: "Messages.sendWhatsApp",
    method: "post",
    path: "/messages",
    since: "2.16",
    call: Messages.sendWhatsApp({
      from: { type: "admin", id: "991267817" },
      to: { phone: "5547999998888", name: "John Doe" },
      template: "keep_live",
      components: [{ type: "BODY", parameters: [{ type: "text", text: "Username 123" }] }],
      locale: "en"
    })
  }
]
