/**
 * Fin Voice: phone calls that Fin answered for another provider.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { FinVoiceCall, NewFinVoiceCall } from "../models/FinVoiceCall.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/FinVoiceCall.js"

/**
 * Registers a call, so that you can retrieve Fin's results later.
 *
 * `POST /fin_voice/register`. Fails with `Conflict` if the call is already registered.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const register: (call: NewFinVoiceCall) => Effect.Effect<FinVoiceCall, IntercomError, IntercomHttp> = Endpoint
  .make(
    "FinVoice.register",
    FinVoiceCall,
    (call) => Endpoint.post("/fin_voice/register", { body: Endpoint.json(NewFinVoiceCall, call) })
  )

/**
 * Retrieves a call by the id of its registration.
 *
 * `GET /fin_voice/collect/{id}`. Fails with `NotFound` if Intercom has not matched the call yet.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (registrationId: string) => Effect.Effect<FinVoiceCall, IntercomError, IntercomHttp> = Endpoint.make(
  "FinVoice.find",
  FinVoiceCall,
  (registrationId) => Endpoint.get("/fin_voice/collect/{id}", { path: { id: registrationId } })
)

/**
 * Retrieves a call by the provider's id.
 *
 * `GET /fin_voice/external_id/{external_id}`. Fails with `NotFound` if Intercom has not matched the call yet.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findByExternalId: (externalId: string) => Effect.Effect<FinVoiceCall, IntercomError, IntercomHttp> =
  Endpoint.make(
    "FinVoice.findByExternalId",
    FinVoiceCall,
    (externalId) => Endpoint.get("/fin_voice/external_id/{external_id}", { path: { external_id: externalId } })
  )

/**
 * Retrieves the latest matched call with a phone number.
 *
 * `GET /fin_voice/phone_number/{phone_number}`. The number must be in E.164 format.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findByPhoneNumber: (phoneNumber: string) => Effect.Effect<FinVoiceCall, IntercomError, IntercomHttp> =
  Endpoint.make(
    "FinVoice.findByPhoneNumber",
    FinVoiceCall,
    (phoneNumber) => Endpoint.get("/fin_voice/phone_number/{phone_number}", { path: { phone_number: phoneNumber } })
  )

/**
 * Lists the calls that Intercom has matched with a conversation.
 *
 * `GET /fin_voice/conversation/{conversation_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listByConversation: (
  conversationId: string
) => Pagination.List<FinVoiceCall> = Pagination.makeNested(
  "FinVoice.listByConversation",
  { item: FinVoiceCall },
  (conversationId, paging) =>
    Endpoint.get("/fin_voice/conversation/{conversation_id}", {
      path: { conversation_id: conversationId },
      query: Pagination.pageNumbers(paging)
    })
)
