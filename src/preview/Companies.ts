/**
 * Companies: search them, and change many at once.
 *
 * A job runs after Intercom has responded. `findBulkJob` says how far it is, and not which items were rejected.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as Endpoint from "../Endpoint.js"
import type { IntercomError } from "../IntercomError.js"
import type { IntercomHttp } from "../IntercomHttp.js"
import { countWithin } from "../internal/checks.js"
import { Company } from "../models/Company.js"
import * as Pagination from "../Pagination.js"
import * as SearchQuery from "../SearchQuery.js"
import { BulkJob } from "./models/BulkJob.js"
import { CompanyBulkDelete, CompanyBulkUpdate, CompanyBulkUpsert } from "./models/CompanyBulk.js"

/**
 * @since 1.0.0
 */
export * from "../models/Company.js"

/**
 * @since 1.0.0
 */
export * from "./models/BulkJob.js"

/**
 * @since 1.0.0
 */
export * from "./models/CompanyBulk.js"

/**
 * Searches for companies, in pages of 15 by default.
 *
 * `POST /companies/search`. Preview.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const search: (
  options: CompanySearch & Pagination.ListOptions
) => Pagination.List<Company> = Pagination.make(
  "Companies.search",
  { item: Company, perPage: "default" },
  (options: CompanySearch & Pagination.ListOptions) =>
    Endpoint.post("/companies/search", { since: "Preview", body: SearchQuery.body(options), repeatable: true })
)

/**
 * Streams the pages of a search for companies.
 *
 * `POST /companies/search`, in pages of 15 by default. Preview.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchPages: (
  options: CompanySearch & Pagination.StreamOptions
) => Stream.Stream<Pagination.Page<Company>, IntercomError, IntercomHttp> = (options) =>
  Pagination.pages(search(options), options)

/**
 * Streams all companies that match a search.
 *
 * `POST /companies/search`, in pages of 15 by default. Preview.
 *
 * @since 1.0.0
 * @category streams
 */
export const searchStream: (
  options: CompanySearch & Pagination.StreamOptions
) => Stream.Stream<Company, IntercomError, IntercomHttp> = (options) => Pagination.stream(search(options), options)

/**
 * Creates companies, or updates those with the same `company_id`.
 *
 * `POST /companies/bulk`. Preview. Fails with `Forbidden` if the `job` is closed. A retry may start a second job, which
 * changes nothing more.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const startBulkUpsert: (
  upsert: CompanyBulkUpsert
) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "Companies.startBulkUpsert",
  BulkJob,
  (upsert) =>
    Endpoint.post("/companies/bulk", {
      since: "Preview",
      body: Endpoint.json(CompanyBulkUpsert, upsert),
      issue: countWithin("companies", upsert.companies, 1, 100),
      repeatable: true
    })
)

/**
 * Updates companies. An unknown id fails its item, and never creates a company.
 *
 * `PUT /companies/bulk`. Preview. Fails with `Forbidden` if the `job` is closed.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const startBulkUpdate: (
  update: CompanyBulkUpdate
) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "Companies.startBulkUpdate",
  BulkJob,
  (update) =>
    Endpoint.put("/companies/bulk", {
      since: "Preview",
      body: Endpoint.json(CompanyBulkUpdate, update),
      issue: countWithin("companies", update.companies, 1, 100)
    })
)

/**
 * Deletes companies and detaches their contacts, which are not deleted.
 *
 * `POST /companies/bulk/delete`. Preview. Fails with `Forbidden` if the `job` is closed.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const startBulkDelete: (
  deletion: CompanyBulkDelete
) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "Companies.startBulkDelete",
  BulkJob,
  (deletion) =>
    Endpoint.post("/companies/bulk/delete", {
      since: "Preview",
      body: Endpoint.json(CompanyBulkDelete, deletion),
      issue: countWithin("companies", deletion.companies, 1, 100),
      repeatable: true
    })
)

/**
 * Retrieves a job.
 *
 * `GET /companies/bulk/{id}`. Preview.
 *
 * @since 1.0.0
 * @category endpoints
 */
export const findBulkJob: (jobId: string) => Effect.Effect<BulkJob, IntercomError, IntercomHttp> = Endpoint.make(
  "Companies.findBulkJob",
  BulkJob,
  (jobId) => Endpoint.get("/companies/bulk/{id}", { since: "Preview", path: { id: jobId } })
)

/**
 * Input for searching companies.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanySearch extends Pick<SearchQuery.Search, "query"> {}
