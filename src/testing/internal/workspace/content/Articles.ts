import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { nullish, nullishId } from "../../../../internal/fields.js"
import type { ArticleSeed } from "../../../Seed.js"
import * as Tags from "../contacts/Tags.js"
import type { JsonObject } from "../kernel/Json.js"
import { byNumber, listAnswer, newestFirst } from "../kernel/Pages.js"
import { invalid, json, refuse, type Result } from "../kernel/Result.js"
import * as Translations from "../kernel/Translations.js"
import { type Call, del, get, type Operation, post, put } from "../Operation.js"
import { type ArticleContentRow, type ArticleRow, blankArticleContent, contentsOf } from "../rows/Article.js"
import type { Tables } from "../Tables.js"
import * as Admins from "../teammates/Admins.js"
import * as ArticleContent from "./ArticleContent.js"
import * as ArticleVersions from "./ArticleVersions.js"
import * as Collections from "./Collections.js"
import * as HelpCenters from "./HelpCenters.js"

/** The help center of an article: that of its collection. */
export const helpCenterIdOf = (tables: Pick<Tables, "collections">, { parent_id }: ArticleRow): string | null =>
  Collections.helpCenterIdOf(tables, parent_id)

/** The article as lists show it. */
export const present = (
  tables: Pick<Tables, "collections" | "helpCenters" | "tags" | "workspaceId">,
  row: ArticleRow
): JsonObject => {
  const { draft: _draft, id, parent_id, parent_type, tagIds, translations, ...content } = row
  const { defaultLocale, mapContents } = Translations
  const presentContent = ({ author_id, ...fields }: ArticleContentRow, locale: string) => ({
    ...fields,
    author_id: Number(author_id),
    url: urlOf(tables, row, fields, locale)
  })
  const contents = { [defaultLocale]: content, ...translations }
  return {
    id,
    type: "article",
    workspace_id: tables.workspaceId,
    parent_id: parent_id === null ? null : Number(parent_id),
    parent_type,
    parent_ids: parent_id === null ? [] : [Number(parent_id)],
    tags: { type: "tag.list", tags: tagIds.flatMap((tagId) => tables.tags.get(tagId) ?? []).map(Tags.present) },
    ...presentContent(content, defaultLocale),
    ...(Object.keys(translations).length === 0 ? {} : {
      default_locale: defaultLocale,
      translated_content: {
        type: "article_translated_content",
        ...mapContents(contents, (one, locale) => {
          // Translated content leaves out a URL that is `null`.
          const { url, ...fields } = presentContent(one, locale)
          return { type: "article_content", ...fields, ...(url === null ? {} : { url }) }
        })
      }
    })
  }
}

/** Drafts have no URL. An article without a collection is in the default help center. */
const urlOf = (
  tables: Pick<Tables, "collections" | "helpCenters">,
  row: ArticleRow,
  { state: published, title }: Pick<ArticleContentRow, "state" | "title">,
  locale: string
): string | null => {
  const helpCenterId = helpCenterIdOf(tables, row) ?? HelpCenters.defaultOf(tables)?.id ?? null
  return published === "draft" ?
    null :
    HelpCenters.pageUrl(tables, { helpCenterId, id: row.id, kind: "articles", locale, title })
}

/** Whether an article has a draft. */
export const draftFields = ({ draft }: ArticleRow): JsonObject => ({
  has_unpublished_changes: draft !== null,
  draft_updated_at: draft?.updated_at ?? null
})

/** The in-memory workspace counts no views. */
const statistics = {
  type: "article_statistics",
  views: 0,
  conversations: 0,
  reactions: 0,
  happy_reaction_percentage: 0,
  neutral_reaction_percentage: 0,
  sad_reaction_percentage: 0
}

/** The article as a version of the API shows it. */
export const presentIn = ({ tables, version }: Pick<Call, "tables" | "version">, row: ArticleRow): JsonObject => ({
  ...present(tables, row),
  ...(version === "2.15" ? {} : draftFields(row)),
  statistics
})

/** Adds an article. `now` is Unix time in seconds. */
export const insertSeed = (
  tables: Pick<Tables, "admins" | "articles" | "articleVersions" | "collections" | "tags">,
  seed: ArticleSeed,
  now: number
): Result<ArticleRow> =>
  Either.gen(function*() {
    const { author, body, collection, created_at = now, description, tags = [], title, translated_content } = seed
    const { id: author_id } = yield* author === undefined ? Admins.ofToken(tables) : tables.admins.findByName(author)
    const parent_id = collection === undefined ? null : (yield* tables.collections.findByName(collection)).id
    const row = yield* add(
      tables,
      { title, description, body, author_id, parent_id, translated_content, state: seed.state ?? "published" },
      created_at,
      seed.id
    )
    return tables.articles.set({
      ...row,
      updated_at: seed.updated_at ?? created_at,
      tagIds: Tags.idsByName(tables, tags)
    })
  })

const ArticleBody = Schema.suspend(() =>
  Schema.extend(
    ArticleContent.Body,
    Schema.Struct({
      parent_id: nullishId,
      parent_type: nullish(Schema.Literal("collection", "section")),
      translated_content: Translations.field(ArticleContent.Body)
    })
  )
)

type ArticleBody = typeof ArticleBody.Type

const add = (
  tables: Pick<Tables, "admins" | "articles" | "articleVersions" | "collections">,
  body: ArticleBody,
  now: number,
  id?: string
): Result<ArticleRow> =>
  Either.gen(function*() {
    const [own] = yield* Translations.split(body.translated_content)
    const title = body.title ?? own?.title ?? ""
    const author_id = body.author_id ?? own?.author_id ?? ""
    if (title.trim() === "") return yield* refuse(400, "parameter_not_found", "title is required", "title")
    if (author_id === "") {
      const reason = "author_id must be in the main body or default locale translated_content object"
      return yield* refuse(400, "parameter_not_found", reason)
    }
    const blank: ArticleRow = {
      ...blankArticleContent(author_id, now),
      id: yield* tables.articles.reserveId(id),
      parent_id: null,
      parent_type: null,
      tagIds: [],
      translations: {},
      draft: null
    }
    const row = tables.articles.set(yield* change(tables, blank, body, now))
    ArticleVersions.record(tables, row.id, contentsOf(row), {}, now)
    return row
  })

const change = (
  tables: Pick<Tables, "admins" | "collections">,
  row: ArticleRow,
  body: ArticleBody,
  now: number
): Result<ArticleRow> =>
  Either.gen(function*() {
    const [own = {}, others] = yield* Translations.split(body.translated_content)
    const { parent_id = row.parent_id } = body
    if (parent_id !== null && tables.collections.get(parent_id) === undefined) {
      return yield* invalid("There is no collection of this id", "parent_id")
    }
    const content = yield* ArticleContent.change(tables, yield* ArticleContent.change(tables, row, own, now), body, now)
    if (content.title.trim() === "") return yield* invalid("title is empty", "title")
    const translations = yield* Either.all(Translations.mapContents(others, (changes, locale) =>
      ArticleContent.change(
        tables,
        row.translations[locale] ?? blankArticleContent(content.author_id, now),
        changes,
        now
      )))
    return {
      ...row,
      ...content,
      parent_id,
      parent_type: parent_id === null ? null : body.parent_type ?? row.parent_type ?? "collection",
      translations: { ...row.translations, ...translations }
    }
  })

const byPath = ({ path, tables }: Call<"article_id">): Result<ArticleRow> => tables.articles.find(path("article_id"))

const limits = { perPage: 25, maxPerPage: 150 }

const list = (call: Call): Result =>
  Either.map(
    byNumber(newestFirst(call.tables.articles.rows(), ({ updated_at }) => updated_at), limits, call),
    listAnswer((row) => present(call.tables, row))
  )

const find = (call: Call<"article_id">): Result => Either.map(byPath(call), (row) => json(presentIn(call, row)))

const create = (call: Call<never, ArticleBody>): Result => {
  const { body, notify, now, tables } = call
  return Either.map(add(tables, body, now), (row) => {
    const item = presentIn(call, row)
    notify("article.created", item)
    if (row.state === "published") notify("article.published", item)
    return json(item)
  })
}

const update = (call: Call<"article_id", ArticleBody>): Result =>
  Either.gen(function*() {
    const { body, notify, now, tables } = call
    const before = yield* byPath(call)
    const row = tables.articles.set(yield* change(tables, before, body, now))
    ArticleVersions.record(tables, row.id, contentsOf(row), contentsOf(before), now)
    const item = presentIn(call, row)
    notify("article.updated", item)
    if (row.state !== before.state) notify(`article.${row.state === "published" ? "published" : "unpublished"}`, item)
    return json(item)
  })

const remove = (call: Call<"article_id">): Result =>
  Either.map(byPath(call), ({ id }) => {
    call.tables.articles.remove(id)
    ArticleVersions.forget(call.tables, id)
    call.notify("article.deleted", { type: "article", id })
    return json({ id, object: "article", deleted: true })
  })

export const operations: ReadonlyArray<Operation> = [
  get("/articles", list),
  post("/articles", ArticleBody, create),
  get("/articles/{article_id}", find),
  put("/articles/{article_id}", ArticleBody, update),
  del("/articles/{article_id}", remove)
]
