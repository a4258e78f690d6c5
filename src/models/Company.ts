/**
 * Companies: the organisations that contacts belong to.
 *
 * @since 1.0.0
 */
import * as Schema from "effect/Schema"
import {
  Id,
  IdInput,
  nullish,
  nullishId,
  nullishNumber,
  nullishRecord,
  nullishString,
  optionalRecord,
  sentAsId,
  struct
} from "../internal/fields.js"
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
  /** The workspace. */
  readonly app_id?: string | null | undefined
  readonly name?: string | null | undefined
  readonly website?: string | null | undefined
  readonly industry?: string | null | undefined
  /** How many people work there. */
  readonly size?: number | null | undefined
  /** `{}` where there is none. */
  readonly plan?: CompanyPlan | null | undefined
  /** What it earns you. */
  readonly monthly_spend?: number | null | undefined
  readonly session_count?: number | null | undefined
  /** How many users belong to it. */
  readonly user_count?: number | null | undefined
  /** When you made it. Unix time in seconds. */
  readonly remote_created_at?: number | null | undefined
  /** When Intercom made it. Unix time in seconds. */
  readonly created_at?: number | null | undefined
  /** Unix time in seconds. */
  readonly updated_at?: number | null | undefined
  /** When one of its users was last seen. Unix time in seconds. */
  readonly last_request_at?: number | null | undefined
  readonly tags?: TagList | null | undefined
  readonly segments?: SegmentList | null | undefined
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
  remote_created_at: nullishNumber,
  created_at: nullishNumber,
  updated_at: nullishNumber,
  last_request_at: nullishNumber,
  tags: nullish(TagList),
  segments: nullish(SegmentList),
  custom_attributes: nullishRecord
}))

/**
 * The plan a company is on.
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
 * The fields of a company you can change. A field left out stays as it is.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyChanges {
  readonly name?: string | undefined
  readonly website?: string | undefined
  readonly industry?: string | undefined
  /** How many people work there. */
  readonly size?: number | undefined
  /** The plan, by its name. */
  readonly plan?: string | undefined
  /** What it earns you: a whole number, 2,147,483,647 at most. */
  readonly monthly_spend?: number | undefined
  /** Values for attributes that exist. */
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

// Intercom would cut a fraction off.
const MonthlySpend: Schema.Schema<number> = Schema.declare(
  (input): input is number => Number.isInteger(input) && Number(input) <= 2_147_483_647,
  { title: "a whole number up to 2147483647", jsonSchema: { type: "integer", maximum: 2_147_483_647 } }
)

/**
 * A company to be written whether it exists or not.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyUpsert extends CompanyChanges {
  /** Your own id of the company, by which it is recognised. It never changes. */
  readonly company_id: string
  /** When you made it. Unix time in seconds. */
  readonly remote_created_at?: number | undefined
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyUpsert: Schema.Schema<CompanyUpsert> = Schema.suspend(() =>
  Schema.extend(
    CompanyChanges,
    Schema.Struct({ company_id: IdInput, remote_created_at: Schema.optional(Schema.Number) })
  )
).annotations({ identifier: "effect-intercom/CompanyUpsert" })

/**
 * Input for attaching a company to a contact, or detaching it.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyLink {
  /** Intercom's id of the company, the `id` of a `Company`: not your own. */
  readonly company_id: string
}

/**
 * @since 1.0.0
 * @category schemas
 */
export const CompanyLink: Schema.Schema<
  CompanyLink,
  Omit<CompanyLink, "company_id"> & { readonly id: string }
> = struct("CompanyLink")(() => ({ company_id: sentAsId }))

/**
 * The order of a list of companies.
 *
 * @since 1.0.0
 * @category models
 */
export interface CompanyOrder {
  /** By the time of the last request. Default: `desc`, the latest first. */
  readonly order?: "asc" | "desc" | undefined
}
