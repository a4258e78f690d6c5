/**
 * The requests and responses of Canvas Kit, with which an app shows its own interface in the Messenger and in the inbox.
 *
 * The shapes of API 2.15. Intercom's description of the API does not contain them; they follow its guide to Canvas Kit
 * and its official client.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { AnyRecord, Id, nullish, nullishId, nullishRecord, nullishString, struct } from "../internal/fields.js"
import { Admin } from "./Admin.js"
import { Contact } from "./Contact.js"
import { Conversation } from "./Conversation.js"

/**
 * @since 1.0.0
 */
export * from "./Canvas.js"

/**
 * Where the app is shown. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface CanvasContext {
  readonly location?: "conversation" | "home" | "message" | "operator" | (string & {}) | null | undefined
  /** Only if the location is a conversation. */
  readonly conversation_id?: string | null | undefined
  /** The language of the Messenger: `en`. */
  readonly locale?: string | null | undefined
  readonly messenger_action_colour?: string | null | undefined
  readonly messenger_background_colour?: string | null | undefined
  /** The URL of the page that shows the Messenger. */
  readonly referrer?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CanvasContext: Schema.Schema<CanvasContext> = struct("CanvasContext")(() => ({
  location: nullishString,
  conversation_id: nullishId,
  locale: nullishString,
  messenger_action_colour: nullishString,
  messenger_background_colour: nullishString,
  referrer: nullishString
}))

/**
 * The canvas that was visible before the request. It is the canvas of your last response. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface CurrentCanvas {
  readonly content?:
    | { readonly components?: ReadonlyArray<Readonly<Record<string, unknown>>> | null | undefined }
    | null
    | undefined
  readonly content_url?: string | null | undefined
  /** The `stored_data` of your last response. */
  readonly stored_data?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CurrentCanvas: Schema.Schema<CurrentCanvas> = struct("CurrentCanvas")(() => ({
  content: nullish(Schema.Struct({ components: nullish(Schema.Array(AnyRecord)) })),
  content_url: nullishString,
  stored_data: nullishRecord
}))

/**
 * The fields that all requests share.
 *
 * @since 1.0.0
 * @category models
 */
export interface CanvasRequest {
  /** The workspace, which is `app.id_code` in the result of `OAuth.check`. */
  readonly workspace_id: string
  /** The region of the workspace: `US`, `EU` or `AU`. */
  readonly workspace_region?: string | null | undefined
  readonly context?: CanvasContext | null | undefined
}

const shared = () => ({ workspace_id: Id, workspace_region: nullishString, context: nullish(CanvasContext) })

/**
 * The fields of a request that somebody caused with a component.
 *
 * @since 1.0.0
 * @category models
 */
export interface Interaction extends CanvasRequest {
  /** The `id` of the component that was used. */
  readonly component_id: string
  /** The values of the interactive components, by their `id`. */
  readonly input_values?: Readonly<Record<string, unknown>> | null | undefined
  readonly current_canvas?: CurrentCanvas | null | undefined
}

const interaction = () => ({
  ...shared(),
  component_id: Id,
  input_values: nullishRecord,
  current_canvas: nullish(CurrentCanvas)
})

/**
 * The request for the first canvas: an app was added, or a conversation with the app was opened. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface InitializeRequest extends CanvasRequest {
  readonly admin?: Admin | null | undefined
  /** The `results` of the configuration. */
  readonly card_creation_options?: Readonly<Record<string, unknown>> | null | undefined
  /** Only in the inbox. */
  readonly conversation?: Conversation | null | undefined
  /** Only in the inbox. */
  readonly contact?: Contact | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const InitializeRequest: Schema.Schema<InitializeRequest> = struct("InitializeRequest")(() => ({
  ...shared(),
  admin: nullish(Admin),
  card_creation_options: nullishRecord,
  conversation: nullish(Conversation),
  contact: nullish(Contact)
}))

/**
 * The request after an interaction: somebody used a component with a submit action. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubmitRequest extends Interaction {
  /** The admin who used the component, in the inbox. */
  readonly admin?: Admin | null | undefined
  readonly conversation?: Conversation | null | undefined
  readonly contact?: Contact | null | undefined
  /** The user who used the component, in the Messenger. */
  readonly user?: Contact | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SubmitRequest: Schema.Schema<SubmitRequest> = struct("SubmitRequest")(() => ({
  ...interaction(),
  admin: nullish(Admin),
  conversation: nullish(Conversation),
  contact: nullish(Contact),
  user: nullish(Contact)
}))

/**
 * The request for the configuration by an admin. The first one of a configuration has no `component_id`. Unknown keys
 * are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface ConfigureRequest extends CanvasRequest {
  readonly admin?: Admin | null | undefined
  /** The `id` of the component that was used. */
  readonly component_id?: string | null | undefined
  /** The values of the interactive components, by their `id`. */
  readonly input_values?: Readonly<Record<string, unknown>> | null | undefined
  readonly current_canvas?: CurrentCanvas | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ConfigureRequest: Schema.Schema<ConfigureRequest> = struct("ConfigureRequest")(() => ({
  ...shared(),
  admin: nullish(Admin),
  component_id: nullishId,
  input_values: nullishRecord,
  current_canvas: nullish(CurrentCanvas)
}))

/**
 * The request for the content of a live canvas: somebody sees the app. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface LiveCanvasRequest extends CanvasRequest {
  readonly canvas?: CurrentCanvas | null | undefined
  readonly contact?: Contact | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const LiveCanvasRequest: Schema.Schema<LiveCanvasRequest> = struct("LiveCanvasRequest")(() => ({
  ...shared(),
  canvas: nullish(CurrentCanvas),
  contact: nullish(Contact)
}))

/**
 * The request for a sheet: somebody used a component with a sheet action. The Messenger posts a form whose field
 * `intercom_data` has this JSON. Respond with the HTML of the sheet. Unknown keys are kept.
 *
 * Only `user` proves that the request comes from Intercom. Intercom's guide says that it signs every request of Canvas
 * Kit, but its page about sheets says that this one has no signature.
 *
 * @since 1.0.0
 * @category models
 */
export interface OpenSheetRequest extends Interaction {
  /** The user, encrypted with the client secret. `docs/canvas-kit.md` shows how to decrypt it. */
  readonly user?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const OpenSheetRequest: Schema.Schema<OpenSheetRequest> = struct("OpenSheetRequest")(() => ({
  ...interaction(),
  user: nullishString
}))

/**
 * The request after a sheet called `submitSheet`. Respond with a `SubmitResponse`. Unknown keys are kept.
 *
 * Intercom's guide says that it is signed, as every request of Canvas Kit.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubmitSheetRequest extends CanvasRequest {
  /** The argument of `submitSheet`. */
  readonly sheet_values?: Readonly<Record<string, unknown>> | null | undefined
  /** The canvas that opened the sheet. */
  readonly current_canvas?: CurrentCanvas | null | undefined
  /** Intercom's guide has `user`. The request in its tutorial about sheets has `contact` instead. */
  readonly user?: Contact | null | undefined
  readonly contact?: Contact | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const SubmitSheetRequest: Schema.Schema<SubmitSheetRequest> = struct("SubmitSheetRequest")(() => ({
  ...shared(),
  sheet_values: nullishRecord,
  current_canvas: nullish(CurrentCanvas),
  user: nullish(Contact),
  contact: nullish(Contact)
}))
