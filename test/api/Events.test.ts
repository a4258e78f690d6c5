import { assert, describe, it } from "@effect/vitest"
import * as Events from "effect-intercom/api/Events"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { bodyOf, lineOf, scripted } from "../scripted.js"
import { attemptsOf, refusalOf } from "./sending.js"

const accepted = () => new Response(null, { status: 202 })

describe("Events.create", () => {
  it.effect("takes the time of the call, in whole seconds, where none is given", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime(1_671_028_894_999)
      const { layer, sent } = scripted([accepted])
      yield* Effect.provide(Events.create({ event_name: "placed-order", id: "1" }), layer)
      yield* Effect.provide(Events.create({ event_name: "placed-order", id: "1", created_at: 7 }), layer)
      assert.deepStrictEqual(sent.map(bodyOf), [
        { event_name: "placed-order", id: "1", created_at: 1_671_028_894 },
        { event_name: "placed-order", id: "1", created_at: 7 }
      ])
    }))

  it.effect("is sent again, with the time of the first attempt: so Intercom knows it for the same", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime(1_671_028_894_000)
      const attempts = yield* attemptsOf(Events.create({ event_name: "placed-order", user_id: "7" }))
      assert.isAbove(attempts.length, 1)
      for (const body of attempts) {
        assert.deepStrictEqual(body, { event_name: "placed-order", user_id: "7", created_at: 1_671_028_894 })
      }
    }))

  it.effect("refuses an event of nobody, or without a name", () =>
    Effect.gen(function*() {
      // @ts-expect-error the types keep this out too
      assert.deepStrictEqual(yield* refusalOf(Events.create({ event_name: "placed-order" })), [
        "Events.create",
        "",
        "must have one of id, user_id, email"
      ])
      const [, field] = yield* refusalOf(Events.create({ event_name: "", id: "1" }))
      assert.strictEqual(field, "event_name")
    }))
})

describe("The metadata of an event", () => {
  const create = (metadata: object) =>
    Events.create(Object.assign({ event_name: "sent-deal", user_id: "1" }, { metadata: Object(metadata) }))

  it.effect("is text, numbers, booleans, null, links and amounts of money, under 10 keys", () =>
    Effect.gen(function*() {
      const { layer, sent } = scripted([accepted])
      const metadata: Events.EventMetadata = {
        stripe_invoice: "inv_3434343434",
        order_date: 1_392_036_272,
        tracked_date: null,
        shipped_date: "2026-01-01",
        price: { amount: 34_999, currency: "eur" },
        order_number: { url: "https://example.org/orders/3434-3434", value: "3434-3434" },
        number: { url: "https://example.org", value: 7 },
        is_new: true,
        weight: 1.5,
        left_out: undefined,
        tenth: ""
      }
      yield* Effect.provide(create(metadata), layer)
      const { left_out: _, ...given } = metadata
      assert.deepStrictEqual(sent.map(bodyOf), [{
        event_name: "sent-deal",
        user_id: "1",
        created_at: 0,
        metadata: given
      }])
    }))

  const values: ReadonlyArray<unknown> = [
    { id: 1 },
    {},
    [],
    ["a"],
    new Date(0),
    { url: "https://example.org" },
    { url: 1, value: "a" },
    { url: "https://example.org", value: "a", title: "b" },
    { amount: "1", currency: "eur" },
    { amount: 1, currency: "eur", url: "https://example.org" },
    () => 1,
    1n
  ]
  it.effect("has no other values", () =>
    Effect.gen(function*() {
      for (const contact of values) {
        assert.deepStrictEqual(yield* refusalOf(create({ price: 1, contact })), [
          "Events.create",
          "metadata.contact",
          "must be text, a number, a boolean, null, { url, value } or { amount, currency }"
        ])
      }
    }))

  it.effect("has no 11th key, no metadata that is a list, and no milliseconds in a date", () =>
    Effect.gen(function*() {
      const keys = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`key_${i}`, i]))
      assert.deepStrictEqual(yield* refusalOf(create(keys)), [
        "Events.create",
        "metadata",
        "must have at most 10 keys, not 11"
      ])
      assert.deepStrictEqual((yield* refusalOf(create(["a"]))).slice(0, 2), ["Events.create", "metadata"])
      assert.deepStrictEqual(yield* refusalOf(create({ order_date: 1_796_000_000_000 })), [
        "Events.create",
        "metadata.order_date",
        "must be whole Unix seconds, not milliseconds"
      ])
    }))
})

describe("The events of a contact", () => {
  it.effect("are streamed back in time by the URL of the next page", () =>
    Effect.gen(function*() {
      const next = "https://api.intercom.io/events?per_page=50&before=1389913941064&intercom_user_id=63a0&type=user"
      const since = "https://api.intercom.io/events?intercom_user_id=63a0&type=user&since=1389913941065"
      const { layer, sent } = scripted([
        () => Response.json({ type: "event.list", events: [{ event_name: "a" }], pages: { next, since } }),
        () => Response.json({ type: "event.list", events: [{ event_name: "b" }], pages: { since } })
      ])
      const events = yield* Events.stream({ intercom_user_id: "63a0" }).pipe(Stream.runCollect, Effect.provide(layer))
      assert.deepStrictEqual(Chunk.toReadonlyArray(events).map(({ event_name }) => event_name), ["a", "b"])
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /events?type=user&intercom_user_id=63a0&per_page=50",
        "GET /events?type=user&intercom_user_id=63a0&per_page=50&before=1389913941064"
      ])
    }))

  it.effect("are counted", () =>
    Effect.gen(function*() {
      const summary = { type: "event.summary", email: "ada@example.com", events: [{ name: "placed-order", count: 3 }] }
      const { layer, sent } = scripted([() => Response.json(summary)])
      assert.deepStrictEqual<unknown>(
        yield* Effect.provide(Events.summarize({ email: "ada@example.com" }), layer),
        summary
      )
      assert.deepStrictEqual(sent.map(lineOf), ["GET /events?type=user&email=ada%40example.com&summary=true"])
    }))

  it.effect("are refused unless exactly one id tells which contact", () =>
    Effect.gen(function*() {
      const reason = "must have exactly one of intercom_user_id, user_id, email"
      const two = { email: "ada@example.com", user_id: "7" }
      // @ts-expect-error the types keep this out too
      assert.deepStrictEqual(yield* refusalOf(Events.list(two)), ["Events.list", "", reason])
      const nobody = { user_id: "" }
      for (const call of [Events.list(nobody), Stream.runDrain(Events.stream(nobody))]) {
        assert.deepStrictEqual(yield* refusalOf(call), ["Events.list", "", reason])
      }
      assert.deepStrictEqual(yield* refusalOf(Events.summarize(nobody)), ["Events.summarize", "", reason])
    }))
})

describe("Events.createSummary", () => {
  it.effect("is not sent twice", () =>
    Effect.gen(function*() {
      const summaries = { user_id: "7", event_summaries: { event_name: "placed-order", count: 3 } }
      assert.lengthOf(yield* attemptsOf(Events.createSummary(summaries)), 1)
    }))
})
