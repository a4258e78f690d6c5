/**
 * Tags: labels on contacts, companies, conversations and tickets.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { Id, IdInput, nullish, nullishNumber, nullishString } from "../internal/fields.js"
import { Reference } from "./Reference.js"

/**
 * @since 1.0.0
 */
export * from "./Reference.js"

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

/**
 * A tag to be written: a new one, or with an `id` another name for an existing one.
 *
 * @since 1.0.0
 * @category models
 */
export interface TagUpsert {
  readonly id?: string | undefined
  /** Compared without regard to case: a name that exists is that tag. */
  readonly name: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TagUpsert: Schema.Schema<TagUpsert> = Schema.suspend(() =>
  Schema.Struct({ id: Schema.optional(IdInput), name: IdInput })
).annotations({ identifier: "effect-intercom/TagUpsert" })

/**
 * A tag to be put on a contact or taken off.
 *
 * @since 1.0.0
 * @category models
 */
export interface TagLink {
  readonly id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TagLink: Schema.Schema<TagLink> = Schema.suspend(() => Schema.Struct({ id: IdInput })).annotations({
  identifier: "effect-intercom/TagLink"
})

/**
 * A tag to be put on a conversation or a ticket or taken off, and the admin who does it.
 *
 * @since 1.0.0
 * @category models
 */
export interface AdminTagLink {
  readonly id: string
  readonly admin_id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AdminTagLink: Schema.Schema<AdminTagLink> = Schema.suspend(() =>
  Schema.Struct({ id: IdInput, admin_id: IdInput })
).annotations({ identifier: "effect-intercom/AdminTagLink" })

/**
 * A tag, by its name, for many contacts.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactTagging {
  /** The tag is made if there is none of this name. */
  readonly name: string
  /** Users and leads, by Intercom's ids. */
  readonly users: ReadonlyArray<TagLink>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactTagging: Schema.Schema<ContactTagging> = Schema.suspend(() =>
  Schema.Struct({ name: IdInput, users: Schema.Array(TagLink) })
).annotations({ identifier: "effect-intercom/ContactTagging" })

/**
 * A tag, by its name, for many companies.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyTagging {
  /** The tag is made if there is none of this name. */
  readonly name: string
  readonly companies: ReadonlyArray<TaggedCompany>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyTagging: Schema.Schema<CompanyTagging> = Schema.suspend(() =>
  Schema.Struct({ name: IdInput, companies: Schema.Array(TaggedCompany) })
).annotations({ identifier: "effect-intercom/CompanyTagging" })

/**
 * A company to be tagged: either Intercom's id or your own.
 *
 * @since 1.0.0
 * @category models
 */
export interface TaggedCompany {
  readonly id?: string | undefined
  /** Your own id of the company. */
  readonly company_id?: string | undefined
  /** Takes the tag off instead. */
  readonly untag?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TaggedCompany: Schema.Schema<TaggedCompany> = Schema.suspend(() =>
  Schema.Struct({
    id: Schema.optional(IdInput),
    company_id: Schema.optional(IdInput),
    untag: Schema.optional(Schema.Boolean)
  })
).annotations({ identifier: "effect-intercom/TaggedCompany" })
