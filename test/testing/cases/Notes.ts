import { assert } from "@effect/vitest"
import * as Companies from "effect-intercom/api/Companies"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Notes from "effect-intercom/api/Notes"
import * as Pagination from "effect-intercom/Pagination"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { post, refusal } from "../calls.js"
import type { Case } from "../ways.js"

const ada = "6762f0d0aaaaaaaaaaaaaaaa"

const many = Array.from({ length: 60 }, (_, n) => ({
  id: String(n),
  contact: "ada@example.com",
  body: `Note ${n}`,
  created_at: 1_700_000_000 + n
}))

const seed: Case["seed"] = {
  admins: [{ id: "7", email: "grace@example.com", name: "Grace" }],
  companies: [{ company_id: "acme" }],
  contacts: [{ id: ada, email: "ada@example.com", companies: ["acme"] }]
}

export const cases: ReadonlyArray<Case> = [
  {
    name: "writes a note about a contact, by an admin or by the token's, and finds it again",
    seed,
    test: Effect.gen(function*() {
      const note = yield* Contacts.createNote(ada, { body: "Tea & cake", admin_id: "7" })
      assert.deepInclude(note, { type: "note", body: "<p>Tea &amp; cake</p>" })
      assert.deepStrictEqual<unknown>(note.contact, { type: "contact", id: ada })
      assert.deepInclude(note.author, { type: "admin", id: "7", name: "Grace" })
      assert.deepStrictEqual(yield* Notes.find(note.id), note)
      assert.deepStrictEqual((yield* Contacts.listNotes(ada)).data, [note])
      assert.deepInclude((yield* Contacts.find(ada)).notes, { total_count: 1, has_more: false })
      yield* post(`/contacts/${ada}/notes`, { body: "By number", admin_id: 7 })
      assert.strictEqual((yield* Contacts.listNotes(ada)).data[0]?.author?.id, "7")
      const html = yield* Contacts.createNote(ada, { body: "<p>Likes <b>tea</b></p>" })
      assert.deepInclude(html, { body: "<p>Likes <b>tea</b></p>" })
      assert.strictEqual(html.author?.id, "814860")
    })
  },
  {
    name: "lists notes by numbered pages, the latest first, and of a contact the first ten",
    seed: { ...seed, notes: many },
    test: Effect.gen(function*() {
      const expected = many.map(({ id }) => id).reverse()
      const first = yield* Contacts.listNotes(ada)
      assert.deepStrictEqual(first.data.map(({ id }) => id), expected.slice(0, 50))
      assert.deepInclude(first, { next: "2", total_count: 60 })
      const streamed = yield* Stream.runCollect(Pagination.stream(Contacts.listNotes(ada, { perPage: 7 })))
      assert.deepStrictEqual(Chunk.toReadonlyArray(streamed).map(({ id }) => id), expected)
      const { notes } = yield* Contacts.find(ada)
      assert.deepInclude(notes, { total_count: 60, has_more: true, url: `/contacts/${ada}/notes` })
      assert.strictEqual(notes?.data?.length, 10)
    })
  },
  {
    name: "lists the notes about a company",
    seed: { ...seed, notes: [{ id: "1", company: "acme", body: "Pays late", admin: "grace@example.com" }] },
    test: Effect.gen(function*() {
      const company = yield* Companies.findByCompanyId("acme")
      const { data: [note] } = yield* Companies.listNotes(company.id)
      assert.deepInclude(note, { id: "1", body: "<p>Pays late</p>" })
      assert.deepStrictEqual<unknown>(note?.company, { type: "company", id: company.id })
      assert.notProperty(note, "contact")
      assert.deepStrictEqual(yield* Notes.find("1"), note)
      assert.deepStrictEqual((yield* Contacts.listNotes(ada)).data, [])
    })
  },
  {
    name: "writes a note about a company",
    seed,
    test: Effect.gen(function*() {
      const { id } = yield* Companies.findByCompanyId("acme")
      const note = yield* Companies.createNote(id, { body: "Pays late", admin_id: "7" })
      assert.deepInclude(note, { type: "note", body: "<p>Pays late</p>" })
      assert.deepStrictEqual<unknown>(note.company, { type: "company", id })
      assert.notProperty(note, "contact")
      assert.strictEqual(note.author?.id, "7")
      assert.deepStrictEqual((yield* Companies.listNotes(id)).data, [note])
      assert.deepStrictEqual(yield* Notes.find(note.id), note)
      assert.strictEqual(
        yield* refusal(Companies.createNote("none", { body: "?" })),
        "IntercomNotFound 404 company_not_found"
      )
      assert.strictEqual(
        yield* refusal(Companies.createNote(id, { body: "?", admin_id: "8" })),
        "IntercomNotFound 404 not_found"
      )
    })
  },
  {
    name: "refuses notes about nobody, by nobody, of nothing",
    seed,
    test: Effect.gen(function*() {
      assert.strictEqual(
        yield* refusal(Contacts.createNote("nobody", { body: "?", admin_id: "8" })),
        "IntercomNotFound 404 not_found"
      )
      assert.strictEqual(
        yield* refusal(Contacts.createNote(ada, { body: "?", admin_id: "8" })),
        "IntercomNotFound 404 not_found"
      )
      assert.strictEqual(
        yield* refusal(Contacts.createNote(ada, { body: " " })),
        "IntercomInvalidRequest 400 parameter_invalid"
      )
      assert.strictEqual(yield* refusal(Notes.find("1")), "IntercomNotFound 404 not_found")
      assert.strictEqual(yield* refusal(Contacts.listNotes("nobody")), "IntercomNotFound 404 not_found")
      assert.strictEqual(yield* refusal(Companies.listNotes("none")), "IntercomNotFound 404 company_not_found")
    })
  },
  {
    name: "forgets the notes about a contact with the contact",
    seed: { ...seed, notes: [{ id: "1", contact: "ada@example.com", body: "Likes tea" }] },
    test: Effect.gen(function*() {
      yield* Contacts.delete(ada)
      assert.strictEqual(yield* refusal(Notes.find("1")), "IntercomNotFound 404 not_found")
    })
  }
]
