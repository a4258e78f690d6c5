/**
 * Phone call redirects: text messages that lead callers to the Messenger.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { NewPhoneCallRedirect, PhoneCallRedirect } from "../models/PhoneCallRedirect.js"

/**
 * @since 1.0.0
 */
export * from "../models/PhoneCallRedirect.js"

/**
 * Sends a caller an SMS with a link that opens the Messenger.
 *
 * `POST /phone_call_redirects`. Fails with `InvalidRequest` if the number is invalid or the SMS cannot be sent. The
 * call is not retried after a 5xx or a timeout, because the SMS may have been sent.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (
  redirect: NewPhoneCallRedirect
) => Effect.Effect<PhoneCallRedirect, IntercomError, IntercomHttp> = Endpoint.make(
  "PhoneCallRedirects.create",
  PhoneCallRedirect,
  (redirect) => Endpoint.post("/phone_call_redirects", { body: Endpoint.json(NewPhoneCallRedirect, redirect) })
)
