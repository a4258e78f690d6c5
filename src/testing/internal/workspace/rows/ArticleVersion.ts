/** The content that an article had in one language. */
export interface ArticleVersionRow {
  readonly id: string
  readonly articleId: string
  readonly locale: string
  readonly title: string
  readonly description: string
  /** HTML. */
  readonly body: string
  /** The author, an admin. */
  readonly author_id: string
  /** The admin who made the version. */
  readonly created_by_id: string
  /** The version before it, in the same language. */
  readonly from_version_id: string | null
  /** Unix time in seconds. */
  readonly created_at: number
}
