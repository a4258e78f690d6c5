/**
 * Contacts: the users and leads of a workspace.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { Conflict, IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { atLeastOne, nonEmpty } from "../internal/checks.js"
import { Company, CompanyLink } from "../models/Company.js"
import {
  Contact,
  ContactChanges,
  type ContactField,
  ContactMerge,
  ContactReference,
  type ContactUpsert,
  type NewContact
} from "../models/Contact.js"
import { NewNote, Note } from "../models/Note.js"
import { Segment } from "../models/Segment.js"
import { SubscriptionType, SubscriptionTypeConsent, type SubscriptionTypeLink } from "../models/SubscriptionType.js"
import { Tag, TagLink } from "../models/Tag.js"
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
  (contact) =>
    Endpoint.post("/contacts", {
      body: Endpoint.json(ContactChanges, contact),
      issue: atLeastOne(contact, ["email", "external_id", "role"])
    })
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
) => Pagination.List<Contact> = Pagination.make(
  "Contacts.list",
  { item: Contact, maxPerPage: 150 },
  ({ cursor, perPage }) => Endpoint.get("/contacts", { query: { per_page: perPage, starting_after: cursor } })
)

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
  Pagination.pages(list(options), options)

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
) => Stream.Stream<Contact, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

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
) => Pagination.List<Contact> = Pagination.make(
  "Contacts.search",
  { item: Contact, maxPerPage: 150 },
  (options) => searchRequest(options)
)

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
  Pagination.pages(search(options), options)

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
) => Stream.Stream<Contact, IntercomError, IntercomHttp> = (options) => Pagination.stream(search(options), options)

/**
 * Lists the contacts with this email address, one page: leads may share one. Intercom's default is 50 a page, its
 * maximum 150. New contacts may be missing for minutes.
 *
 * `POST /contacts/search`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listByEmail: (
  email: string,
  options?: Pagination.ListOptions
) => Pagination.List<Contact> = Pagination.makeNested(
  "Contacts.listByEmail",
  { item: Contact, maxPerPage: 150 },
  (email, paging) => searchRequest({ query: SearchQuery.equals("email", email), ...paging }, nonEmpty("email", email))
)

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
 * Attaches a company to a contact. Fails with `InvalidRequest` (`contact_company_limit_exceeded`) beyond 1,000.
 *
 * `POST /contacts/{contact_id}/companies`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const attachCompany: (
  contactId: string,
  company: CompanyLink
) => Effect.Effect<Company, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.attachCompany",
  Company,
  (contactId, company) =>
    Endpoint.post("/contacts/{contact_id}/companies", {
      path: { contact_id: contactId },
      body: Endpoint.json(CompanyLink, company),
      repeatable: true
    })
)

/**
 * Detaches a company from a contact. Fails with `NotFound` where it is not attached.
 *
 * `DELETE /contacts/{contact_id}/companies/{company_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const detachCompany: (
  contactId: string,
  company: CompanyLink
) => Effect.Effect<Company, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.detachCompany",
  Company,
  (contactId, { company_id }) =>
    Endpoint.del("/contacts/{contact_id}/companies/{company_id}", { path: { contact_id: contactId, company_id } })
)

/**
 * Lists the companies of a contact, one page. Intercom's default is 50 a page.
 *
 * `GET /contacts/{contact_id}/companies`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listCompanies: (
  contactId: string,
  options?: Pagination.ListOptions
) => Pagination.List<Company> = Pagination.makeNested(
  "Contacts.listCompanies",
  { item: Company, key: "companies", maxPerPage: 150, perPage: 60 },
  (contactId, paging) =>
    Endpoint.get("/contacts/{contact_id}/companies", {
      path: { contact_id: contactId },
      query: Pagination.pageNumbers(paging)
    })
)

/**
 * Puts a tag on a contact.
 *
 * `POST /contacts/{contact_id}/tags`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const attachTag: (
  contactId: string,
  tag: TagLink
) => Effect.Effect<Tag, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.attachTag",
  Tag,
  (contactId, tag) =>
    Endpoint.post("/contacts/{contact_id}/tags", {
      path: { contact_id: contactId },
      body: Endpoint.json(TagLink, tag),
      repeatable: true
    })
)

/**
 * Takes a tag off a contact. Fails with `NotFound` where it is not on it.
 *
 * `DELETE /contacts/{contact_id}/tags/{tag_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const detachTag: (
  contactId: string,
  tag: TagLink
) => Effect.Effect<Tag, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.detachTag",
  Tag,
  (contactId, { tag_id }) =>
    Endpoint.del("/contacts/{contact_id}/tags/{tag_id}", { path: { contact_id: contactId, tag_id } })
)

/**
 * Lists the tags of a contact, and when each was put on it.
 *
 * `GET /contacts/{contact_id}/tags`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listTags: (
  contactId: string
) => Pagination.List<Tag> = Pagination.makeNested(
  "Contacts.listTags",
  { item: Tag, key: "tags" },
  (contactId, paging) =>
    Endpoint.get("/contacts/{contact_id}/tags", {
      path: { contact_id: contactId },
      query: Pagination.pageNumbers(paging)
    })
)

/**
 * Writes a note about a contact.
 *
 * `POST /contacts/{contact_id}/notes`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const createNote: (
  contactId: string,
  note: NewNote
) => Effect.Effect<Note, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.createNote",
  Note,
  (contactId, note) =>
    Endpoint.post("/contacts/{contact_id}/notes", {
      path: { contact_id: contactId },
      body: Endpoint.json(NewNote, note)
    })
)

/**
 * Lists the notes about a contact, one page. Intercom's default is 50 a page.
 *
 * `GET /contacts/{contact_id}/notes`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listNotes: (
  contactId: string,
  options?: Pagination.ListOptions
) => Pagination.List<Note> = Pagination.makeNested(
  "Contacts.listNotes",
  { item: Note, maxPerPage: 150, perPage: 60 },
  (contactId, paging) =>
    Endpoint.get("/contacts/{contact_id}/notes", {
      path: { contact_id: contactId },
      query: Pagination.pageNumbers(paging)
    })
)

/**
 * Lists the segments a contact is in.
 *
 * `GET /contacts/{contact_id}/segments`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listSegments: (
  contactId: string
) => Pagination.List<Segment> = Pagination.makeNested(
  "Contacts.listSegments",
  { item: Segment, key: "segments" },
  (contactId, paging) =>
    Endpoint.get("/contacts/{contact_id}/segments", {
      path: { contact_id: contactId },
      query: Pagination.pageNumbers(paging)
    })
)

/**
 * Lists what a contact has opted in to or out of; a subscription they never chose about is not listed.
 *
 * `GET /contacts/{contact_id}/subscriptions`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listSubscriptions: (
  contactId: string
) => Pagination.List<SubscriptionType> = Pagination.makeNested(
  "Contacts.listSubscriptions",
  { item: SubscriptionType },
  (contactId, paging) =>
    Endpoint.get("/contacts/{contact_id}/subscriptions", {
      path: { contact_id: contactId },
      query: Pagination.pageNumbers(paging)
    })
)

/**
 * Opts a contact in to a subscription, or out of it.
 *
 * `POST /contacts/{contact_id}/subscriptions`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const attachSubscription: (
  contactId: string,
  consent: SubscriptionTypeConsent
) => Effect.Effect<SubscriptionType, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.attachSubscription",
  SubscriptionType,
  (contactId, consent) =>
    Endpoint.post("/contacts/{contact_id}/subscriptions", {
      path: { contact_id: contactId },
      body: Endpoint.json(SubscriptionTypeConsent, consent),
      repeatable: true
    })
)

/**
 * Takes back what a contact has chosen about a subscription.
 *
 * `DELETE /contacts/{contact_id}/subscriptions/{subscription_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const detachSubscription: (
  contactId: string,
  subscriptionType: SubscriptionTypeLink
) => Effect.Effect<SubscriptionType, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.detachSubscription",
  SubscriptionType,
  (contactId, { subscription_id }) =>
    Endpoint.del("/contacts/{contact_id}/subscriptions/{subscription_id}", {
      path: { contact_id: contactId, subscription_id }
    })
)

/**
 * What a search for contacts takes.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactSearch extends SearchQuery.Search<ContactField> {}

const searchRequest = (options: ContactSearch & Pagination.ListOptions, issue?: Issue): Endpoint.Request =>
  Endpoint.post("/contacts/search", { body: SearchQuery.body(options), repeatable: true, issue })

// Repeated, it answers that the contact exists, which is as good; only leads may have the same email twice.
const createUnlessExists: (
  contact: ContactUpsert
) => Effect.Effect<Contact, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.upsert",
  Contact,
  (contact) =>
    Endpoint.post("/contacts", {
      body: Endpoint.json(ContactChanges, contact),
      issue: atLeastOne(contact, ["email", "external_id"]),
      repeatable: Boolean(contact.external_id) || contact.role !== "lead"
    })
)

const updateExisting = (
  conflict: Conflict,
  contact: ContactUpsert
): Effect.Effect<Contact, IntercomError, IntercomHttp> => {
  if (conflict.archived) return Effect.fail(conflict)
  if (conflict.existingId !== undefined) return update(conflict.existingId, contact)
  return contact.external_id ?
    Effect.flatMap(findByExternalId(contact.external_id), ({ id }) => update(id, contact)) :
    Effect.fail(conflict)
}
