import { assert } from "@effect/vitest"
import * as Companies from "effect-intercom/api/Companies"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Pagination from "effect-intercom/Pagination"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { post, refusal } from "../calls.js"
import type { Case } from "../ways.js"

const acme = { company_id: "acme", name: "Acme", plan: "pro", custom_attributes: { tier: "gold" } }

const many = Array.from({ length: 25 }, (_, n) => ({ company_id: `company-${n}`, name: `Company ${n}` }))

const collect = <E, R>(stream: Stream.Stream<Companies.Company, E, R>) =>
  Effect.map(Stream.runCollect(stream), (rows) => Chunk.toReadonlyArray(rows).map(({ company_id }) => company_id))

export const cases: ReadonlyArray<Case> = [
  {
    name: "saves a company by its own id, again and again, and finds it by either",
    test: Effect.gen(function*() {
      const saved = yield* Companies.upsert(acme)
      assert.deepInclude(saved, { name: "Acme", custom_attributes: { tier: "gold" }, user_count: 0 })
      const again = yield* Companies.upsert({ company_id: "acme", monthly_spend: 5 })
      assert.deepInclude(again, { id: saved.id, name: "Acme", monthly_spend: 5 })
      assert.deepStrictEqual(yield* Companies.find(saved.id), again)
      assert.deepStrictEqual(yield* Companies.findByCompanyId("acme"), again)
      assert.deepInclude(yield* Companies.update(saved.id, { name: "Acme Ltd" }), {
        name: "Acme Ltd",
        plan: { type: "plan", id: "pro", name: "pro" }
      })
      assert.deepInclude(yield* Companies.delete(saved.id), { id: saved.id, deleted: true })
      assert.strictEqual((yield* Effect.flip(Companies.find(saved.id)))._tag, "IntercomNotFound")
    })
  },
  {
    name: "attaches a company to a contact and detaches it, seen from both sides",
    seed: { companies: [acme], contacts: [{ email: "ada@example.com" }] },
    test: Effect.gen(function*() {
      const company = yield* Companies.findByCompanyId("acme")
      const [ada] = (yield* Contacts.list()).data
      if (ada === undefined) return yield* Effect.dieMessage("nobody was seeded")
      assert.deepInclude(yield* Contacts.attachCompany(ada.id, { company_id: company.id }), {
        id: company.id,
        user_count: 1
      })
      assert.deepInclude((yield* Contacts.find(ada.id)).companies, { total_count: 1, has_more: false })
      assert.deepStrictEqual((yield* Contacts.listCompanies(ada.id)).data.map(({ id }) => id), [company.id])
      assert.deepStrictEqual((yield* Companies.listContacts(company.id)).data.map(({ id }) => id), [ada.id])
      const bob = yield* Contacts.create({ external_id: "bob" })
      yield* Contacts.attachCompany(bob.id, { company_id: company.id })
      yield* Contacts.update(ada.id, { name: "Ada" })
      const inPages = Pagination.stream(Companies.listContacts(company.id, { perPage: 1 }))
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(yield* Stream.runCollect(inPages)).map(({ id }) => id),
        [ada.id, bob.id]
      )
      yield* Contacts.detachCompany(bob.id, { company_id: company.id })
      assert.deepInclude(yield* Contacts.detachCompany(ada.id, { company_id: company.id }), { user_count: 0 })
      assert.strictEqual(
        (yield* Effect.flip(Contacts.detachCompany(ada.id, { company_id: company.id })))._tag,
        "IntercomNotFound"
      )
      assert.deepStrictEqual((yield* Companies.listContacts(company.id)).data, [])
    })
  },
  {
    name: "lists companies by number and by scroll, but for those nobody belongs to",
    seed: {
      companies: [...many, { company_id: "empty" }],
      contacts: [{ external_id: "ada", companies: many.map(({ company_id }) => company_id) }]
    },
    test: Effect.gen(function*() {
      const expected = many.map(({ company_id }) => company_id).sort()
      assert.deepStrictEqual([...(yield* collect(Companies.stream({ perPage: 7 })))].sort(), expected)
      assert.deepStrictEqual([...(yield* collect(Companies.scrollStream()))].sort(), expected)
      const first = yield* Companies.list({ perPage: 13 })
      assert.deepInclude(first, { total_count: 25 })
      assert.isUndefined((yield* Companies.list({ perPage: 13, cursor: first.next })).next)
      assert.isUndefined((yield* Companies.list({ perPage: 25 })).next)
    })
  },
  {
    name: "scrolls on behind the last company it gave, though those before it are gone",
    seed: {
      companies: Array.from({ length: 150 }, (_, n) => ({ company_id: String(n) })),
      contacts: [{ id: "ada", external_id: "ada", companies: Array.from({ length: 150 }, (_, n) => String(n)) }]
    },
    test: Effect.gen(function*() {
      const first = yield* Companies.scroll()
      yield* Effect.forEach(
        first.data,
        ({ id }, n) => n % 2 === 0 ? Companies.delete(id) : Contacts.detachCompany("ada", { company_id: id }),
        { discard: true }
      )
      const second = yield* Companies.scroll({ scroll_param: first.next })
      assert.deepStrictEqual(
        [...first.data, ...second.data].map(({ company_id }) => company_id),
        Array.from({ length: 150 }, (_, n) => String(n))
      )
      assert.deepStrictEqual((yield* Companies.scroll({ scroll_param: second.next })).data, [])
    })
  },
  {
    name: "cuts off what a monthly spend has beyond whole numbers, and takes 2,147,483,647 at most",
    test: Effect.gen(function*() {
      yield* post("/companies", { company_id: "acme", monthly_spend: 12.9 })
      assert.deepInclude(yield* Companies.findByCompanyId("acme"), { monthly_spend: 12 })
      yield* post("/companies", { company_id: "acme", monthly_spend: 2_147_483_647.9 })
      assert.deepInclude(yield* Companies.findByCompanyId("acme"), { monthly_spend: 2_147_483_647 })
      const tooMuch = post("/companies", { company_id: "acme", monthly_spend: 2_147_483_648 })
      assert.strictEqual(yield* refusal(tooMuch), "IntercomInvalidRequest 400 parameter_invalid")
    })
  },
  {
    name: "shows no company past the 10,000th, and says that there are none",
    seed: {
      companies: many,
      contacts: [{ external_id: "ada", companies: many.map(({ company_id }) => company_id) }]
    },
    test: Effect.gen(function*() {
      const inside = yield* Effect.map(post("/companies/list?page=167&per_page=60", {}), ({ text }) => JSON.parse(text))
      const past = yield* Effect.map(post("/companies/list?page=168&per_page=60", {}), ({ text }) => JSON.parse(text))
      assert.deepInclude(inside, { data: [], total_count: 25 })
      assert.deepInclude(past, { data: [], total_count: 0 })
    })
  },
  {
    name: "lets a contact belong to 1,000 companies",
    seed: {
      companies: Array.from({ length: 1001 }, (_, n) => ({ company_id: String(n) })),
      contacts: [{ id: "ada", external_id: "ada", companies: Array.from({ length: 1000 }, (_, n) => String(n)) }]
    },
    test: Effect.gen(function*() {
      const { id } = yield* Companies.findByCompanyId("1000")
      assert.strictEqual(
        yield* refusal(Contacts.attachCompany("ada", { company_id: id })),
        "IntercomInvalidRequest 400 contact_company_limit_exceeded"
      )
    })
  }
]
