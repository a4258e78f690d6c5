import type { NewCollectionContent } from "../../../../models/Collection.js"
import type * as Translations from "../kernel/Translations.js"

export interface CollectionRow {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly icon: string
  /** The collection it is in. */
  readonly parent_id: string | null
  /** `null` where it is in a collection: its help center is that one's. */
  readonly help_center_id: string | null
  readonly translations: Translations.Contents<NewCollectionContent>
  /** Unix time in seconds. */
  readonly created_at: number
  /** Unix time in seconds. */
  readonly updated_at: number
}
