/**
 * `npm run bench`, or `npm run bench -- decode paging` for some of it. Exits with status 1 where a ratio is worse than
 * promised. Build first: what is measured is the package in `dist/`.
 */
import { bundlesCase } from "./bundles.js"
import { callCase, listsCase } from "./call.js"
import { decodeCase } from "./decode.js"
import { importsCase } from "./imports.js"
import { pagingCase, streamingCase } from "./paging.js"
import { isKept, print, type Report } from "./report.js"
import { workspaceCase } from "./workspace.js"

const cases: Readonly<Record<string, () => Promise<Report>>> = {
  decode: decodeCase,
  call: callCase,
  lists: listsCase,
  paging: pagingCase,
  streaming: streamingCase,
  bundles: bundlesCase,
  imports: importsCase,
  workspace: workspaceCase
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in cases))
if (unknown.length > 0) {
  console.error(`no case is called ${unknown.join(" or ")}; there are ${Object.keys(cases).join(", ")}`)
  process.exit(2)
}

for (const [name, measure] of Object.entries(cases)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const report = await measure()
  console.log(`${print(report)}\n`)
  if (!(report.promises ?? []).every(isKept)) process.exitCode = 1
}
