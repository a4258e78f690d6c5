import type { NewCollectionContent } from "../../../../models/Collection.js"
import type * as Translations from "../kernel/Translations.js"

export interface CollectionRow {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly icon: string
  /** The parent collection. */
  readonly parent_id: string | null
  /** `null` in a parent collection, whose help center applies. */
  readonly help_center_id: string | null
  readonly translations: Translations.Contents<NewCollectionContent>
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
}
