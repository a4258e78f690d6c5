/**
 * Canvas Kit: HTTP apps that answer Intercom's requests for the interface of your app. They check the signature.
 *
 * You enter a URL for each kind of request in the Developer Hub. Each kind has its own app.
 *
 * @since 1.0.0
 */
import type * as HttpApp from "@effect/platform/HttpApp"
import type * as ConfigError from "effect/ConfigError"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import type * as Schema from "effect/Schema"
import * as Endpoint from "./Endpoint.js"
import * as signedApp from "./internal/signedApp.js"
import {
  ConfigureRequest,
  type ConfigureResponse,
  InitializeRequest,
  type InitializeResponse,
  LiveCanvasRequest,
  type LiveCanvasResponse,
  SubmitRequest,
  type SubmitResponse
} from "./models/CanvasKit.js"

/**
 * @since 1.0.0
 */
export * from "./models/CanvasKit.js"

/**
 * Options of an app.
 *
 * @since 1.0.0
 * @category models
 */
export interface Options<Request, Response, E = never, R = never> {
  /** The app's client secret, from the Developer Hub. Pass several while you rotate it. */
  readonly clientSecret: Redacted.Redacted | ReadonlyArray<Redacted.Redacted>
  /** Returns the response to a request. */
  readonly onRequest: (request: Request) => Effect.Effect<Response, E, R>
}

/**
 * Makes the app for the initialize URL: it returns the first canvas. It responds with
 *
 * - 200: the response of `onRequest`; also the response to `HEAD`;
 * - 400: not such a request, with a warning in the log; 401: invalid signature; 405: neither `HEAD` nor `POST`;
 * - 408: the body did not arrive within 4 seconds; 413: larger than 1 MiB; 503: too many unverified bytes.
 *
 * A failure of `onRequest` is a failure of the app: an Effect HTTP server responds with 500.
 *
 * @example
 * ```ts
 * import { CanvasKit } from "effect-intercom"
 * import { Config, Effect } from "effect"
 *
 * export const initialize = Effect.gen(function*() {
 *   const clientSecret = yield* Config.redacted("INTERCOM_CLIENT_SECRET")
 *   return yield* CanvasKit.initializeApp({
 *     clientSecret,
 *     onRequest: ({ contact }) =>
 *       Effect.succeed({ canvas: { content: { components: [{ type: "text", text: `Hello ${contact?.name}` }] } } })
 *   })
 * })
 * ```
 *
 * @since 1.0.0
 * @category constructors
 */
export const initializeApp = <E, R>(
  options: Options<InitializeRequest, InitializeResponse, E, R>
): Effect.Effect<HttpApp.Default<E, R>, ConfigError.ConfigError> => make(InitializeRequest, options)

/**
 * Makes the app for the submit URL: it returns the canvas after an interaction. For the statuses, see `initializeApp`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const submitApp = <E, R>(
  options: Options<SubmitRequest, SubmitResponse, E, R>
): Effect.Effect<HttpApp.Default<E, R>, ConfigError.ConfigError> => make(SubmitRequest, options)

/**
 * Makes the app for the configure URL: it returns the next canvas, or the results of the configuration. For the
 * statuses, see `initializeApp`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const configureApp = <E, R>(
  options: Options<ConfigureRequest, ConfigureResponse, E, R>
): Effect.Effect<HttpApp.Default<E, R>, ConfigError.ConfigError> => make(ConfigureRequest, options)

/**
 * Makes the app for the `content_url` of a live canvas. For the statuses, see `initializeApp`.
 *
 * @since 1.0.0
 * @category constructors
 */
export const liveCanvasApp = <E, R>(
  options: Options<LiveCanvasRequest, LiveCanvasResponse, E, R>
): Effect.Effect<HttpApp.Default<E, R>, ConfigError.ConfigError> => make(LiveCanvasRequest, options)

const make = <Request, Response, E, R>(
  schema: Schema.Schema<Request>,
  { clientSecret, onRequest }: Options<Request, Response, E, R>
): Effect.Effect<HttpApp.Default<E, R>, ConfigError.ConfigError> =>
  signedApp.make({ name: "Canvas Kit", clientSecret, decode: Endpoint.decodeBy(schema), respond: onRequest })
