import { assert, describe, it } from "@effect/vitest"
import * as Collections from "effect-intercom/api/Collections"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Stream from "effect/Stream"
import { lineOf, scripted } from "../scripted.js"
import { refusalOf } from "./sending.js"

/** `2<1`: the collection 2, inside 1. */
const collection = (text: string): Collections.Collection => {
  const [id = "", parent_id = null] = text.split("<")
  return { id, parent_id, name: `name of ${text}` }
}

/** `1(2(3) 4)` */
const drawn = (tree: Collections.CollectionTree): string =>
  tree.map(({ children, collection }) => children.length === 0 ? collection.id : `${collection.id}(${drawn(children)})`)
    .join(" ")

const treeOf = (...texts: ReadonlyArray<string>): Collections.CollectionTree => Collections.tree(texts.map(collection))

const everyone = (tree: Collections.CollectionTree): ReadonlyArray<string> =>
  tree.flatMap(({ children, collection }) => [collection.id, ...everyone(children)])

describe("Collections", () => {
  it.effect("are not sent with a language that no help center has", () =>
    Effect.gen(function*() {
      const translated_content = { fr: { name: "Factures" }, klingon: { name: "De'" } }
      assert.deepStrictEqual(
        // A variable: TypeScript looks for unknown keys in object literals only.
        (yield* refusalOf(Collections.create({ name: "Billing", translated_content }))).slice(0, 2),
        ["Collections.create", "translated_content.klingon"]
      )
    }))

  it.effect("are streamed 50 a page, page after page", () =>
    Effect.gen(function*() {
      const page = (id: number, next: string | null) => () =>
        Response.json({ type: "list", data: [{ id }], pages: { type: "pages", next } })
      const { layer, sent } = scripted([
        page(1, "https://api.intercom.io/help_center/collections?per_page=50&page=2"),
        page(2, null)
      ])
      const collections = yield* Effect.provide(Stream.runCollect(Collections.stream()), layer)
      assert.deepStrictEqual(Chunk.toReadonlyArray(collections).map(({ id }) => id), ["1", "2"])
      assert.deepStrictEqual(sent.map(lineOf), [
        "GET /help_center/collections?per_page=50",
        "GET /help_center/collections?per_page=50&page=2"
      ])
    }))
})

describe("Collections.tree", () => {
  const cases: ReadonlyArray<readonly [what: string, list: ReadonlyArray<string>, tree: string]> = [
    ["of nothing is empty", [], ""],
    ["puts collections into those they are in", ["1", "2<1", "3<2", "4<1"], "1(2(3) 4)"],
    ["keeps the order of the list, wherever the parents are in it", ["4<1", "9", "3<2", "2<1", "1"], "9 1(4 2(3))"],
    ["leaves those at the top whose parent is not there", ["2<1", "3<2"], "2(3)"],
    ["leaves one at the top that is inside itself", ["1<1", "2<1"], "1(2)"],
    ["breaks a circle of two", ["1<2", "2<1"], "2(1)"],
    ["breaks a circle of three at one place, and keeps what hangs on it", ["9<2", "1<3", "2<1", "3<2"], "3(1(2(9)))"],
    ["has one that is listed twice once, as it was last", ["1", "2<1", "3", "2<3"], "1 3(2)"]
  ]
  it.each(cases)("%s", (_, list, tree) => {
    assert.strictEqual(drawn(treeOf(...list)), tree)
  })

  it("holds the collections themselves", () => {
    const one = collection("1")
    assert.strictEqual(Collections.tree([one])[0]?.collection, one)
  })

  it("sorts a chain of many thousands", () => {
    const chain = Array.from({ length: 5_000 }, (_, i) => `${i + 1}<${i}`)
    const [{ children } = { children: [] }] = treeOf(...chain)
    assert.lengthOf(children, 1)
  })

  it("loses nobody and doubles nobody, whoever is inside whom", () => {
    const id = FastCheck.integer({ min: 1, max: 12 }).map(String)
    const entry = FastCheck.tuple(id, FastCheck.option(id)).map(([id, parent_id]) => ({ id, parent_id }))
    FastCheck.assert(FastCheck.property(FastCheck.uniqueArray(entry, { selector: ({ id }) => id }), (list) => {
      assert.sameMembers([...everyone(Collections.tree(list))], list.map(({ id }) => id))
    }))
  })
})
