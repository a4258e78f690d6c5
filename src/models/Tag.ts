/**
 * Tags: labels on contacts, companies, conversations and tickets.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, nullish, nullishNumber, nullishString } from "../internal/fields.js"
import { Reference } from "./Reference.js"

/**
 * A tag. Keys Intercom sends beyond these stay on the value.
 *
 * @since 1.0.0
 * @category models
 */
export interface Tag {
  readonly type?: string | null | undefined
  readonly id: string
  readonly name?: string | null | undefined
  /** When it was put on what it is read from; absent where it is read alone. Unix time in seconds. */
  readonly applied_at?: number | null | undefined
  /** The admin who put it there. */
  readonly applied_by?: Reference | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Tag: Schema.Schema<Tag> = Schema.suspend(() =>
  Schema.Struct({
    type: nullishString,
    id: Id,
    name: nullishString,
    applied_at: nullishNumber,
    applied_by: nullish(Reference)
  })
).annotations({ identifier: "effect-intercom/Tag" })

/**
 * The tags inside an object.
 *
 * @since 1.0.0
 * @category models
 */
export interface TagList {
  readonly type?: string | null | undefined
  readonly tags?: ReadonlyArray<Tag> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TagList: Schema.Schema<TagList> = Schema.suspend(() =>
  Schema.Struct({ type: nullishString, tags: nullish(Schema.Array(Tag)) })
).annotations({ identifier: "effect-intercom/TagList" })
