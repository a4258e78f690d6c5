import * as Segments from "effect-intercom/api/Segments"
import type { Operation } from "../Operation.js"

export const segments: ReadonlyArray<Operation> = [
  { name: "Segments.list", method: "get", path: "/segments", call: Segments.list({ include_count: true }) },
  {
    name: "Segments.find",
    method: "get",
    path: "/segments/{segment_id}",
    call: Segments.find("6762f25f1bb69f9f2193bc26")
  }
]
