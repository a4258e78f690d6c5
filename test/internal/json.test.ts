import { assert, describe, it } from "@effect/vitest"
import * as Cause from "effect/Cause"
import * as Chunk from "effect/Chunk"
import * as Data from "effect/Data"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as FC from "effect/FastCheck"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { toJson } from "../../src/internal/json.js"
import { json } from "./support/json.js"

const encode = (value: unknown): string => Either.getOrThrow(toJson(value))

const refuse = (value: unknown): string => Either.getOrThrow(Either.flip(toJson(value))).reason

const circular = (): Record<string, unknown> => {
  const value: Record<string, unknown> = { a: { b: [] } }
  value.a = { b: [value] }
  return value
}

describe("toJson", () => {
  it.prop("gives back the same plain JSON, parsed again", [json], ([value]) => {
    // JSON has no negative zero.
    const expected: unknown = JSON.parse(JSON.stringify(value))
    assert.deepEqual<unknown>(JSON.parse(encode(value)), expected)
  }, { fastCheck: { numRuns: 500 } })

  it.prop("gives JSON or a reason for any value there is, and never throws", [
    FC.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true
    })
  ], ([value]) => {
    const text = toJson(value)
    if (Either.isRight(text)) assert.doesNotThrow((): unknown => JSON.parse(text.right))
    else assert.isNotEmpty(text.left.reason)
  }, { fastCheck: { numRuns: 1000 } })

  it("leaves out keys that are undefined", () => {
    assert.strictEqual(encode({ a: undefined, b: { c: undefined, d: 1 } }), `{"b":{"d":1}}`)
    assert.strictEqual(encode({ pagination: { per_page: undefined } }), `{"pagination":{}}`)
  })

  it("writes dates as Intercom and JSON.stringify do", () => {
    assert.strictEqual(encode({ at: new Date(0) }), `{"at":"1970-01-01T00:00:00.000Z"}`)
  })

  it("writes objects of Effect's Data, objects without a prototype, and a field named toJSON", () => {
    assert.strictEqual(encode(Data.struct({ a: 1 })), `{"a":1}`)
    assert.strictEqual(encode(Object.assign(Object.create(null), { a: 1 })), `{"a":1}`)
    assert.strictEqual(encode({ toJSON: 1 }), `{"toJSON":1}`)
  })

  it("writes text that is not well-formed in ASCII", () => {
    assert.strictEqual(encode("\ud800"), `"\\ud800"`)
  })

  const refused: Readonly<Record<string, unknown>> = {
    "a circular object": circular(),
    "a circular list": (() => {
      const list: Array<unknown> = []
      list.push([list])
      return list
    })(),
    "a bigint": 1n,
    "a boxed bigint": Object(1n),
    "a function": () => 1,
    "a symbol": Symbol.iterator,
    "NaN": Number.NaN,
    "an infinite number": Infinity,
    "a negative infinite number": -Infinity,
    "a hole in a list": [1, , 3], // eslint-disable-line no-sparse-arrays -- it is what is refused
    "undefined in a list": [1, undefined],
    "a toJSON that throws": {
      toJSON: () => {
        throw new Error("secret")
      }
    },
    "a getter that throws": {
      get a() {
        throw new Error("secret")
      }
    },
    "a toJSON that gives NaN": { toJSON: () => Number.NaN },
    // `JSON.stringify` would write these as null, {} or nothing at all.
    "a date that is none": new Date(Number.NaN),
    "a map": new Map([["a", 1]]),
    "a set": new Set(["a"]),
    "a value with a toJSON": { toJSON: () => ({ b: 1 }) },
    "an Option": Option.some("pro"),
    "no Option": Option.none(),
    "an Either": Either.right("pro"),
    "an Effect": Effect.succeed("pro"),
    "a Redacted": Redacted.make("secret"),
    "a Chunk": Chunk.of("pro"),
    "a DateTime": DateTime.unsafeMake(0),
    "a Duration": Duration.seconds(1),
    "a typed array": new Uint8Array([1]),
    "a view of bytes": new DataView(new ArrayBuffer(1)),
    "bytes": new ArrayBuffer(1),
    "a Buffer": Buffer.from("a"),
    "an error": new Error("secret"),
    "an error of Effect": new Cause.NoSuchElementException("secret"),
    "a regular expression": /secret/,
    "a promise": Promise.resolve("pro"),
    "a boxed number": Object(1),
    "a boxed NaN": Object(Number.NaN),
    "a boxed text": Object("pro"),
    "a boxed boolean": Object(true),
    "a URL": new URL("https://example.com"),
    "the parameters of a query": new URLSearchParams("a=b"),
    "headers": new Headers({ a: "b" }),
    "a weak map": new WeakMap(),
    "a generator": (function*() {})(),
    "an own __proto__": JSON.parse(`{"__proto__":1}`)
  }
  for (const [name, value] of Object.entries(refused)) {
    it(`refuses ${name}, inside an object, inside a list, and alone`, () => {
      const reasons = [{ a: { b: value } }, [[value]], value].map(refuse)
      for (const reason of reasons) {
        assert.isNotEmpty(reason)
        assert.notInclude(reason, "secret")
      }
    })
  }

  it("refuses undefined alone, which has no text", () => {
    assert.isNotEmpty(refuse(undefined))
  })

  it("says what is wrong", () => {
    for (const value of [{ a: Number.NaN }, { a: 1n }, { a: () => 1 }, [undefined], circular()]) {
      assert.strictEqual(refuse(value), "must be plain JSON")
    }
  })

  it("names the whole way to the value that is wrong", () => {
    const place = (value: unknown): ReadonlyArray<string | number> => Either.getOrThrow(Either.flip(toJson(value))).path
    assert.deepEqual(place(Number.NaN), [])
    assert.deepEqual(place({ name: 1n }), ["name"])
    assert.deepEqual(place({ custom_attributes: { score: Number.NaN } }), ["custom_attributes", "score"])
    assert.deepEqual(place({ query: { value: [{ value: [1, Number.NaN] }] } }), ["query", "value", 0, "value", 1])
  })

  it("says nothing of an earlier value that was fine", () => {
    const { path } = Either.getOrThrow(Either.flip(toJson([{ a: undefined }, circular()])))
    assert.strictEqual(path[0], 1)
  })

  it("does not overflow the stack of its caller", () => {
    let deep: unknown = []
    for (let i = 0; i < 100_000; i++) deep = [deep]
    assert.isTrue(Either.isLeft(toJson(deep)))
  })
})
