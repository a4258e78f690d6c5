/**
 * What the workspace hands out is a copy, and what it keeps between two pages ends with the next change.
 */
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpRouter from "@effect/platform/HttpRouter"
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Conversations from "effect-intercom/api/Conversations"
import * as DataAttributes from "effect-intercom/api/DataAttributes"
import * as Tickets from "effect-intercom/api/Tickets"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { serveApp } from "../loopback.js"
import { heard } from "./notified.js"

/** Overwrites every value in an object, at any depth. */
const spoil = (value: unknown): void => {
  if (typeof value !== "object" || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    spoil(inner)
    Reflect.set(value, key, "spoiled")
  }
}

const ids = (page: { readonly data: ReadonlyArray<{ readonly id: string }> }) => page.data.map(({ id }) => id)

const everyField = SearchQuery.notEquals("name", "nobody")

describe("What the workspace hands out", () => {
  it.effect("can be changed without changing the workspace", () =>
    Effect.gen(function*() {
      const notifications = yield* heard({
        contacts: [{ id: "bob", external_id: "bob", companies: [], fields: { location: { type: "location" } } }]
      })
      const custom_attributes = { plan: "team" }
      yield* Contacts.create({ external_id: "ada", email: "ada@example.com", custom_attributes })
      yield* Conversations.create({ from: { type: "user", id: "bob" }, body: "Hello" })
      const before = JSON.stringify(yield* IntercomWorkspace.snapshot)
      const requests = JSON.stringify(yield* IntercomWorkspace.requests)

      spoil(yield* IntercomWorkspace.requests)
      spoil(yield* IntercomWorkspace.snapshot)
      assert.isNotEmpty(notifications)
      spoil(notifications)
      assert.strictEqual(JSON.stringify(yield* IntercomWorkspace.requests), requests)
      spoil(yield* Contacts.find("bob"))
      spoil(yield* Contacts.list())
      spoil(yield* Contacts.search({ query: everyField }))
      spoil(yield* Conversations.list())
      assert.strictEqual(JSON.stringify(yield* IntercomWorkspace.snapshot), before)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("reaches each listener as its own copy", () =>
    Effect.gen(function*() {
      const { listen } = yield* IntercomWorkspace.IntercomWorkspace
      listen(spoil)
      const notifications = yield* heard({})
      yield* Contacts.create({ external_id: "ada" })
      assert.deepInclude(notifications[0], { topic: "contact.user.created" })
    }).pipe(Effect.provide(IntercomWorkspace.layer())))
})

describe("A list or a search that was read before", () => {
  it.effect("shows a contact that was added, changed, archived or deleted since", () =>
    Effect.gen(function*() {
      const leads = Contacts.search({ query: SearchQuery.equals("role", "lead") })
      const both = Effect.all([Effect.map(Contacts.list(), ids), Effect.map(leads, ids)])
      assert.deepStrictEqual(yield* both, [[], []])
      const { id } = yield* Contacts.create({ role: "lead" })
      assert.deepStrictEqual(yield* both, [[id], [id]])
      yield* Contacts.update(id, { role: "user" })
      assert.deepStrictEqual(yield* both, [[id], []])
      yield* Contacts.archive(id)
      assert.deepStrictEqual(yield* both, [[], []])
      yield* Contacts.unarchive(id)
      assert.deepStrictEqual(yield* both, [[id], []])
      yield* IntercomWorkspace.seed({ contacts: [{ id: "eve", role: "lead" }] })
      assert.deepStrictEqual(yield* both, [[id, "eve"], ["eve"]])
      yield* Contacts.delete(id)
      assert.deepStrictEqual(yield* both, [["eve"], ["eve"]])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("finds what has changed in another table", () =>
    Effect.gen(function*() {
      yield* IntercomWorkspace.seed({
        contacts: [{ id: "ada", external_id: "ada", custom_attributes: { since: 86_400 } }]
      })
      const inSegment = Contacts.search({ query: SearchQuery.equals("segment_id", "7") })
      assert.deepStrictEqual(ids(yield* inSegment), [])
      yield* IntercomWorkspace.seed({ segments: [{ id: "7", name: "New", contacts: ["ada"] }] })
      assert.deepStrictEqual(ids(yield* inSegment), ["ada"])

      // A date is compared by whole days, an attribute of an unknown kind is not.
      const sameDay = Contacts.search({ query: SearchQuery.equals("custom_attributes.since", 86_401) })
      assert.deepStrictEqual(ids(yield* sameDay), [])
      yield* DataAttributes.create({ name: "since", model: "contact", data_type: "date" })
      assert.deepStrictEqual(ids(yield* sameDay), ["ada"])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("finds a ticket whose snooze has ended since", () =>
    Effect.gen(function*() {
      yield* IntercomWorkspace.seed({
        contacts: [{ id: "ada", external_id: "ada" }],
        ticketTypes: [{ id: "10", name: "Order" }],
        tickets: [{ id: "20", ticket_type: "10", contacts: ["ada"], snoozed_until: 60 }]
      })
      const open = Tickets.search({ query: SearchQuery.equals("state", "open") })
      assert.deepStrictEqual(ids(yield* open), [])
      yield* TestClock.adjust("1 minute")
      assert.deepStrictEqual(ids(yield* open), ["20"])
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.effect("has its own rows and its own order, however many others run at the same time", () =>
    Effect.gen(function*() {
      const names = Array.from({ length: 120 }, (_, n) => `name ${n}`)
      yield* IntercomWorkspace.seed({
        contacts: names.flatMap((name, n) =>
          [0, 1, 2].map((i) => ({ id: `${n}-${i}`, external_id: `${n}-${i}`, name }))
        )
      })
      const idsOf = (name: string, order: "ascending" | "descending") =>
        Stream.runCollect(Contacts.searchStream({
          query: SearchQuery.equals("name", name),
          sort: { field: "external_id", order },
          perPage: 1
        })).pipe(Effect.map((rows) => Chunk.toReadonlyArray(rows).map(({ id }) => id)))
      const found = yield* Effect.forEach(
        names,
        (name) => Effect.all([idsOf(name, "ascending"), idsOf(name, "descending")], { concurrency: 2 }),
        { concurrency: 60 }
      )
      const expected = (n: number) => [`${n}-0`, `${n}-1`, `${n}-2`]
      assert.deepStrictEqual(found, names.map((_, n) => [expected(n), expected(n).reverse()]))
    }).pipe(Effect.provide(IntercomWorkspace.layer({ rateLimit: Infinity }))))
})

describe("The path of a request", () => {
  const send = (method: "GET" | "HEAD" | "POST", path: string) =>
    Effect.flatMap(
      IntercomWorkspace.IntercomWorkspace,
      ({ client }) =>
        client.execute(
          HttpClientRequest.make(method)(`https://api.intercom.io${path}`, {
            headers: { authorization: "Bearer test" }
          })
        )
    )

  const statusOf = (method: "GET" | "HEAD" | "POST", path: string) =>
    Effect.map(send(method, path), ({ status }) => status)

  it.effect("is decoded, and a fixed segment wins over an id", () =>
    Effect.gen(function*() {
      yield* IntercomWorkspace.seed({ contacts: ["a/b c", "search", "%"].map((id) => ({ id, external_id: id })) })
      assert.strictEqual((yield* Contacts.find("a/b c")).id, "a/b c")
      assert.strictEqual((yield* Contacts.find("%")).id, "%")
      assert.strictEqual((yield* Contacts.find("search")).id, "search")
      assert.strictEqual(yield* statusOf("POST", "/contacts/search"), 400)
      assert.strictEqual(yield* statusOf("GET", "/contacts//search/"), 200)
      assert.strictEqual(yield* statusOf("HEAD", "/contacts/search"), 200)
      for (
        const path of ["/contacts/%E0%A4", "/contacts/search/nothing", "/Contacts", "/contacts/{contact_id}/", "/"]
      ) {
        assert.strictEqual(yield* statusOf("GET", path), 404, path)
      }
      assert.strictEqual(yield* statusOf("POST", "/me"), 404)
    }).pipe(Effect.provide(IntercomWorkspace.layer())))

  it.scopedLive("may begin with the prefix at which the app is mounted", () =>
    Effect.gen(function*() {
      const { httpApp, seed } = yield* IntercomWorkspace.make()
      yield* seed({ contacts: [{ id: "ada", external_id: "ada" }] })
      const mounted = HttpRouter.mountApp(HttpRouter.empty, "/intercom", httpApp)
      const baseUrl = `${yield* serveApp(Effect.orDie(mounted))}/intercom`
      const Mounted = IntercomHttp.layerFetch({ accessToken: Redacted.make("test"), baseUrl })
      assert.strictEqual((yield* Effect.provide(Contacts.find("ada"), Mounted)).id, "ada")
    }))
})
