/**
 * Contacts: the users and leads of a workspace.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { Conflict, IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import {
  Contact,
  ContactChanges,
  ContactMerge,
  ContactReference,
  type ContactUpsert,
  type NewContact
} from "../models/Contact.js"
import * as Pagination from "../Pagination.js"
import * as SearchQuery from "../SearchQuery.js"

/**
 * @since 1.0.0
 */
export * from "../models/Contact.js"

/**
 * Creates a contact. Fails with `Conflict` where a user with this `external_id` or `email` exists: see `upsert`.
 *
 * `POST /contacts`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (contact: NewContact) => Effect.Effect<Contact, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.create",
  Contact,
  (contact) => Endpoint.post("/contacts", { body: known(contact, "email", "external_id", "role") })
)

/**
 * Retrieves one contact by its Intercom id. Fails with `NotFound` also for a contact that was merged into another.
 *
 * `GET /contacts/{contact_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (contactId: string) => Effect.Effect<Contact, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.find",
  Contact,
  (contactId) => Endpoint.get("/contacts/{contact_id}", { path: { contact_id: contactId } })
)

/**
 * Retrieves one user by your own id. Leads are not found this way: search for their `external_id`.
 *
 * `GET /contacts/find_by_external_id/{external_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findByExternalId: (externalId: string) => Effect.Effect<Contact, IntercomError, IntercomHttp> = Endpoint
  .make(
    "Contacts.findByExternalId",
    Contact,
    (externalId) => Endpoint.get("/contacts/find_by_external_id/{external_id}", { path: { external_id: externalId } })
  )

/**
 * Lists contacts, one page. Intercom's default is 10 a page, its maximum 150. Merged contacts are not listed.
 *
 * `GET /contacts`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: Pagination.ListOptions
) => Effect.Effect<Pagination.Page<Contact>, IntercomError, IntercomHttp> = (options) =>
  Pagination.page(listed, options)

/**
 * Streams the pages of all contacts, each with the cursor of the next: store it, and an export resumes there.
 *
 * `GET /contacts`, 150 a page unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Contact>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(listed, options)

/**
 * Streams all contacts: one request for each page pulled, none before the consumer asks.
 *
 * `GET /contacts`, 150 a page unless `perPage` says otherwise.
 *
 * @example
 * ```ts
 * import { Contacts } from "effect-intercom"
 * import { Effect, Stream } from "effect"
 *
 * export const leads = Contacts.stream({ prefetch: 1 }).pipe(
 *   Stream.filter((contact) => contact.role === "lead"),
 *   Stream.runForEach((contact) => Effect.log(contact.id))
 * )
 * ```
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: Pagination.StreamOptions
) => Stream.Stream<Contact, IntercomError, IntercomHttp> = (options) => Pagination.stream(listed, options)

/**
 * Searches contacts, one page. Intercom's default is 50 a page, its maximum 150. What was written in the last minutes
 * may be missing, and dates are compared by whole days in the workspace's timezone.
 *
 * `POST /contacts/search`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const search: (
  options: ContactSearch & Pagination.ListOptions
) => Effect.Effect<Pagination.Page<Contact>, IntercomError, IntercomHttp> = (options) =>
  Pagination.page(searched(options), options)

/**
 * Streams the pages of a search, each with the cursor of the next.
 *
 * `POST /contacts/search`, 150 a page unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchPages: (
  options: ContactSearch & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Contact>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(searched(options), options)

/**
 * Streams all contacts a search finds.
 *
 * `POST /contacts/search`, 150 a page unless `perPage` says otherwise.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchStream: (
  options: ContactSearch & Pagination.StreamOptions
) => Stream.Stream<Contact, IntercomError, IntercomHttp> = (options) => Pagination.stream(searched(options), options)

/**
 * Changes the fields you name: what is left out stays, `null` clears.
 *
 * `PUT /contacts/{contact_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  contactId: string,
  changes: ContactChanges
) => Effect.Effect<Contact, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.update",
  Contact,
  (contactId, changes) =>
    Endpoint.put("/contacts/{contact_id}", {
      path: { contact_id: contactId },
      body: Endpoint.json(ContactChanges, changes)
    })
)

/**
 * Creates a contact, or updates the one that exists with this `external_id` or `email`.
 *
 * It does not look first, since what was just written is not found for minutes: it creates, and where Intercom answers
 * that the contact exists, it updates the one Intercom names. An archived contact in the way is left alone: that is a
 * `Conflict` with `archived: true` and the id to `unarchive`.
 *
 * `POST /contacts`, then `PUT /contacts/{contact_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const upsert: (contact: ContactUpsert) => Effect.Effect<Contact, IntercomError, IntercomHttp> = (contact) =>
  createUnlessExists(contact).pipe(
    Effect.catchTag("IntercomConflict", (conflict) => updateExisting(conflict, contact)),
    // Deleted or merged between the two: what was in the way is gone.
    Effect.retry({ times: 2, while: (error) => error._tag === "IntercomNotFound" })
  )

/**
 * Merges a lead into a user: the lead's id is gone afterwards, what it had is the user's.
 *
 * `POST /contacts/merge`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const merge: (merge: ContactMerge) => Effect.Effect<Contact, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.merge",
  Contact,
  (merge) => Endpoint.post("/contacts/merge", { body: Endpoint.json(ContactMerge, merge) })
)

/**
 * Archives a contact: it is no longer listed or found, and `unarchive` brings it back.
 *
 * `POST /contacts/{contact_id}/archive`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const archive: (contactId: string) => Effect.Effect<ContactReference, IntercomError, IntercomHttp> = Endpoint
  .make(
    "Contacts.archive",
    ContactReference,
    (contactId) => Endpoint.post("/contacts/{contact_id}/archive", { path: { contact_id: contactId } })
  )

/**
 * Brings an archived contact back.
 *
 * `POST /contacts/{contact_id}/unarchive`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const unarchive: (contactId: string) => Effect.Effect<ContactReference, IntercomError, IntercomHttp> = Endpoint
  .make(
    "Contacts.unarchive",
    ContactReference,
    (contactId) => Endpoint.post("/contacts/{contact_id}/unarchive", { path: { contact_id: contactId } })
  )

/**
 * Blocks a contact. Their conversations are archived with them.
 *
 * `POST /contacts/{contact_id}/block`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const block: (contactId: string) => Effect.Effect<ContactReference, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.block",
  ContactReference,
  (contactId) => Endpoint.post("/contacts/{contact_id}/block", { path: { contact_id: contactId } })
)

const delete_: (contactId: string) => Effect.Effect<ContactReference, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.delete",
  ContactReference,
  (contactId) => Endpoint.del("/contacts/{contact_id}", { path: { contact_id: contactId } })
)

export {
  /**
   * Deletes a contact for good, archived ones too. Sent again after a lost answer, it may fail with `NotFound`.
   *
   * `DELETE /contacts/{contact_id}`
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * What a search for contacts takes.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactSearch extends SearchQuery.Search<ContactField> {}

/**
 * The fields of a contact a search can look at. `andoid_sdk_version` is Intercom's own spelling.
 *
 * @since 1.0.0
 * @category models
 */
export type ContactField =
  | "id"
  | "role"
  | "name"
  | "avatar"
  | "owner_id"
  | "email"
  | "email_domain"
  | "phone"
  | "formatted_phone"
  | "external_id"
  | "created_at"
  | "signed_up_at"
  | "updated_at"
  | "last_seen_at"
  | "last_contacted_at"
  | "last_replied_at"
  | "last_email_opened_at"
  | "last_email_clicked_at"
  | "language_override"
  | "browser"
  | "browser_language"
  | "os"
  | "location.country"
  | "location.region"
  | "location.city"
  | "unsubscribed_from_emails"
  | "marked_email_as_spam"
  | "has_hard_bounced"
  | "ios_last_seen_at"
  | "ios_app_version"
  | "ios_device"
  | "ios_app_device"
  | "ios_os_version"
  | "ios_app_name"
  | "ios_sdk_version"
  | "android_last_seen_at"
  | "android_app_version"
  | "android_device"
  | "android_app_name"
  | "andoid_sdk_version"
  | "android_sdk_version"
  | "segment_id"
  | "tag_id"
  | `custom_attributes.${string}`

const listed: Pagination.Source<Contact> = Pagination.source({
  operation: "Contacts.list",
  item: Contact,
  maxPerPage: 150,
  request: ({ cursor, perPage }) => Endpoint.get("/contacts", { query: { per_page: perPage, starting_after: cursor } })
})

const searched = (search: ContactSearch): Pagination.Source<Contact> =>
  Pagination.source({
    operation: "Contacts.search",
    item: Contact,
    maxPerPage: 150,
    request: (paging) => Endpoint.post("/contacts/search", { body: SearchQuery.body(search, paging), repeatable: true })
  })

// A contact that has at least one of these fields to be known by.
const known = (contact: ContactChanges, ...fields: ReadonlyArray<keyof ContactChanges>): Endpoint.Body => ({
  encode: () =>
    Either.filterOrLeft(
      Endpoint.json(ContactChanges, contact).encode(),
      () => fields.some((field) => contact[field] !== undefined),
      () => ({ path: [], reason: `must have one of ${fields.join(", ")}` })
    )
})

// Repeated, it answers that the contact exists, which is as good; only leads may have the same email twice.
const createUnlessExists: (
  contact: ContactUpsert
) => Effect.Effect<Contact, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.upsert",
  Contact,
  (contact) =>
    Endpoint.post("/contacts", {
      body: known(contact, "email", "external_id"),
      repeatable: contact.external_id !== undefined || contact.role !== "lead"
    })
)

const updateExisting = (
  conflict: Conflict,
  contact: ContactUpsert
): Effect.Effect<Contact, IntercomError, IntercomHttp> => {
  if (conflict.archived) return Effect.fail(conflict)
  if (conflict.existingId !== undefined) return update(conflict.existingId, contact)
  return contact.external_id === undefined ?
    Effect.fail(conflict) :
    Effect.flatMap(findByExternalId(contact.external_id), ({ id }) => update(id, contact))
}
