import * as Teams from "effect-intercom/api/Teams"
import type { Operation } from "../Operation.js"

export const teams: ReadonlyArray<Operation> = [
  { name: "Teams.list", method: "get", path: "/teams", call: Teams.list() },
  { name: "Teams.find", method: "get", path: "/teams/{team_id}", call: Teams.find("123") },
  {
    name: "Teams.listMetrics",
    method: "get",
    path: "/teams/{team_id}/metrics",
    since: "2.16",
    call: Teams.listMetrics("42", { idle_threshold: 1800 })
  }
]
