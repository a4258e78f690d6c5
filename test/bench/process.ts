/**
 * The process of one variant. It prepares the work, and then does it as often as its parent asks, which is told the
 * figures each time.
 */
import { load, type Task } from "./variant.js"

const [name = "", json = "{}"] = process.argv.slice(2)
const task: Task = JSON.parse(json)
const run = await (await load(name))(task)

process.on("disconnect", () => process.exit())
process.on("message", async (count) => {
  const before = process.cpuUsage()
  const start = performance.now()
  const more = await run(Number(count))
  const wall = performance.now() - start
  const { system, user } = process.cpuUsage(before)
  // `maxRSS` is in kilobytes.
  process.send?.({ wall, cpu: (system + user) / 1000, rss: process.resourceUsage().maxRSS / 1000, ...more })
})
process.send?.("ready")
