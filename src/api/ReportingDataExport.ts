/**
 * Reporting data exports: the data behind Intercom's reports.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Download from "../Download.js"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError, Issue } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { nonEmpty, notText } from "../internal/checks.js"
import { Dataset, ExportJob, NewReportingExport, type ReportingExportAccess } from "../models/ExportJob.js"
import * as Pagination from "../Pagination.js"
import * as Polling from "../Polling.js"

/**
 * @since 1.0.0
 */
export * from "../models/ExportJob.js"

/**
 * Lists all datasets, with their attributes.
 *
 * `GET /export/reporting_data/get_datasets`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const listDatasets: () => Pagination.List<Dataset> = Pagination.make(
  "ReportingDataExport.listDatasets",
  { item: Dataset },
  (paging) => Endpoint.get("/export/reporting_data/get_datasets", { query: Pagination.pageNumbers(paging) })
)

/**
 * Starts an export.
 *
 * `POST /export/reporting_data/enqueue`. Fails with `RateLimited` if five exports are pending, and with
 * `InvalidRequest` (`bad_request`) if the dataset or an attribute does not exist. Before 2.16, the dataset `conversation`
 * has only conversations that a contact wrote in.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const start: (
  reportingExport: NewReportingExport
) => Effect.Effect<ExportJob, IntercomError, IntercomHttp> = Endpoint.make(
  "ReportingDataExport.start",
  ExportJob,
  (reportingExport) => enqueue(reportingExport)
)

/**
 * Retrieves the job of an export.
 *
 * `GET /export/reporting_data/{job_identifier}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (
  jobIdentifier: string,
  access: ReportingExportAccess
) => Effect.Effect<ExportJob, IntercomError, IntercomHttp> = Endpoint.make(
  "ReportingDataExport.find",
  ExportJob,
  (jobIdentifier, { app_id, client_id }) =>
    Endpoint.get("/export/reporting_data/{job_identifier}", {
      path: { job_identifier: jobIdentifier },
      requiredQuery: { app_id, client_id }
    })
)

const await_: (
  jobIdentifier: string,
  options: ReportingExportAccess & Polling.Options
) => Effect.Effect<ExportJob, IntercomError | Polling.JobFailed | Polling.JobPending, IntercomHttp> = (
  jobIdentifier,
  options
) =>
  Polling.untilEnd(find(jobIdentifier, options), {
    ...options,
    operation: "ReportingDataExport.await",
    job: jobIdentifier
  })

export {
  /**
   * Waits until an export is complete.
   *
   * `GET /export/reporting_data/{job_identifier}`, repeated as `schedule` says, by default for 1 hour. Fails with
   * `JobFailed` if the export failed, and with `JobPending` if `schedule` ends first.
   *
   * @since 1.0.0
   * @category endpoints
   */
  await_ as await
}

/**
 * Starts an export and waits until it is complete.
 *
 * `POST /export/reporting_data/enqueue`, then `GET /export/reporting_data/{job_identifier}`. Errors after the
 * start have the id as `job`. An interruption does not cancel the export.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const run: (
  reportingExport: NewReportingExport,
  options: ReportingExportAccess & Polling.Options
) => Effect.Effect<ExportJob, IntercomError | Polling.JobFailed | Polling.JobPending, IntercomHttp> = (
  reportingExport,
  options
) =>
  Effect.flatMap(
    startToAwait(reportingExport, options),
    ({ job_identifier: job }) => Polling.keepJob(await_(job, options), { operation: "ReportingDataExport.run", job })
  )

/**
 * Streams the file of a complete export, and unpacks gzip.
 *
 * `GET /download/reporting_data/{job_identifier}`. Fails with `ArchiveFound` if it is an archive of several files: use
 * `downloadRaw` to read it.
 *
 * @since 1.0.0
 * @category streams
 */
export const download: (
  jobIdentifier: string,
  access: Pick<ReportingExportAccess, "app_id">
) => Stream.Stream<Uint8Array, IntercomError | Download.ArchiveFound | Download.InvalidGzip, IntercomHttp> = (
  jobIdentifier,
  access
) => Download.unpack("ReportingDataExport.download")(downloadRaw(jobIdentifier, access))

/**
 * Streams the file of a complete export as Intercom sends it.
 *
 * `GET /download/reporting_data/{job_identifier}`
 *
 * @since 1.0.0
 * @category streams
 */
export const downloadRaw: (
  jobIdentifier: string,
  access: Pick<ReportingExportAccess, "app_id">
) => Stream.Stream<Uint8Array, IntercomError, IntercomHttp> = Endpoint.bytes(
  "ReportingDataExport.download",
  (jobIdentifier, { app_id }) =>
    Endpoint.get("/download/reporting_data/{job_identifier}", {
      path: { job_identifier: jobIdentifier },
      requiredQuery: { app_id }
    })
)

const enqueue = (reportingExport: NewReportingExport, issue?: Issue): Endpoint.Request =>
  Endpoint.post("/export/reporting_data/enqueue", {
    body: Endpoint.json(NewReportingExport, reportingExport),
    issue: issue ?? nonEmpty("attribute_ids", reportingExport.attribute_ids)
  })

// Checks `access` first, because an export that nobody can ask for still counts as pending.
const startToAwait = Endpoint.make(
  "ReportingDataExport.run",
  ExportJob,
  (reportingExport: NewReportingExport, { app_id, client_id }: ReportingExportAccess) =>
    enqueue(reportingExport, notText("app_id", app_id) ?? notText("client_id", client_id))
)
