/**
 * Translations of the content of multilingual help centers.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { nullishString } from "../internal/fields.js"

/**
 * The languages of a help center.
 *
 * @since 1.0.0
 * @category models
 */
export type Language = (typeof languages)[number]

/**
 * An object in several languages. Languages that are missing from this list are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Translations<A> extends Readonly<Partial<Record<Language, A | null | undefined>>> {
  readonly type?: string | null | undefined
}

/**
 * Makes the schema of `Translations` from the schema of the object in one language.
 *
 * @since 1.0.0
 * @category schemas
 */
export const translations = <A, I>(
  content: Schema.Schema<A, I>
): Schema.Schema<Translations<A>, Translations<I>> =>
  Schema.extend(Schema.Struct({ type: nullishString }), inEachLanguage(Schema.NullishOr(content)))

/**
 * Input for the content of an article or a collection in further languages.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewTranslations<A> extends Readonly<Partial<Record<Language, A | undefined>>> {}

/**
 * The schema of content in further languages, made of the schema of the content in one. It refuses any other key.
 *
 * @since 1.0.0
 * @category schemas
 */
export const newTranslations = <A, I>(
  content: Schema.Schema<A, I>
): Schema.Schema<NewTranslations<A>, NewTranslations<I>> => inEachLanguage(Schema.UndefinedOr(content))

// Built by hand, because `partial` and `Record` would make a bundle larger.
const inEachLanguage = <A, I>(
  content: Schema.Schema<A, I>
): Schema.Schema<Readonly<Partial<Record<Language, A>>>, Readonly<Partial<Record<Language, I>>>> =>
  Schema.make(
    new AST.TypeLiteral(languages.map((name) => new AST.PropertySignature(name, content.ast, true, true)), [])
  )

const languages = [
  "ar",
  "bg",
  "bs",
  "ca",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "es",
  "et",
  "fi",
  "fr",
  "he",
  "hr",
  "hu",
  "id",
  "it",
  "ja",
  "ko",
  "lt",
  "lv",
  "mn",
  "nb",
  "nl",
  "pl",
  "pt",
  "pt-BR",
  "ro",
  "ru",
  "sl",
  "sr",
  "sv",
  "tr",
  "vi",
  "zh-CN",
  "zh-TW"
] as const
