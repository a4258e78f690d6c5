import type { Bench, Variant } from "../measure.js"
import type { Report } from "../report.js"

const names = { one: "Contacts.searchStream, one cursor", many: "Contacts.streamPartitioned({ concurrency: 8 })" }

/** How much faster a search is if its range of time is read by several cursors at once. */
export const partitions = async ({ measure, url }: Bench): Promise<Report> => {
  const contacts = 7500
  const perPage = 50
  const milliseconds = 50
  // The contacts of the server are between them.
  const range = { from: 1_500_000_000, to: 1_500_000_000 + 10_800 * contacts }
  const task = { url: url(milliseconds, contacts / 150), concurrency: 8, perPage, ...range }
  const variants: ReadonlyArray<Variant> = [
    { name: names.one, work: "ours.searchStream", task },
    { name: names.many, work: "ours.streamPartitioned", task }
  ]
  // The warm-up has more than a thousand requests: with code that V8 has not compiled, the latency does not decide.
  const { median, ratio } = await measure(variants, {
    warmUp: { times: 8, task: { url: url(0, contacts / 150) } },
    count: contacts / 150,
    // A round takes about 10 seconds.
    rounds: 1
  })
  return {
    title: `${contacts / perPage} pages of ${perPage} contacts, ${milliseconds} ms each, found by a search`,
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
