/**
 * The webhooks of a workspace in memory, and their delivery. `IntercomWorkspace` exports these types too.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"

/**
 * The body of a webhook that the workspace sends.
 *
 * @since 1.0.0
 * @category models
 */
export interface Notification {
  readonly type: "notification_event"
  readonly app_id: string
  readonly topic: string
  readonly id: string
  /** Unix time in seconds. */
  readonly created_at: number
  readonly data: { readonly type: "notification_event_data"; readonly item: unknown }
  readonly [key: string]: unknown
}

/**
 * The client secret of the receiving app, and the topics to send.
 *
 * @since 1.0.0
 * @category models
 */
export interface DeliverOptions {
  /** Signs the notifications: the client secret of the app that receives them. */
  readonly clientSecret: Redacted.Redacted
  /** The topics to deliver. Default: all. */
  readonly topics?: ReadonlyArray<string> | undefined
}

/**
 * One attempt to deliver a notification.
 *
 * @since 1.0.0
 * @category models
 */
export interface Delivery {
  readonly id: string
  readonly topic: string
  /** 1, or 2 for the repetition. */
  readonly attempt: number
  /** The status of the response; `undefined` if no response came within five seconds. */
  readonly status: number | undefined
}

/**
 * The attempts to deliver to one receiver, and a way to wait for their end.
 *
 * @since 1.0.0
 * @category models
 */
export interface Deliveries {
  /** The attempts that have ended, in the order in which they ended. */
  readonly attempts: Effect.Effect<ReadonlyArray<Delivery>>
  /**
   * Waits until no delivery is in progress. A notification that waits a minute for its repetition is in progress: if
   * this seems to hang, look at the statuses in `attempts`.
   */
  readonly settled: Effect.Effect<void>
}

/**
 * A function that handles requests in any web runtime.
 *
 * @since 1.0.0
 * @category models
 */
export interface WebHandler {
  (request: Request): Response | Promise<Response>
}
