/**
 * Companies: the organizations of contacts.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import { changesIn } from "../internal/changes.js"
import {
  Id,
  IdInput,
  nullish,
  nullishBoolean,
  nullishId,
  nullishNumber,
  nullishRecord,
  nullishSeconds,
  nullishString,
  optionalRecord,
  SecondsInput,
  sentAsId,
  struct
} from "../internal/fields.js"
import { Note } from "./Note.js"
import { SegmentList } from "./Segment.js"
import { TagList } from "./Tag.js"

/**
 * A company. Unknown keys are kept.
 *
 * @since 1.0.0
 * @category models
 */
export interface Company {
  readonly type?: string | null | undefined
  /** Intercom's id. */
  readonly id: string
  /** Your own id of the company. */
  readonly company_id?: string | null | undefined
  /** Id of the workspace. */
  readonly app_id?: string | null | undefined
  readonly name?: string | null | undefined
  readonly website?: string | null | undefined
  readonly industry?: string | null | undefined
  /** Number of employees. */
  readonly size?: number | null | undefined
  /** `{}` if there is no plan. */
  readonly plan?: CompanyPlan | null | undefined
  /** Monthly revenue from this company. */
  readonly monthly_spend?: number | null | undefined
  readonly session_count?: number | null | undefined
  readonly user_count?: number | null | undefined
  /** Time of creation in your own system. Unix time in seconds. */
  readonly remote_created_at?: number | null | undefined
  /** Time of creation in Intercom. Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly updated_at?: number | null | undefined
  /** Time of the last request of any of its users. Unix time in seconds. */
  readonly last_request_at?: number | null | undefined
  readonly tags?: TagList | null | undefined
  readonly segments?: SegmentList | null | undefined
  /** From 2.16. */
  readonly notes?: CompanyNotes | null | undefined
  readonly custom_attributes?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const Company: Schema.Schema<Company> = struct("Company")(() => ({
  type: nullishString,
  id: Id,
  company_id: nullishId,
  app_id: nullishId,
  name: nullishString,
  website: nullishString,
  industry: nullishString,
  size: nullishNumber,
  plan: nullish(CompanyPlan),
  monthly_spend: nullishNumber,
  session_count: nullishNumber,
  user_count: nullishNumber,
  remote_created_at: nullishSeconds,
  created_at: nullishSeconds,
  updated_at: nullishSeconds,
  last_request_at: nullishSeconds,
  tags: nullish(TagList),
  segments: nullish(SegmentList),
  notes: nullish(CompanyNotes),
  custom_attributes: nullishRecord
}))

/**
 * The plan of a company.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyPlan {
  readonly type?: string | null | undefined
  readonly id?: string | null | undefined
  readonly name?: string | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyPlan: Schema.Schema<CompanyPlan> = struct("CompanyPlan")(() => ({
  type: nullishString,
  id: nullishId,
  name: nullishString
}))

/**
 * The notes inside a company. Intercom documents them under `notes`, and shows them under `data` in newer examples.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyNotes {
  readonly type?: string | null | undefined
  readonly notes?: ReadonlyArray<Note> | null | undefined
  readonly data?: ReadonlyArray<Note> | null | undefined
  /** Path of the complete list. */
  readonly url?: string | null | undefined
  readonly total_count?: number | null | undefined
  readonly has_more?: boolean | null | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyNotes: Schema.Schema<CompanyNotes> = struct("CompanyNotes")(() => ({
  type: nullishString,
  notes: nullish(Schema.Array(Note)),
  data: nullish(Schema.Array(Note)),
  url: nullishString,
  total_count: nullishNumber,
  has_more: nullishBoolean
}))

/**
 * The fields of a company that you can change.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyChanges {
  readonly name?: string | undefined
  readonly website?: string | undefined
  readonly industry?: string | undefined
  /** Number of employees. */
  readonly size?: number | undefined
  /** Name of the plan. */
  readonly plan?: string | undefined
  /** Monthly revenue from this company: a whole number, 2,147,483,647 at most. */
  readonly monthly_spend?: number | undefined
  /** Values of existing attributes. */
  readonly custom_attributes?: Readonly<Record<string, unknown>> | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyChanges: Schema.Schema<CompanyChanges> = struct("CompanyChanges")(() => ({
  name: Schema.optional(Schema.String),
  website: Schema.optional(Schema.String),
  industry: Schema.optional(Schema.String),
  size: Schema.optional(Schema.Number),
  plan: Schema.optional(Schema.String),
  monthly_spend: Schema.optional(MonthlySpend),
  custom_attributes: optionalRecord
}))

/**
 * Returns the fields of a company that `Companies.update` can write back. It leaves out the others, as well as the plan
 * and attributes that link objects, because Intercom reads these in other forms than it sends them.
 *
 * @since 1.0.0
 * @category getters
 */
export const changesOf: (company: Company) => CompanyChanges = changesIn(CompanyChanges)

// Intercom truncates fractions.
const MonthlySpend: Schema.Schema<number> = Schema.declare(
  (input): input is number => Number.isInteger(input) && Number(input) <= 2_147_483_647,
  { title: "a whole number up to 2147483647", jsonSchema: { type: "integer", maximum: 2_147_483_647 } }
)

/**
 * Input for creating a company, or updating the one with this `company_id`.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyUpsert extends CompanyChanges {
  /** Your own id of the company. It identifies the company and cannot be changed. */
  readonly company_id: string
  /** Time of creation in your own system. Unix time in seconds. */
  readonly remote_created_at?: number | undefined
  /** Whether to set `last_request_at` to now. From 2.16. */
  readonly update_last_request_at?: boolean | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyUpsert: Schema.Schema<CompanyUpsert> = Schema.suspend(() =>
  Schema.extend(
    CompanyChanges,
    Schema.Struct({
      company_id: IdInput,
      remote_created_at: Schema.optional(SecondsInput),
      update_last_request_at: Schema.optional(Schema.Boolean)
    })
  )
).annotations({ identifier: "effect-intercom/CompanyUpsert" })

/**
 * Input for attaching a company to a contact, or detaching it.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyLink {
  /** Intercom's id of the company, the `id` of a `Company`. Your own id does not work here. */
  readonly company_id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyLink: Schema.Schema<
  CompanyLink,
  Omit<CompanyLink, "company_id"> & { readonly id: string }
> = struct("CompanyLink")(() => ({
  company_id: sentAsId
}))

/**
 * Options for listing companies.
 *
 * @since 1.0.0
 * @category models
 */
export interface ListCompaniesOptions {
  /** Order by the time of the last request. Default: `desc`, the latest first. */
  readonly order?: "asc" | "desc" | undefined
}
