import type { Bench, Variant } from "../measure.js"
import type { Report } from "../report.js"

const names = { native: "DecompressionStream", ours: "Download.unpack" }

const variants: ReadonlyArray<Variant> = [
  { name: names.native, work: "unpack.native", task: {} },
  { name: names.ours, work: "unpack.ours", task: {} }
]

/** What it costs to unpack a gzip file of several members on every runtime, next to what a runtime has for one member. */
export const unpack = async ({ measure }: Bench): Promise<Report> => {
  const count = 5
  const { median, ratio } = await measure(variants, { warmUp: { times: 4 }, count })
  return {
    title: "Unpacking a gzip file of 100,000 rows",
    columns: ["", "CPU ms", "of DecompressionStream"],
    rows: variants.map(({ name }) => [name, median(name, "cpu") / count, ratio(name, names.native, "cpu")])
  }
}
