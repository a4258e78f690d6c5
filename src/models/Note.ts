/**
 * Notes: what admins write down about contacts and companies.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, IdInput, nullish, nullishNumber, nullishString } from "../internal/fields.js"
import { Author } from "./Author.js"
import { Reference } from "./Reference.js"

/**
 * A note about a contact or a company. Keys Intercom sends beyond these stay on the value.
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
  readonly author?: Author | null | undefined
  /** HTML. */
  readonly body?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Note: Schema.Schema<Note> = Schema.suspend(() =>
  Schema.Struct({
    type: nullishString,
    id: Id,
    created_at: nullishNumber,
    contact: nullish(Reference),
    company: nullish(Reference),
    author: nullish(Author),
    body: nullishString
  })
).annotations({ identifier: "effect-intercom/Note" })

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
export const NewNote: Schema.Schema<NewNote> = Schema.suspend(() =>
  Schema.Struct({ body: Schema.String, admin_id: Schema.optional(IdInput) })
).annotations({ identifier: "effect-intercom/NewNote" })
