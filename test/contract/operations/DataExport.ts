import * as DataExport from "effect-intercom/api/DataExport"
import * as Stream from "effect/Stream"
import type { Operation } from "../Operation.js"

export const dataExport: ReadonlyArray<Operation> = [
  {
    name: "DataExport.start",
    method: "post",
    path: "/export/content/data",
    call: DataExport.start({ created_at_after: 1734519776, created_at_before: 1734537776 })
  },
  {
    name: "DataExport.find",
    method: "get",
    path: "/export/content/data/{job_identifier}",
    call: DataExport.find("braxwk3j039t6txy")
  },
  {
    name: "DataExport.cancel",
    method: "post",
    path: "/export/cancel/{job_identifier}",
    call: DataExport.cancel("v134nyc2bku9hj91")
  },
  {
    name: "DataExport.download",
    method: "get",
    path: "/download/content/data/{job_identifier}",
    call: Stream.runCollect(DataExport.download("braxwk3j039t6txy"))
  }
]
