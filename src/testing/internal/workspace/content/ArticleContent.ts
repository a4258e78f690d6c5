/** The content of an article in one language. */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { nullish, nullishId, nullishString } from "../../../../internal/fields.js"
import * as Html from "../kernel/Html.js"
import { invalid, type Result } from "../kernel/Result.js"
import type { ArticleContentRow } from "../rows/Article.js"
import type { Tables } from "../Tables.js"

/** The writable content of an article in one language. */
export interface Body {
  readonly title?: string | null | undefined
  readonly description?: string | null | undefined
  /** Text or HTML. */
  readonly body?: string | null | undefined
  readonly author_id?: string | null | undefined
  readonly state?: "published" | "draft" | null | undefined
}

export const Body: Schema.Schema<Body> = Schema.suspend(() =>
  Schema.Struct({
    title: nullishString,
    description: nullishString,
    body: nullishString,
    author_id: nullishId,
    state: nullish(Schema.Literal("published", "draft"))
  })
)

/** Applies changes to the content. A missing field stays. `now` is Unix time in seconds. */
export const change = (
  { admins }: Pick<Tables, "admins">,
  row: ArticleContentRow,
  changes: Body,
  now: number
): Result<ArticleContentRow> => {
  const author_id = changes.author_id ?? row.author_id
  return admins.get(author_id) === undefined ?
    invalid("There is no admin of this id", "author_id") :
    Either.right({
      title: changes.title ?? row.title,
      description: changes.description ?? row.description,
      body: typeof changes.body === "string" ? htmlOf(changes.body) : row.body,
      author_id,
      state: changes.state ?? row.state,
      created_at: row.created_at,
      updated_at: now
    })
}

const htmlOf = (body: string): string => body === "" ? "" : Html.fromTextOrHtml(body)
