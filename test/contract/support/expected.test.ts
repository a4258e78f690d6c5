import { assert, describe, it } from "@effect/vitest"
import { expectedOf, viewOf, withTextIds } from "./expected.js"

const json = (value: unknown) => ({ kind: "json" as const, value })

describe("what arrived, with text for ids that decoding made text,", () => {
  const arrived = { id: 1, owner_id: 2, team_ids: [3, "4"], nested: [{ id: 5, count: 6 }], parent_id: null }

  it("is what a right decoder gives", () => {
    const decoded = { id: "1", owner_id: "2", team_ids: ["3", "4"], nested: [{ id: "5", count: 6 }], parent_id: null }
    assert.deepEqual(withTextIds(arrived, decoded), decoded)
    assert.deepEqual(withTextIds(arrived, arrived), arrived)
  })

  it("is not what a wrong one gives", () => {
    const wrong: ReadonlyArray<readonly [arrived: unknown, decoded: unknown]> = [
      [{ count: 1 }, { count: "1" }],
      [{ id: 1 }, { id: "2" }],
      [{ id: 1 }, {}],
      [{ id: "1" }, { id: 1 }],
      [{ id: 1 }, { id: "1", extra: undefined }],
      [{ paid: 1 }, { paid: "1" }],
      [{ ids: [1] }, { ids: ["1"] }],
      [{ id: [1] }, { id: ["1"] }],
      [{ team_ids: [1] }, { team_ids: [] }],
      [{ team_ids: 1 }, { team_ids: "1" }],
      [{ parent_id: null }, { parent_id: undefined }],
      [{ id: true }, { id: "true" }],
      [[{ id: 1 }], [{ id: "1" }, { id: "2" }]],
      [{ id: 1 }, ["1"]],
      [1, "1"]
    ]
    for (const [arrived, decoded] of wrong) assert.notDeepEqual(withTextIds(arrived, decoded), decoded)
  })
})

describe("what a call must yield", () => {
  const accepts = (arrived: unknown, decoded: unknown, view = viewOf(arrived)): boolean => {
    try {
      assert.deepEqual(decoded, expectedOf(json(arrived), decoded, view))
      return true
    } catch {
      return false
    }
  }

  it("of a list with pages is a page", () => {
    const body = { type: "list", conversations: [{ id: 1 }], pages: { next: { starting_after: "abc" } } }
    const page = { ...body, conversations: [{ id: "1" }], data: [{ id: "1" }], next: "abc" }
    assert.isTrue(accepts(body, page))
    assert.isFalse(accepts(body, { ...page, next: undefined }))
    assert.isFalse(accepts(body, { ...page, next: "abd" }))
    assert.isFalse(accepts(body, { ...page, data: [] }))
    assert.isFalse(accepts(body, { data: page.data, next: "abc" }))
    assert.isFalse(accepts(body, body))
  })

  it("has a cursor if the body announces one", () => {
    const accepted = (pages: unknown, next: unknown, more: object = {}): boolean =>
      accepts({ data: [], pages, ...more }, { data: [], pages, ...more, next })
    for (const pages of [null, { next: null }, { page: 1, total_pages: 1 }]) {
      assert.isTrue(accepted(pages, undefined))
      assert.isFalse(accepted(pages, ""))
      assert.isFalse(accepted(pages, "1"))
    }
    assert.isTrue(accepted({ next: "https://api.intercom.io/events?before=a%2Fb" }, "a/b"))
    assert.isFalse(accepted({ next: "https://api.intercom.io/events?before=a%2Fb" }, ""))
    assert.isFalse(accepted({ next: "https://api.intercom.io/events?before=a%2Fb" }, "a"))
    assert.isTrue(accepted({ next: { page: 2 } }, "2"))
    assert.isTrue(accepted({ next: { per_page: 2 } }, ""))
    assert.isTrue(accepted({ next: { page: 2, starting_after: null } }, "2"))
    assert.isTrue(accepted({ next: { starting_after: null } }, undefined))
    assert.isFalse(accepted({ next: { page: 2, starting_after: "abc" } }, "2"))
  })

  it("of a scroll has its parameter for a cursor, until a page is empty", () => {
    const accepted = (data: ReadonlyArray<object>, next: unknown, more: object = {}): boolean =>
      accepts({ data, scroll_param: "abc", ...more }, { data, scroll_param: "abc", ...more, next })
    assert.isTrue(accepted([{ id: "1" }], "abc"))
    assert.isTrue(accepted([{ id: "1" }], "abc", { pages: { next: "other" } }))
    assert.isFalse(accepted([{ id: "1" }], undefined))
    assert.isTrue(accepted([], undefined))
    assert.isFalse(accepted([], "abc"))
  })

  it("of a list without pages is a page without a next one", () => {
    const body = { type: "tag.list", tags: [{ id: 1 }] }
    const page = { type: "tag.list", tags: [{ id: "1" }], data: [{ id: "1" }], next: undefined }
    assert.isTrue(accepts(body, page))
    assert.isFalse(accepts(body, page.data))
    assert.isFalse(accepts(body, { ...page, data: [] }))
    assert.isTrue(accepts([{ id: 1 }], { data: [{ id: "1" }], next: undefined }))
    assert.isFalse(accepts([{ id: 1 }], [{ id: "1" }]))
  })

  it("of a search of articles is a page with the other keys of its data", () => {
    const search = { data: { articles: [{ id: 1 }], highlights: [] }, pages: null }
    const page = { data: [{ id: "1" }], highlights: [], pages: null, next: undefined }
    assert.isTrue(accepts(search, page))
    assert.isFalse(accepts(search, { ...page, highlights: undefined }))
    assert.isFalse(accepts(search, search))
  })

  it("of a list that is paged elsewhere is a page", () => {
    const view = viewOf({ events: [] }, [{ events: [], pages: { next: "abc" } }])
    assert.isTrue(accepts({ events: [] }, { events: [], data: [], next: undefined }, view))
    assert.isFalse(accepts({ events: [] }, [], view))
  })

  it("of a list that lost its items is empty", () => {
    const view = viewOf({ tags: [], pages: null })
    assert.isTrue(accepts({ tags: null }, { tags: null, data: [], next: undefined }, view))
    assert.isFalse(accepts({ tags: null }, { tags: null, next: undefined }, view))
  })

  it("of anything else is what arrived", () => {
    assert.isTrue(accepts({ id: "1", tags: { data: [] } }, { id: "1", tags: { data: [] } }))
    assert.isFalse(accepts({ id: "1", name: "a" }, { id: "1" }))
    assert.strictEqual(expectedOf({ kind: "nothing", value: undefined }, "text"), undefined)
    assert.strictEqual(expectedOf({ kind: "text", value: "said" }, "lost"), "said")
  })
})
