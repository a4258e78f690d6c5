/**
 * What all variants do alike.
 */
import { setTimeout as sleep } from "node:timers/promises"
import type { Figures, Task } from "../variant.js"

/** Makes `count` calls, `concurrency` at a time. */
export const concurrently = (concurrency = 1, call: () => Promise<unknown>) => async (count: number): Promise<void> => {
  await Promise.all(Array.from({ length: concurrency }, async () => {
    for (let i = 0; i < count / concurrency; i++) await call()
  }))
}

/** What a consumer does with a page. */
export const consume = ({ consumer, milliseconds = 0 }: Task): Promise<void> | undefined => {
  if (consumer === "waits") return sleep(milliseconds)
  if (consumer === "burns") {
    const end = performance.now() + milliseconds
    while (performance.now() < end);
  }
  return undefined
}

export const expectAll = (seen: number, all: number): void => {
  if (seen !== all) throw new Error(`read ${seen} contacts of ${all}`)
}

/** Measures the heap after a garbage collection: when `from` contacts have gone by, and at the end. */
export const watchHeap = (from: number | undefined) => {
  const heap = (): number => {
    globalThis.gc?.()
    return process.memoryUsage().heapUsed / 1_000_000
  }
  let early: number | undefined
  return {
    at: (seen: number): void => {
      if (from !== undefined && early === undefined && seen >= from) early = heap()
    },
    figures: (): Figures => {
      if (early === undefined) return {}
      const late = heap()
      return { heap: late, heapGrowth: late - early }
    }
  }
}
