/**
 * Procedures of Fin that wait for a person. Intercom must enable this for a workspace.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { AgentInput } from "./models/AgentInput.js"

/**
 * @since 1.0.0
 */
export * from "./models/AgentInput.js"

/**
 * Gives a procedure the values that it waits for, so that it goes on.
 *
 * `POST /procedures/{conversation_id}/collect_agent_input`. Preview. The notification with the topic
 * `procedure.hitl_notification.created` says what is needed. Fails with `Conflict` if the step has its values already,
 * and with `NotFound` if it has expired.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const collectAgentInput: (
  conversationId: string,
  input: AgentInput
) => Effect.Effect<void, IntercomError, IntercomHttp> = Endpoint.empty(
  "Procedures.collectAgentInput",
  (conversationId, input) =>
    Endpoint.post("/procedures/{conversation_id}/collect_agent_input", {
      since: "Preview",
      path: { conversation_id: conversationId },
      body: Endpoint.json(AgentInput, input),
      issue: withoutValue(input)
    })
)

// JSON would leave out the key.
const withoutValue = ({ attribute_values }: AgentInput): Issue | undefined => {
  const index = attribute_values.findIndex(({ value }) => value === undefined)
  return index < 0 ? undefined : { path: ["attribute_values", index, "value"], reason: "is missing" }
}
