import { assert, describe, it } from "@effect/vitest"
import * as Contacts from "effect-intercom/api/Contacts"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Pagination from "effect-intercom/Pagination"
import * as Chunk from "effect/Chunk"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { errorList, scripted } from "./scripted.js"

const page = (ids: ReadonlyArray<string>, next?: unknown): Response =>
  Response.json({ type: "list", data: ids.map((id) => ({ id })), total_count: 6, pages: { type: "pages", next } })

/** Three pages of two contacts, by cursor: 1, 2, 3. */
const threePages = (cursor: string | undefined): Response => {
  const number = Number(cursor ?? "1")
  return page([`${number}a`, `${number}b`], number < 3 ? { page: number + 1, starting_after: `${number + 1}` } : null)
}

const everyId = ["1a", "1b", "2a", "2b", "3a", "3b"]

interface Listing {
  readonly layer: Layer.Layer<IntercomHttp.IntercomHttp>
  readonly cursors: Array<string | undefined>
}

const listing = (
  answer: (cursor: string | undefined, count: number) => Response | Effect.Effect<Response>
): Listing => {
  const cursors: Array<string | undefined> = []
  const layer = IntercomHttp.layerTest((request) => {
    const [, cursor] = request.urlParams.find(([key]) => key === "starting_after") ?? []
    cursors.push(cursor)
    return answer(cursor, cursors.length)
  })
  return { layer, cursors }
}

const idsOf = <E>(stream: Stream.Stream<{ readonly id: string }, E, IntercomHttp.IntercomHttp>) =>
  Effect.map(Stream.runCollect(stream), (contacts) => Chunk.toReadonlyArray(contacts).map(({ id }) => id))

describe("Pagination", () => {
  describe("a stream", () => {
    it.effect("has every item of every page, in order, with one request for each page", () =>
      Effect.gen(function*() {
        const { cursors, layer } = listing(threePages)
        assert.deepStrictEqual(yield* idsOf(Contacts.stream()).pipe(Effect.provide(layer)), everyId)
        assert.deepStrictEqual(cursors, [undefined, "2", "3"])
      }))

    it.effect("asks for the largest pages there are, or for the size you name", () =>
      Effect.gen(function*() {
        const sizes: Array<string | undefined> = []
        const layer = IntercomHttp.layerTest((request) => {
          sizes.push(request.urlParams.find(([key]) => key === "per_page")?.[1])
          return page([])
        })
        yield* Stream.runDrain(Contacts.stream()).pipe(Effect.provide(layer))
        yield* Stream.runDrain(Contacts.stream({ perPage: 7 })).pipe(Effect.provide(layer))
        assert.deepStrictEqual(sizes, ["150", "7"])
      }))

    it.effect("sends one request for take(1), and none before it is run", () =>
      Effect.gen(function*() {
        const { cursors, layer } = listing(threePages)
        const stream = Contacts.stream()
        assert.lengthOf(cursors, 0)
        assert.deepStrictEqual(yield* idsOf(Stream.take(stream, 1)).pipe(Effect.provide(layer)), ["1a"])
        assert.deepStrictEqual(yield* idsOf(Stream.take(stream, 2)).pipe(Effect.provide(layer)), ["1a", "1b"])
        assert.lengthOf(cursors, 2)
      }))

    it.effect("hands on page-sized chunks", () =>
      Effect.gen(function*() {
        const { layer } = listing(threePages)
        const chunks = yield* Contacts.stream().pipe(Stream.chunks, Stream.runCollect, Effect.provide(layer))
        assert.deepStrictEqual(Chunk.toReadonlyArray(chunks).map(Chunk.size), [2, 2, 2])
      }))

    it.effect("waits for its consumer: no page is asked for before the one before it is done with", () =>
      Effect.gen(function*() {
        const { cursors, layer } = listing(threePages)
        const seen: Array<number> = []
        yield* Contacts.stream().pipe(
          Stream.runForEach(() => Effect.sync(() => seen.push(cursors.length))),
          Effect.provide(layer)
        )
        assert.deepStrictEqual(seen, [1, 1, 2, 2, 3, 3])
      }))

    it.effect("aborts the request in flight when it is interrupted", () =>
      Effect.gen(function*() {
        for (const prefetch of [0, 1]) {
          const started = yield* Deferred.make<void>()
          const ended = yield* Deferred.make<Exit.Exit<unknown>>()
          const { layer } = listing((cursor) =>
            cursor === undefined ?
              threePages(cursor) :
              Deferred.succeed(started, undefined).pipe(
                Effect.zipRight(Effect.never),
                Effect.onExit((exit) => Deferred.succeed(ended, exit))
              )
          )
          const fiber = yield* Contacts.stream({ prefetch }).pipe(Stream.runDrain, Effect.provide(layer), Effect.fork)
          yield* Deferred.await(started)
          yield* Fiber.interrupt(fiber)
          assert.isTrue(Exit.isInterrupted(yield* Deferred.await(ended)))
        }
      }))

    it.effect("fails with what a page failed with, after the items of the pages before it", () =>
      Effect.gen(function*() {
        for (const prefetch of [0, 1, 3]) {
          const { layer } = listing((cursor) => cursor === "3" ? errorList(500, "server_error") : threePages(cursor))
          const seen: Array<string> = []
          const error = yield* Contacts.stream({ prefetch }).pipe(
            Stream.runForEach(({ id }) => Effect.sync(() => seen.push(id))),
            Effect.provide(layer),
            Effect.flip
          )
          assert.strictEqual(error._tag, "IntercomServerError")
          assert.deepStrictEqual(seen, ["1a", "1b", "2a", "2b"])
        }
      }))
  })

  describe("resuming", () => {
    it.effect("goes on after the page whose next cursor was saved, and loses nothing", () =>
      Effect.gen(function*() {
        const { layer } = listing(threePages)
        const first = yield* Contacts.pages().pipe(Stream.runHead, Effect.map(Option.getOrThrow), Effect.provide(layer))
        assert.strictEqual(first.next, "2")
        const rest = yield* idsOf(Contacts.stream({ cursor: first.next })).pipe(Effect.provide(layer))
        assert.deepStrictEqual([...first.data.map(({ id }) => id), ...rest], everyId)
      }))

    it.effect("has no cursor after the last page", () =>
      Effect.gen(function*() {
        const { layer } = listing(threePages)
        const pages = yield* Contacts.pages().pipe(Stream.runCollect, Effect.provide(layer))
        assert.deepStrictEqual(Chunk.toReadonlyArray(pages).map(({ next }) => next), ["2", "3", undefined])
      }))

    it.effect("keeps what Intercom said of the page", () =>
      Effect.gen(function*() {
        const { layer } = listing(() => Response.json({ data: [], total_count: 0, pages: null, scroll: "x" }))
        assert.deepStrictEqual(yield* Contacts.list().pipe(Effect.provide(layer)), {
          ...{ scroll: "x" },
          data: [],
          total_count: 0,
          pages: null,
          next: undefined
        })
      }))
  })

  describe("the next cursor", () => {
    const cases: ReadonlyArray<readonly [string, unknown, string | undefined]> = [
      ["an object", { page: 2, starting_after: "abc" }, "abc"],
      ["an object with a null cursor", { per_page: 2, starting_after: null }, undefined],
      ["an object with a null cursor and a page", { page: 2, starting_after: null }, "2"],
      ["a URL", "https://api.intercom.io/contacts?per_page=2&starting_after=a%2Bb%3D", "a+b="],
      ["a URL with a page number", "https://api.intercom.io/contacts?page=2", "2"],
      ["a bare cursor", "WzE3MzQ=", "WzE3MzQ="],
      ["null", null, undefined],
      ["nothing", undefined, undefined]
    ]
    for (const [name, next, expected] of cases) {
      it.effect(`is read from ${name}`, () =>
        Effect.gen(function*() {
          const { layer } = listing(() => page(["1"], next))
          assert.strictEqual((yield* Effect.provide(Contacts.list(), layer)).next, expected)
        }))
    }

    it.effect("is sent as it came, whatever characters it has", () =>
      Effect.gen(function*() {
        const odd = "a+b/c==\n&per_page=1#?é"
        const { cursors, layer } = listing((cursor) =>
          page(["1"], cursor === undefined ? { starting_after: odd } : null)
        )
        yield* Stream.runDrain(Contacts.stream()).pipe(Effect.provide(layer))
        assert.deepStrictEqual(cursors, [undefined, odd])
      }))

    it.effect("is never followed to another host", () =>
      Effect.gen(function*() {
        const hosts: Array<string> = []
        const layer = IntercomHttp.layerTest((request) => {
          hosts.push(new URL(request.url).host)
          return page(["1"], hosts.length === 1 ? "https://evil.example/contacts?starting_after=x" : null)
        })
        yield* Stream.runDrain(Contacts.stream()).pipe(Effect.provide(layer))
        assert.deepStrictEqual(hosts, ["api.intercom.io", "api.intercom.io"])
      }))
  })

  describe("a list that never ends", () => {
    const endsWith = (
      answer: (cursor: string | undefined, count: number) => Response,
      reason: RegExp,
      atMost: number
    ) =>
      Effect.gen(function*() {
        const { cursors, layer } = listing(answer)
        let items = 0
        const error = yield* Contacts.stream().pipe(
          Stream.runForEach(() => Effect.sync(() => items++)),
          Effect.provide(layer),
          Effect.flip
        )
        assert(error._tag === "IntercomInvalidResponse")
        assert.deepStrictEqual(error.at, ["pages", "next"])
        assert.match(error.reason, reason)
        assert.isAtMost(cursors.length, atMost)
        assert.strictEqual(items, cursors.length)
      })

    it.effect("is an error where a cursor repeats, after the page that carried it", () =>
      endsWith(() => page(["1"], { starting_after: "same" }), /repeats/, 2))

    it.effect("is an error where the first cursor comes back, though others were between", () =>
      endsWith((_, count) => page(["1"], { starting_after: `${count % 5}` }), /repeats/, 20))

    it.effect("is an error where the server gives back the cursor a resumed stream started from", () =>
      Effect.gen(function*() {
        const { cursors, layer } = listing(() => page(["1"], { starting_after: "saved" }))
        const error = yield* Contacts.stream({ cursor: "saved" }).pipe(
          Stream.runDrain,
          Effect.provide(layer),
          Effect.flip
        )
        assert.strictEqual(error._tag, "IntercomInvalidResponse")
        assert.lengthOf(cursors, 1)
      }))

    for (
      const next of [
        "",
        { starting_after: "" },
        { per_page: 2 },
        {},
        5,
        [],
        "https://api.intercom.io/contacts?x=1",
        { starting_after: { toString: 1 } },
        { starting_after: { toString: {}, valueOf: null } },
        { starting_after: ["1"] },
        { page: {} },
        { before: false },
        { toString: 1, valueOf: 1 }
      ]
    ) {
      it.effect(`is an error where the next page has no cursor: ${JSON.stringify(next)}`, () =>
        endsWith(() => page(["1"], next), /is empty/, 1))
    }
  })

  describe("prefetch", () => {
    it.effect("fetches that many pages ahead of the consumer, never more", () =>
      Effect.gen(function*() {
        for (const prefetch of [1, 2, 5]) {
          const { cursors, layer } = listing((cursor) => {
            const number = Number(cursor ?? "1")
            return page([`${number}`], number < 20 ? { starting_after: `${number + 1}` } : null)
          })
          let handled = 0
          let most = 0
          yield* Contacts.stream({ prefetch }).pipe(
            Stream.runForEach(() =>
              Effect.sleep("1 second").pipe(Effect.zipRight(Effect.sync(() => {
                handled++
                most = Math.max(most, cursors.length - handled)
              })))
            ),
            Effect.provide(layer),
            Effect.race(Effect.forever(TestClock.adjust("1 second")))
          )
          assert.strictEqual(handled, 20)
          assert.strictEqual(most, prefetch)
        }
      }))

    it.effect("is under way while the consumer is at work", () =>
      Effect.gen(function*() {
        const { cursors, layer } = listing(threePages)
        const seen: Array<number> = []
        yield* Contacts.pages({ prefetch: 1 }).pipe(
          Stream.runForEach(() => Effect.sync(() => seen.push(cursors.length))),
          Effect.provide(layer)
        )
        assert.deepStrictEqual(seen, [2, 3, 3])
      }))

    it.effect("keeps the order and loses nothing", () =>
      Effect.gen(function*() {
        for (const prefetch of [1, 2, 10]) {
          const { layer } = listing((cursor) => Effect.as(Effect.yieldNow(), threePages(cursor)))
          assert.deepStrictEqual(yield* idsOf(Contacts.stream({ prefetch })).pipe(Effect.provide(layer)), everyId)
        }
      }))
  })

  describe("a list without pages", () => {
    const answered = (body: unknown) =>
      Contacts.listSegments("1").pipe(Effect.provide(IntercomHttp.layerTest(() => Response.json(body))))

    it.effect("is whole, wherever Intercom puts it", () =>
      Effect.gen(function*() {
        const segments = [{ id: "1" }]
        for (
          const body of [
            { type: "list", data: segments },
            { type: "segment.list", segments, pages: {} },
            { segments: null, data: segments },
            segments
          ]
        ) assert.deepStrictEqual((yield* answered(body)).data, segments)
      }))

    it.effect("has no next page, and its stream is one request", () =>
      Effect.gen(function*() {
        const { cursors, layer } = listing(() => Response.json({ data: [{ id: "1" }] }))
        assert.strictEqual((yield* Effect.provide(Contacts.listSegments("1"), layer)).next, undefined)
        const all = Pagination.stream(Contacts.listSegments("1"))
        assert.deepStrictEqual(yield* idsOf(all).pipe(Effect.provide(layer)), ["1"])
        assert.lengthOf(cursors, 2)
      }))

    it.effect("is read to its end all the same if Intercom begins to page it", () =>
      Effect.gen(function*() {
        const next = "https://api.intercom.io/contacts/1/segments?page=2"
        const script = scripted([
          () => Response.json({ data: [{ id: "1" }], pages: { next } }),
          () => Response.json({ data: [{ id: "2" }], pages: { next: null } })
        ])
        const all = Pagination.stream(Contacts.listSegments("1"))
        assert.deepStrictEqual(yield* idsOf(all).pipe(Effect.provide(script.layer)), ["1", "2"])
        assert.deepStrictEqual(script.sent.map(({ urlParams }) => [...urlParams]), [[], [["page", "2"]]])
      }))
  })

  describe("a list is one value", () => {
    it.effect("an effect of one page, and what streams read, in both styles", () =>
      Effect.gen(function*() {
        const { layer } = listing(threePages)
        const list = Contacts.list({ perPage: 2 })
        assert.strictEqual(list.operation, "Contacts.list")
        const { data } = yield* Effect.provide(list, layer)
        assert.isNotEmpty(data)
        for (
          const all of [
            Pagination.stream(list),
            Pagination.stream(list, { prefetch: 1 }),
            list.pipe(Pagination.stream()),
            list.pipe(Pagination.stream({ prefetch: 1 }))
          ]
        ) assert.deepStrictEqual(yield* idsOf(all).pipe(Effect.provide(layer)), everyId)
        const pages = list.pipe(Pagination.pages({ prefetch: 2 }), Stream.runCount)
        assert.strictEqual(yield* Effect.provide(pages, layer), 3)
      }))

    it.effect("goes on where its cursor says", () =>
      Effect.gen(function*() {
        const { layer } = listing(threePages)
        const { next } = yield* Effect.provide(Contacts.list(), layer)
        const rest = yield* idsOf(Pagination.stream(Contacts.list({ cursor: next }))).pipe(Effect.provide(layer))
        assert.deepStrictEqual(rest, everyId.slice(-rest.length))
        assert.isBelow(rest.length, everyId.length)
      }))
  })

  it.effect("refuses options that make no sense, and sends nothing", () =>
    Effect.gen(function*() {
      const { cursors, layer } = listing(threePages)
      for (const perPage of [0, -1, 1.5, 151, NaN, Infinity]) {
        assert.strictEqual(
          (yield* Contacts.list({ perPage }).pipe(Effect.provide(layer), Effect.flip))._tag,
          "IntercomInvalidInput"
        )
        const error = yield* Contacts.stream({ perPage }).pipe(Stream.runDrain, Effect.provide(layer), Effect.flip)
        assert.strictEqual(error._tag, "IntercomInvalidInput")
      }
      const untyped: ReadonlyArray<object> = [{ perPage: "5" }, { perPage: [5] }, { perPage: true }]
      for (const options of untyped) {
        assert.strictEqual(
          (yield* Contacts.list(options).pipe(Effect.provide(layer), Effect.flip))._tag,
          "IntercomInvalidInput"
        )
      }
      for (const options of [{ cursor: "" }, { prefetch: -1 }, { prefetch: 0.5 }, { prefetch: NaN }]) {
        const error = yield* Contacts.stream(options).pipe(Stream.runDrain, Effect.provide(layer), Effect.flip)
        assert.strictEqual(error._tag, "IntercomInvalidInput")
      }
      assert.lengthOf(cursors, 0)
    }))

  it.live("keeps memory flat over 2,000 pages", () =>
    Effect.gen(function*() {
      setFlagsFromString("--expose-gc")
      const collect: () => void = runInNewContext("gc")
      const heap = Effect.sync(() => {
        collect()
        return process.memoryUsage().heapUsed
      })
      const body = JSON.stringify(Array.from({ length: 50 }, (_, id) => ({ id: `${id}`, name: "x".repeat(200) })))
      for (const prefetch of [0, 2]) {
        const { layer } = listing((cursor) => {
          const number = Number(cursor ?? "1")
          const next = number < 2000 ? `{"starting_after":"${number + 1}"}` : "null"
          return new Response(`{"data":${body},"pages":{"next":${next}}}`)
        })
        const samples: Array<number> = []
        yield* Contacts.pages({ prefetch }).pipe(
          Stream.zipWithIndex,
          Stream.runForEach(([, index]) =>
            index % 500 === 499 ? Effect.map(heap, (bytes) => samples.push(bytes)) : Effect.void
          ),
          Effect.provide(layer)
        )
        const [early = 0, , , late = 0] = samples
        assert.isBelow(late - early, 2_000_000)
      }
    }), 60_000)
})
