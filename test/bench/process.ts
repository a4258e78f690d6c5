/**
 * The process of one variant. It does the work as often as its parent asks, and tells it the figures each time.
 */
import { load, type Order, type Run } from "./variant.js"

const work = await load(process.argv[2] ?? "")
const runs = new Map<string, Run>()

process.on("disconnect", () => process.exit())
process.on("message", async ({ count, task }: Order) => {
  const key = JSON.stringify(task)
  const run = runs.get(key) ?? await work(task)
  runs.set(key, run)
  const before = process.cpuUsage()
  const start = performance.now()
  const more = await run(count)
  const wall = performance.now() - start
  const { system, user } = process.cpuUsage(before)
  // `maxRSS` is in kilobytes.
  process.send?.({ wall, cpu: (system + user) / 1000, rss: process.resourceUsage().maxRSS / 1000, ...more })
})
process.send?.("ready")
