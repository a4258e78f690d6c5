/**
 * Folders of content.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  IntegerIdInput,
  nullish,
  nullishId,
  nullishNumber,
  nullishSeconds,
  nullishString,
  struct
} from "../../internal/fields.js"
import type { Timestamps } from "../../models/Timestamps.js"

/**
 * A folder of content. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Folder extends Timestamps {
  readonly id: string
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  readonly emoji?: string | null | undefined
  /** Missing or `null` for a folder at the root. */
  readonly parent_folder_id?: string | null | undefined
  /** The number of items in the folder. */
  readonly content_count?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Folder: Schema.Schema<Folder> = struct("Folder")(() => ({
  id: Id,
  name: nullishString,
  description: nullishString,
  emoji: nullishString,
  parent_folder_id: nullishId,
  content_count: nullishNumber,
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))

/**
 * Input for creating a folder.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewFolder {
  readonly name: string
  readonly description?: string | null | undefined
  readonly emoji?: string | null | undefined
  /** Default: the root. Digits are sent as an integer. */
  readonly parent_folder_id?: string | number | null | undefined
}

/**
 * The body, in which Intercom expects the fields under `folder`.
 *
 * @since 1.0.0
 * @category schemas
 */
export const NewFolder: Schema.Schema<{ readonly folder: NewFolder }> = struct("NewFolder")(() => ({
  folder: Schema.Struct({ ...optionalFields(), name: Schema.String })
}))

/**
 * Input for changing a folder.
 *
 * @since 1.0.0
 * @category models
 */
export interface FolderChanges extends Omit<NewFolder, "name"> {
  readonly name?: string | undefined
}

/**
 * The body, in which Intercom expects the fields under `folder`.
 *
 * @since 1.0.0
 * @category schemas
 */
export const FolderChanges: Schema.Schema<{ readonly folder: FolderChanges }> = struct("FolderChanges")(() => ({
  folder: Schema.Struct({ ...optionalFields(), name: Schema.optional(Schema.String) })
}))

const optionalFields = () => ({
  description: nullishString,
  emoji: nullishString,
  parent_folder_id: nullish(IntegerIdInput)
})

/**
 * Options for listing folders.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListFoldersOptions {
  /** Only the folders directly in this one. */
  readonly parent_folder_id?: string | undefined
}
