/**
 * Fin, Intercom's AI agent, in conversations outside Intercom. Intercom must enable it for a workspace.
 *
 * Fin answers later: by webhook, or on the event stream whose URL is in the response.
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
 * Starts Fin in a conversation, with the user's message and the context that Fin needs.
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
 * Sends a reply of the user to Fin.
 *
 * `POST /fin/reply`. The status must be `awaiting_user_reply`.
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
 * Records the satisfaction rating of the user.
 *
 * `POST /fin/csat`. Fails with `InvalidRequest` if Fin has not asked for a rating, if it is too late, or if a remark
 * has locked the rating. A retry of a rating with a remark may fail for this reason.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const rate: (rating: FinRating) => Effect.Effect<FinRated, IntercomError, IntercomHttp> = Endpoint.make(
  "FinAgent.rate",
  FinRated,
  (rating) => Endpoint.post("/fin/csat", { body: Endpoint.json(FinRating, rating), repeatable: true })
)
