/**
 * What an article of the in-memory workspace says in one language.
 *
 * @since 1.0.0
 */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { nullish, nullishId, nullishString } from "../../internal/fields.js"
import * as Html from "./Html.js"
import { invalid, type Refusal } from "./Refusal.js"
import type { State } from "./State.js"

/**
 * An article in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface Row {
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

/**
 * What can be written of an article in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface Body {
  readonly title?: string | null | undefined
  readonly description?: string | null | undefined
  /** Text or HTML. */
  readonly body?: string | null | undefined
  readonly author_id?: string | null | undefined
  readonly state?: "published" | "draft" | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Body: Schema.Schema<Body> = Schema.suspend(() =>
  Schema.Struct({
    title: nullishString,
    description: nullishString,
    body: nullishString,
    author_id: nullishId,
    state: nullish(Schema.Literal("published", "draft"))
  })
)

/**
 * A draft that says nothing yet. `now` is Unix time in seconds.
 *
 * @since 1.0.0
 * @category constructors
 */
export const blank = (author_id: string, now: number): Row => ({
  title: "",
  description: "",
  body: "",
  author_id,
  state: "draft",
  created_at: now,
  updated_at: now
})

/**
 * The content after a write: what is left out stays. `now` is Unix time in seconds.
 *
 * @since 1.0.0
 * @category combinators
 */
export const change = (
  { admins }: State,
  row: Row,
  changes: Body,
  now: number
): Either.Either<Row, Refusal> => {
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
