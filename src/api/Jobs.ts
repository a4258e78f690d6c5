/**
 * Jobs: what Intercom does after it has answered, and many calls as one.
 *
 * @since 1.0.0
 */
import * as Effect from "effect/Effect"
import type * as Exit from "effect/Exit"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { BulkAppend, type BulkItem, BulkJob, BulkStart, Job } from "../models/Job.js"
import * as Polling from "../Polling.js"

/**
 * @since 1.0.0
 */
export * from "../models/Job.js"

/**
 * Retrieves a job, such as the one `Tickets.enqueue` starts.
 *
 * `GET /jobs/status/{job_id}`
 *
 * @since 1.0.0
 * @category endpoints
 */
export const status: (jobId: string) => Effect.Effect<Job, IntercomError, IntercomHttp> = Endpoint.make(
  "Jobs.status",
  Job,
  (jobId) => Endpoint.get("/jobs/status/{job_id}", { path: { job_id: jobId } })
)

const await_: (
  jobId: string,
  options?: Polling.Options
) => Effect.Effect<Job, IntercomError | Polling.JobFailed | Polling.JobPending, IntercomHttp> = (jobId, options) =>
  Polling.untilEnd(status(jobId), { operation: "Jobs.await", job: jobId, ...options })

export {
  /**
   * Waits until a job has succeeded, and gives it with what it made. Fails with `JobFailed` where it did not, with
   * `JobPending` where `schedule` ends first.
   *
   * `GET /jobs/status/{job_id}`, at once, after one second and then ever later unless `schedule` says otherwise.
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
 * How many calls of a batch run at the same time.
 *
 * @since 1.0.0
 * @category models
 */
export interface BatchOptions {
  /** How many calls are under way at once, at most. Default: 10. */
  readonly concurrency?: number | undefined
}

/**
 * Sends one call for each item, some at a time, and gives each item's own result, in the order of the items: one that
 * fails, or is not even fit to be sent, does not keep the others from being sent. API 2.x has no call for many; this
 * takes its place. The calls go through the layer's rate limiter, if it has one, and wait out 429s like all others.
 *
 * @example
 * ```ts
 * import { Contacts, Events, Jobs } from "effect-intercom"
 * import { Effect, Exit } from "effect"
 *
 * export const program = Effect.gen(function*() {
 *   const contacts = yield* Jobs.batch([{ email: "ada@example.com" }, { email: "joan@example.com" }], Contacts.upsert)
 *   const events = yield* Jobs.batch(
 *     contacts.filter(Exit.isSuccess).map(({ value }) => ({ id: value.id, event_name: "imported" })),
 *     Events.create,
 *     { concurrency: 20 }
 *   )
 *   return events.filter(Exit.isFailure)
 * })
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

/**
 * Starts a bulk job for contacts. Unserved by every 2.x version, 2.15 among them: expect `NotFound`.
 *
 * `POST /bulk/users`
 *
 * @deprecated Intercom serves it in API 1.x only. Use `batch` with `Contacts.upsert` or `Contacts.delete`.
 * @since 1.0.0
 * @category endpoints
 */
export const createContactJob: (
  items: ReadonlyArray<BulkItem>
) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "Jobs.createContactJob",
  BulkJob,
  (items) => Endpoint.post("/bulk/users", { body: Endpoint.json(BulkStart, { items }) })
)

/**
 * Starts a bulk job for events. Unserved by every 2.x version, 2.15 among them: expect `NotFound`.
 *
 * `POST /bulk/events`
 *
 * @deprecated Intercom serves it in API 1.x only. Use `batch` with `Events.create`.
 * @since 1.0.0
 * @category endpoints
 */
export const createEventJob: (
  items: ReadonlyArray<BulkItem>
) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "Jobs.createEventJob",
  BulkJob,
  (items) => Endpoint.post("/bulk/events", { body: Endpoint.json(BulkStart, { items }) })
)

/**
 * Adds contacts to a bulk job that is still open. Unserved by every 2.x version, 2.15 among them: expect `NotFound`.
 *
 * `POST /bulk/users`
 *
 * @deprecated Intercom serves it in API 1.x only. Use `batch` with `Contacts.upsert` or `Contacts.delete`.
 * @since 1.0.0
 * @category endpoints
 */
export const appendContacts: (
  jobId: string,
  items: ReadonlyArray<BulkItem>
) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "Jobs.appendContacts",
  BulkJob,
  (jobId, items) => Endpoint.post("/bulk/users", { body: Endpoint.json(BulkAppend, { job: { id: jobId }, items }) })
)

/**
 * Adds events to a bulk job that is still open. Unserved by every 2.x version, 2.15 among them: expect `NotFound`.
 *
 * `POST /bulk/events`
 *
 * @deprecated Intercom serves it in API 1.x only. Use `batch` with `Events.create`.
 * @since 1.0.0
 * @category endpoints
 */
export const appendEvents: (
  jobId: string,
  items: ReadonlyArray<BulkItem>
) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "Jobs.appendEvents",
  BulkJob,
  (jobId, items) => Endpoint.post("/bulk/events", { body: Endpoint.json(BulkAppend, { job: { id: jobId }, items }) })
)

/**
 * Retrieves a bulk job. Unserved by every 2.x version, 2.15 among them: expect `NotFound`.
 *
 * `GET /jobs/{id}`
 *
 * @deprecated Intercom serves it in API 1.x only. The jobs of 2.x are retrieved by `status`.
 * @since 1.0.0
 * @category endpoints
 */
export const find: (jobId: string) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "Jobs.find",
  BulkJob,
  (jobId) => Endpoint.get("/jobs/{id}", { path: { id: jobId } })
)

/**
 * What a bulk job does to a contact: writes it, or deletes it.
 *
 * @deprecated Bulk jobs are unserved by 2.x. Use `batch`.
 * @since 1.0.0
 * @category constructors
 */
export const contactItem = (contact: BulkItem["data"], method: BulkItem["method"]): BulkItem => ({
  method,
  data_type: "contact",
  data: contact
})

/**
 * What a bulk job does with an event: it records it.
 *
 * @deprecated Bulk jobs are unserved by 2.x. Use `batch`.
 * @since 1.0.0
 * @category constructors
 */
export const eventItem = (event: BulkItem["data"]): BulkItem => ({ method: "post", data_type: "event", data: event })
