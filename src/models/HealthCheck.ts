/**
 * The request and the response of the installation health check.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import { Id, struct } from "../internal/fields.js"

/**
 * Asks for the state of your app in a workspace. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface HealthCheckRequest {
  /** The workspace, which is `app.id_code` in the result of `OAuth.check`. */
  readonly workspace_id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const HealthCheckRequest: Schema.Schema<HealthCheckRequest> = struct("HealthCheckRequest")(() => ({
  workspace_id: Id
}))

/**
 * The state of your app in a workspace: it works, somebody in the workspace must mend something, or you do not know.
 *
 * @since 1.0.0
 * @category models
 */
export type Health = HealthyOrUnknown | Unhealthy

/**
 * The app works, or you do not know whether it does.
 *
 * @since 1.0.0
 * @category models
 */
export interface HealthyOrUnknown {
  readonly state: "OK" | "UNKNOWN"
}

/**
 * The app does not work, and somebody in the workspace must do something.
 *
 * The kinds of call to action are those that integrations use. This library does not know whether Intercom has others,
 * nor which of these fields it requires.
 *
 * @since 1.0.0
 * @category models
 */
export interface Unhealthy {
  readonly state: "UNHEALTHY"
  /** The problem and what to do. At most 2,084 characters. */
  readonly message: string
  /** The call to action: install the app again, or open `cta_url`. */
  readonly cta_type?: "REINSTALL_CTA" | "URL_CTA" | (string & {}) | undefined
  /** The text of the button. */
  readonly cta_label?: string | undefined
  readonly cta_url?: string | undefined
}
