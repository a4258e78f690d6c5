/**
 * Collections: the folders of a help center. A collection contains articles and other collections.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  IdInput,
  IntegerIdInput,
  nullish,
  nullishId,
  nullishNumber,
  nullishSeconds,
  nullishString,
  struct
} from "../internal/fields.js"
import type { Timestamps } from "./Timestamps.js"
import { type NewTranslations, newTranslations, type Translations, translations } from "./Translations.js"

/**
 * @since 1.0.0
 */
export * from "./Translations.js"

/**
 * A collection. In a multilingual help center, its own fields are in the default language.
 *
 * @since 1.0.0
 * @category models
 */
export interface Collection extends Timestamps {
  readonly type?: string | null | undefined
  readonly id: string
  readonly workspace_id?: string | null | undefined
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  readonly url?: string | null | undefined
  /** Name of the icon: `book-bookmark`. */
  readonly icon?: string | null | undefined
  /** Position in the list, from 0. */
  readonly order?: number | null | undefined
  /** Id of the collection that contains it. `null` at the top level. */
  readonly parent_id?: string | null | undefined
  readonly help_center_id?: string | null | undefined
  /** Only in multilingual help centers. */
  readonly default_locale?: string | null | undefined
  /** Only in multilingual help centers. */
  readonly translated_content?: Translations<CollectionContent> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Collection: Schema.Schema<Collection> = struct("Collection")(() => ({
  type: nullishString,
  id: Id,
  workspace_id: nullishId,
  name: nullishString,
  description: nullishString,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  url: nullishString,
  icon: nullishString,
  order: nullishNumber,
  parent_id: nullishId,
  help_center_id: nullishId,
  default_locale: nullishString,
  translated_content: nullish(translations(CollectionContent))
}))

/**
 * A collection in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface CollectionContent extends Pick<Collection, "type" | "name" | "description"> {}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CollectionContent: Schema.Schema<CollectionContent> = struct("CollectionContent")(() => ({
  type: nullishString,
  name: nullishString,
  description: nullishString
}))

/**
 * Input for creating a collection. In a multilingual help center, its own fields are in the default language.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewCollection {
  readonly name: string
  readonly description?: string | undefined
  readonly translated_content?: NewTranslations<NewCollectionContent> | null | undefined
  /** Id of the collection that contains it. Default: the top level. */
  readonly parent_id?: string | null | undefined
  /** Default: the default help center. Digits are sent as an integer. */
  readonly help_center_id?: string | number | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewCollection: Schema.Schema<NewCollection> = struct("NewCollection")(() => ({
  name: Schema.String,
  description: Schema.optional(Schema.String),
  translated_content: nullish(newTranslations(NewCollectionContent)),
  parent_id: nullish(IdInput),
  help_center_id: nullish(IntegerIdInput)
}))

/**
 * Input for changing a collection.
 *
 * @since 1.0.0
 * @category models
 */
export interface CollectionChanges extends Pick<NewCollection, "description" | "translated_content"> {
  readonly name?: string | undefined
  /** Id of the collection that contains it. `null` moves it to the top level. */
  readonly parent_id?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CollectionChanges: Schema.Schema<CollectionChanges> = struct("CollectionChanges")(() => ({
  name: Schema.optional(Schema.String),
  description: Schema.optional(Schema.String),
  translated_content: nullish(newTranslations(NewCollectionContent)),
  parent_id: nullish(IdInput)
}))

/**
 * Input for a collection in one language.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewCollectionContent {
  readonly name?: string | undefined
  readonly description?: string | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewCollectionContent: Schema.Schema<NewCollectionContent> = struct("NewCollectionContent")(() => ({
  name: Schema.optional(Schema.String),
  description: Schema.optional(Schema.String)
}))

/**
 * The collections at the top level, each with the collections inside it.
 *
 * @since 1.0.0
 * @category models
 */
export type CollectionTree = ReadonlyArray<CollectionNode>

/**
 * A collection and the collections inside it.
 *
 * @since 1.0.0
 * @category models
 */
export interface CollectionNode {
  readonly collection: Collection
  readonly children: CollectionTree
}
