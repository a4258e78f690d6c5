import type { Bench, Variant } from "../measure.js"
import type { Report } from "../report.js"

const names = { one: "Contacts.searchStream, one cursor", many: "Contacts.streamPartitioned({ concurrency: 8 })" }

/** How much faster a search is if its range of time is read by several cursors at once. */
export const partitions = async ({ measure, url }: Bench): Promise<Report> => {
  const pages = 100
  const milliseconds = 50
  // The contacts of the server are between them.
  const range = { from: 1_500_000_000, to: 1_662_000_000 }
  const task = { url: url(milliseconds, pages), concurrency: 8, ...range }
  const variants: ReadonlyArray<Variant> = [
    { name: names.one, work: "ours.searchStream", task },
    { name: names.many, work: "ours.streamPartitioned", task }
  ]
  // The warm-up sends the same searches, because the server makes a page when it is first requested.
  const { median, ratio } = await measure(variants, {
    warmUp: { task: { url: url(0, pages) } },
    count: pages,
    rounds: 2
  })
  return {
    title: `${pages} pages of 150 contacts, ${milliseconds} ms each, found by a search`,
    columns: ["", "wall ms", "one cursor's time / its time", "CPU ms"],
    rows: variants.map(({ name }) => [
      name,
      median(name, "wall"),
      ratio(names.one, name, "wall"),
      median(name, "cpu")
    ]),
    bars: [{
      what: `time of one cursor / time of ${names.many}`,
      measured: ratio(names.one, names.many, "wall"),
      atLeast: 6
    }]
  }
}
