/**
 * Content: articles, internal articles, content snippets, external pages and files, from which Fin and Copilot answer.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { countWithin, notSeconds, tooLong } from "../internal/checks.js"
import {
  type ContentAction,
  ContentActionFields,
  type ContentType,
  FoundContent,
  QueuedContentAction
} from "../models/Content.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Content.js"

/**
 * Searches content, in pages of 10 by default and 50 at most.
 *
 * `GET /content/search`. From API 2.16. Without a `query`, the most recent content comes first.
 *
 * @example
 * ```ts
 * import { Content } from "effect-intercom"
 *
 * export const page = Content.search({ query: "refund", content_types: ["article", "snippet"], states: ["published"] })
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const search: (
  options?: ContentSearch & Pagination.ListOptions
) => Pagination.List<FoundContent> = Pagination.make(
  "Content.search",
  { item: FoundContent, maxPerPage: 50 },
  (search) =>
    Endpoint.get("/content/search", {
      since: "2.16",
      query: {
        query: search.query,
        states: search.states?.join(),
        locales: search.locales?.join(),
        tag_ids: search.tag_ids?.join(),
        tag_operator: search.tag_operator,
        any_tag_ids: search.any_tag_ids?.join(),
        folder_ids: search.folder_ids?.join(),
        folder_entity_type: search.folder_ids && "folder",
        content_types: search.content_types?.join(),
        copilot_state: search.copilot_state,
        fin_service_state: search.fin_service_state,
        fin_sales_state: search.fin_sales_state,
        created_by_ids: search.created_by_ids?.join(),
        last_updated_by_ids: search.last_updated_by_ids?.join(),
        created_at_after: search.created_at_after,
        created_at_before: search.created_at_before,
        updated_at_after: search.updated_at_after,
        updated_at_before: search.updated_at_before,
        ...Pagination.pageNumbers(search)
      },
      issue: tooLong("query", search.query, 500) ??
        notSeconds("created_at_after", search.created_at_after) ??
        notSeconds("created_at_before", search.created_at_before) ??
        notSeconds("updated_at_after", search.updated_at_after) ??
        notSeconds("updated_at_before", search.updated_at_before)
    })
)

/**
 * Streams the pages of a search for content.
 *
 * `GET /content/search`, in pages of 50 by default. From API 2.16.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchPages: (
  options?: ContentSearch & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<FoundContent>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(search(options), options)

/**
 * Streams all content that matches a search.
 *
 * `GET /content/search`, in pages of 50 by default. From API 2.16.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchStream: (
  options?: ContentSearch & Pagination.StreamOptions
) => Stream.Stream<FoundContent, IntercomError, IntercomHttp> = (options) => Pagination.stream(search(options), options)

/**
 * Runs an action on up to 1,000 pieces of content.
 *
 * `POST /content/bulk_actions`. From API 2.16. It succeeds as soon as Intercom has accepted the action. Intercom does
 * not tell when it ends or how.
 *
 * @example
 * ```ts
 * import { Content } from "effect-intercom"
 *
 * export const tagged = Content.runBulkAction({
 *   action: "update_tags",
 *   content_ids: [{ type: "article", id: "345" }, { type: "content_snippet", id: "123" }],
 *   tags: { add_tag_ids: ["100"], remove_tag_ids: ["200"] }
 * })
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const runBulkAction: (
  action: ContentAction
) => Effect.Effect<QueuedContentAction, IntercomError, IntercomHttp> = Endpoint.make(
  "Content.runBulkAction",
  QueuedContentAction,
  (action) =>
    Endpoint.post("/content/bulk_actions", {
      since: "2.16",
      body: Endpoint.json(ContentActionFields, action),
      issue: countWithin("content_ids", action.content_ids, 1, 1000) ?? issueOfTypes(action) ?? issueOfFields(action),
      repeatable: true
    })
)

/**
 * Input for searching content. Content matches if it passes every filter.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContentSearch {
  /** Text in the title or the body, 500 characters at most. */
  readonly query?: string | undefined
  readonly states?: ReadonlyArray<"published" | "draft"> | undefined
  readonly locales?: ReadonlyArray<string> | undefined
  readonly tag_ids?: ReadonlyArray<string | number> | undefined
  /** `IN`: with one of `tag_ids`. `NIN`: with none of them. */
  readonly tag_operator?: "IN" | "NIN" | undefined
  /** Same as `tag_ids` with `IN`. */
  readonly any_tag_ids?: ReadonlyArray<string | number> | undefined
  readonly folder_ids?: ReadonlyArray<string | number> | undefined
  /** Replaces the types that are searched by default. */
  readonly content_types?:
    | ReadonlyArray<"article" | "external_content" | "file_source_content" | "internal_article" | "snippet">
    | undefined
  /** Whether Copilot uses it. */
  readonly copilot_state?: "on" | "off" | undefined
  /** Whether Fin uses it for service. */
  readonly fin_service_state?: "on" | "off" | undefined
  /** Whether Fin uses it for sales. */
  readonly fin_sales_state?: "on" | "off" | undefined
  /** Ids of admins. */
  readonly created_by_ids?: ReadonlyArray<string | number> | undefined
  /** Ids of admins. */
  readonly last_updated_by_ids?: ReadonlyArray<string | number> | undefined
  /** At this time or later. Unix time in seconds. */
  readonly created_at_after?: number | undefined
  /** At this time or earlier. Unix time in seconds. */
  readonly created_at_before?: number | undefined
  /** At this time or later. Unix time in seconds. */
  readonly updated_at_after?: number | undefined
  /** At this time or earlier. Unix time in seconds. */
  readonly updated_at_before?: number | undefined
}

// Intercom accepts content of other types and does nothing with it.
const issueOfTypes = ({ action, content_ids: ids }: ContentActionFields): Issue | undefined => {
  const types = typesOf[action] ?? []
  const index = ids.findIndex(({ type }) => types.length > 0 && !types.includes(type))
  return index < 0 ?
    undefined :
    { path: ["content_ids", index, "type"], reason: `must be one of ${types.join(", ")} to ${action}` }
}

const issueOfFields = (fields: ContentActionFields): Issue | undefined => {
  const field = details.find((name) => (fields[name] !== undefined) !== (detailOf[fields.action] === name))
  if (field !== undefined) {
    return { path: [field], reason: fields[field] === undefined ? "is missing" : `is not for ${fields.action}` }
  }
  const { add_tag_ids = [], remove_tag_ids = [] } = fields.tags ?? {}
  const count = new Set([...add_tag_ids, ...remove_tag_ids].map(String)).size
  return fields.tags === undefined || (count >= 1 && count <= 100) ?
    undefined :
    { path: ["tags"], reason: `must be 1 to 100, not ${count}` }
}

const details = ["availability", "audience", "tags"] as const

const detailOf: Readonly<Record<string, (typeof details)[number]>> = {
  set_availability: "availability",
  set_audience: "audience",
  update_tags: "tags"
}

const targeted: ReadonlyArray<ContentType> = [
  "article_content",
  "content_snippet",
  "external_content",
  "file_source_content",
  "internal_article"
]

const typesOf: Readonly<Record<string, ReadonlyArray<ContentType>>> = {
  publish: ["article_content"],
  unpublish: ["article_content"],
  delete: ["article_content", "content_snippet", "file_source_content", "internal_article"],
  set_availability: targeted,
  set_audience: targeted,
  update_tags: ["article", "content_snippet", "external_content", "file_source_content", "internal_article"]
}
