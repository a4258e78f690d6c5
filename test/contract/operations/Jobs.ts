import * as Jobs from "effect-intercom/api/Jobs"
import type { Operation } from "../Operation.js"

export const jobs: ReadonlyArray<Operation> = [
  { name: "Jobs.find", method: "get", path: "/jobs/status/{job_id}", call: Jobs.find("2") }
]
