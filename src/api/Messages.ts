/**
 * Messages: emails and in-app messages that admins send to contacts.
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
import { Message, NewEmail, NewInAppMessage } from "../models/Message.js"

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

const sending = <A>(schema: Schema.Schema<A>, message: NoInfer<A>): Endpoint.Request =>
  Endpoint.post("/messages", { body: Endpoint.json(schema, message) })
