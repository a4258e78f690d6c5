import { assert, describe, it } from "@effect/vitest"
import { Contact } from "effect-intercom/models/Contact"
import { listBody } from "effect-intercom/Pagination"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as FC from "effect/FastCheck"
import * as ParseResult from "effect/ParseResult"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import type * as AST from "effect/SchemaAST"
import type { Issue } from "../../src/IntercomError.js"
import { decoder } from "../../src/internal/decoder.js"
import { formatPath } from "../../src/internal/formatPath.js"
import { fromParseIssue } from "../../src/internal/issue.js"
import { inputOf } from "./support/inputs.js"
import { json, key, mutate, mutation } from "./support/json.js"

const issueOf = <A, I>(schema: Schema.Schema<A, I>, input: unknown): Issue =>
  fromParseIssue(Either.getOrThrow(Either.flip(decoder(schema)(input))))

/** `data[3].email is missing` */
const describeIssue = <A, I>(schema: Schema.Schema<A, I>, input: unknown): string => {
  const { path, reason } = issueOf(schema, input)
  return `${formatPath(path)} ${reason}`
}

const Page = listBody(Contact, "data")

const contacts = (count: number): ReadonlyArray<Record<string, unknown>> =>
  Array.from({ length: count }, (_, index) => ({ type: "contact", id: `${index}` }))

describe("the issue of a page of contacts", () => {
  it("names the field and what was expected", () => {
    const data = [...contacts(3), { id: "3", email: 5 }]
    assert.strictEqual(describeIssue(Page, { data }), "data[3].email expected string | null | undefined, got number")
  })

  it("names the deepest place, however deep", () => {
    const data = [...contacts(1), { id: "1", tags: { type: "list", data: [{ id: "2" }, { id: [] }] } }]
    assert.deepEqual(issueOf(Page, { data }).path, ["data", 1, "tags", "data", 1, "id"])
    assert.include(describeIssue(Page, { data }), "got array")
  })

  it("names the required key that is missing", () => {
    assert.strictEqual(describeIssue(Page, { data: [...contacts(2), { type: "contact" }] }), "data[2].id is missing")
  })

  it("names the first of several wrong fields of one contact", () => {
    const data = [{ id: "1", email: 5, name: 6 }, { id: "2", phone: 7 }]
    assert.strictEqual(formatPath(issueOf(Page, { data }).path), "data[0].email")
  })

  it("tells null, arrays and objects apart", () => {
    assert.match(describeIssue(Page, { data: [null] }), /^data\[0\] expected .*, got null$/)
    assert.match(describeIssue(Page, { data: {} }), /^data expected .*, got object$/)
    assert.match(describeIssue(Page, []), /^ expected .*, got array$/)
    assert.match(describeIssue(Page, "<html>"), /^ expected .*, got string$/)
  })

  it("is one short line, also where a whole object was expected", () => {
    const inputs = [null, [], "", { data: {} }, { data: [null] }, { data: [...contacts(1), []] }]
    const tooLong = inputs.map((input) => describeIssue(Page, input)).filter((line) => line.length > 200)
    assert.deepEqual(tooLong.map((line) => line.length), [])
  })
})

const secretText = "s3cr3t"
const secretNumber = 48151623.42

/** The same shape with a secret in the place of every value and of every key that the schema does not know. */
const mark = (value: unknown): unknown =>
  typeof value === "string" ?
    `${secretText}${value}` :
    typeof value === "number" ?
    secretNumber :
    Array.isArray(value) ?
    value.map(mark) :
    Predicate.isRecord(value) ?
    Object.fromEntries(
      Object.entries(value).map(([key, field]) => [knownNames.has(key) ? key : `${secretText}${key}`, mark(field)])
    ) :
    value

const namesOf = (ast: AST.AST): ReadonlyArray<string> => {
  switch (ast._tag) {
    case "Suspend":
      return namesOf(ast.f())
    case "Union":
      return ast.types.flatMap(namesOf)
    case "TupleType":
      return ast.rest.flatMap(({ type }) => namesOf(type))
    case "TypeLiteral":
      return ast.propertySignatures.flatMap(({ name, type }) => [String(name), ...namesOf(type)])
    default:
      return []
  }
}

const knownNames: ReadonlySet<string> = new Set(namesOf(Page.ast))

const secretMutation = FC.record({ mutation, name: FC.oneof(key, FC.constantFrom(...knownNames)), value: json })
  .map(({ mutation, name, value }) => ({
    ...mutation,
    key: knownNames.has(name) ? name : `${secretText}${name}`,
    value: mark(value)
  }))

const secretInput: FC.Arbitrary<unknown> = FC.oneof(
  { weight: 3, arbitrary: inputOf(Page.ast, 5).map(mark) },
  { weight: 1, arbitrary: json.map(mark) }
)

describe("an issue", () => {
  it.prop("of whatever input never has a value of it, nor a key the schema does not know", [
    secretInput,
    FC.array(secretMutation, { maxLength: 3 })
  ], ([input, mutations]) => {
    const decoded = decoder(Page)(mutations.reduce(mutate, input))
    FC.pre(Either.isLeft(decoded))
    const { path, reason } = fromParseIssue(Either.getOrThrow(Either.flip(decoded)))
    const told = `${path.join("\n")}\n${formatPath(path)}\n${reason}`
    assert.notInclude(told, secretText)
    assert.notInclude(told, `${secretNumber}`)
    for (const key of path) assert.isTrue(typeof key === "number" || knownNames.has(key), `${key}`)
  }, { fastCheck: { numRuns: 1000 } })

  it("never has the value that a schema of your own failed to transform", () => {
    const schemas: ReadonlyArray<Schema.Schema<unknown, string>> = [
      Schema.NumberFromString,
      Schema.BigInt,
      Schema.Date,
      Schema.parseJson(),
      Schema.StringFromBase64,
      Schema.URL,
      Schema.UUID,
      Schema.Trimmed
    ].map((schema) => Schema.make<unknown, string>(schema.ast))
    const told = schemas.map((a) => describeIssue(Schema.Struct({ a }), { a: ` ${secretText}!` }))
    assert.deepEqual(told.filter((line) => line.includes(secretText)), [])
    for (const line of told) assert.match(line, /^a /)
  })

  it("has what a filter says in words", () => {
    const Even = Schema.Number.pipe(Schema.filter((n) => n % 2 === 0 || "must be even"))
    assert.deepEqual(issueOf(Schema.Struct({ a: Even }), { a: 1 }), { path: ["a"], reason: "must be even" })
    assert.deepEqual(issueOf(Schema.Struct({ a: Even }), { a: "1" }), {
      path: ["a"],
      reason: "expected number, got string"
    })
  })

  it("has the place that a filter names", () => {
    const Range = Schema.Struct({ from: Schema.Number, to: Schema.Number }).pipe(
      Schema.filter(({ from, to }) => from <= to || { path: ["to"], message: "must not be before from" })
    )
    assert.deepEqual(issueOf(Schema.Struct({ range: Range }), { range: { from: 2, to: 1 } }), {
      path: ["range", "to"],
      reason: "must not be before from"
    })
  })

  it("is about the member of a union that came furthest, the first among equals", () => {
    const schema = Schema.Union(
      Schema.Struct({ a: Schema.Number }),
      Schema.Struct({ b: Schema.Struct({ c: Schema.Number }) }),
      Schema.Struct({ b: Schema.Struct({ d: Schema.Number }) })
    )
    assert.deepEqual(issueOf(schema, { b: {} }), { path: ["b", "c"], reason: "is missing" })
  })

  it("is about the furthest of all the issues, where all were asked for", () => {
    const schema = Schema.Struct({ a: Schema.Number, b: Schema.Struct({ c: Schema.Number }) })
    const all = ParseResult.decodeUnknownEither(schema, { errors: "all" })({ a: "", b: {} })
    assert.deepEqual(Either.mapLeft(all, fromParseIssue), Either.left({ path: ["b", "c"], reason: "is missing" }))
  })

  it("calls a field that is not known just that", () => {
    const strict = ParseResult.decodeUnknownEither(Schema.Struct({ a: Schema.Number }), { onExcessProperty: "error" })
    assert.deepEqual(
      Either.mapLeft(strict({ a: 1, b: secretText }), fromParseIssue),
      Either.left({ path: ["b"], reason: "is not a known field" })
    )
  })

  it("names all fields that are not known, where all issues were asked for", () => {
    const schema = Schema.Struct({ a: Schema.Number, b: Schema.optional(Schema.Struct({ c: Schema.Number })) })
    const all = (input: unknown) =>
      Either.mapLeft(
        ParseResult.decodeUnknownEither(schema, { errors: "all", onExcessProperty: "error" })(input),
        fromParseIssue
      )
    assert.deepEqual(
      all({ "a": "", "d": secretText, "e": secretText, "f g": secretText }),
      Either.left({ path: ["d"], reason: "is not a known field (also not: e, [\"f g\"])" })
    )
    assert.deepEqual(
      all({ a: 1, b: { c: 1, d: secretText, e: secretText } }),
      Either.left({ path: ["b", "d"], reason: "is not a known field (also not: e)" })
    )
  })

  it("says that a schema is asynchronous, not what it was given", () => {
    const Async = Schema.transformOrFail(Schema.String, Schema.String, {
      decode: (text) => Effect.delay(Effect.succeed(text), "1 second"),
      encode: ParseResult.succeed
    })
    assert.deepEqual(issueOf(Schema.Struct({ a: Async }), { a: secretText }), {
      path: ["a"],
      reason: "cannot be decoded"
    })
  })
})

describe("formatPath", () => {
  it("writes a path the way it is written in code", () => {
    assert.strictEqual(formatPath([]), "")
    assert.strictEqual(formatPath(["data"]), "data")
    assert.strictEqual(formatPath(["data", 3, "email"]), "data[3].email")
    assert.strictEqual(formatPath([0, 1, "id"]), "[0][1].id")
  })

  it("quotes a key that is no plain word, so that it stays one line and cannot pass for another", () => {
    assert.strictEqual(formatPath(["custom_attributes", "a\n[ERROR] b"]), "custom_attributes[\"a\\n[ERROR] b\"]")
    assert.strictEqual(formatPath(["a.b", "c"]), "[\"a.b\"].c")
    assert.strictEqual(formatPath(["", "1"]), "[\"\"][\"1\"]")
  })
})
