/**
 * Contacts: the users and leads of a workspace.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import { identity } from "effect/Function"
import * as Schema from "effect/Schema"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import { Conflict, type IntercomError, type Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { isEarlier } from "../internal/apiVersion.js"
import { atLeastOne, notText } from "../internal/checks.js"
import {
  Contact,
  ContactChanges,
  type ContactField,
  ContactMerge,
  type ContactOptions,
  ContactReference,
  type ContactUpdate,
  type ContactUpsert,
  type ContactUpsertOptions,
  type NewContact,
  type UpsertedContact
} from "../models/Contact.js"
import * as Pagination from "../Pagination.js"
import * as Partition from "../Partition.js"
import * as SearchQuery from "../SearchQuery.js"

/**
 * @since 1.0.0
 */
export * from "../models/Contact.js"

/**
 * @since 1.0.0
 */
export * from "./ContactRelations.js"

/**
 * Creates a contact.
 *
 * `POST /contacts`. Fails with `Conflict` if a user with this `external_id` or `email` exists: see `upsert`.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const create: (contact: NewContact) => Effect.Effect<Contact, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.create",
  Contact,
  (contact) => Endpoint.post("/contacts", writing(contact, atLeastOne(contact, ["email", "external_id", "role"])))
)

/**
 * Retrieves a contact by its Intercom id.
 *
 * `GET /contacts/{contact_id}`. Fails with `NotFound` if the contact does not exist or was merged into another one. From
 * 2.16 on, the error then has the id of that one as `canonicalId`.
 *
 * @example
 * ```ts
 * import { Contacts } from "effect-intercom"
 * import { Effect } from "effect"
 *
 * export const contact = Contacts.find("63a07ddf05a32042dffac965").pipe(
 *   Effect.catchTag("IntercomNotFound", () => Effect.succeedNone)
 * )
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: {
  (contactId: string, options: ContactOptions): Effect.Effect<Contact, IntercomError, IntercomHttp>
  // On its own, so that a program can pass the function to `Effect.forEach`.
  (contactId: string): Effect.Effect<Contact, IntercomError, IntercomHttp>
} = Endpoint.make(
  "Contacts.find",
  Contact,
  (contactId: string, options?: ContactOptions) =>
    Endpoint.get("/contacts/{contact_id}", { path: { contact_id: contactId }, ...returning(options) })
)

/**
 * Retrieves a user by your own id.
 *
 * `GET /contacts/find_by_external_id/{external_id}`. Leads are not found this way: search for their `external_id`
 * instead.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findByExternalId: {
  (externalId: string, options: ContactOptions): Effect.Effect<Contact, IntercomError, IntercomHttp>
  (externalId: string): Effect.Effect<Contact, IntercomError, IntercomHttp>
} = Endpoint.make(
  "Contacts.findByExternalId",
  Contact,
  (externalId: string, options?: ContactOptions) =>
    Endpoint.get("/contacts/find_by_external_id/{external_id}", {
      path: { external_id: externalId },
      ...returning(options)
    })
)

/**
 * Lists contacts, in pages of 10 by default and 150 at most.
 *
 * `GET /contacts`. Merged contacts are not listed.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const list: (
  options?: ContactOptions & Pagination.ListOptions
) => Pagination.List<Contact> = Pagination.make(
  "Contacts.list",
  { item: Contact, maxPerPage: 150 },
  ({ cursor, perPage, ...options }: ContactOptions & Pagination.ListOptions) =>
    Endpoint.get("/contacts", returning(options, { per_page: perPage, starting_after: cursor }))
)

/**
 * Streams the pages of all contacts.
 *
 * `GET /contacts`, in pages of 150 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pages: (
  options?: ContactOptions & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Contact>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(list(options), options)

/**
 * Streams all contacts.
 *
 * `GET /contacts`, in pages of 150 by default.
 *
 * @example
 * ```ts
 * import { Contacts } from "effect-intercom"
 * import { Effect, Stream } from "effect"
 *
 * export const program = Contacts.stream().pipe(Stream.runForEach((contact) => Effect.log(contact.id)))
 * ```
 *
 * @since 1.0.0
 * @category streams
 */
export const stream: (
  options?: ContactOptions & Pagination.StreamOptions
) => Stream.Stream<Contact, IntercomError, IntercomHttp> = (options) => Pagination.stream(list(options), options)

/**
 * Searches contacts, in pages of 50 by default and 150 at most.
 *
 * `POST /contacts/search`. Changes of the last few minutes may be missing. Dates are compared by whole days in the
 * workspace's timezone.
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
 * Returns how many contacts match a search.
 *
 * `POST /contacts/search`, with one contact in the response. Changes of the last few minutes may be missing.
 *
 * @example
 * ```ts
 * import { Contacts, SearchQuery } from "effect-intercom"
 *
 * export const leads = Contacts.count({ query: SearchQuery.equals("role", "lead") })
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const count: (search: ContactSearch) => Effect.Effect<number, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.count",
  Pagination.TotalCount,
  (search) => searchRequest({ ...search, perPage: 1 })
)

/**
 * Retrieves many contacts by their Intercom ids, with one request for each 150 ids.
 *
 * `POST /contacts/search`. The contacts come in the order of the ids. `missing` has the ids that the search does not
 * find: contacts that do not exist, are archived or merged, or were created in the last few minutes.
 *
 * @example
 * ```ts
 * import { Contacts } from "effect-intercom"
 *
 * export const found = Contacts.findMany(["63a07ddf05a32042dffac965", "63a07ddf05a32042dffac966"])
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findMany: (
  contactIds: ReadonlyArray<string>
) => Effect.Effect<SearchQuery.Found<Contact>, IntercomError, IntercomHttp> = SearchQuery.findMany(search)

/**
 * Streams the pages of a search for contacts.
 *
 * `POST /contacts/search`, in pages of 150 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchPages: (
  options: ContactSearch & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Contact>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(search(options), options)

/**
 * Streams all contacts that match a search.
 *
 * `POST /contacts/search`, in pages of 150 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchStream: (
  options: ContactSearch & Pagination.StreamOptions
) => Stream.Stream<Contact, IntercomError, IntercomHttp> = (options) => Pagination.stream(search(options), options)

/**
 * Streams the pages of `streamPartitioned`, each with a checkpoint. Store it to resume.
 *
 * `POST /contacts/search`, in pages of 150 by default.
 *
 * @since 1.0.0
 * @category streams
 */
export const pagesPartitioned: (
  options?: ContactPartitionOptions
) => Stream.Stream<Partition.Page<Contact>, IntercomError, IntercomHttp> = Partition.pages(
  search,
  // Dates are compared by the day in the workspace's timezone. The longest day since 2008 had 27 hours, in Antarctica.
  97_200
)

/**
 * Streams all contacts, or those that match a query, with several searches at once: see `Partition`.
 *
 * `POST /contacts/search`, in pages of 150 by default. Each contact comes once, in no order.
 *
 * @example
 * ```ts
 * import { Contacts } from "effect-intercom"
 * import { Stream } from "effect"
 *
 * export const program = Contacts.streamPartitioned({ from: 1_767_225_600 }).pipe(Stream.runCount)
 * ```
 *
 * @since 1.0.0
 * @category streams
 */
export const streamPartitioned: (
  options?: ContactPartitionOptions
) => Stream.Stream<Contact, IntercomError, IntercomHttp> = Partition.stream(pagesPartitioned)

/**
 * Lists the contacts with an email address, in pages of 50 by default and 150 at most.
 *
 * `POST /contacts/search`. Several leads may share an address. Contacts of the last few minutes may be missing.
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
  (email, paging) => searchRequest({ query: SearchQuery.equals("email", email), ...paging }, notText("email", email))
)

/**
 * Updates a contact.
 *
 * `PUT /contacts/{contact_id}`. Fields that you leave out stay unchanged. `null` clears a field.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const update: (
  contactId: string,
  changes: ContactUpdate
) => Effect.Effect<Contact, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.update",
  Contact,
  (contactId, { include_merge_history, ...changes }) =>
    Endpoint.put("/contacts/{contact_id}", {
      path: { contact_id: contactId },
      query: { include_merge_history },
      ...writing(changes),
      later: Endpoint.needs("2.16", { include_merge_history, email_verified: changes.email_verified })
    })
)

/**
 * Creates a contact, or updates the one with this `external_id` or `email`.
 *
 * `POST /contacts`. If the contact exists, then `PUT /contacts/{contact_id}`, and before it `GET /contacts/{contact_id}`
 * if the input has both `external_id` and `email`.
 *
 * `outcome` and `matchedBy` tell whether the contact was created or updated, and which field it was found by. If a
 * request is repeated because its response was lost, `outcome` may be `"updated"` for a contact that it has created.
 *
 * Fails with `Conflict` in these cases. `existingId` is the id of the other contact.
 *
 * - The contact is archived: `archived` is `true`. Use `unarchive` to restore it.
 * - The `email` belongs to a contact with another `external_id`: the `field` of the error is `"email"`. Nothing is
 *   changed, unless `takeOver` allows it.
 * - The `email` and the `external_id` belong to two contacts. The error may then be one of `Contacts.update`.
 *
 * @example
 * ```ts
 * import { Contacts } from "effect-intercom"
 * import { Effect } from "effect"
 *
 * export const program = Contacts.upsert({ external_id: "42", email: "ada@example.com", name: "Ada" }).pipe(
 *   Effect.tap(({ id, matchedBy, outcome }) => Effect.log(`${outcome} ${id}, found by ${matchedBy ?? "nothing"}`))
 * )
 * ```
 *
 * @since 1.0.0
 * @category endpoints
 */
export const upsert: {
  (contact: ContactUpsert, options: ContactUpsertOptions): Effect.Effect<UpsertedContact, IntercomError, IntercomHttp>
  // On its own, so that a program can pass the function to `Effect.forEach`.
  (contact: ContactUpsert): Effect.Effect<UpsertedContact, IntercomError, IntercomHttp>
} = (contact: ContactUpsert, options?: ContactUpsertOptions) =>
  createUnlessExists(contact, options).pipe(
    Effect.map((created): UpsertedContact => ({ ...created, outcome: "created", matchedBy: undefined })),
    Effect.catchTag("IntercomConflict", (conflict) =>
      Effect.flatMap(findExisting(conflict, contact, options) ?? Effect.fail(conflict), ({ id, matchedBy }) =>
        Effect.map(
          update(id, contact),
          (updated): UpsertedContact => ({ ...updated, outcome: "updated", matchedBy })
        ))),
    // The existing contact was deleted or merged between the requests, so creating it may succeed now.
    Effect.retry({
      times: 2,
      while: (error) =>
        error._tag === "IntercomNotFound"
    })
  )

/**
 * Merges a lead into a user.
 *
 * `POST /contacts/merge`. The user receives the data of the lead. The lead no longer exists afterwards. From 2.16 on,
 * fails with `InvalidRequest` (`invalid_merge`) if they share neither `email` nor `phone`: see
 * `skip_duplicate_validation`.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const merge: (merge: ContactMerge) => Effect.Effect<Contact, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.merge",
  Contact,
  ({ include_merge_history, ...merge }) =>
    Endpoint.post("/contacts/merge", {
      query: { include_merge_history },
      body: Endpoint.json(ContactMerge, merge),
      later: Endpoint.needs("2.16", {
        include_merge_history,
        skip_duplicate_validation: merge.skip_duplicate_validation
      })
    })
)

/**
 * Archives a contact.
 *
 * `POST /contacts/{contact_id}/archive`. The contact is no longer listed or found until `unarchive` restores it.
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
 * Restores an archived contact.
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
 * Blocks a contact and archives its conversations.
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
   * Deletes a contact permanently, even if it is archived.
   *
   * `DELETE /contacts/{contact_id}`. Fails with `NotFound` if an earlier attempt has deleted it.
   *
   * @since 1.0.0
   * @category endpoints
   */
  delete_ as delete
}

/**
 * Input for searching contacts.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactSearch extends SearchQuery.Search<ContactField>, ContactOptions {}

/**
 * Options for reading contacts with several searches at once.
 *
 * @since 1.0.0
 * @category models
 */
export interface ContactPartitionOptions extends Partition.Options<ContactField> {}

const searchRequest = (options: ContactSearch & Pagination.ListOptions, issue?: Issue): Endpoint.Request =>
  Endpoint.post("/contacts/search", {
    ...returning(options),
    body: SearchQuery.body(options),
    repeatable: true,
    issue
  })

/** The query of an operation that returns contacts. */
const returning = (
  { include_merge_history }: ContactOptions = {},
  query?: Endpoint.Parts["query"]
): Pick<Endpoint.Parts, "query" | "later"> => ({
  query: { ...query, include_merge_history },
  later: Endpoint.needs("2.16", { include_merge_history })
})

/** The body of an operation that writes a contact. */
const writing = (changes: ContactChanges, issue?: Issue): Pick<Endpoint.Parts, "body" | "issue" | "later"> => ({
  body: {
    encode: (version = "2.15") =>
      Endpoint.json(isEarlier(version, "2.16") ? ContactChanges : ContactChangesByText, changes).encode(version)
  },
  issue: issue ?? unverifiable(changes),
  later: Endpoint.needs("2.16", { email_verified: changes.email_verified })
})

// From 2.16 on, `owner_id` is text.
const ContactChangesByText: Schema.Schema<ContactChanges> = Schema.suspend(() =>
  Schema.transform(Schema.typeSchema(ContactChanges), ContactChanges, {
    decode: identity,
    encode: ({ owner_id, ...changes }) => ({
      ...changes,
      owner_id: typeof owner_id === "number" ? `${owner_id}` : owner_id
    })
  })
)

const unverifiable = ({ email, email_verified }: ContactChanges): Issue | undefined =>
  email_verified === undefined || email ? undefined : { path: ["email_verified"], reason: "must come with an email" }

// A retry fails with a conflict, which leads to an update. Only leads with the same email would be created twice.
const createUnlessExists: (
  contact: ContactUpsert,
  options?: ContactUpsertOptions
) => Effect.Effect<Contact, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.upsert",
  Contact,
  (contact, options = {}) =>
    Endpoint.post("/contacts", {
      ...writing(
        contact,
        atLeastOne(contact, ["email", "external_id"]) ?? emptyId(contact) ?? unknownTakeOver(options)
      ),
      handles: (error) => error._tag === "IntercomConflict" && findExisting(error, contact, options) !== undefined,
      repeatable: Boolean(contact.external_id) || contact.role !== "lead"
    })
)

// The contact with the email would lose its `external_id`.
const emptyId = ({ external_id }: ContactUpsert): Issue | undefined =>
  external_id === undefined ? undefined : notText("external_id", external_id)

const unknownTakeOver = ({ takeOver }: ContactUpsertOptions): Issue | undefined =>
  takeOver === undefined || /^(always|never|unclaimed)$/.test(takeOver) ?
    undefined :
    { path: ["takeOver"], reason: "must be always, never or unclaimed" }

interface Match {
  readonly id: string
  readonly matchedBy: UpsertedContact["matchedBy"]
}

/** Finds the contact that exists already. Returns nothing if the conflict does not name one that may be updated. */
const findExisting = (
  conflict: Conflict,
  { email, external_id }: ContactUpsert,
  { takeOver = "unclaimed" }: ContactUpsertOptions = {}
): Effect.Effect<Match, IntercomError, IntercomHttp> | undefined => {
  const { archived, existingId: id } = conflict
  if (archived || !(id ?? external_id)) return undefined
  return Effect.gen(function*() {
    if (id === undefined) return { id: (yield* findByExternalId(external_id ?? "")).id, matchedBy: "external_id" }
    if (!email || !external_id) return { id, matchedBy: email ? "email" : "external_id" }
    const existing = yield* find(id)
    if (existing.external_id === external_id) return { id, matchedBy: "external_id" }
    if (takeOver === "always" || (takeOver === "unclaimed" && !existing.external_id)) return { id, matchedBy: "email" }
    const errors = conflict.errors.map((item) => ({ ...item, field: "email" }))
    return yield* new Conflict({ ...conflict, errors })
  })
}
