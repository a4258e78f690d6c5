/**
 * Fin, Intercom's AI agent, driven by an agent of your own. Intercom must enable it for a workspace.
 *
 * Fin answers later: by webhook, or on the event stream whose URL is in the response. The user replies with
 * `FinAgent.reply` of `effect-intercom`.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { countWithin, exactlyOne, tooLong } from "../internal/checks.js"
import { FinProgress, FinStart } from "../models/FinAgent.js"
import {
  FinCapabilities,
  FinCapabilityQuery,
  FinEscalated,
  FinEscalation,
  FinProcedureProgress,
  FinProcedureRun
} from "./models/FinAgent.js"

/**
 * @since 1.0.0
 */
export * from "../models/FinAgent.js"

/**
 * @since 1.0.0
 */
export * from "./models/FinAgent.js"

/**
 * Retrieves what Fin can do for a user. It creates the user, or updates the email and the attributes of the user.
 *
 * `POST /fin/capabilities`. Preview.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findCapabilities: (
  query: FinCapabilityQuery
) => Effect.Effect<FinCapabilities, IntercomError, IntercomHttp> = Endpoint.make(
  "FinAgent.findCapabilities",
  FinCapabilities,
  (query) =>
    Endpoint.post("/fin/capabilities", {
      since: "Preview",
      body: Endpoint.json(FinCapabilityQuery, query),
      repeatable: true
    })
)

/**
 * Asks Fin one question, in a new conversation. Fin gives one answer: it asks nothing back and does not escalate.
 *
 * `POST /fin/ask`. Preview. `attachments` and `history` have 10 items at most.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const ask: (question: FinStart) => Effect.Effect<FinProgress, IntercomError, IntercomHttp> = Endpoint.make(
  "FinAgent.ask",
  FinProgress,
  (question) =>
    Endpoint.post("/fin/ask", {
      since: "Preview",
      body: Endpoint.json(FinStart, question),
      issue: countWithin("attachments", question.attachments, 0, 10) ?? tooMuchHistory(question)
    })
)

/**
 * Runs a procedure in a new conversation.
 *
 * `POST /fin/procedures/{procedure_id}/run`. Preview. If the procedure waits for the user, the status is
 * `awaiting_user_reply`. Fails with `InvalidRequest` if the procedure is unknown, is not live or has no API trigger, or
 * if the conversation exists already.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const runProcedure: (
  procedureId: string,
  run: FinProcedureRun
) => Effect.Effect<FinProcedureProgress, IntercomError, IntercomHttp> = Endpoint.make(
  "FinAgent.runProcedure",
  FinProcedureProgress,
  (procedureId, run) =>
    Endpoint.post("/fin/procedures/{procedure_id}/run", {
      since: "Preview",
      path: { procedure_id: procedureId },
      body: Endpoint.json(FinProcedureRun, run)
    })
)

/**
 * Hands a conversation to a person, or starts one with a person on behalf of a user.
 *
 * `POST /fin/escalate`. Preview. The status `complete` that follows does not close the conversation.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const escalate: (
  escalation: FinEscalation
) => Effect.Effect<FinEscalated, IntercomError, IntercomHttp> = Endpoint.make(
  "FinAgent.escalate",
  FinEscalated,
  (escalation) =>
    Endpoint.post("/fin/escalate", {
      since: "Preview",
      body: Endpoint.json(FinEscalation, escalation),
      issue: exactlyOne(escalation, ["conversation_id", "user"]) ??
        messageWithoutUser(escalation) ??
        tooLong("message", escalation.message, 10_000) ??
        tooLong("context", escalation.context, 10_000)
    })
)

const tooMuchHistory = ({ conversation_metadata }: FinStart): Issue | undefined => {
  const issue = countWithin("history", conversation_metadata?.history, 0, 10)
  return issue && { ...issue, path: ["conversation_metadata", ...issue.path] }
}

// Intercom would ignore it.
const messageWithoutUser = ({ message, user }: FinEscalation): Issue | undefined =>
  message !== undefined && user === undefined ? { path: ["message"], reason: "must come with a user" } : undefined
