import * as AwayStatusReasons from "effect-intercom/api/AwayStatusReasons"
import type { Operation } from "../Operation.js"

export const awayStatusReasons: ReadonlyArray<Operation> = [
  { name: "AwayStatusReasons.list", method: "get", path: "/away_status_reasons", call: AwayStatusReasons.list() }
]
