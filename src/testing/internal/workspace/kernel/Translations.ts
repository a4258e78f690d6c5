/**
 * What help centers in the in-memory workspace have in several languages. One that was given a second language is
 * multilingual; the first is English.
 */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { type Nullish, nullish } from "../../../../internal/fields.js"
import { invalid, type Refusal } from "./Refusal.js"

/** The language an object's own fields are in. */
export const defaultLocale = "en"

/** Contents by their languages: `fr`, `pt-BR`. */
export interface Contents<A> {
  readonly [locale: string]: A
}

/** Contents as they are sent: what was read may be sent back, its `type` and its gaps included. */
export interface SentContents<A> extends Contents<A | Label | null | undefined> {}

type Label = "article_translated_content" | "group_translated_content"

/** The field `translated_content` of a body. */
export const field = <A, I>(content: Schema.Schema<A, I>): Nullish<SentContents<A>, SentContents<I>> =>
  nullish(Schema.Record({
    key: Schema.String,
    value: Schema.NullishOr(
      Schema.Union(content, Schema.Literal("article_translated_content", "group_translated_content"))
    )
  }))

/** The contents that were sent, those in the default language apart. */
export const split = <A extends object>(
  sent: SentContents<A> | null | undefined
): Either.Either<readonly [own: A | undefined, others: Contents<A>], Refusal> => {
  const contents = Object.entries(sent ?? {}).flatMap(([locale, content]): ReadonlyArray<readonly [string, A]> =>
    typeof content === "object" && content !== null ? [[locale, content]] : []
  )
  const { [defaultLocale]: own, ...others } = Object.fromEntries<A>(contents)
  const unknown = Object.keys(others).find((locale) => !/^[a-z]{2}(-[A-Z]{2})?$/.test(locale))
  return unknown === undefined ?
    Either.right([own, others]) :
    invalid("A key is no language", "translated_content")
}

/** Contents with what is new in each language. */
export const merge = <A extends object>(contents: Contents<A>, changes: Contents<A>): Contents<A> => ({
  ...contents,
  ...mapContents(changes, (change, locale) => ({ ...contents[locale], ...change }))
})

/** The contents, each made into something else. */
export const mapContents = <A, B>(contents: Contents<A>, f: (content: A, locale: string) => B): Contents<B> =>
  Object.fromEntries(Object.entries(contents).map(([locale, content]) => [locale, f(content, locale)]))
