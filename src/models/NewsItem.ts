/**
 * News: news items, and the newsfeeds that show them.
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
  nullishSeconds,
  nullishString,
  SecondsInput,
  struct
} from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"

/**
 * A news item.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewsItem extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly workspace_id?: string | null | undefined
  readonly title?: string | null | undefined
  /** HTML. */
  readonly body?: string | null | undefined
  /** Id of the sender, an admin. */
  readonly sender_id?: string | null | undefined
  /** Newsfeeds show only `live` items. */
  readonly state?: "draft" | "live" | (string & {}) | null | undefined
  readonly newsfeed_assignments?: ReadonlyArray<NewsfeedAssignment> | null | undefined
  readonly labels?: ReadonlyArray<string | null> | null | undefined
  readonly cover_image_url?: string | null | undefined
  /** Emoji for reactions, in order. An empty list turns reactions off. */
  readonly reactions?: ReadonlyArray<string | null> | null | undefined
  /** Whether it appears without a badge. */
  readonly deliver_silently?: boolean | null | undefined
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
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))

/**
 * A newsfeed that a news item is published on.
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
  published_at: nullishSeconds
}))

/**
 * A newsfeed: news for one audience. You create and change it in Intercom's user interface.
 *
 * @since 1.0.0
 * @category models
 */
export interface Newsfeed extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  /** Name that admins see. */
  readonly name?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Newsfeed: Schema.Schema<Newsfeed> = struct("Newsfeed")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds
}))

/**
 * Input for creating a news item.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewNewsItem {
  readonly title: string
  /** Id of the sender, an admin. Digits are sent as an integer. */
  readonly sender_id: string | number
  /** HTML. */
  readonly body?: string | undefined
  /** Newsfeeds show only `live` items. */
  readonly state?: "draft" | "live" | undefined
  /** Whether it appears without a badge. */
  readonly deliver_silently?: boolean | undefined
  readonly labels?: ReadonlyArray<string> | undefined
  /** Emoji for reactions, in order. An empty list turns reactions off. */
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
 * Input for changing a news item. Intercom requires its title and its sender again.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewsItemChanges extends NewNewsItem {}

/**
 * Input for publishing a news item on a newsfeed.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewNewsfeedAssignment {
  /** Digits are sent as an integer. */
  readonly newsfeed_id: string | number
  /** Time of publication, not in the future. It has no effect on a draft. Unix time in seconds. */
  readonly published_at?: number | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewNewsfeedAssignment: Schema.Schema<NewNewsfeedAssignment> = struct("NewNewsfeedAssignment")(() => ({
  newsfeed_id: IntegerIdInput,
  published_at: Schema.optional(SecondsInput)
}))
