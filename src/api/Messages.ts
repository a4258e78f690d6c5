/**
 * Messages: what admins send to contacts unasked, in the Messenger or by email.
 *
 * A contact shortly after its creation cannot be written to yet: that is `NotFound`.
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
 * Sends an email. It is not sent again after a failure that leaves open whether it went out.
 *
 * `POST /messages`
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
 * Sends a message to be read in the Messenger. It is not sent again after a failure that leaves open whether it went
 * out.
 *
 * `POST /messages`
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
