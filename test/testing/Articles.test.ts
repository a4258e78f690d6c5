import { assert, describe, it } from "@effect/vitest"
import * as Articles from "effect-intercom/api/Articles"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import { notified } from "./notified.js"

describe("Articles of the workspace", () => {
  it.effect("tell by webhook that they were made, changed, published, taken back and deleted", () =>
    Effect.gen(function*() {
      const told = yield* notified(
        { articles: [{ id: "11", title: "Pay", state: "draft" }] },
        Effect.gen(function*() {
          yield* Articles.create({ title: "Draft", author_id: "814860" })
          yield* Articles.create({ title: "Hello", author_id: "814860", state: "published" })
          yield* Articles.update("11", { title: "Pay less" })
          yield* Articles.update("11", { state: "published" })
          yield* Articles.update("11", { state: "published" })
          yield* Articles.stageDraft("11", { title: "Pay nothing" })
          yield* Articles.publishDraft("11")
          yield* Articles.update("11", { state: "draft" })
          yield* Articles.delete("11")
        })
      )
      assert.deepStrictEqual(told.map(({ topic }) => topic.replace("article.", "")), [
        "created",
        ...["created", "published"],
        "updated",
        ...["updated", "published"],
        "updated",
        "updated",
        ...["updated", "unpublished"],
        "deleted"
      ])
      assert.deepInclude(told[2]?.data.item, { type: "article", title: "Hello", state: "published" })
      assert.deepStrictEqual(told.at(-1)?.data.item, { type: "article", id: "11" })
    }))

  it.effect("carry the times of the clock", () =>
    Effect.gen(function*() {
      const [created, , updated] = yield* notified(
        {},
        Effect.gen(function*() {
          const { id } = yield* Articles.create({ title: "Hello", author_id: "814860", state: "published" })
          yield* TestClock.adjust("1 minute")
          yield* Articles.update(id, { title: "Hi" })
        })
      )
      assert.deepInclude(created?.data.item, { created_at: 0, updated_at: 0 })
      assert.deepInclude(updated?.data.item, { created_at: 0, updated_at: 60 })
    }))
})
