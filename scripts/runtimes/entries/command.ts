/** For runtimes with a command line: Node, Bun, Deno. The last line of the output is the report. */
import { argv } from "node:process"
import { report } from "./report.js"

console.log(JSON.stringify(await report(new URLSearchParams(argv[2]))))
