import { assert } from "@effect/vitest"
import * as Events from "effect-intercom/api/Events"
import * as IntercomError from "effect-intercom/IntercomError"
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { post } from "../calls.js"
import type { Case } from "../ways.js"

const ada = { id: "ada", external_id: "1", email: "ada@example.com" }

const names = (events: ReadonlyArray<Events.Event>) => events.map(({ event_name }) => event_name)

const collect = <E, R>(stream: Stream.Stream<Events.Event, E, R>) =>
  Effect.map(Stream.runCollect(stream), (events) => names(Chunk.toReadonlyArray(events)))

export const cases: ReadonlyArray<Case> = [
  {
    name: "records what a contact did, however the contact is named",
    seed: { contacts: [ada, { id: "lead", role: "lead", email: "lead@example.com" }] },
    test: Effect.gen(function*() {
      yield* Events.create({ event_name: "by-id", id: "ada" })
      yield* Events.create({ event_name: "by-user-id", user_id: "1", metadata: { plan: "pro" } })
      yield* Events.create({ event_name: "by-email", email: "ada@example.com" })
      const { data } = yield* Events.list({ user_id: "1" })
      assert.sameMembers(names(data), ["by-id", "by-user-id", "by-email"])
      assert.deepInclude(data.find(({ event_name }) => event_name === "by-user-id"), {
        type: "event",
        intercom_user_id: "ada",
        user_id: "1",
        email: "ada@example.com",
        metadata: { plan: "pro" }
      })
      assert.deepStrictEqual((yield* Events.list({ email: "ada@example.com" })).data, data)
      assert.deepStrictEqual((yield* Events.list({ intercom_user_id: "ada" })).data, data)
      yield* Events.create({ event_name: "by-lead", id: "lead" })
      assert.deepStrictEqual(names((yield* Events.list({ intercom_user_id: "lead" })).data), ["by-lead"])
    })
  },
  {
    name: "drops an event it has: the same contact, name and second",
    seed: { contacts: [ada] },
    test: Effect.gen(function*() {
      // 2050: never older than 90 days.
      const event = { event_name: "placed-order", created_at: 2_524_608_000, id: "ada" }
      yield* Events.create({ ...event, metadata: { number: 1 } })
      yield* Events.create({ ...event, metadata: { number: 2 } })
      yield* Events.create({ ...event, created_at: event.created_at + 1 })
      yield* Events.create({ ...event, event_name: "paid-order" })
      const { data } = yield* Events.list({ user_id: "1" })
      assert.deepStrictEqual(names(data), ["placed-order", "paid-order", "placed-order"])
      assert.deepStrictEqual(data.map(({ metadata }) => metadata), [{}, {}, { number: 1 }])
    })
  },
  {
    name: "lists the latest first, 15 a page, with a URL that goes on before the last",
    seed: {
      contacts: [ada],
      events: Array.from({ length: 40 }, (_, n) => ({
        contact: "1",
        event_name: `event-${n}`,
        // Two of each second.
        created_at: 2_524_608_000 + Math.floor(n / 2)
      }))
    },
    test: Effect.gen(function*() {
      const latestFirst = Array.from({ length: 40 }, (_, n) => `event-${39 - n}`)
      const first = yield* Events.list({ user_id: "1" })
      assert.deepStrictEqual(names(first.data), latestFirst.slice(0, 15))
      assert.match(String(Object(first.pages).next), /\/events\?type=user&user_id=1&before=/)
      const second = yield* Events.list({ user_id: "1", cursor: first.next })
      assert.deepStrictEqual(names(second.data), latestFirst.slice(15, 30))
      assert.deepStrictEqual(yield* collect(Events.stream({ user_id: "1", perPage: 7 })), latestFirst)
      assert.strictEqual(
        (yield* Effect.flip(Events.list({ user_id: "1", cursor: "yesterday" })))._tag,
        "IntercomInvalidRequest"
      )
    })
  },
  {
    name: "counts all events, and lists those of 90 days",
    seed: {
      contacts: [ada],
      events: [
        { contact: "ada", event_name: "signed-up", created_at: 1_600_000_000 },
        { contact: "ada", event_name: "logged-in", created_at: 1_600_000_000 },
        { contact: "ada", event_name: "logged-in", created_at: 2_524_608_000 }
      ]
    },
    test: Effect.gen(function*() {
      assert.deepStrictEqual(names((yield* Events.list({ user_id: "1" })).data), ["logged-in"])
      yield* Events.createSummary({
        user_id: "1",
        event_summaries: { event_name: "logged-in", count: 5, first: 1_500_000_000, last: 1_550_000_000 }
      })
      const summary = yield* Events.summarize({ user_id: "1" })
      assert.deepInclude(summary, { intercom_user_id: "ada", user_id: "1" })
      assert.deepInclude(summary.events?.find(({ name }) => name === "logged-in"), {
        count: 7,
        first: "2017-07-14T02:40:00.000Z",
        last: "2050-01-01T00:00:00.000Z"
      })
      assert.deepInclude(summary.events?.find(({ name }) => name === "signed-up"), { count: 1 })
    })
  },
  {
    name: "keeps the first ten keys of the metadata",
    seed: { contacts: [ada] },
    test: Effect.gen(function*() {
      const metadata = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`key-${n}`, n]))
      const now = yield* Clock.currentTimeMillis
      // `Events.create` refuses more than ten.
      yield* post("/events", { event_name: "chatty", id: "ada", created_at: Math.floor(now / 1000), metadata })
      const { data: [event] } = yield* Events.list({ user_id: "1" })
      assert.deepStrictEqual(event?.metadata, Object.fromEntries(Object.entries(metadata).slice(0, 10)))
    })
  },
  {
    name: "takes the texts null and undefined for ids like any other, which nobody has",
    seed: { contacts: [{ id: "bob", email: "bob@example.com" }, { id: "joan", external_id: "joan" }] },
    test: Effect.gen(function*() {
      for (const id of ["null", "undefined"]) {
        for (const whom of [{ user_id: id }, { email: id }]) {
          assert.deepInclude(yield* Effect.flip(Events.create({ event_name: "x", ...whom })), { status: 404 })
        }
      }
    })
  },
  {
    name: "knows no events of who is not there",
    test: Effect.gen(function*() {
      const calls = [
        Events.create({ event_name: "x", email: "nobody@example.com" }),
        Events.list({ user_id: "nobody" }),
        Events.summarize({ intercom_user_id: "nobody" }),
        Events.createSummary({ user_id: "nobody", event_summaries: { event_name: "x" } })
      ]
      for (const call of calls) {
        const missing = yield* Effect.flip(Effect.asVoid(call))
        assert.deepInclude(missing, { _tag: "IntercomNotFound", status: 404 })
        assert.isTrue(IntercomError.hasCode(missing, "not_found"))
      }
    })
  }
]
