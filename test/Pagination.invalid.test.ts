import { assert, describe, it } from "@effect/vitest"
import * as Articles from "effect-intercom/api/Articles"
import * as Contacts from "effect-intercom/api/Contacts"
import * as Messages from "effect-intercom/api/Messages"
import * as Segments from "effect-intercom/api/Segments"
import * as IntercomHttp from "effect-intercom/IntercomHttp"
import * as Pagination from "effect-intercom/Pagination"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as FC from "effect/FastCheck"
import * as Stream from "effect/Stream"

const pageOf = (data: ReadonlyArray<unknown>, next?: string): Response =>
  Response.json({ type: "list", data, pages: { next: next === undefined ? null : { starting_after: next } } })

/** Two pages; the second item of the first and two of the second are broken. */
const layer = IntercomHttp.layerTest(({ urlParams }) =>
  urlParams.some(([key]) => key === "starting_after") ?
    pageOf([{ name: "no id" }, { id: "4" }, { id: "5", email: 5 }]) :
    pageOf([{ id: "1" }, { id: 2, tags: { data: [{}] } }, { id: "3" }], "b")
)

const collector = () => {
  const found: Array<Pagination.InvalidItem> = []
  return { found, onInvalidItem: Pagination.skipInvalid((item) => Effect.sync(() => found.push(item))) }
}

const ids = (contacts: Iterable<Contacts.Contact>) => Array.from(contacts, ({ id }) => id)

const broken: ReadonlyArray<Pagination.InvalidItem> = [
  { index: 1, id: "2", at: ["tags", "data", 0, "id"], reason: "is missing", value: { id: 2, tags: { data: [{}] } } },
  { index: 0, id: undefined, at: ["id"], reason: "is missing", value: { name: "no id" } },
  {
    index: 2,
    id: "5",
    at: ["email"],
    reason: "expected string | null | undefined, got number",
    value: { id: "5", email: 5 }
  }
]

describe("Items that cannot be decoded", () => {
  it.effect("fail their page by default, and the error has the cursor behind it", () =>
    Effect.gen(function*() {
      const error = yield* Effect.flip(Stream.runDrain(Contacts.stream()))
      assert.strictEqual(error._tag, "IntercomInvalidResponse")
      if (error._tag !== "IntercomInvalidResponse") return
      assert.deepStrictEqual([error.at, error.next], [["data", 1, "tags", "data", 0, "id"], "b"])
      const last = yield* Effect.flip(Contacts.list({ cursor: error.next }))
      assert.isTrue(last._tag === "IntercomInvalidResponse" && last.next === undefined)
    }).pipe(Effect.provide(layer)))

  it.effect("are left out and reported, in a stream, in pages, in a list and in an option of Pagination", () =>
    Effect.gen(function*() {
      const ofStream = collector()
      assert.deepStrictEqual(ids(yield* Stream.runCollect(Contacts.stream(ofStream))), ["1", "3", "4"])
      assert.deepStrictEqual(ofStream.found, broken)

      const ofPages = collector()
      const pages = yield* Stream.runCollect(Contacts.pages({ ...ofPages, prefetch: 1 }))
      assert.deepStrictEqual(Chunk.toReadonlyArray(pages).map(({ data, next }) => [ids(data), next]), [
        [["1", "3"], "b"],
        [["4"], undefined]
      ])
      assert.deepStrictEqual(ofPages.found, broken)

      const ofList = collector()
      assert.deepStrictEqual(ids((yield* Contacts.list(ofList)).data), ["1", "3"])
      assert.deepStrictEqual(ofList.found, broken.slice(0, 1))

      const ofCombinator = collector()
      const stream = Contacts.list().pipe(Pagination.stream(ofCombinator))
      assert.deepStrictEqual(ids(yield* Stream.runCollect(stream)), ["1", "3", "4"])
      assert.deepStrictEqual(ofCombinator.found, broken)

      const ofNested = collector()
      yield* Stream.runDrain(Pagination.stream(Contacts.list(ofNested)))
      assert.deepStrictEqual(ofNested.found, broken)
    }).pipe(Effect.provide(layer)))

  it.effect("are reported again when the list is read again", () =>
    Effect.gen(function*() {
      const { found, onInvalidItem } = collector()
      const list = Contacts.list({ onInvalidItem })
      yield* Effect.all([list, list], { concurrency: 2 })
      assert.deepStrictEqual(found, [...broken.slice(0, 1), ...broken.slice(0, 1)])
    }).pipe(Effect.provide(layer)))

  it.effect("are handed out as they came, at their place", () =>
    Effect.gen(function*() {
      const items = yield* Contacts.list().pipe(Pagination.either, Pagination.stream(), Stream.runCollect)
      assert.deepStrictEqual(Array.from(items, Either.isRight), [true, false, true, false, true, false])
      assert.deepStrictEqual(ids(Array.from(items).flatMap(Either.match({ onLeft: () => [], onRight: Array.of }))), [
        "1",
        "3",
        "4"
      ])
      assert.deepStrictEqual(
        Array.from(items).flatMap(Either.match({ onLeft: (item) => [item], onRight: () => [] })),
        broken
      )
    }).pipe(Effect.provide(layer)))

  it.effect("are found in a list that is a plain array, and in one of a shape of its own", () =>
    Effect.gen(function*() {
      const plain = collector()
      const page = yield* Contacts.list(plain).pipe(
        Effect.provide(IntercomHttp.layerTest(() => Response.json([{}, { id: "1" }, null])))
      )
      assert.deepStrictEqual(ids(page.data), ["1"])
      assert.deepStrictEqual(plain.found.map(({ index, value }) => [index, value]), [[0, {}], [2, null]])

      const own = collector()
      const { data } = yield* Articles.search({ phrase: "a", ...own }).pipe(Effect.provide(
        IntercomHttp.layerTest(() => Response.json({ type: "list", data: { articles: [{ id: "1" }, { id: {} }] } }))
      ))
      assert.deepStrictEqual(data.map(({ id }) => id), ["1"])
      assert.deepStrictEqual(own.found.map(({ at, index }) => [index, at]), [[1, ["id"]]])
    }))

  it.effect("do not hide a body that is no list", () =>
    Effect.gen(function*() {
      for (
        const body of ["{}", "not JSON", `{"data":{}}`, `{"type":"error.list"}`, `{"data":[],"total_count":"x"}`, ""]
      ) {
        const { found, onInvalidItem } = collector()
        const error = yield* Effect.flip(Segments.list().page({ onInvalidItem })).pipe(
          Effect.provide(IntercomHttp.layerTest(() => new Response(body)))
        )
        assert.strictEqual(error._tag, "IntercomInvalidResponse", body)
        assert.deepStrictEqual(found, [])
      }
    }))

  it.effect.prop("are those that fail, and all others arrive in order", [FC.array(FC.boolean(), { maxLength: 30 })], ([
    good
  ]) =>
    Effect.gen(function*() {
      const data = good.map((isGood, i) => ({ id: isGood ? `${i}` : { i } }))
      const items = yield* Contacts.list().pipe(
        Pagination.either,
        Effect.provide(IntercomHttp.layerTest(() => pageOf(data)))
      )
      assert.deepStrictEqual(items.data.map(Either.isRight), good)
      assert.deepStrictEqual(
        items.data.flatMap((item) => Either.isLeft(item) ? [item.left.index] : []),
        good.flatMap((isGood, i) => isGood ? [] : [i])
      )
    }))

  it.effect(
    "do not end an export of 100,000 contacts in which one of a thousand is broken",
    () =>
      Effect.gen(function*() {
        const total = 100_000
        const isBroken = (i: number): boolean => i % 1000 === 7
        const server = IntercomHttp.layerTest(({ urlParams }) => {
          const start = Number(urlParams.find(([key]) => key === "starting_after")?.[1] ?? 0)
          const end = Math.min(start + 150, total)
          const data = Array.from({ length: end - start }, (_, i) => start + i).map((i) =>
            isBroken(i)
              ? { id: `${i}`, created_at: "soon" }
              : { type: "contact", id: `${i}`, created_at: 1_700_000_000 }
          )
          return pageOf(data, end < total ? `${end}` : undefined)
        })
        const { found, onInvalidItem } = collector()
        const read = yield* Contacts.stream({ onInvalidItem }).pipe(Stream.runCollect, Effect.provide(server))
        const all = Array.from({ length: total }, (_, i) => i)
        assert.deepStrictEqual(ids(read), all.filter((i) => !isBroken(i)).map(String))
        assert.deepStrictEqual(found.map(({ id }) => id), all.filter(isBroken).map(String))
      }),
    60_000
  )
})

describe("A write whose answer cannot be read", () => {
  it.effect("keeps the id of what was written", () =>
    Effect.gen(function*() {
      const answer = { type: "admin_message", id: 5, created_at: {} }
      const error = yield* Messages.sendInApp({
        body: "Hello",
        from: { type: "admin", id: "1" },
        to: { type: "user", id: "2" }
      }).pipe(Effect.flip, Effect.provide(IntercomHttp.layerTest(() => Response.json(answer))))
      assert.strictEqual(error._tag, "IntercomInvalidResponse")
      if (error._tag !== "IntercomInvalidResponse") return
      assert.deepStrictEqual([error.status, error.at, error.id], [200, ["created_at"], "5"])
    }))
})
