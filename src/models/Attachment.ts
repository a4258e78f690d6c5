/**
 * Files that come with a message.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { nullishNumber, nullishString, struct } from "../internal/fields.js"

/**
 * A file that was sent.
 *
 * @since 1.0.0
 * @category models
 */
export interface Attachment {
  readonly type?: string | null | undefined
  readonly name?: string | null | undefined
  /** Where it is; the link expires. */
  readonly url?: string | null | undefined
  readonly content_type?: string | null | undefined
  /** Bytes. */
  readonly filesize?: number | null | undefined
  /** Pixels; only of images. */
  readonly width?: number | null | undefined
  /** Pixels; only of images. */
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
 * A file to be sent.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewAttachment {
  readonly name: string
  readonly content_type: string
  /** The bytes, in base64. */
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
