/**
 * Contacts: change many at once, and see what a merge would do.
 *
 * A job runs after Intercom has responded. `findBulkJob` says how far it is, and not which items were rejected.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { countWithin } from "../internal/checks.js"
import { ContactMerge } from "../models/Contact.js"
import { BulkJob } from "./models/BulkJob.js"
import { ContactBulkDelete, ContactBulkUpdate } from "./models/ContactBulk.js"
import { MergePreview } from "./models/MergePreview.js"

/**
 * @since 1.0.0
 */
export * from "../models/Contact.js"

/**
 * @since 1.0.0
 */
export * from "./models/BulkJob.js"

/**
 * @since 1.0.0
 */
export * from "./models/ContactBulk.js"

/**
 * @since 1.0.0
 */
export * from "./models/MergePreview.js"

/**
 * Updates contacts.
 *
 * `PUT /contacts/bulk`. Preview. Fails with `Forbidden` if the `job` is closed. A retry may start a second job, which
 * changes nothing more.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const startBulkUpdate: (
  update: ContactBulkUpdate
) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.startBulkUpdate",
  BulkJob,
  (update) =>
    Endpoint.put("/contacts/bulk", {
      since: "Preview",
      body: Endpoint.json(ContactBulkUpdate, update),
      issue: countWithin("contacts", update.contacts, 1, 100)
    })
)

/**
 * Deletes contacts permanently.
 *
 * `POST /contacts/bulk/delete`. Preview. Fails with `Forbidden` if the `job` is closed.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const startBulkDelete: (
  deletion: ContactBulkDelete
) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.startBulkDelete",
  BulkJob,
  (deletion) =>
    Endpoint.post("/contacts/bulk/delete", {
      since: "Preview",
      body: Endpoint.json(ContactBulkDelete, deletion),
      issue: countWithin("contacts", deletion.contacts, 1, 100),
      repeatable: true
    })
)

/**
 * Retrieves a job.
 *
 * `GET /contacts/bulk/{id}`. Preview.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findBulkJob: (jobId: string) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.findBulkJob",
  BulkJob,
  (jobId) => Endpoint.get("/contacts/bulk/{id}", { since: "Preview", path: { id: jobId } })
)

/**
 * Says what `Contacts.merge` would do, and changes nothing.
 *
 * `POST /contacts/merge/preview`. Preview.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const previewMerge: (
  merge: ContactMerge
) => Effect.Effect<MergePreview, IntercomError, IntercomHttp> = Endpoint.make(
  "Contacts.previewMerge",
  MergePreview,
  (merge) =>
    Endpoint.post("/contacts/merge/preview", {
      since: "Preview",
      body: Endpoint.json(ContactMerge, merge),
      repeatable: true
    })
)
