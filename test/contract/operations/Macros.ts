import * as Macros from "effect-intercom/api/Macros"
import type { Operation } from "../Operation.js"

export const macros: ReadonlyArray<Operation> = [
  {
    name: "Macros.list",
    method: "get",
    path: "/macros",
    since: "2.16",
    call: Macros.list({ perPage: 50, cursor: "WzE3MTk0OTM3NTcuMCwgIjEyMyJd", updated_since: 1_719_474_966 })
  },
  {
    name: "Macros.find",
    method: "get",
    path: "/macros/{id}",
    since: "2.16",
    call: Macros.find("123")
  }
]
