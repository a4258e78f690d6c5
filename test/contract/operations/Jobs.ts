import * as Jobs from "effect-intercom/api/Jobs"
import type { Operation } from "../Operation.js"

export const jobs: ReadonlyArray<Operation> = [
  { name: "Jobs.status", method: "get", path: "/jobs/status/{job_id}", call: Jobs.status("2") }
]
