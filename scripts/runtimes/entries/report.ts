import { differences } from "../differences.js"
import { type Outcome, program } from "../program.js"

/** Runs everything: `workspace` and `raw` are the URLs of the two servers. */
export const report = async (servers: URLSearchParams): Promise<ReadonlyArray<Outcome>> => [
  ...await program(servers.get("workspace") ?? ""),
  ...await differences(servers.get("raw") ?? "")
]
