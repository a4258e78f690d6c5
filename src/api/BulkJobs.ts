/**
 * Bulk jobs of API 1.x. API 2.x does not serve them: expect `NotFound`, and use `Jobs.batch` instead.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { BulkAppend, type BulkItem, BulkJob, BulkStart } from "../models/BulkJob.js"

/**
 * @since 1.0.0
 */
export * from "../models/BulkJob.js"

/**
 * Starts a bulk job for contacts.
 *
 * `POST /bulk/users`
 *
 * @deprecated Intercom serves it in API 1.x only. Use `Jobs.batch` with `Contacts.upsert` or `Contacts.delete`.
 * @since 1.0.0
 * @category endpoints
 */
export const startContacts: (
  items: ReadonlyArray<BulkItem>
) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "BulkJobs.startContacts",
  BulkJob,
  (items) => Endpoint.post("/bulk/users", { body: Endpoint.json(BulkStart, { items }) })
)

/**
 * Starts a bulk job for events.
 *
 * `POST /bulk/events`
 *
 * @deprecated Intercom serves it in API 1.x only. Use `Jobs.batch` with `Events.create`.
 * @since 1.0.0
 * @category endpoints
 */
export const startEvents: (
  items: ReadonlyArray<BulkItem>
) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "BulkJobs.startEvents",
  BulkJob,
  (items) => Endpoint.post("/bulk/events", { body: Endpoint.json(BulkStart, { items }) })
)

/**
 * Adds contacts to an open bulk job.
 *
 * `POST /bulk/users`
 *
 * @deprecated Intercom serves it in API 1.x only. Use `Jobs.batch` with `Contacts.upsert` or `Contacts.delete`.
 * @since 1.0.0
 * @category endpoints
 */
export const appendContacts: (
  jobId: string,
  items: ReadonlyArray<BulkItem>
) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "BulkJobs.appendContacts",
  BulkJob,
  (jobId, items) => Endpoint.post("/bulk/users", { body: Endpoint.json(BulkAppend, { job: { id: jobId }, items }) })
)

/**
 * Adds events to an open bulk job.
 *
 * `POST /bulk/events`
 *
 * @deprecated Intercom serves it in API 1.x only. Use `Jobs.batch` with `Events.create`.
 * @since 1.0.0
 * @category endpoints
 */
export const appendEvents: (
  jobId: string,
  items: ReadonlyArray<BulkItem>
) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "BulkJobs.appendEvents",
  BulkJob,
  (jobId, items) => Endpoint.post("/bulk/events", { body: Endpoint.json(BulkAppend, { job: { id: jobId }, items }) })
)

/**
 * Retrieves a bulk job.
 *
 * `GET /jobs/{id}`
 *
 * @deprecated Intercom serves it in API 1.x only. Use `Jobs.find` to retrieve a job of API 2.x.
 * @since 1.0.0
 * @category endpoints
 */
export const find: (jobId: string) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "BulkJobs.find",
  BulkJob,
  (jobId) => Endpoint.get("/jobs/{id}", { path: { id: jobId } })
)

/**
 * Makes an item of a bulk job that creates, updates or deletes a contact.
 *
 * @deprecated Bulk jobs are unserved by 2.x. Use `Jobs.batch`.
 * @since 1.0.0
 * @category constructors
 */
export const contactItem = (contact: BulkItem["data"], method: BulkItem["method"]): BulkItem => ({
  method,
  data_type: "contact",
  data: contact
})

/**
 * Makes an item of a bulk job that submits an event.
 *
 * @deprecated Bulk jobs are unserved by 2.x. Use `Jobs.batch`.
 * @since 1.0.0
 * @category constructors
 */
export const eventItem = (event: BulkItem["data"]): BulkItem => ({ method: "post", data_type: "event", data: event })
