/**
 * Messages: emails, in-app messages and WhatsApp messages that admins send to contacts.
 *
 * Calls fail with `NotFound` if the contact was created only moments ago.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import {
  Message,
  NewEmail,
  NewInAppMessage,
  NewWhatsAppMessage,
  WhatsAppStatus,
  WhatsAppStatusEvent
} from "../models/Message.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Message.js"

/**
 * Sends an email.
 *
 * `POST /messages`. The call is not retried after a 5xx or a timeout, because the email may have been sent.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const sendEmail: (email: NewEmail) => Effect.Effect<Message, IntercomError, IntercomHttp> = Endpoint.make(
  "Messages.sendEmail",
  Message,
  (email) => sending(NewEmail, { message_type: "email", ...email })
)

/**
 * Sends an in-app message, which the contact sees in the Messenger.
 *
 * `POST /messages`. The call is not retried after a 5xx or a timeout, because the message may have been sent.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const sendInApp: (message: NewInAppMessage) => Effect.Effect<Message, IntercomError, IntercomHttp> = Endpoint
  .make(
    "Messages.sendInApp",
    Message,
    (message) => sending(NewInAppMessage, { message_type: "in_app", ...message })
  )

/**
 * Sends a WhatsApp message, made from a template.
 *
 * `POST /messages`. From API 2.16. The call is not retried after a 5xx or a timeout, because the message may have been
 * sent.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const sendWhatsApp: (
  message: NewWhatsAppMessage
) => Effect.Effect<Message, IntercomError, IntercomHttp> = Endpoint.make(
  "Messages.sendWhatsApp",
  Message,
  (message) => ({ ...sending(NewWhatsAppMessage, { message_type: "whatsapp", ...message }), since: "2.16" })
)

/**
 * Retrieves the delivery status of a WhatsApp message by WhatsApp's id of it.
 *
 * `GET /messages/whatsapp/status`. From API 2.16. Fails with `NotFound` (`whatsapp_message_not_found`) if there is no
 * such message.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findWhatsAppStatus: (
  messageId: string
) => Effect.Effect<WhatsAppStatus, IntercomError, IntercomHttp> = Endpoint.make(
  "Messages.findWhatsAppStatus",
  WhatsAppStatus,
  (messageId) => Endpoint.get("/messages/whatsapp/status", { since: "2.16", requiredQuery: { message_id: messageId } })
)

/**
 * Lists the delivery statuses of the WhatsApp messages of a ruleset, in pages of 50 by default and 100 at most.
 *
 * `GET /messages/status`. From API 2.16. Only for messages that were sent as an outbound campaign.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listWhatsAppStatuses: (
  rulesetId: string,
  options?: Pagination.ListOptions
) => Pagination.List<WhatsAppStatusEvent> = Pagination.makeNested(
  "Messages.listWhatsAppStatuses",
  { item: WhatsAppStatusEvent, key: "events", maxPerPage: 100 },
  (rulesetId, { cursor, perPage }: Pagination.ListOptions) =>
    Endpoint.get("/messages/status", {
      since: "2.16",
      requiredQuery: { ruleset_id: rulesetId },
      query: { per_page: perPage, starting_after: cursor }
    })
)

const sending = <A>(schema: Schema.Schema<A>, message: NoInfer<A>): Endpoint.Request =>
  Endpoint.post("/messages", { body: Endpoint.json(schema, message) })
