import { assert } from "@effect/vitest"
import * as Articles from "effect-intercom/api/Articles"
import * as Companies from "effect-intercom/api/Companies"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Conversations from "effect-intercom/api/Conversations"
import * as Tags from "effect-intercom/api/Tags"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as Effect from "effect/Effect"
import { refusal, tagOf } from "../calls.js"
import type { Case } from "../ways.js"

const names = (tags: ReadonlyArray<Tags.EmbeddedTag>) => tags.map(({ name }) => name)

export const cases: ReadonlyArray<Case> = [
  {
    name: "saves a tag by its name in any case, renames it by its id and deletes it",
    test: Effect.gen(function*() {
      const vip = yield* Tags.upsert({ name: "VIP" })
      assert.deepInclude(yield* Tags.upsert({ name: "vip" }), { id: vip.id, name: "VIP" })
      assert.deepInclude(yield* Tags.upsert({ id: vip.id, name: "gold" }), { id: vip.id, name: "gold" })
      assert.deepInclude(yield* Tags.find(vip.id), { name: "gold" })
      assert.deepStrictEqual(names((yield* Tags.list()).data), ["gold"])
      yield* Tags.delete(vip.id)
      assert.deepStrictEqual((yield* Tags.list()).data, [])
      assert.strictEqual(yield* tagOf(Tags.find(vip.id)), "IntercomNotFound")
      assert.strictEqual(yield* tagOf(Tags.upsert({ id: "7", name: "x" })), "IntercomNotFound")
    })
  },
  {
    name: "skips, from 2.16, contacts and companies that do not exist, and says which it has tagged",
    seed: {
      contacts: [{ id: "ada" }],
      companies: [{ company_id: "acme" }]
    },
    test: Effect.gen(function*() {
      const { id } = yield* Companies.findByCompanyId("acme")
      const contacts = Tags.tagContacts({ name: "VIP", users: [{ id: "ada" }, { id: "x" }] })
      const companies = Tags.tagCompanies({ name: "VIP", companies: [{ company_id: "acme" }, { id: "x" }] })
      const untagging = Tags.untagCompanies({ name: "VIP", companies: [{ id }, { company_id: "x" }] })
      for (const call of [contacts, companies, untagging]) {
        assert.strictEqual(yield* tagOf(IntercomHttp.withVersion(call, "2.15")), "IntercomNotFound")
      }
      assert.deepInclude(yield* IntercomHttp.withVersion(contacts, "2.16"), {
        users: [{ id: "ada", tagged: true }],
        companies: []
      })
      assert.deepInclude(yield* IntercomHttp.withVersion(companies, "2.16"), {
        users: [],
        companies: [{ id, tagged: true }]
      })
      assert.deepInclude(yield* IntercomHttp.withVersion(untagging, "2.16"), {
        users: [],
        companies: [{ id, tagged: false }]
      })
      assert.deepStrictEqual(names((yield* Contacts.listTags("ada")).data), ["VIP"])
      const again = Tags.tagContacts({ name: "VIP", users: [{ id: "ada" }] })
      assert.notProperty(yield* IntercomHttp.withVersion(again, "2.15"), "users")
    })
  },
  {
    name: "puts tags on a contact, of which the contact shows ten, and takes them off",
    seed: {
      tags: Array.from({ length: 12 }, (_, n) => ({ id: String(n), name: `tag ${n}` })),
      contacts: [{ id: "ada", external_id: "ada" }]
    },
    test: Effect.gen(function*() {
      for (let n = 0; n < 12; n++) {
        assert.deepInclude(yield* Contacts.attachTag("ada", { tag_id: String(n) }), { name: `tag ${n}` })
      }
      yield* Contacts.attachTag("ada", { tag_id: "0" })
      const { tags } = yield* Contacts.find("ada")
      assert.deepInclude(tags, { total_count: 12, has_more: true, url: "/contacts/ada/tags" })
      assert.lengthOf(tags?.data ?? [], 10)
      assert.lengthOf((yield* Contacts.listTags("ada")).data, 12)
      assert.deepInclude(yield* Contacts.detachTag("ada", { tag_id: "3" }), { name: "tag 3" })
      assert.lengthOf((yield* Contacts.listTags("ada")).data, 11)
      assert.strictEqual(yield* tagOf(Contacts.detachTag("ada", { tag_id: "3" })), "IntercomNotFound")
      assert.strictEqual(yield* tagOf(Contacts.attachTag("ada", { tag_id: "99" })), "IntercomNotFound")
      assert.strictEqual(yield* tagOf(Contacts.attachTag("bob", { tag_id: "1" })), "IntercomNotFound")
      yield* Tags.delete("1")
      assert.deepInclude((yield* Contacts.find("ada")).tags, { total_count: 10 })
    })
  },
  {
    name: "finds contacts by a tag, and by having it not",
    seed: { contacts: [{ external_id: "ada", tags: ["vip", "beta"] }, { external_id: "bob", tags: ["beta"] }] },
    test: Effect.gen(function*() {
      const vip = yield* Tags.upsert({ name: "vip" })
      const found = (query: SearchQuery.SearchQuery<Contacts.ContactField>) =>
        Effect.map(Contacts.search({ query }), ({ data }) => data.map(({ external_id }) => external_id))
      assert.deepStrictEqual(yield* found(SearchQuery.equals("tag_id", vip.id)), ["ada"])
      assert.deepStrictEqual(yield* found(SearchQuery.notEquals("tag_id", vip.id)), ["bob"])
    })
  },
  {
    name: "is nowhere any more once it is deleted",
    seed: {
      tags: [{ id: "1", name: "vip" }],
      companies: [{ company_id: "acme", tags: ["vip"] }],
      contacts: [{ id: "ada", external_id: "ada", tags: ["vip"], companies: ["acme"] }],
      conversations: [{ id: "7", contacts: ["ada"], body: "Hello", tags: ["vip", "beta"] }],
      articles: [{ id: "9", title: "Hello", tags: ["vip"] }]
    },
    test: Effect.gen(function*() {
      yield* Tags.delete("1")
      assert.deepStrictEqual((yield* Contacts.search({ query: SearchQuery.equals("tag_id", "1") })).data, [])
      assert.deepStrictEqual((yield* Conversations.search({ query: SearchQuery.equals("tag_ids", "1") })).data, [])
      assert.deepStrictEqual((yield* Companies.listByTag("1")).data, [])
      assert.deepStrictEqual((yield* Conversations.find("7")).tags?.tags?.map(({ name }) => name), ["beta"])
      assert.deepStrictEqual((yield* Articles.find("9")).tags?.tags, [])
    })
  },
  {
    name: "has a name of its own: another tag's is refused",
    seed: { tags: [{ id: "1", name: "VIP" }, { id: "2", name: "beta" }] },
    test: Effect.gen(function*() {
      const taken = Tags.upsert({ id: "2", name: "vip" })
      assert.strictEqual(yield* refusal(taken), "IntercomInvalidRequest 400 parameter_invalid")
      assert.deepInclude(yield* Tags.upsert({ id: "1", name: "vip" }), { id: "1", name: "vip" })
      assert.deepStrictEqual(names((yield* Tags.list()).data), ["vip", "beta"])
    })
  },
  {
    name: "tags many contacts and companies by the name; before 2.16, all of them or none",
    seed: {
      contacts: [{ id: "ada", external_id: "ada" }, { id: "bob", role: "lead" }],
      companies: [{ company_id: "acme" }]
    },
    test: Effect.gen(function*() {
      assert.strictEqual(
        yield* tagOf(
          IntercomHttp.withVersion(Tags.tagContacts({ name: "vip", users: [{ id: "ada" }, { id: "nobody" }] }), "2.15")
        ),
        "IntercomNotFound"
      )
      assert.deepStrictEqual((yield* Tags.list()).data, [])
      yield* Tags.tagContacts({ name: "vip", users: [{ id: "ada" }, { id: "bob" }] })
      assert.deepStrictEqual(names((yield* Contacts.listTags("bob")).data), ["vip"])
      yield* Tags.tagCompanies({ name: "vip", companies: [{ company_id: "acme" }] })
      assert.deepStrictEqual(names((yield* Companies.findByCompanyId("acme")).tags?.tags ?? []), ["vip"])
      yield* Tags.untagCompanies({ name: "vip", companies: [{ company_id: "acme" }] })
      assert.deepStrictEqual((yield* Companies.findByCompanyId("acme")).tags?.tags, [])
    })
  }
]
