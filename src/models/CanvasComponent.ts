/**
 * The components of a canvas and their actions: types only, of which nothing is in a bundle.
 *
 * They follow the reference of Canvas Kit on Intercom's developer site, version 2.15, and its official client.
 *
 * @since 1.0.0
 */
import type * as Brand from "effect/Brand"

/**
 * A component that this library knows. `type` tells its fields.
 *
 * @since 1.0.0
 * @category models
 */
export type Component =
  | TextComponent
  | ImageComponent
  | DataTableComponent
  | DividerComponent
  | SpacerComponent
  | ButtonComponent
  | InputComponent
  | TextareaComponent
  | SingleSelectComponent
  | DropdownComponent
  | CheckboxComponent
  | ListComponent

/**
 * A text. Bold text and links are written in Markdown.
 *
 * @since 1.0.0
 * @category models
 */
export interface TextComponent extends Presented {
  readonly type: "text"
  readonly text: string
  /** Default: `left`. */
  readonly align?: "left" | "center" | "right" | undefined
  /** Default: `paragraph`. */
  readonly style?: "header" | "paragraph" | "muted" | "error" | undefined
}

/**
 * An image.
 *
 * @since 1.0.0
 * @category models
 */
export interface ImageComponent extends Presented {
  readonly type: "image"
  /** Must be HTTPS. */
  readonly url: string
  /** In pixels, an integer. */
  readonly width: number
  /** In pixels, an integer. */
  readonly height: number
  /** Default: `left`. */
  readonly align?: "left" | "center" | "right" | "full_width" | undefined
  /** Default: `false`. */
  readonly rounded?: boolean | undefined
  readonly action?: UrlAction | undefined
}

/**
 * A table of fields and their values. The inbox truncates long texts, the Messenger wraps them.
 *
 * @since 1.0.0
 * @category models
 */
export interface DataTableComponent {
  readonly type: "data-table"
  readonly items: ReadonlyArray<FieldValue>
}

/**
 * A row of a data table.
 *
 * @since 1.0.0
 * @category models
 */
export interface FieldValue {
  readonly type: "field-value"
  readonly field: string
  readonly value: string
}

/**
 * A line.
 *
 * @since 1.0.0
 * @category models
 */
export interface DividerComponent extends Presented {
  readonly type: "divider"
}

/**
 * Empty space.
 *
 * @since 1.0.0
 * @category models
 */
export interface SpacerComponent {
  readonly type: "spacer"
  readonly id?: string | undefined
  /** Default: `s`. */
  readonly size?: "xs" | "s" | "m" | "l" | "xl" | undefined
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
  /** Default: `primary`. */
  readonly style?: "primary" | "secondary" | "link" | undefined
  readonly disabled?: boolean | undefined
}

/**
 * A field for one line of text. With an `action`, it has a button.
 *
 * @since 1.0.0
 * @category models
 */
export interface InputComponent extends Saved {
  readonly type: "input"
  readonly placeholder?: string | undefined
  readonly value?: string | undefined
  readonly action?: Action | undefined
}

/**
 * A field for several lines of text.
 *
 * @since 1.0.0
 * @category models
 */
export interface TextareaComponent extends Interactive {
  readonly type: "textarea"
  readonly placeholder?: string | undefined
  readonly value?: string | undefined
  /** Shows the field as failed. Default: `false`. */
  readonly error?: boolean | undefined
}

/**
 * A choice of one option. With an `action`, the choice is submitted at once.
 *
 * @since 1.0.0
 * @category models
 */
export interface SingleSelectComponent extends Choice {
  readonly type: "single-select"
  readonly action?: Action | undefined
}

/**
 * A choice of one option from a menu. A button submits it.
 *
 * @since 1.0.0
 * @category models
 */
export interface DropdownComponent extends Choice {
  readonly type: "dropdown"
}

/**
 * A choice of any number of options. Canvas Kit has no `multi-select`. The reference requires no `label`, but Intercom's
 * official client does.
 *
 * @since 1.0.0
 * @category models
 */
export interface CheckboxComponent extends Saved {
  readonly type: "checkbox"
  /** At least one. Intercom's name of this field is singular. */
  readonly option: ReadonlyArray<ComponentOption>
  /** The ids of the selected options. */
  readonly value?: ReadonlyArray<string> | undefined
}

/**
 * An option of a single select, a dropdown or a checkbox.
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
 * A list.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListComponent {
  readonly type: "list"
  readonly items: ReadonlyArray<ListItem>
  readonly disabled?: boolean | undefined
}

/**
 * An item of a list. With an `image`, it needs `image_width` and `image_height`.
 *
 * @since 1.0.0
 * @category models
 */
export type ListItem = Item & (ItemImage | WithoutImage)

/**
 * A component whose fields the compiler does not check: of a type that Intercom has added since, or with a new field or
 * action.
 *
 * @since 1.0.0
 * @category models
 */
export interface OtherComponent {
  readonly type: OtherType
  readonly [field: string]: unknown
}

/**
 * The `type` of an `OtherComponent`. The brand says that you mean it: `Brand.nominal<OtherType>()("carousel")`.
 *
 * @since 1.0.0
 * @category models
 */
export type OtherType = string & Brand.Brand<"OtherType">

/**
 * An action of a component.
 *
 * @since 1.0.0
 * @category models
 */
export type Action = SubmitAction | UrlAction | SheetAction

/**
 * Sends a `SubmitRequest` with the values of all interactive components.
 *
 * @since 1.0.0
 * @category models
 */
export interface SubmitAction {
  readonly type: "submit"
}

/**
 * Opens a URL in a new tab.
 *
 * @since 1.0.0
 * @category models
 */
export interface UrlAction {
  readonly type: "url"
  readonly url: string
}

/**
 * Opens a sheet: your page inside the Messenger, and only there. The Messenger posts an `OpenSheetRequest` to the URL.
 *
 * @since 1.0.0
 * @category models
 */
export interface SheetAction {
  readonly type: "sheet"
  /** Must be HTTPS and must not redirect. */
  readonly url: string
}

interface Presented {
  readonly id?: string | undefined
  /** Leaves out the margin of 10 pixels below. */
  readonly bottom_margin?: "none" | undefined
}

interface Interactive {
  /** The key of its value in `input_values`. */
  readonly id: string
  readonly label?: string | undefined
  readonly disabled?: boolean | undefined
}

interface Saved extends Interactive {
  /** `saved` disables the component. Default: `unsaved`. */
  readonly save_state?: "unsaved" | "saved" | "failed" | undefined
}

interface Choice extends Saved {
  /** From 2 to 10. */
  readonly options: ReadonlyArray<ComponentOption>
  /** The `id` of the selected option. */
  readonly value?: string | undefined
}

interface Item {
  readonly type: "item"
  readonly id: string
  readonly title: string
  readonly subtitle?: string | undefined
  /** Follows the subtitle, after a bullet. */
  readonly tertiary_text?: string | undefined
  readonly rounded_image?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly action?: Action | undefined
}

interface ItemImage {
  /** Must be HTTPS. */
  readonly image: string
  /** In pixels, an integer. */
  readonly image_width: number
  /** In pixels, an integer. */
  readonly image_height: number
}

type WithoutImage = { readonly [field in keyof ItemImage]?: undefined }
