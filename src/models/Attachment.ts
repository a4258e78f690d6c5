/**
 * Attachments: the files of a message.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { nullishNumber, nullishString, struct } from "../internal/fields.js"

/**
 * A file that was sent with a message.
 *
 * @since 1.0.0
 * @category models
 */
export interface Attachment {
  readonly type?: string | null | undefined
  readonly name?: string | null | undefined
  /** URL of the file. It expires. */
  readonly url?: string | null | undefined
  readonly content_type?: string | null | undefined
  /** Size in bytes. */
  readonly filesize?: number | null | undefined
  /** In pixels. Only for images. */
  readonly width?: number | null | undefined
  /** In pixels. Only for images. */
  readonly height?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Attachment: Schema.Schema<Attachment> = struct("Attachment")(() => ({
  type: nullishString,
  name: nullishString,
  url: nullishString,
  content_type: nullishString,
  filesize: nullishNumber,
  width: nullishNumber,
  height: nullishNumber
}))

/**
 * Input for attaching a file to a message.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewAttachment {
  readonly name: string
  readonly content_type: string
  /** Content of the file in base64. */
  readonly data: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewAttachment: Schema.Schema<NewAttachment> = struct("NewAttachment")(() => ({
  name: Schema.String,
  content_type: Schema.String,
  data: Schema.String
}))
