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
  }
]

/** Further functions on operations listed above. */
export const messageVariants: ReadonlyArray<Operation> = [
  {
    name: "Messages.sendInApp",
    method: "post",
    path: "/messages",
    call: Messages.sendInApp({ from, to: [user, lead], body: "heyy", create_conversation_without_contact_reply: true })
  }
]
