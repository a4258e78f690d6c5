import { assert, describe, it } from "@effect/vitest"
import * as Endpoint from "effect-intercom/Endpoint"
import { Contact } from "effect-intercom/models/Contact"
import { listBody } from "effect-intercom/Pagination"
import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { decoder } from "../../src/internal/decoder.js"
import { Id, nullishId } from "../../src/internal/fields.js"
import { fromParseIssue } from "../../src/internal/issue.js"

const decode = <A, I>(schema: Schema.Schema<A, I>, input: unknown): A => Either.getOrThrow(decoder(schema)(input))

const refuse = <A, I>(schema: Schema.Schema<A, I>, input: unknown): ParseResult.ParseIssue =>
  Either.getOrThrow(Either.flip(decoder(schema)(input)))

const placeOf = <A, I>(schema: Schema.Schema<A, I>, input: unknown): ReadonlyArray<string | number> =>
  fromParseIssue(refuse(schema, input)).path

const parse = (text: string): unknown => JSON.parse(text)

describe("a compiled decoder", () => {
  it("makes a string of every id that arrives as a number, wherever it is", () => {
    const schema = Schema.Struct({
      id: Id,
      owner_id: nullishId,
      ids: Schema.Array(Id),
      byName: Schema.Record({ key: Schema.String, value: Id }),
      either: Schema.Union(Schema.Boolean, Schema.Array(Schema.Union(Id, Schema.Null))),
      lists: Schema.Array(Schema.Array(Schema.Struct({ id: Id })))
    })
    assert.deepEqual<unknown>(
      decode(schema, {
        id: 1,
        owner_id: 0,
        ids: [2, "3"],
        byName: { a: 4, b: "5" },
        either: [6, null, "7"],
        lists: [[{ id: 8 }], [], [{ id: 9 }, { id: "10" }]]
      }),
      {
        id: "1",
        owner_id: "0",
        ids: ["2", "3"],
        byName: { a: "4", b: "5" },
        either: ["6", null, "7"],
        lists: [[{ id: "8" }], [], [{ id: "9" }, { id: "10" }]]
      }
    )
  })

  it("makes strings of the ids of contacts in a page, and of the objects in their lists", () => {
    const { data } = decode(listBody(Contact, "data"), {
      data: [{ id: 1, owner_id: 2, tags: { data: [{ id: 3 }] }, later: { id: 4 } }]
    })
    assert.deepEqual<unknown>(data?.[0], {
      id: "1",
      owner_id: "2",
      tags: { data: [{ id: "3" }] },
      // A key the model does not know: nobody can tell that this is an id.
      later: { id: 4 }
    })
  })

  it("works on the parsed JSON itself, so nothing can get lost in a copy", () => {
    const tag = { id: 2 }
    const contact = { id: 1, tags: { data: [tag] } }
    const data = [contact]
    const input = { data }
    const page: unknown = decode(listBody(Contact, "data"), input)
    assert.strictEqual(page, input)
    assert.strictEqual(input.data, data)
    assert.strictEqual(data[0], contact)
    assert.strictEqual(contact.tags.data[0], tag)
  })

  it("keeps unknown keys at every depth", () => {
    const text = `{"id":"1","new":{"a":[1]},"tags":{"data":[{"id":"2","new":null}],"new":0},"location":{"new":true}}`
    assert.deepEqual<unknown>(decode(Contact, parse(text)), parse(text))
  })

  it("names the nested object that lacks a required key", () => {
    const page = { data: [{ id: "1" }, { id: "2", tags: { data: [{ id: "3" }, { type: "tag" }] } }] }
    const issue = fromParseIssue(refuse(listBody(Contact, "data"), page))
    assert.deepEqual(issue, { path: ["data", 1, "tags", "data", 1, "id"], reason: "is missing" })
  })

  it("takes undefined for a required key that is missing, where Schema does", () => {
    const schema = Schema.Struct({ a: Schema.UndefinedOr(Schema.String), b: Schema.Unknown })
    assert.deepEqual<unknown>(decode(schema, {}), { a: undefined, b: undefined })
    assert.deepEqual(placeOf(Schema.Struct({ a: Schema.NullOr(Schema.String) }), {}), ["a"])
  })

  it("decodes objects whose keys come in another order than before", () => {
    const schema = Schema.Struct({ id: Id, a: nullishId, b: Schema.optional(Schema.Unknown), [""]: nullishId })
    for (
      const input of [
        { id: 1, a: 2, b: 3, "": 4 },
        { "": 4, b: 3, a: 2, id: 1 },
        { later: 5, id: 1, b: 3, also: 6, a: 2, "": 4 },
        { a: 2, "": 4, later: 5, id: 1 },
        { also: 6, later: 5, id: 1, a: 2 },
        { id: 1 },
        { id: 1, a: 2, b: 3, "": 4 }
      ]
    ) {
      const changed = Object.entries(input).map(([key, value]) => [key, value < 3 || value === 4 ? `${value}` : value])
      assert.deepEqual<unknown>(decode(schema, { ...input }), Object.fromEntries(changed))
    }
    assert.deepEqual(placeOf(schema, { a: 2, b: 3 }), ["id"])
    assert.deepEqual(placeOf(schema, { later: 5, id: 1, a: true }), ["a"])
  })

  it("decodes recursive schemas", () => {
    interface Tree {
      readonly id: string
      readonly children: ReadonlyArray<Tree>
    }
    const Tree: Schema.Schema<Tree> = Schema.suspend(() => Schema.Struct({ id: Id, children: Schema.Array(Tree) }))
    assert.deepEqual(decode(Tree, { id: 1, children: [{ id: 2, children: [] }] }), {
      id: "1",
      children: [{ id: "2", children: [] }]
    })
    assert.deepEqual(placeOf(Tree, { id: 1, children: [{ id: 2, children: [{ id: 3 }] }] }), [
      "children",
      0,
      "children",
      0,
      "children"
    ])
  })

  it("decodes schemas that need each other", () => {
    interface Account {
      readonly id: string
      readonly owner: Person
    }
    interface Person {
      readonly id: string
      readonly account: Account | null
    }
    const Account: Schema.Schema<Account> = Schema.suspend(() => Schema.Struct({ id: Id, owner: Person }))
    const Person: Schema.Schema<Person> = Schema.suspend(() =>
      Schema.Struct({ id: Id, account: Schema.NullOr(Account) })
    )
    assert.deepEqual(
      decode(Account, { id: 1, owner: { id: 2, account: { id: 3, owner: { id: 4, account: null } } } }),
      { id: "1", owner: { id: "2", account: { id: "3", owner: { id: "4", account: null } } } }
    )
    assert.deepEqual(placeOf(Account, { id: 1 }), ["owner"])
    assert.deepEqual(placeOf(Person, { id: 1, account: { id: 2, owner: {} } }), ["account", "owner", "id"])
  })

  it("does nothing before its first input", () => {
    let opened = 0
    const schema = Schema.suspend(() => {
      opened++
      return Schema.String
    })
    const decode = decoder(schema)
    Endpoint.make("Things.find", schema, () => Endpoint.get("/things"))
    assert.strictEqual(opened, 0)
    decode("a")
    decode("b")
    assert.strictEqual(opened, 1)
  })

  describe("keeps keys that every object inherits:", () => {
    const text = `{"__proto__":1,"constructor":2,"toString":3,"hasOwnProperty":4}`
    const strings = parse(`{"__proto__":"1","constructor":"2","toString":"3","hasOwnProperty":"4"}`)

    it("in a struct that has such fields", () => {
      const schema = Schema.Struct({ ["__proto__"]: Id, constructor: Id, toString: nullishId, hasOwnProperty: Id })
      assert.deepEqual<unknown>(decode(schema, parse(text)), strings)
      assert.deepEqual(placeOf(schema, parse(`{"__proto__":true}`)), ["__proto__"])
      assert.deepEqual(placeOf(schema, parse(`{"__proto__":"1"}`)), ["constructor"])
    })

    it("in a struct that has none", () => {
      const value = decode(Contact, parse(`{"id":"1",${text.slice(1)}`))
      assert.deepEqual<unknown>(value, parse(`{"id":"1",${text.slice(1)}`))
      assert.strictEqual(Object.getPrototypeOf(value), Object.prototype)
    })

    it("in a record", () => {
      const value = decode(Schema.Record({ key: Schema.String, value: Id }), parse(text))
      assert.deepEqual<unknown>(value, strings)
      assert.strictEqual(Object.getPrototypeOf(value), Object.prototype)
    })

    it("in custom attributes", () => {
      const value = decode(Contact, parse(`{"id":"1","custom_attributes":${text}}`))
      assert.deepEqual<unknown>(value, parse(`{"id":"1","custom_attributes":${text}}`))
    })
  })

  it("refuses what is nested deeper than the stack reaches, instead of dying", () => {
    interface Nested {
      readonly inside?: Nested
    }
    const Nested: Schema.Schema<Nested> = Schema.suspend(() =>
      Schema.Struct({ inside: Schema.optionalWith(Nested, { exact: true }) })
    )
    const nest = (depth: number): Nested => Array.from({ length: depth }).reduce<Nested>((inside) => ({ inside }), {})
    assert.isTrue(Either.isRight(decoder(Nested)(nest(100))))
    assert.isTrue(Either.isLeft(decoder(Nested)(nest(100_000))))
  })

  it("refuses what a transformation throws at", () => {
    const Thrown = Schema.transform(Schema.String, Schema.String, {
      decode: () => {
        throw new Error("boom")
      },
      encode: (text) => text
    })
    const issue = fromParseIssue(Either.getOrThrow(Either.flip(decoder(Thrown)("a"))))
    assert.deepEqual(issue, { path: [], reason: "cannot be decoded" })
  })

  describe("has Schema's verdict, not its own,", () => {
    it("where a field that every object inherits is missing", () => {
      const schema = Schema.Struct({ toString: Schema.UndefinedOr(Schema.String) })
      assert.isTrue(Either.isLeft(ParseResult.decodeUnknownEither(schema)({})))
      assert.isTrue(Either.isLeft(decoder(schema)({})))
    })

    it("on a value that stands beside one already transformed", () => {
      const schema = Schema.Struct({ a: Schema.NumberFromString, b: Schema.String })
      assert.deepEqual(placeOf(schema, { a: "1", b: 5 }), ["b"])
    })

    it("about the length of a list", () => {
      assert.isTrue(Either.isLeft(decoder(Schema.NonEmptyArray(Schema.String))([])))
      assert.isTrue(Either.isLeft(decoder(Schema.Tuple([Schema.Number], Schema.String))(["a"])))
      assert.isTrue(Either.isLeft(decoder(Schema.Tuple(Schema.String))(["a", "b"])))
    })

    it("about the keys a record speaks of", () => {
      const schema = Schema.Record({ key: Schema.String.pipe(Schema.startsWith("id_")), value: Id })
      assert.deepEqual<unknown>(decode(schema, { id_a: 1, b: 2 }), { id_a: "1", b: 2 })
    })

    it("in what a missing key becomes", () => {
      const OrNone = Schema.transform(Schema.UndefinedOr(Schema.String), Schema.String, {
        decode: (text) => text ?? "none",
        encode: (text) => text
      })
      const OrFallback = Schema.String.annotations({ decodingFallback: () => Either.right("fallback") })
      assert.deepEqual(decode(Schema.Struct({ a: OrNone, b: OrFallback }), {}), { a: "none", b: "fallback" })
    })

    it("about a value that two members of a union accept", () => {
      const OrNone = Schema.transform(Schema.NullishOr(Schema.String), Schema.String, {
        decode: (text) => text ?? "none",
        encode: (text) => text
      })
      const Tag = Schema.Struct({ id: Id })
      const decodeEach = (...members: ReadonlyArray<Schema.Schema<unknown>>) =>
        [null, undefined, "a", 5, { id: 5 }].map((value) =>
          decode(Schema.Struct({ a: Schema.Union(...members) }), { a: value }).a
        )
      const forget = <A, I>(schema: Schema.Schema<A, I>) => Schema.make<unknown>(schema.ast)
      const [none, id, tag, unknown] = [forget(OrNone), forget(Id), forget(Tag), forget(Schema.Unknown)]
      assert.deepEqual(decodeEach(none, forget(Schema.Null), unknown), ["none", "none", "a", 5, { id: 5 }])
      assert.deepEqual(decodeEach(forget(Schema.Null), forget(Schema.Undefined), none, tag, id), [
        null,
        undefined,
        "a",
        "5",
        { id: "5" }
      ])
      assert.deepEqual(decodeEach(id, unknown), [null, undefined, "a", "5", { id: 5 }])
      assert.deepEqual(decodeEach(unknown, id), [null, undefined, "a", 5, { id: 5 }])
      assert.deepEqual(decodeEach(tag, unknown), [null, undefined, "a", 5, { id: "5" }])
      assert.deepEqual(decodeEach(id, forget(Schema.Number), forget(Schema.NullishOr(Tag))), [
        null,
        undefined,
        "a",
        "5",
        { id: "5" }
      ])
      assert.deepEqual(decodeEach(forget(Schema.Number), id, forget(Schema.NullishOr(Tag))), [
        null,
        undefined,
        "a",
        5,
        { id: "5" }
      ])
    })

    it("in which member of a union comes first", () => {
      const Fallback = Schema.String.annotations({ decodingFallback: () => Either.right("fallback") })
      const schema = Schema.Union(Fallback, Schema.Struct({ type: Schema.Literal("a") }))
      assert.deepEqual<unknown>(decode(schema, { type: "a" }), { type: "a" })
      assert.strictEqual(decode(schema, { type: "b" }), "fallback")
    })
  })

  it("refuses, and does not throw, where Schema's interpreter throws: on a tag that has no text", () => {
    const schema = Schema.Union(
      Schema.Struct({ type: Schema.Literal("a") }),
      Schema.Struct({ type: Schema.Literal("b") })
    )
    assert.isTrue(Either.isLeft(decoder(schema)({ type: { toString: null } })))
  })
})
