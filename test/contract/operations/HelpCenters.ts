import * as HelpCenters from "effect-intercom/api/HelpCenters"
import type { Operation } from "../Operation.js"

export const helpCenters: ReadonlyArray<Operation> = [
  { name: "HelpCenters.list", method: "get", path: "/help_center/help_centers", call: HelpCenters.list() },
  {
    name: "HelpCenters.find",
    method: "get",
    path: "/help_center/help_centers/{help_center_id}",
    call: HelpCenters.find("93")
  }
]
