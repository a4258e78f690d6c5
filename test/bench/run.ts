/**
 * `npm run bench`, or `npm run bench -- find list` for some cases. Exits with status 1 if a bar is broken. It measures
 * the package in `dist/`, which the script builds first.
 *
 * `--rounds 9` changes the number of rounds. `--json` prints one JSON object instead of tables. `--base <dir>` names
 * another checkout, with its own `dist/` and `node_modules/`, that the workspace is compared with.
 */
import { existsSync } from "node:fs"
import { availableParallelism, cpus } from "node:os"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { bundles } from "./cases/bundles.js"
import { conversations, find, list, metrics } from "./cases/calls.js"
import { cold, decode } from "./cases/decode.js"
import { imports } from "./cases/imports.js"
import { lists } from "./cases/lists.js"
import { memory } from "./cases/memory.js"
import { partitions } from "./cases/partitions.js"
import { burning, drain, waiting } from "./cases/streams.js"
import { unpack } from "./cases/unpack.js"
import { workspace } from "./cases/workspace.js"
import { type Bench, withBench } from "./measure.js"
import { isKept, print, type Report, toJson } from "./report.js"

const cases: Readonly<Record<string, (bench: Bench) => Promise<Report>>> = {
  find,
  metrics,
  list,
  drain,
  waiting,
  burning,
  partitions,
  conversations,
  decode,
  cold,
  unpack,
  memory,
  workspace,
  lists,
  bundles,
  imports
}

const { positionals: wanted, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: "string" },
    json: { type: "boolean", default: false },
    rounds: { type: "string", default: "5" }
  }
})

const refuse = (reason: string): never => {
  console.error(reason)
  process.exit(2)
}

const rounds = Number(options.rounds)
const base = options.base === undefined ? undefined : resolve(options.base)
const unknown = wanted.filter((name) => !Object.hasOwn(cases, name))
if (unknown.length > 0) refuse(`no case is called ${unknown.join(" or ")}; there are ${Object.keys(cases).join(", ")}`)
if (!Number.isInteger(rounds) || rounds < 1) refuse("--rounds must be an integer, 1 or more")
for (const root of [join(import.meta.dirname, "..", ".."), ...(base === undefined ? [] : [base])]) {
  if (!existsSync(join(root, "dist", "index.js"))) refuse(`${root} has no dist/: build it first`)
}

const machine = { node: process.version, cores: availableParallelism(), cpu: cpus()[0]?.model ?? "unknown" }
const reports: Record<string, unknown> = {}
if (!options.json) console.log(`Node ${machine.node}, ${machine.cores} cores, ${machine.cpu}; ${rounds} rounds\n`)
await withBench({ base, rounds }, async (bench) => {
  for (const [name, measure] of Object.entries(cases)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const report = await measure(bench)
    if (!(report.bars ?? []).every(isKept)) process.exitCode = 1
    if (options.json) reports[name] = toJson(report)
    else console.log(`${print(report)}\n`)
  }
})
if (options.json) console.log(JSON.stringify({ ...machine, rounds, cases: reports }, undefined, 2))
