/**
 * `npm run faults` prints the table of faults, and how many fibers fare against a rate limit. Exits with status 1 if a
 * row is not as it must be.
 *
 * `npm run faults -- --calls 1000000 --seed 7` makes calls at random instead, and `--malformed 200000` malformed
 * responses and arguments.
 */
import * as Effect from "effect/Effect"
import { parseArgs } from "node:util"
import { runCalls } from "./calls/run.js"
import { loads, nameOf, runLoad } from "./load.js"
import { type Report, runInputs, runResponses } from "./malformed/run.js"
import type { Ending } from "./table/Ending.js"
import { lists } from "./table/lists.js"
import type { Cell } from "./table/Row.js"
import { cellOf, rows, runRows } from "./table/socketTable.js"
import { runList, runWait } from "./table/virtualTable.js"
import { type Seconds, waits } from "./table/waits.js"

const { values: options } = parseArgs({
  options: {
    calls: { type: "string" },
    malformed: { type: "string" },
    seed: { type: "string", default: "1" }
  }
})

const print = (line: string): void => void process.stdout.write(`${line}\n`)

const printRow = (isKept: boolean, cells: ReadonlyArray<string>): void => {
  if (!isKept) process.exitCode = 1
  print(`| ${[isKept ? "" : "BROKEN", ...cells].join(" | ")} |`)
}

const show = ({ cell, seconds }: Ending): string => `${cell} (${Number(seconds.toPrecision(3))} s)`

const isWithin = ({ cell, seconds }: Ending, [wanted, [least, most]]: readonly [Cell, Seconds]): boolean =>
  cell === wanted && seconds >= least && seconds <= most

const table = Effect.gen(function*() {
  print("| | fault | client | GET: outcome, requests (time) | POST |\n|---|---|---|---|---|")
  for (const { client, get, post, row } of yield* runRows(rows)) {
    const isKept = get.cell === cellOf(row.get, client) && post.cell === cellOf(row.post, client) &&
      [get, post].every(({ error }) => row.says === undefined || row.says.test(error?.message ?? ""))
    printRow(isKept, [row.fault, client, show(get), show(post)])
  }
  for (const row of waits) {
    const { get, post } = yield* runWait(row)
    const isKept = isWithin(get, row.get) && isWithin(post, row.post)
    printRow(isKept, [row.fault, "virtual time", show(get), show(post)])
  }
  for (const row of lists) {
    const get = yield* runList(row)
    printRow(get.cell === row.get, [row.fault, "a list", show(get), ""])
  }
  print("\n| | load | failed | 429s | of the allowed rate | seconds |\n|---|---|---|---|---|---|")
  for (const load of loads) {
    const { failed, limited, seconds, used } = yield* runLoad(load)
    printRow(failed === 0 && limited < 0.01 && used >= 0.95, [
      nameOf(load),
      `${failed}`,
      percent(limited),
      percent(used),
      `${Math.round(seconds)}`
    ])
  }
})

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** How many calls run before the figures are printed, so that a long run shows that it goes on. */
const slice = 20_000

const calls = (total: number, seed: number) =>
  Effect.gen(function*() {
    for (let from = 0; from < total; from += slice) {
      const report = yield* runCalls({ calls: Math.min(slice, total - from), from, seed })
      const { defects, doneTwice, left, rejections } = report
      const wrong = defects.length + doneTwice.length + rejections + left.exchanges + left.fibers + left.timers
      if (wrong > 0) process.exitCode = 1
      print(JSON.stringify({ from, ...report }))
    }
  })

const malformed = (total: number, seed: number) =>
  Effect.gen(function*() {
    // One case in five has malformed arguments.
    const inputs = Math.floor(total / 5)
    report("responses", yield* runResponses({ cases: total - inputs, seed }))
    report("arguments", yield* runInputs({ cases: inputs, seed }))
  })

const report = (name: string, { cases, defects, outcomes, slowest }: Report): void => {
  if (defects.size > 0) process.exitCode = 1
  print(JSON.stringify({ name, cases, outcomes, slowest }))
  for (const [kind, example] of defects) print(`${kind}\n  ${example}`)
}

const numberOf = (name: "calls" | "malformed" | "seed"): number => {
  const number = Number(options[name])
  if (Number.isInteger(number) && number >= 0) return number
  process.stderr.write(`--${name} must be an integer, 0 or more\n`)
  process.exit(2)
}

await Effect.runPromise(
  options.calls !== undefined ?
    calls(numberOf("calls"), numberOf("seed")) :
    options.malformed !== undefined ?
    malformed(numberOf("malformed"), numberOf("seed")) :
    table
)
// A client keeps the connections of its rows open for some seconds.
process.exit()
