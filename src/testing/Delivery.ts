/**
 * The webhooks of a workspace in memory and their delivery. `IntercomWorkspace` exports all of it.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"

/**
 * The body of a webhook, as the workspace sends it.
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
 * How webhooks are signed, and which ones are sent.
 *
 * @since 1.0.0
 * @category models
 */
export interface DeliverOptions {
  /** The secret of the receiving app, which signs the notifications. */
  readonly clientSecret: Redacted.Redacted
  /** The topics to send. Default: all. */
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
  /** 1, or 2 for the one repetition. */
  readonly attempt: number
  /** The status of the answer; `undefined` if none came within five seconds. */
  readonly status: number | undefined
}

/**
 * The deliveries to one receiver.
 *
 * @since 1.0.0
 * @category models
 */
export interface Deliveries {
  /** The attempts that have ended, in the order of their ends. */
  readonly attempts: Effect.Effect<ReadonlyArray<Delivery>>
  /** Waits until every delivery has ended, repetitions included. */
  readonly settled: Effect.Effect<void>
}

/**
 * A function that answers requests, as every web runtime calls it.
 *
 * @since 1.0.0
 * @category models
 */
export interface WebHandler {
  (request: Request): Response | Promise<Response>
}
