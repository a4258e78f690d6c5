/**
 * News: items to announce something with, and the feeds they appear on.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  IntegerIdInput,
  nullish,
  nullishBoolean,
  nullishId,
  nullishNumber,
  nullishString,
  struct
} from "../internal/fields.js"

/**
 * A piece of news.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewsItem {
  readonly type?: string | null | undefined
  readonly id: string
  readonly workspace_id?: string | null | undefined
  readonly title?: string | null | undefined
  /** HTML. */
  readonly body?: string | null | undefined
  /** The admin it comes from. */
  readonly sender_id?: string | null | undefined
  /** Only what is `live` can be seen on its newsfeeds. */
  readonly state?: "draft" | "live" | (string & {}) | null | undefined
  readonly newsfeed_assignments?: ReadonlyArray<NewsfeedAssignment> | null | undefined
  readonly labels?: ReadonlyArray<string | null> | null | undefined
  readonly cover_image_url?: string | null | undefined
  /** The emoji readers can choose from, in order; none turns reactions off. */
  readonly reactions?: ReadonlyArray<string | null> | null | undefined
  /** Whether it appears without a badge. */
  readonly deliver_silently?: boolean | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly updated_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewsItem: Schema.Schema<NewsItem> = struct("NewsItem")(() => ({
  type: nullishString,
  id: Id,
  workspace_id: nullishId,
  title: nullishString,
  body: nullishString,
  sender_id: nullishId,
  state: nullishString,
  newsfeed_assignments: nullish(Schema.Array(NewsfeedAssignment)),
  labels: nullish(Schema.Array(Schema.NullOr(Schema.String))),
  cover_image_url: nullishString,
  reactions: nullish(Schema.Array(Schema.NullOr(Schema.String))),
  deliver_silently: nullishBoolean,
  created_at: nullishNumber,
  updated_at: nullishNumber
}))

/**
 * A newsfeed a piece of news is on.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewsfeedAssignment {
  readonly newsfeed_id?: string | null | undefined
  /** Unix time in seconds. */
  readonly published_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewsfeedAssignment: Schema.Schema<NewsfeedAssignment> = struct("NewsfeedAssignment")(() => ({
  newsfeed_id: nullishId,
  published_at: nullishNumber
}))

/**
 * A newsfeed: news for one audience. It is made and changed in Intercom itself.
 *
 * @since 1.0.0
 * @category models
 */
export interface Newsfeed {
  readonly type?: string | null | undefined
  readonly id: string
  /** Its name among the teammates. */
  readonly name?: string | null | undefined
  /** Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly updated_at?: number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Newsfeed: Schema.Schema<Newsfeed> = struct("Newsfeed")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  created_at: nullishNumber,
  updated_at: nullishNumber
}))

/**
 * Input for creating a news item.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewNewsItem {
  readonly title: string
  /** The admin it comes from. Digits are sent as the integer that 2.15 documents. */
  readonly sender_id: string | number
  /** HTML. */
  readonly body?: string | undefined
  /** Only what is `live` can be seen on its newsfeeds. */
  readonly state?: "draft" | "live" | undefined
  /** Whether it appears without a badge. */
  readonly deliver_silently?: boolean | undefined
  readonly labels?: ReadonlyArray<string> | undefined
  /** The emoji readers can choose from, in order; none turns reactions off. */
  readonly reactions?: ReadonlyArray<string | null> | undefined
  readonly newsfeed_assignments?: ReadonlyArray<NewNewsfeedAssignment> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewNewsItem: Schema.Schema<NewNewsItem> = struct("NewNewsItem")(() => ({
  title: Schema.String,
  sender_id: IntegerIdInput,
  body: Schema.optional(Schema.String),
  state: Schema.optional(Schema.Literal("draft", "live")),
  deliver_silently: Schema.optional(Schema.Boolean),
  labels: Schema.optional(Schema.Array(Schema.String)),
  reactions: Schema.optional(Schema.Array(Schema.NullOr(Schema.String))),
  newsfeed_assignments: Schema.optional(Schema.Array(NewNewsfeedAssignment))
}))

/**
 * Input for changing a news item. Intercom wants its title and its sender again.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewsItemChanges extends NewNewsItem {}

/**
 * A newsfeed that a news item is published on.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewNewsfeedAssignment {
  /** Digits are sent as the integer that 2.15 documents. */
  readonly newsfeed_id: string | number
  /** Not in the future, and without effect on a draft. Unix time in seconds. */
  readonly published_at?: number | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewNewsfeedAssignment: Schema.Schema<NewNewsfeedAssignment> = struct("NewNewsfeedAssignment")(() => ({
  newsfeed_id: IntegerIdInput,
  published_at: Schema.optional(Schema.Number)
}))
