/**
 * Reporting exports: the data behind Intercom's reports, attribute by attribute.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Download from "../Download.js"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { nonEmpty } from "../internal/checks.js"
import { Dataset, ExportJob, NewReportingExport, type ReportingExportAccess } from "../models/ExportJob.js"
import * as Pagination from "../Pagination.js"
import * as Polling from "../Polling.js"

/**
 * @since 1.0.0
 */
export * from "../models/ExportJob.js"

/**
 * Lists the datasets there are, with the attributes of each.
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
 * Starts an export. With five under way it fails with `RateLimited`.
 *
 * `POST /export/reporting_data/enqueue`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const start: (
  reportingExport: NewReportingExport
) => Effect.Effect<ExportJob, IntercomError, IntercomHttp> = Endpoint.make(
  "ReportingDataExport.start",
  ExportJob,
  (reportingExport) =>
    Endpoint.post("/export/reporting_data/enqueue", {
      body: Endpoint.json(NewReportingExport, reportingExport),
      issue: nonEmpty("attribute_ids", reportingExport.attribute_ids)
    })
)

/**
 * Retrieves an export's job.
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
      query: { app_id, client_id },
      issue: nonEmpty("app_id", app_id) ?? nonEmpty("client_id", client_id)
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
    operation: "ReportingDataExport.await",
    job: jobIdentifier,
    schedule: options.schedule
  })

export {
  /**
   * Waits until an export is there to be downloaded. Fails with `JobFailed` where it failed, with `JobPending` where
   * `schedule` ends first.
   *
   * `GET /export/reporting_data/{job_identifier}`, at once, after one second and then ever later unless `schedule` says
   * otherwise.
   *
   * @since 1.0.0
   * @category endpoints
   */
  await_ as await
}

/**
 * Starts an export and waits until it is there: `start`, then `await`. Interrupted, it leaves the export under way.
 *
 * `POST /export/reporting_data/enqueue`, then `GET /export/reporting_data/{job_identifier}`
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
) => Effect.flatMap(start(reportingExport), ({ job_identifier }) => await_(job_identifier, options))

/**
 * Streams the file of a finished export, unpacked where it is gzip. Fails with `ArchiveFound` where it holds several
 * files: those are to be had with `downloadRaw`.
 *
 * `GET /download/reporting_data/{job_identifier}`
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
 * Streams the file of a finished export as it comes.
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
      query: { app_id },
      issue: nonEmpty("app_id", app_id)
    })
)
