import * as Translations from "../kernel/Translations.js"

/** An article in one language. */
export interface ArticleContentRow {
  readonly title: string
  readonly description: string
  /** HTML. */
  readonly body: string
  /** The author, an admin. */
  readonly author_id: string
  readonly state: "published" | "draft"
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
}

export interface ArticleRow extends ArticleContentRow {
  readonly id: string
  /** The parent collection. */
  readonly parent_id: string | null
  readonly parent_type: "collection" | "section" | null
  readonly tagIds: ReadonlyArray<string>
  readonly translations: Translations.Contents<ArticleContentRow>
  /** The changes that readers do not see yet. Only of a published article. */
  readonly draft: ArticleDraftRow | null
}

export interface ArticleDraftRow {
  /** By language; without those that have no changes. */
  readonly contents: Translations.Contents<ArticleContentRow>
  /** Unix time in seconds. */
  readonly updated_at: number
}

/** The content in all languages. */
export const contentsOf = (row: ArticleRow): Translations.Contents<ArticleContentRow> => ({
  ...row.translations,
  [Translations.defaultLocale]: row
})

/** The article with other content in some languages. */
export const withContents = (row: ArticleRow, contents: Translations.Contents<ArticleContentRow>): ArticleRow => {
  const { [Translations.defaultLocale]: own, ...others } = contents
  return { ...row, ...own, translations: { ...row.translations, ...others } }
}

/** What a version of an article keeps. */
interface ArticleText extends Pick<ArticleContentRow, "author_id" | "body" | "description" | "title"> {}

export const isSameText = (self: ArticleText, that: ArticleText | undefined): boolean =>
  self.title === that?.title && self.description === that.description && self.body === that.body &&
  self.author_id === that.author_id

/** An empty draft. `now` is Unix time in seconds. */
export const blankArticleContent = (author_id: string, now: number): ArticleContentRow => ({
  title: "",
  description: "",
  body: "",
  author_id,
  state: "draft",
  created_at: now,
  updated_at: now
})
