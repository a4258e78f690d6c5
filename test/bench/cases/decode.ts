import { bodies, type BodyName } from "../bodies.js"
import type { Bench, Variant } from "../measure.js"
import type { Bar, Report } from "../report.js"

const names = {
  parse: "JSON.parse",
  ours: "and our decoder",
  schema: "and Schema.decodeUnknownEither"
}

const titles: Readonly<Record<BodyName, string>> = {
  contacts: "150 contacts",
  conversation: "a conversation with 100 parts",
  tickets: "50 tickets with 5 parts"
}

const bodyNames: ReadonlyArray<BodyName> = ["contacts", "conversation", "tickets"]

const variantsOf = (body: BodyName): ReadonlyArray<Variant> => [
  { name: names.parse, work: "decode.parse", task: { body } },
  { name: names.ours, work: "decode.ours", task: { body } },
  { name: names.schema, work: "decode.schema", task: { body } }
]

const lengthOf = (body: BodyName): string => `${(JSON.stringify(bodies[body]()).length / 1000).toFixed(0)} kB`

/** What decoding costs next to reading the JSON, which every client must do. */
export const decode = async ({ measure }: Bench): Promise<Report> => {
  const rows: Array<Report["rows"][number]> = []
  const bars: Array<Bar> = []
  for (const body of bodyNames) {
    await measure([{ name: "check", work: "decode.check", task: { body } }], { count: 1, rounds: 1 })
    const count = 150
    const { median, ratio } = await measure(variantsOf(body), { warmUp: {}, count })
    for (const { name } of variantsOf(body)) {
      const title = name === names.parse ? `${titles[body]}: ${name}` : name
      rows.push([title, median(name, "cpu") * 1000 / count, ratio(name, names.parse, "cpu")])
    }
    if (body !== "tickets") {
      bars.push({
        what: `CPU of JSON.parse and our decoder / JSON.parse, ${titles[body]}`,
        measured: ratio(names.ours, names.parse, "cpu"),
        atMost: 1.2,
        goal: 1.1
      })
    }
  }
  return {
    title: `Decoding: ${bodyNames.map((body) => `${titles[body]}, ${lengthOf(body)}`).join("; ")}`,
    columns: ["", "CPU µs", "of JSON.parse"],
    rows,
    bars
  }
}

/** What the first decoding costs in a process that has just begun: the schema is built and compiled. */
export const cold = async ({ measure }: Bench): Promise<Report> => {
  const rows: Array<Report["rows"][number]> = []
  for (const body of bodyNames) {
    const { median } = await measure(variantsOf(body), { count: 1, fresh: true })
    for (const { name } of variantsOf(body)) {
      rows.push([name === names.parse ? `${titles[body]}: ${name}` : name, median(name, "wall")])
    }
  }
  return { title: "The first decoding in a fresh process", columns: ["", "wall ms"], rows }
}
