/**
 * Notes: texts of admins about contacts and companies.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  IdInput,
  nullish,
  nullishBoolean,
  nullishId,
  nullishIds,
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"
import { type Admin, AdminAvatar, TeamPriorityLevel } from "./Admin.js"
import { Reference } from "./Reference.js"

/**
 * @since 1.0.0
 */
export * from "./Reference.js"

/**
 * A note about a contact or a company. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Note {
  readonly type?: string | null | undefined
  readonly id: string
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Absent from a note about a company. */
  readonly contact?: Reference | null | undefined
  /** Absent from a note about a contact. */
  readonly company?: Reference | null | undefined
  readonly author?: NoteAuthor | null | undefined
  /** HTML. */
  readonly body?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Note: Schema.Schema<Note> = struct("Note")(() => ({
  type: nullishString,
  id: Id,
  created_at: nullishSeconds,
  contact: nullish(Reference),
  company: nullish(Reference),
  author: nullish(NoteAuthor),
  body: nullishString
}))

/**
 * The author of a note, an admin. It has no id if the author is nobody.
 *
 * @since 1.0.0
 * @category models
 */
export interface NoteAuthor extends Omit<Admin, "id" | "email_verified" | "app"> {
  readonly id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NoteAuthor: Schema.Schema<NoteAuthor> = struct("NoteAuthor")(() => ({
  type: nullishString,
  id: nullishId,
  name: nullishString,
  email: nullishString,
  job_title: nullishString,
  away_mode_enabled: nullishBoolean,
  away_mode_reassign: nullishBoolean,
  away_status_reason_id: nullishId,
  has_inbox_seat: nullishBoolean,
  team_ids: nullishIds,
  team_priority_level: nullish(TeamPriorityLevel),
  avatar: nullish(Schema.Union(Schema.String, AdminAvatar))
}))

/**
 * Input for creating a note.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewNote {
  /** Text or HTML. */
  readonly body: string
  /** Id of the author, an admin. */
  readonly admin_id?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewNote: Schema.Schema<NewNote> = struct("NewNote")(() => ({
  body: Schema.String,
  admin_id: Schema.optional(IdInput)
}))
