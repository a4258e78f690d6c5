/**
 * The responses of Canvas Kit: canvases and what goes with them. Types only, of which nothing is in a bundle.
 *
 * @since 1.0.0
 */
import type { Component, OtherComponent } from "./CanvasComponent.js"

/**
 * @since 1.0.0
 */
export * from "./CanvasComponent.js"

/**
 * The components of a canvas. At most 64 kB.
 *
 * @since 1.0.0
 * @category models
 */
export interface Content {
  readonly components: ReadonlyArray<Component | OtherComponent>
}

/**
 * A canvas with its content, or a live canvas, whose content Intercom requests from `content_url` each time somebody
 * sees it. `stored_data`, at most 64 kB, comes back in the next request as `current_canvas.stored_data`.
 *
 * @since 1.0.0
 * @category models
 */
export type Canvas = StaticCanvas | LiveCanvas

/**
 * A canvas with its content.
 *
 * @since 1.0.0
 * @category models
 */
export interface StaticCanvas {
  readonly content: Content
  readonly stored_data?: Readonly<Record<string, unknown>> | undefined
}

/**
 * A canvas whose content Intercom requests. Only in the Messenger.
 *
 * @since 1.0.0
 * @category models
 */
export interface LiveCanvas {
  readonly content_url: string
  readonly stored_data?: Readonly<Record<string, unknown>> | undefined
}

/**
 * The response to an `InitializeRequest`.
 *
 * @since 1.0.0
 * @category models
 */
export interface InitializeResponse {
  readonly canvas: Canvas
}

/**
 * The response to a `SubmitRequest`.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubmitResponse {
  readonly canvas: Canvas
  /** Inserts the app into the reply to the conversation. Only in the inbox. */
  readonly card_creation_options?: Readonly<Record<string, unknown>> | undefined
  /** Says that the app has done its work: `{ type: "completed" }`. */
  readonly event?: CompletedEvent | undefined
}

/**
 * Says that the app has done its work.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompletedEvent {
  readonly type: "completed"
}

/**
 * The response to a `ConfigureRequest`: the next canvas, or the results, which end the configuration.
 *
 * @since 1.0.0
 * @category models
 */
export type ConfigureResponse = InitializeResponse | ConfigureResults

/**
 * The results of a configuration. They arrive as `card_creation_options` in the `InitializeRequest`.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConfigureResults {
  readonly results: Readonly<Record<string, unknown>>
}

/**
 * The response to a `LiveCanvasRequest`.
 *
 * @since 1.0.0
 * @category models
 */
export interface LiveCanvasResponse {
  readonly content: Content
}
