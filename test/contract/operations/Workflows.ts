import * as Workflows from "effect-intercom/api/Workflows"
import type { Operation } from "../Operation.js"

export const workflows: ReadonlyArray<Operation> = [
  { name: "Workflows.export", method: "get", path: "/export/workflows/{id}", call: Workflows.export("12345") }
]
