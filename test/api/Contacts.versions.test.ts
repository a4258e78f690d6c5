/** What contacts send and take under an earlier and a later version of the API. */
import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import type { IntercomError } from "effect-intercom/IntercomError"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Pagination from "effect-intercom/Pagination"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { bodyOf, contact, errorList, lineOf, scripted, textOf } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

type Call = Effect.Effect<unknown, IntercomError, IntercomHttp.IntercomHttp>

const later = IntercomHttp.withVersion("2.16")

const ada = { email: "ada@example.com" }

describe("Contacts: owner_id", () => {
  /** The bodies that are sent under a version. */
  const textsOf = (call: Call, version: string, first = () => contact("1")) =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([first, () => contact("1")])
      yield* Effect.provide(IntercomHttp.withVersion(call, version), layer)
      return sent.map(({ body }) => textOf(body))
    })

  const cases: ReadonlyArray<
    readonly [owner: string | number | null, before: string, from: string]
  > = [
    ["814860", "814860", "\"814860\""],
    [814860, "814860", "\"814860\""],
    ["0", "0", "\"0\""],
    ["abc", "\"abc\"", "\"abc\""],
    [null, "null", "null"]
  ]
  for (const [owner_id, before, from] of cases) {
    it.effect(`${JSON.stringify(owner_id)} is sent as ${before} before 2.16, and as ${from} from then on`, () =>
      Effect.gen(function*() {
        const calls: ReadonlyArray<readonly [call: Call, start: string]> = [
          [Contacts.create({ ...ada, owner_id, name: "Ada" }), "{\"email\":\"ada@example.com\",\"name\":\"Ada\","],
          [Contacts.update("1", { name: "Ada", owner_id }), "{\"name\":\"Ada\","],
          [Contacts.upsert({ ...ada, owner_id }), "{\"email\":\"ada@example.com\","]
        ]
        for (const [call, start] of calls) {
          for (const version of ["2.9", "2.15"]) {
            assert.deepStrictEqual(yield* textsOf(call, version), [`${start}"owner_id":${before}}`])
          }
          for (const version of ["2.16", "2.17", "Preview"]) {
            assert.deepStrictEqual(yield* textsOf(call, version), [`${start}"owner_id":${from}}`])
          }
        }
      }))
  }

  it.effect("is text in both requests of upsert from 2.16 on", () =>
    Effect.gen(function*() {
      const conflict = () =>
        errorList(
          409,
          "conflict",
          {},
          "A contact matching those details already exists with id=5ba682d23d7cf92bef87bfd4"
        )
      const call = Contacts.upsert({ ...ada, owner_id: 814860 })
      const text = "{\"email\":\"ada@example.com\",\"owner_id\":\"814860\"}"
      assert.deepStrictEqual(yield* textsOf(call, "2.16", conflict), [text, text])
    }))

  it.effect("is not sent if it is not given", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual(yield* textsOf(Contacts.update("1", { name: null }), "2.16"), ["{\"name\":null}"])
    }))

  it.effect("is refused under both versions if it is no id, and so are fields that do not exist", () =>
    Effect.gen(function*() {
      const unlike = { owner_id: true, name: "Ada" }
      const unknown = { name: "Ada", user_id: "1" }
      for (const version of ["2.15", "2.16"]) {
        // @ts-expect-error the types keep this out too
        const wrong = yield* refusalOf(IntercomHttp.withVersion(Contacts.update("1", unlike), version))
        assert.deepStrictEqual(wrong.slice(0, 2), ["Contacts.update", "owner_id"])
        const excess = yield* refusalOf(IntercomHttp.withVersion(Contacts.update("1", unknown), version))
        assert.deepStrictEqual(excess.slice(0, 2), ["Contacts.update", "user_id"])
      }
    }))
})

describe("Contacts: input of 2.16", () => {
  const history = { include_merge_history: true }
  const query = SearchQuery.equals("email", "ada@example.com")
  const cases: ReadonlyArray<readonly [field: string, call: Call, line: string, body: unknown]> = [
    ["email_verified", Contacts.create({ ...ada, email_verified: true }), "POST /contacts", {
      ...ada,
      email_verified: true
    }],
    ["email_verified", Contacts.update("1", { ...ada, email_verified: null }), "PUT /contacts/1", {
      ...ada,
      email_verified: null
    }],
    ["email_verified", Contacts.upsert({ ...ada, email_verified: false }), "POST /contacts", {
      ...ada,
      email_verified: false
    }],
    [
      "skip_duplicate_validation",
      Contacts.merge({ from: "1", into: "2", skip_duplicate_validation: true }),
      "POST /contacts/merge",
      { from: "1", into: "2", skip_duplicate_validation: true }
    ],
    ["include_merge_history", Contacts.find("1", history), "GET /contacts/1?include_merge_history=true", undefined],
    [
      "include_merge_history",
      Contacts.findByExternalId("7", history),
      "GET /contacts/find_by_external_id/7?include_merge_history=true",
      undefined
    ],
    [
      "include_merge_history",
      Contacts.list({ perPage: 5, ...history }),
      "GET /contacts?per_page=5&include_merge_history=true",
      undefined
    ],
    [
      "include_merge_history",
      Stream.runDrain(Contacts.stream(history)),
      "GET /contacts?per_page=150&include_merge_history=true",
      undefined
    ],
    [
      "include_merge_history",
      Contacts.search({ query, ...history }),
      "POST /contacts/search?include_merge_history=true",
      { query, pagination: {} }
    ],
    [
      "include_merge_history",
      Contacts.update("1", { name: "Ada", ...history }),
      "PUT /contacts/1?include_merge_history=true",
      { name: "Ada" }
    ],
    [
      "include_merge_history",
      Contacts.merge({ from: "1", into: "2", ...history }),
      "POST /contacts/merge?include_merge_history=true",
      { from: "1", into: "2" }
    ]
  ]
  for (const [field, call, line, body] of cases) {
    it.effect(`${field} is sent with ${line} under 2.16, and refused under 2.15`, () =>
      Effect.gen(function*() {
        const { layer, sent } = scripted([() => Response.json({ type: "list", id: "1", data: [{ id: "1" }] })])
        yield* Effect.provide(later(call), layer)
        assert.deepStrictEqual(sent.map(lineOf), [line])
        assert.deepStrictEqual(bodyOf(sent[0]), body)
        const [, refused, reason] = yield* refusalOf(call)
        assert.deepStrictEqual([refused, reason], [field, "needs API version 2.16: use IntercomHttp.withVersion"])
      }))
  }

  it.effect("email_verified is refused without an email", () =>
    Effect.gen(function*() {
      const refusal = ["email_verified", "must come with an email"] as const
      const update = Contacts.update("1", { email_verified: true })
      assert.deepStrictEqual(yield* refusalOf(later(update)), ["Contacts.update", ...refusal])
      const create = Contacts.create({ role: "lead", email_verified: null })
      assert.deepStrictEqual(yield* refusalOf(later(create)), ["Contacts.create", ...refusal])
    }))

  it.effect("the history of a contact is decoded", () =>
    Effect.gen(function*() {
      const merge_history = [{
        type: "merge_history",
        source_contact_id: 7,
        source_contact_role: "lead",
        merged_at: "5"
      }]
      const { layer } = scripted([() => Response.json({ id: "1", merge_history })])
      const found = yield* Effect.provide(later(Contacts.find("1", history)), layer)
      assert.deepStrictEqual(found.merge_history, [
        { type: "merge_history", source_contact_id: "7", source_contact_role: "lead", merged_at: 5 }
      ])
    }))
})

describe("Contacts: sort", () => {
  it.effect("is sent under both versions, and refused in an order that Intercom does not know", () =>
    Effect.gen(function*() {
      const query = SearchQuery.equals("role", "user")
      const sort = { field: "created_at", order: "descending" } as const
      const { layer, sent } = scripted([() => Response.json({ type: "list", data: [] })])
      yield* Effect.provide(Contacts.search({ query, sort }), layer)
      yield* Effect.provide(later(Contacts.search({ query, sort })), layer)
      assert.deepStrictEqual(sent.map(bodyOf), [{ query, sort, pagination: {} }, { query, sort, pagination: {} }])
      const unknown = { field: "created_at", order: "desc" } as const
      // @ts-expect-error the types keep this out too
      assert.deepStrictEqual(yield* refusalOf(Contacts.search({ query, sort: unknown })), [
        "Contacts.search",
        "sort.order",
        "must be ascending or descending"
      ])
    }))
})

describe("Contacts: banners", () => {
  it.effect("are not listed twice, because Intercom counts each time", () =>
    Effect.gen(function*() {
      assert.lengthOf(yield* attemptsOf(Contacts.listBanners("1")), 1)
    }))

  it.effect("are dismissed again after a failure, because that changes nothing more", () =>
    Effect.gen(function*() {
      assert.isAbove((yield* attemptsOf(Contacts.dismissBanner("1", { view_id: "2" }))).length, 1)
      assert.deepStrictEqual((yield* refusalOf(Contacts.dismissBanner("1", { view_id: "" }))).slice(0, 2), [
        "Contacts.dismissBanner",
        "view_id"
      ])
    }))
})

describe("Contacts: merge history", () => {
  const page = (id: string, more: object) => () =>
    Response.json({ type: "list", data: [{ type: "merge_history", source_contact_id: id }], ...more })

  it.effect("is streamed by next_cursor until has_more is false", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([
        page("1", { next_cursor: "two", has_more: true }),
        page("2", { next_cursor: "three", has_more: true }),
        page("3", { has_more: false })
      ])
      const items = yield* Effect.provide(
        Stream.runCollect(Pagination.stream(Contacts.listMergeHistory("u", { order: "asc" }))),
        layer
      )
      assert.deepStrictEqual(Chunk.toReadonlyArray(items).map((item) => item.source_contact_id), ["1", "2", "3"])
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /contacts/u/merge_history?per_page=150&order=asc",
        "GET /contacts/u/merge_history?cursor=two&per_page=150&order=asc",
        "GET /contacts/u/merge_history?cursor=three&per_page=150&order=asc"
      ])
      assert.deepStrictEqual(sent.map(({ headers }) => headers["intercom-version"]), ["2.16", "2.16", "2.16"])
    }))

  it.effect("does not end in silence if there is more without a cursor", () =>
    Effect.gen(function*() {
      const { layer } = scripted([page("1", { has_more: true })])
      const error = yield* Effect.flip(
        Effect.provide(Stream.runDrain(Pagination.stream(Contacts.listMergeHistory("u"))), layer)
      )
      assert.strictEqual(error._tag, "IntercomInvalidResponse")
    }))

  it.effect("is not asked for in pages of more than 150", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* refusalOf(Contacts.listMergeHistory("u", { perPage: 151 })))[1], "perPage")
    }))
})
