import type { Bench, Variant } from "../measure.js"
import type { Report } from "../report.js"
import type { Task } from "../variant.js"

const names = {
  raw: "raw fetch loop",
  early: "raw fetch loop, asks for the next page early",
  official: "official client, for await",
  ours: (prefetch: number) => `Contacts.stream({ prefetch: ${prefetch} })`
}

const streamOf = (prefetch: number, task: Task): Variant => ({
  name: names.ours(prefetch),
  work: "ours.stream",
  task: { ...task, prefetch }
})

/** What a long stream costs whose consumer takes no time. */
export const drain = async ({ measure, url }: Bench): Promise<Report> => {
  const pages = 1000
  const task = { url: url(0, pages) }
  const variants: ReadonlyArray<Variant> = [
    { name: names.raw, work: "raw.stream", task },
    { name: names.official, work: "official.stream", task },
    streamOf(0, task),
    streamOf(1, task)
  ]
  const { median, ratio } = await measure(variants, {
    warmUp: { count: 400, task: { url: url(0, 400) } },
    count: pages
  })
  return {
    title: `${pages} pages of 150 contacts, read as fast as it goes`,
    columns: ["", "wall s", "of official", "CPU s", "of official's"],
    rows: variants.map(({ name }) => [
      name,
      median(name, "wall") / 1000,
      ratio(name, names.official, "wall"),
      median(name, "cpu") / 1000,
      ratio(name, names.official, "cpu")
    ]),
    bars: [{
      what: `wall of ${pages} pages, ${names.ours(0)}, of the official client`,
      measured: ratio(names.ours(0), names.official, "wall"),
      atMost: 1,
      goal: 0.95
    }]
  }
}

const consumed = async (
  { measure, url }: Bench,
  consumer: "waits" | "burns"
): Promise<Report> => {
  const pages = 40
  const milliseconds = 50
  const task = { url: url(milliseconds, pages), consumer, milliseconds }
  const variants: ReadonlyArray<Variant> = [
    { name: names.raw, work: "raw.stream", task },
    { name: names.early, work: "raw.stream", task: { ...task, prefetch: 1 } },
    streamOf(0, task),
    streamOf(1, task),
    streamOf(2, task)
  ]
  const { median, ratio } = await measure(variants, {
    warmUp: { count: 400, task: { url: url(0, 400), consumer: undefined } },
    count: pages
  })
  const ideal = milliseconds * (pages + 1)
  return {
    title: `${pages} pages, ${milliseconds} ms each, with a consumer that ${consumer} ${milliseconds} ms for each page`,
    columns: ["", "wall ms", "the early loop's time / its time", `${ideal} ms / its time`],
    rows: variants.map(({ name }) => [
      name,
      median(name, "wall"),
      ratio(names.early, name, "wall"),
      ideal / median(name, "wall")
    ]),
    bars: [{
      what: `time of the loop that asks early / time of ${names.ours(1)}, consumer ${consumer}`,
      measured: ratio(names.early, names.ours(1), "wall"),
      atLeast: 0.97
    }]
  }
}

/** How much of the latency is hidden from a consumer that waits for something else. */
export const waiting = (bench: Bench): Promise<Report> => consumed(bench, "waits")

/** How much of the latency is hidden from a consumer that blocks the thread. */
export const burning = (bench: Bench): Promise<Report> => consumed(bench, "burns")
