import * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Workspace from "effect-intercom/testing/Workspace"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { serveApp } from "../loopback.js"

const inProcess = (options?: Workspace.Options): Layer.Layer<IntercomHttp.IntercomHttp> => Workspace.layer(options)

const overHttp = (options?: Workspace.Options): Layer.Layer<IntercomHttp.IntercomHttp> =>
  Layer.unwrapScoped(Effect.gen(function*() {
    const { app } = yield* Workspace.make(options)
    const baseUrl = yield* serveApp(app)
    return Layer.orDie(IntercomHttp.layerFetch({ accessToken: Redacted.make("any"), baseUrl }))
  }))

const idsOf = <E, R>(stream: Stream.Stream<Contacts.Contact, E, R>) =>
  Effect.map(Stream.runCollect(stream), (contacts) => Chunk.toReadonlyArray(contacts).map(({ id }) => id))

const suite = (name: string, layer: (options?: Workspace.Options) => Layer.Layer<IntercomHttp.IntercomHttp>): void => {
  describe(name, () => {
    it.live("creates, finds, updates, archives, restores and deletes a contact", () =>
      Effect.gen(function*() {
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
        assert.strictEqual((yield* Effect.flip(Contacts.find(created.id)))._tag, "IntercomNotFound")
      }).pipe(Effect.provide(layer())))

    it.live("lists all contacts by cursor, 10 a page unless asked for more, none twice and none missing", () =>
      Effect.gen(function*() {
        const first = yield* Contacts.list()
        assert.deepInclude(first, { total_count: 1000 })
        assert.lengthOf(first.data, 10)
        const ids = yield* idsOf(Contacts.stream({ perPage: 97, prefetch: 2 }))
        assert.lengthOf(new Set(ids), 1000)
        assert.deepStrictEqual(ids, yield* idsOf(Contacts.stream()))
      }).pipe(Effect.provide(layer({ contacts: 1000 }))))

    it.live("goes on from a cursor though the contact it points to is gone and others have come", () =>
      Effect.gen(function*() {
        const before = yield* idsOf(Contacts.stream())
        const { data, next } = yield* Contacts.list({ perPage: 10 })
        yield* Effect.forEach(data, ({ id }) => Contacts.delete(id), { discard: true })
        const { id } = yield* Contacts.create({ role: "lead" })
        assert.deepStrictEqual(yield* idsOf(Contacts.stream({ cursor: next })), [...before.slice(10), id])
      }).pipe(Effect.provide(layer({ contacts: 25 }))))

    it.live("searches: operators, groups, dates by whole days, order and pages", () =>
      Effect.gen(function*() {
        const all = Chunk.toReadonlyArray(yield* Stream.runCollect(Contacts.stream()))
        const found = (query: SearchQuery.SearchQuery<Contacts.ContactField>) =>
          Effect.map(idsOf(Contacts.searchStream({ query, perPage: 7 })), (ids) => ids.sort())
        const expected = (matches: (contact: Contacts.Contact) => boolean) =>
          all.filter(matches).map(({ id }) => id).sort()
        const day = (seconds: number | null | undefined) => Math.floor((seconds ?? 0) / 86_400)
        const { created_at: some } = all[30] ?? {}
        const attribute = (contact: Contacts.Contact, name: string) => Number(contact.custom_attributes?.[name])
        const cases: ReadonlyArray<
          readonly [SearchQuery.SearchQuery<Contacts.ContactField>, (contact: Contacts.Contact) => boolean]
        > = [
          [SearchQuery.equals("role", "lead"), ({ role }) => role === "lead"],
          [SearchQuery.notEquals("role", "lead"), ({ role }) => role !== "lead"],
          [SearchQuery.equals("external_id", null), ({ external_id }) => external_id === null],
          [SearchQuery.oneOf("owner_id", [814_860, 814_861]), ({ owner_id }) =>
            ["814860", "814861"].includes(owner_id ?? "")],
          [SearchQuery.noneOf("owner_id", [814_860]), ({ owner_id }) =>
            owner_id !== "814860"],
          [SearchQuery.contains("email", "-1"), ({ email }) => email?.includes("-1") ?? false],
          [SearchQuery.notContains("email", "-1"), ({ email }) => !email?.includes("-1")],
          [SearchQuery.startsWith("name", "björn"), ({ name }) => name?.startsWith("Björn") ?? false],
          [SearchQuery.endsWith("email", "@example.org"), ({ email }) => email?.endsWith("@example.org") ?? false],
          [SearchQuery.greaterThan("custom_attributes.company_size", 50), (c) => attribute(c, "company_size") > 50],
          [SearchQuery.lessThanOrEqualTo("custom_attributes.company_size", 50), (c) =>
            attribute(c, "company_size") <= 50],
          [SearchQuery.greaterThan("created_at", some ?? 0), ({ created_at }) =>
            day(created_at) > day(some)],
          [SearchQuery.equals("created_at", some ?? 0), ({ created_at }) =>
            day(created_at) === day(some)],
          [SearchQuery.equals("tag_id", "3"), ({ tags }) => tags?.data?.some(({ id }) => id === "3") ?? false],
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
        for (const [query, matches] of cases) {
          const ids = yield* found(query)
          assert.deepStrictEqual(ids, expected(matches), JSON.stringify(query))
          assert.isNotEmpty(ids, JSON.stringify(query))
        }
        const sorted = yield* Contacts.searchStream({
          query: SearchQuery.equals("role", "user"),
          sort: { field: "custom_attributes.monthly_spend", order: "descending" },
          perPage: 9
        }).pipe(Stream.runCollect)
        const spends = Chunk.toReadonlyArray(sorted).map((contact) => attribute(contact, "monthly_spend"))
        assert.deepStrictEqual(spends, [...spends].sort((self, that) => that - self))
        assert.lengthOf(spends, expected(({ role }) => role === "user").length)
      }).pipe(Effect.provide(layer({ contacts: 100 }))))

    it.live("merges a lead into a user", () =>
      Effect.gen(function*() {
        const lead = yield* Contacts.create({
          role: "lead",
          email: "ada@example.com",
          custom_attributes: { from: "lead" }
        })
        const user = yield* Contacts.create({ email: "ada@example.com" })
        assert.strictEqual(
          (yield* Effect.flip(Contacts.merge({ from: user.id, into: lead.id })))._tag,
          "IntercomInvalidRequest"
        )
        const merged = yield* Contacts.merge({ from: lead.id, into: user.id })
        assert.deepInclude(merged, { id: user.id, custom_attributes: { from: "lead" } })
        assert.strictEqual((yield* Effect.flip(Contacts.find(lead.id)))._tag, "IntercomNotFound")
      }).pipe(Effect.provide(layer())))

    it.live("refuses a second user with the same email or external id, and names the first: upsert survives it", () =>
      Effect.gen(function*() {
        const ada = { email: "ada@example.com", external_id: "ada" }
        const first = yield* Contacts.create(ada)
        const conflict = yield* Effect.flip(Contacts.create({ email: "ada@example.com" }))
        assert.deepInclude(conflict, { _tag: "IntercomConflict", existingId: first.id, archived: false })
        const all = yield* Effect.all(
          Array.from({ length: 20 }, (_, n) => Contacts.upsert({ ...ada, name: `Ada ${n}` })),
          { concurrency: "unbounded" }
        )
        assert.deepStrictEqual(new Set(all.map(({ id }) => id)), new Set([first.id]))
        yield* Contacts.archive(first.id)
        assert.deepInclude(yield* Effect.flip(Contacts.upsert(ada)), { archived: true, existingId: first.id })
      }).pipe(Effect.provide(layer())))

    it.live("answers what it does not serve like Intercom does", () =>
      Effect.gen(function*() {
        const raw = (query: unknown) => Contacts.search({ query: JSON.parse(JSON.stringify(query)) })
        const notServed: ReadonlyArray<
          readonly [Effect.Effect<unknown, { readonly _tag: string }, IntercomHttp.IntercomHttp>, string]
        > = [
          [Contacts.find("nobody"), "IntercomNotFound"],
          [Contacts.update("nobody", {}), "IntercomNotFound"],
          [Contacts.list({ cursor: "no cursor" }), "IntercomInvalidRequest"],
          [raw({ field: "nickname", operator: "=", value: "x" }), "IntercomInvalidRequest"],
          [raw({ field: "created_at", operator: "!=", value: 1 }), "IntercomInvalidRequest"],
          [raw({ field: "email", operator: "constructor", value: "x" }), "IntercomInvalidRequest"]
        ]
        for (const [call, tag] of notServed) {
          const error = yield* Effect.flip(call)
          assert.strictEqual(error._tag, tag)
          assert.property(error, "requestId")
        }
      }).pipe(Effect.provide(layer({ contacts: 3 }))))

    it.live("takes no other token than its own, where it has one", () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(
          Effect.provide(Contacts.list(), layer({ accessToken: Redacted.make("its own") }))
        )
        assert.deepInclude(error, { _tag: "IntercomUnauthorized", status: 401 })
      }))
  })
}

describe("Workspace", () => {
  suite("in process, without sockets", inProcess)
  suite("over HTTP, on loopback", overHttp)

  it.effect("shows a test which requests it got", () =>
    Effect.gen(function*() {
      const workspace = yield* Workspace.Workspace
      yield* Stream.runDrain(Contacts.stream({ perPage: 2 }))
      assert.deepStrictEqual(yield* workspace.requests, ["GET /contacts", "GET /contacts"])
    }).pipe(Effect.provide(Workspace.layer({ contacts: 3 }))))

  it.effect("is called the way the options of IntercomHttp say", () =>
    Effect.gen(function*() {
      const accessToken = Redacted.make("its-own")
      assert.deepInclude(
        yield* Effect.provide(Contacts.list(), Workspace.layer({ accessToken }, { accessToken })),
        { data: [], total_count: 0 }
      )
    }))

  it.effect("takes the body of a request made by hand, whichever way it was set", () =>
    Effect.gen(function*() {
      const text = JSON.stringify({ email: "ada@example.com" })
      for (const body of [HttpBody.text(text, "application/json"), HttpBody.raw(text)]) {
        const request = HttpClientRequest.setBody(HttpClientRequest.post("/contacts"), body)
        const answered = yield* IntercomHttp.IntercomHttp.pipe(
          Effect.flatMap((http) => http.execute(request)),
          Effect.flatMap((response) => response.json),
          Effect.provide(Workspace.layer())
        )
        assert.propertyVal(answered, "email", "ada@example.com")
      }
    }))

  it.effect("starts each time with the same contacts, all different", () =>
    Effect.gen(function*() {
      const contacts = Effect.provide(Stream.runCollect(Contacts.stream()), Workspace.layer({ contacts: 300 }))
      const first = Chunk.toReadonlyArray(yield* contacts)
      assert.deepStrictEqual(Chunk.toReadonlyArray(yield* contacts), first)
      assert.lengthOf(new Set(first.map(({ email }) => email)), 300)
    }))
})
