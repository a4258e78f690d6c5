/**
 * Translated content of articles and collections. The default language is English; an object with a second language has
 * translated content.
 */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { type Nullish, nullish } from "../../../../internal/fields.js"
import { invalid, type Result } from "./Result.js"

/** The language of an object's own fields. */
export const defaultLocale = "en"

/** Content by language: `fr`, `pt-BR`. */
export interface Contents<A> {
  readonly [locale: string]: A
}

/** Content as requests send it: it may come from a response, with `type` and `null` values. */
export interface SentContents<A> extends Contents<A | Label | null | undefined> {}

type Label = "article_translated_content" | "group_translated_content"

export const field = <A, I>(content: Schema.Schema<A, I>): Nullish<SentContents<A>, SentContents<I>> =>
  nullish(Schema.Record({
    key: Schema.String,
    value: Schema.NullishOr(
      Schema.Union(content, Schema.Literal("article_translated_content", "group_translated_content"))
    )
  }))

/** The content in the default language, and the content in other languages. */
export const split = <A extends object>(
  sent: SentContents<A> | null | undefined
): Result<readonly [own: A | undefined, others: Contents<A>]> => {
  const contents = Object.entries(sent ?? {}).flatMap(([locale, content]): ReadonlyArray<readonly [string, A]> =>
    typeof content === "object" && content !== null ? [[locale, content]] : []
  )
  const { [defaultLocale]: own, ...others } = Object.fromEntries<A>(contents)
  const unknown = Object.keys(others).find((locale) => !/^[a-z]{2}(-[A-Z]{2})?$/.test(locale))
  return unknown === undefined ?
    Either.right([own, others]) :
    invalid("A key is not a language", "translated_content")
}

/** Merges changes into the content of each language. */
export const merge = <A extends object>(contents: Contents<A>, changes: Contents<A>): Contents<A> => ({
  ...contents,
  ...mapContents(changes, (change, locale) => ({ ...contents[locale], ...change }))
})

/** Maps the content of each language. */
export const mapContents = <A, B>(contents: Contents<A>, f: (content: A, locale: string) => B): Contents<B> =>
  Object.fromEntries(Object.entries(contents).map(([locale, content]) => [locale, f(content, locale)]))
