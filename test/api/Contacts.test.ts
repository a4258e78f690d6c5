import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import type * as IntercomError from "effect-intercom/IntercomError"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Pagination from "effect-intercom/Pagination"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { bodyOf, contact, errorList, scripted } from "../scripted.js"

type Call = Effect.Effect<unknown, IntercomError.IntercomError, IntercomHttp.IntercomHttp>

const reference = (flag: string) => (): Response => Response.json({ type: "contact", id: "1", [flag]: true })

const SearchBody = Schema.Struct({
  query: Schema.Struct({
    field: Schema.Literal("id"),
    operator: Schema.Literal("IN"),
    value: Schema.Array(Schema.String)
  }),
  pagination: Schema.Struct({ per_page: Schema.Number })
})

describe("Contacts", () => {
  describe("sends what Intercom documents", () => {
    const page = (): Response =>
      Response.json({ type: "list", data: [{ id: "1" }], total_count: 1, pages: { next: null } })
    const query = SearchQuery.equals("email", "ada@example.com")
    const cases: ReadonlyArray<
      readonly [name: string, call: Call, request: string, body: unknown, answer: () => Response]
    > = [
      [
        "create",
        Contacts.create({ email: "ada@example.com" }),
        "POST /contacts",
        { email: "ada@example.com" },
        () => contact("1")
      ],
      ["find", Contacts.find("5ba6"), "GET /contacts/5ba6", undefined, () => contact("1")],
      [
        "findByExternalId",
        Contacts.findByExternalId("a/b c?"),
        "GET /contacts/find_by_external_id/a%2Fb%20c%3F",
        undefined,
        () => contact("1")
      ],
      ["list", Contacts.list(), "GET /contacts", undefined, page],
      [
        "list",
        Contacts.list({ perPage: 5, cursor: "c+1" }),
        "GET /contacts?per_page=5&starting_after=c%2B1",
        undefined,
        page
      ],
      ["stream", Stream.runDrain(Contacts.stream()), "GET /contacts?per_page=150", undefined, page],
      ["search", Contacts.search({ query }), "POST /contacts/search", { query, pagination: {} }, page],
      [
        "search",
        Contacts.search({ query, perPage: 5, cursor: "c", sort: { field: "created_at", order: "ascending" } }),
        "POST /contacts/search",
        { query, sort: { field: "created_at", order: "ascending" }, pagination: { per_page: 5, starting_after: "c" } },
        page
      ],
      [
        "searchStream",
        Stream.runDrain(Contacts.searchStream({ query })),
        "POST /contacts/search",
        { query, pagination: { per_page: 150 } },
        page
      ],
      [
        "update",
        Contacts.update("1", { name: null, owner_id: "814860", custom_attributes: { plan: "team" } }),
        "PUT /contacts/1",
        { name: null, owner_id: 814860, custom_attributes: { plan: "team" } },
        () => contact("1")
      ],
      [
        "merge",
        Contacts.merge({ from: "1", into: "2" }),
        "POST /contacts/merge",
        { from: "1", into: "2" },
        () => contact("2")
      ],
      ["archive", Contacts.archive("1"), "POST /contacts/1/archive", undefined, reference("archived")],
      ["unarchive", Contacts.unarchive("1"), "POST /contacts/1/unarchive", undefined, reference("archived")],
      ["block", Contacts.block("1"), "POST /contacts/1/block", undefined, reference("blocked")],
      ["delete", Contacts.delete("1"), "DELETE /contacts/1", undefined, reference("deleted")]
    ]
    for (const [name, call, expected, body, answer] of cases) {
      it.effect(`${name}: ${expected}`, () =>
        Effect.gen(function*() {
          const { layer, sent } = scripted([answer])
          yield* Effect.provide(call, layer)
          const [request] = sent
          assert(request !== undefined)
          const query = new URLSearchParams(request.urlParams.map(([key, value]) => [key, value])).toString()
          const path = new URL(request.url).pathname
          assert.strictEqual(`${request.method} ${path}${query === "" ? "" : `?${query}`}`, expected)
          assert.deepStrictEqual(bodyOf(request), body)
          assert.strictEqual(request.headers["content-type"], body === undefined ? undefined : "application/json")
        }))
    }
  })

  describe("refuses bad input before anything is sent", () => {
    const circular: Record<string, unknown> = {}
    circular.self = circular
    const role = SearchQuery.equals("role", "user")
    // The compiler refuses a third level.
    const deep = SearchQuery.and(Object.assign(SearchQuery.or(role), { value: [SearchQuery.and(role)] }))
    const cases: ReadonlyArray<readonly [name: string, field: string, call: Call]> = [
      ["an empty id", "contact_id", Contacts.find("")],
      ["..", "contact_id", Contacts.update("..", { name: "x" })],
      [".", "contact_id", Contacts.delete(".")],
      ["a NUL in an id", "contact_id", Contacts.archive("a\u0000b")],
      ["an empty external id", "external_id", Contacts.findByExternalId("")],
      ["an empty email", "email", Contacts.listByEmail("")],
      [
        "a circular custom attribute",
        "custom_attributes.self",
        Contacts.create({ email: "a@b.c", custom_attributes: circular })
      ],
      [
        "a custom attribute that is an Option",
        "custom_attributes.plan",
        Contacts.create({ email: "a@b.c", custom_attributes: { plan: Option.some("pro") } })
      ],
      [
        "custom attributes with an own __proto__",
        "custom_attributes.__proto__",
        Contacts.create({ email: "a@b.c", custom_attributes: Object(JSON.parse(`{"__proto__":{"plan":"pro"}}`)) })
      ],
      [
        "a contact with an own __proto__",
        "__proto__",
        Contacts.create(Object(JSON.parse(`{"email":"a@b.c","__proto__":{"name":"Ada"}}`)))
      ],
      [
        "an attribute that is not a number",
        "custom_attributes.score",
        Contacts.update("1", { custom_attributes: { score: NaN } })
      ],
      // @ts-expect-error the types keep this out too
      ["a contact without anything to know it by", "", Contacts.create({ name: "Ada" })],
      // @ts-expect-error the types keep this out too
      ["an upsert without an email or an external_id", "", Contacts.upsert({ role: "user", name: "Ada" })],
      // @ts-expect-error the types keep this out too
      ["a role there is not", "role", Contacts.create({ role: "usr" })],
      ["a merge from nobody", "from", Contacts.merge({ from: "", into: "1" })],
      ["a search nested three deep", "query.value[0].value[0]", Contacts.search({ query: deep })],
      ["a stream of one", "query.value[0].value[0]", Stream.runDrain(Contacts.searchStream({ query: deep }))],
      ["too large a page", "perPage", Contacts.list({ perPage: 151 })],
      ["a company without an id", "company_id", Contacts.attachCompany("1", { company_id: "" })],
      ["a company of nobody", "contact_id", Contacts.listCompanies("")],
      ["a tag without an id, to be added", "tag_id", Contacts.attachTag("1", { tag_id: "" })],
      ["a tag without an id, to be removed", "tag_id", Contacts.detachTag("1", { tag_id: "" })],
      [
        "a subscription type without an id",
        "subscription_id",
        Contacts.attachSubscription("1", { subscription_id: "", consent_type: "opt_in" })
      ],
      // @ts-expect-error the types keep this out too
      ["a tag by the name it has on the wire", "id", Contacts.attachTag("1", { id: "2" })],
      // @ts-expect-error the types keep this out too
      ["a tag with more than its id", "id", Contacts.attachTag("1", { tag_id: "2", id: "2" })],
      ["a note by nobody", "admin_id", Contacts.createNote("1", { body: "Hello", admin_id: "" })]
    ]
    for (const [name, field, call] of cases) {
      it.effect(name, () =>
        Effect.gen(function*() {
          const { layer, sent } = scripted([() => contact("1")])
          const error = yield* Effect.flip(Effect.provide(call, layer))
          assert(error._tag === "IntercomInvalidInput")
          assert.strictEqual(error.field, field)
          assert.lengthOf(sent, 0)
        }))
    }

    it.effect("a new contact without an email, an external_id or a role, and takes it with one of them", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => contact("1")])
        const nobody: ReadonlyArray<Call> = [
          // @ts-expect-error the types keep this out too
          ...[{}, { name: "Joe" }, { email: undefined, role: undefined }].map(Contacts.create),
          // @ts-expect-error the types keep this out too
          ...[{}, { role: "user" }].map(Contacts.upsert)
        ]
        for (const call of nobody) {
          const error = yield* Effect.flip(Effect.provide(call, layer))
          assert(error._tag === "IntercomInvalidInput")
          assert.match(error.reason, /^must have one of email, external_id/)
        }
        assert.lengthOf(sent, 0)
        const somebody: ReadonlyArray<Call> = [
          Contacts.create({ email: "joe@example.com" }),
          Contacts.create({ external_id: "1" }),
          Contacts.create({ role: "lead" }),
          Contacts.upsert({ email: "joe@example.com" }),
          Contacts.upsert({ external_id: "1" })
        ]
        for (const call of somebody) yield* Effect.provide(call, layer)
        assert.lengthOf(sent, somebody.length)
      }))

    it.effect("a field that contacts do not have, instead of dropping it", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => contact("1")])
        const fromElsewhere = { email: "a@b.c", nickname: "Ada" }
        const error = yield* Effect.flip(Effect.provide(Contacts.create(fromElsewhere), layer))
        assert(error._tag === "IntercomInvalidInput")
        assert.strictEqual(error.field, "nickname")
        assert.lengthOf(sent, 0)
      }))
  })

  describe("gives back", () => {
    it.effect("every key that arrived, ids as strings", () =>
      Effect.gen(function*() {
        const arrived = {
          type: "contact",
          id: 17,
          owner_id: 814860,
          name: null,
          new_thing: { a: [1] },
          tags: { data: [{ id: 9 }] }
        }
        const { layer } = scripted([() => Response.json(arrived)])
        assert.deepStrictEqual<unknown>(yield* Effect.provide(Contacts.find("17"), layer), {
          ...arrived,
          id: "17",
          owner_id: "814860",
          tags: { data: [{ id: "9" }] }
        })
      }))

    it.effect("the ids and the flag of what was archived, blocked or deleted", () =>
      Effect.gen(function*() {
        for (
          const [call, flag] of [[Contacts.archive, "archived"], [Contacts.block, "blocked"], [
            Contacts.delete,
            "deleted"
          ]] as const
        ) {
          const { layer } = scripted([reference(flag)])
          assert.deepInclude(yield* Effect.provide(call("1"), layer), { id: "1", [flag]: true })
        }
      }))

    it.effect("the results of a search, page after page, the cursor in the body", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([
          () => Response.json({ data: [{ id: "1" }], pages: { next: { page: 2, starting_after: "two" } } }),
          () => Response.json({ data: [{ id: "2" }], pages: {} })
        ])
        const query = SearchQuery.greaterThan("created_at", 1_700_000_000)
        const found = yield* Contacts.searchStream({ query, perPage: 1 }).pipe(Stream.runCollect, Effect.provide(layer))
        assert.deepStrictEqual(Chunk.toReadonlyArray(found).map(({ id }) => id), ["1", "2"])
        assert.deepStrictEqual(sent.map(bodyOf), [
          { query, pagination: { per_page: 1 } },
          { query, pagination: { per_page: 1, starting_after: "two" } }
        ])
        assert.deepStrictEqual(sent.map(({ urlParams }) => urlParams), [[], []])
      }))
  })

  describe("listByEmail", () => {
    it.effect("searches for the address, page after page", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([
          () => Response.json({ data: [{ id: "1" }], pages: { next: { starting_after: "two" } } }),
          () => Response.json({ data: [{ id: "2" }], pages: {} })
        ])
        const found = yield* Pagination.stream(Contacts.listByEmail("ada@example.com")).pipe(
          Stream.runCollect,
          Effect.provide(layer)
        )
        assert.deepStrictEqual(Chunk.toReadonlyArray(found).map(({ id }) => id), ["1", "2"])
        const query = { field: "email", operator: "=", value: "ada@example.com" }
        assert.deepStrictEqual(sent.map(bodyOf), [
          { query, pagination: { per_page: 150 } },
          { query, pagination: { per_page: 150, starting_after: "two" } }
        ])
      }))

    it.effect("gives its own name to its failures", () =>
      Effect.gen(function*() {
        const { layer } = scripted([() => errorList(401, "unauthorized")])
        const error = yield* Effect.flip(Effect.provide(Contacts.listByEmail("ada@example.com"), layer))
        assert.strictEqual(error.operation, "Contacts.listByEmail")
      }))
  })

  describe("what belongs to a contact", () => {
    it.effect("companies come under either key, the next page by its number", () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([
          () =>
            Response.json({
              type: "list",
              companies: [{ id: "1" }],
              pages: { next: "https://api.intercom.io/contacts/c/companies?per_page=60&page=2" }
            }),
          () => Response.json({ type: "list", data: [{ id: "2" }], pages: { next: null } })
        ])
        const found = yield* Pagination.stream(Contacts.listCompanies("c")).pipe(
          Stream.runCollect,
          Effect.provide(layer)
        )
        assert.deepStrictEqual(Chunk.toReadonlyArray(found).map(({ id }) => id), ["1", "2"])
        assert.deepStrictEqual(sent.map(({ urlParams }) => urlParams), [
          [["per_page", "60"]],
          [["per_page", "60"], ["page", "2"]]
        ])
      }))

    it.effect("is attached again after a failure, but a note is not written twice", () =>
      Effect.gen(function*() {
        const calls: ReadonlyArray<readonly [requests: number, call: Call]> = [
          [2, Contacts.attachCompany("1", { company_id: "2" })],
          [2, Contacts.attachTag("1", { tag_id: "2" })],
          [2, Contacts.attachSubscription("1", { subscription_id: "2", consent_type: "opt_in" })],
          [1, Contacts.createNote("1", { body: "Hello", admin_id: "3" })]
        ]
        for (const [requests, call] of calls) {
          const { layer, sent } = scripted([() => errorList(502, "x")], { retry: Schedule.recurs(1) })
          yield* Effect.flip(Effect.provide(call, layer))
          assert.lengthOf(sent, requests)
        }
      }))

    it.effect("is found, changed and saved: what can be written back is, and the rest is left out", () =>
      Effect.gen(function*() {
        const found = {
          type: "contact",
          id: "1",
          role: "user",
          email: "ada@example.com",
          phone: null,
          external_id: null,
          owner_id: 7,
          avatar: { type: "avatar", image_url: "https://example.com/ada.png" },
          signed_up_at: "2021-09-19T18:24:28Z",
          last_seen_at: 1_700_000_000,
          created_at: 1_600_000_000,
          custom_attributes: { plan: "pro", seats: 3, churned: null, order: { type: "list", data: [{ id: "21" }] } },
          tags: { type: "list", data: [] },
          future: true
        }
        const { layer, sent } = scripted([() => Response.json(found)])
        yield* Contacts.find("1").pipe(
          Effect.flatMap((c) => Contacts.update(c.id, { ...Contacts.changesOf(c), name: "Ada" })),
          Effect.provide(layer)
        )
        assert.deepStrictEqual(bodyOf(sent[1]), {
          role: "user",
          email: "ada@example.com",
          phone: null,
          owner_id: 7,
          signed_up_at: 1_632_075_868,
          last_seen_at: 1_700_000_000,
          custom_attributes: { plan: "pro", seats: 3, churned: null },
          name: "Ada"
        })
        assert.deepStrictEqual(Contacts.changesOf({ id: "1", role: "admin", signed_up_at: 1.5 }), {})
      }))

    it.effect("is not updated with all that was read, and the error names every field that cannot be written", () =>
      Effect.gen(function*() {
        const { layer } = scripted([() => Response.json({ id: "1", type: "contact", browser: "x", email: "a@b.c" })])
        const error = yield* Contacts.find("1").pipe(
          Effect.flatMap((c) => Contacts.update(c.id, Object({ ...c }))),
          Effect.flip,
          Effect.provide(layer)
        )
        assert.strictEqual(
          error.message,
          "Contacts.update: nothing was sent, id is not a known field (also not: type, browser) " +
            "(PUT /contacts/{contact_id})"
        )
      }))

    it("a message goes to a lead as a lead, to anybody else as a user", () => {
      assert.deepStrictEqual(Contacts.messageAddress({ id: "1", role: "lead" }), { type: "lead", id: "1" })
      assert.deepStrictEqual(Contacts.messageAddress({ id: "1", role: "user" }), { type: "user", id: "1" })
      assert.deepStrictEqual(Contacts.messageAddress({ id: "1" }), { type: "user", id: "1" })
    })
  })

  describe("findMany", () => {
    const ids = Array.from({ length: 310 }, (_, n) => `${n}`)
    /** A server that finds what has an even id, in the reverse order. */
    const searching = (sent: Array<ReadonlyArray<string>> = []) => {
      const layer = IntercomHttp.layerTest((request) => {
        const body = Schema.decodeUnknownSync(SearchBody)(bodyOf(request))
        assert.strictEqual(body.pagination.per_page, body.query.value.length)
        sent.push(body.query.value)
        const data = body.query.value.filter((id) => Number(id) % 2 === 0).reverse().map((id) => ({ id }))
        return Response.json({ type: "list", data: [...data, { id: "strange" }], total_count: data.length })
      })
      return { layer, sent }
    }

    it.effect("sends one search for each 150 ids", () =>
      Effect.gen(function*() {
        const { layer, sent } = searching()
        const { data, missing } = yield* Effect.provide(Contacts.findMany(ids), layer)
        assert.deepStrictEqual(sent, [ids.slice(0, 150), ids.slice(150, 300), ids.slice(300)])
        assert.deepStrictEqual(data.map(({ id }) => id), ids.filter((id) => Number(id) % 2 === 0))
        assert.deepStrictEqual(missing, ids.filter((id) => Number(id) % 2 === 1))
      }))

    it.effect("keeps the order of the ids, takes each once, and says which are missing", () =>
      Effect.gen(function*() {
        const { layer, sent } = searching()
        const found = yield* Effect.provide(Contacts.findMany(["8", "5", "2", "8", "5", "4"]), layer)
        assert.deepStrictEqual(sent, [["8", "5", "2", "4"]])
        assert.deepStrictEqual(found, { data: [{ id: "8" }, { id: "2" }, { id: "4" }], missing: ["5"] })
      }))

    it.effect("sends nothing without ids", () =>
      Effect.gen(function*() {
        const { layer, sent } = searching()
        assert.deepStrictEqual(yield* Effect.provide(Contacts.findMany([]), layer), { data: [], missing: [] })
        assert.lengthOf(sent, 0)
      }))

    it.effect("refuses ids that are no text before it sends anything", () =>
      Effect.gen(function*() {
        const { layer, sent } = searching()
        const error = yield* Effect.flip(Effect.provide(Contacts.findMany([...ids, ""]), layer))
        assert.strictEqual(
          error.message,
          "Contacts.search: nothing was sent, ids[310] must be text, not empty (POST /contacts/search)"
        )
        assert.lengthOf(sent, 0)
      }))

    it.effect("fails if one of the searches fails", () =>
      Effect.gen(function*() {
        const script = scripted([() => Response.json({ data: [] }), () => errorList(403, "api_plan_restricted")])
        const error = yield* Effect.flip(Effect.provide(Contacts.findMany(ids), script.layer))
        assert.strictEqual(error._tag, "IntercomForbidden")
      }))
  })

  describe("count", () => {
    const query = SearchQuery.equals("role", "lead")
    const counted = (body: object) => {
      const script = scripted([() => Response.json(body)])
      return Effect.map(Effect.provide(Contacts.count({ query }), script.layer), (count) => ({ count, script }))
    }

    it.effect("returns the number of all results, with one contact in the response", () =>
      Effect.gen(function*() {
        const { count, script } = yield* counted({ type: "list", data: [{ no: "id" }], total_count: 4711 })
        assert.strictEqual(count, 4711)
        assert.deepStrictEqual(script.sent.map(bodyOf), [{ query, pagination: { per_page: 1 } }])
      }))

    it.effect("fails with InvalidResponse without a number", () =>
      Effect.gen(function*() {
        for (const body of [{}, { total_count: null }, { total_count: "many" }]) {
          const error = yield* Effect.flip(counted({ type: "list", data: [], ...body }))
          assert.deepInclude(error, {
            _tag: "IntercomInvalidResponse",
            operation: "Contacts.count",
            at: ["total_count"]
          })
        }
      }))

    it.effect("refuses a query that Intercom would refuse", () =>
      Effect.gen(function*() {
        const script = scripted([() => contact("1")])
        const many = SearchQuery.and(query, ...Array.from({ length: 15 }, () => query))
        const error = yield* Effect.flip(Effect.provide(Contacts.count({ query: many }), script.layer))
        assert.deepInclude(error, { _tag: "IntercomInvalidInput", field: "query" })
        assert.lengthOf(script.sent, 0)
      }))
  })

  describe("upsert", () => {
    const ada = { email: "ada@example.com", external_id: "ada", name: "Ada" }
    const exists = (id: string) => () =>
      errorList(409, "conflict", {}, `A contact matching those details already exists with id=${id}`)
    const requestsOf = ({ sent }: ReturnType<typeof scripted>) =>
      sent.map(({ method, url }) => `${method} ${new URL(url).pathname}`)

    it.effect("creates a contact that does not exist, with one request", () =>
      Effect.gen(function*() {
        const script = scripted([() => contact("1")])
        assert.strictEqual((yield* Effect.provide(Contacts.upsert(ada), script.layer)).id, "1")
        assert.deepStrictEqual(requestsOf(script), ["POST /contacts"])
      }))

    it.effect("says whether it has created or updated, and what it has matched by", () =>
      Effect.gen(function*() {
        const { email, external_id } = ada
        const found = (external_id: string | null) => () => Response.json({ type: "contact", id: "5ba6", external_id })
        const upserted = (input: Parameters<typeof Contacts.upsert>[0], ...answers: Parameters<typeof scripted>[0]) =>
          Effect.map(
            Effect.provide(Contacts.upsert(input), scripted(answers).layer),
            ({ matchedBy, outcome }) => [outcome, matchedBy]
          )
        const updated = [exists("5ba6"), () => contact("5ba6")] as const
        assert.deepStrictEqual(yield* upserted(ada, () => contact("1")), ["created", undefined])
        assert.deepStrictEqual(yield* upserted({ email }, ...updated), ["updated", "email"])
        assert.deepStrictEqual(yield* upserted({ external_id }, ...updated), ["updated", "external_id"])
        assert.deepStrictEqual(yield* upserted({ external_id, email: "" }, ...updated), ["updated", "external_id"])
        const matched = (of: string | null) => upserted(ada, exists("5ba6"), found(of), () => contact("5ba6"))
        assert.deepStrictEqual(yield* matched("ada"), ["updated", "external_id"])
        assert.deepStrictEqual(yield* matched(null), ["updated", "email"])
        assert.deepStrictEqual(yield* matched(""), ["updated", "email"])
      }))

    it.effect("updates the contact that Intercom says is in the way, which it reads first if it has both keys", () =>
      Effect.gen(function*() {
        const script = scripted([exists("5ba6"), () => contact("5ba6"), () => contact("5ba6")])
        assert.strictEqual((yield* Effect.provide(Contacts.upsert(ada), script.layer)).id, "5ba6")
        assert.deepStrictEqual(requestsOf(script), ["POST /contacts", "GET /contacts/5ba6", "PUT /contacts/5ba6"])
        assert.deepStrictEqual(bodyOf(script.sent[2]), ada)
        const short = scripted([exists("5ba6"), () => contact("5ba6")])
        yield* Effect.provide(Contacts.upsert({ external_id: "ada" }), short.layer)
        assert.deepStrictEqual(requestsOf(short), ["POST /contacts", "PUT /contacts/5ba6"])
      }))

    const bobs = () => Response.json({ type: "contact", id: "5ba6", external_id: "bob" })
    const nobodys = () => Response.json({ type: "contact", id: "5ba6", external_id: null })

    it.effect("does not give the contact with the email another external id", () =>
      Effect.gen(function*() {
        for (const options of [{}, { takeOver: "unclaimed" }, { takeOver: "never" }] as const) {
          const script = scripted([exists("5ba6"), bobs])
          const error = yield* Effect.flip(Effect.provide(Contacts.upsert(ada, options), script.layer))
          assert.deepInclude(error, {
            _tag: "IntercomConflict",
            operation: "Contacts.upsert",
            status: 409,
            existingId: "5ba6",
            archived: false
          })
          assert.strictEqual(error.message, "Contacts.upsert: 409 conflict email (POST /contacts, request req-1)")
          assert.deepStrictEqual(requestsOf(script), ["POST /contacts", "GET /contacts/5ba6"])
        }
      }))

    it.effect("gives the contact with the email the external id, as far as `takeOver` allows it", () =>
      Effect.gen(function*() {
        const outcomeOf = (takeOver: "always" | "never" | "unclaimed", existing: () => Response) =>
          Effect.match(
            Effect.provide(
              Contacts.upsert(ada, { takeOver }),
              scripted([exists("5ba6"), existing, () => contact("5ba6")]).layer
            ),
            { onFailure: ({ _tag }) => _tag, onSuccess: ({ matchedBy }) => matchedBy }
          )
        assert.strictEqual(yield* outcomeOf("always", bobs), "email")
        assert.strictEqual(yield* outcomeOf("always", nobodys), "email")
        assert.strictEqual(yield* outcomeOf("unclaimed", nobodys), "email")
        assert.strictEqual(yield* outcomeOf("never", nobodys), "IntercomConflict")
      }))

    it.effect("refuses an empty external id, which the contact with the email would get", () =>
      Effect.gen(function*() {
        const script = scripted([exists("5ba6"), bobs])
        const row = { email: "ada@example.com", external_id: "" }
        const error = yield* Effect.flip(Effect.provide(Contacts.upsert(row), script.layer))
        assert.deepInclude(error, { _tag: "IntercomInvalidInput", field: "external_id" })
        assert.lengthOf(script.sent, 0)
      }))

    it.effect("refuses a `takeOver` that it does not know", () =>
      Effect.gen(function*() {
        const script = scripted([() => contact("1")])
        const options: object = { takeOver: "sometimes" }
        const error = yield* Effect.flip(Effect.provide(Contacts.upsert(ada, options), script.layer))
        assert.deepInclude(error, { _tag: "IntercomInvalidInput", field: "takeOver" })
        assert.lengthOf(script.sent, 0)
      }))

    it.effect("fails with the conflict of the update if email and external id belong to two contacts", () =>
      Effect.gen(function*() {
        const adas = () => Response.json({ type: "contact", id: "1", external_id: "ada" })
        const script = scripted([exists("1"), adas, exists("2")])
        const error = yield* Effect.flip(Effect.provide(Contacts.upsert(ada), script.layer))
        assert.deepInclude(error, { _tag: "IntercomConflict", operation: "Contacts.update", existingId: "2" })
      }))

    it.effect("asks by external id, which does not lag, where Intercom does not say which one", () =>
      Effect.gen(function*() {
        const script = scripted([() => errorList(409, "conflict"), () => contact("5ba6"), () => contact("5ba6")])
        yield* Effect.provide(Contacts.upsert(ada), script.layer)
        assert.deepStrictEqual(requestsOf(script), [
          "POST /contacts",
          "GET /contacts/find_by_external_id/ada",
          "PUT /contacts/5ba6"
        ])
      }))

    it.effect("creates after all when the one in the way is deleted meanwhile", () =>
      Effect.gen(function*() {
        const gone = () => errorList(404, "not_found")
        const script = scripted([exists("5ba6"), gone, exists("5ba7"), () => contact("5ba7"), gone, () => contact("7")])
        assert.strictEqual((yield* Effect.provide(Contacts.upsert(ada), script.layer)).id, "7")
        assert.deepStrictEqual(requestsOf(script), [
          "POST /contacts",
          "GET /contacts/5ba6",
          "POST /contacts",
          "GET /contacts/5ba7",
          "PUT /contacts/5ba7",
          "POST /contacts"
        ])
      }))

    it.effect("gives up when it is chased in circles", () =>
      Effect.gen(function*() {
        const script = scripted([
          exists("1"),
          () => errorList(404, "x"),
          exists("2"),
          () => errorList(404, "x"),
          exists("3"),
          () => errorList(404, "x")
        ])
        const error = yield* Effect.flip(Effect.provide(Contacts.upsert(ada), script.layer))
        assert.strictEqual(error._tag, "IntercomNotFound")
        assert.lengthOf(script.sent, 6)
      }))

    it.effect("leaves an archived contact alone and says so", () =>
      Effect.gen(function*() {
        const script = scripted([
          () => errorList(409, "conflict", {}, "An archived contact matching those details already exists with id=5ba6")
        ])
        const error = yield* Effect.flip(Effect.provide(Contacts.upsert(ada), script.layer))
        assert.deepInclude(error, { _tag: "IntercomConflict", archived: true, existingId: "5ba6" })
        assert.lengthOf(script.sent, 1)
      }))

    it.effect("fails with the conflict where nothing tells which contact it is", () =>
      Effect.gen(function*() {
        const script = scripted([() => errorList(409, "conflict")])
        const error = yield* Effect.flip(Effect.provide(Contacts.upsert({ email: "a@b.c" }), script.layer))
        assert.strictEqual(error._tag, "IntercomConflict")
        assert.lengthOf(script.sent, 1)
      }))
  })
})
