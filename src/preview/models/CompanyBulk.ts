/**
 * Many companies at once.
 *
 * Preview: may change at any time; not covered by semantic versioning.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { IdInput, struct } from "../../internal/fields.js"
import { CompanyChanges, CompanyUpsert } from "../../models/Company.js"
import { BulkReference, type BulkTarget } from "./BulkJob.js"

/**
 * Input for creating or updating many companies.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyBulkUpsert extends BulkTarget {
  /** 1 to 100 companies. */
  readonly companies: ReadonlyArray<CompanyUpsert>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyBulkUpsert: Schema.Schema<CompanyBulkUpsert> = struct("CompanyBulkUpsert")(() => ({
  companies: Schema.Array(CompanyUpsert),
  job: Schema.optional(BulkReference)
}))

/**
 * Input for updating many companies.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyBulkUpdate extends BulkTarget {
  /** 1 to 100 companies. */
  readonly companies: ReadonlyArray<CompanyBulkChanges>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyBulkUpdate: Schema.Schema<CompanyBulkUpdate> = struct("CompanyBulkUpdate")(() => ({
  companies: Schema.Array(CompanyBulkChanges),
  job: Schema.optional(BulkReference)
}))

/**
 * The changes of one company.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyBulkChanges extends CompanyChanges {
  /** Intercom's id of the company. */
  readonly id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyBulkChanges: Schema.Schema<CompanyBulkChanges> = Schema.suspend(() =>
  Schema.extend(CompanyChanges, Schema.Struct({ id: IdInput }))
).annotations({ identifier: "effect-intercom/CompanyBulkChanges" })

/**
 * Input for deleting many companies.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyBulkDelete extends BulkTarget {
  /** 1 to 100 companies. */
  readonly companies: ReadonlyArray<BulkReference>
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyBulkDelete: Schema.Schema<CompanyBulkDelete> = struct("CompanyBulkDelete")(() => ({
  companies: Schema.Array(BulkReference),
  job: Schema.optional(BulkReference)
}))
