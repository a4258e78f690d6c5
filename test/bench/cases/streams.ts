import type { Bench, Variant } from "../measure.js"
import type { Report } from "../report.js"

const names = {
  raw: "raw fetch loop",
  early: "raw fetch loop, asks for the next page early",
  official: "official client, for await",
  ours: (prefetch: number) => `Contacts.stream({ prefetch: ${prefetch} })`
}

/** What a long stream costs whose consumer takes no time. */
export const drain = async ({ measure, url }: Bench): Promise<Report> => {
  const pages = 1000
  const task = { url: url(0, pages) }
  const variants: ReadonlyArray<Variant> = [
    { name: names.raw, work: "raw.stream", task },
    { name: names.official, work: "official.stream", task },
    ...[0, 1].map((prefetch): Variant => ({
      name: names.ours(prefetch),
      work: "ours.stream",
      task: { ...task, prefetch }
    }))
  ]
  const { median, ratio } = await measure(variants, { warmUp: pages, count: pages })
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
