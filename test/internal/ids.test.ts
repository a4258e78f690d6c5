import { afterAll, assert, beforeAll, describe, it, vi } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Endpoint from "effect-intercom/Endpoint"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import { Reference } from "effect-intercom/models/Reference"
import * as OAuth from "effect-intercom/OAuth"
import { listBody } from "effect-intercom/Pagination"
import * as Webhook from "effect-intercom/Webhook"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as FC from "effect/FastCheck"
import * as Schema from "effect/Schema"
import { Id, nullish, nullishId } from "../../src/internal/fields.js"
import { decodeJson } from "../../src/internal/json.js"
import { hasSource, parseWithSource } from "./support/parse.js"

/** A model with an id in each kind of place. */
const Places = Schema.suspend(() =>
  Schema.Struct({
    id: nullishId,
    ids: nullish(Schema.Array(Id)),
    byName: nullish(Schema.Record({ key: Schema.String, value: Id })),
    owner: nullish(Reference),
    tags: nullish(Schema.Array(Schema.Struct({ id: Id }))),
    custom_attributes: Schema.optional(Schema.Unknown)
  })
)

const places: ReadonlyArray<readonly [name: string, bodyOf: (id: string) => string]> = [
  ["an id", (id) => `{"id":${id}}`],
  ["a list of ids", (id) => `{"ids":["a",${id}]}`],
  ["a record", (id) => `{"byName":{"__proto__":${id}}}`],
  ["a reference", (id) => `{"owner":{"type":"admin","id":${id}}}`],
  ["a bare reference", (id) => `{"owner":${id}}`],
  ["an object in a list", (id) => `{"tags":[{"id":"1"},{"id":${id}}]}`]
]

/** Every text under a key that holds an id. */
const idsIn = (value: unknown): ReadonlyArray<unknown> =>
  typeof value === "object" && value !== null ? Object.values(value).flatMap(idsIn) : [value]

const decode = (text: string) => decodeJson(text, Endpoint.decodeBy(Places))

const digits = FC.stringMatching(/^-?[1-9]\d{0,30}$/)
const near = FC.integer({ min: -3, max: 3 }).map((n) => `${BigInt(Number.MAX_SAFE_INTEGER) + BigInt(n)}`)
// A fraction with more digits than a `number` has is rounded by every reader of JSON, and nobody can see it.
const fraction = FC.tuple(FC.integer({ min: -9_999_999, max: 9_999_999 }), FC.integer({ min: 1, max: 9_999_999 }))
  .map(([whole, part]) => `${whole}.${part}`)
const power = FC.tuple(FC.integer({ min: 1, max: 99 }), FC.integer({ min: 16, max: 400 })).map(([n, e]) => `${n}e${e}`)

const isSafe = (id: string): boolean => Number.isSafeInteger(Number(id))

const promises = (keeps: boolean): void => {
  for (const [name, bodyOf] of places) {
    it.prop(`is the one that was sent, or refused, in ${name}`, [FC.oneof(digits, near)], ([id]) => {
      const decoded = decode(bodyOf(id))
      if (keeps || isSafe(id)) {
        assert.include(idsIn(Either.getOrThrow(decoded)), id)
      } else {
        const { reason } = Either.getOrThrow(Either.flip(decoded))
        assert.match(reason, /, got a number too large to be read exactly$/)
      }
    }, { fastCheck: { numRuns: 300 } })

    it.prop(`is refused if it is no whole number, or none that has its digits, in ${name}`, [
      FC.oneof(fraction, power)
    ], ([id]) => {
      FC.pre(!isSafe(id))
      assert.isTrue(Either.isLeft(decode(bodyOf(id))))
    })
  }

  it("is as exact beside others that are the same double", () => {
    const ids = ["1152921504606846976", "1152921504606846977", "1152921504606846978"]
    const decoded = decode(`{"ids":[${ids.join()}]}`)
    if (keeps) assert.deepStrictEqual(Either.getOrThrow(decoded).ids, ids)
    else assert.deepStrictEqual(Either.getOrThrow(Either.flip(decoded)).path, ["ids", 0])
  })

  it("does not change a number that is no id", () => {
    const text = `{"id":1,"custom_attributes":{"id":9007199254740993,"n":[1e400,9007199254740993]}}`
    assert.deepStrictEqual(Either.getOrThrow(decode(text)).custom_attributes, {
      id: 9007199254740992,
      n: [Infinity, 9007199254740992]
    })
  })

  it.effect("is exact in what an endpoint returns, or the endpoint fails", () =>
    Effect.gen(function*() {
      const layer = IntercomHttp.layerTest(() => new Response(`{"type":"contact","id":9007199254740993}`))
      const found = yield* Effect.either(Effect.provide(Contacts.find("1"), layer))
      if (keeps) {
        assert.strictEqual(Either.getOrThrow(found).id, "9007199254740993")
      } else {
        const error = Either.getOrThrow(Either.flip(found))
        assert.strictEqual(
          error.message,
          "Contacts.find: invalid response, id expected string, got a number too large to be read exactly " +
            "(GET /contacts/{contact_id})"
        )
      }
    }))

  it.effect("is exact in a notification, or the notification is unknown and says why", () =>
    Effect.gen(function*() {
      const item = `{"type":"contact","id":9007199254740993}`
      const body = `{"id":1152921504606846977,"topic":"contact.user.created","data":{"item":${item}}}`
      const notification = yield* Webhook.decode(new TextEncoder().encode(body))
      if (keeps) {
        assert.strictEqual(notification.topic, "contact.user.created")
        assert.strictEqual(notification.id, "1152921504606846977")
        assert.propertyVal(notification.data?.item, "id", "9007199254740993")
      } else {
        assert.strictEqual(notification.topic, "unknown")
        assert.isUndefined(notification.id)
      }
    }))

  it.effect("is exact in the notification of an uninstall, or that is refused", () =>
    Effect.gen(function*() {
      const decoded = yield* Effect.either(OAuth.decodeUninstall(`{"app_id":9007199254740993}`))
      if (keeps) assert.strictEqual(Either.getOrThrow(decoded).app_id, "9007199254740993")
      else assert.match(Either.getOrThrow(Either.flip(decoded)).message, /app_id .* too large/)
    }))
}

describe("An id that is a number", () => {
  describe("where the runtime tells a reviver no source", () => {
    if (hasSource) {
      it.skip("this runtime does", () => {})
    } else {
      promises(false)
    }
  })

  describe(`where the runtime tells a reviver the source (${hasSource ? "this one does" : "a stand-in does"})`, () => {
    if (!hasSource) {
      beforeAll(() => {
        vi.spyOn(JSON, "parse").mockImplementation(parseWithSource)
      })
      afterAll(() => {
        vi.restoreAllMocks()
      })
    }
    promises(true)
  })

  it("makes no second attempt if the text has no such number", () => {
    let count = 0
    const issue = decodeJson(`{"id":true}`, (value) => {
      count++
      return Endpoint.decodeBy(Places)(value)
    })
    assert.isTrue(Either.isLeft(issue))
    assert.strictEqual(count, 1)
  })

  it.prop("is read exactly in a page of contacts, whatever the others are", [FC.array(FC.nat())], ([ids]) => {
    const text = JSON.stringify({ type: "list", data: ids.map((id) => ({ id })) })
    const { data } = Either.getOrThrow(decodeJson(text, Endpoint.decodeBy(listBody(Contacts.Contact, "data"))))
    assert.deepStrictEqual(data?.map(({ id }) => id), ids.map(String))
  })
})
