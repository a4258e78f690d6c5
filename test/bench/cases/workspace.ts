import type { Bench, Plan, Variant } from "../measure.js"
import type { Bar, Report } from "../report.js"
import type { Task, WorkName } from "../variant.js"

const people = 100_000

const calls: ReadonlyArray<readonly [name: string, work: WorkName, task: Task, plan: Plan, limits?: Partial<Bar>]> = [
  ["Contacts.find", "workspace.find", {}, { warmUp: {}, count: 3000 }, { atMost: 0.33, goal: 0.25 }],
  ["Contacts.list, 50 contacts", "workspace.list", {}, { warmUp: {}, count: 300 }],
  ["Contacts.search, 50 contacts of 1,000", "workspace.search", {}, { warmUp: {}, count: 200 }],
  ["Contacts.create", "workspace.create", {}, { warmUp: {}, count: 300 }],
  [
    `${people} contacts streamed`,
    "workspace.stream",
    { contacts: people, heapFrom: 10_000 },
    { count: people },
    { atMost: 0.5 }
  ]
]

/** What a call to the workspace in memory costs, next to another checkout if there is one. */
export const workspace = async ({ base, measure }: Bench): Promise<Report> => {
  const rows: Array<Report["rows"][number]> = []
  const bars: Array<Bar> = []
  for (const [name, work, task, plan, limits] of calls) {
    const variant = (name: string, root?: string): Variant => ({ name, work, task, root })
    const variants = [variant("ours"), ...(base === undefined ? [] : [variant("base", base)])]
    const { median, ratio } = await measure(variants, plan)
    const each = plan.count === people ? 1 : plan.count
    rows.push(
      base === undefined ?
        [name, median("ours", "wall") / each] :
        [name, median("ours", "wall") / each, median("base", "wall") / each, ratio("ours", "base", "wall")]
    )
    if (base !== undefined && limits !== undefined) {
      bars.push({ what: `wall of ${name}, of the base`, measured: ratio("ours", "base", "wall"), ...limits })
    }
    if (task.heapFrom !== undefined) {
      bars.push({
        what: `growth of the heap from ${task.heapFrom} to ${people} contacts, in MB`,
        measured: median("ours", "heapGrowth"),
        atMost: 5
      })
    }
  }
  return {
    title: "The workspace in memory",
    columns: base === undefined ? ["", "wall ms"] : ["", "wall ms", "base, ms", "of the base"],
    rows,
    bars
  }
}
