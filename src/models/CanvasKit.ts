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
export interface SubmitRequest extends CanvasRequest {
  /** The `id` of the component that was used. */
  readonly component_id: string
  /** The values of the interactive components, by their `id`. */
  readonly input_values?: Readonly<Record<string, unknown>> | null | undefined
  readonly current_canvas?: CurrentCanvas | null | undefined
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
  ...shared(),
  component_id: Id,
  input_values: nullishRecord,
  current_canvas: nullish(CurrentCanvas),
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
 * An action of a component: `submit` sends a `SubmitRequest`, `url` opens a page, `sheet` opens a page inside the
 * Messenger.
 *
 * @since 1.0.0
 * @category models
 */
export type Action = SubmitAction | UrlAction

/**
 * Sends a `SubmitRequest`.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubmitAction {
  readonly type: "submit"
}

/**
 * Opens a URL in a new tab, or inside the Messenger.
 *
 * @since 1.0.0
 * @category models
 */
export interface UrlAction {
  readonly type: "url" | "sheet"
  readonly url: string
}

/**
 * A text. Bold text and links are written in Markdown.
 *
 * @since 1.0.0
 * @category models
 */
export interface TextComponent {
  readonly type: "text"
  readonly id?: string | undefined
  readonly text: string
  readonly align?: "left" | "center" | "right" | undefined
  readonly style?: "header" | "paragraph" | "muted" | "error" | undefined
  readonly bottom_margin?: "none" | undefined
}

/**
 * A button.
 *
 * @since 1.0.0
 * @category models
 */
export interface ButtonComponent {
  readonly type: "button"
  readonly id: string
  readonly label: string
  readonly action: Action
  readonly style?: "primary" | "secondary" | "link" | undefined
  readonly disabled?: boolean | undefined
}

/**
 * A field for one line of text.
 *
 * @since 1.0.0
 * @category models
 */
export interface InputComponent {
  readonly type: "input"
  readonly id: string
  readonly label?: string | undefined
  readonly placeholder?: string | undefined
  readonly value?: string | undefined
  readonly action?: Action | undefined
  readonly save_state?: "unsaved" | "saved" | "failed" | undefined
  readonly disabled?: boolean | undefined
}

/**
 * A choice of one option from 2 to 10.
 *
 * @since 1.0.0
 * @category models
 */
export interface DropdownComponent {
  readonly type: "dropdown"
  readonly id: string
  readonly options: ReadonlyArray<ComponentOption>
  readonly label?: string | undefined
  /** The `id` of the selected option. */
  readonly value?: string | undefined
  readonly save_state?: "unsaved" | "saved" | "failed" | undefined
  readonly disabled?: boolean | undefined
}

/**
 * A choice of several options. Its options have the key `option`.
 *
 * @since 1.0.0
 * @category models
 */
export interface CheckboxComponent {
  readonly type: "checkbox"
  readonly id: string
  readonly option: ReadonlyArray<ComponentOption>
  readonly label?: string | undefined
  /** The ids of the selected options. */
  readonly value?: ReadonlyArray<string> | undefined
  readonly save_state?: "unsaved" | "saved" | "failed" | undefined
  readonly disabled?: boolean | undefined
}

/**
 * An option of a dropdown or a checkbox.
 *
 * @since 1.0.0
 * @category models
 */
export interface ComponentOption {
  readonly type: "option"
  readonly id: string
  readonly text: string
  readonly disabled?: boolean | undefined
}

/**
 * A component of another type, with the fields of that type: `textarea`, `single-select`, `list`, `image`,
 * `data-table`, `divider` or `spacer`.
 *
 * @since 1.0.0
 * @category models
 */
export interface OtherComponent {
  readonly type: "textarea" | "single-select" | "list" | "image" | "data-table" | "divider" | "spacer"
  readonly id?: string | undefined
  readonly [field: string]: unknown
}

/**
 * A part of a canvas.
 *
 * @since 1.0.0
 * @category models
 */
export type Component =
  | TextComponent
  | ButtonComponent
  | InputComponent
  | DropdownComponent
  | CheckboxComponent
  | OtherComponent

/**
 * The components of a canvas. At most 64 kB.
 *
 * @since 1.0.0
 * @category models
 */
export interface Content {
  readonly components: ReadonlyArray<Component>
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
