/**
 * Fin, Intercom's agent, in conversations that are held elsewhere. Intercom has to open this to a workspace.
 *
 * Fin answers later: by webhook, or on the stream whose URL comes with the answer.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { FinProgress, FinRated, FinRating, FinReply, FinStart } from "../models/FinAgent.js"

/**
 * @since 1.0.0
 */
export * from "../models/FinAgent.js"

/**
 * Hands a conversation to Fin, with what the user wrote and what Fin should know.
 *
 * `POST /fin/start`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const start: (start: FinStart) => Effect.Effect<FinProgress, IntercomError, IntercomHttp> = Endpoint.make(
  "FinAgent.start",
  FinProgress,
  (start) => Endpoint.post("/fin/start", { body: Endpoint.json(FinStart, start) })
)

/**
 * Passes on what the user wrote after Fin answered, while the status is `awaiting_user_reply`.
 *
 * `POST /fin/reply`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const reply: (reply: FinReply) => Effect.Effect<FinProgress, IntercomError, IntercomHttp> = Endpoint.make(
  "FinAgent.reply",
  FinProgress,
  (reply) => Endpoint.post("/fin/reply", { body: Endpoint.json(FinReply, reply) })
)

/**
 * Records how satisfied the user was, once Fin has asked. Fails with `InvalidRequest` where it did not, where it is
 * too late, and where a remark has settled the rating: so may one with a remark that is sent again after a lost answer.
 *
 * `POST /fin/csat`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const rate: (rating: FinRating) => Effect.Effect<FinRated, IntercomError, IntercomHttp> = Endpoint.make(
  "FinAgent.rate",
  FinRated,
  (rating) => Endpoint.post("/fin/csat", { body: Endpoint.json(FinRating, rating), repeatable: true })
)
