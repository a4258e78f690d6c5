/**
 * The installation health check, with which Intercom asks at least once a day whether your app works in a workspace.
 *
 * @since 1.0.0
 */
import type * as HttpApp from "@effect/platform/HttpApp"
import type * as ConfigError from "effect/ConfigError"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import * as Endpoint from "./Endpoint.js"
import * as signedApp from "./internal/signedApp.js"
import { type Health, HealthCheckRequest } from "./models/HealthCheck.js"

/**
 * @since 1.0.0
 */
export * from "./models/HealthCheck.js"

/**
 * Options of `httpApp`.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options<E = never, R = never> {
  /** The app's client secret, from the Developer Hub. Pass several while you rotate it. */
  readonly clientSecret: Redacted.Redacted | ReadonlyArray<Redacted.Redacted>
  /** Returns the state of your app in the workspace. */
  readonly onRequest: (request: HealthCheckRequest) => Effect.Effect<Health, E, R>
}

/**
 * Makes the app for the URL of the health check. It checks the signature. For its statuses, see
 * `CanvasKit.initializeApp`.
 *
 * @example
 * ```ts
 * import { HealthCheck } from "effect-intercom"
 * import { Effect, Redacted } from "effect"
 *
 * const installed = new Set(["abc123"])
 *
 * export const app = HealthCheck.httpApp({
 *   clientSecret: Redacted.make("the app's client secret"),
 *   onRequest: ({ workspace_id }) =>
 *     Effect.succeed<HealthCheck.Health>(
 *       installed.has(workspace_id)
 *         ? { state: "OK" }
 *         : { state: "UNHEALTHY", message: "Install the app again.", cta_type: "REINSTALL_CTA" }
 *     )
 * })
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const httpApp = <E, R>(
  { clientSecret, onRequest }: Options<E, R>
): Effect.Effect<HttpApp.Default<E, R>, ConfigError.ConfigError> =>
  signedApp.make({
    name: "health check",
    clientSecret,
    decode: Endpoint.decodeBy(HealthCheckRequest),
    respond: onRequest
  })
