/**
 * Notes: what admins write down about contacts and companies.
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
  nullishNumber,
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
  /** Whom it is about, unless it is about a company. */
  readonly contact?: Reference | null | undefined
  /** What it is about, unless it is about a contact. */
  readonly company?: Reference | null | undefined
  /** The admin who wrote it. */
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
  created_at: nullishNumber,
  contact: nullish(Reference),
  company: nullish(Reference),
  author: nullish(NoteAuthor),
  body: nullishString
}))

/**
 * The admin who wrote a note. Nobody has no id.
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
 * A note to be written.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewNote {
  /** Text or HTML. */
  readonly body: string
  /** The admin who writes it. */
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
