/**
 * Workflows: the automations of a workspace.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { WorkflowExport } from "../models/WorkflowExport.js"

/**
 * @since 1.0.0
 */
export * from "../models/WorkflowExport.js"

const export_: (workflowId: string) => Effect.Effect<WorkflowExport, IntercomError, IntercomHttp> = Endpoint.make(
  "Workflows.export",
  WorkflowExport,
  (workflowId) => Endpoint.get("/export/workflows/{id}", { path: { id: workflowId } })
)

export {
  /**
   * Exports a workflow with its steps, rules and attributes.
   *
   * `GET /export/workflows/{id}`. Fails with `Forbidden` (`api_plan_restricted`) if the plan of the workspace does not
   * include this.
   *
   * @since 1.0.0
   * @category endpoints
   */
  export_ as export
}
