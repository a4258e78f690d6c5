/**
 * How a partitioned stream runs: checkpoints, changes during the run, failures, interruption, concurrency.
 */
import { assert, describe, it, vi } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Conversations from "effect-intercom/api/Conversations"
import * as Tickets from "effect-intercom/api/Tickets"
import * as Partition from "effect-intercom/Partition"
import * as SearchQuery from "effect-intercom/SearchQuery"
import * as IntercomWorkspace from "effect-intercom/testing/IntercomWorkspace"
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { errorList } from "../scripted.js"
import { randomOf } from "./random.js"
import { type Row, searchServer } from "./searchServer.js"

// A busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 })

const day = 86_400
const base = Date.parse("2024-01-01T00:00Z") / 1000

const rowsOf = (count: number, days: number): ReadonlyArray<Row> =>
  Array.from({ length: count }, (_, i) => ({ id: `r${i}`, created_at: base + Math.floor(i * days * day / count) }))

const ids = (items: Iterable<{ readonly id: string }>): ReadonlyArray<string> =>
  Array.from(items, ({ id }) => id).sort()

const to = base + 1000 * day

/** The time that passes, in milliseconds of TestClock, until an effect ends. */
const elapsed = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<number, E, R> =>
  Effect.gen(function*() {
    const start = yield* Clock.currentTimeMillis
    const fiber = yield* Effect.fork(Effect.zipRight(effect, Clock.currentTimeMillis))
    while (fiber.unsafePoll() === null) yield* TestClock.adjust("50 millis")
    return (yield* Fiber.join(fiber)) - start
  })

describe("A checkpoint", () => {
  const StoredCheckpoint = Schema.parseJson(Partition.Checkpoint)

  it.effect("resumes after any page, from its JSON, and nothing is lost or repeated", () =>
    Effect.gen(function*() {
      for (const [seed, concurrency] of [[1, 1], [2, 3], [3, 8]] as const) {
        const random = randomOf(seed)
        const rows = Array.from({ length: 60 }, (_, i) => ({ id: `r${i}`, created_at: base + random(0, 40 * day) }))
        const server = searchServer(rows)
        const options = { to, concurrency, perPage: 5, maxItems: 15, query: SearchQuery.equals("open", true) } as const
        const pages = yield* Stream.runCollect(Conversations.pagesPartitioned(options)).pipe(
          Effect.provide(server.layer)
        )
        const before: Array<Partition.Page<Conversations.Conversation>> = []
        for (const page of pages) {
          before.push(page)
          const stored = yield* Schema.encode(StoredCheckpoint)(page.checkpoint)
          const rest = yield* Conversations.streamPartitioned({
            ...options,
            concurrency: random(1, 8),
            checkpoint: yield* Schema.decode(StoredCheckpoint)(stored)
          }).pipe(Stream.runCollect, Effect.provide(server.layer))
          assert.deepStrictEqual(ids([...before.flatMap(({ data }) => data), ...rest]), ids(rows))
        }
        assert.isAbove(before.length, 15)
        assert.deepStrictEqual(before.at(-1)?.checkpoint.ranges, [])
      }
    }))

  it.effect("of a finished run sends nothing", () =>
    Effect.gen(function*() {
      const server = searchServer(rowsOf(10, 10))
      const last = yield* Stream.runLast(Tickets.pagesPartitioned({ to })).pipe(Effect.provide(server.layer))
      const { checkpoint } = yield* last
      const sent = server.bodies.length
      const rest = yield* Stream.runCollect(Tickets.streamPartitioned({ checkpoint })).pipe(
        Effect.provide(server.layer)
      )
      assert.deepStrictEqual(ids(rest), [])
      assert.lengthOf(server.bodies, sent)
    }))

  it.effect("resumes after a failure in the middle, and each row comes once", () =>
    Effect.gen(function*() {
      const rows = rowsOf(400, 300)
      const server = searchServer(rows, {
        instead: (request) => request % 40 === 0 ? Effect.succeed(errorList(400, "client_error")) : undefined
      })
      const stored: Array<string> = []
      let checkpoint: Partition.Checkpoint | undefined
      const store = (page: Partition.Page<Contacts.Contact>) =>
        Effect.sync(() => {
          for (const { id } of page.data) stored.push(id)
          checkpoint = page.checkpoint
        })
      let failures = 0
      const attempt = Effect.suspend(() =>
        Stream.runForEach(Contacts.pagesPartitioned({ to, perPage: 5, maxItems: 60, checkpoint }), store)
      ).pipe(
        Effect.tapError((error) => {
          failures += 1
          return Effect.sync(() => assert.strictEqual(error._tag, "IntercomInvalidRequest"))
        }),
        Effect.retry({ times: 20 })
      )
      yield* Effect.provide(attempt, server.layer)
      assert.isAbove(failures, 2)
      assert.deepStrictEqual([...stored].sort(), ids(rows))
    }))
})

describe("Changes during the run", () => {
  const layer = IntercomWorkspace.layer({ rateLimit: Infinity, timezone: "America/Los_Angeles" })
  const contacts = Array.from({ length: 120 }, (_, i) => ({
    id: `c${i}`,
    email: `${i}@example.com`,
    created_at: base + i * 7 * 3600
  }))

  it.effect("neither lose nor repeat a contact that exists from the start to the end, partitioned by created_at", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime((base + 100 * day) * 1000)
      yield* IntercomWorkspace.seed({ contacts })
      const deleted: Array<string> = []
      let pages = 0
      const change = Effect.gen(function*() {
        pages += 1
        yield* TestClock.adjust("1 second")
        yield* Contacts.create({ email: `new-${pages}@example.com` })
        yield* Contacts.update(`c${(pages * 13) % 60}`, { name: "Changed" })
        const id = `c${60 + (pages * 7) % 60}`
        if (pages % 3 === 0 && !deleted.includes(id)) {
          deleted.push(id)
          yield* Contacts.delete(id)
        }
      })
      const seen: Array<string> = []
      yield* Contacts.pagesPartitioned({ perPage: 5, maxItems: 30, concurrency: 3 }).pipe(
        Stream.runForEach(({ data }) => {
          for (const { id } of data) seen.push(id)
          return change
        })
      )
      assert.isAbove(deleted.length, 3)
      assert.lengthOf(new Set(seen), seen.length)
      const stay = ids(contacts).filter((id) => !deleted.includes(id))
      assert.includeMembers(seen, [...stay])
      assert.includeMembers([...ids(contacts)], seen)
    }).pipe(Effect.provide(layer)))

  it.effect("move a contact to the next run, partitioned by updated_at", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime((base + 100 * day) * 1000)
      yield* IntercomWorkspace.seed({ contacts })
      const options = { field: "updated_at", perPage: 5, maxItems: 30, concurrency: 2 } as const
      const end = base + 100 * day
      let pages = 0
      const seen: Array<string> = []
      yield* Contacts.pagesPartitioned({ ...options, to: end }).pipe(
        Stream.runForEach(({ data }) => {
          for (const { id } of data) seen.push(id)
          return Contacts.update(`c${(pages++ * 11) % 120}`, { name: "Changed" })
        })
      )
      yield* TestClock.adjust("1 minute")
      const next = yield* Stream.runCollect(Contacts.streamPartitioned({ ...options, from: end }))
      assert.lengthOf(new Set(seen), seen.length)
      assert.isNotEmpty(Chunk.toReadonlyArray(next))
      assert.deepStrictEqual([...new Set([...seen, ...ids(next)])].sort(), ids(contacts))
    }).pipe(Effect.provide(layer)))
})

describe("A partitioned stream", () => {
  // The latency passes on TestClock, so the time depends on nothing but the number of requests one after the other.
  it.effect("is at least 6 times as fast with 8 requests at once, if latency decides", () =>
    Effect.gen(function*() {
      for (const skew of [1, 2]) {
        const count = 4500
        const rows = Array.from({ length: count }, (_, i) => ({
          id: `r${i}`,
          created_at: base + Math.floor(1000 * day * (i / count) ** (1 / skew))
        }))
        const timeOf = (concurrency: number) => {
          const server = searchServer(rows, { latency: 50 })
          const stream = Contacts.streamPartitioned({ to, concurrency, perPage: 25 })
          return elapsed(Stream.runCount(stream)).pipe(Effect.provide(server.layer))
        }
        const ratio = (yield* timeOf(1)) / (yield* timeOf(8))
        assert.isAtLeast(ratio, 6)
      }
    }))

  it.effect("sends no more requests at once than you allow, and uses them", () =>
    Effect.gen(function*() {
      const rows = rowsOf(600, 900)
      for (const concurrency of [8, 100]) {
        const server = searchServer(rows, { latency: 50 })
        const read = Stream.runCollect(Contacts.streamPartitioned({ to, concurrency, perPage: 2 }))
        let found: ReadonlyArray<string> = []
        yield* elapsed(Effect.map(read, (items) => found = ids(items))).pipe(Effect.provide(server.layer))
        assert.deepStrictEqual(found, ids(rows))
        assert.strictEqual(server.most(), concurrency)
      }
    }))

  it.effect("reads a thousand ranges", () =>
    Effect.gen(function*() {
      const rows = rowsOf(3000, 900)
      const server = searchServer(rows)
      const pages = yield* Stream.runCollect(Conversations.pagesPartitioned({ to, perPage: 3, maxItems: 5 })).pipe(
        Effect.provide(server.layer)
      )
      const most = Math.max(...Chunk.map(pages, ({ checkpoint }) => checkpoint.ranges.length))
      assert.isAbove(most, 1000)
      assert.deepStrictEqual(ids(Chunk.flatMap(pages, ({ data }) => Chunk.fromIterable(data))), ids(rows))
    }))

  it.effect("waits for its consumer: it holds at most as many pages as it may request at once", () =>
    Effect.gen(function*() {
      const server = searchServer(rowsOf(2000, 900))
      let pages = 0
      yield* Contacts.pagesPartitioned({ to, concurrency: 4, perPage: 10 }).pipe(
        Stream.runForEach(() => {
          pages += 1
          assert.isAtMost(server.bodies.length - pages, 4)
          return Effect.repeatN(Effect.yieldNow(), 100)
        }),
        Effect.provide(server.layer)
      )
      assert.strictEqual(pages, server.bodies.length)
    }))

  it.effect("fails with the error of a page, and aborts the other requests", () =>
    Effect.gen(function*() {
      let aborted = 0
      const server = searchServer(rowsOf(2000, 900), {
        instead: (request) => {
          if (request < 20) return undefined
          if (request === 20) return Effect.succeed(errorList(401, "unauthorized"))
          return Effect.onInterrupt(Effect.never, () => Effect.sync(() => aborted += 1))
        }
      })
      const error = yield* Stream.runDrain(Contacts.streamPartitioned({ to, perPage: 10 })).pipe(
        Effect.provide(server.layer),
        Effect.flip
      )
      assert.strictEqual(error._tag, "IntercomUnauthorized")
      assert.isAbove(aborted, 0)
      assert.strictEqual(server.open(), 0)
    }))

  it.effect("aborts all requests when it is interrupted, and when its consumer ends early", () =>
    Effect.gen(function*() {
      const server = searchServer(rowsOf(2000, 900), { latency: 50 })
      const stream = Contacts.streamPartitioned({ to, perPage: 10 })
      const fiber = yield* Effect.fork(Effect.provide(Stream.runDrain(stream), server.layer))
      yield* TestClock.adjust("220 millis")
      assert.strictEqual(server.open(), 8)
      yield* Fiber.interrupt(fiber)
      assert.strictEqual(server.open(), 0)
      yield* elapsed(Stream.runDrain(Stream.take(stream, 25))).pipe(Effect.provide(server.layer))
      assert.strictEqual(server.open(), 0)
    }))

  it.effect("is read by one cursor, if the search has no total_count", () =>
    Effect.gen(function*() {
      const rows = rowsOf(300, 300)
      const server = searchServer(rows, { withoutCount: true })
      const found = yield* Stream.runCollect(Tickets.streamPartitioned({ to, perPage: 7 })).pipe(
        Effect.provide(server.layer)
      )
      assert.deepStrictEqual(ids(found), ids(rows))
      assert.lengthOf(server.bodies, Math.ceil(300 / 7))
    }))

  it.effect("keeps a row without a time", () =>
    Effect.gen(function*() {
      for (const created_at of [null, undefined]) {
        const row = created_at === undefined ? { id: "r" } : { id: "r", created_at }
        const server = searchServer([row])
        const found = yield* Stream.runCollect(Tickets.streamPartitioned({ from: base, to })).pipe(
          Effect.provide(server.layer)
        )
        assert.deepStrictEqual(ids(found), ["r"])
      }
    }))

  it.effect("fails if the cursor of a range repeats", () =>
    Effect.gen(function*() {
      for (const starting_after of ["same", ""]) {
        const page = { type: "list", data: [{ id: "1", created_at: base }], pages: { next: { starting_after } } }
        const server = searchServer([], { instead: () => Effect.sync(() => Response.json(page)) })
        const error = yield* Stream.runDrain(Contacts.streamPartitioned({ to })).pipe(
          Effect.provide(server.layer),
          Effect.flip
        )
        assert.strictEqual(error._tag, "IntercomInvalidResponse")
      }
    }))

  it.effect("ends before now by default, and reads an empty range", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime(base * 1000 + 999)
      const server = searchServer([{ id: "old", created_at: base - 1 }, { id: "new", created_at: base }])
      const found = yield* Stream.runCollect(Contacts.streamPartitioned()).pipe(Effect.provide(server.layer))
      assert.deepStrictEqual(ids(found), ["old"])
      const none = yield* Stream.runCollect(Tickets.streamPartitioned({ from: base, to: base })).pipe(
        Effect.provide(server.layer)
      )
      assert.deepStrictEqual(ids(none), [])
    }))
})

describe("The query", () => {
  const older = SearchQuery.lessThan("updated_at", base)
  const open = SearchQuery.equals("open", true)
  const bounds = [SearchQuery.greaterThan("created_at", base - 1), SearchQuery.lessThan("created_at", base + 9)]

  const sent = (query: SearchQuery.SearchQuery<Conversations.ConversationField> | undefined) => {
    const server = searchServer([])
    return Stream.runDrain(Conversations.streamPartitioned({ query, from: base, to: base + 9 })).pipe(
      Effect.provide(server.layer),
      Effect.map(() => server.bodies[0]?.query)
    )
  }

  it.effect("is combined with the range: one filter, a group of either kind, or none", () =>
    Effect.gen(function*() {
      const either = SearchQuery.or(older, open)
      assert.deepStrictEqual(yield* sent(undefined), { operator: "AND", value: bounds })
      assert.deepStrictEqual(yield* sent(open), { operator: "AND", value: [...bounds, open] })
      assert.deepStrictEqual(yield* sent(either), { operator: "AND", value: [...bounds, either] })
      assert.deepStrictEqual(
        yield* sent(SearchQuery.and(open, either)),
        { operator: "AND", value: [...bounds, open, either] }
      )
    }))

  it.effect("is refused if the range makes it too deep or too long", () =>
    Effect.gen(function*() {
      const deep = SearchQuery.or(open, SearchQuery.and(older, open))
      const thirteen = SearchQuery.and(open, ...Array.from({ length: 12 }, () => open))
      const fourteen = SearchQuery.and(open, ...Array.from({ length: 13 }, () => open))
      assert.lengthOf((yield* sent(thirteen))?.value ?? [], 15)
      for (const query of [deep, fourteen]) {
        const error = yield* Effect.flip(sent(query))
        assert.strictEqual(error._tag, "IntercomInvalidInput")
        assert.match(error.message, /query/)
      }
    }))
})

describe("An option that is wrong is refused before anything is sent:", () => {
  const circular = (): SearchQuery.SearchQuery<Contacts.ContactField> => {
    const query = SearchQuery.and(SearchQuery.equals("role", "user"))
    return Object.assign(query, { value: [query] })
  }
  const checkpoint = (search: string): Partition.Checkpoint => ({ search, ranges: [] })
  const wrong: Readonly<Record<string, ReadonlyArray<Partition.Options<Contacts.ContactField>>>> = {
    from: [{ from: -1 }, { from: 1.5 }, { from: NaN }],
    to: [{ to: 1.5 }, { from: 10, to: 9 }, { to: NaN }, { to: Infinity }],
    concurrency: [{ concurrency: 0 }, { concurrency: NaN }, { concurrency: 1.5 }, { concurrency: Infinity }],
    maxItems: [{ maxItems: 0 }, { maxItems: NaN }],
    perPage: [{ perPage: 0 }, { perPage: 151 }, { perPage: NaN }],
    field: [JSON.parse("{\"field\":\"last_seen_at\"}")],
    checkpoint: [
      { checkpoint: checkpoint("") },
      { checkpoint: checkpoint(JSON.stringify(["Contacts.search", "updated_at"])) },
      JSON.parse("{\"checkpoint\":{}}"),
      JSON.parse(JSON.stringify({ checkpoint: { search: JSON.stringify(["Contacts.search", "created_at", null]) } })),
      JSON.parse(JSON.stringify({ checkpoint: { ...checkpoint(""), ranges: [{ from: "0" }] } }))
    ],
    query: [{ query: circular() }],
    "query.value[2]": ["role", {}, { operator: "AND" }, { operator: "NOT", value: [] }].map((query) =>
      JSON.parse(JSON.stringify({ query }))
    )
  }

  for (const [name, options] of Object.entries(wrong)) {
    it.effect(name, () =>
      Effect.gen(function*() {
        for (const option of options) {
          const server = searchServer(rowsOf(10, 10))
          const error = yield* Stream.runDrain(Contacts.streamPartitioned({ to, ...option })).pipe(
            Effect.provide(server.layer),
            Effect.flip
          )
          assert.strictEqual(error._tag, "IntercomInvalidInput")
          assert.strictEqual(Object(error).field, name)
          assert.lengthOf(server.bodies, 0)
        }
      }))
  }
})
