/** How the contacts of the in-memory workspace are searched: times by whole days. */
import { type FieldKind, property, type Searchable } from "../kernel/Search.js"
import type { ContactRow } from "../rows/Contact.js"
import type { Tables } from "../Tables.js"
import * as DataAttributes from "./DataAttributes.js"

export const searchable = (tables: Pick<Tables, "dataAttributes" | "segments">): Searchable<ContactRow> => ({
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

/** What a field of a contact is called in a search, and otherwise. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["avatar", "avatar.image_url"],
  ["andoid_sdk_version", "android_sdk_version"],
  ["ios_app_device", "ios_device"]
])

const kinds: ReadonlyMap<string, FieldKind> = new Map([
  ["id", "text"],
  ["role", "text"],
  ["name", "text"],
  ["avatar", "text"],
  ["owner_id", "number"],
  ["email", "text"],
  ["email_domain", "text"],
  ["phone", "text"],
  ["external_id", "text"],
  ["created_at", "day"],
  ["signed_up_at", "day"],
  ["updated_at", "day"],
  ["last_seen_at", "day"],
  ["last_contacted_at", "day"],
  ["last_replied_at", "day"],
  ["last_email_opened_at", "day"],
  ["last_email_clicked_at", "day"],
  ["language_override", "text"],
  ["browser", "text"],
  ["browser_language", "text"],
  ["os", "text"],
  ["location.country", "text"],
  ["location.region", "text"],
  ["location.city", "text"],
  ["unsubscribed_from_emails", "boolean"],
  ["marked_email_as_spam", "boolean"],
  ["has_hard_bounced", "boolean"],
  ["ios_last_seen_at", "day"],
  ["ios_app_version", "text"],
  ["ios_device", "text"],
  ["ios_app_device", "text"],
  ["ios_os_version", "text"],
  ["ios_app_name", "text"],
  ["ios_sdk_version", "text"],
  ["android_last_seen_at", "day"],
  ["android_app_version", "text"],
  ["android_device", "text"],
  ["android_app_name", "text"],
  ["andoid_sdk_version", "text"],
  ["segment_id", "set"],
  ["tag_id", "tag"]
])
