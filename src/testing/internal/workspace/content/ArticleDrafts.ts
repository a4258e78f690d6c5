/** The drafts of published articles: changes that readers do not see yet. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { nullish, nullishString } from "../../../../internal/fields.js"
import { type Answer, invalid, json, notFound, refuse, type Refused, type Result } from "../kernel/Result.js"
import { type Contents, defaultLocale, field, mapContents, split } from "../kernel/Translations.js"
import { type Call, get, later, type Operation, post, put } from "../Operation.js"
import {
  type ArticleContentRow,
  type ArticleRow,
  blankArticleContent,
  contentsOf,
  isSameText,
  withContents
} from "../rows/Article.js"
import type { Tables } from "../Tables.js"
import * as ArticleContent from "./ArticleContent.js"
import * as Articles from "./Articles.js"
import * as ArticleVersions from "./ArticleVersions.js"

// The author and the state of an article are not staged.
const DraftContent = Schema.suspend(() =>
  Schema.Struct({ title: nullishString, description: nullishString, body: nullishString })
)

const Draft = Schema.suspend(() =>
  Schema.extend(DraftContent, Schema.Struct({ translated_content: field(DraftContent) }))
)

type Draft = typeof Draft.Type

const byPath = ({ path, tables }: Call<"id">): Result<ArticleRow> => tables.articles.find(path("id"))

/** The article with the content of its draft. */
const presentDraft = (tables: Tables, row: ArticleRow): Answer =>
  json({
    ...Articles.present(tables, withContents(row, row.draft?.contents ?? {})),
    ...Articles.draftFields(row)
  })

const find = (call: Call<"id">): Result =>
  Either.flatMap(
    byPath(call),
    (row) => row.draft === null ? notFound("Resource") : Either.right(presentDraft(call.tables, row))
  )

const unprocessable = (reason: string): Refused => refuse(422, "parameter_invalid", reason)

const stage = (call: Call<"id", Draft>): Result =>
  Either.gen(function*() {
    const { body: { translated_content, ...body }, now, tables } = call
    const row = yield* byPath(call)
    if (row.state !== "published") {
      return yield* unprocessable("Article must be published before a draft can be staged")
    }
    const [own = {}, others] = yield* split(translated_content)
    const live = contentsOf(row)
    const before = { ...live, ...row.draft?.contents }
    const staged = yield* Either.all(
      mapContents(
        { ...others, [defaultLocale]: { ...own, ...body } },
        (changes, locale) =>
          stagedContent(tables, before[locale] ?? blankArticleContent(row.author_id, now), changes, now)
      )
    )
    const contents = Object.entries({ ...row.draft?.contents, ...staged })
      .filter(([locale, content]) => !isSameText(content, live[locale]))
    ArticleVersions.record(tables, row.id, staged, before, now)
    return presentDraft(tables, setDraft(tables, row, contents, now))
  })

const stagedContent = (
  tables: Pick<Tables, "admins">,
  before: ArticleContentRow,
  changes: typeof DraftContent.Type,
  now: number
): Result<ArticleContentRow> =>
  Either.flatMap(
    ArticleContent.change(tables, before, changes, now),
    (content) =>
      content.title.trim() === "" ?
        invalid("title is empty", "title") :
        Either.right({ ...content, state: "published" })
  )

/** An article without staged content has no draft. */
const setDraft = (
  { articles }: Pick<Tables, "articles">,
  row: ArticleRow,
  contents: ReadonlyArray<readonly [locale: string, content: ArticleContentRow]>,
  updated_at: number
): ArticleRow =>
  articles.set({
    ...row,
    draft: contents.length === 0 ? null : { contents: Object.fromEntries(contents), updated_at }
  })

const Publication = Schema.suspend(() =>
  Schema.NullOr(Schema.Struct({ locales: nullish(Schema.Array(Schema.String)) }))
)

type Publication = typeof Publication.Type

const publish = (call: Call<"id", Publication>): Result =>
  Either.gen(function*() {
    const { notify, now, tables } = call
    const row = yield* byPath(call)
    if (row.draft === null) return yield* unprocessable("Article has no draft to publish")
    const { contents, updated_at } = row.draft
    const locales = yield* localesOf(call.body, row, contents)
    const staged = Object.entries(contents)
    const published = staged.filter(([locale]) => locales.includes(locale))
    const rest = staged.filter(([locale]) => !locales.includes(locale))
    const live = { ...withContents(row, Object.fromEntries(published)), updated_at: now }
    const item = Articles.presentIn(call, setDraft(tables, live, rest, updated_at))
    notify("article.updated", item)
    return json(item)
  })

/** The languages to publish. An article in one language needs none. */
const localesOf = (
  body: Publication,
  { translations }: ArticleRow,
  contents: Contents<ArticleContentRow>
): Result<ReadonlyArray<string>> => {
  const staged = Object.keys(contents)
  const isMultilingual = [...staged, ...Object.keys(translations)].some((locale) => locale !== defaultLocale)
  const locales = body?.locales ?? undefined
  if (isMultilingual && locales === undefined) {
    const reason = "locales must be specified to publish a draft on a multilingual workspace"
    return refuse(422, "parameter_not_found", reason)
  }
  const unchanged = locales?.filter((locale) => !staged.includes(locale)) ?? []
  return unchanged.length === 0 ?
    Either.right(locales ?? staged) :
    unprocessable(`Cannot publish a draft for locale(s) without pending changes: ${unchanged.join(", ")}`)
}

export const operations: ReadonlyArray<Operation> = later([
  get("/articles/{id}/draft", find),
  put("/articles/{id}/draft", Draft, stage),
  post("/articles/{id}/draft/publish", Publication, publish)
])
