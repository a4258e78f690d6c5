/**
 * Tags: labels on contacts, companies, conversations and tickets.
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
  nullishSeconds,
  nullishString,
  sentAsId,
  struct
} from "../internal/fields.js"
import { Reference } from "./Reference.js"

/**
 * @since 1.0.0
 */
export * from "./Reference.js"

/**
 * A tag. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Tag extends EmbeddedTag {
  readonly id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Tag: Schema.Schema<Tag> = struct("Tag")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  applied_at: nullishSeconds,
  applied_by: nullish(Reference)
}))

/**
 * A tag that was created or changed, with the objects that it was added to or removed from.
 *
 * @since 1.0.0
 * @category models
 */
export interface TaggingResult extends Tag {
  /** The contacts that were tagged. Those that do not exist are left out. From 2.16. */
  readonly users?: ReadonlyArray<TaggedObject> | null | undefined
  /** The companies that were tagged or untagged. Those that do not exist are left out. From 2.16. */
  readonly companies?: ReadonlyArray<TaggedObject> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TaggingResult: Schema.Schema<TaggingResult> = struct("TaggingResult")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  applied_at: nullishSeconds,
  applied_by: nullish(Reference),
  users: nullish(Schema.Array(TaggedObject)),
  companies: nullish(Schema.Array(TaggedObject))
}))

/**
 * A contact or a company that a tag was added to or removed from.
 *
 * @since 1.0.0
 * @category models
 */
export interface TaggedObject {
  /** Intercom's id. */
  readonly id: string
  /** `false` if the tag was removed. */
  readonly tagged?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TaggedObject: Schema.Schema<TaggedObject> = struct("TaggedObject")(() => ({
  id: Id,
  tagged: nullishBoolean
}))

/**
 * A tag inside an object.
 *
 * @since 1.0.0
 * @category models
 */
export interface EmbeddedTag {
  readonly type?: string | null | undefined
  readonly id?: string | null | undefined
  readonly name?: string | null | undefined
  /** Time when the tag was added to the object. Absent if you read the tag itself. Unix time in seconds. */
  readonly applied_at?: number | null | undefined
  /** The admin who added the tag to the object. */
  readonly applied_by?: Reference | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const EmbeddedTag: Schema.Schema<EmbeddedTag> = struct("EmbeddedTag")(() => ({
  type: nullishString,
  id: nullishId,
  name: nullishString,
  applied_at: nullishSeconds,
  applied_by: nullish(Reference)
}))

/**
 * The tags inside an object.
 *
 * @since 1.0.0
 * @category models
 */
export interface TagList {
  readonly type?: string | null | undefined
  readonly tags?: ReadonlyArray<EmbeddedTag> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TagList: Schema.Schema<TagList> = struct("TagList")(() => ({
  type: nullishString,
  tags: nullish(Schema.Array(EmbeddedTag))
}))

/**
 * Input for creating a tag. With an `id`, it renames an existing tag.
 *
 * @since 1.0.0
 * @category models
 */
export interface TagUpsert {
  readonly id?: string | undefined
  /** Not case-sensitive. If a tag has this name, Intercom returns that tag. */
  readonly name: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TagUpsert: Schema.Schema<TagUpsert> = struct("TagUpsert")(() => ({
  id: Schema.optional(IdInput),
  name: IdInput
}))

/**
 * Input for adding a tag to a contact, or removing it.
 *
 * @since 1.0.0
 * @category models
 */
export interface TagLink {
  readonly tag_id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TagLink: Schema.Schema<
  TagLink,
  Omit<TagLink, "tag_id"> & { readonly id: string }
> = struct("TagLink")(() => ({ tag_id: sentAsId }))

/**
 * Input for adding a tag to a conversation or a ticket, or removing it.
 *
 * @since 1.0.0
 * @category models
 */
export interface AdminTagLink extends TagLink {
  /** The admin who adds or removes the tag. */
  readonly admin_id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AdminTagLink: Schema.Schema<
  AdminTagLink,
  Omit<AdminTagLink, "tag_id"> & { readonly id: string }
> = struct(
  "AdminTagLink"
)(() => ({ tag_id: sentAsId, admin_id: IdInput }))

/**
 * Input for adding a tag to an article, an internal article or a content snippet.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentTagLink extends TagLink {
  /** The admin who adds the tag. Default: the admin of the access token. */
  readonly admin_id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentTagLink: Schema.Schema<
  ContentTagLink,
  Omit<ContentTagLink, "tag_id"> & { readonly id: string }
> = struct("ContentTagLink")(() => ({ tag_id: sentAsId, admin_id: nullish(IdInput) }))

/**
 * Input for adding a tag to many contacts.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactTagging {
  /** The name of the tag. It is created if it does not exist. */
  readonly name: string
  /** The contacts to tag: users and leads. */
  readonly users: ReadonlyArray<TaggedContact>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContactTagging: Schema.Schema<ContactTagging> = struct("ContactTagging")(() => ({
  name: IdInput,
  users: Schema.Array(TaggedContact)
}))

/**
 * A contact to tag.
 *
 * @since 1.0.0
 * @category models
 */
export interface TaggedContact {
  /** Intercom's id. */
  readonly id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TaggedContact: Schema.Schema<TaggedContact> = struct("TaggedContact")(() => ({ id: IdInput }))

/**
 * Input for adding a tag to many companies, or removing it.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyTagging {
  /** The name of the tag. It is created if it does not exist. */
  readonly name: string
  readonly companies: ReadonlyArray<TaggedCompany>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyTagging: Schema.Schema<
  Omit<CompanyTagging, "companies"> & { readonly companies: ReadonlyArray<TaggedCompanyFields> }
> = struct("CompanyTagging")(() => ({ name: IdInput, companies: Schema.Array(TaggedCompanyFields) }))

/**
 * A company to tag. It needs exactly one of `id` and `company_id`.
 *
 * @since 1.0.0
 * @category models
 */
export type TaggedCompany = TaggedCompanyById | TaggedCompanyByCompanyId

/**
 * A company to tag, identified by Intercom's id.
 *
 * @since 1.0.0
 * @category models
 */
export interface TaggedCompanyById extends TaggedCompanyFields {
  readonly id: string
  readonly company_id?: undefined
}

/**
 * A company to tag, identified by your own id.
 *
 * @since 1.0.0
 * @category models
 */
export interface TaggedCompanyByCompanyId extends TaggedCompanyFields {
  readonly company_id: string
  readonly id?: undefined
}

/**
 * The fields of a company to tag.
 *
 * @since 1.0.0
 * @category models
 */
export interface TaggedCompanyFields {
  /** Intercom's id of the company. */
  readonly id?: string | undefined
  /** Your own id of the company. */
  readonly company_id?: string | undefined
  /** Whether to remove the tag instead. */
  readonly untag?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const TaggedCompanyFields: Schema.Schema<TaggedCompanyFields> = struct("TaggedCompanyFields")(() => ({
  id: Schema.optional(IdInput),
  company_id: Schema.optional(IdInput),
  untag: Schema.optional(Schema.Boolean)
}))
