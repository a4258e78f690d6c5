/**
 * Notifications about content and its audiences.
 *
 * @since 1.0.0
 */
import type * as Schema from "effect/Schema"
import {
  anything,
  Id,
  nullish,
  nullishBoolean,
  nullishId,
  nullishIds,
  nullishRecord,
  nullishString,
  struct
} from "../../internal/fields.js"
import { Reference } from "../Reference.js"
import type { Timestamps } from "../Timestamps.js"
import { type Notified, nullishTime } from "./Notified.js"
import { NotifiedCompany } from "./NotifiedCompany.js"
import { NotifiedContact } from "./NotifiedContact.js"

/**
 * An event of content that was sent to a contact, such as a receipt, a click or an answer.
 *
 * @since 1.0.0
 * @category models
 */
export interface NotifiedContentStat {
  /** Kind of content: `content_stat.email`. */
  readonly type?: string | null | undefined
  readonly created_at?: number | string | null | undefined
  readonly content_stat?: ContentStat | null | undefined
  readonly contact?: NotifiedContact | null | undefined
  /** Set if the content was sent because of a company. */
  readonly company?: NotifiedCompany | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NotifiedContentStat: Schema.Schema<NotifiedContentStat> = struct("NotifiedContentStat")(() => ({
  type: nullishString,
  created_at: nullishTime,
  content_stat: nullish(ContentStat),
  contact: nullish(NotifiedContact),
  company: nullish(NotifiedCompany)
}))

/**
 * The content that was sent, and the kind of the event.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentStat {
  readonly id?: string | null | undefined
  /** `receipt`, `open`, `click`, `completion` and others. */
  readonly stat_type?: string | null | undefined
  /** `email`, `chat`, `series` and others. */
  readonly content_type?: string | null | undefined
  /** Each version of an A/B test has its own id. */
  readonly content_id?: string | null | undefined
  readonly content_title?: string | null | undefined
  readonly receipt_id?: string | null | undefined
  /** Id of the outbound message. */
  readonly ruleset_id?: string | null | undefined
  readonly ruleset_version_id?: string | null | undefined
  readonly series_id?: string | null | undefined
  readonly series_title?: string | null | undefined
  /** Id of its position in the series. */
  readonly node_id?: string | null | undefined
  readonly tags?: Readonly<Record<string, unknown>> | null | undefined
  /** For a survey, one answer. */
  readonly answer?: unknown
  /** For a completed survey, all answers. */
  readonly answers?: unknown
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentStat: Schema.Schema<ContentStat> = struct("ContentStat")(() => ({
  id: nullishId,
  stat_type: nullishString,
  content_type: nullishString,
  content_id: nullishId,
  content_title: nullishString,
  receipt_id: nullishId,
  ruleset_id: nullishId,
  ruleset_version_id: nullishId,
  series_id: nullishId,
  series_title: nullishString,
  node_id: nullishId,
  tags: nullishRecord,
  answer: anything,
  answers: anything
}))

/**
 * A short text that Fin and Copilot use for answers.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentSnippet extends Notified<Timestamps> {
  readonly type?: string | null | undefined
  readonly id: string
  readonly title?: string | null | undefined
  readonly locale?: string | null | undefined
  readonly json_blocks?: unknown
  readonly body_markdown?: string | null | undefined
  readonly audience_ids?: ReadonlyArray<string> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ContentSnippet: Schema.Schema<ContentSnippet> = struct("ContentSnippet")(() => ({
  type: nullishString,
  id: Id,
  title: nullishString,
  locale: nullishString,
  json_blocks: anything,
  body_markdown: nullishString,
  audience_ids: nullishIds,
  created_at: nullishTime,
  updated_at: nullishTime
}))

/**
 * A group of contacts or companies that content is for.
 *
 * @since 1.0.0
 * @category models
 */
export interface Audience extends Notified<Timestamps> {
  readonly type?: string | null | undefined
  readonly id: string
  readonly name?: string | null | undefined
  /** The rules for its members. */
  readonly predicates?: unknown
  readonly role_predicates?: unknown
  /** Only if the audience was deleted. The other fields are then absent. */
  readonly deleted?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Audience: Schema.Schema<Audience> = struct("Audience")(() => ({
  type: nullishString,
  id: Id,
  name: nullishString,
  predicates: anything,
  role_predicates: anything,
  deleted: nullishBoolean,
  created_at: nullishTime,
  updated_at: nullishTime
}))

/**
 * Content that was added to an audience, or removed from it.
 *
 * @since 1.0.0
 * @category models
 */
export interface AudienceMembership {
  /** `audience_membership`. */
  readonly type?: string | null | undefined
  readonly audience_id?: string | null | undefined
  /** The content, such as an article. Members of an audience are content, not contacts. */
  readonly content?: Reference | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const AudienceMembership: Schema.Schema<AudienceMembership> = struct("AudienceMembership")(() => ({
  type: nullishString,
  audience_id: nullishId,
  content: nullish(Reference)
}))
