/** Search for contacts. Times are compared by whole days. */
import { type FieldKind, fieldKinds, property, type Searchable } from "../kernel/Search.js"
import type { ContactRow } from "../rows/Contact.js"
import type { Tables } from "../Tables.js"
import * as DataAttributes from "./DataAttributes.js"

export const searchable = (tables: Pick<Tables, "dataAttributes" | "dayOf" | "segments">): Searchable<ContactRow> => ({
  dayOf: tables.dayOf,
  kindOf: (field) =>
    field.startsWith(custom) ?
      DataAttributes.kindOf(tables, "contact", field.slice(custom.length)) :
      kinds.get(field),
  read: (row, field) => {
    switch (field) {
      case "tag_id":
        return row.tagIds
      case "segment_id":
        return tables.segments.allByKey(row.id).map(({ id }) => id)
      default:
        return property(row.fields, otherNames.get(field) ?? field)
    }
  }
})

const custom = "custom_attributes."

/** Fields whose name in a search differs from their name in a contact. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["avatar", "avatar.image_url"],
  ["andoid_sdk_version", "android_sdk_version"],
  ["ios_app_device", "ios_device"]
])

const kinds: ReadonlyMap<string, FieldKind> = fieldKinds({
  text: `
    id role name avatar email email_domain phone external_id language_override browser browser_language os
    location.country location.region location.city ios_app_version ios_device ios_app_device ios_os_version
    ios_app_name ios_sdk_version android_app_version android_device android_app_name andoid_sdk_version
  `,
  number: "owner_id",
  day: `
    created_at signed_up_at updated_at last_seen_at last_contacted_at last_replied_at last_email_opened_at
    last_email_clicked_at ios_last_seen_at android_last_seen_at
  `,
  boolean: "unsubscribed_from_emails marked_email_as_spam has_hard_bounced",
  set: "segment_id",
  tag: "tag_id"
})
