/**
 * Content data exports: the messages that contacts received and their reactions, as CSV files.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Download from "../Download.js"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { ExportJob, NewContentExport } from "../models/ExportJob.js"
import * as Polling from "../Polling.js"

/**
 * @since 1.0.0
 */
export * from "../models/ExportJob.js"

/**
 * Starts an export.
 *
 * `POST /export/content/data`. Fails with `RateLimited` if another export is running: a workspace has one at a time.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const start: (
  contentExport: NewContentExport
) => Effect.Effect<ExportJob, IntercomError, IntercomHttp> = Endpoint.make(
  "DataExport.start",
  ExportJob,
  (contentExport) => Endpoint.post("/export/content/data", { body: Endpoint.json(NewContentExport, contentExport) })
)

/**
 * Retrieves the job of an export.
 *
 * `GET /export/content/data/{job_identifier}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (jobIdentifier: string) => Effect.Effect<ExportJob, IntercomError, IntercomHttp> = Endpoint.make(
  "DataExport.find",
  ExportJob,
  (jobIdentifier) => Endpoint.get("/export/content/data/{job_identifier}", { path: { job_identifier: jobIdentifier } })
)

/**
 * Cancels an export.
 *
 * `POST /export/cancel/{job_identifier}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const cancel: (jobIdentifier: string) => Effect.Effect<ExportJob, IntercomError, IntercomHttp> = Endpoint.make(
  "DataExport.cancel",
  ExportJob,
  (jobIdentifier) => Endpoint.post("/export/cancel/{job_identifier}", { path: { job_identifier: jobIdentifier } })
)

const await_: (
  jobIdentifier: string,
  options?: Polling.Options
) => Effect.Effect<ExportJob, IntercomError | Polling.JobFailed | Polling.JobPending, IntercomHttp> = (
  jobIdentifier,
  options
) => Polling.untilEnd(find(jobIdentifier), { operation: "DataExport.await", job: jobIdentifier, ...options })

export {
  /**
   * Waits until an export is complete. The status `no_data` counts as complete.
   *
   * `GET /export/content/data/{job_identifier}`, repeated as `schedule` says, by default for 1 hour. Fails with
   * `JobFailed` if the export failed or was canceled, and with `JobPending` if `schedule` ends first.
   *
   * @since 1.0.0
   * @category endpoints
   */
  await_ as await
}

/**
 * Starts an export and waits until it is complete.
 *
 * `POST /export/content/data`, then `GET /export/content/data/{job_identifier}`. Errors after the start have
 * the id as `job`. An interruption does not cancel the export.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const run: (
  contentExport: NewContentExport,
  options?: Polling.Options
) => Effect.Effect<ExportJob, IntercomError | Polling.JobFailed | Polling.JobPending, IntercomHttp> = (
  contentExport,
  options
) =>
  Effect.flatMap(
    start(contentExport),
    ({ job_identifier: job }) => Polling.keepJob(await_(job, options), { operation: "DataExport.run", job })
  )

/**
 * Streams the file of a complete export, and unpacks gzip.
 *
 * `GET /download/content/data/{job_identifier}`. Intercom keeps the file for 2 days. Fails with `ArchiveFound` if it is
 * an archive of several files: use `downloadRaw` to read it.
 *
 * @since 1.0.0
 * @category streams
 */
export const download: (
  jobIdentifier: string
) => Stream.Stream<Uint8Array, IntercomError | Download.ArchiveFound | Download.InvalidGzip, IntercomHttp> = (
  jobIdentifier
) => Download.unpack("DataExport.download")(downloadRaw(jobIdentifier))

/**
 * Streams the file of a complete export as Intercom sends it.
 *
 * `GET /download/content/data/{job_identifier}`
 *
 * @since 1.0.0
 * @category streams
 */
export const downloadRaw: (jobIdentifier: string) => Stream.Stream<Uint8Array, IntercomError, IntercomHttp> = Endpoint
  .bytes(
    "DataExport.download",
    (jobIdentifier) =>
      Endpoint.get("/download/content/data/{job_identifier}", { path: { job_identifier: jobIdentifier } })
  )
