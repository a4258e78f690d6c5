/**
 * What all variants do alike.
 */
import { setTimeout as sleep } from "node:timers/promises"
import type { Task } from "../variant.js"

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
