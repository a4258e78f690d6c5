/**
 * Jobs: work that Intercom finishes after it has responded, and batches of calls.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import type * as Exit from "effect/Exit"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { Job } from "../models/Job.js"
import * as Polling from "../Polling.js"

/**
 * @since 1.0.0
 */
export * from "../models/Job.js"

/**
 * Retrieves a job, such as one that `Tickets.enqueue` started.
 *
 * `GET /jobs/status/{job_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const find: (jobId: string) => Effect.Effect<Job, IntercomError, IntercomHttp> = Endpoint.make(
  "Jobs.find",
  Job,
  (jobId) => Endpoint.get("/jobs/status/{job_id}", { path: { job_id: jobId } })
)

const await_: (
  jobId: string,
  options?: Polling.Options
) => Effect.Effect<Job, IntercomError | Polling.JobFailed | Polling.JobPending, IntercomHttp> = (jobId, options) =>
  Polling.untilEnd(find(jobId), { operation: "Jobs.await", job: jobId, ...options })

export {
  /**
   * Waits until a job succeeds. `resource_id` of the job is the id of the created object.
   *
   * `GET /jobs/status/{job_id}`, repeated as `schedule` says, by default for 1 hour. Fails with `JobFailed` if the job
   * failed, and with `JobPending` if `schedule` ends first.
   *
   * @example
   * ```ts
   * import { Jobs, Tickets } from "effect-intercom"
   * import { Effect } from "effect"
   *
   * export const ticket = Tickets.enqueue({
   *   ticket_type_id: "1234",
   *   contacts: [{ id: "6657af026abd0167d9419def" }],
   *   ticket_attributes: { _default_title_: "Two left shoes" }
   * }).pipe(
   *   Effect.flatMap((job) => Jobs.await(job.id)),
   *   Effect.map((job) => job.resource_id)
   * )
   * ```
   *
   * @since 1.0.0
   * @category endpoints
   */
  await_ as await
}

/**
 * Options of `batch`.
 *
 * @since 1.0.0
 * @category models
 */
export interface BatchOptions {
  /** The largest number of calls at the same time. Default: 10. */
  readonly concurrency?: number | undefined
}

/**
 * Sends one call for each item, several at a time, because API 2.x has no bulk operations.
 *
 * Succeeds with the `Exit` of each call, in the order of the items. A call that fails does not stop the others. The
 * calls use the rate limiter of the layer and are retried like all calls.
 *
 * @example
 * ```ts
 * import { Contacts, Jobs } from "effect-intercom"
 * import { Effect, Exit } from "effect"
 *
 * const contacts = [{ email: "ada@example.com" }, { email: "joan@example.com" }]
 *
 * export const failures = Jobs.batch(contacts, Contacts.upsert, { concurrency: 20 }).pipe(
 *   Effect.map((results) => results.filter(Exit.isFailure))
 * )
 * ```
 *
 * @since 1.0.0
 * @category combinators
 */
export const batch: <A, B, E, R>(
  items: Iterable<A>,
  send: (item: A) => Effect.Effect<B, E, R>,
  options?: BatchOptions
) => Effect.Effect<ReadonlyArray<Exit.Exit<B, E>>, never, R> = (items, send, { concurrency = 10 } = {}) =>
  Effect.forEach(items, (item) => Effect.exit(Effect.suspend(() => send(item))), { concurrency })
