/**
 * Content exports: who was sent which message, and what they did with it, as files of CSV.
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
 * Starts an export. A workspace has one at a time: while another is under way it fails with `RateLimited`.
 *
 * `POST /export/content/data`
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
 * Retrieves an export's job.
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
   * Waits until an export is there to be downloaded; `no_data` is an end, too. Fails with `JobFailed` where it failed or
   * was canceled, with `JobPending` where `schedule` ends first.
   *
   * `GET /export/content/data/{job_identifier}`, at once, after one second and then ever later unless `schedule` says
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
 * `POST /export/content/data`, then `GET /export/content/data/{job_identifier}`
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
) => Effect.flatMap(start(contentExport), ({ job_identifier }) => await_(job_identifier, options))

/**
 * Streams the file of a finished export, unpacked where it is gzip. Fails with `ArchiveFound` where it holds several
 * files: those are to be had with `downloadRaw`. It is there for 2 days.
 *
 * `GET /download/content/data/{job_identifier}`
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
 * Streams the file of a finished export as it comes.
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
