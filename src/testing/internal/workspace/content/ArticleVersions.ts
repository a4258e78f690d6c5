/** The history of articles: a version for each change of the content in a language. */
import * as Either from "effect/Either"
import type { JsonObject } from "../kernel/Json.js"
import { byNumber } from "../kernel/Pages.js"
import { invalid, json, notFound, type Refused, type Result } from "../kernel/Result.js"
import { type Contents, defaultLocale } from "../kernel/Translations.js"
import { type Call, get, later, type Operation } from "../Operation.js"
import { type ArticleContentRow, contentsOf, isSameText } from "../rows/Article.js"
import type { ArticleVersionRow } from "../rows/ArticleVersion.js"
import type { Tables } from "../Tables.js"

type VersionTables = Pick<Tables, "admins" | "articles" | "articleVersions">

const ofArticle = (
  { articleVersions }: Pick<Tables, "articleVersions">,
  articleId: string,
  locale: string
): ReadonlyArray<ArticleVersionRow> => articleVersions.allByKey(articleId).filter((row) => row.locale === locale)

/** Records the content of an article in each language in which it differs. `now` is Unix time in seconds. */
export const record = (
  tables: VersionTables,
  articleId: string,
  contents: Contents<ArticleContentRow>,
  before: Contents<ArticleContentRow>,
  now: number
): void => {
  for (const [locale, content] of Object.entries(contents)) {
    if (isSameText(content, before[locale])) continue
    const { author_id, body, description, title } = content
    tables.articleVersions.set({
      id: tables.articleVersions.nextId(),
      articleId,
      locale,
      title,
      description,
      body,
      author_id,
      created_by_id: tables.admins.rows()[0]?.id ?? author_id,
      from_version_id: ofArticle(tables, articleId, locale).at(-1)?.id ?? null,
      created_at: now
    })
  }
}

/** Removes the history of an article. */
export const forget = ({ articleVersions }: Pick<Tables, "articleVersions">, articleId: string): void =>
  articleVersions.allByKey(articleId).forEach(({ id }) => articleVersions.remove(id))

const presentItem = (tables: VersionTables, row: ArticleVersionRow): JsonObject => {
  const { articleId, body: _body, locale, ...fields } = row
  const article = tables.articles.get(articleId)
  const content = article && contentsOf(article)[locale]
  const live = ofArticle(tables, articleId, locale).filter((version) => isSameText(version, content)).at(-1)
  const isLive = content?.state === "published" && live === row
  return {
    type: "article_version",
    ...fields,
    article_id: articleId,
    created_via: "api",
    state: isLive ? "published" : "draft"
  }
}

/** The languages of the workspace: its own, and those that articles are translated into. */
const isKnown = ({ articles }: Pick<Tables, "articles">, locale: string): boolean =>
  locale === defaultLocale || articles.rows().some(({ translations }) => Object.hasOwn(translations, locale))

const unknownLocale = (): Refused => invalid("Unknown locale", "locale")

const limits = { perPage: 25, maxPerPage: 150 }

const list = (call: Call<"article_id">): Result =>
  Either.gen(function*() {
    const { path, query, tables } = call
    const { locale } = query
    const article = yield* tables.articles.find(path("article_id"))
    if (locale !== undefined && !isKnown(tables, locale)) return yield* unknownLocale()
    const rows = tables.articleVersions.allByKey(article.id)
      .filter((row) => locale === undefined || row.locale === locale)
    // Within a second, the one added last comes first.
    const { pages: { next: _next, ...pages }, rows: data, total_count } = yield* byNumber(
      [...rows].reverse(),
      limits,
      call
    )
    return json({ type: "list", data: data.map((row) => presentItem(tables, row)), total_count, pages })
  })

const find = ({ path, query: { locale }, tables }: Call<"article_id" | "id">): Result =>
  Either.gen(function*() {
    const article = yield* tables.articles.find(path("article_id"))
    if (locale !== undefined && !isKnown(tables, locale)) return yield* unknownLocale()
    const row = yield* tables.articleVersions.find(path("id"))
    if (row.articleId !== article.id || (locale !== undefined && row.locale !== locale)) {
      return yield* notFound("Resource")
    }
    return json({
      ...presentItem(tables, row),
      body: row.body,
      // The workspace writes no Markdown.
      body_markdown: null,
      updated_at: row.created_at
    })
  })

export const operations: ReadonlyArray<Operation> = later([
  get("/articles/{article_id}/versions", list),
  get("/articles/{article_id}/versions/{id}", find)
])
