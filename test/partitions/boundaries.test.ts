/**
 * No row is lost or read twice at the boundaries of ranges, whatever the time zone of the workspace.
 */
import { assert, describe, it, vi } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Conversations from "effect-intercom/api/Conversations"
import * as Tickets from "effect-intercom/api/Tickets"
import type { IntercomHttp } from "effect-intercom/IntercomHttp"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { randomOf } from "./random.js"
import { type Row, searchServer } from "./searchServer.js"

// A busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 })

const hour = 3600
const day = 24 * hour

const idsOf = <E>(stream: Stream.Stream<{ readonly id: string }, E, IntercomHttp>) =>
  Effect.map(Stream.runCollect(stream), (items) => Chunk.toReadonlyArray(items).map(({ id }) => id).sort())

/** The first second of every day of a time zone in two weeks, found by its local date. */
const midnights = (timezone: string, around: number): ReadonlyArray<number> => {
  const date = new Intl.DateTimeFormat("en-CA", { timeZone: timezone })
  const found: Array<number> = []
  for (let time = around - 7 * day; time < around + 7 * day; time += 900) {
    if (date.format(time * 1000) !== date.format((time - 1) * 1000)) found.push(time)
  }
  return found
}

const at = (time: string): number => Date.parse(time) / 1000

const zones: ReadonlyArray<readonly [timezone: string, around: number, what: string]> = [
  ["UTC", at("2024-02-29T00:00Z"), "a leap day"],
  ["America/Los_Angeles", at("2024-03-10T12:00Z"), "a day of 23 hours"],
  ["America/Los_Angeles", at("2024-11-03T12:00Z"), "a day of 25 hours"],
  ["Pacific/Auckland", at("2024-04-06T12:00Z"), "a day of 25 hours"],
  ["Pacific/Auckland", at("2024-09-28T12:00Z"), "a day of 23 hours"],
  ["Asia/Kolkata", at("2024-06-01T00:00Z"), "a zone of half an hour"],
  ["Australia/Lord_Howe", at("2024-04-06T15:00Z"), "a day of 24 and a half hours"],
  ["America/Havana", at("2024-11-03T05:00Z"), "clocks set back at midnight"],
  ["Pacific/Apia", at("2011-12-30T10:00Z"), "a day that did not exist"],
  ["Antarctica/Casey", at("2018-03-10T17:00Z"), "a day of 27 hours"]
]

describe("Contacts around every boundary", () => {
  for (const [timezone, around, what] of zones) {
    it.effect(`come once in ${timezone}, around ${what}`, () =>
      Effect.gen(function*() {
        const random = randomOf(around)
        const starts = midnights(timezone, around)
        const times = starts.flatMap((midnight) => [
          midnight - 1,
          midnight,
          midnight + random(1, 2 * hour),
          midnight + random(2 * hour, 20 * hour)
        ])
        yield* IntercomWorkspace.seed({
          contacts: times.map((created_at, i) => ({ id: `c${i}`, email: `${i}@example.com`, created_at }))
        })
        const edges = [...starts.map((start) => start + random(-1, 1)), ...times]
        for (let run = 0; run < 8; run++) {
          const [one = 0, other = 0] = [edges[random(0, edges.length - 1)], edges[random(0, edges.length - 1)]]
          const [from, to] = [Math.min(one, other), Math.max(one, other)]
          const found = yield* idsOf(
            Contacts.streamPartitioned({ from, to, perPage: random(1, 4), maxItems: random(1, 8) })
          )
          const expected = times.flatMap((time, i) => time >= from && time < to ? [`c${i}`] : []).sort()
          assert.deepStrictEqual(found, expected, `from ${from} to ${to}`)
        }
        const all = yield* idsOf(Contacts.streamPartitioned({ to: around + 30 * day, perPage: 2 }))
        assert.deepStrictEqual(all, times.map((_, i) => `c${i}`).sort())
      }).pipe(Effect.provide(IntercomWorkspace.layer({ timezone, rateLimit: Infinity }))))
  }
})

const base = at("2025-01-01T00:00Z")

/** Several rows in most seconds of a few minutes. */
const crowded = (seed: number): ReadonlyArray<Row> => {
  const random = randomOf(seed)
  return Array.from({ length: 300 }, (_, i) => ({ id: `r${i}`, created_at: base + random(0, 200) }))
}

const resources = {
  Contacts: Contacts.streamPartitioned,
  Conversations: Conversations.streamPartitioned,
  Tickets: Tickets.streamPartitioned
}

describe("A range of seconds", () => {
  for (const [name, streamPartitioned] of Object.entries(resources)) {
    for (const orEqual of [false, true]) {
      for (const unsorted of [false, true]) {
        const rules = `${orEqual ? "includes" : "excludes"} equal times${unsorted ? " and ignores the order" : ""}`
        it.effect(`is exact for ${name}, if the search ${rules}`, () =>
          Effect.gen(function*() {
            for (let seed = 1; seed <= 6; seed++) {
              const random = randomOf(seed)
              const rows = crowded(seed)
              const server = searchServer(rows, { orEqual, unsorted })
              const from = base + random(-5, 120)
              const to = from + random(0, 150)
              const found = yield* idsOf(
                streamPartitioned({ from, to, perPage: random(3, 9), maxItems: random(3, 40) })
              ).pipe(Effect.provide(server.layer))
              const expected = rows.filter(({ created_at }) => Number(created_at) >= from && Number(created_at) < to)
              assert.deepStrictEqual(found, expected.map(({ id }) => id).sort(), `from ${from} to ${to}`)
            }
          }))
      }
    }
  }

  it.effect("is read by one cursor, if it cannot be split", () =>
    Effect.gen(function*() {
      const rows = Array.from({ length: 50 }, (_, i) => ({ id: `r${i}`, created_at: base }))
      const server = searchServer(rows)
      const found = yield* idsOf(
        Conversations.streamPartitioned({ from: base - 10, to: base + 10, perPage: 5, maxItems: 5 })
      ).pipe(Effect.provide(server.layer))
      assert.lengthOf(new Set(found), 50)
      assert.lengthOf(found, 50)
      assert.isAtMost(server.bodies.length, 50)
    }))
})

describe("A day with very many contacts", () => {
  it.effect("is read to its end, each contact once", () =>
    Effect.gen(function*() {
      const contacts = Array.from({ length: 600 }, (_, i) => ({
        id: `c${i}`,
        email: `${i}@example.com`,
        created_at: i < 500 ? base + i : base - 400 * day + i * day / 2
      }))
      yield* IntercomWorkspace.seed({ contacts })
      const found = yield* idsOf(Contacts.streamPartitioned({ to: base + day, perPage: 10, maxItems: 40 }))
      assert.deepStrictEqual(found, contacts.map(({ id }) => id).sort())
    }).pipe(Effect.provide(IntercomWorkspace.layer({ timezone: "Asia/Tokyo", rateLimit: Infinity }))))
})

describe("Conversations and tickets of the workspace in memory", () => {
  it.effect("come once, also those of the first and the last second", () =>
    Effect.gen(function*() {
      const times = Array.from({ length: 60 }, (_, i) => base + Math.floor(i / 3))
      yield* IntercomWorkspace.seed({
        contacts: [{ id: "ada", email: "ada@example.com" }],
        ticketTypes: [{ id: "10", name: "Order" }],
        conversations: times.map((created_at, i) => ({ id: `${1000 + i}`, contacts: ["ada"], body: "Hi", created_at })),
        tickets: times.map((created_at, i) => ({
          id: `${2000 + i}`,
          ticket_type: "10",
          contacts: ["ada"],
          created_at
        }))
      })
      const options = { from: base + 1, to: base + 19, perPage: 2, maxItems: 6 }
      const expected = times.flatMap((time, i) => time >= base + 1 && time < base + 19 ? [i] : [])
      const conversations = yield* idsOf(Conversations.streamPartitioned(options))
      assert.deepStrictEqual(conversations, expected.map((i) => `${1000 + i}`))
      const tickets = yield* idsOf(Tickets.streamPartitioned(options))
      assert.deepStrictEqual(tickets, expected.map((i) => `${2000 + i}`))
    }).pipe(Effect.provide(IntercomWorkspace.layer({ rateLimit: Infinity }))))
})
