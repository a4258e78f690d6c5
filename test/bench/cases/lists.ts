import type { Bench, Variant } from "../measure.js"
import type { Report } from "../report.js"

const variants: ReadonlyArray<Variant> = [
  { name: "Contacts.list()", work: "lists.contacts", task: {} },
  { name: "Contacts.listNotes(id)", work: "lists.notes", task: {} },
  { name: "Contacts.listCompanies(id)", work: "lists.companies", task: {} },
  { name: "Companies.listContacts(id)", work: "lists.companyContacts", task: {} },
  { name: "Contacts.search({ query })", work: "lists.search", task: {} }
]

/** What each kind of list costs. A list that builds its decoder at each call would stand out. */
export const lists = async ({ measure }: Bench): Promise<Report> => {
  const count = 2000
  const { median, ratio } = await measure(variants, { warmUp: {}, count })
  const [first = "", ...others] = variants.map(({ name }) => name)
  return {
    title: "A call of each kind of list, with one item on its page, without a network",
    columns: ["", "CPU µs/call", `of ${first}`],
    rows: variants.map(({ name }) => [name, median(name, "cpu") * 1000 / count, ratio(name, first, "cpu")]),
    notes: ["A search also checks its query and writes it as JSON."],
    bars: others.map((name) => ({
      what: `CPU of ${name}, of ${first}`,
      measured: ratio(name, first, "cpu"),
      atMost: 1.15
    }))
  }
}
