import type * as Translations from "../kernel/Translations.js"

/** An article in one language. */
export interface ArticleContentRow {
  readonly title: string
  readonly description: string
  /** HTML. */
  readonly body: string
  /** The admin who wrote it. */
  readonly author_id: string
  readonly state: "published" | "draft"
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
}

export interface ArticleRow extends ArticleContentRow {
  readonly id: string
  /** The collection it is in. */
  readonly parent_id: string | null
  readonly parent_type: "collection" | "section" | null
  readonly tagIds: ReadonlyArray<string>
  readonly translations: Translations.Contents<ArticleContentRow>
}

/** A draft that says nothing yet. `now` is Unix time in seconds. */
export const blankArticleContent = (author_id: string, now: number): ArticleContentRow => ({
  title: "",
  description: "",
  body: "",
  author_id,
  state: "draft",
  created_at: now,
  updated_at: now
})
