import * as ReportingDataExport from "effect-intercom/api/ReportingDataExport"
import * as Stream from "effect/Stream"
import type { Operation } from "../Operation.js"

export const reportingDataExport: ReadonlyArray<Operation> = [
  {
    name: "ReportingDataExport.start",
    method: "post",
    path: "/export/reporting_data/enqueue",
    call: ReportingDataExport.start({
      dataset_id: "conversation",
      attribute_ids: ["conversation_id", "conversation_started_at"],
      start_time: 1717490000,
      end_time: 1717510000
    })
  },
  {
    name: "ReportingDataExport.find",
    method: "get",
    path: "/export/reporting_data/{job_identifier}",
    call: ReportingDataExport.find("job1", { app_id: "app1", client_id: "client1" })
  },
  {
    name: "ReportingDataExport.listDatasets",
    method: "get",
    path: "/export/reporting_data/get_datasets",
    call: ReportingDataExport.listDatasets()
  },
  {
    name: "ReportingDataExport.download",
    method: "get",
    path: "/download/reporting_data/{job_identifier}",
    call: Stream.runCollect(ReportingDataExport.download("job1", { app_id: "app1" }))
  }
]
