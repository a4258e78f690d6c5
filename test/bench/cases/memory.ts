import type { Bench, Variant } from "../measure.js"
import type { Report } from "../report.js"

const names = { official: "official client, for await", ours: "Contacts.stream()" }

/** How much memory a long stream takes. */
export const memory = async ({ measure, url }: Bench): Promise<Report> => {
  const pages = 2000
  const task = { url: url(0, pages), heapFrom: 100_000 }
  const variants: ReadonlyArray<Variant> = [
    { name: names.official, work: "official.stream", task },
    { name: names.ours, work: "ours.stream", task }
  ]
  const { median, ratio } = await measure(variants, { count: pages, fresh: true })
  return {
    title: `${pages * 150} contacts streamed in a fresh process`,
    columns: ["", "peak RSS MB", "of official", "heap MB", "growth MB", "wall s"],
    rows: variants.map(({ name }) => [
      name,
      median(name, "rss"),
      ratio(name, names.official, "rss"),
      median(name, "heap"),
      median(name, "heapGrowth"),
      median(name, "wall") / 1000
    ]),
    notes: ["The heap is measured after a garbage collection, at the end. Growth is over the last 200,000 contacts."],
    bars: [
      {
        what: "growth of our heap over the last 200,000 contacts, in MB",
        measured: median(names.ours, "heapGrowth"),
        atMost: 5
      },
      {
        what: "peak RSS, ours / official",
        measured: ratio(names.ours, names.official, "rss"),
        atMost: 1.2
      }
    ]
  }
}
