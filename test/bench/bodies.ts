/**
 * The bodies that are decoded.
 */
import { contactPage, type Json } from "./contacts.js"
import { conversation, ticketPage } from "./threads.js"

export const bodies = {
  contacts: (): Json => contactPage(150),
  conversation: (): Json => conversation(100),
  tickets: (): Json => ticketPage(50)
}

export type BodyName = keyof typeof bodies
