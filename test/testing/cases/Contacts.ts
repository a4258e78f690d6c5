import { assert } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Conversations from "effect-intercom/api/Conversations"
import * as Events from "effect-intercom/api/Events"
import * as Messages from "effect-intercom/api/Messages"
import * as Tickets from "effect-intercom/api/Tickets"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { get, post, put, refusal, tagOf } from "../calls.js"
import type { Case } from "../ways.js"

const idsOf = <E, R>(stream: Stream.Stream<Contacts.Contact, E, R>) =>
  Effect.map(Stream.runCollect(stream), (contacts) => Chunk.toReadonlyArray(contacts).map(({ id }) => id))

type Query = SearchQuery.SearchQuery<Contacts.ContactField>

const day = (seconds: number | null | undefined) => Math.floor((seconds ?? 0) / 86_400)

const attribute = (contact: Contacts.Contact, name: string) => Number(contact.custom_attributes?.[name])

/** Queries, and which of the contacts each of them is to find. */
const queries = (
  some: Contacts.Contact,
  tag: string
): ReadonlyArray<readonly [Query, (contact: Contacts.Contact) => boolean]> => [
  [SearchQuery.equals("role", "lead"), ({ role }) => role === "lead"],
  [SearchQuery.notEquals("role", "lead"), ({ role }) => role !== "lead"],
  [SearchQuery.equals("external_id", null), ({ external_id }) => external_id === null],
  [
    SearchQuery.oneOf("email_domain", ["example.com", "example.org"]),
    ({ email_domain }) => ["example.com", "example.org"].includes(email_domain ?? "")
  ],
  [SearchQuery.noneOf("email_domain", ["example.com"]), ({ email_domain }) => email_domain !== "example.com"],
  [SearchQuery.contains("phone", "01"), ({ phone }) => phone?.includes("01") ?? false],
  [SearchQuery.notContains("phone", "01"), ({ phone }) => !phone?.includes("01")],
  [SearchQuery.startsWith("name", "björn"), ({ name }) => name?.startsWith("Björn") ?? false],
  [SearchQuery.endsWith("email_domain", ".org"), ({ email_domain }) => email_domain?.endsWith(".org") ?? false],
  [SearchQuery.greaterThan("custom_attributes.company_size", 50), (contact) => attribute(contact, "company_size") > 50],
  [
    SearchQuery.lessThanOrEqualTo("custom_attributes.company_size", 500),
    (contact) => attribute(contact, "company_size") <= 500
  ],
  [
    SearchQuery.greaterThan("created_at", some.created_at ?? 0),
    ({ created_at }) => day(created_at) > day(some.created_at)
  ],
  [
    SearchQuery.lessThan("created_at", some.created_at ?? 0),
    ({ created_at }) => day(created_at) < day(some.created_at)
  ],
  [
    SearchQuery.equals("created_at", some.created_at ?? 0),
    ({ created_at }) => day(created_at) === day(some.created_at)
  ],
  [SearchQuery.equals("tag_id", tag), ({ tags }) => tags?.data?.some(({ id }) => id === tag) ?? false],
  [SearchQuery.notEquals("tag_id", tag), ({ tags }) => !tags?.data?.some(({ id }) => id === tag)],
  [
    SearchQuery.and(
      SearchQuery.equals("role", "user"),
      SearchQuery.or(
        SearchQuery.equals("location.country", "Ireland"),
        SearchQuery.equals("email_domain", "example.org")
      )
    ),
    ({ email_domain, location, role }) =>
      role === "user" && (location?.country === "Ireland" || email_domain === "example.org")
  ]
]

/** A search of the same kind. */
const search = (query: unknown) => Effect.asVoid(post("/contacts/search", { query }))

const filter = { field: "email", operator: "=", value: "x" }

const group = (...value: ReadonlyArray<unknown>) => ({ operator: "AND", value })

const found = (query: Query, sort?: SearchQuery.Sort<Contacts.ContactField>) =>
  Effect.map(Contacts.search({ query, sort }), ({ data }) => data.map(({ id }) => id))

const everybody = SearchQuery.notEquals("id", "")

/** A search for everybody, in an order. */
const sorted = (sort: unknown) => post("/contacts/search", { query: everybody, sort })

/** What is refused, by the class of the error. */
const refused: ReadonlyArray<readonly [Effect.Effect<unknown, { readonly _tag: string }, IntercomHttp>, string]> = [
  [Contacts.find("nobody"), "IntercomNotFound"],
  [Contacts.update("nobody", {}), "IntercomNotFound"],
  [Contacts.findByExternalId("nobody"), "IntercomNotFound"],
  [Contacts.list({ cursor: "no cursor" }), "IntercomInvalidRequest"],
  [search({ field: "nickname", operator: "=", value: "x" }), "IntercomInvalidRequest"],
  [search({ field: "created_at", operator: "!=", value: 1 }), "IntercomInvalidRequest"],
  [search({ field: "created_at", operator: "=", value: "yesterday" }), "IntercomInvalidRequest"],
  [search({ field: "email", operator: "constructor", value: "x" }), "IntercomInvalidRequest"],
  [search({ field: "email", operator: "IN", value: "x" }), "IntercomInvalidRequest"],
  [search({ field: "tag_id", operator: "IN", value: ["1"] }), "IntercomInvalidRequest"],
  // What comes after nothing?
  [search({ field: "created_at", operator: ">", value: null }), "IntercomInvalidRequest"],
  [search({ field: "email", operator: "~", value: null }), "IntercomInvalidRequest"],
  [search({ field: "custom_attributes.plan", operator: ">", value: "team" }), "IntercomInvalidRequest"],
  // They are in a contact, and not among what is searched.
  [search({ field: "workspace_id", operator: "=", value: "x" }), "IntercomInvalidRequest"],
  [search({ field: "utm_source", operator: "=", value: "x" }), "IntercomInvalidRequest"],
  [post("/contacts", { role: "banana" }), "IntercomInvalidRequest"],
  [Contacts.create({ role: "lead", owner_id: "7" }), "IntercomNotFound"],
  [search(group(group(group(filter)))), "IntercomInvalidRequest"],
  [search(group(...Array.from({ length: 16 }, () => filter))), "IntercomInvalidRequest"],
  // Intercom's own mistake, seen in the wild.
  [search({ ...filter, operator: "AND" }), "IntercomServerError"]
]

export const cases: ReadonlyArray<Case> = [
  {
    name: "creates, finds, updates, archives, restores, blocks and deletes a contact",
    test: Effect.gen(function*() {
      const created = yield* Contacts.create({
        email: "ada@example.com",
        external_id: "a/d a?",
        owner_id: "814860",
        avatar: "https://avatars.example/ada.png",
        custom_attributes: { plan: "team", seats: 3 }
      })
      assert.deepInclude(created, { role: "user", email_domain: "example.com", owner_id: "814860", name: null })
      assert.deepStrictEqual(yield* Contacts.find(created.id), created)
      assert.deepStrictEqual(yield* Contacts.findByExternalId("a/d a?"), created)
      const updated = yield* Contacts.update(created.id, { name: "Ada", custom_attributes: { seats: 4 } })
      assert.deepInclude(updated, { name: "Ada", custom_attributes: { plan: "team", seats: 4 } })
      assert.deepInclude(yield* Contacts.update(created.id, { name: null }), { name: null, email: "ada@example.com" })
      assert.deepInclude(yield* Contacts.archive(created.id), { id: created.id, archived: true })
      assert.deepStrictEqual((yield* Contacts.list()).data, [])
      assert.deepInclude(yield* Contacts.unarchive(created.id), { archived: false })
      assert.strictEqual((yield* Contacts.list()).data.length, 1)
      assert.deepInclude(yield* Contacts.block(created.id), { blocked: true })
      assert.deepInclude(yield* Contacts.delete(created.id), { id: created.id, external_id: "a/d a?", deleted: true })
      assert.strictEqual(yield* tagOf(Contacts.find(created.id)), "IntercomNotFound")
    })
  },
  {
    name: "lists all contacts by cursor, 10 a page unless asked for more, none twice and none missing",
    options: { contacts: 500 },
    test: Effect.gen(function*() {
      const first = yield* Contacts.list()
      assert.deepInclude(first, { total_count: 500 })
      assert.lengthOf(first.data, 10)
      const ids = yield* idsOf(Contacts.stream({ perPage: 97, prefetch: 2 }))
      assert.lengthOf(new Set(ids), 500)
      assert.deepStrictEqual(ids, yield* idsOf(Contacts.stream()))
    })
  },
  {
    name: "has no page behind the last full one, and none of more than 150",
    options: { contacts: 20 },
    test: Effect.gen(function*() {
      const { next } = yield* Contacts.list({ perPage: 10 })
      const last = yield* Contacts.list({ perPage: 10, cursor: next })
      assert.lengthOf(last.data, 10)
      assert.isUndefined(last.next)
      assert.isUndefined((yield* Contacts.list({ perPage: 150 })).next)
      assert.strictEqual(yield* refusal(get("/contacts?per_page=151")), "IntercomInvalidRequest 400 parameter_invalid")
      assert.strictEqual(yield* refusal(get("/contacts?per_page=0")), "IntercomInvalidRequest 400 parameter_invalid")
    })
  },
  {
    name: "goes on from a cursor though the contact it points to is gone and others have come",
    options: { contacts: 25 },
    test: Effect.gen(function*() {
      const before = yield* idsOf(Contacts.stream())
      const { data, next } = yield* Contacts.list({ perPage: 10 })
      yield* Effect.forEach(data, ({ id }) => Contacts.delete(id), { discard: true })
      const { id } = yield* Contacts.create({ role: "lead" })
      assert.deepStrictEqual(yield* idsOf(Contacts.stream({ cursor: next })), [...before.slice(10), id])
    })
  },
  {
    name: "searches: operators, groups, dates by whole days, order and pages",
    options: { contacts: 100 },
    test: Effect.gen(function*() {
      const all = Chunk.toReadonlyArray(yield* Stream.runCollect(Contacts.stream()))
      const [, some] = all.filter(({ role }) => role === "user").slice(20)
      const [tag] = some?.tags?.data ?? []
      if (some === undefined || tag === undefined) return yield* Effect.dieMessage("nobody has a tag")
      for (const [query, matches] of queries(some, tag.id)) {
        const ids = yield* idsOf(Contacts.searchStream({ query, perPage: 7 }))
        assert.deepStrictEqual([...ids].sort(), all.filter(matches).map(({ id }) => id).sort(), JSON.stringify(query))
        assert.isNotEmpty(ids, JSON.stringify(query))
      }
      const sorted = yield* Contacts.searchStream({
        query: SearchQuery.equals("role", "user"),
        sort: { field: "custom_attributes.monthly_spend", order: "descending" },
        perPage: 9
      }).pipe(Stream.runCollect)
      const spends = Chunk.toReadonlyArray(sorted).map((contact) => attribute(contact, "monthly_spend"))
      assert.deepStrictEqual(spends, [...spends].sort((self, that) => that - self))
      assert.lengthOf(spends, all.filter(({ role }) => role === "user").length)
    })
  },
  {
    name: "merges a lead into a user, with all that is the lead's",
    seed: {
      contacts: [
        { id: "lead", role: "lead", email: "ada@example.com", tags: ["trial"], custom_attributes: { from: "lead" } }
      ],
      segments: [{ name: "New", contacts: ["lead"] }],
      notes: [{ contact: "lead", body: "Wants to try it." }],
      conversations: [{ id: "1", contacts: ["lead"], body: "Hello" }],
      events: [{ contact: "lead", event_name: "looked-around" }],
      ticketTypes: [{ name: "Request" }],
      tickets: [{ id: "2", ticket_type: "Request", contacts: ["lead"] }]
    },
    test: Effect.gen(function*() {
      const { id } = yield* Contacts.create({ email: "ada@example.com" })
      assert.strictEqual(yield* tagOf(Contacts.merge({ from: id, into: "lead" })), "IntercomInvalidRequest")
      const merged = yield* Contacts.merge({ from: "lead", into: id })
      assert.deepInclude(merged, { id, custom_attributes: { from: "lead" } })
      assert.deepInclude(merged.tags, { total_count: 1 })
      assert.deepInclude(merged.notes, { total_count: 1 })
      assert.lengthOf((yield* Contacts.listSegments(id)).data, 1)
      assert.deepStrictEqual((yield* Conversations.find("1")).contacts?.contacts?.map(({ id }) => id), [id])
      assert.deepStrictEqual((yield* Tickets.find("2")).contacts?.contacts?.map(({ id }) => id), [id])
      assert.lengthOf((yield* Events.list({ intercom_user_id: id })).data, 1)
      assert.strictEqual(yield* tagOf(Contacts.find("lead")), "IntercomNotFound")
    })
  },
  {
    name: "hands over to the user what was sent to the lead, and how often it did something",
    seed: {
      contacts: [
        { id: "lead", role: "lead", external_id: "lead-1", email: "ada@example.com" },
        { id: "ada", external_id: "ada", email: "ada@example.com" }
      ]
    },
    test: Effect.gen(function*() {
      const told = { event_name: "looked-around", count: 3, first: 1_600_000_000, last: 1_600_000_300 }
      yield* Events.createSummary({ user_id: "lead-1", event_summaries: told })
      yield* Events.createSummary({ user_id: "ada", event_summaries: { ...told, count: 4 } })
      const sent = yield* Messages.sendInApp({
        from: { type: "admin", id: "814860" },
        to: { type: "lead", id: "lead" },
        body: "Welcome"
      })
      yield* Contacts.merge({ from: "lead", into: "ada" })
      assert.deepInclude((yield* Events.summarize({ user_id: "ada" })).events?.[0], { name: "looked-around", count: 7 })
      const answered = yield* Conversations.replyAsContact("last", { intercom_user_id: "ada", body: "Thank you" })
      assert.strictEqual(answered.source?.id, sent.id)
    })
  },
  {
    name: "lets no change make one contact like another, however an email is written",
    test: Effect.gen(function*() {
      const ada = yield* Contacts.create({ external_id: "ada", email: "Ada@example.com" })
      const bob = yield* Contacts.create({ external_id: "bob", email: "bob@example.com" })
      const lead = yield* Contacts.create({ role: "lead", email: "ada@example.com" })
      for (
        const change of [
          Contacts.create({ email: "ADA@example.com" }),
          Contacts.update(bob.id, { email: "ada@example.com" }),
          Contacts.update(bob.id, { external_id: "ada" }),
          Contacts.update(lead.id, { role: "user" })
        ]
      ) assert.deepInclude(yield* Effect.flip(change), { _tag: "IntercomConflict", existingId: ada.id })
      assert.strictEqual(ada.email, "Ada@example.com")
      assert.deepStrictEqual(yield* Contacts.find(ada.id), ada)
      assert.deepStrictEqual(yield* Contacts.find(bob.id), bob)
      assert.deepInclude(yield* Contacts.update(ada.id, { email: "ada@example.com" }), { id: ada.id })
      assert.deepInclude(yield* Contacts.update(lead.id, { email: "bob@example.com" }), { role: "lead" })
      // Nobody is known by nothing.
      yield* Contacts.update(ada.id, { email: "" })
      assert.deepInclude(yield* Contacts.update(bob.id, { email: "" }), { id: bob.id })
    })
  },
  {
    name: "refuses a change to what no contact can be, and finds what is written as it is",
    seed: { contacts: [{ id: "ada", external_id: "x".repeat(255) }] },
    test: Effect.gen(function*() {
      assert.strictEqual(
        yield* refusal(put("/contacts/ada", { role: "banana" })),
        "IntercomInvalidRequest 400 parameter_invalid"
      )
      assert.strictEqual(
        yield* refusal(Contacts.update("ada", { owner_id: "7" })),
        "IntercomNotFound 404 admin_not_found"
      )
      assert.deepInclude(yield* Contacts.findByExternalId("x".repeat(255)), { id: "ada", role: "user", owner_id: null })
      assert.strictEqual(yield* refusal(get("/Contacts/ada")), "IntercomNotFound 404 not_found")
    })
  },
  {
    name: "searches custom attributes as what they were defined to be, dates by whole days",
    seed: {
      dataAttributes: [
        { name: "renewal", model: "contact", data_type: "date" },
        { name: "seats", model: "contact", data_type: "integer" },
        { name: "pays", model: "contact", data_type: "boolean" },
        { name: "plan", model: "contact" }
      ],
      contacts: [
        // The morning and the evening of one day, and the next morning.
        { id: "1", external_id: "1", custom_attributes: { renewal: 1_577_869_200, seats: 3, pays: true, plan: "pro" } },
        { id: "2", external_id: "2", custom_attributes: { renewal: 1_577_905_200, seats: 10, pays: false } },
        { id: "3", external_id: "3", custom_attributes: { renewal: 1_577_955_600 } }
      ]
    },
    test: Effect.gen(function*() {
      assert.deepStrictEqual(yield* found(SearchQuery.equals("custom_attributes.renewal", 1_577_836_800)), ["1", "2"])
      assert.deepStrictEqual(yield* found(SearchQuery.greaterThan("custom_attributes.renewal", 1_577_869_200)), ["3"])
      assert.deepStrictEqual(yield* found(SearchQuery.greaterThan("custom_attributes.seats", 3)), ["2"])
      assert.deepStrictEqual(yield* found(SearchQuery.equals("custom_attributes.pays", true)), ["1"])
      assert.deepStrictEqual(yield* found(SearchQuery.startsWith("custom_attributes.plan", "p")), ["1"])
      for (
        const [field, operator, value] of [
          ["renewal", "!=", 1_577_836_800],
          ["renewal", "=", "soon"],
          ["seats", "=", "many"],
          ["seats", "~", "1"],
          ["pays", ">", 0],
          ["plan", ">", 1]
        ]
      ) {
        const query = { field: `custom_attributes.${field}`, operator, value }
        assert.strictEqual(yield* tagOf(search(query)), "IntercomInvalidRequest", JSON.stringify(query))
      }
    })
  },
  {
    name: "searches what goes by another name than in a contact, and flags by several values",
    seed: {
      contacts: [
        {
          id: "ada",
          external_id: "ada",
          avatar: "https://avatars.example/ada.png",
          unsubscribed_from_emails: true,
          fields: { android_sdk_version: "15.1", ios_device: "iPhone" }
        },
        { id: "bob", external_id: "bob" }
      ]
    },
    test: Effect.gen(function*() {
      assert.deepStrictEqual(yield* found(SearchQuery.endsWith("avatar", "ada.png")), ["ada"])
      assert.deepStrictEqual(yield* found(SearchQuery.equals("andoid_sdk_version", "15.1")), ["ada"])
      assert.deepStrictEqual(yield* found(SearchQuery.equals("ios_app_device", "iPhone")), ["ada"])
      assert.deepStrictEqual(yield* found(SearchQuery.oneOf("unsubscribed_from_emails", ["true"])), ["ada"])
      assert.deepStrictEqual(yield* found(SearchQuery.noneOf("unsubscribed_from_emails", ["true"])), ["bob"])
    })
  },
  {
    name: "sorts what it finds by a field that has an order, downwards unless told otherwise",
    seed: { contacts: ["b", "a", "c"].map((name) => ({ id: name, external_id: name, name })) },
    test: Effect.gen(function*() {
      const ids = ({ text }: Effect.Effect.Success<ReturnType<typeof sorted>>) =>
        JSON.parse(text).data.map(({ id }: { readonly id: string }) => id)
      assert.deepStrictEqual(yield* found(everybody, { field: "name", order: "ascending" }), ["a", "b", "c"])
      assert.deepStrictEqual(yield* Effect.map(sorted({ field: "name" }), ids), ["c", "b", "a"])
      assert.deepStrictEqual(yield* Effect.map(sorted(null), ids), ["b", "a", "c"])
      for (const field of ["nickname", "tag_id", "segment_id", "utm_source"]) {
        assert.strictEqual(yield* refusal(sorted({ field })), "IntercomInvalidRequest 400 invalid_field")
      }
      const wrong = sorted({ field: "name", order: "desc" })
      assert.strictEqual(yield* refusal(wrong), "IntercomInvalidRequest 400 invalid_sort_order")
    })
  },
  {
    name: "refuses a second user with the same email or external id, and names the first: upsert survives it",
    test: Effect.gen(function*() {
      const ada = { email: "ada@example.com", external_id: "ada" }
      const first = yield* Contacts.create(ada)
      const conflict = yield* Effect.flip(Contacts.create({ email: "ada@example.com" }))
      assert.deepInclude(conflict, { _tag: "IntercomConflict", existingId: first.id, archived: false })
      assert.deepInclude(yield* Contacts.create({ role: "lead", email: "ada@example.com" }), { role: "lead" })
      const all = yield* Effect.all(
        Array.from({ length: 20 }, (_, n) => Contacts.upsert({ ...ada, name: `Ada ${n}` })),
        { concurrency: 5 }
      )
      assert.deepStrictEqual(new Set(all.map(({ id }) => id)), new Set([first.id]))
      yield* Contacts.update(first.id, { email: "lovelace@example.com" })
      yield* Contacts.create({ email: "ada@example.com", external_id: "another" })
      yield* Contacts.archive(first.id)
      assert.deepInclude(yield* Effect.flip(Contacts.upsert({ external_id: "ada" })), {
        archived: true,
        existingId: first.id
      })
    })
  },
  {
    name: "refuses what Intercom refuses, in its words",
    options: { contacts: 3 },
    test: Effect.gen(function*() {
      for (const [call, tag] of refused) {
        const error = yield* Effect.flip(call)
        assert.strictEqual(error._tag, tag)
        assert.property(error, "requestId")
      }
      const incomplete = post("/contacts/merge", { from: "nobody" })
      assert.strictEqual(yield* refusal(incomplete), "IntercomInvalidRequest 400 parameter_not_found")
      yield* search(group(group(...Array.from({ length: 15 }, () => filter)), filter))
    })
  },
  {
    name: "keeps the external id of a contact when another row has its email, unless upsert may take over",
    test: Effect.gen(function*() {
      const email = "info@acme.example"
      const first = yield* Contacts.upsert({ email, external_id: "crm-1" })
      assert.deepInclude(first, { outcome: "created", matchedBy: undefined })
      const again = yield* Contacts.upsert({ email, external_id: "crm-1", name: "Acme" })
      assert.deepInclude(again, { id: first.id, outcome: "updated", matchedBy: "external_id", name: "Acme" })
      const rows = yield* Effect.all(
        ["crm-2", "crm-3"].map((external_id) => Effect.flip(Contacts.upsert({ email, external_id }))),
        { concurrency: 2 }
      )
      for (const error of rows) {
        assert.deepInclude(error, { _tag: "IntercomConflict", existingId: first.id, archived: false })
      }
      assert.strictEqual((yield* Contacts.find(first.id)).external_id, "crm-1")
      const taken = yield* Contacts.upsert({ email, external_id: "crm-2" }, { takeOver: "always" })
      assert.deepInclude(taken, { id: first.id, outcome: "updated", matchedBy: "email", external_id: "crm-2" })
    })
  },
  {
    name: "gives a contact without an external id the one of the row with its email, unless upsert never takes over",
    test: Effect.gen(function*() {
      const lovelace = { email: "ada@example.com" }
      const row = { ...lovelace, external_id: "crm-1" }
      const { id } = yield* Contacts.upsert(lovelace)
      assert.deepInclude(yield* Contacts.upsert(lovelace), { id, outcome: "updated", matchedBy: "email" })
      const conflict = yield* Effect.flip(Contacts.upsert(row, { takeOver: "never" }))
      assert.deepInclude(conflict, { _tag: "IntercomConflict", existingId: id })
      assert.deepInclude(yield* Contacts.upsert(row), { id, matchedBy: "email", external_id: "crm-1" })
      const other = yield* Contacts.create({ external_id: "crm-2" })
      const both = yield* Effect.flip(Contacts.upsert({ ...lovelace, external_id: "crm-2" }))
      assert.deepInclude(both, { _tag: "IntercomConflict", operation: "Contacts.update", existingId: id })
      assert.notStrictEqual(other.id, id)
    })
  },
  {
    name: "counts contacts, and finds many by their ids",
    options: { contacts: 3 },
    test: Effect.gen(function*() {
      const all = (yield* Contacts.list()).data.map(({ id }) => id)
      assert.lengthOf(all, 3)
      assert.strictEqual(yield* Contacts.count({ query: SearchQuery.oneOf("id", all) }), 3)
      const [first = "", second = "", third = ""] = all
      yield* Contacts.archive(second)
      const { data, missing } = yield* Contacts.findMany([third, second, "nobody", first])
      assert.deepStrictEqual([data.map(({ id }) => id), missing], [[third, first], [second, "nobody"]])
    })
  }
]
