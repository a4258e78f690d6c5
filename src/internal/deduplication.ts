/**
 * Remembers for some time which ids were handled.
 */
import type * as PlatformError from "@effect/platform/Error"
import type * as KeyValueStore from "@effect/platform/KeyValueStore"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"

export interface Handled {
  readonly has: (id: string) => Effect.Effect<boolean, PlatformError.PlatformError>
  readonly add: (id: string) => Effect.Effect<void, PlatformError.PlatformError>
}

/** Stores each id with the time when it was handled, in milliseconds. */
export const inStore = (store: Pick<KeyValueStore.KeyValueStore, "get" | "set">, window: number): Handled => ({
  has: (id) =>
    Effect.flatMap(
      store.get(id),
      Option.match({
        onNone: () => Effect.succeed(false),
        // If the stored value is not a time, the comparison is false and the id counts as not handled.
        onSome: (time) => Effect.map(Clock.currentTimeMillis, (now) => now - Number(time) < window)
      })
    ),
  add: (id) => Effect.flatMap(Clock.currentTimeMillis, (now) => store.set(id, String(now)))
})

/** Keeps the newest `capacity` ids in memory. */
export const inMemory = (capacity: number, window: number): Handled => {
  const times = new Map<string, number>()
  const forget = (now: number): void => {
    for (const [id, time] of times) {
      if (times.size <= capacity && now - time < window) return
      times.delete(id)
    }
  }
  return {
    has: (id) => Effect.map(Clock.currentTimeMillis, (now) => now - (times.get(id) ?? -Infinity) < window),
    add: (id) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        // A map keeps the order of insertion. Deleting the id first moves it to the end, so the oldest ids come first.
        times.delete(id)
        times.set(id, now)
        forget(now)
      })
  }
}
