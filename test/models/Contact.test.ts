import { assert, describe, it } from "@effect/vitest"
import * as Endpoint from "effect-intercom/Endpoint"
import * as AddressableList from "effect-intercom/models/AddressableList"
import * as Contact from "effect-intercom/models/Contact"
import { listBody } from "effect-intercom/Pagination"
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import type * as AST from "effect/SchemaAST"
import type { Issue } from "../../src/IntercomError.js"
import { decoder } from "../../src/internal/decoder.js"
import { formatPath } from "../../src/internal/formatPath.js"
import { hasDescription, note } from "../contract/description.js"
import { jsonExamples } from "../contract/support/answers.js"
import { schemaExample, schemaProperties } from "../contract/support/schema.js"
import { textOf } from "../scripted.js"

type Json = Readonly<Record<string, unknown>>

const decode = <A, I>(schema: Schema.Schema<A, I>, input: unknown): A =>
  Either.getOrThrow(decoder(schema)(structuredClone(input)))

const accepts = <A, I>(schema: Schema.Schema<A, I>, input: unknown): boolean =>
  Either.isRight(decoder(schema)(structuredClone(input)))

const idKeys = ["id", "external_id", "workspace_id", "owner_id"]

const listKeys = ["tags", "notes", "companies", "opted_in_subscription_types", "opted_out_subscription_types"]

const mapKeys = (value: unknown, keys: ReadonlyArray<string>, f: (value: unknown) => unknown): unknown =>
  Predicate.isRecord(value) ?
    Object.fromEntries(Object.entries(value).map(([key, field]) => [key, keys.includes(key) ? f(field) : field])) :
    value

const mapItems = (value: unknown, f: (value: unknown) => unknown): unknown =>
  Array.isArray(value) ? value.map((item: unknown) => f(item)) : value

const toText = (id: unknown): unknown => typeof id === "number" ? String(id) : id

/** The same contact with text for every id, the only thing decoding changes. */
const withTextIds = (contact: unknown): unknown =>
  mapKeys(
    mapKeys(contact, idKeys, toText),
    listKeys,
    (list) => mapKeys(list, ["data"], (data) => mapItems(data, (item) => mapKeys(item, ["id"], toText)))
  )

const isContact = (value: unknown): boolean => Predicate.isRecord(value) && value.type === "contact"

const listing = ["get /contacts,", "post /contacts/search,", "get /companies/{company_id}/contacts,"]

const references = ["contact_archived", "contact_unarchived", "contact_blocked", "contact_deleted"]

describe(`the examples of Intercom's API description${note}`, () => {
  const examples = jsonExamples()
  const contacts = examples.filter(({ value }) => isContact(value))
  const pages = examples.filter(({ name }) => listing.some((operation) => name.includes(` ${operation}`)))

  it.skipIf(!hasDescription)("are found", () => {
    assert.isAtLeast(contacts.length, 6)
    assert.isAtLeast(pages.length, 3)
  })

  for (const { name, value } of contacts) {
    it(`decode as a contact and lose nothing: ${name}`, () => {
      assert.deepEqual<unknown>(decode(Contact.Contact, value), withTextIds(value))
      assert.isTrue(Either.isRight(Schema.decodeUnknownEither(Contact.Contact)(value)))
    })
  }

  for (const { name, value } of pages) {
    it(`decode as a page of contacts and lose nothing: ${name}`, () => {
      assert.deepEqual<unknown>(decode(listBody(Contact.Contact, "data"), value), value)
    })
  }

  it.skipIf(!hasDescription)("make a page together", () => {
    const page = { type: "list", data: contacts.map(({ value }) => value), total_count: contacts.length, pages: null }
    assert.deepEqual<unknown>(decode(listBody(Contact.Contact, "data"), page), {
      ...page,
      data: page.data.map(withTextIds)
    })
  })

  it.skipIf(!hasDescription)("of what is left of a contact decode, and lose nothing", () => {
    for (const name of references) {
      const example = schemaExample(name, "2.15")
      assert.isTrue(isContact(example), name)
      assert.deepEqual<unknown>(decode(Contact.ContactReference, example), example)
    }
  })

  it.skipIf(!hasDescription)("of each field make a contact", () => {
    const example = schemaExample("contact", "2.15")
    assert.isAtLeast(Object.keys(Object(example)).length, 45)
    assert.deepEqual<unknown>(decode(Contact.Contact, example), withTextIds(example))
    assert.strictEqual(decode(Contact.Contact, example).owner_id, "123")
  })

  it.skipIf(!hasDescription)("name no field that the model does not", () => {
    const known = propertiesOf(Contact.Contact).map(({ name }) => String(name))
    assert.deepEqual(schemaProperties("contact", "2.15").filter((name) => !known.includes(name)), [])
    const sent = contacts.filter(({ name }) => name.includes(" /contacts")).flatMap(({ value }) =>
      Object.keys(Object(value))
    )
    assert.deepEqual(sent.filter((name) => !known.includes(name)), [])
  })
})

const propertiesOf = ({ ast }: Schema.Schema.All): ReadonlyArray<AST.PropertySignature> => {
  // The schema of an object that also comes in another form is a transformation to the object's own.
  const object = ast._tag === "Transformation" ? ast.to : ast
  const inner = object._tag === "Suspend" ? object.f() : object
  return inner._tag === "TypeLiteral" ? inner.propertySignatures : []
}

describe("a response Intercom can plausibly send decodes:", () => {
  const models: Readonly<Record<string, readonly [schema: Schema.Schema<unknown>, least: Json]>> = {
    Contact: [Schema.make<unknown>(Contact.Contact.ast), { id: "1" }],
    ContactReference: [Schema.make<unknown>(Contact.ContactReference.ast), { id: "1" }],
    ContactAvatar: [Schema.make<unknown>(Contact.ContactAvatar.ast), {}],
    ContactLocation: [Schema.make<unknown>(Contact.ContactLocation.ast), {}],
    SocialProfiles: [Schema.make<unknown>(Contact.SocialProfiles.ast), {}],
    SocialProfile: [Schema.make<unknown>(Contact.SocialProfile.ast), {}],
    AddressableList: [Schema.make<unknown>(AddressableList.AddressableList.ast), {}],
    AddressableObject: [Schema.make<unknown>(AddressableList.AddressableObject.ast), { id: "1" }]
  }
  for (const [name, [schema, least]] of Object.entries(models)) {
    const optional = propertiesOf(schema).map(({ name }) => String(name)).filter((key) => !(key in least))

    it(`${name} with only what identifies it`, () => {
      assert.isAtLeast(propertiesOf(schema).length, 2)
      assert.deepEqual<unknown>(decode(schema, least), least)
      for (const key of Object.keys(least)) assert.isFalse(accepts(schema, { ...least, [key]: null }), key)
    })

    it(`${name} with null or nothing for each of the other fields`, () => {
      for (const key of optional) {
        assert.deepEqual<unknown>(decode(schema, { ...least, [key]: null }), { ...least, [key]: null })
      }
      const nulls = { ...least, ...Object.fromEntries(optional.map((key) => [key, null])) }
      assert.deepEqual<unknown>(decode(schema, nulls), nulls)
    })

    it(`${name}, but not with a list where a field is none`, () => {
      for (const key of optional.filter((key) => key !== "data" && key !== "merge_history")) {
        assert.isFalse(accepts(schema, { ...least, [key]: [] }), key)
      }
    })
  }

  it("a contact with ids as numbers", () => {
    const ids = { id: 1, external_id: 70, workspace_id: 2, owner_id: 0 }
    assert.deepEqual<unknown>(decode(Contact.Contact, ids), {
      id: "1",
      external_id: "70",
      workspace_id: "2",
      owner_id: "0"
    })
  })

  it("a contact with a role, a list entry or a profile of a kind that is not known yet", () => {
    const contact = {
      type: "person",
      id: "1",
      role: "visitor",
      tags: { type: "tag.list", data: [{ id: "1", type: "label", applied_at: 5 }] },
      social_profiles: { data: [{ type: "fediverse" }] },
      custom_attributes: { order: { type: "Order.list", instances: [{ id: 21 }] }, score: 1.5, vip: true, gone: null },
      sms_consent: { since: 5 }
    }
    assert.deepEqual<unknown>(decode(Contact.Contact, contact), contact)
  })

  it("a contact with times before 1970 and texts that are empty", () => {
    const contact = { id: "", created_at: -1, phone: "", external_id: "", email: "" }
    assert.deepEqual<unknown>(decode(Contact.Contact, contact), contact)
  })
})

const encode = <A, I>(schema: Schema.Schema<A, I>, value: A): Either.Either<string, Issue> =>
  Either.map(Endpoint.json(schema, value).encode(), textOf)

const sent = <A, I>(schema: Schema.Schema<A, I>, value: A): unknown =>
  JSON.parse(Either.getOrThrow(encode(schema, value)))

const refusal = <A, I>(schema: Schema.Schema<A, I>, value: A): string => {
  const { path, reason } = Either.getOrThrow(Either.flip(encode(schema, value)))
  return `${formatPath(path)} ${reason}`.trim()
}

describe("what is written", () => {
  it("has an admin's id as the integer that is documented, if it is one", () => {
    const ownerSent = (owner_id: string | number | null) => sent(Contact.ContactChanges, { owner_id })
    assert.deepEqual(ownerSent("123"), { owner_id: 123 })
    assert.deepEqual(ownerSent("0"), { owner_id: 0 })
    assert.deepEqual(ownerSent(123), { owner_id: 123 })
    for (const owner_id of ["", "abc", "12a", "-1", "1.5", " 1", "1e3", "9".repeat(16), null]) {
      assert.deepEqual(ownerSent(owner_id), { owner_id })
    }
  })

  it("has every other field as it was given", () => {
    const changes: Contact.ContactChanges = {
      role: "lead",
      external_id: "123",
      email: "joe@example.com",
      phone: null,
      name: "Joe",
      avatar: "https://example.org/joe.png",
      signed_up_at: 1571672154,
      last_seen_at: null,
      unsubscribed_from_emails: true,
      custom_attributes: { score: 1, vip: null, order: ["21"] }
    }
    assert.deepEqual<unknown>(sent(Contact.ContactChanges, changes), changes)
  })

  it("leaves out what is undefined", () => {
    assert.deepEqual(sent(Contact.ContactChanges, { email: undefined, phone: undefined, name: "Joe" }), { name: "Joe" })
    assert.deepEqual(sent(Contact.ContactChanges, {}), {})
  })

  it("is refused with a field that is not known, which is named", () => {
    const typo = { email: "joe@example.com", nmae: "Joe" }
    assert.strictEqual(refusal(Contact.ContactChanges, typo), "nmae is not a known field")
    const merge = { from: "1", into: "2", forget: true }
    assert.strictEqual(refusal(Contact.ContactMerge, merge), "forget is not a known field")
  })

  it("is refused with a value of another kind, which is not told", () => {
    const unchecked: object = { email: { secret: 5 } }
    const wrong: Contact.ContactChanges = Object.assign({}, unchecked)
    assert.match(refusal(Contact.ContactChanges, wrong), /^email expected string/)
    assert.notInclude(refusal(Contact.ContactChanges, wrong), "secret")
  })

  it("is refused with a custom attribute that JSON would change", () => {
    assert.include(
      refusal(Contact.ContactChanges, { custom_attributes: { score: Number.NaN } }),
      "score must be plain JSON"
    )
  })
})

describe("a merge", () => {
  it("needs two ids", () => {
    assert.deepEqual(sent(Contact.ContactMerge, { from: "1", into: "2" }), { from: "1", into: "2" })
    assert.match(refusal(Contact.ContactMerge, { from: "", into: "2" }), /^from expected NonEmptyString/)
    assert.match(refusal(Contact.ContactMerge, { from: "1", into: "" }), /^into expected NonEmptyString/)
  })
})
