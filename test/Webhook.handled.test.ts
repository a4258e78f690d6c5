import { assert, describe, it } from "@effect/vitest"
import { inMemory } from "effect-intercom/internal/deduplication"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"

describe("The ids in memory", () => {
  const known = (ids: ReturnType<typeof inMemory>, ...names: ReadonlyArray<string>) =>
    Effect.map(Effect.filter(names, ids.has), (names) => names.join(""))

  it.effect("are the newest, no more than so many", () =>
    Effect.gen(function*() {
      const ids = inMemory(3, 1000)
      yield* Effect.forEach(["a", "b", "a", "c", "d"], ids.add)
      assert.strictEqual(yield* known(ids, "a", "b", "c", "d"), "acd")
    }))

  it.effect("are forgotten after the window, counted from the last time", () =>
    Effect.gen(function*() {
      const ids = inMemory(3, 1000)
      yield* ids.add("a")
      yield* ids.add("b")
      yield* TestClock.adjust(999)
      yield* ids.add("b")
      assert.strictEqual(yield* known(ids, "a", "b"), "ab")
      yield* TestClock.adjust(1)
      assert.strictEqual(yield* known(ids, "a", "b"), "b")
    }))
})
