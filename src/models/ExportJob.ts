/**
 * Exports: files that Intercom generates on request.
 *
 * @since 1.0.0
 */
import type { NonEmptyReadonlyArray } from "effect/Array"
import { identity } from "effect/Function"
import * as Schema from "effect/Schema"
import { AnyRecord, Id, nullish, nullishId, nullishString, SecondsInput, struct } from "../internal/fields.js"

/**
 * A job that generates a file.
 *
 * @since 1.0.0
 * @category models
 */
export interface ExportJob {
  readonly job_identifier: string
  /** Content exports end as `completed` or `no_data`, reporting exports as `complete`. */
  readonly status?:
    | "pending"
    | "in_progress"
    | "completed"
    | "complete"
    | "no_data"
    | "failed"
    | "canceled"
    | (string & {})
    | null
    | undefined
  /** Empty until the file exists. It requires the access token: use `download`. */
  readonly download_url?: string | null | undefined
  /** Unix time in seconds, as a string of digits. Empty until the file exists. */
  readonly download_expires_at?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const ExportJob: Schema.Schema<ExportJob> = Schema.suspend(() => {
  const job = Schema.Struct({
    job_identifier: Id,
    status: nullishString,
    download_url: nullishString,
    download_expires_at: nullishId
  })
  // Intercom used to misspell a name.
  const { ast } = Schema.transform(AnyRecord, job, {
    strict: false,
    decode: (body) => "job_identfier" in body ? { job_identifier: body.job_identfier, ...body } : body,
    encode: identity
  })
  return Schema.make<ExportJob>(ast)
}).annotations({ identifier: "effect-intercom/ExportJob" })

/**
 * Input for starting a content export. It covers the messages that were sent in a range of whole days.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewContentExport {
  /** Unix time in seconds. */
  readonly created_at_after: number
  /** Unix time in seconds. */
  readonly created_at_before: number
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewContentExport: Schema.Schema<NewContentExport> = struct("NewContentExport")(() => ({
  created_at_after: SecondsInput,
  created_at_before: SecondsInput
}))

/**
 * Input for starting a reporting export. Use `listDatasets` to list the datasets and their attributes.
 *
 * @since 1.0.0
 * @category models
 */
export interface NewReportingExport {
  readonly dataset_id: string
  /** The `id` of each attribute, or from 2.16 on its `qualified_id`. */
  readonly attribute_ids: NonEmptyReadonlyArray<string>
  /** Unix time in seconds. */
  readonly start_time: number
  /** Unix time in seconds. */
  readonly end_time: number
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const NewReportingExport: Schema.Schema<NewReportingExport> = struct("NewReportingExport")(() => ({
  dataset_id: Schema.String,
  attribute_ids: Schema.NonEmptyArray(Schema.String),
  start_time: SecondsInput,
  end_time: SecondsInput
}))

/**
 * The workspace and the app that request a reporting export.
 *
 * @since 1.0.0
 * @category models
 */
export interface ReportingExportAccess {
  /** Id of the workspace. */
  readonly app_id: string
  /** Id of the app that the access token belongs to. */
  readonly client_id: string
}

/**
 * A dataset for reporting exports.
 *
 * @since 1.0.0
 * @category models
 */
export interface Dataset {
  readonly id: string
  readonly name?: string | null | undefined
  readonly description?: string | null | undefined
  /** Id of the attribute that `start_time` and `end_time` are compared with. */
  readonly default_time_attribute_id?: string | null | undefined
  readonly attributes?: ReadonlyArray<DatasetAttribute> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Dataset: Schema.Schema<Dataset> = struct("Dataset")(() => ({
  id: Id,
  name: nullishString,
  description: nullishString,
  default_time_attribute_id: nullishId,
  attributes: nullish(Schema.Array(DatasetAttribute))
}))

/**
 * An attribute of a dataset, one column of an export.
 *
 * @since 1.0.0
 * @category models
 */
export interface DatasetAttribute {
  /** From 2.16 on, attributes of different kinds may have the same one. */
  readonly id: string
  /** The id with its kind: `people.Brand`. From 2.16. */
  readonly qualified_id?: string | null | undefined
  readonly name?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const DatasetAttribute: Schema.Schema<DatasetAttribute> = struct("DatasetAttribute")(() => ({
  id: Id,
  qualified_id: nullishId,
  name: nullishString
}))
