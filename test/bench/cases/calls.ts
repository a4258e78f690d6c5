import type { Bench, Results, Variant } from "../measure.js"
import type { Bar, Report } from "../report.js"

const names = {
  raw: "raw fetch",
  limited: "raw fetch, time limit",
  official: "official client",
  fetch: "ours, layerFetch",
  undici: "ours, layer over layerUndici"
}

const variantsOf = (
  call: "conversation" | "find" | "list",
  url: string,
  concurrency: number
): ReadonlyArray<Variant> => [
  { name: names.raw, work: `raw.${call}`, task: { url, concurrency } },
  { name: names.limited, work: `raw.${call}`, task: { url, concurrency, timeLimit: 30_000 } },
  { name: names.official, work: `official.${call}`, task: { url, concurrency } },
  { name: names.fetch, work: `ours.${call}`, task: { url, concurrency } },
  { name: names.undici, work: `ours.${call}`, task: { url, concurrency, transport: "undici" } }
]

const rowsOf = (concurrency: number, count: number, { median, ratio }: Results): Report["rows"] =>
  Object.values(names).map((name) => [
    name,
    concurrency,
    median(name, "cpu") * 1000 / count,
    ratio(name, names.official, "cpu"),
    median(name, "wall") * 1000 / count,
    ratio(name, names.official, "wall")
  ])

const columns = ["", "at a time", "CPU µs/call", "of official", "wall µs/call", "of official's"]

/** What a call costs whose answer is small. */
export const find = async ({ measure, url }: Bench): Promise<Report> => {
  const plan = { warmUp: { count: 5000 }, count: 2000 }
  const one = await measure(variantsOf("find", url(0, 1), 1), plan)
  const many = await measure(variantsOf("find", url(0, 1), 32), plan)
  const bar = (name: string, atMost: number, goal: number): Bar => ({
    what: `CPU of find, 32 at a time, ${name}, of the official client`,
    measured: many.ratio(name, names.official, "cpu"),
    atMost,
    goal
  })
  return {
    title: "Contacts.find, a contact of 2.3 kB",
    columns,
    rows: [...rowsOf(1, plan.count, one), ...rowsOf(32, plan.count, many)],
    bars: [bar(names.fetch, 0.9, 0.8), bar(names.undici, 0.65, 0.5)]
  }
}

/** What metrics cost. */
export const metrics = async ({ measure, url }: Bench): Promise<Report> => {
  const plan = { warmUp: { count: 5000 }, count: 2000 }
  const task = { url: url(0, 1), concurrency: 32 }
  const off = names.fetch
  const on = "ours, with Metrics.observer"
  const { median, ratio } = await measure([
    { name: off, work: "ours.find", task },
    { name: on, work: "ours.find", task: { ...task, metrics: true } }
  ], plan)
  return {
    title: "Contacts.find with metrics, 32 at a time",
    columns: ["", "CPU µs/call", "of that without", "wall µs/call", "of that without's"],
    rows: [off, on].map((name) => [
      name,
      median(name, "cpu") * 1000 / plan.count,
      ratio(name, off, "cpu"),
      median(name, "wall") * 1000 / plan.count,
      ratio(name, off, "wall")
    ])
  }
}

/** What a call costs whose answer is large. */
export const list = async ({ measure, url }: Bench): Promise<Report> => {
  const plan = { warmUp: { count: 600 }, count: 160 }
  const one = await measure(variantsOf("list", url(0, 1), 1), plan)
  const eight = await measure(variantsOf("list", url(0, 1), 8), plan)
  return {
    title: "Contacts.list, a page of 150 contacts, 356 kB",
    columns,
    rows: [...rowsOf(1, plan.count, one), ...rowsOf(8, plan.count, eight)],
    bars: [{
      what: `CPU of list, one after the other, ${names.fetch}, of the official client`,
      measured: one.ratio(names.fetch, names.official, "cpu"),
      atMost: 1,
      goal: 0.95
    }]
  }
}

/** What a call costs whose answer is deeply nested. */
export const conversations = async ({ measure, url }: Bench): Promise<Report> => {
  const plan = { warmUp: { count: 2000 }, count: 300 }
  const results = await measure(variantsOf("conversation", url(0, 1), 1), plan)
  return {
    title: "Conversations.find, a conversation with 100 parts",
    columns,
    rows: rowsOf(1, plan.count, results)
  }
}
