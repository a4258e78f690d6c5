import * as Contacts from "effect-intercom/api/Contacts"
import type { Operation } from "../Operation.js"

const contactId = "63a07ddf05a32042dffac965"

export const contacts: ReadonlyArray<Operation> = [
  {
    name: "Contacts.create",
    method: "post",
    path: "/contacts",
    call: Contacts.create({ email: "joebloggs@intercom.io" })
  },
  { name: "Contacts.find", method: "get", path: "/contacts/{contact_id}", call: Contacts.find(contactId) },
  {
    name: "Contacts.findByExternalId",
    method: "get",
    path: "/contacts/find_by_external_id/{external_id}",
    call: Contacts.findByExternalId("ea6bbbac-3a8f-4b0c-a8a5-6c1b0b1e7c9f")
  },
  {
    name: "Contacts.list",
    method: "get",
    path: "/contacts",
    call: Contacts.list({ perPage: 5, cursor: "WzE3MzQ1MzcyNDMwMDAsIjY3NjJmMGFi" })
  },
  {
    name: "Contacts.search",
    method: "post",
    path: "/contacts/search",
    call: Contacts.search({ query: { field: "created_at", operator: ">", value: "1306054154" }, perPage: 5 })
  },
  {
    name: "Contacts.update",
    method: "put",
    path: "/contacts/{contact_id}",
    call: Contacts.update(contactId, { email: "joebloggs@intercom.io", name: "joe bloggs" })
  },
  {
    name: "Contacts.merge",
    method: "post",
    path: "/contacts/merge",
    call: Contacts.merge({ from: "6762f0d51bb69f9f2193bb7f", into: "6762f0d51bb69f9f2193bb80" })
  },
  {
    name: "Contacts.archive",
    method: "post",
    path: "/contacts/{contact_id}/archive",
    call: Contacts.archive(contactId)
  },
  {
    name: "Contacts.unarchive",
    method: "post",
    path: "/contacts/{contact_id}/unarchive",
    call: Contacts.unarchive(contactId)
  },
  { name: "Contacts.block", method: "post", path: "/contacts/{contact_id}/block", call: Contacts.block(contactId) },
  { name: "Contacts.delete", method: "delete", path: "/contacts/{contact_id}", call: Contacts.delete(contactId) },
  {
    name: "Contacts.attachCompany",
    method: "post",
    path: "/contacts/{contact_id}/companies",
    call: Contacts.attachCompany(contactId, { company_id: "6762f09a1bb69f9f2193bb34" })
  },
  {
    name: "Contacts.detachCompany",
    method: "delete",
    path: "/contacts/{contact_id}/companies/{company_id}",
    call: Contacts.detachCompany(contactId, { company_id: "6762f0a01bb69f9f2193bb44" })
  },
  {
    name: "Contacts.listCompanies",
    method: "get",
    path: "/contacts/{contact_id}/companies",
    call: Contacts.listCompanies(contactId, { perPage: 50, cursor: "2" })
  },
  {
    name: "Contacts.attachTag",
    method: "post",
    path: "/contacts/{contact_id}/tags",
    call: Contacts.attachTag(contactId, { tag_id: "81" })
  },
  {
    name: "Contacts.detachTag",
    method: "delete",
    path: "/contacts/{contact_id}/tags/{tag_id}",
    call: Contacts.detachTag(contactId, { tag_id: "7522907" })
  },
  {
    name: "Contacts.listTags",
    method: "get",
    path: "/contacts/{contact_id}/tags",
    call: Contacts.listTags(contactId)
  },
  {
    name: "Contacts.createNote",
    method: "post",
    path: "/contacts/{contact_id}/notes",
    call: Contacts.createNote(contactId, { body: "Hello", admin_id: "991267583" })
  },
  {
    name: "Contacts.listNotes",
    method: "get",
    path: "/contacts/{contact_id}/notes",
    call: Contacts.listNotes(contactId, { perPage: 50, cursor: "2" })
  },
  {
    name: "Contacts.listSegments",
    method: "get",
    path: "/contacts/{contact_id}/segments",
    call: Contacts.listSegments(contactId)
  },
  {
    name: "Contacts.listSubscriptions",
    method: "get",
    path: "/contacts/{contact_id}/subscriptions",
    call: Contacts.listSubscriptions(contactId)
  },
  {
    name: "Contacts.attachSubscription",
    method: "post",
    path: "/contacts/{contact_id}/subscriptions",
    call: Contacts.attachSubscription(contactId, { subscription_id: "106", consent_type: "opt_in" })
  },
  {
    name: "Contacts.detachSubscription",
    method: "delete",
    path: "/contacts/{contact_id}/subscriptions/{subscription_id}",
    call: Contacts.detachSubscription(contactId, { subscription_id: "37846" })
  },
  {
    name: "Contacts.listBanners",
    method: "get",
    path: "/contacts/{id}/banners",
    since: "2.16",
    call: Contacts.listBanners(contactId)
  },
  {
    name: "Contacts.dismissBanner",
    method: "post",
    path: "/contacts/{id}/banners/{view_id}/dismiss",
    since: "2.16",
    call: Contacts.dismissBanner(contactId, { view_id: "645719311" })
  },
  {
    name: "Contacts.listMergeHistory",
    method: "get",
    path: "/contacts/{id}/merge_history",
    since: "2.16",
    call: Contacts.listMergeHistory(contactId, { perPage: 50, cursor: "eyJpZCI6IjYyMzQ1NiJ9", order: "asc" })
  }
]

/** Further functions on operations listed above. */
export const contactVariants: ReadonlyArray<Operation> = [
  {
    name: "Contacts.listByEmail",
    method: "post",
    path: "/contacts/search",
    call: Contacts.listByEmail("joebloggs@intercom.io", { perPage: 5 })
  }
]
