/**
 * What belongs to a contact: its companies, tags, notes, segments and subscriptions, the banners that it sees and the
 * contacts that were merged into it. `Contacts` exports all of it.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { Banner, BannerDismissal, type BannerView } from "../models/Banner.js"
import { Company, CompanyLink } from "../models/Company.js"
import { MergeHistoryItem } from "../models/Contact.js"
import { NewNote, Note } from "../models/Note.js"
import { Segment } from "../models/Segment.js"
import { SubscriptionType, SubscriptionTypeConsent, type SubscriptionTypeLink } from "../models/SubscriptionType.js"
import { Tag, TagLink } from "../models/Tag.js"
import * as Pagination from "../Pagination.js"

/**
 * @since 1.0.0
 */
export * from "../models/Banner.js"

/**
 * Adds a contact to a company.
 *
 * `POST /contacts/{contact_id}/companies`. Fails with `NotFound` if the company does not exist, and with
 * `InvalidRequest` (`contact_company_limit_exceeded`) if the contact has 1,000 companies.
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
 * Removes a contact from a company.
 *
 * `DELETE /contacts/{contact_id}/companies/{company_id}`. Fails with `NotFound` if the contact is not in the company.
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
 * Lists the companies of a contact, in pages of 50 by default.
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
 * Adds a tag to a contact.
 *
 * `POST /contacts/{contact_id}/tags`. Fails with `NotFound` if the contact or the tag does not exist.
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
 * Removes a tag from a contact.
 *
 * `DELETE /contacts/{contact_id}/tags/{tag_id}`. Fails with `NotFound` if the contact does not have the tag.
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
 * Lists the tags of a contact, each with the time when it was added.
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
 * Adds a note to a contact.
 *
 * `POST /contacts/{contact_id}/notes`. Fails with `NotFound` if the contact or the admin does not exist.
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
 * Lists the notes of a contact, in pages of 50 by default.
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
 * Lists the segments of a contact.
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
 * Lists the subscription types that a contact has opted in to or out of.
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
 * Opts a contact in to a subscription type, or out of it.
 *
 * `POST /contacts/{contact_id}/subscriptions`. Fails with `NotFound` if the contact or the subscription type does not
 * exist.
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
 * Removes the choice of a contact about a subscription type.
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
 * Lists the banners that a contact matches, to show them outside the Messenger.
 *
 * `GET /contacts/{id}/banners`. From API 2.16. Intercom counts each of these banners as shown, so call it when you show
 * them. Therefore the call is not retried after a 5xx or a timeout.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listBanners: (contactId: string) => Pagination.List<Banner> = Pagination.makeNested(
  "Contacts.listBanners",
  { item: Banner },
  (contactId, paging) =>
    Endpoint.get("/contacts/{id}/banners", {
      since: "2.16",
      path: { id: contactId },
      query: Pagination.pageNumbers(paging),
      repeatable: false
    })
)

/**
 * Records that a contact has dismissed a banner, which the Messenger then no longer shows either.
 *
 * `POST /contacts/{id}/banners/{view_id}/dismiss`. From API 2.16.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const dismissBanner: (
  contactId: string,
  view: BannerView
) => Effect.Effect<BannerDismissal, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.dismissBanner",
  BannerDismissal,
  (contactId, { view_id }) =>
    Endpoint.post("/contacts/{id}/banners/{view_id}/dismiss", {
      since: "2.16",
      path: { id: contactId, view_id },
      repeatable: true
    })
)

/**
 * Lists the contacts that were merged into a user, in pages of 50 by default and 150 at most.
 *
 * `GET /contacts/{id}/merge_history`. From API 2.16. Fails with `NotFound` if the contact does not exist or is a lead.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listMergeHistory: (
  contactId: string,
  options?: ListMergeHistoryOptions & Pagination.ListOptions
) => Pagination.List<MergeHistoryItem> = Pagination.makeNested(
  "Contacts.listMergeHistory",
  { item: MergeHistoryItem, maxPerPage: 150, next: Pagination.nextToken },
  (contactId, { cursor, order, perPage }: ListMergeHistoryOptions & Pagination.ListOptions) =>
    Endpoint.get("/contacts/{id}/merge_history", {
      since: "2.16",
      path: { id: contactId },
      query: { cursor, per_page: perPage, order }
    })
)

/**
 * Options for listing the contacts that were merged into a user.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListMergeHistoryOptions {
  /** Order by the time of the merge. Default: `desc`, the latest first. */
  readonly order?: "asc" | "desc" | undefined
}
