/**
 * Phone call redirects: callers who are sent on to the Messenger.
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
 * Texts a caller a link that opens the Messenger, as an SMS. Fails with `InvalidRequest` where the number is wrong or the
 * SMS cannot be sent. It is not sent again after a failure that leaves open whether it went out.
 *
 * `POST /phone_call_redirects`
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
